#pragma once

#include "checks/rule.h"
#include "checks/schedule.h"
#include "plan/id_table.h"
#include "plan/plan.h"
#include "plan/state.h"

#include <array>
#include <bitset>
#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <vector>

namespace trackloom::graph {
struct TrackCut;
}

namespace trackloom::checks {

struct AtWork;
struct Ceasefire;
struct HandOver;
struct LinkGround;
struct LinkNetwork;
class HeldUp;
struct Onward;
struct OnTrack;
struct Stalls;
class Touched;
enum class Carrying : std::uint8_t;

/// Notes which fields of which kinds are looked at.
class ReadRecord {
 public:
  /// A field that the kind does not have tells nothing, and is not noted.
  void note(KindId kind, FieldNumber field) {
    if (kindOf(kind).find(field)) reads_.insert({kind, field.value});
  }
  bool has(KindId kind, FieldNumber field) const { return reads_.contains({kind, field.value}); }
  const std::set<std::pair<KindId, std::uint16_t>>& all() const { return reads_; }

 private:
  std::set<std::pair<KindId, std::uint16_t>> reads_;
};

/// An element as rules see it: the same questions as an Element, and a study can record which were asked.
class Item {
 public:
  Item(const Element& element, std::uint32_t number, std::uint32_t place, ReadRecord* const* record)
      : element_(&element), record_(record), number_(number), place_(place), kind_(element.kind()) {}

  const ElementId& id() const { return element_->id(); }
  KindId kind() const { return kind_; }
  /// Its place among the elements of its kind.
  std::uint32_t number() const { return number_; }
  /// Its place among all elements of the study, below `Study::places`. The same as long as the study lasts.
  std::uint32_t place() const { return place_; }

  template <class T>
  const T* get(Key<T> key) const {
    return noted(key.number).get(key);
  }
  bool has(FieldNumber field) const { return noted(field).has(field); }
  bool unread(FieldNumber field) const { return noted(field).unread(field); }
  template <class Enum>
  std::optional<Enum> word(Key<Choice> key) const {
    return noted(key.number).word<Enum>(key);
  }
  template <class Enum>
  bool is(Key<Choice> key, Enum word_) const {
    return word<Enum>(key) == word_;
  }
  /// The name of a vocabulary word, for words that have no enumerator; empty if missing.
  std::string_view wordName(Key<Choice> key) const;
  std::span<const ElementId> refs(Key<Refs> key) const { return noted(key.number).refs(key); }
  ElementId ref(Key<Ref> key) const { return noted(key.number).ref(key); }
  bool hasTerm(Key<Texts> key, std::string_view term) const { return noted(key.number).hasTerm(key, term); }
  std::string_view text(Key<Text> key) const { return noted(key.number).text(key); }

  /// The element itself, for what is shown rather than judged.
  const Element& element() const { return *element_; }

 private:
  friend class Study;

  const Element& noted(FieldNumber field) const {
    if (*record_) (*record_)->note(element_->kind(), field);
    return *element_;
  }

  const Element* element_;
  ReadRecord* const* record_;
  std::uint32_t number_;
  std::uint32_t place_;
  KindId kind_;
};

/// Thrown where a fact of a study is given up because it takes longer than it may; half of it would mislead.
struct Stopped : std::exception {
  const char* what() const noexcept override;
};

/// What a study holds of a plan in which something is only suggested.
enum class Suggestions : std::uint8_t {
  leftOut,  ///< as if it had never been there: what is judged, told and handed out rests on what was kept
  shown     ///< all of it, for the desktop and for comparing versions; dates of what was kept rest on what was kept
};

/// A plan looked at as of one day, with the facts that follow from it, each computed once when first asked for. What is
/// only suggested in the plan is not in it, unless it is asked for.
class Study {
 public:
  Study(Plan plan, Day asOf, Suggestions suggestions = Suggestions::leftOut);
  ~Study();
  Study(const Study&) = delete;
  Study& operator=(const Study&) = delete;

  /// Takes over another plan as of the same day, mostly its own after an edit. Facts that rest on nothing that changed
  /// stay. Items and facts got before are not to be used after. Says what changed.
  Touched follow(Plan plan);
  /// Works out what many rules ask for, where the plan is large: dates in a thread of their own, the rest beside them.
  void workAhead() const;
  /// The rest: facts that need neither dates nor dependencies, the progress of activities already there.
  void workBesideDates() const;
  /// The elements that a rule that asks each for itself has to ask again.
  std::vector<const Item*> toAskAgain(const Rule& rule, const Touched& touched) const;

