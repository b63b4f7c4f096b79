#include "tables/undertaking.h"

namespace trackloom::tables {

const Field* titleField(const Kind& kind) {
  for (const Key<Text> key : {key::title, key::name})
    if (const Field* field = kind.find(key.number); field && field->redaction == Redaction::name) return field;
  return nullptr;
}

std::vector<KindId> kindsMadeByName(const KindSet& kinds) {
  std::vector<KindId> made;
  for (const Kind& kind : trackloom::kinds())
    if (kinds.has(kind.id) && titleField(kind)) made.push_back(kind.id);
  return made;
}

std::string idsIn(std::span<const ElementId> ids) {
  std::string text;
  for (const ElementId& id : ids) text.append(text.empty() ? "" : ", ").append(id.text());
  return text;
}

std::optional<KindId> Undertaking::kindOfKnown(const ElementId& id) const {
  if (const Element* there = plan_.find(id)) return there->kind();
  const auto begun = begun_.find(id);
  return begun == begun_.end() ? std::nullopt : std::optional(begun->second);
}

ElementId Undertaking::newId(const Kind& kind, const std::string& text) {
  std::string from = std::string(kind.name) + ":" + foldedTitle(text);
  for (;; from += '+')
    if (const ElementId id = ElementId::derivedFrom(from); !plan_.find(id) && claim(id)) return id;
}

void Undertaking::begin(const Element& named) {
  begun_[named.id()] = named.kind();
  names_.add(named);
}

ElementId Undertaking::make(KindId kind, const std::string& name) {
  Element element(kind, newId(kindOf(kind), name));
  element.set(titleField(kindOf(kind))->number, Text(name));
  begin(element);
  made_.push_back(std::make_shared<const Element>(element));
  return element.id();
}

std::optional<ElementId> Undertaking::answered(const KindSet& kinds, const std::string& name) const {
  const auto answer = request_.mapping.names.find(name);
  if (answer == request_.mapping.names.end() || !answer->second.sameAs.empty()) return std::nullopt;
  const Element* there = plan_.find(answer->second.element);
  if (answer->second.element.empty()) return ElementId();
  return there && kinds.has(there->kind()) ? std::optional(there->id()) : std::nullopt;
}

const std::string& Undertaking::meant(const std::string& name) const {
  const auto answer = request_.mapping.names.find(name);
  return answer == request_.mapping.names.end() || answer->second.sameAs.empty() ? name : answer->second.sameAs;
}

std::optional<KindId> Undertaking::kindAnswered(const std::string& name) const {
  const auto answer = request_.mapping.names.find(name);
  return answer == request_.mapping.names.end() ? std::nullopt : answer->second.kind;
}

bool Undertaking::asksSpelling(const Place& place, KindId kind, const KindSet& among, const std::string& name) {
  if (request_.mapping.names.contains(name)) return false;
  const auto alike = names_.soundingLike(among, name);
  if (alike.empty()) return false;
  if (!asked_.insert(foldedTitle(name)).second) return true;
  SpellingQuestion question{place, kind, name, {}, {}, among};
  for (const KnownNames::Alike& other : alike) {
    if (plan_.find(other.element)) question.alike.push_back(other.element);
    question.alikeNames.push_back(other.name);
  }
  spellings_.push_back(std::move(question));
  return true;
}

}  // namespace trackloom::tables
