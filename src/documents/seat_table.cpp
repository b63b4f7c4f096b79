#include "documents/process_tables.h"
#include "documents/wording.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace trackloom::documents {
namespace {

using checks::Item;

/// A sum of seats of which some may not be known.
struct Count {
  Integer known = 0;
  std::size_t unknown = 0;
  bool recorded = false;

  void add(const Item& seat) {
    recorded = true;
    if (const Integer* count = seat.get(key::count))
      known += *count;
    else
      ++unknown;
  }
};

/// One line of the table: a group in a component of a body, or in the body as a whole.
struct Line {
  ElementId body;
  std::string component;  // empty: the body as a whole
  ElementId group;
  auto operator<=>(const Line&) const = default;
};

std::string rounded(double number) {
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, 1);
  std::string text(digits, end);
  return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

class SeatTable {
 public:
  explicit SeatTable(const Material& material) : material_(material) {
    for (const Item& seat : material.study.all(KindId::seat)) take(seat);
    for (const Item& quota : material.study.all(KindId::quota)) take(quota, quota.text(key::component));
  }

  Node::List rows() const {
    Node::List list;
    for (const Line& line : lines_) list.push_back(row(line));
    return list;
  }

 private:
  void take(const Item& seat) {
    const ElementId body = seat.ref(key::body);
    const std::string component(seat.text(key::component));
    const ElementId group = seat.ref(key::group);
    counts_[{body, component, group}].add(seat);
    if (!component.empty()) sums_[{body, "", group}].add(seat);
    lines_.insert({body, component, group});
    if (!component.empty()) components_[body].insert(component);
  }

  void take(const Item& quota, std::string_view component) {
    const ElementId body = quota.ref(key::body);
    const ElementId group = quota.ref(key::group);
    std::set<std::string> where{std::string(component)};
    if (component == "*") where = components_[body];
    for (const std::string& place : where) {
      lines_.insert({body, place, group});
      quotas_[{body, place, group}].push_back(&quota);
    }
  }

  /// All seats of the line's body or component, whoever holds them.
  Count total(const Line& line) const {
    Count count = counted({line.body, line.component, {}});
    const Item* body = material_.study.find(KindId::body, line.body);
    const Integer* size = body && line.component.empty() ? body->get(key::count) : nullptr;
    if (size) count = {*size, 0, true};
    return count;
  }

  /// What is recorded for the line itself; for a body as a whole else what its components add up to.
  Count counted(const Line& line) const {
    for (const auto* counts : {&counts_, &sums_})
      if (const auto found = counts->find(line); found != counts->end()) return found->second;
    return {};
  }

  Node row(const Line& line) const {
    Node node;
    node.set("body", nameOf(material_, line.body));
    node.set("component", line.component);
    node.set("group", line.group.empty() ? said(material_, tr("all seats")) : nameOf(material_, line.group));
    node.set("target", targetText(line));
    const Count count = line.group.empty() ? total(line) : counted(line);
    node.set("actual", actualText(line, count));
    node.set("unknown", unknownText(count));
    return node;
  }

  std::string targetText(const Line& line) const {
    const auto found = quotas_.find(line);
    if (found == quotas_.end()) return {};
    std::string text;
    for (const Item* quota : found->second) text += (text.empty() ? "" : "; ") + targetText(*quota);
    return text;
  }

  std::string targetText(const Item& quota) const {
    const Flag* agreed = quota.get(key::agreed);
    const bool isAgreed = agreed && agreed->on;
    if (const Number* share = quota.get(key::share))
      return said(material_, {isAgreed ? tr("{share} % (agreed)") : tr("{share} % (norm, not agreed)"),
                              {{"share", material_.language.digits(rounded(*share))}}});
    if (const Integer* count = quota.get(key::count))
      return said(material_, {isAgreed ? tr("{count} {count|seat|seats} (agreed)")
                                       : tr("{count} {count|seat|seats} (norm, not agreed)"),
                              {{"count", *count}}});
    return said(material_, tr("not known"));
  }

  std::string actualText(const Line& line, const Count& count) const {
    if (!count.recorded || (count.unknown && count.known == 0)) return {};
    const Count all = total(line);
    if (line.group.empty() || !all.recorded || all.unknown || all.known <= 0)
      return material_.language.digits(std::to_string(count.known));
    const double share = 100.0 * static_cast<double>(count.known) / static_cast<double>(all.known);
    return said(material_,
                {tr("{known} of {all} ({share} %)"),
                 {{"known", count.known}, {"all", all.known}, {"share", material_.language.digits(rounded(share))}}});
  }

  std::string unknownText(const Count& count) const {
    if (!count.recorded) return said(material_, tr("all"));
    if (count.unknown == 0) return said(material_, tr("none"));
    return said(material_, {tr("{count} {count|entry|entries} without a number"),
                            {{"count", static_cast<std::int64_t>(count.unknown)}}});
  }

  const Material& material_;
  std::map<Line, Count> counts_;
  std::map<Line, Count> sums_;  // of the components, for the body as a whole
  std::map<Line, std::vector<const Item*>> quotas_;
  std::map<ElementId, std::set<std::string>> components_;
  std::set<Line> lines_;
};

}  // namespace

void addSeats(Node& root, const Material& material) { setList(root, "seat-table", SeatTable(material).rows()); }

}  // namespace trackloom::documents
