#include "desktop/presenters/quick_add.h"

#include "language/folding.h"
#include "language/typed_date.h"
#include "plan/vocabulary.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace trackloom::desktop {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t longestDate = 4;  // 4 de noviembre 2026

std::string joined(const Words& words, std::size_t from, std::size_t count) {
  std::string text;
  for (std::size_t i = from; i < from + count; ++i) text += (i > from ? " " : "") + words[i];
  return text;
}

/// Takes the words of the first date out of the line, the longest that reads as one. A lone number is no date here.
std::optional<Date> takeDate(Words& words, const Speech& speech, Day near) {
  for (std::size_t count = std::min(longestDate, words.size()); count > 0; --count)
    for (std::size_t from = 0; from + count <= words.size(); ++from) {
      const std::string text = joined(words, from, count);
      if (count == 1 && text.size() < 5) continue;
      const auto date = language::typedDate(speech.language(), text, near);
      if (!date) continue;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(from),
                  words.begin() + static_cast<std::ptrdiff_t>(from + count));
      return date;
    }
  return std::nullopt;
}

/// `3d`, `2w`, and the same with the first letters of the user's own words for day and week.
std::optional<std::int64_t> takeDuration(Words& words, const Speech& speech) {
  const std::string day = language::folded(speech.word(tr("d (short for days)")));
  const std::string week = language::folded(speech.word(tr("w (short for weeks)")));
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = language::folded(words[i]);
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (failed != std::errc() || number < 1 || number > 3650) continue;
    const std::string unit = word.substr(static_cast<std::size_t>(end - word.data()));
    const bool isDays = unit == "d" || unit == day;
    const bool isWeeks = unit == "w" || unit == week;
    if (!isDays && !isWeeks) continue;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    return isWeeks ? number * 7 : number;
  }
  return std::nullopt;
}

/// What an activity type is called: its labels in each language and the name that files write.
struct TypeWords {
  NamedType type;
  std::vector<Words> phrases;
};

Words wordsOf(const std::string& text) {
  std::string folded = language::folded(text);
  std::ranges::replace(folded, '-', ' ');
  std::istringstream stream(folded);
  Words words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// All types there are, those of the team's own words too.
std::vector<TypeWords> typeWords(const OpenPlan& open, const Speech& speech, const language::Language& ofPlan) {
  const Vocabulary& types = vocabulary(VocabularyId::activityType);
  std::vector<TypeWords> all;
  for (std::uint16_t i = 0; i < types.terms.size(); ++i) {
    const Term& term = types.terms[i];
    const std::string label = speech.word(term.label);
    all.push_back({{{i, {}}, label},
                   {wordsOf(std::string(term.name)), wordsOf(std::string(term.label)), wordsOf(label),
                    wordsOf(ofPlan.translated(term.label))}});
  }
  static constexpr Key<Text> list{"vocabulary"}, label{"label"};
  for (const ElementPtr& own : open.plan().all(KindId::term)) {
    const auto name = ElementId::parse(std::string(own->text(key::name)));
    if (own->text(list) != types.name || !name) continue;
    const std::string_view called = own->text(label);
    all.push_back({{{Choice::unlisted, *name}, called.empty() ? name->str() : std::string(called)},
                   {wordsOf(name->str()), wordsOf(std::string(called))}});
  }
  return all;
}

/// The types that the most matching words speak for.
std::vector<NamedType> bestTypes(const std::vector<TypeWords>& all, const auto& matching) {
  std::vector<NamedType> best;
  std::size_t most = 1;
  for (const TypeWords& type : all) {
    std::size_t count = 0;
    for (const Words& phrase : type.phrases) count = std::max(count, phrase.empty() ? 0 : matching(phrase));
    if (count < most) continue;
    if (count > most) best.clear();
    most = count;
    best.push_back(type.type);
  }
  return best;
}

/// The types that a line may name: by all words of a label wherever they stand in it; else by its first word, as the
/// beginning of a label or as a word in it.
std::vector<NamedType> typesNamed(const std::vector<TypeWords>& all, const std::string& line) {
  constexpr std::size_t shortest = 4;  // bytes
  const Words words = wordsOf(line);
  if (words.empty()) return {};
  auto types = bestTypes(all, [&](const Words& phrase) {
    return std::ranges::search(words, phrase).empty() ? std::size_t{0} : phrase.size();
  });
  const std::string& first = words.front();
  if (!types.empty() || first.size() < shortest) return types;
  return bestTypes(all, [&](const Words& phrase) {
    return std::size_t{phrase.front().starts_with(first) || std::ranges::find(phrase, first) != phrase.end()};
  });
}

/// The track whose whole name stands in the line.
ElementId trackIn(const OpenPlan& open, const std::string& line) {
  const std::string folded = " " + language::folded(line) + " ";
  for (const ElementPtr& track : open.plan().all(KindId::track))
    if (const std::string name = language::folded(track->title());
        !name.empty() && folded.find(" " + name + " ") != std::string::npos)
      return track->id();
  return {};
}

/// A line taken apart. What is neither date nor length is its title, in which type and track are named.
struct Parts {
  std::optional<std::int64_t> duration;
  std::optional<Date> date;
  std::string title;
};

Parts partsOf(const OpenPlan& open, const Speech& speech, const std::string& line) {
  std::istringstream stream(line);
  Words words;
  for (std::string word; stream >> word;) words.push_back(word);
  Parts parts;
  parts.duration = takeDuration(words, speech);
  parts.date = takeDate(words, speech, open.asOf());
  parts.title = joined(words, 0, words.size());
  return parts;
}

}  // namespace

std::vector<NamedType> possibleTypes(const OpenPlan& open, const Speech& speech, const QuickLine& line) {
  constexpr std::size_t most = 5;  // “meeting” is the end of many
  auto types = typesNamed(typeWords(open, speech, line.ofPlan), partsOf(open, speech, line.text).title);
  if (types.size() < 2 || types.size() > most) types.clear();
  return types;
}

Edit quickAdd(const OpenPlan& open, const Speech& speech, const QuickLine& line) {
  if (line.text.find_first_not_of(" \t") == std::string::npos) return {};
  const auto [duration, date, title] = partsOf(open, speech, line.text);
  Element activity(KindId::activity, line.newId);
  const ElementId track = trackIn(open, title);
  const auto types = typesNamed(typeWords(open, speech, line.ofPlan), title);
  if (types.size() == 1) activity.set(key::type, types.front().type);
  activity.set(key::title, Text(title.empty() ? speech.word(tr("New activity")) : title));
  if (!track.empty()) activity.set(key::tracks, Refs{track});
  if (date) activity.set(key::plannedStart, *date);
  if (date && duration && date->precision() == Precision::day)
    activity.set(key::plannedFinish, Date(date->first() + (*duration - 1)));
  else if (duration)
    activity.set(key::duration, *duration);
  Edit edit = addElement(open.plan(), std::move(activity));
  edit.label = {tr("Add an activity"), {}};
  return edit;
}

}  // namespace trackloom::desktop
