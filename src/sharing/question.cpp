#include "sharing/question.h"

#include "documents/wording.h"
#include "plan/edits.h"
#include "sharing/merge_field.h"
#include "sharing/spoken_level.h"

#include <algorithm>
#include <span>
#include <string>

namespace trackloom::sharing {
namespace {

using documents::Material;

std::string spokenValue(const Material& material, const Conflict& conflict, const std::optional<Value>& value) {
  if (!value) return {};
  if (!conflict.field) return std::get<Text>(*value);
  return documents::spoken(material, *kindOf(conflict.elementKind).find(*conflict.field), *value);
}

constexpr std::size_t longest = 300;  // bytes of a text that is quoted; one reads them on a screen with its buttons

/// Some lines of a text, as they are quoted.
std::string quoted(std::span<const std::string> lines, Agreement left) {
  std::string text = left.before > 0 ? "… " : "";
  for (std::size_t i = left.before; i + left.after < lines.size(); ++i)
    text.append(i > left.before ? "\n" : "").append(lines[i]);
  if (text.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not within a letter
    return text.substr(0, end) + " …";
  }
  return left.after > 0 ? text + " …" : text;
}

/// Of long texts only the lines in which the two sides differ, and of what it was before those that went.
Conflict asQuoted(Conflict conflict) {
  const auto text = [](std::optional<Value>& value) { return value ? std::get_if<Text>(&*value) : nullptr; };
  Text* ours = text(conflict.ours);
  Text* theirs = text(conflict.theirs);
  Text* base = text(conflict.base);
  if (!ours || !theirs) return conflict;
  const auto mine = linesOf(*ours);
  const auto other = linesOf(*theirs);
  const Agreement same = agreement(mine, other);
  *ours = quoted(mine, same);
  *theirs = quoted(other, same);
  if (!base) return conflict;
  const auto was = linesOf(*base);
  Agreement stayed;
  while (stayed.before < std::min(same.before, was.size()) && was[stayed.before] == mine[stayed.before])
    ++stayed.before;
  const std::span<const std::string> end = std::span(mine).last(same.after);
  while (stayed.before + stayed.after < was.size() &&
         std::ranges::find(end, was[was.size() - 1 - stayed.after]) != end.end())
    ++stayed.after;
  *base = quoted(was, stayed);
  return conflict;
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
  if (conflict.elementKind == KindId::audience && conflict.field != key::classification.number &&
      conflict.field != FieldNumber("field-levels"))
    return tr(
        "Your version and the other one let the readers {element} see different things, by {field}: “{ours}” and "
        "“{theirs}”. Which holds? Until you say, they see only what both let them see.");
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
  if (!conflict.changed.empty())
    return ours ? tr("Your version removes {element}, the other one changes something of it: {fields}. Does it stay?")
                : tr("Your version changes something of {element}: {fields}. The other one removes it. Does it stay?");
  if (conflict.kind == Conflict::Kind::removedAndChanged)
    return ours ? tr("Your version removes {element}, the other one changes it. Does it stay?")
                : tr("Your version changes {element}, the other one removes it. Does it stay?");
  return ours ? tr("Your version removes {element}, the other one refers to it in {users}. Does it stay?")
              : tr("Your version refers to {element} in {users}, the other one removes it. Does it stay?");
}

/// Who may see the element or which of its fields, as a side has it.
std::string levelText(const Material& material, const Conflict& conflict, const std::optional<Value>& value) {
  if (conflict.field == key::classification.number) return spokenLevel(material, conflict.elementKind, value);
  if (value) return spokenValue(material, conflict, value);
  const bool none = conflict.elementKind == KindId::audience && conflict.field != FieldNumber("field-levels");
  return documents::said(material, none ? tr("nothing") : tr("no field of its own"));
}

/// What cannot be without the element and goes with it.
std::vector<ElementId> goingWith(const Material& material, const ElementId& element) {
  std::vector<ElementId> going;
  for (const Change& change : removeWithLinks(material.plan(), std::span(&element, 1)).changes)
    if (!change.after && change.before->id() != element) going.push_back(change.before->id());
  return going;
}

Message removalQuestion(const Material& material, const Conflict& conflict) {
  std::vector<std::string_view> fields;
  for (const FieldNumber field : conflict.changed) fields.push_back(kindOf(conflict.elementKind).find(field)->label);
  const Message question{removedPattern(conflict),
                         {{"element", elementName(material, conflict)},
                          {"fields", ownWords(fields)},
                          {"users", documents::namesOf(material, conflict.users)}}};
  const std::vector<ElementId> going = goingWith(material, conflict.element);
  if (going.empty()) return question;
  return {tr("{question} If it goes, this goes with it: {others}."),
          {{"question", std::vector<Message>{question}}, {"others", documents::namesOf(material, going)}}};
}

/// What a side calls the thing that both added under one id.
std::string nameOfAdded(const Material& material, const Conflict& conflict, Side side) {
  return documents::nameOf(material, conflict.parted == side ? conflict.other : conflict.element);
}

/// The two things that were added under one id.
Message bothAddedAs(const Material& material, const Conflict& conflict, const char* pattern) {
  return {pattern,
          {{"kind", ownWord(kindOf(conflict.elementKind).label)},
           {"ours", nameOfAdded(material, conflict, Side::ours)},
           {"theirs", nameOfAdded(material, conflict, Side::theirs)},
           {"first", elementName(material, conflict)},
           {"second", documents::nameOf(material, conflict.other)},
           {"id", conflict.element.str()},
           {"other", conflict.other.str()}}};
}

bool removes(const Conflict& conflict, Answer answer) {
  return (answer == Answer::ours) == (conflict.remover == Side::ours);
}

}  // namespace

Message question(const Material& material, const Conflict& asked) {
  const Conflict conflict = asQuoted(asked);
  const std::string element = elementName(material, conflict);
  if (conflict.remover) return removalQuestion(material, conflict);
  if (conflict.parted)
    return bothAddedAs(
        material, conflict,
        tr("{kind}: both versions add one under the id “{id}”, yours “{ours}”, the other one “{theirs}”. "
           "Are they one and the same? Until you say, both are kept, “{second}” under the id “{other}”."));
  if (conflict.kind == Conflict::Kind::levelLowered)
    return {levelPattern(conflict),
            {{"element", element},
             {"field", partName(material, conflict)},
             {"ours", levelText(material, conflict, conflict.ours)},
             {"theirs", levelText(material, conflict, conflict.theirs)}}};
  return {changedPattern(conflict),
          {{"field", partName(material, conflict)},
           {"element", element},
           {"base", spokenValue(material, conflict, conflict.base)},
           {"ours", spokenValue(material, conflict, conflict.ours)},
           {"theirs", spokenValue(material, conflict, conflict.theirs)}}};
}

Message answerLabel(const Material& material, const Conflict& asked, Answer answer) {
  const Conflict conflict = asQuoted(asked);
  if (answer == Answer::both) return {tr("Keep both"), {}};
  if (conflict.remover) return {removes(conflict, answer) ? tr("Remove it") : tr("Keep it"), {}};
  if (conflict.parted)
    return {tr("They are one: take “{value}”"),
            {{"value", nameOfAdded(material, conflict, answer == Answer::ours ? Side::ours : Side::theirs)}}};
  const std::optional<Value>& value = answer == Answer::ours ? conflict.ours : conflict.theirs;
  if (conflict.kind == Conflict::Kind::levelLowered)
    return {tr("Take “{value}”"), {{"value", levelText(material, conflict, value)}}};
  if (!value) return {tr("Leave it empty"), {}};
  return {tr("Take “{value}”"), {{"value", spokenValue(material, conflict, value)}}};
}

Message decision(const Material& material, const Conflict& asked, Answer answer) {
  const Conflict conflict = asQuoted(asked);
  const std::string element = elementName(material, conflict);
  if (conflict.parted) {
    if (answer == Answer::both)
      return bothAddedAs(
          material, conflict,
          tr("{kind}: both versions added one under the id “{id}”; “{first}” keeps it, “{second}” is kept "
             "as well, under the id “{other}”."));
    return bothAddedAs(material, conflict,
                       answer == Answer::ours
                           ? tr("{kind}: “{ours}” and “{theirs}” are one; “{ours}” is taken, under the id “{id}”.")
                           : tr("{kind}: “{ours}” and “{theirs}” are one; “{theirs}” is taken, under the id “{id}”."));
  }
  if (conflict.remover) {
    if (!removes(conflict, answer)) return {tr("{element} stays."), {{"element", element}}};
    const std::vector<ElementId> going = goingWith(material, conflict.element);
    return {going.empty() ? tr("{element} goes.") : tr("{element} goes, and with it: {others}."),
            {{"element", element}, {"others", documents::namesOf(material, going)}}};
  }
  const bool level = conflict.kind == Conflict::Kind::levelLowered;
  const auto text = [&](const std::optional<Value>& value) {
    return level ? levelText(material, conflict, value) : spokenValue(material, conflict, value);
  };
  const bool theirs = answer == Answer::theirs;
  const std::optional<Value>& taken = theirs ? conflict.theirs : conflict.ours;
  const std::optional<Value>& left = theirs ? conflict.ours : conflict.theirs;
  return {
      answer == Answer::both ? tr("{element}, {field}: “{taken}” and “{left}” are both kept.")
      : !taken && !level     ? tr("{element}, {field} is left empty; “{left}” goes.")
      : !left && !level      ? tr("{element}, {field}: “{taken}” stays, though one version leaves it empty.")
                             : tr("{element}, {field}: “{taken}” is taken, not “{left}”."),
      {{"element", element}, {"field", partName(material, conflict)}, {"taken", text(taken)}, {"left", text(left)}}};
}

}  // namespace trackloom::sharing
