#include "documents/list_table.h"

#include <algorithm>
#include <set>

namespace trackloom::documents {
namespace {

struct ValueJson {
  const Field& field;

  Json operator()(Integer number) const { return number; }
  Json operator()(Number number) const { return number; }
  Json operator()(Flag flag) const { return flag.on; }
  Json operator()(const Refs& ids) const {
    Json list = Json::array();
    for (const ElementId& id : ids) list.add(id.text());
    return list;
  }
  Json operator()(const Texts& texts) const {
    Json list = Json::array();
    for (const std::string& text : texts) list.add(text);
    return list;
  }
  template <class Other>
  Json operator()(const Other& value) const {
    return valueText(field, Value(value));
  }
};

/// Translations stand by field; languages of one field one after another.
Json translationsJson(const Element& element) {
  Json json = Json::object();
  for (const Field& field : element.definition().fields) {
    Json languages = Json::object();
    for (const Translation& translation : element.extras().translations)
      if (translation.field == field.number) languages.put(translation.language, translation.text);
    if (!languages.empty()) json.put(field.name, std::move(languages));
  }
  return json;
}

/// A field in the main language, or in a further one that any of the elements has it in.
struct ListColumn {
  FieldNumber field;
  std::string language{};
  friend bool operator==(const ListColumn&, const ListColumn&) = default;
};

std::set<std::string> languagesOf(const Plan& plan, std::span<const Kind* const> kinds, FieldNumber field) {
  std::set<std::string> languages;
  for (const Kind* kind : kinds)
    for (const ElementPtr& element : plan.all(kind->id))
      for (const Translation& translation : element->extras().translations)
        if (translation.field == field) languages.insert(translation.language);
  return languages;
}

std::vector<ListColumn> columnsOf(const Plan& plan, std::span<const Kind* const> kinds) {
  std::vector<ListColumn> columns;
  for (const Kind* kind : kinds)
    for (const Field& field : kind->fields) {
      if (std::find(columns.begin(), columns.end(), ListColumn{field.number}) != columns.end()) continue;
      columns.push_back({field.number});
      for (const std::string& language : languagesOf(plan, kinds, field.number))
        columns.push_back({field.number, language});
    }
  return columns;
}

std::string cell(const Element& element, const ListColumn& column) {
  if (column.language.empty()) {
    const Value* value = element.find(column.field);
    return value ? valueText(*element.definition().find(column.field), *value) : std::string();
  }
  for (const Translation& translation : element.extras().translations)
    if (translation.field == column.field && translation.language == column.language) return translation.text;
  return {};
}

}  // namespace

Json elementJson(const Element& element) {
  Json json;
  json.put("id", element.id().text()).put("kind", element.definition().name);
  for (const Element::Slot& slot : element.slots()) {
    const Field& field = element.definition().fields[slot.position];
    json.put(field.name, std::visit(ValueJson{field}, slot.value));
  }
  if (Json translations = translationsJson(element); !translations.empty())
    json.put("translations", std::move(translations));
  return json;
}

Json listJson(const Plan& plan, std::span<const Kind* const> kinds) {
  Json list = Json::array();
  for (const Kind* kind : kinds)
    for (const ElementPtr& element : plan.all(kind->id)) list.add(elementJson(*element));
  return list;
}

Table listTable(const Plan& plan, std::span<const Kind* const> kinds) {
  const std::vector<ListColumn> columns = columnsOf(plan, kinds);
  Table table;
  table.columns.push_back({"id"});
  if (kinds.size() != 1) table.columns.push_back({"kind"});
  for (const auto& [field, language] : columns)
    table.columns.push_back({std::string(field.name()) + (language.empty() ? "" : ":" + language)});
  for (const Kind* kind : kinds) {
    for (const ElementPtr& element : plan.all(kind->id)) {
      std::vector<std::string> row{element->id().str()};
      if (kinds.size() != 1) row.emplace_back(kind->name);
      for (const ListColumn& column : columns) row.push_back(cell(*element, column));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

std::string listTitle(const Plan& plan, const Element& element) {
  const std::string_view title = element.title();
  if (title != element.id().text()) return std::string(title);
  std::string ends;
  for (const Element::Slot& slot : element.slots()) {
    if (element.definition().fields[slot.position].presence != Presence::required) continue;
    Refs ids;
    if (const Ref* ref = std::get_if<Ref>(&slot.value)) ids.push_back(*ref);
    if (const Refs* refs = std::get_if<Refs>(&slot.value)) ids = *refs;
    for (const ElementId& id : ids) {
      const Element* end = plan.find(id);
      ends.append(ends.empty() ? "" : " → ").append(end ? end->title() : id.text());
    }
  }
  return ends.empty() ? std::string(title) : ends;
}

}  // namespace trackloom::documents
