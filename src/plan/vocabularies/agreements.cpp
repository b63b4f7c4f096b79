#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

constexpr std::string_view agreementCodebook = "PA-X Peace Agreements Database, codebook";
constexpr std::string_view ceasefireGuidance = "Guidance on Mediation of Ceasefires (UN DPPA, 2022)";

// Stages and sub-stages keep the database's own codes, so that its rows can be compared with a plan.
constexpr Term agreementStage[] = {
    {"Pre", "Pre-negotiation", "Settles how to come to talks, on what and between whom."},
    {"Cea", "Ceasefire", "Stops the fighting or settles what goes with stopping it."},
    {"SubPar", "Substantive, partial", "Settles some of the issues of the conflict."},
    {"SubComp", "Substantive, comprehensive", "Settles the issues of the conflict as a whole."},
    {"Imp", "Implementation or renegotiation", "Settles how an earlier agreement is carried out or changed."},
    {"Ren", "Renewal", "Confirms an earlier agreement in a few words."},
    {"Oth", "Other", "Fits none of the other stages."},
};

constexpr Term agreementSubstage[] = {
    {"Proc", "Process", "Settles the steps and rules of the talks to come."},
    {"Prin", "Principles", "States principles that the talks should follow."},
    {"Conf", "Confidence-building measure", "Commits sides to steps that should raise trust before talks."},
    {"PreMix", "Pre-negotiation, mixed", "Joins several of the subjects of the stage before talks."},
    {"PreOth", "Pre-negotiation, other", "Belongs to the stage before talks in another way."},
    {"Ceas", "Ceasefire", "Is a ceasefire text itself."},
    {"Rel", "Related to a ceasefire", "Deals with something that goes with a ceasefire, such as withdrawal."},
    {"CeaMix", "Ceasefire, mixed", "Joins a ceasefire with something that goes with it."},
    {"MultIss", "Several issues", "Settles several of the issues but not all."},
    {"Iss", "Core issue", "Settles one issue at the core of the conflict."},
    {"FrparOth", "Partial, other", "Settles part of the issues in another way."},
    {"FrAg", "Comprehensive agreement", "Settles the issues as a whole in one agreement."},
    {"FrCons", "Constitution", "Settles the issues as a whole in a constitution."},
    {"FrcomOth", "Comprehensive, other", "Settles the issues as a whole in another form."},
    {"ImpMod", "Ways of implementing", "Settles how, when and by whom an agreement is carried out."},
    {"ExtSub", "New or outstanding issues", "Adds issues that an earlier agreement left open."},
    {"ExtPar", "New parties", "Brings further parties into an earlier agreement."},
    {"ImpOth", "Implementation, other", "Belongs to implementation in another way."},
    {"Repre", "Renewal before talks", "Renews a text from the stage before talks."},
    {"Reimp", "Renewal of implementation", "Renews a text about implementation."},
    {"Resub", "Renewal in substance", "Renews a text that settles issues."},
    {"Reoth", "Renewal, other", "Renews another text."},
    {"Other", "Other", "Fits none of the other sub-stages."},
};

constexpr Term ceasefireType[] = {
    {"unilateral", "Unilateral declaration", "One side declares that it will stop fighting."},
    {"humanitarian-pause", "Humanitarian pause",
     "Fighting rests for a short set time so that aid can pass or people can leave."},
    {"days-of-tranquillity", "Days of tranquillity", "Fighting rests on set days, for example for vaccinations."},
    {"truce", "Truce", "A short, often informal or local halt to the fighting."},
    {"cessation-of-hostilities", "Cessation of hostilities",
     "A temporary halt to the fighting, with few rules of its own."},
    {"preliminary", "Preliminary ceasefire", "A ceasefire with rules that should hold while the parties talk."},
    {"definitive", "Definitive ceasefire", "A ceasefire that should end the fighting for good."},
    {"local", "Local ceasefire", "A ceasefire for one area only."},
    {"partial", "Partial ceasefire", "A ceasefire for some weapons, targets or sides only."},
    {"de-escalation", "De-escalation", "The sides reduce the fighting without ending it."},
    {"armistice", "Armistice", "The armed sides end hostilities formally before a peace is made."},
};

constexpr Term ceasefireProvision[] = {
    {"timing", "Start and duration", "When it begins and how long it holds."},
    {"definitions", "Definitions", "What the terms of the text mean."},
    {"prohibited-acts", "Prohibited acts", "What the sides must not do."},
    {"geographic-scope", "Area", "Where it applies."},
    {"separation-of-forces", "Separation of forces", "How forces are kept apart and where the lines run."},
    {"withdrawal-to-bases", "Withdrawal to bases", "Which forces go back and to where."},
    {"heavy-weapons", "Heavy weapons", "What happens to heavy weapons."},
    {"foreign-forces", "Foreign forces", "How foreign forces and mercenaries leave."},
    {"humanitarian-access", "Humanitarian access", "How aid reaches people in need."},
    {"detainees-missing", "Detainees and missing people", "How detainees are released and the missing are sought."},
    {"civilian-protection", "Protection of civilians", "How people who do not fight are protected."},
    {"gender", "Gender", "How the text deals with what concerns women and men differently, sexual violence included."},
    {"disarmament-link", "Disarmament and reform",
     "How it leads on to disarmament, reintegration and reform of the forces."},
    {"freedom-of-movement", "Freedom of movement", "How people and goods can move."},
    {"hostile-propaganda", "Media and hostile propaganda", "What the sides say about each other in public."},
    {"communication-to-forces", "Telling the forces", "How commanders and fighters learn what holds."},
    {"monitoring", "Monitoring", "Who observes whether it is kept."},
    {"verification", "Verification", "Who confirms what is reported."},
    {"investigation", "Investigation", "Who looks into alleged violations."},
    {"reporting", "Reporting", "Who tells whom what was found."},
    {"dispute-resolution", "Dispute resolution", "How differences over it are settled."},
    {"joint-mechanism", "Joint mechanism", "Which body of the sides oversees it and who sits there."},
    {"violations", "Handling of violations", "What happens step by step after a violation."},
    {"liaison", "Liaison and hotline", "How the sides reach each other at any hour."},
    {"technology", "Technology", "Which technical means monitors may use."},
    {"monitor-security", "Safety of monitors", "How those who monitor are kept safe."},
    {"funding", "Funding", "Who pays for it, above all for monitoring."},
    {"renewal", "Renewal", "How it is prolonged or ended."},
    {"political-process", "Link to the political process", "How it leads on to talks about the issues."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::agreementStage, "agreement-stage", "Stage of an agreement", agreementCodebook, agreementStage},
    {VocabularyId::agreementSubstage, "agreement-substage", "Sub-stage of an agreement", agreementCodebook,
     agreementSubstage},
    {VocabularyId::ceasefireType, "ceasefire-type", "Kind of ceasefire", ceasefireGuidance, ceasefireType},
    {VocabularyId::ceasefireProvision, "ceasefire-provision", "Provision of a ceasefire", ceasefireGuidance,
     ceasefireProvision},
};

}  // namespace

std::span<const Vocabulary> agreements() { return chapter; }

}  // namespace trackloom::words
