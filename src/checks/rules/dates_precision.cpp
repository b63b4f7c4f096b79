#include "checks/rules/date_spans.h"
#include "checks/rules/listing.h"

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t mostTold = 12;

/// Is one date only known by a month, quarter or year that holds the other, better known one?
bool holds(const Date& coarse, const Date& fine) {
  return coarse.precision() > fine.precision() && coarse.first() <= fine.first() && fine.last() <= coarse.last();
}

/// An element with the two dates.
struct Found {
  const Item* item;
  DateSpan span;
};

Finding finding(const std::vector<Found>& all) {
  Finding finding;
  finding.level = Level::info;
  finding.verdict = Verdict::cannotTell;
  for (const Found& each : all) {
    if (finding.elements.empty() || !(finding.elements.back() == each.item->id()))
      finding.elements.push_back(each.item->id());
    if (finding.because.size() >= mostTold) continue;
    const Kind& kind = each.item->element().definition();
    finding.because.push_back({tr("“{item}”: {firstField} {first}, {lastField} {last}."),
                               {{"item", each.item->id()},
                                {"firstField", ownWord(kind.find(each.span.first.number)->label)},
                                {"first", *each.item->get(each.span.first)},
                                {"lastField", ownWord(kind.find(each.span.last.number)->label)},
                                {"last", *each.item->get(each.span.last)}}});
  }
  if (finding.elements.size() == 1) {
    finding.message = {
        tr("How long “{item}” lasts cannot be told: one of its two dates is a span that holds the other."),
        {{"item", finding.elements.front()}}};
  } else {
    finding.message = {
        tr("How long {count} entries last cannot be told: one of their two dates is a span that holds the "
           "other. Among them: {some}."),
        {{"count", static_cast<std::int64_t>(finding.elements.size())}, {"some", amongThem(finding.elements)}}};
  }
  finding.clears = {tr("It clears when both dates are known equally well."), {}};
  return finding;
}

/// What is recorded as happened counts only from the day it happened.
bool notYet(const DateSpan& span, const Date& first, const Date& last, Day asOf) {
  const bool recorded = span.first.number == key::start.number || span.first.number == key::delivered.number;
  return recorded && (first.first() > asOf || last.first() > asOf);
}

std::vector<Finding> check(const Study& study) {
  std::vector<Found> all;
  for (const Kind& kind : kinds()) {
    const std::vector<DateSpan> spans = dateSpans(kind);
    if (spans.empty()) continue;
    for (const Item& item : study.all(kind.id)) {
      if (!study.hasInexactDate(item)) continue;
      for (const DateSpan& span : spans) {
        const Date* first = item.get(span.first);
        const Date* last = item.get(span.last);
        if (!first || !last || notYet(span, *first, *last, study.asOf())) continue;
        if (holds(*first, *last) || holds(*last, *first)) all.push_back({&item, span});
      }
    }
  }
  if (all.empty()) return {};
  return {finding(all)};
}

}  // namespace

Rule datesPrecision() {
  Rule rule;
  rule.id = "DATE-PRECISION";
  rule.family = "Dates";
  rule.title = "A day inside a date that is only roughly known";
  rule.help =
      "Does something begin on a known day and end in the month, quarter or year that this day lies in, or the other "
      "way "
      "round? Then how long it lasts cannot be told, and the schedule takes the whole span.";
  rule.level = Level::info;
  rule.source = "Plan logic.";
  rule.clears = "Both dates are known equally well.";
  for (const Kind& kind : kinds())
    for (const DateSpan& span : dateSpans(kind))
      appendReads(rule.reads, kind.id, {span.first.number, span.last.number});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
