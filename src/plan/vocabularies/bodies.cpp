#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

constexpr Term bodyType[] = {
    {"plenary", "Plenary", "All members of the process together."},
    {"negotiating-table", "Negotiating table", "The parties' delegations in their standing form of meeting."},
    {"delegation", "Delegation", "Those who speak for one party or component."},
    {"working-group", "Working group", "Members who work on one subject for the plenary or table."},
    {"subcommittee", "Subcommittee", "A smaller group within a working group or committee."},
    {"presidium", "Presidium", "Those who chair and steer the process."},
    {"secretariat", "Secretariat", "Those who prepare, record and support the work."},
    {"preparatory-committee", "Preparatory committee",
     "Prepares mandate, rules, size and selection before the opening."},
    {"consensus-committee", "Consensus committee", "Looks for agreement where the other bodies cannot find it."},
    {"coordination-committee", "Coordination committee", "Links bodies or tracks and keeps their work in step."},
    {"expert-unit", "Expert unit", "Gives technical advice and drafts options."},
    {"advisory-board", "Advisory board", "A standing group that advises the mediator or the table."},
    {"womens-advisory-board", "Women's advisory board",
     "A standing group of women that advises the mediator or the table."},
    {"facilitation-team", "Facilitation team", "Those who moderate the sessions."},
    {"mediation-team", "Mediation team", "The mediator and those who work with the mediator."},
    {"outreach-unit", "Media and outreach unit", "Informs the public and gathers its views."},
    {"contact-group", "Contact or Friends group", "States or organisations that support the process together."},
    {"donor-group", "Donor coordination group", "Funders who coordinate what they pay for."},
    {"joint-military-committee", "Joint military committee",
     "Officers of the sides who oversee security arrangements together."},
    {"monitoring-mechanism", "Monitoring and verification mechanism",
     "Observes and confirms whether commitments are kept."},
    {"liaison-office", "Liaison office", "Keeps the sides in touch day by day."},
    {"follow-up-committee", "Follow-up committee", "Watches over the implementation of what was agreed."},
    {"dispute-resolution-panel", "Dispute resolution panel",
     "Settles disputes over the meaning or keeping of an agreement."},
    {"inclusive-commission", "Inclusive commission", "A commission with members from many parts of society."},
    {"truth-commission", "Truth commission", "Establishes and records what happened in the past."},
    {"constituent-assembly", "Constituent assembly", "An assembly that writes and adopts a constitution."},
    {"constitutional-commission", "Constitutional commission", "Drafts a constitution for others to adopt."},
    {"parliament", "Parliament", "An elected assembly, a chamber or a committee of it."},
    {"government", "Government", "A cabinet, a transitional one included."},
    {"electoral-body", "Election body", "Prepares and runs elections."},
    {"peace-council", "National peace council",
     "A standing national institution for preventing and settling conflict."},
    {"local-peace-committee", "Local peace committee",
     "A standing group for preventing and settling conflict in one area."},
};

constexpr Term bodyFunction[] = {
    {"monitoring", "Monitoring", "Observes what the sides do."},
    {"verification", "Verification", "Confirms or refutes what has been reported."},
    {"investigation", "Investigation", "Finds out how an alleged violation came about."},
    {"reporting", "Reporting", "Tells the sides, the guarantors or the public what was found."},
    {"dispute-resolution", "Dispute resolution", "Helps the sides to settle differences over what was agreed."},
    {"liaison", "Liaison", "Keeps the sides in contact so that incidents do not grow."},
    {"coordination", "Coordination", "Keeps the work of several bodies in step."},
    {"civilian-protection", "Protection of civilians", "Watches over the safety of people who do not fight."},
    {"humanitarian-access", "Humanitarian access", "Helps aid to reach people in need."},
    {"disarmament-oversight", "Oversight of disarmament", "Oversees the storage, handing in or removal of arms."},
    {"detainees-missing", "Detainees and missing people",
     "Oversees releases, exchanges and the search for the missing."},
    {"public-information", "Public information", "Tells people what was agreed and what it means for them."},
    {"implementation-planning", "Planning of implementation", "Breaks what was agreed into steps, dates and tasks."},
    {"interpretation", "Interpretation of the text", "Says what a disputed passage means."},
    {"financial-oversight", "Oversight of funds", "Oversees the money meant for implementation."},
};

constexpr Term deadlockStep[] = {
    {"consensus-committee", "Consensus committee", "The matter goes to a committee that looks for agreement."},
    {"small-group", "Small group", "A few members work on the matter in confidence."},
    {"principals", "To the principals", "The matter goes to the leaders of the parties."},
    {"bridging-proposal", "Bridging proposal", "The mediator or chair proposes a way between the positions."},
    {"expert-panel", "Expert panel", "Experts set out what is possible."},
    {"time-out", "Time-out", "The talks rest for an agreed time."},
    {"change-of-format", "Change of format or venue", "The parties meet in another form or place."},
    {"parking", "Parking and sequencing", "The matter is set aside and comes back at a set point."},
    {"package", "Package", "Several matters are linked so that each side gains on some."},
    {"shuttle", "Shuttle", "A third party goes between the parties."},
    {"guarantors", "Guarantors and friends",
     "States or organisations that stand behind the process are asked to help."},
    {"other-tracks", "Work on other tracks", "People on other tracks prepare ideas or contacts that can help."},
    {"arbitration", "Arbitration", "An outside person or court decides."},
    {"vote", "Vote", "The matter is put to a vote after all."},
    {"convener", "To the convener", "The convener decides after hearing everybody."},
    {"referendum", "Referendum", "Citizens decide."},
};

constexpr Term dayCount[] = {
    {"calendar-days", "Calendar days", "Every day counts."},
    {"working-days", "Working days", "Weekly rest days and the plan's pauses do not count."},
};

constexpr Term selectionMethod[] = {
    {"group-nomination", "Nomination by the group", "Each group or party names its own members."},
    {"election", "Election or caucus", "Those who are represented vote for their members."},
    {"appointment", "Appointment by the convener", "The convener chooses the members."},
    {"open-application", "Open application", "Anybody may apply and a list is drawn up by stated criteria."},
    {"lottery", "Lottery", "Members are drawn by lot, often so that they mirror the population."},
    {"ex-officio", "By office", "Members sit because of an office they hold."},
    {"third-party-proposal", "Proposal by a third party",
     "A third party proposes members and the parties accept them."},
    {"mixed", "Several methods", "Different seats are filled in different ways."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::bodyType, "body-type", "Type of body",
     "National Dialogue Handbook (Berghof Foundation and swisspeace, 2017); with additions", bodyType},
    {VocabularyId::bodyFunction, "body-function", "Function of a body",
     "Guidance on Mediation of Ceasefires (UN DPPA, 2022); with additions", bodyFunction},
    {VocabularyId::deadlockStep, "deadlock-step", "Step when a body cannot agree", dialogueHandbook, deadlockStep},
    {VocabularyId::dayCount, "day-count", "How days are counted", "", dayCount},
    {VocabularyId::selectionMethod, "selection-method", "Selection method", dialogueHandbook, selectionMethod},
};

}  // namespace

std::span<const Vocabulary> bodies() { return chapter; }

}  // namespace trackloom::words
