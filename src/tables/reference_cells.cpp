#include "tables/reference_cells.h"

#include <algorithm>

namespace trackloom::tables {
namespace {

using Found = std::variant<ElementId, Unclear>;

class ReferenceReader {
 public:
  ReferenceReader(Undertaking& undertaking, const Place& place, const Field& field)
      : undertaking_(undertaking), place_(place), field_(field) {}

  ReadValue read(const std::string& text) {
    if (const Refs ids = idsNamed(text); !ids.empty()) return valueOf(ids);
    if (const auto id = known(text)) return valueOf({*id});
    if (field_.type == FieldType::ref || text.find_first_of(";,\n") == std::string::npos) return value(named(text));
    const std::string_view between = text.find_first_of(";\n") != std::string::npos ? ";\n" : ",";
    Refs refs;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find_first_of(between, at), text.size());
      const std::string part = trimmedCell(text.substr(at, end - at));
      at = end + 1;
      if (part.empty()) continue;
      Found found = named(part);
      if (const auto* unclear = std::get_if<Unclear>(&found)) return *unclear;
      refs.push_back(std::get<ElementId>(found));
    }
    if (refs.empty()) return notThere(text);
    return Value(std::move(refs));
  }

 private:
  ReadValue valueOf(const Refs& ids) const {
    if (field_.type == FieldType::refs) return Value(ids);
    return Value(ids.front());
  }

  ReadValue value(Found found) const {
    if (const auto* id = std::get_if<ElementId>(&found)) return valueOf({*id});
    return std::get<Unclear>(std::move(found));
  }

  /// All words as ids of what the field may name, or none.
  Refs idsNamed(const std::string& text) const {
    const Value value = parseValue(field_, text);
    Refs ids;
    if (const Ref* id = std::get_if<Ref>(&value)) ids = {*id};
    if (const Refs* several = std::get_if<Refs>(&value)) ids = *several;
    for (const ElementId& id : ids)
      if (const auto kind = undertaking_.kindOfKnown(id); !kind || !field_.targets.has(*kind)) return {};
    return ids;
  }

  std::optional<ElementId> known(const std::string& written) {
    const std::string& name = undertaking_.meant(written);
    if (const auto answer = undertaking_.answered(field_.targets, name); answer && !answer->empty()) {
      undertaking_.spelled().push_back({*answer, name});
      return answer;
    }
    const auto found = undertaking_.names().called(field_.targets, name);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
  }

  Found named(const std::string& written) {
    const std::string& name = undertaking_.meant(written);
    if (const Refs ids = idsNamed(name); ids.size() == 1) return ids.front();
    if (const auto id = known(name)) return *id;
    if (const auto found = undertaking_.names().called(field_.targets, name); found.size() > 1)
      return Unclear{
          {tr("The plan has several that are called “{value}”: {ids}."), {{"value", name}, {"ids", idsIn(found)}}},
          {tr("Write the id of the one that is meant."), {}}};
    const auto kinds = kindsToMake(name);
    if (undertaking_.asksSpelling(place_, kinds.empty() ? KindId::actor : kinds.front(), field_.targets, name))
      return Unclear{};
    if (kinds.size() == 1) return undertaking_.make(kinds.front(), name);
    return notThere(name);
  }

  /// What a name may be made as: what somebody said that it is, else the kinds that may stand here and are asked for,
  /// or where somebody said that it is new and only one kind may stand here, that one.
  std::vector<KindId> kindsToMake(const std::string& name) const {
    const std::vector<KindId> possible = kindsMadeByName(field_.targets);
    if (const auto kind = undertaking_.kindAnswered(name); kind && std::ranges::find(possible, *kind) != possible.end())
      return {*kind};
    std::vector<KindId> asked;
    for (const KindId kind : possible)
      if (std::ranges::find(undertaking_.request().create, kind) != undertaking_.request().create.end())
        asked.push_back(kind);
    const auto answer = undertaking_.answered(field_.targets, name);
    return asked.empty() && answer && possible.size() == 1 ? possible : asked;
  }

  Unclear notThere(const std::string& name) const {
    std::string kinds;
    for (const KindId kind : kindsMadeByName(field_.targets))
      kinds.append(kinds.empty() ? "" : ", ").append(kindOf(kind).name);
    if (kinds.empty())
      return {{tr("The plan has nothing with the id “{value}” that can stand here."), {{"value", name}}},
              {tr("Write the id of what is meant."), {}}};
    return {{tr("The plan has nothing that is called “{value}” and can stand here: {kinds}."),
             {{"value", name}, {"kinds", kinds}}},
            {tr("Correct the name, add it to the plan first, or have it made."), {}},
            Remedy::name,
            {name, VocabularyId::none, field_.targets}};
  }

  Undertaking& undertaking_;
  const Place& place_;
  const Field& field_;
};

}  // namespace

ReadValue readReferences(Undertaking& undertaking, const Place& place, const std::string& text, const Field& field) {
  return ReferenceReader(undertaking, place, field).read(text);
}

}  // namespace trackloom::tables
