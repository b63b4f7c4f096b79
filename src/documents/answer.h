#pragma once

#include "documents/tables.h"
#include "plan/message.h"

#include <vector>

namespace trackloom::documents {

/// What stands in a cell of an answer. Elements stand in it by id, so that each reader is shown the name that is
/// theirs.
struct AnswerCell {
  std::vector<ElementId> elements{};  ///< to be named, with arrows between several: a way
  std::vector<Message> words{};       ///< to be said, with commas between several
};

struct AnswerColumn {
  const char* title;
  Side side = Side::left;
  const char* whole = nullptr;  ///< the title where there is room for it; null: the same
};

/// A line of an answer, and what it is about.
struct AnswerRow {
  ElementId element;
  std::vector<AnswerCell> cells;
};

/// Lines of one sort. The element of a line is not a column of its own.
struct AnswerPart {
  Message heading{};  ///< without a pattern: there is none
  std::vector<AnswerColumn> columns{};
  std::vector<AnswerRow> rows{};
  Message none{};  ///< what is said where there is no line
};

/// What a question to a plan is answered with, in words that are not yet said in anybody's language.
struct Answer {
  std::vector<Message> said{};  ///< the answer in a sentence or two
  std::vector<AnswerPart> parts{};
  std::vector<Message> notes{};  ///< what it rests on, and what it does not tell

  bool hasRows() const {
    for (const AnswerPart& part : parts)
      if (!part.rows.empty()) return true;
    return false;
  }
};

/// Cells of one element, sentence, number or day.
AnswerCell cellOf(const ElementId& element);
AnswerCell cellOf(Message words);
AnswerCell cellOf(std::string text);
AnswerCell cellOf(std::int64_t number);
AnswerCell cellOf(Day day);

}  // namespace trackloom::documents
