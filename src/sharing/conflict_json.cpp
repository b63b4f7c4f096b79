#include "sharing/conflict_json.h"

#include "documents/wording.h"
#include "sharing/question.h"

namespace trackloom::sharing {
namespace {

using documents::Json;

std::string_view kindName(Conflict::Kind kind) {
  switch (kind) {
    case Conflict::Kind::bothChanged:
      return "both-changed";
    case Conflict::Kind::removedAndChanged:
      return "removed-and-changed";
    case Conflict::Kind::removedAndUsed:
      return "removed-and-used";
    case Conflict::Kind::levelLowered:
      return "level-lowered";
    case Conflict::Kind::bothAdded:
      return "both-added";
  }
  return {};
}

std::string_view answerName(Answer answer) {
  if (answer == Answer::both) return "both";
  return answer == Answer::ours ? "ours" : "theirs";
}

Json valueJson(const Conflict& conflict, const std::optional<Value>& value) {
  if (!value) return {};
  if (!conflict.field) return std::get<Text>(*value);
  return valueText(*kindOf(conflict.elementKind).find(*conflict.field), *value);
}

Json conflictJson(const documents::Material& material, const Conflict& conflict) {
  Json users = Json::array();
  for (const ElementId& id : conflict.users) users.add(id.text());
  Json changed = Json::array();
  for (const FieldNumber field : conflict.changed) changed.add(field.name());
  Json answers = Json::array();
  for (const Answer answer : conflict.answers) answers.add(answerName(answer));
  Json json;
  json.put("name", nameOf(conflict))
      .put("kind", kindName(conflict.kind))
      .put("element", conflict.element.text())
      .put("elementKind", kindOf(conflict.elementKind).name)
      .put("field", conflict.field ? Json(conflict.field->name()) : Json())
      .put("part", conflict.part.empty() ? Json() : Json(conflict.part))
      .put("base", valueJson(conflict, conflict.base))
      .put("ours", valueJson(conflict, conflict.ours))
      .put("theirs", valueJson(conflict, conflict.theirs))
      .put("removedBy", conflict.remover ? Json(*conflict.remover == Side::ours ? "ours" : "theirs") : Json())
      .put("changed", std::move(changed))
      .put("users", std::move(users))
      .put("other", conflict.other.empty() ? Json() : Json(conflict.other.text()))
      .put("answers", std::move(answers))
      .put("question", documents::said(material, question(material, conflict)));
  return json;
}

}  // namespace

Json conflictsJson(const documents::Material& material, const Merge& merge) {
  Json list = Json::array();
  for (const Conflict& conflict : merge.conflicts) list.add(conflictJson(material, conflict));
  return std::move(Json().put("conflicts", std::move(list)));
}

}  // namespace trackloom::sharing
