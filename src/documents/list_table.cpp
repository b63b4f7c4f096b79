#include "documents/list_table.h"

#include <algorithm>

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

std::vector<FieldNumber> columnsOf(std::span<const Kind* const> kinds) {
  std::vector<FieldNumber> numbers;
  for (const Kind* kind : kinds)
    for (const Field& field : kind->fields)
      if (std::find(numbers.begin(), numbers.end(), field.number) == numbers.end()) numbers.push_back(field.number);
  return numbers;
}

std::string cell(const Element& element, FieldNumber number) {
  const Value* value = element.find(number);
  return value ? valueText(*element.definition().find(number), *value) : std::string();
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
  const std::vector<FieldNumber> numbers = columnsOf(kinds);
  Table table;
  table.columns.push_back({"id"});
  if (kinds.size() != 1) table.columns.push_back({"kind"});
  for (const FieldNumber number : numbers) table.columns.push_back({std::string(number.name())});
  for (const Kind* kind : kinds) {
    for (const ElementPtr& element : plan.all(kind->id)) {
      std::vector<std::string> row{element->id().str()};
      if (kinds.size() != 1) row.emplace_back(kind->name);
      for (const FieldNumber number : numbers) row.push_back(cell(*element, number));
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
