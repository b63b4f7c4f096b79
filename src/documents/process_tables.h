#pragma once

#include "checks/sittings.h"
#include "documents/context.h"

#include <optional>

// What documents tell beyond the plan's own lists: tables and sentences that follow from them. Each
// adds its names to the tree; docs/templates.md says what stands under them.

namespace trackloom::documents {

/// The dates of an activity: `planned`, `actual`, `forecast` (for the team's own eyes only), `when`, `tracks-title`.
void addTimes(Node& activity, const Material& material, const checks::Item& item);

/// The day a deadline falls on; nothing if it is not known, or rests on a forecast and that may not be told.
std::optional<Day> tellableDay(const Material& material, const checks::Item& deadline);

/// That day in words, marked where it rests on a forecast; empty if there is none that may be told.
std::string tellableDayText(const Material& material, const checks::Item& deadline);

/// Objectives from the ambition down, issues in their order, reporting lines of bodies, events by date, sources.
void addDesign(Node& root, const Material& material);
/// Actors by layer, who takes part in what, in which modality; who declined or left; third parties; groups.
void addPeople(Node& root, const Material& material);
/// Seats of each body by component and group against what was agreed or asked for.
void addSeats(Node& root, const Material& material);
/// Activities by track and by phase with planned, actual and forecast dates.
void addSchedule(Node& root, const Material& material);
/// Deadlines by day, and what comes within the next 90 days.
void addDeadlines(Node& root, const Material& material);
/// Commitments and security arrangements.
void addOutcomes(Node& root, const Material& material);
/// Money by currency, experts, what is watched.
void addMeans(Node& root, const Material& material);
/// Findings, accepted findings, and what is not known yet, one line a rule.
void addFindings(Node& root, const Material& material);
/// The process in a few sentences, made from counts and states.
void addSummary(Node& root, const Material& material);
/// What happened after a day, and the day.
void addChanges(Node& root, const Material& material, Day since);
/// Issues with the options and proposals for each.
void addOptions(Node& root, const Material& material);
/// One row for each activity with all that has to be coordinated about it.
void addCoordination(Node& root, const Material& material);
/// The activity a paper is about: one that is named, or the next that is planned. Throws `Error` (usage) if the named
/// one is not there for these readers.
void addEvent(Node& root, const Material& material, const ElementId& named);

/// The label of a word in a field; empty if there is none.
std::string choiceText(const Material& material, const checks::Item& item, Key<Choice> key);
/// Who leads, carries out, chairs, is a member or holds a seat, where no participation tells of them.
std::vector<checks::Sitting> namedWithoutParticipation(const Material& material);
/// Declined, withdrew, or was not invited.
bool tookNoPart(const State& participation);
/// Does a hand-over lead from one track to another? Not so where its ends share one, or one end stands on none.
bool crossesTracks(const Material& material, const checks::Item& transfer);
/// The activities that are known and count: not those that were cancelled, ended without result or were replaced.
std::vector<const checks::Item*> countedActivities(const Material& material);
/// A ceasefire, or talks about one.
bool isCeasefire(const checks::Item& activity);
/// The activities that are known, by when they began or should.
std::vector<const checks::Item*> activitiesByTime(const Material& material);

/// From `a` to `b` as people write it; empty if neither is known.
std::string spanText(const Material& material, const Date* a, const Date* b);

}  // namespace trackloom::documents
