#include "desktop/presenters/answers.h"

#include <algorithm>

namespace trackloom::desktop {
namespace {

using documents::AnswerCell;
using documents::AnswerPart;

std::string cellText(const OpenPlan& open, const Speech& speech, const AnswerCell& cell) {
  std::string text;
  for (const ElementId& id : cell.elements)
    text.append(text.empty() ? "" : speech.language().rightToLeft() ? " ← " : " → ").append(speech.name(open, id));
  for (const Message& words : cell.words)
    text.append(text.empty() ? std::string() : speech.word(tr(", "))).append(speech.say(words, open.plan()));
  return text;
}

std::vector<AnswerHeading> headingsOf(const Speech& speech, const AnswerPart& part) {
  std::vector<AnswerHeading> headings;
  for (const documents::AnswerColumn& column : part.columns)
    headings.push_back({speech.word(column.whole ? column.whole : column.title), column.side});
  return headings;
}

/// The lines of a part; a way of several elements has each of them below it, to go there.
std::vector<AnswerLine> linesOf(const OpenPlan& open, const Speech& speech, const AnswerPart& part) {
  std::vector<AnswerLine> lines;
  for (const documents::AnswerRow& row : part.rows) {
    AnswerLine line;
    line.element = row.element;
    for (const AnswerCell& cell : row.cells) {
      line.cells.push_back(cellText(open, speech, cell));
      if (cell.elements.size() > 1)
        for (const ElementId& id : cell.elements) line.below.push_back({{speech.name(open, id)}, id});
    }
    lines.push_back(std::move(line));
  }
  if (lines.empty() && !part.none.pattern.empty()) lines.push_back({{speech.say(part.none, open.plan())}});
  return lines;
}

/// Several parts stand one below the other, each under its own heading, which has the titles of its columns beside it.
AnswerLine groupOf(const OpenPlan& open, const Speech& speech, const AnswerPart& part) {
  AnswerLine group;
  group.look = AnswerLine::Look::heading;
  group.cells = {speech.say(part.heading, open.plan())};
  if (!part.rows.empty())
    for (std::size_t i = 1; i < part.columns.size(); ++i)
      group.cells.push_back(speech.word(part.columns[i].whole ? part.columns[i].whole : part.columns[i].title));
  group.below = linesOf(open, speech, part);
  return group;
}

std::string sentences(const OpenPlan& open, const Speech& speech, const std::vector<Message>& list) {
  std::string text;
  for (const Message& sentence : list) text.append(text.empty() ? "" : " ").append(speech.say(sentence, open.plan()));
  return text;
}

std::string titleOf(const OpenPlan& open, const Speech& speech, const Asked& asked) {
  const std::string title = plainTitle(speech, question(asked.question));
  std::string names;
  for (const ElementId& id : asked.about)
    names.append(names.empty() ? std::string() : speech.word(tr(", "))).append(speech.name(open, id));
  if (names.empty()) return title;
  if (asked.question == QuestionId::late)
    return speech.say({tr("{question} {about}, {days} {days|day|days}"),
                       {{"question", title}, {"about", names}, {"days", asked.days}}});
  return speech.say({tr("{question} {about}"), {{"question", title}, {"about", names}}});
}

void addRows(std::string& text, const std::vector<AnswerLine>& lines) {
  for (const AnswerLine& line : lines) {
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      std::string cell = line.cells[i];
      std::ranges::replace_if(
          cell, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
      text.append(i ? "\t" : "").append(documents::neverFormula(cell));
    }
    text += '\n';
    addRows(text, line.below);
  }
}

}  // namespace

ShownAnswer shownAnswer(const OpenPlan& open, const Speech& speech, const Asked& asked,
                        const documents::Answer& answer) {
  ShownAnswer shown;
  shown.title = titleOf(open, speech, asked);
  shown.sentence = sentences(open, speech, answer.said);
  shown.restsOn = sentences(open, speech, answer.notes);
  if (answer.parts.size() == 1 && answer.parts.front().heading.pattern.empty()) {
    shown.headings = headingsOf(speech, answer.parts.front());
    shown.lines = linesOf(open, speech, answer.parts.front());
    return shown;
  }
  for (const AnswerPart& part : answer.parts) {
    shown.lines.push_back(groupOf(open, speech, part));
    if (shown.headings.size() < part.columns.size()) shown.headings.resize(part.columns.size());
  }
  return shown;
}

std::string tabSeparated(const ShownAnswer& answer, const Speech& speech) {
  std::string text =
      answer.title + '\n' + answer.sentence + '\n' + speech.word(tr("For the core team: do not pass on.")) + "\n\n";
  if (std::ranges::any_of(answer.headings, [](const AnswerHeading& heading) { return !heading.title.empty(); })) {
    for (std::size_t i = 0; i < answer.headings.size(); ++i)
      text.append(i ? "\t" : "").append(answer.headings[i].title);
    text += '\n';
  }
  addRows(text, answer.lines);
  return text;
}

}  // namespace trackloom::desktop
