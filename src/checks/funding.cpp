#include "checks/funding.h"

#include "checks/rules/present.h"

#include <algorithm>
#include <map>

namespace trackloom::checks {
namespace {

std::string_view statusOf(const Study& study, const Item& fund) {
  const State state = study.state(fund);
  const auto terms = vocabulary(VocabularyId::fundStatus).terms;
  return state.term < terms.size() ? terms[state.term].name : std::string_view();
}

/// The part of an amount that falls on some of its days, rounded down. Precondition: 0 ≤ days ≤ all.
std::int64_t partOf(std::int64_t amount, std::int64_t days, std::int64_t all) {
  all = std::max<std::int64_t>(all, 1);
  return amount / all * days + amount % all * days / all;  // so that large amounts do not overflow
}

std::int64_t common(Stretch a, Stretch b) {
  return std::max<std::int64_t>(0, std::min(a.end, b.end) - std::max(a.first, b.first));
}

/// A fund as money over days.
struct Share {
  std::int64_t amount;
  Stretch days;
};

/// The months that a stretch touches, each cut to it; at most a hundred years of them.
template <class Take>
void eachMonth(Stretch all, Take take) {
  CivilDate at = civilDate({all.first});
  at.day = 1;
  for (int months = 0; months < 1200; ++months) {
    const std::int64_t first = dayOf(at).number;
    if (first >= all.end) return;
    const std::int64_t next = first + daysInMonth(at.year, at.month);
    take(Day{first}, Stretch{std::max(first, all.first), std::min(next, all.end)});
    at = at.month == 12 ? CivilDate{at.year + 1, 1, 1} : CivilDate{at.year, at.month + 1, 1};
  }
}

}  // namespace

std::optional<Stretch> stretchOf(const Study& study, const Item& item) {
  if (item.kind() == KindId::activity) {
    const Times& times = study.times(item);
    if (!times.included || times.open || !times.known) return std::nullopt;
    return Stretch{times.es, std::max(times.ef, times.es + 1)};
  }
  const Date* start = item.get(key::start) ? item.get(key::start) : item.get(key::plannedStart);
  const Date* finish = item.get(key::finish) ? item.get(key::finish) : item.get(key::plannedFinish);
  if (!start || !finish || finish->last() < start->first()) return std::nullopt;
  return Stretch{start->first().number, finish->last().number + 1};
}

bool isPromised(const Study& study, const Item& fund) {
  return !isAnyOf(statusOf(study, fund), {"none", "requested", "withdrawn"});
}

bool isHeld(const Study& study, const Item& fund) { return isAnyOf(statusOf(study, fund), {"committed", "disbursed"}); }

Funds::Funds(const Study& study) : study_(study) {
  for (const KindId kind : {KindId::activity, KindId::body})
    funds_[static_cast<std::size_t>(kind)].resize(study.all(kind).size());
  trackFunded_.resize(study.all(KindId::track).size(), false);
  for (const Item& fund : study.all(KindId::fund)) {
    if (!isPromised(study, fund)) continue;
    for (const Item* item : study.named(fund, key::covers.number))
      if (item && item->kind() == KindId::track)
        trackFunded_[item->number()] = trackFunded_[item->number()] || isHeld(study, fund);
      else if (item && (item->kind() == KindId::activity || item->kind() == KindId::body))
        funds_[static_cast<std::size_t>(item->kind())][item->number()].push_back(&fund);
  }
}

std::span<const Item* const> Funds::of(const Item& item) const {
  return funds_[static_cast<std::size_t>(item.kind())][item.number()];
}

Spread Funds::spread(const Item& item) const {
  const Item* const alone[] = {&item};
  return spread(alone);
}

/// Why what a fund gives to these and no others cannot be told, a sentence; null if it can.
const char* Funds::whyUnknown(const Item& fund, const Money& budget, std::span<const Item* const> items) const {
  const Money* amount = fund.get(key::amount);
  if (!amount) return tr("The amount of a fund that covers it is not recorded.");
  for (const Item* covered : study_.named(fund, key::covers.number))
    if (std::ranges::find(items, covered) == items.end())
      return tr("A fund covers it together with others; which part is for it is not recorded.");
  return amount->currency == budget.currency ? nullptr : tr("A fund that covers it is in another currency.");
}

Spread Funds::spread(std::span<const Item* const> items) const {
  Spread spread;
  std::vector<const Item*> funds;
  std::optional<Stretch> whole;
  std::map<std::int64_t, FundedMonth> months;
  for (const Item* item : items) {
    const auto stretch = stretchOf(study_, *item);
    if (!stretch) {
      spread.unknown = tr("From when to when it needs the money is not known.");
      return spread;
    }
    if (!whole) whole = stretch;
    whole = Stretch{std::min(whole->first, stretch->first), std::max(whole->end, stretch->end)};
    const Money budget = *item->get(key::budget);
    eachMonth(*stretch, [&](Day month, Stretch days) {
      FundedMonth& funded = months.try_emplace(month.number, FundedMonth{month, 0, 0}).first->second;
      funded.need += partOf(budget.thousandths, days.end - days.first, stretch->end - stretch->first);
    });
    for (const Item* fund : of(*item)) {
      if (std::ranges::find(funds, fund) != funds.end()) continue;
      funds.push_back(fund);
      if ((spread.unknown = whyUnknown(*fund, budget, items))) return spread;
    }
  }
  std::vector<Share> shares;
  for (const Item* fund : funds) {
    const Money* amount = fund->get(key::amount);
    if (!isHeld(study_, *fund)) {
      spread.pledged += amount->thousandths;
      continue;
    }
    const Date* from = fund->get(key::from);
    const Date* until = fund->get(key::until);
    const Stretch days{from ? from->first().number : whole->first, until ? until->last().number + 1 : whole->end};
    shares.push_back({amount->thousandths, days});
  }
  if (!whole) return spread;
  eachMonth(*whole, [&](Day month, Stretch days) {
    const auto at = months.find(month.number);
    if (at == months.end()) return;
    for (const Share& share : shares)
      at->second.held += partOf(share.amount, common(days, share.days), share.days.end - share.days.first);
    spread.months.push_back(at->second);
  });
  return spread;
}

/// Why what seems short may be paid for after all, a sentence; null if nothing says so.
const char* Funds::mayBeCovered(const Item& item) const {
  for (const Item* fund : of(item))
    if (statusOf(study_, *fund).empty()) return tr("Whether a fund that covers it is committed is not recorded.");
  for (const Item* track : study_.tracks(item))
    if (trackFunded_[track->number()])
      return tr("A fund covers its track as a whole; which part is for it is not recorded.");
  return nullptr;
}

Funding Funds::over(const Item& item) const {
  Funding funding;
  funding.need.currency = funding.held.currency = funding.pledged.currency = item.get(key::budget)->currency;
  const Spread spread = this->spread(item);
  funding.unknown = spread.unknown;
  funding.pledged.thousandths = spread.pledged;
  if (spread.unknown) return funding;
  funding.what = Funding::What::covered;
  for (const FundedMonth& month : spread.months) {
    if (month.isCovered()) continue;
    funding.what = Funding::What::short_;
    funding.month = month.month;
    funding.need.thousandths = month.need;
    funding.held.thousandths = month.held;
    break;
  }
  if (funding.what == Funding::What::covered) return funding;
  if (const char* unsure = mayBeCovered(item)) {
    funding.what = Funding::What::cannotTell;
    funding.unknown = unsure;
  }
  return funding;
}

void appendFundingReads(std::vector<Reads>& reads) {
  appendScheduleReads(reads);
  appendReads(reads, KindId::activity, {"budget", "tracks"});
  appendReads(reads, KindId::body, {"budget", "tracks", "start", "finish", "planned-start", "planned-finish"});
  appendReads(reads, KindId::fund, {"covers", "amount", "status", "from", "until"});
}

}  // namespace trackloom::checks
