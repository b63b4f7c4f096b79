#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/reading_order.h"
#include "documents/wording.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace trackloom::documents {
namespace {

using checks::Item;

bool isType(const Item& item, VocabularyId words, std::initializer_list<std::string_view> names) {
  const Choice* type = item.get(key::type);
  const auto terms = vocabulary(words).terms;
  return type && type->term < terms.size() && std::ranges::find(names, terms[type->term].name) != names.end();
}

Node::List chosen(const Material& material, KindId kind, auto wanted) {
  Node::List list;
  for (const Item* item : inReadingOrder(material, knownOf(material.study, kind))) {
    if (!wanted(*item)) continue;
    Node node = elementNode(material, *item);
    if (kind == KindId::activity) addTimes(node, material, *item);
    list.push_back(std::move(node));
  }
  return list;
}

/// The titles of elements of a kind that name another in a field.
Node::List titlesNaming(const Material& material, KindId kind, Key<Refs> field, const ElementId& named) {
  Node::List titles;
  for (const Item& item : material.study.all(kind))
    if (const auto refs = item.refs(field); !named.empty() && std::ranges::find(refs, named) != refs.end())
      titles.emplace_back(nameOf(material, item.id()));
  return titles;
}

Node::List commitmentTable(const Material& material) {
  Node::List list;
  for (const Item* known : inReadingOrder(material, knownOf(material.study, KindId::commitment))) {
    const Item& commitment = *known;
    Node row = elementNode(material, commitment);
    const Field* score = commitment.element().definition().find(key::score.number);
    const State state = material.study.state(commitment);
    row.set("implementation",
            state.term == Choice::unlisted ? std::string() : labelOf(material, score->vocabulary, {state.term, {}}));
    setList(row, "money", titlesNaming(material, KindId::fund, key::covers, commitment.ref(key::activity)));
    setList(row, "risk-titles", titlesNaming(material, KindId::risk, key::about, commitment.id()));
    list.push_back(std::move(row));
  }
  return list;
}

/// Hand-overs with when they should have and when they did reach the other side.
enum class Leads : std::uint8_t { across, within };

Node::List transferTable(const Material& material, Leads wanted) {
  Node::List list;
  const Day asOf = material.study.asOf();
  for (const Item* transfer : inReadingOrder(material, KindId::transfer)) {
    if (crossesTracks(material, *transfer) != (wanted == Leads::across)) continue;
    Node row = elementNode(material, *transfer);
    const Date* delivered = transfer->get(key::delivered);
    const Date* planned = transfer->get(key::planned);
    if (delivered && delivered->first() > asOf) delivered = nullptr;
    std::string when;
    if (delivered)
      when = said(material, {tr("delivered {date}"), {{"date", spoken(material, *delivered)}}});
    else if (planned)
      when = said(material, {tr("planned for {date}"), {{"date", spoken(material, *planned)}}});
    row.set("when", when);
    list.push_back(std::move(row));
  }
  return list;
}

struct Sums {
  std::int64_t needed = 0, asked = 0, pledged = 0, secured = 0;
};

Money money(std::int64_t thousandths, const std::array<char, 3>& currency) { return {thousandths, currency}; }

/// Adds up what single amounts of at most 10^18 may bring beyond the range: then the largest number stands for it.
void add(std::int64_t& sum, std::int64_t amount) {
  if (__builtin_add_overflow(sum, amount, &sum)) sum = std::numeric_limits<std::int64_t>::max();
}

std::int64_t& columnOf(Sums& sums, std::string_view status) {
  if (status == "committed" || status == "disbursed") return sums.secured;
  return status == "pledged" ? sums.pledged : sums.asked;
}

Node::List fundingByCurrency(const Material& material) {
  std::map<std::array<char, 3>, Sums> byCurrency;
  for (const KindId kind : {KindId::activity, KindId::body})
    for (const Item& item : material.study.all(kind))
      if (const Money* budget = item.get(key::budget)) add(byCurrency[budget->currency].needed, budget->thousandths);
  for (const Item& fund : material.study.all(KindId::fund)) {
    const Money* amount = fund.get(key::amount);
    const Choice* status = fund.get(key::status);
    const auto terms = vocabulary(VocabularyId::fundStatus).terms;
    const std::string_view name = status && status->term < terms.size() ? terms[status->term].name : "requested";
    if (amount && name != "none" && name != "withdrawn")
      add(columnOf(byCurrency[amount->currency], name), amount->thousandths);
  }
  Node::List list;
  for (const auto& [currency, sums] : byCurrency) {
    Node row;
    row.set("needed", spoken(material, money(sums.needed, currency)));
    row.set("asked", spoken(material, money(sums.asked, currency)));
    row.set("pledged", spoken(material, money(sums.pledged, currency)));
    row.set("secured", spoken(material, money(sums.secured, currency)));
    row.set("open", spoken(material, money(std::max<std::int64_t>(0, sums.needed - sums.secured), currency)));
    list.push_back(std::move(row));
  }
  return list;
}

std::string budgetsUnknown(const Material& material) {
  std::int64_t without = 0;
  const auto activities = knownOf(material.study, KindId::activity);
  for (const Item* activity : activities) without += activity->has("budget") ? 0 : 1;
  if (without == 0) return {};
  return said(
      material,
      {tr("No budget is recorded for {without} of {all} {all|activity|activities}; what they cost is not known."),
       {{"without", without}, {"all", static_cast<std::int64_t>(activities.size())}}});
}

Node::List indicatorTable(const Material& material) {
  std::map<ElementId, const Item*> latest;
  for (const Item& reading : material.study.all(KindId::reading)) {
    const Date* date = reading.get(key::date);
    if (!date || date->last() > material.study.asOf()) continue;
    const Item*& last = latest[reading.ref(key::of)];
    if (!last || last->get(key::date)->last() <= date->last()) last = &reading;
  }
  Node::List list;
  for (const Item* indicator : inReadingOrder(material, KindId::indicator)) {
    Node row = elementNode(material, *indicator);
    const auto found = latest.find(indicator->id());
    const Node reading = found == latest.end() ? Node() : elementNode(material, *found->second);
    for (const std::string name : {"value", "date"}) {
      const Node* text = reading.find(name);
      row.set("last-" + name, text ? *text : Node());
    }
    list.push_back(std::move(row));
  }
  return list;
}

Node::List openFollowUps(const Material& material) {
  return chosen(material, KindId::followUp, [](const Item& item) { return !item.has("done"); });
}

}  // namespace

