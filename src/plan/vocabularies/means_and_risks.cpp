#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

constexpr Term fundStatus[] = {
    {"none", "None", "Nobody has been found who pays."},
    {"requested", "Asked for", "Somebody has been asked and has not answered."},
    {"pledged", "Pledged", "Somebody has said that they will pay."},
    {"committed", "Committed", "There is a signed undertaking to pay."},
    {"disbursed", "Paid out", "The money has arrived."},
    {"withdrawn", "Withdrawn", "What was promised has been taken back."},
};

constexpr Term reviewOutcome[] = {
    {"go-ahead", "Can go ahead", "Nothing was found that speaks against it."},
    {"with-measures", "Can go ahead with measures", "It can go ahead once the measures named are in place."},
    {"redesign", "Change the design", "It should be held in another form, place or circle."},
    {"postpone", "Wait", "It should wait until the situation allows it."},
    {"do-not-proceed", "Should not go ahead", "The possible harm is greater than what can be gained."},
    {"open", "Not decided", "The review has not come to a conclusion yet."},
};

constexpr Term likelihood[] = {
    {"rare", "Rare", "It would be a great surprise."},
    {"unlikely", "Unlikely", "It could happen but is not expected."},
    {"possible", "Possible", "It may or may not happen."},
    {"likely", "Likely", "It is expected to happen."},
    {"almost-certain", "Almost certain", "It would be a surprise if it did not happen."},
};

constexpr Term eventType[] = {
    {"suspension", "Suspension", "Talks or another activity are put on hold."},
    {"resumption", "Resumption", "Something that was on hold goes on."},
    {"opening", "Opening", "Something begins officially."},
    {"closing", "Closing", "Something ends officially."},
    {"walk-out", "Walk-out", "Somebody leaves a meeting or the process."},
    {"return", "Return", "Somebody who had left comes back."},
    {"statement", "Statement", "Somebody says something in public that matters for the process."},
    {"announcement", "Announcement", "A date, a plan or a result is made known."},
    {"proposal", "Proposal", "A proposal or counter-proposal is made."},
    {"acceptance", "Acceptance", "A party accepts a proposal, an invitation or a principle."},
    {"refusal", "Refusal", "A party says no to a proposal or an invitation."},
    {"decision", "Decision", "A body or office decides something."},
    {"ruling", "Court ruling", "A court decides something."},
    {"appointment", "Appointment", "Somebody is chosen for an office or task."},
    {"resignation", "Resignation", "Somebody leaves an office or task."},
    {"signing", "Signing", "A text is signed."},
    {"adoption", "Adoption", "A body adopts a law, a constitution or a text."},
    {"entry-into-force", "Entry into force", "What was agreed takes effect."},
    {"meeting", "Meeting", "People met outside the plan's own activities."},
    {"visit", "Visit", "Somebody travels to the parties or to a place of the conflict."},
    {"handover", "Handover", "Something was handed from one place of the process to another."},
    {"consent", "Change of consent", "Somebody gives, limits or withdraws consent."},
    {"score", "Implementation score", "The state of a commitment is assessed."},
    {"missed-deadline", "Deadline passed", "A day that was set has passed without what was due."},
    {"incident", "Incident", "An attack, a clash or another act of violence."},
    {"ceasefire-breach", "Reported ceasefire violation", "A violation of a ceasefire is reported or confirmed."},
    {"release", "Release", "Prisoners, hostages or detainees are set free."},
    {"protest", "Protest", "People protest in public."},
    {"election", "Election", "Citizens or members have voted."},
    {"change-of-government", "Change of government", "A government takes or leaves office."},
    {"sanctions", "Sanctions", "Sanctions are imposed, eased or lifted."},
    {"funding", "Funding", "Money is promised, arrives or is taken back."},
    {"disaster", "Disaster", "A flood, drought, epidemic or other disaster."},
    {"other", "Other", "An event that none of the other words describes."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::fundStatus, "fund-status", "Status of funds", "", fundStatus},
    {VocabularyId::reviewOutcome, "review-outcome", "Outcome of a review", "", reviewOutcome},
    {VocabularyId::likelihood, "likelihood", "Likelihood", "", likelihood},
    {VocabularyId::eventType, "event-type", "Type of event", "", eventType},
};

}  // namespace

std::span<const Vocabulary> meansAndRisks() { return chapter; }

}  // namespace trackloom::words
