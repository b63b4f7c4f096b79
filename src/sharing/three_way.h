#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace trackloom::sharing {

/// Three versions of one thing: the common one, and what the two sides made of it.
template <class T>
struct ThreeWay {
  T base;
  T ours;
  T theirs;
};

/// The side that alone changed it, or the value on which both agree; null where both changed it in different ways.
template <class T>
const T* agreed(const ThreeWay<T>& versions) {
  if (versions.ours == versions.theirs || versions.theirs == versions.base) return &versions.ours;
  return versions.ours == versions.base ? &versions.theirs : nullptr;
}

/// Lists as sets: what neither side took out, in the order of the base, then what the sides put in, sorted.
template <class T>
std::vector<T> mergedSet(const ThreeWay<std::vector<T>>& lists) {
  const ThreeWay<std::set<T>> sets{{lists.base.begin(), lists.base.end()},
                                   {lists.ours.begin(), lists.ours.end()},
                                   {lists.theirs.begin(), lists.theirs.end()}};
  std::vector<T> merged;
  std::set<T> kept;
  for (const T& item : lists.base)
    if (sets.ours.contains(item) && sets.theirs.contains(item) && kept.insert(item).second) merged.push_back(item);
  std::set<T> added;
  for (const auto* side : {&sets.ours, &sets.theirs})
    for (const T& item : *side)
      if (!sets.base.contains(item)) added.insert(item);
  merged.insert(merged.end(), added.begin(), added.end());
  return merged;
}

/// For each item of the base the place in the other list of the item it corresponds to in a longest common
/// subsequence, or nothing. Both lists must be short: the time goes with the product of their lengths.
template <class T>
std::vector<std::optional<std::size_t>> commonPlaces(const std::vector<T>& base, const std::vector<T>& other) {
  const std::size_t width = other.size() + 1;
  std::vector<std::size_t> longest((base.size() + 1) * width, 0);  // of what is left from here on
  for (std::size_t i = base.size(); i-- > 0;)
    for (std::size_t j = other.size(); j-- > 0;)
      longest[i * width + j] = base[i] == other[j] ? longest[(i + 1) * width + j + 1] + 1
                                                   : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
  std::vector<std::optional<std::size_t>> places(base.size());
  for (std::size_t i = 0, j = 0; i < base.size() && j < other.size();) {
    if (base[i] == other[j]) {
      places[i++] = j++;
    } else {
      longest[(i + 1) * width + j] >= longest[i * width + j + 1] ? ++i : ++j;
    }
  }
  return places;
}

/// As many pairs of items as are compared to merge sequences; longer ones count as one value.
inline constexpr std::size_t mostPairs = 4'000'000;

/// A merged sequence as either side would have it: they differ where both changed a stretch in different ways.
template <class T>
struct MergedSequence {
  std::vector<T> ours{};
  std::vector<T> theirs{};
  bool contested = false;
};

/// Lists as sequences (diff3: Khanna, Kunal and Pierce 2007): between items that stand in all three, a stretch that
/// only one side changed is that side's. Nothing where they are too long for that.
template <class T>
std::optional<MergedSequence<T>> mergedStretches(const ThreeWay<std::vector<T>>& lists) {
  const auto& [base, ours, theirs] = lists;
  if (base.size() * std::max(ours.size(), theirs.size()) > mostPairs) return std::nullopt;
  const auto inOurs = commonPlaces(base, ours);
  const auto inTheirs = commonPlaces(base, theirs);
  MergedSequence<T> merged;
  ThreeWay<std::size_t> from{0, 0, 0};
  const auto part = [](const std::vector<T>& list, std::size_t begin, std::size_t end) {
    return std::vector<T>(list.begin() + static_cast<std::ptrdiff_t>(begin),
                          list.begin() + static_cast<std::ptrdiff_t>(end));
  };
  for (std::size_t i = 0; i <= base.size(); ++i) {
    const bool end = i == base.size();
    if (!end && !(inOurs[i] && inTheirs[i])) continue;
    const ThreeWay<std::size_t> to{i, end ? ours.size() : *inOurs[i], end ? theirs.size() : *inTheirs[i]};
    const ThreeWay<std::vector<T>> stretch{part(base, from.base, to.base), part(ours, from.ours, to.ours),
                                           part(theirs, from.theirs, to.theirs)};
    const std::vector<T>* kept = agreed(stretch);
    if (!kept) merged.contested = true;
    const auto append = [&](std::vector<T>& list, const std::vector<T>& more) {
      list.insert(list.end(), more.begin(), more.end());
      if (!end) list.push_back(base[i]);
    };
    append(merged.ours, kept ? *kept : stretch.ours);
    append(merged.theirs, kept ? *kept : stretch.theirs);
    from = {to.base + 1, to.ours + 1, to.theirs + 1};
  }
  return merged;
}

/// The same; nothing where both changed a stretch in different ways.
template <class T>
std::optional<std::vector<T>> mergedSequence(const ThreeWay<std::vector<T>>& lists) {
  auto merged = mergedStretches(lists);
  if (!merged || merged->contested) return std::nullopt;
  return std::move(merged->ours);
}

}  // namespace trackloom::sharing
