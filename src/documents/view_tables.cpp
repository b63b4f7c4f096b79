#include "documents/view_tables.h"

#include "documents/fill.h"
#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/wording.h"
#include "render/svg.h"

#include <algorithm>
#include <array>

namespace trackloom::documents {
namespace {

using checks::Item;

/// The kinds that readers look for first; others follow in their own order.
constexpr std::array firstKinds = {KindId::activity,  KindId::actor,      KindId::track,      KindId::phase,
                                   KindId::issue,     KindId::transfer,   KindId::dependency, KindId::deadline,
                                   KindId::agreement, KindId::commitment, KindId::body,       KindId::participation};

/// How a team keeps its plan; nothing about the process.
constexpr KindSet ownKeeping{KindId::plan, KindId::waiver, KindId::viewpoint, KindId::placement,
                             KindId::copy, KindId::term,   KindId::threshold, KindId::audience};

/// The fields that have a column, where those that come first in the kind are not the ones to read first.
struct ChosenColumns {
  KindId kind;
  std::vector<FieldNumber> fields;
};

const ChosenColumns* chosenColumns(KindId kind) {
  static const std::array chosen = {
      ChosenColumns{KindId::activity, {"type", "tracks", "lead"}},
      ChosenColumns{KindId::actor, {"type", "layer", "level", "member-of"}},
      ChosenColumns{KindId::body, {"type", "tracks", "decision-rule", "count"}},
      ChosenColumns{KindId::deadline, {"of", "anchor", "end", "offset"}},
      ChosenColumns{KindId::agreement, {"stage", "date", "tracks", "signatories"}},
      ChosenColumns{KindId::commitment, {"theme", "responsible", "due"}},
  };
  const auto found = std::ranges::find(chosen, kind, &ChosenColumns::kind);
  return found == chosen.end() ? nullptr : &*found;
}

/// The field whose words say what an element of the kind stands at; null if it has none.
const Field* stateField(const Kind& kind) {
  const VocabularyId words = statusVocabulary(kind.id);
  const auto found = std::ranges::find_if(kind.fields, [&](const Field& field) {
    return words != VocabularyId::none && field.type == FieldType::choice && field.vocabulary == words;
  });
  return found == kind.fields.end() ? nullptr : &*found;
}

/// Does the field stand in the row's title, or as what the element stands at on the day?
bool toldElsewhere(const Kind& kind, const Field& field) {
  return !forReaders(field) || field.name == "title" || field.name == "name" || &field == stateField(kind);
}

std::vector<const Field*> columnsOf(const Kind& kind, const std::vector<const Item*>& items) {
  constexpr std::size_t most = 4;
  std::vector<const Field*> columns;
  if (const ChosenColumns* chosen = chosenColumns(kind.id)) {
    for (const FieldNumber field : chosen->fields) columns.push_back(kind.find(field));
    return columns;
  }
  const auto isFilled = [&](const Field& field) {
    return std::ranges::any_of(items, [&](const Item* item) { return item->element().has(field.number); });
  };
  const bool endsInTitle = kind.isLink();
  for (const Field& field : kind.fields) {
    if (columns.size() == most || field.name == "notes") break;
    if (toldElsewhere(kind, field) || field.form == Form::prose) continue;
    if (endsInTitle && field.presence == Presence::required) continue;
    if (isFilled(field)) columns.push_back(&field);
  }
  return columns;
}

std::string paragraphsOf(const std::string& text) {
  std::string out;
  for (const std::string& paragraph : paragraphs(text)) out += "<p><bdi>" + escaped(paragraph) + "</bdi></p>";
  return out;
}

std::string valueOf(const ViewRows& rows, const Item& item, const Field& field) {
  const Value* value = item.element().find(field.number);
  if (!value || tellsOfLater(rows.material.study, item, field.number)) return {};
  if (const Ref* ref = std::get_if<Ref>(value)) return ref->empty() ? std::string() : linksTo(rows, {ref, 1});
  if (const Refs* refs = std::get_if<Refs>(value)) return linksTo(rows, *refs);
  const std::string text = spoken(rows.material, field, *value);
  if (field.form == Form::prose) return paragraphsOf(text);
  if (std::holds_alternative<Text>(*value)) return "<bdi>" + escaped(text) + "</bdi>";
  return escaped(text);
}

void addField(std::string& list, std::string_view label, const std::string& markup) {
  if (!markup.empty()) list.append("<dt>").append(escaped(label)).append("</dt><dd>").append(markup).append("</dd>");
}

/// One kind's table.
class KindTable {
 public:
  KindTable(const ViewRows& rows, KindId kind, const std::vector<const Item*>& items)
      : rows_(rows), kind_(kindOf(kind)), items_(items), state_(stateField(kind_)), columns_(columnsOf(kind_, items)) {}