  const Plan& plan() const { return plan_; }
  Day asOf() const { return states_.day(); }

  /// All elements of a kind, by id.
  std::span<const Item> all(KindId kind) const { return items_[static_cast<std::size_t>(kind)]; }
  /// How many places items have.
  std::size_t places() const { return where_.size(); }
  /// The element with an id, or null. Constant time.
  const Item* find(const ElementId& id) const;
  const Item* find(KindId kind, const ElementId& id) const;
  /// What a reference field of an item names, or null. Each reference is looked up once.
  const Item* target(const Item& item, Key<Ref> key) const {
    const auto named = this->named(item, key.number);
    return named.empty() ? nullptr : named.front();
  }
  /// The same, or null if it is of another kind.
  const Item* target(KindId kind, const Item& item, Key<Ref> key) const {
    const Item* found = target(item, key);
    return found && found->kind() == kind ? found : nullptr;
  }
  /// What a reference field names, one or several, in its order; null for each that is not there.
  std::span<const Item* const> named(const Item& item, FieldNumber field) const;
  /// Does every id that stands in a reference field of a kind lead to something of these kinds?
  bool namesOnly(KindId kind, FieldNumber field, KindSet targets) const;
  /// Does any date of an item leave its day open?
  bool hasInexactDate(const Item& item) const;
  /// Is there an element of a kind with a text that does not read as its field's type?
  bool anyUnread(KindId kind) const;
  /// The two ends of each link of a kind with `from` and `to`, by its number; null where an end is not there.
  struct Ends {
    const Item* from = nullptr;
    const Item* to = nullptr;
  };
  std::span<const Ends> ends(KindId linkKind) const;
  /// The kind of the element with an id; nothing if there is none.
  std::optional<KindId> kindNamed(const ElementId& id) const;

  /// Whether anybody could know of an activity, body or agreement on the as-of day: one that only came later, without
  /// a planned date, a status that says it is meant to come, or an event about it before, is not there yet.
  bool known(const Item& item) const;
  State state(const Item& item) const;
  /// Was a hand-over turned down, or not taken up?
  bool isRefused(const Item& transfer) const;
  /// All events up to the as-of day that set a status of the element, oldest first.
  std::vector<const Item*> statusEvents(const ElementId& subject) const;

  const Network& network() const;
  const Schedule& schedule() const;
  /// How tracks hold together by what is handed over (track_links.h).
  const LinkNetwork& links(Carrying carrying) const;
  const LinkGround& linkGround() const;
  std::span<const HandOver> handOvers() const;
  /// The carriers without whom tracks lose each other.
  std::span<const graph::TrackCut> carrierCuts(Carrying carrying) const;
  /// The hand-overs and their ends without which tracks lose each other, pressure apart (`cutsByHandOver`).
  std::span<const graph::TrackCut> handOverCuts() const;
  /// What leads where by dependencies and hand-overs (onward.h).
  Onward onward() const;
  /// Which standstill holds up which activity (roots.h); one who asks it anew begins.
  HeldUp& heldUp() const;
  /// The numbers of the activities whose type says that they are ceasefires.
  std::span<const std::uint32_t> ceasefireActivities() const;
  /// What is or will be a ceasefire (ceasefires.h).
  std::span<const Ceasefire> ceasefires() const;
  /// The activities of a track (track_work.h).
  const OnTrack& onTrack(const Item& track) const;
  /// What there is on a track, so many days around the as-of day (track_work.h).
  const AtWork& work(const Item& track, std::int64_t window) const;
  /// What stands still (stall.h).
  const Stalls& stalls() const;
  const Times& times(const Item& activity) const { return schedule().times[activity.number()]; }
  Progress progress(const Item& activity) const { return progress()[activity.number()]; }
  /// Of all activities, by number.
  std::span<const Progress> progress() const;

  /// Whether everything an unstarted activity waits for has come: nothing but its own date holds it.
  bool ready(const Item& activity) const;

  /// The tracks of an activity, body, agreement or event that exist, primary first; of a track itself; of others none.
  std::span<const Item* const> tracks(const Item& item) const;
  /// The day a deadline falls on: fixed, or counted from its anchor's actual or forecast date. Nothing if unknown.
  std::optional<Day> deadlineDay(const Item& deadline) const;
  /// The deadlines set for an element, by id.
  std::span<const Item* const> deadlinesOf(const Item& subject) const;
  /// The last day up to the as-of day on which something is recorded for an activity: a date, a confirmation, an event,
  /// an agreement made in it.
  std::optional<Day> lastMovement(const Item& activity) const;

