#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

constexpr std::string_view transferStudies = "Fisher, Kelman and Çuhadar on transfer between tracks; with additions";

constexpr Term relationType[] = {
    {"close", "Close", "A fairly close and regular relationship."},
    {"alliance", "Alliance", "The two act together on a common cause."},
    {"informal", "Informal or intermittent", "Contact that is informal or comes and goes."},
    {"influence", "Influence", "The first has more influence on the second than the other way round."},
    {"conflict", "Conflict", "There is open discord between the two."},
    {"broken", "Broken", "There was a connection and it has been cut."},
    {"shadow", "Influence from outside", "The first has influence on the second without being directly involved."},
    {"tension", "Tension", "The relationship is strained without open discord."},
    {"contact", "Talks", "The two are in talks with each other, in public or not."},
    {"mediation", "Mediation", "The first mediates for the second or is asked to."},
    {"support", "Support", "The first gives the second money, goods, training or political backing."},
    {"authority", "Authority", "The second answers to the first."},
    {"kinship", "Kinship or community", "Family, tribe or community joins the two."},
    {"economic", "Economic ties", "Trade or other economic interests join the two."},
    {"stake", "Stake in an issue", "The issue matters to the actor."},
};

constexpr Term dependencyType[] = {
    {"FS", "Starts after", "The second starts after the first has finished."},
    {"SS", "Starts once the other has started", "The second starts after the first has started."},
    {"FF", "Finishes after", "The second finishes after the first has finished."},
    {"SF", "Finishes once the other has started", "The second finishes after the first has started."},
};

constexpr Term dependencyNature[] = {
    {"hard", "Hard", "The second cannot happen without the first."},
    {"soft", "Soft", "The order is wise but could be changed."},
    {"political", "Political precondition", "A party has made the first a condition for the second."},
};

constexpr Term transferDirection[] = {
    {"upward", "Upward", "From communities or unofficial people towards officials."},
    {"downward", "Downward", "From the table towards communities and constituencies."},
    {"lateral", "Sideways", "Between people, bodies or initiatives of the same level."},
    {"outward", "Outward", "From the process to the public at large."},
};

constexpr Term transferContent[] = {
    {"people", "People", "Persons who move from one place of the process to another."},
    {"ideas", "Ideas and proposals", "Ideas, options or proposals for settling an issue."},
    {"texts", "Texts", "Drafts or finished wording."},
    {"information", "Information", "What is going on, and what others think."},
    {"relationships", "Relationships and trust", "Contacts and trust that were built elsewhere."},
    {"analysis", "Analysis", "Another way of understanding the conflict or an issue."},
    {"norms", "Norms and attitudes", "What people hold to be right and acceptable."},
    {"pressure", "Pressure or legitimacy", "Public demand or backing that those who decide can feel."},
    {"monitoring-data", "Monitoring results", "What was observed about the keeping of commitments."},
};

constexpr Term transferMechanism[] = {
    {"shared-participant", "Shared participant", "The same person takes part in both."},
    {"formal-handover", "Formal handover", "A report or submission is handed over officially."},
    {"mediator-briefing", "Briefing of the mediator", "The mediator or mediation team is briefed."},
    {"liaison", "Liaison or rapporteur", "Somebody has the task of reporting from one to the other."},
    {"advisory-role", "Advice to a negotiator", "Somebody from one place advises a negotiator in the other."},
    {"joint-session", "Joint session", "People from both meet."},
    {"observer", "Observer", "Somebody from one place observes the other."},
    {"expert-hearing", "Expert hearing", "Those who negotiate hear people from the other place."},
    {"mandate-clause", "Clause in the mandate", "The rules oblige the table to consider what is handed to it."},
    {"coordination-meeting", "Coordination meeting", "Those who run both compare notes and align."},
    {"informal-contact", "Informal contact", "People pass it on in personal contact."},
    {"written-report", "Written report", "A paper is sent or published."},
    {"reporting-back", "Reporting back", "Delegates tell those they speak for what was said and decided."},
    {"survey-results", "Survey results", "Results of a poll or survey are presented."},
    {"public-statement", "Public statement", "A declaration is made in public."},
    {"media", "Media", "Articles, broadcasts or posts carry it."},
    {"advocacy", "Advocacy", "People call on those who decide to take it up."},
    {"mass-action", "Mass action", "Many people make it heard in public."},
};

constexpr Term transferStatus[] = {
    {"planned", "Planned", "It is meant to be handed over."},
    {"delivered", "Delivered", "It has been handed over."},
    {"acknowledged", "Acknowledged", "The receiving side has confirmed that it has it."},
    {"used", "Used", "The receiving side has worked with it."},
    {"rejected", "Not taken up", "The receiving side has said that it will not work with it."},
};

constexpr Term anchorEnd[] = {
    {"start", "Start", "The days count from its first day."},
    {"finish", "Finish", "The days count from its last day."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::relationType, "relation-type", "Line on the conflict map",
     "Fisher and others, Working with Conflict, 2000; with additions", relationType},
    {VocabularyId::dependencyType, "dependency-type", "Kind of dependency", "", dependencyType},
    {VocabularyId::dependencyNature, "dependency-nature", "Nature of a dependency", "", dependencyNature},
    {VocabularyId::transferDirection, "transfer-direction", "Direction of a hand-over", transferStudies,
     transferDirection},
    {VocabularyId::transferContent, "transfer-content", "Content of a hand-over", transferStudies, transferContent},
    {VocabularyId::transferMechanism, "transfer-mechanism", "Mechanism of a hand-over", transferStudies,
     transferMechanism},
    {VocabularyId::transferStatus, "transfer-status", "Status of a hand-over", "", transferStatus},
    {VocabularyId::anchorEnd, "anchor-end", "End that days count from", "", anchorEnd},
};

}  // namespace

std::span<const Vocabulary> links() { return chapter; }

}  // namespace trackloom::words