  std::string write(const ViewSection& section) const {
    std::string out =
        tableStart(rows_, section, {said(rows_.material, kind_.label), said(rows_.material, kind_.help)}, titles());
    for (const Item* item : items_) row(out, *item);
    return out.append(tableEnd);
  }

 private:
  bool isActivity() const { return kind_.id == KindId::activity; }
  bool hasTime() const { return isActivity() || kind_.id == KindId::deadline; }

  std::vector<std::string> titles() const {
    const Material& material = rows_.material;
    std::vector<std::string> titles{said(material, kind_.label)};
    if (hasTime()) titles.push_back(said(material, tr("When")));
    if (state_) titles.push_back(said(material, state_->label));
    for (const Field* field : columns_) titles.push_back(said(material, field->label));
    return titles;
  }

  void row(std::string& out, const Item& item) const {
    const std::string anchor = anchorOf(item.id());
    const Node times = timesOf(item);
    out += rowStart(anchor, rows_.topics.at(item.id()), {});
    out += "<th scope=\"row\"><a href=\"#" + anchor + "\"><bdi>" + escaped(nameOf(rows_.material, item.id())) +
           "</bdi></a></th>";
    if (hasTime()) cell(out, escaped(times.find("when")->text()));
    if (state_) cell(out, stateOf(item));
    for (const Field* field : columns_) cell(out, valueOf(rows_, item, *field));
    out += "<td class=\"more\"><dl>";
    if (isActivity()) addField(out, said(rows_.material, tr("Forecast")), escaped(times.find("forecast")->text()));
    for (const Field& field : kind_.fields)
      if (!toldElsewhere(kind_, field) && std::ranges::find(columns_, &field) == columns_.end())
        addField(out, said(rows_.material, field.label), valueOf(rows_, item, field));
    out += "</dl></td></tr>\n";
  }

  /// Under `when`, and for an activity under `forecast`.
  Node timesOf(const Item& item) const {
    Node times;
    if (isActivity()) addTimes(times, rows_.material, item);
    if (kind_.id == KindId::deadline) times.set("when", tellableDayText(rows_.material, item));
    return times;
  }

  /// What it stands at on the day; what does not read stands there as it is.
  std::string stateOf(const Item& item) const {
    return item.unread(state_->number) ? valueOf(rows_, item, *state_) : escaped(stateLabel(rows_.material, item));
  }

  static void cell(std::string& out, const std::string& markup) { out.append("<td>").append(markup).append("</td>"); }

