#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

// From the widest circle to the smallest.
constexpr Term classification[] = {
    {"public", "Public", "Anybody may see it."},
    {"partners", "Partners", "Partner organisations may see it."},
    {"team", "Team", "Only the team may see it."},
    {"core", "Core", "Only the few who lead the work may see it."},
};

constexpr Term confidence[] = {
    {"high", "High", "Several independent sources or a document confirm it."},
    {"medium", "Medium", "A good source says so, or it is widely known."},
    {"low", "Low", "It rests on a single or weak source."},
    {"unverified", "Unverified", "Nobody has checked it yet."},
};

constexpr Term weekday[] = {
    {"monday", "Monday", "The first day of the week by the international standard."},
    {"tuesday", "Tuesday", "The day after Monday."},
    {"wednesday", "Wednesday", "The day after Tuesday."},
    {"thursday", "Thursday", "The day after Wednesday."},
    {"friday", "Friday", "The day after Thursday."},
    {"saturday", "Saturday", "The day after Friday."},
    {"sunday", "Sunday", "The day after Saturday."},
};

constexpr Term followUpState[] = {
    {"open", "Open", "It is still to be done."},
    {"done", "Done", "It has been done."},
    {"dropped", "Dropped", "The team has decided not to do it."},
};

constexpr Term generalisation[] = {
    {"remove", "Remove", "Names, exact dates, amounts of money and texts are left out."},
    {"generalise", "Make general", "Names become roles, days become months, amounts become round; texts are left out."},
    {"pseudonym", "Replace", "Names become invented ones, the same throughout a copy and others in the next."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::classification, "classification", "Level of classification", "", classification},
    {VocabularyId::confidence, "confidence", "Confidence", "", confidence},
    {VocabularyId::weekday, "weekday", "Day of the week", "", weekday},
    {VocabularyId::followUpState, "follow-up-state", "State of a follow-up", "", followUpState},
    {VocabularyId::generalisation, "generalisation", "How names and dates are made general", "", generalisation},
};

}  // namespace

std::span<const Vocabulary> teamsOwn() { return chapter; }

}  // namespace trackloom::words
