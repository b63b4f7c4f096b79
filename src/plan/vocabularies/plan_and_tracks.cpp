#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

constexpr Term processPurpose[] = {
    {"crisis-management", "Managing a crisis",
     "A short process with a narrow mandate that should prevent or end a crisis."},
    {"fundamental-change", "Fundamental change",
     "A longer process with a broad mandate that should renew how the country is run."},
    {"ending-violence", "Ending violence", "Talks that should first of all stop the fighting."},
    {"settlement", "Political settlement", "Talks that should settle the issues the parties are divided over."},
    {"local-accommodation", "Local accommodation",
     "A process that should settle how communities of one area live together."},
    {"implementation-support", "Support to implementation", "A process that accompanies what has already been agreed."},
};

constexpr Term decisionRule[] = {
    {"unanimity", "Unanimity", "Everybody who has a vote must agree."},
    {"consensus", "Consensus", "A decision stands when nobody upholds an objection."},
    {"consensus-minus", "Consensus minus some", "A decision stands although a stated small number still objects."},
    {"sufficient-consensus", "Sufficient consensus",
     "A decision stands when the parties without which it could not work agree."},
    {"qualified-majority", "Qualified majority", "A stated share of the votes, higher than half, must be in favour."},
    {"simple-majority", "Simple majority", "More votes must be in favour than against."},
    {"double-majority", "Double majority", "A majority is needed overall and also within each bloc."},
    {"convener-decides", "Convener decides", "Those who take part advise, and the convener decides."},
    {"chairs-text", "Chair's text",
     "The chair puts forward a text after hearing everybody, and it stands unless it is rejected."},
};

constexpr Term outcomeStatus[] = {
    {"advisory", "Advisory", "The outcome is a recommendation to those who decide."},
    {"binding-after-ratification", "Binding once ratified", "The outcome binds after another body has approved it."},
    {"binding", "Binding", "The outcome binds as soon as it is adopted."},
};

constexpr Term mediatorRole[] = {
    {"direct-talks", "Direct talks without a third party",
     "The parties talk to each other without anybody in between."},
    {"facilitator", "Facilitator", "The third party helps the parties meet and talk but offers no content."},
    {"formulator", "Formulator", "The third party also drafts and proposes ways of settling the issues."},
    {"directive", "Directive mediator", "The third party also uses incentives and pressure to move the parties."},
};

constexpr Term trackLevel[] = {
    {"1", "Track 1, official", "Officials and leaders of the parties who can commit those they speak for."},
    {"1.5", "Track 1.5, semi-official",
     "Officials in a personal capacity who meet together with people without office."},
    {"2", "Track 2, influential people", "Unofficial people of influence who can reach those who decide."},
    {"3", "Track 3, communities", "People and groups in the communities, in villages, towns and neighbourhoods."},
    {"other", "Another level", "A level that the usual numbers do not describe."},
};

constexpr Term strandType[] = {
    {"political", "Political", "How power is shared, exercised and passed on."},
    {"security", "Security", "Ceasefires, armed forces and the safety of people."},
    {"economic", "Economic", "Livelihoods, public money and natural wealth."},
    {"humanitarian", "Humanitarian", "Access to people in need, detainees, missing and displaced people."},
    {"constitutional", "Constitutional", "The basic law, its drafting and its adoption."},
    {"transitional-justice", "Transitional justice",
     "Truth, accountability, reparation and guarantees that it does not happen again."},
    {"reconciliation", "Reconciliation", "Relations between people and communities after violence."},
    {"outreach", "Outreach", "How the public hears of the process and is heard in it."},
};

constexpr Term phaseType[] = {
    {"preparation", "Preparation", "Soundings, mandate, rules and selection before the process opens."},
    {"process", "Process", "The time in which people meet, deliberate and decide."},
    {"implementation", "Implementation", "The time in which what was agreed is carried out."},
    {"follow-through", "Follow-through", "Review, learning and hand-over to institutions that stay."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::processPurpose, "process-purpose", "Purpose of the process", dialogueHandbook, processPurpose},
    {VocabularyId::decisionRule, "decision-rule", "Decision rule", dialogueHandbook, decisionRule},
    {VocabularyId::outcomeStatus, "outcome-status", "Standing of the outcome", "Papagianni on national dialogues, 2021",
     outcomeStatus},
    {VocabularyId::mediatorRole, "mediator-role", "Role of the third party", "", mediatorRole},
    {VocabularyId::trackLevel, "track-level", "Level of a track", "", trackLevel},
    {VocabularyId::strandType, "strand-type", "Subject of a strand", "", strandType},
    {VocabularyId::phaseType, "phase-type", "Type of phase", dialogueHandbook, phaseType},
};

}  // namespace

std::span<const Vocabulary> planAndTracks() { return chapter; }

}  // namespace trackloom::words
