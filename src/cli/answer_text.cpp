#include "cli/answer_text.h"

#include "cli/plain_text.h"
#include "documents/list_table.h"

namespace trackloom::cli {

std::string cellText(const documents::AnswerCell& cell, const Plan& plan) {
  std::string text;
  for (const ElementId& id : cell.elements) {
    const Element* element = plan.find(id);
    text.append(text.empty() ? "" : " → ").append(element ? documents::listTitle(plan, *element) : id.str());
  }
  for (const Message& words : cell.words) text.append(text.empty() ? "" : ", ").append(plainText(words, &plan));
  return oneLine(text);
}

std::string partText(const documents::AnswerPart& part, const Plan& plan, std::size_t width) {
  if (part.rows.empty()) return part.none.pattern + '\n';
  documents::Table table{{{"Id"}}, {}};
  for (const documents::AnswerColumn& column : part.columns) table.columns.push_back({column.title, column.side});
  for (const documents::AnswerRow& row : part.rows) {
    auto& cells = table.rows.emplace_back(1, row.element.str());
    for (const documents::AnswerCell& cell : row.cells) cells.push_back(cellText(cell, plan));
  }
  return alignedText(table, width);
}

std::string sentenceText(const Message& sentence, const Plan& plan, std::size_t width) {
  return wrapped("", oneLine(plainText(sentence, &plan)), 0, width);
}

}  // namespace trackloom::cli
