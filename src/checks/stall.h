#pragma once

#include "checks/study.h"

#include <optional>
#include <span>
#include <vector>

namespace trackloom::checks {

/// How an unfinished activity stands on the as-of day.
struct Standing {
  enum class What : std::uint8_t {
    notDue,     ///< finished, left out, not due yet, moved recently, or nothing is known that it should have done
    waiting,    ///< something it waits for is not there yet
    stalled,    ///< stopped, or an appointment passed and nothing is recorded since
    silent,     ///< under way, nothing recorded for long, no appointment to hold it to: nobody can tell
    unreadable  ///< it would be stalled, but its recorded status does not read: nobody can tell
  };
  What what = What::notDue;
  bool stopped = false;            ///< recorded as suspended, or as postponed with no new day planned
  std::optional<Day> since;        ///< stalled or silent since
  const Item* event = nullptr;     ///< the event that stopped it
  std::optional<Day> appointment;  ///< the first planned day or deadline that passed
};

/// The planned days and deadlines of an activity; none if it is finished or left out.
struct Appointments {
  std::optional<Day> passed;  ///< the first before the as-of day
  std::optional<Day> next;    ///< the first from the as-of day on
};

/// A track that does not move. It is stalled from the day an event suspends it while something on it is overdue, or
/// when its leading unfinished activity is stalled and nothing else on it has moved for as long. What was stopped leads
/// until it goes on or the track does; a ceasefire in force neither leads nor moves a track.
struct TrackStall {
  const Item* track = nullptr;
  const Item* leading = nullptr;  ///< the activity it stands or falls with; may be null if an event suspended the track
  const Item* event = nullptr;    ///< the event that suspended the track
  std::optional<Day> since;
  std::vector<const Item*> waitsOn;  ///< activities and issues; never an actor
  /// The unfinished activities that are overdue on it or wait, on whatever track, behind what it waits on.
  std::vector<const Item*> holdsUp;
};

/// A track of which nobody can tell whether it stands still: something on it was stopped, and what began since is
/// neither talks nor more of the same.
struct UnclearTrack {
  const Item* track = nullptr;
  const Item* stopped = nullptr;
  Day since;  ///< the day it was stopped
  const Item* begun = nullptr;
};

/// What stands still in a plan. Stalled is what is stopped, and what let an appointment pass without recorded movement
/// since for 14 days on official and semi-official tracks, 45 on others (thresholds of STALL-ACT, per track). Silence
/// alone is never stalled.
struct Stalls {
  std::vector<Appointments> appointments;  ///< by number of the activity
  std::vector<Standing> standings;         ///< likewise
  std::vector<std::optional<Day>> moved;   ///< the last movement of each, likewise
  std::vector<std::optional<Day>> due;     ///< since when each is under way or due, if it is and waits for nothing
  std::vector<TrackStall> tracks;          ///< all tracks that are stalled, by id
  std::vector<UnclearTrack> unclear;       ///< those of which it cannot be told, by id
};

/// Worked out anew at each call; `Study::stalls` keeps it.
Stalls findStalls(const Study& study);
/// The same where only these activities may stand otherwise than before, and those with deadlines counted from others.
void renewStalls(const Study& study, std::span<const std::uint32_t> activities, Stalls& known);

/// For each activity, by number, the first of these that it waits for while unfinished, directly or over others; null
/// where it waits for none.
std::vector<const Item*> waitingFor(const Study& study, std::span<const Item* const> roots);

/// Days without movement after which something counts as stalled on a track.
std::int64_t stallDays(const Study& study, const Item* track);

}  // namespace trackloom::checks
