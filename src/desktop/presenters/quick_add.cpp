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

std::optional<std::uint16_t> typeNamed(const std::string& word, const Speech& speech) {
  constexpr std::size_t shortest = 4;
  const std::string wanted = language::folded(word);
  if (wanted.size() < shortest) return std::nullopt;
  const auto terms = vocabulary(VocabularyId::activityType).terms;
  std::optional<std::uint16_t> found;
  for (std::uint16_t i = 0; i < terms.size(); ++i) {
    const std::string label = language::folded(speech.word(terms[i].label));
    if (label == wanted) return i;
    if (!label.starts_with(wanted)) continue;
    if (found) return std::nullopt;  // it could be two
    found = i;
  }
  return found;
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

}  // namespace

Edit quickAdd(const OpenPlan& open, const Speech& speech, const std::string& line, const ElementId& newId) {
  std::istringstream stream(line);
  Words words;
  for (std::string word; stream >> word;) words.push_back(word);
  if (words.empty()) return {};
  Element activity(KindId::activity, newId);
  const auto duration = takeDuration(words, speech);
  const auto date = takeDate(words, speech, open.asOf());
  const ElementId track = trackIn(open, joined(words, 0, words.size()));
  if (!words.empty())
    if (const auto type = typeNamed(words.front(), speech)) activity.set(key::type, Choice{*type, {}});
  activity.set(key::title, Text(words.empty() ? speech.word(tr("New activity")) : joined(words, 0, words.size())));
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
