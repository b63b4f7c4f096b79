#include "checks/rules/date_spans.h"

namespace trackloom::checks::catalogue {
namespace {

Finding contradiction(const Item& item, Message message) {
  Finding finding;
  finding.level = Level::error;
  finding.elements = {item.id()};
  finding.message = std::move(message);
  finding.clears = {tr("It clears when both dates are right."), {}};
  return finding;
}

/// Two dates that were written in each other's place.
Fix exchange(const Item& item, const DateSpan& span) {
  const Kind& kind = item.element().definition();
  return {{tr("Exchange {firstField} and {lastField} of “{item}”"),
           {{"firstField", ownWord(kind.find(span.first.number)->label)},
            {"lastField", ownWord(kind.find(span.last.number)->label)},
            {"item", item.id()}}},
          [id = item.id(), span](const Plan& plan) {
            const ElementPtr before = plan.share(id);
            const Date* first = before ? before->get(span.first) : nullptr;
            const Date* last = before ? before->get(span.last) : nullptr;
            if (!first || !last) return Edit{};
            Element after = *before;
            after.set(span.first, *last).set(span.last, *first);
            return Edit{{}, {{before, std::make_shared<const Element>(std::move(after))}}, {}};
          }};
}

void checkSpan(const Item& item, const DateSpan& span, std::vector<Finding>& findings) {
  const Date* first = item.get(span.first);
  const Date* last = item.get(span.last);
  if (!first || !last || isBefore(*last, *first) != Truth::yes) return;
  const Kind& kind = item.element().definition();
  findings.push_back(
      contradiction(item, {tr("“{item}” ends before it begins: {firstField} is {first}, {lastField} is {last}."),
                           {{"item", item.id()},
                            {"firstField", ownWord(kind.find(span.first.number)->label)},
                            {"first", *first},
                            {"lastField", ownWord(kind.find(span.last.number)->label)},
                            {"last", *last}}}));
  findings.back().because.push_back({tr("At least {days} {days|day|days} lie between the two, in the wrong order."),
                                     {{"days", first->earliest() - last->latest()}}});
  findings.back().fixes.push_back(exchange(item, span));
}

void checkReadable(const Item& item, const Field& field, std::vector<Finding>& findings) {
  if (!item.unread(field.number)) return;
  Finding finding = contradiction(item, {tr("“{item}”: {field} reads “{text}”, which is not a date."),
                                         {{"item", item.id()},
                                          {"field", ownWord(field.label)},
                                          {"text", valueText(field, *item.element().find(field.number))}}});
  finding.clears = {tr("It clears when a date stands there such as 2013, 2013-Q2, 2013-05 or 2013-05-14."), {}};
  finding.because.push_back({tr("What stands there is kept as it is, but nothing is concluded from it."), {}});
  findings.push_back(std::move(finding));
}

/// What is asked of each kind, worked out once.
struct Asked {
  std::vector<const Field*> dates;
  std::vector<DateSpan> spans;
};

const Asked& askedOf(const Kind& kind) {
  static const auto all = [] {
    std::vector<Asked> asked;
    for (const Kind& each : kinds()) {
      asked.push_back({{}, dateSpans(each)});
      for (const Field& field : each.fields)
        if (field.type == FieldType::date) asked.back().dates.push_back(&field);
    }
    return asked;
  }();
  return all[static_cast<std::size_t>(kind.id)];
}

void ask(const Study& study, const Item& item, std::vector<Finding>& findings) {
  const Asked& asked = askedOf(item.element().definition());
  for (const DateSpan& span : asked.spans) checkSpan(item, span, findings);
  if (!study.anyUnread(item.kind())) return;
  for (const Field* field : asked.dates) checkReadable(item, *field, findings);
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  for (const Kind& kind : kinds())
    if (!askedOf(kind).dates.empty())
      for (const Item& item : study.all(kind.id)) ask(study, item, findings);
  return findings;
}

}  // namespace

Rule datesInverted() {
  Rule rule;
  rule.id = "DATE-INV";
  rule.family = "Dates";
  rule.title = "Ends before it begins, or no date at all";
  rule.help =
      "Does anything end before it begins, or does a text stand where a date belongs? Partial dates count as "
      "contradictory "
      "only if no day in them could be right.";
  rule.level = Level::error;
  rule.source = "Plan logic.";
  rule.clears = "Both dates are right.";
  rule.reads = readsWhere([](const Kind&, const Field& field) { return field.type == FieldType::date; });
  rule.check = check;
  rule.ask = ask;
  for (const Kind& kind : kinds())
    if (!askedOf(kind).dates.empty()) rule.asked.push_back(kind.id);
  return rule;
}

}  // namespace trackloom::checks::catalogue