bool crossesTracks(const Material& material, const Item& transfer) {
  const auto& ends = material.study.ends(KindId::transfer)[transfer.number()];
  if (!ends.from || !ends.to) return false;
  const auto from = material.study.tracks(*ends.from);
  const auto to = material.study.tracks(*ends.to);
  const bool share = std::ranges::any_of(from, [&](const Item* track) { return std::ranges::count(to, track) > 0; });
  return !from.empty() && !to.empty() && !share;
}

bool isCeasefire(const Item& activity) {
  return activity.has("ceasefire-type") ||
         isType(activity, VocabularyId::activityType, {"ceasefire", "military-technical-talks"});
}

void addOutcomes(Node& root, const Material& material) {
  setList(root, "transfers-between-tracks", transferTable(material, Leads::across));
  setList(root, "transfers-within-tracks", transferTable(material, Leads::within));
  setList(root, "commitment-table", commitmentTable(material));
  setList(root, "ceasefires", chosen(material, KindId::activity, isCeasefire));
  setList(root, "ceasefire-agreements", chosen(material, KindId::agreement, [](const Item& item) {
            return item.has("ceasefire-type") || item.is(key::stage, AgreementStage::ceasefire);
          }));
  setList(root, "confidence-building", chosen(material, KindId::activity, [](const Item& item) {
            return isType(item, VocabularyId::activityType, {"confidence-building"});
          }));
  setList(root, "monitoring-bodies", chosen(material, KindId::body, [](const Item& item) {
            return item.has("need") || item.has("deployed") ||
                   isType(item, VocabularyId::bodyType, {"monitoring-mechanism", "joint-military-committee"});
          }));
  setList(root, "outreach-activities", chosen(material, KindId::activity, [](const Item& item) {
            return item.has("channels") ||
                   isType(item, VocabularyId::activityType,
                          {"outreach", "public-consultation", "civic-education", "perception-survey"});
          }));
}

void addMeans(Node& root, const Material& material) {
  setList(root, "funding-by-currency", fundingByCurrency(material));
  root.set("budgets-unknown", budgetsUnknown(material));
  setList(root, "budgeted-activities",
          chosen(material, KindId::activity, [](const Item& item) { return item.has("budget"); }));
  setList(root, "expertise-needed-by-activity",
          chosen(material, KindId::activity, [](const Item& item) { return item.has("expertise-needed"); }));
  setList(root, "team-actors", chosen(material, KindId::actor, [](const Item& item) {
            const Flag* us = item.get(key::us);
            return us && us->on;
          }));
  setList(root, "experts", chosen(material, KindId::actor, [](const Item& item) { return item.has("expertise"); }));
  setList(root, "indicator-table", indicatorTable(material));
  setList(root, "open-follow-ups", openFollowUps(material));
}

}  // namespace trackloom::documents
