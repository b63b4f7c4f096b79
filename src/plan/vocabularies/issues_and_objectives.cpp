#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

constexpr Term issueType[] = {
    {"root-cause", "Root cause", "A condition of long standing from which the conflict grew."},
    {"proximate-cause", "Nearer cause", "A more recent condition that makes violence more likely."},
    {"trigger", "Trigger", "A single act or event that can set off violence or a crisis."},
    {"agenda-item", "Agenda item",
     "A question that the parties have agreed to talk about or that is proposed for their agenda."},
};

constexpr Term humanSecurityDimension[] = {
    {"economic", "Economic security", "People have a secure basic income, from work or from public support."},
    {"food", "Food security", "People can get enough food at all times."},
    {"health", "Health security", "People are protected from disease and can reach care."},
    {"environmental", "Environmental security", "People are protected from a degraded environment and from disasters."},
    {"personal", "Personal security", "People are safe from violence by states, groups and other people."},
    {"community", "Community security", "People can keep their identity and ties without being threatened for it."},
    {"political", "Political security", "People's basic rights and freedoms are respected."},
};

constexpr Term objectiveLevel[] = {
    {"ambition", "Ambition", "The lasting change that the process should serve in the end."},
    {"impact", "Impact", "The change in the conflict or in society that the outcomes bring closer."},
    {"outcome", "Outcome", "What people or institutions do differently because of the work."},
    {"strategy", "Strategy", "The line of work that is meant to bring an outcome about."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::issueType, "issue-type", "Type of issue", "", issueType},
    {VocabularyId::humanSecurityDimension, "human-security-dimension", "Dimension of human security",
     "Human Development Report 1994 (UNDP)", humanSecurityDimension},
    {VocabularyId::objectiveLevel, "objective-level", "Level of an objective", "", objectiveLevel},
};

}  // namespace

std::span<const Vocabulary> issuesAndObjectives() { return chapter; }

}  // namespace trackloom::words