  const ViewRows& rows_;
  const Kind& kind_;
  const std::vector<const Item*>& items_;
  const Field* state_;
  std::vector<const Field*> columns_;
};

/// The day that an element of a kind without a place of its own is sorted by.
std::optional<Day> dayOf(const Material& material, const Item& item) {
  if (item.kind() == KindId::deadline) return tellableDay(material, item);
  const Date* date = item.get(key::date);
  return date ? std::optional(date->first()) : std::nullopt;
}

/// Activities by time; others in the plan's order, then by date, then by name.
std::vector<const Item*> inOrder(const Material& material, KindId kind) {
  if (kind == KindId::activity) return activitiesByTime(material);
  struct Place {
    std::int64_t order;
    std::int64_t day;
    std::string name;
    const Item* item;
    auto rank() const { return std::tie(order, day, name); }
  };
  constexpr std::int64_t last = std::int64_t{1} << 40;
  std::vector<Place> places;
  for (const Item* item : knownOf(material.study, kind)) {
    const Integer* order = item->get(key::order);
    const auto day = dayOf(material, *item);
    places.push_back({order ? *order : last, day ? day->number : last, nameOf(material, item->id()), item});
  }
  std::ranges::stable_sort(places, [](const Place& a, const Place& b) { return a.rank() < b.rank(); });
  std::vector<const Item*> items;
  for (const Place& place : places) items.push_back(place.item);
  return items;
}

}  // namespace

const std::string_view tableEnd = "</tbody></table></div>\n</section>\n";

ViewRows::ViewRows(const Material& material_) : material(material_), topics(topicsOf(material_.study)) {
  std::vector<KindId> order(firstKinds.begin(), firstKinds.end());
  for (const Kind& kind : trackloom::kinds())
    if (!ownKeeping.has(kind.id) && std::ranges::find(firstKinds, kind.id) == firstKinds.end())
      order.push_back(kind.id);
  for (const KindId kind : order) {
    std::vector<const Item*> items = inOrder(material, kind);
    for (const Item* item : items) linked.insert(item->id().text());
    if (!items.empty()) kinds.emplace_back(kind, std::move(items));
  }
}

std::string anchorOf(const ElementId& id) { return "e-" + render::idText(id.text()); }

std::string linksTo(const ViewRows& rows, std::span<const ElementId> ids) {
  std::string out;
  for (const ElementId& id : ids) {
    const std::string name = "<bdi>" + escaped(nameOf(rows.material, id)) + "</bdi>";
    out += out.empty() ? "" : ", ";
    out += rows.linked.contains(id.text()) ? "<a href=\"#" + anchorOf(id) + "\">" + name + "</a>" : name;
  }
  return out;
}

std::string rowStart(const std::string& anchor, const Topics& topics, std::string_view style) {
  std::string out = "<tr id=\"" + anchor + "\"";
  const auto list = [&](const char* name, const std::set<ElementId>& ids) {
    if (ids.empty()) return;
    out += name;
    for (const ElementId& id : ids) out += (out.back() == '"' ? "" : " ") + render::idText(id.text());
    out += '"';
  };
  list(" data-tracks=\"", topics.tracks);
  list(" data-issues=\"", topics.issues);
  if (!style.empty()) out.append(" class=\"").append(style).append("\"");
  return out + ">";
}

std::string tableStart(const ViewRows& rows, const ViewSection& section, const TableName& name,
                       std::span<const std::string> columns) {
  const std::string title = section.anchor + "-title";
  std::string out = "<section id=\"" + section.anchor + "\" class=\"table\" aria-labelledby=\"" + title +
                    "\">\n<h2 id=\"" + title + "\"><span class=\"name\">" + escaped(section.label) +
                    "</span> <span class=\"shown small\"></span></h2>\n<div class=\"scroll\" tabindex=\"0\" "
                    "role=\"region\" aria-labelledby=\"" +
                    title + "\"><table data-kind=\"" + escaped(name.kind) + "\"><caption>" + escaped(name.caption) +
                    "</caption><thead><tr>";
  for (const std::string& column : columns) out += "<th scope=\"col\">" + escaped(column) + "</th>";
  return out + "<th scope=\"col\" class=\"more\">" + escaped(said(rows.material, tr("More"))) +
         "</th></tr></thead><tbody>\n";
}

std::string viewTables(const ViewRows& rows, std::vector<ViewSection>& contents) {
  std::string out;
  for (const auto& [kind, items] : rows.kinds) {
    const Kind& definition = kindOf(kind);
    contents.push_back(
        {"s-" + std::string(definition.section), said(rows.material, definition.pluralLabel), items.size()});
    out += KindTable(rows, kind, items).write(contents.back());
  }
  return out;
}

std::string planFacts(const ViewRows& rows) {
  const Item& plan = rows.material.study.all(KindId::plan).front();
  std::string list;
  constexpr std::array<std::string_view, 4> technical = {"languages", "as-of", "revisions", "template"};
  for (const Field& field : kindOf(KindId::plan).fields)
    if (!toldElsewhere(kindOf(KindId::plan), field) && std::ranges::find(technical, field.name) == technical.end())
      addField(list, said(rows.material, field.label), valueOf(rows, plan, field));
  return list.empty() ? list : "<dl class=\"facts\">" + list + "</dl>\n";
}

}  // namespace trackloom::documents
