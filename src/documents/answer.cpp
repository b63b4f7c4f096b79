#include "documents/answer.h"

namespace trackloom::documents {

AnswerCell cellOf(const ElementId& element) { return {{element}, {}}; }
AnswerCell cellOf(Message words) { return {{}, {std::move(words)}}; }
AnswerCell cellOf(std::string text) { return cellOf(Message{"{text}", {{"text", std::move(text)}}}); }
AnswerCell cellOf(std::int64_t number) { return cellOf(Message{"{number}", {{"number", number}}}); }
AnswerCell cellOf(Day day) { return cellOf(Message{"{day}", {{"day", day}}}); }

}  // namespace trackloom::documents
