#include "sharing/question.h"

#include "documents/wording.h"
#include "sharing/spoken_level.h"

#include <string>

namespace trackloom::sharing {
namespace {

using documents::Material;

std::string spokenValue(const Material& material, const Conflict& conflict, const std::optional<Value>& value) {
  if (!value) return {};
  if (!conflict.field) return std::get<Text>(*value);
  return documents::spoken(material, *kindOf(conflict.elementKind).find(*conflict.field), *value);
}

/// What of the element both sides changed: the field, with the language of a translation.
std::string partName(const Material& material, const Conflict& conflict) {
  if (!conflict.field) return conflict.part;
  const std::string label =
      documents::said(material, Message{std::string(kindOf(conflict.elementKind).find(*conflict.field)->label), {}});
  if (conflict.part.empty()) return label;
  return documents::said(material, {tr("{field} ({language})"), {{"field", label}, {"language", conflict.part}}});
}

std::string elementName(const Material& material, const Conflict& conflict) {
  return documents::nameOf(material, conflict.element);
}

const char* changedPattern(const Conflict& conflict) {
  if (!conflict.ours)
    return tr(
        "{element}, {field}: it was “{base}”. Your version leaves it empty, the other one says “{theirs}”. Which "
        "holds?");
  if (!conflict.theirs)
    return tr(
        "{element}, {field}: it was “{base}”. Your version says “{ours}”, the other one leaves it empty. Which holds?");
  if (!conflict.base)
    return tr("{element}, {field}: it was empty. Your version says “{ours}”, the other one “{theirs}”. Which holds?");
  return tr("{element}, {field}: it was “{base}”. Your version says “{ours}”, the other one “{theirs}”. Which holds?");
}

const char* levelPattern(const Conflict& conflict) {
  if (conflict.field != key::classification.number)
    return tr(
        "Your version and the other one show single fields of {element} to different readers: “{ours}” and “{theirs}”. "
        "Which holds? Until you say, only those see a field who see it in both.");
  return tr(
      "Your version and the other one show {element} to different readers: “{ours}” and “{theirs}”. Which holds? Until "
      "you say, only those see it who see it in both.");
}

const char* removedPattern(const Conflict& conflict) {
  const bool ours = conflict.remover == Side::ours;
  if (conflict.kind == Conflict::Kind::removedAndChanged)
    return ours ? tr("Your version removes {element}, the other one changes it. Does it stay?")
                : tr("Your version changes {element}, the other one removes it. Does it stay?");
  return ours ? tr("Your version removes {element}, the other one refers to it in {users}. Does it stay?")
              : tr("Your version refers to {element} in {users}, the other one removes it. Does it stay?");
}

/// Who may see the element or which of its fields, as a side has it.
std::string levelText(const Material& material, const Conflict& conflict, const std::optional<Value>& value) {
  if (conflict.field == key::classification.number) return spokenLevel(material, conflict.elementKind, value);
  return value ? spokenValue(material, conflict, value) : documents::said(material, tr("no field of its own"));
}

}  // namespace

Message question(const Material& material, const Conflict& conflict) {
  const std::string element = elementName(material, conflict);
  if (conflict.remover)
    return {removedPattern(conflict), {{"element", element}, {"users", documents::namesOf(material, conflict.users)}}};
  if (conflict.kind == Conflict::Kind::levelLowered)
    return {levelPattern(conflict),
            {{"element", element},
             {"ours", levelText(material, conflict, conflict.ours)},
             {"theirs", levelText(material, conflict, conflict.theirs)}}};
  return {changedPattern(conflict),
          {{"field", partName(material, conflict)},
           {"element", element},
           {"base", spokenValue(material, conflict, conflict.base)},
           {"ours", spokenValue(material, conflict, conflict.ours)},
           {"theirs", spokenValue(material, conflict, conflict.theirs)}}};
}

Message answerLabel(const Material& material, const Conflict& conflict, Answer answer) {
  if (answer == Answer::both) return {tr("Keep both"), {}};
  if (conflict.remover) {
    const bool remove = (answer == Answer::ours) == (conflict.remover == Side::ours);
    return {remove ? tr("Remove it") : tr("Keep it"), {}};
  }
  const std::optional<Value>& value = answer == Answer::ours ? conflict.ours : conflict.theirs;
  if (conflict.kind == Conflict::Kind::levelLowered)
    return {tr("Take “{value}”"), {{"value", levelText(material, conflict, value)}}};
  if (!value) return {tr("Leave it empty"), {}};
  return {tr("Take “{value}”"), {{"value", spokenValue(material, conflict, value)}}};
}

}  // namespace trackloom::sharing
