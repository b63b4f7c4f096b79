#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

constexpr Term participationRole[] = {
    {"party", "Party", "Takes part as one of the sides between which things are settled."},
    {"negotiator", "Negotiator", "Negotiates on behalf of a party."},
    {"head-of-delegation", "Head of delegation", "Leads a delegation and speaks for it."},
    {"delegate", "Delegate", "Holds a seat for a party, group or region."},
    {"participant", "Participant", "Takes part without standing for anybody else."},
    {"convener", "Convener", "Calls the others together."},
    {"chair", "Chair", "Leads the sessions."},
    {"mediator", "Mediator", "Helps the parties to reach agreement, with their consent."},
    {"co-mediator", "Co-mediator", "Mediates together with others."},
    {"facilitator", "Facilitator", "Helps the conversation along without offering content."},
    {"host", "Host", "Offers the place and the hospitality."},
    {"good-offices", "Good offices", "Offers contacts and standing so that the parties can talk."},
    {"guarantor", "Guarantor", "Stands behind what is agreed and helps to see that it is kept."},
    {"witness", "Accompanying witness", "Accompanies the process and bears witness to it."},
    {"signatory", "Signatory", "Signs the text."},
    {"observer", "Observer", "Is present without taking part in decisions."},
    {"friend", "Friend or contact group member", "Supports the process together with other states or organisations."},
    {"donor", "Donor", "Pays for part of it."},
    {"monitor", "Monitor or verifier", "Observes or confirms whether commitments are kept."},
    {"expert", "Expert adviser", "Gives advice on a subject, also at short notice."},
    {"party-adviser", "Adviser to a party", "Advises one of the parties."},
    {"connector", "Connector or coordinator", "Links this with other tracks and keeps them in step."},
    {"liaison", "Liaison", "Keeps one side or body in touch with another."},
    {"rapporteur", "Rapporteur", "Records what is said and reports it to others."},
    {"secretariat", "Secretariat", "Prepares and supports the work."},
    {"implementing-partner", "Implementing partner", "Carries out part of it."},
    {"speaker", "Invited speaker", "Is heard on a question and then leaves."},
    {"respondent", "Consulted person or group", "Is asked for views."},
    {"interpreter", "Interpreter", "Interprets between languages."},
    {"security-provider", "Security provider", "Sees to the safety of those who take part."},
};

constexpr Term inclusionModality[] = {
    {"direct-representation", "Seat at the table",
     "Has seats of its own, within a delegation or in a large inclusive forum."},
    {"observer-status", "Observer", "Is in the room, hears what is said and can speak to the parties in the margins."},
    {"consultation", "Consultation", "Gives views in a forum or hearing, whether or not the table has endorsed it."},
    {"inclusive-commission", "Inclusive commission",
     "Sits in a commission that prepares, monitors or carries out part of the process."},
    {"problem-solving-workshop", "High-level workshop",
     "Meets in an unofficial workshop with people close to those who decide."},
    {"public-decision-making", "Public decision", "Votes as a citizen on the outcome or on those who shape it."},
    {"mass-action", "Mass action", "Makes itself heard in public together with many others."},
};

constexpr Term decisionPower[] = {
    {"decides", "Decides", "Has a say in the decision itself."},
    {"blocks", "Can withhold agreement", "Without its agreement the decision does not stand."},
    {"consulted", "Is consulted", "Is asked before the decision is taken."},
    {"observes", "Observes", "Sees how the decision is taken."},
    {"informed", "Is informed", "Hears of the decision afterwards."},
};

constexpr Term participationStatus[] = {
    {"sounded-out", "Sounded out", "Has been asked informally and nothing is fixed."},
    {"invited", "Invited", "Has an invitation and has not answered yet."},
    {"accepted", "Accepted", "Has said that it will take part."},
    {"declined", "Declined", "Was invited and has said that it will not take part."},
    {"not-invited", "Not invited", "Was considered and not invited, for a recorded reason."},
    {"attended", "Attended", "Took part."},
    {"withdrew", "Withdrew", "Took part at first and then left."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::participationRole, "participation-role", "Role", "", participationRole},
    {VocabularyId::inclusionModality, "inclusion-modality", "Modality of inclusion",
     "Broadening Participation (Inclusive Peace)", inclusionModality},
    {VocabularyId::decisionPower, "decision-power", "Power to decide", "", decisionPower},
    {VocabularyId::participationStatus, "participation-status", "Status of taking part", "", participationStatus},
};

}  // namespace

std::span<const Vocabulary> takingPart() { return chapter; }

}  // namespace trackloom::words
