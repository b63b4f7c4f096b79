#pragma once

#include "plan/plan.h"

#include <optional>
#include <span>
#include <vector>

namespace trackloom {

/// What is known of an element's status on a day.
struct State {
  /// What says so: nothing does, its own status field, its actual dates, or an event about it.
  enum class Basis : std::uint8_t { nothing, field, dates, event };

  Basis basis = Basis::nothing;
  std::uint16_t term = Choice::unlisted;  ///< the word, in the vocabulary of its kind's status
  std::optional<Day> since;               ///< the day it holds from; nothing if only the field says so
  const Element* event = nullptr;         ///< the event that set it
  /// A status stands there that does not read, or an event that would set one does not: nobody can tell.
  bool unread = false;

  template <class Enum>
  std::optional<Enum> word() const {
    if (term == Choice::unlisted) return std::nullopt;
    return static_cast<Enum>(term);
  }
  template <class Enum>
  bool is(Enum wanted) const {
    return word<Enum>() == wanted;
  }
};

/// The vocabulary of the status that events set on elements of a kind; `none` where they set none.
VocabularyId statusVocabulary(KindId kind);

/// Those of all kinds, each once.
std::span<const VocabularyId> statusVocabularies();
/// Does a field hold the word of a status of what its element is about? That of events does.
bool namesStatus(const Field& field);

/// Does the status that stands on an activity say that it is an idea, planned, invited to or confirmed? What is meant
/// to come is known before it does.
bool isMeantToCome(const Element& activity);

/// The states of all elements as they were known on one day. Plans are looked at as of different days: what is dated
/// after the day is not known yet.
///
/// The latest dated fact up to the day holds: an event about the element that sets its status, (for activities and
/// hand-overs) an actual date, or (for commitments) the day of the score; on one day the event goes first. The status
/// of a proposal is its answer. Without a dated fact the field holds, unless `updated` lies after the day, or the field
/// tells of a start or finish whose actual date lies after it. Beside a dated fact it holds where it tells more: that
/// what has started was suspended or has ended, that what was handed over was used. The plan must outlive this and the
/// states it gives.
class StatesOnDay {
 public:
  StatesOnDay(const Plan& plan, Day day);
  State of(const Element& element) const;
  /// All events up to the day that set a status of the element, oldest first.
  std::vector<const Element*> eventsAbout(const ElementId& subject) const;
  Day day() const { return day_; }

 private:
  struct Entry {
    ElementId subject;
    Day day;
    const Element* event;
  };
  Day day_;
  PlanTerms ownTerms_;
  std::vector<Entry> entries_;  // by subject, then day, then event id
};

}  // namespace trackloom
