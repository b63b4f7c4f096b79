#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// Money over the months of an activity or body: its budget spread evenly over its days, and each fund that covers it
/// over its own days. Only what is committed or disbursed counts; what is pledged is told apart. Different currencies
/// are never added.
struct Funding {
  enum class What : std::uint8_t {
    covered,    ///< in every month
    short_,     ///< in `month` for the first time
    cannotTell  ///< an amount or a day is missing, or currencies differ
  };
  What what = What::cannotTell;
  const char* unknown = nullptr;  ///< why nobody can tell, a sentence
  Day month;                      ///< the first day of the first month that is short
  Money need;                     ///< in that month
  Money held;                     ///< committed and disbursed for that month
  Money pledged;                  ///< in all
};

/// What an activity or body needs in one month and what is committed or disbursed for it, in thousandths.
struct FundedMonth {
  Day month;  ///< its first day
  std::int64_t need = 0;
  std::int64_t held = 0;

  bool isCovered() const { return held + 1000 >= need; }  // a unit of the currency is rounding
};

/// The same money month by month.
struct Spread {
  const char* unknown = nullptr;  ///< why nobody can tell, a sentence; there are no months then
  std::vector<FundedMonth> months;
  std::int64_t pledged = 0;  ///< in all, in thousandths
};

/// The funds of a plan by what they cover.
class Funds {
 public:
  explicit Funds(const Study& study);
  /// The funds that cover an activity or body and were not withdrawn or only asked for.
  std::span<const Item* const> of(const Item& item) const;
  /// Precondition: an activity or body with a budget that reads.
  Funding over(const Item& item) const;
  Spread spread(const Item& item) const;  ///< with the same precondition
  /// The same of several together: a fund that covers nothing but these counts for all of them.
  Spread spread(std::span<const Item* const> items) const;

 private:
  const char* mayBeCovered(const Item& item) const;
  const char* whyUnknown(const Item& fund, const Money& budget, std::span<const Item* const> items) const;

  const Study& study_;
  std::array<std::vector<std::vector<const Item*>>, kindCount> funds_;  // of activities and bodies, by number
  std::vector<bool> trackFunded_;                                       // by number of the track
};

/// The first day of an activity or body and the day after its last, as recorded or planned; nothing if not known.
struct Stretch {
  std::int64_t first;
  std::int64_t end;
};
std::optional<Stretch> stretchOf(const Study& study, const Item& item);

/// Has anybody at least pledged it, as far as is recorded? Not so for what is only asked for, refused or withdrawn.
bool isPromised(const Study& study, const Item& fund);

/// Is the fund's money there to be used, by its status on the day?
bool isHeld(const Study& study, const Item& fund);

void appendFundingReads(std::vector<Reads>& reads);

}  // namespace trackloom::checks
