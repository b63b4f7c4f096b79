#include "desktop/presenters/inspector.h"

#include "plan/levels.h"
#include "plan/state.h"
#include "plan/suggestions.h"

#include <algorithm>

namespace trackloom::desktop {
namespace {

constexpr std::size_t fieldsAtFirst = 5;

Editor editorOf(const Field& field) {
  if (field.type == FieldType::choice || field.type == FieldType::ref || field.type == FieldType::flag ||
      namesStatus(field))
    return Editor::choice;
  if (field.type == FieldType::terms || field.type == FieldType::refs) return Editor::several;
  return field.form == Form::prose ? Editor::prose : Editor::line;
}

std::string hintOf(const Speech& speech, const Field& field) {
  switch (field.type) {
    case FieldType::date:
      return speech.word(tr("12 May 2026, May 2026 or 2026"));
    case FieldType::money:
      return speech.word(tr("25000 EUR"));
    case FieldType::integer:
    case FieldType::number:
      return speech.word(tr("a number"));
    case FieldType::texts:
      return speech.word(tr("several, with commas or semicolons between"));
    default:
      return {};
  }
}

/// Names are typed here, not the ids that files hold.
std::string expected(const Speech& speech, const Field& field) {
  if (field.type == FieldType::refs || field.type == FieldType::terms)
    return speech.word(tr("names from the list, with commas between"));
  if (field.type == FieldType::ref || field.type == FieldType::choice) return speech.word(tr("a name from the list"));
  return speech.word(expectedForm(field));
}

std::string problemOf(const Speech& speech, const Plan& plan, const Element& element, const Field& field) {
  const Value* value = element.find(field.number);
  if (field.number == FieldNumber("field-levels"))
    for (const FieldLevel& entry : fieldLevels(element))
      if (const auto doubt = doubtAbout(element, entry)) return speech.say(*doubt, plan);
  if (!value || !std::holds_alternative<Unread>(*value)) return {};
  return speech.say(
      {tr("This is kept as it stands, but not understood. Expected: {form}."), {{"form", expected(speech, field)}}});
}

/// Kinds whose elements are read as one thing: their common fields.
std::vector<const Field*> fieldsOf(const OpenPlan& open, std::span<const ElementId> ids) {
  std::vector<const Field*> fields;
  const Element* first = open.plan().find(ids.front());
  if (!first) return fields;
  for (const Field& field : first->definition().fields) {
    if (field.number == FieldNumber("revisions") || field.number == key::suggested.number) continue;
    const bool common = std::all_of(ids.begin(), ids.end(), [&](const ElementId& id) {
      const Element* element = open.plan().find(id);
      const Field* own = element ? element->definition().find(field.number) : nullptr;
      return own && own->type == field.type && own->vocabulary == field.vocabulary;
    });
    if (common) fields.push_back(&field);
  }
  return fields;
}

std::string suggestionOf(const OpenPlan& open, const Speech& speech, std::span<const ElementId> ids) {
  const bool any = std::ranges::any_of(ids, [&](const ElementId& id) {
    const Element* element = open.plan().find(id);
    return element && isSuggested(*element);
  });
  if (!any) return {};
  return ids.size() == 1
             ? speech.word(tr("Only suggested by the template: neither checked nor handed out until you keep it."))
             : speech.word(tr("Some of these are only suggested by the template: neither checked nor handed out until "
                              "you keep them."));
}

void addLinks(Inspected& shown, const OpenPlan& open, const Speech& speech, const ElementId& id) {
  const auto add = [&](const Element& element) {
    if (element.id() == id) return;
    std::string name = speech.name(open, element.id());
    if (isSuggested(element)) name = speech.say({tr("{title} (suggested)"), {{"title", std::move(name)}}});
    if (element.definition().isLink()) {  // its name says what it is
      shown.links.push_back({element.id(), name});
      return;
    }
    shown.links.push_back(
        {element.id(),
         speech.say({tr("{kind}: {name}"), {{"kind", speech.word(element.definition().label)}, {"name", name}}})});
  };
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : open.plan().all(kind.id))
      for (const auto& slot : element->slots()) {
        const Ref* ref = std::get_if<Ref>(&slot.value);
        const Refs* refs = std::get_if<Refs>(&slot.value);
        if ((ref && *ref == id) || (refs && std::find(refs->begin(), refs->end(), id) != refs->end())) {
          add(*element);
          break;
        }
      }
}

void addFindings(Inspected& shown, const OpenPlan& open) {
  for (std::size_t i = 0; i < open.findings().size(); ++i) {
    const auto& about = open.findings()[i].elements;
    const bool aboutOne = std::any_of(shown.elements.begin(), shown.elements.end(), [&](const ElementId& id) {
      return std::find(about.begin(), about.end(), id) != about.end();
    });
    if (aboutOne) shown.findings.push_back(i);
  }
}

}  // namespace

InspectorField inspectedField(const OpenPlan& open, const Speech& speech, std::span<const ElementId> ids,
                              const Field& field) {
  InspectorField shown;
  shown.number = field.number;
  shown.label = speech.word(field.label);
  shown.help = speech.word(field.help);
  shown.hint = hintOf(speech, field);
  shown.editor = editorOf(field);
  if (!isReference(field)) shown.candidates = candidates(open, speech, field);
  if (field.type == FieldType::flag)
    shown.candidates = {{speech.word(tr("yes")), "yes"}, {speech.word(tr("no")), "no"}};
  const Value* value = open.plan().find(ids.front())->find(field.number);
  for (const ElementId& id : ids) {
    const Value* other = open.plan().find(id)->find(field.number);
    if (value ? !other || !(*other == *value) : other != nullptr) shown.differs = true;
  }
  if (shown.differs) {
    shown.hint = speech.word(tr("several values"));
  } else if (value) {
    shown.text = editText(open, speech, field, *value);
    shown.problem = problemOf(speech, open.plan(), *open.plan().find(ids.front()), field);
  }
  return shown;
}

Inspected inspected(const OpenPlan& open, const Speech& speech) {
  Inspected shown;
  shown.elements = open.selection();
  if (shown.elements.empty()) shown.elements.push_back(open.plan().root().id());
  const bool isPlan = open.selection().empty();
  const Element* first = isPlan ? &open.plan().root() : open.plan().find(shown.elements.front());
  const bool one = shown.elements.size() == 1;
  shown.kind = speech.word(first->definition().label);
  shown.title = one ? speech.name(open, first->id()) : std::string();
  shown.note =
      one ? (isPlan ? std::string() : speech.state(open, first->id()))
          : speech.say({tr("{count} {count|entry is|entries are} chosen; a change is made to {count|it|all of them}."),
                        {{"count", static_cast<std::int64_t>(shown.elements.size())}}});
  shown.suggestion = suggestionOf(open, speech, shown.elements);
  const std::vector<const Field*> fields = fieldsOf(open, shown.elements);
  for (std::size_t i = 0; i < fields.size(); ++i)
    (i < fieldsAtFirst ? shown.first : shown.more).push_back(inspectedField(open, speech, shown.elements, *fields[i]));
  if (one && !isPlan) addLinks(shown, open, speech, first->id());
  addFindings(shown, open);
  return shown;
}

}  // namespace trackloom::desktop
