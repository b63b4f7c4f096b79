#pragma once

#include "checks/finding.h"
#include "plan/names.h"

#include <chrono>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace trackloom::checks {

class Item;
class Study;

/// How closely a field is looked at: at its value, or only for whether any day is planned (`Study::known`).
enum class Looks : std::uint8_t { atValue, ifPlanned };

/// A field of a kind that a rule looks at.
struct Reads {
  KindId kind;
  FieldNumber field;
  Looks looks = Looks::atValue;
  /// The same field, however closely.
  friend constexpr bool operator==(Reads a, Reads b) { return a.kind == b.kind && a.field == b.field; }
};

/// A number a rule uses; teams set their own with `threshold` elements.
struct ThresholdDefault {
  std::string_view name;
  double value;
  std::string_view help;  ///< what it counts, with its unit
};

/// One check: what it asks, on whose authority, what it reads, and the function that answers.
struct Rule {
  std::string_view id;      ///< capitals: STALL-TRACK
  std::string_view family;  ///< Structure, Dates, Stalls, Links …
  std::string_view title;   ///< a few words for lists
  std::string_view help;    ///< the question it answers, and how
  Level level = Level::warning;
  std::string_view source;     ///< the published guidance it rests on
  std::string_view clears;     ///< what makes a finding go away
  bool holdsUp = false;        ///< what it is about stands still: what waits for that may only follow from it
  bool waits = false;          ///< it is about something late, which may only follow from what that waits for
  std::string_view broader;    ///< a rule whose finding on the same tracks says this one too, more generally
  std::vector<Reads> reads;    ///< drives reruns, waivers and the documentation
  std::vector<KindId> counts;  ///< kinds that it asks about without reading anything of them: that they are there
  std::vector<ThresholdDefault> thresholds;
  std::vector<Finding> (*check)(const Study&) = nullptr;
  /// For a rule that asks each element of some kinds for itself, and looks at nothing but the element, what it names,
  /// events about these, their dates by the schedule and what holds for the whole plan: what it asks of one. What it
  /// finds names that one first. After an edit only those are asked again for which something changed.
  void (*ask)(const Study&, const Item&, std::vector<Finding>&) = nullptr;
  std::vector<KindId> asked;
};

/// All rules, in the order they are reported in.
std::span<const Rule> rules();
const Rule* findRule(std::string_view id);

/// What to run and when to stop.
struct CheckOptions {
  std::vector<std::string_view> only;  ///< rule ids; empty for all
  std::stop_token stop;
  std::chrono::milliseconds budget = std::chrono::seconds(20);  ///< what one rule may take
};

/// Runs the rules. By level, then rule, then elements; accepted findings are marked, not left out, and findings that
/// follow from another say from which. A rule that throws or takes longer than its budget is itself reported as a
/// finding, and the others still run.
std::vector<Finding> check(const Study& study, const CheckOptions& options = {});
/// The same with these rules instead of all.
std::vector<Finding> check(const Study& study, std::span<const Rule> rules, const CheckOptions& options);

}  // namespace trackloom::checks