  /// The number a rule uses: the plan's own for the track, else the plan's own, else the rule's default.
  double threshold(std::string_view rule, std::string_view name, const ElementId& track = {}) const;

  void recordReads(ReadRecord* record) const { record_ = record; }
  void stopOn(std::stop_token stop) const { stop_ = std::move(stop); }
  void stopAt(std::chrono::steady_clock::time_point time) const { stopAt_ = time; }
  /// Long loops ask this from time to time, and give up if it holds.
  bool stopped() const { return stop_.stop_requested() || std::chrono::steady_clock::now() > stopAt_; }

 private:
  struct Facts;
  struct Lists;
  struct Differs;
  struct Renumbered;
  /// Where the item of a place stands now.
  struct Where {
    KindId kind = KindId::plan;
    std::uint32_t number = gone;
    static constexpr std::uint32_t gone = 0xFFFFFFFF;
  };

  void note(KindId kind, std::initializer_list<FieldNumber> fields) const {
    if (record_)
      for (const FieldNumber field : fields) record_->note(kind, field);
  }
  void noteStates() const {
    note(KindId::event, {"date", "about", "status"});
    note(KindId::term, {"vocabulary", "name", "like"});
  }
  void noteNetwork() const;
  Schedule workedOut() const;
  void build();
  void rebuild();
  void moveItems(KindId kind);
  std::uint32_t placeFor(const ElementId& id);
  void add(const Element& element, std::uint32_t place);
  void renew(const Renumbered& kind, std::span<const Change> renewing);
  std::vector<Renumbered> numbersBefore(std::span<const Change> changes) const;
  void addNumbersAfter(std::span<const Change> changes, Renumbered& kind) const;
  Lists renumberedLists(const Lists& before, const Renumbered& kind, FieldNumber field) const;
  template <class Wanted>
  void addNaming(const std::bitset<kindCount>& wantedKinds, Wanted wanted, Touched& fields) const;
  void addMentions(std::span<const Change> renewing, Touched& touched) const;
  void addNeighbours(std::span<const Change> renewing, Touched& lost) const;
  void updateKnown(std::span<const Change> changes, const Touched& touched);
  void updateTransferStates(const Touched& touched, std::span<const Renumbered> renumbered, bool eventsMoved);
  void updateInexact(std::span<const Change> changes);
  bool updateDates(std::span<const Change> changes, const Touched& touched);
  void forgetDates();
  void forgetWaiting();
  bool sameStanding(std::span<const Change> changes) const;
  void addPlaces(std::span<const Change> changes, Touched& touched) const;
  void addMoved(const Schedule& before, Touched& touched) const;
  void forgetStandings(std::span<const Change> changes, bool sameProgress);
  void forget(const Touched& touched, const Touched& lost, std::span<const Change> changes,
              std::span<const Renumbered> renumbered);
  void forgetWorks(const Touched& touched);
  void forgetNamed(KindId kind, FieldNumber field, std::span<const Renumbered> renumbered);
  Lists trackLists(KindId kind) const;
  /// For each element of the plan, by its place, the elements of a kind whose reference field names it.
  Lists listsBySubject(KindId kind, FieldNumber subject) const;
  const Lists& eventsAbout() const;
  const Lists& namedBy(KindId kind, FieldNumber field) const;
  void addNamed(const Item& item, FieldNumber field, Lists& lists) const;
  const std::vector<std::uint32_t>& namingOther(KindId kind, FieldNumber field, const Differs& differs) const;
  void lookAtValues() const;
  bool couldBeKnown(const Item& item) const;
  /// Is there an event about it up to the as-of day?
  bool isSpokenOf(const Item& item) const;

  Suggestions suggestions_;
  Plan plan_;
  StatesOnDay states_;
  std::array<std::vector<Item>, kindCount> items_;  // by id
  IdTable places_;
  std::vector<Where> where_;  // by place
  bool hasTwins_ = false;     // elements of two kinds with one id
  mutable ReadRecord* record_ = nullptr;
  mutable std::stop_token stop_;
  mutable std::chrono::steady_clock::time_point stopAt_ = std::chrono::steady_clock::time_point::max();
  std::unique_ptr<Facts> facts_;
};

}  // namespace trackloom::checks
