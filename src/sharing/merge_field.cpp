#include "sharing/merge_field.h"

namespace trackloom::sharing {
namespace {

/// A team's own word is the same word, whatever it behaves like by now.
bool sameWritten(const std::optional<Value>& a, const std::optional<Value>& b) {
  const Choice* x = a ? std::get_if<Choice>(&*a) : nullptr;
  const Choice* y = b ? std::get_if<Choice>(&*b) : nullptr;
  if (x && y && !x->own.empty()) return x->own == y->own;
  return a == b;
}

template <class List>
const List* listIn(const std::optional<Value>& value) {
  static const List none;
  return value ? std::get_if<List>(&*value) : &none;
}

template <class T>
std::optional<T> first(const std::vector<T>& list) {
  return list.empty() ? std::nullopt : std::optional(list.front());
}

/// A set whose first item stands out.
template <class T>
std::optional<std::vector<T>> mergedPrimary(const ThreeWay<std::vector<T>>& lists) {
  const ThreeWay<std::optional<T>> firsts{first(lists.base), first(lists.ours), first(lists.theirs)};
  const std::optional<T>* primary = agreed(firsts);
  std::vector<T> merged = mergedSet(lists);
  if (!primary || !*primary) return primary && merged.empty() ? std::optional(merged) : std::nullopt;
  const auto at = std::ranges::find(merged, **primary);
  if (at == merged.end()) return std::nullopt;
  std::rotate(merged.begin(), at, at + 1);
  return merged;
}

template <class T>
std::optional<std::vector<T>> mergedList(const Field& field, const ThreeWay<std::vector<T>>& lists) {
  switch (field.order) {
    case Order::set:
      return mergedSet(lists);
    case Order::sequence:
      return mergedSequence(lists);
    case Order::firstIsPrimary:
      return mergedPrimary(lists);
  }
  return std::nullopt;
}

/// Nothing where the three are not all lists of this type, or both sides changed the same place of it.
template <class List>
std::optional<MergedField> asLists(const Field& field, const FieldVersions& versions) {
  const List* base = listIn<List>(versions.base);
  const List* ours = listIn<List>(versions.ours);
  const List* theirs = listIn<List>(versions.theirs);
  if (!base || !ours || !theirs) return std::nullopt;
  auto merged = mergedList(field, ThreeWay<List>{*base, *ours, *theirs});
  if (!merged) return std::nullopt;
  if (merged->empty()) return MergedField{};
  return MergedField{Value(*std::move(merged)), false};
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text.append(i ? "\n" : "").append(lines[i]);
  return text;
}

/// Prose line by line; nothing where it is too long for that.
std::optional<MergedField> asLines(const ThreeWay<std::string>& texts) {
  const auto lines = mergedStretches(
      ThreeWay<std::vector<std::string>>{linesOf(texts.base), linesOf(texts.ours), linesOf(texts.theirs)});
  if (!lines) return std::nullopt;
  return MergedField{Value(joined(lines->ours)), lines->contested, Value(joined(lines->theirs))};
}

template <class List>
std::optional<Value> bothLists(const std::optional<Value>& ours, const std::optional<Value>& theirs) {
  const List* mine = listIn<List>(ours);
  const List* other = listIn<List>(theirs);
  if (!mine || !other) return std::nullopt;
  List both = *mine;
  for (const auto& item : *other)
    if (std::ranges::find(both, item) == both.end()) both.push_back(item);
  return both;
}

/// What both say stands once: the lines at the beginning and the end in which they agree.
std::string bothTexts(const std::string& ours, const std::string& theirs) {
  const std::vector<std::string> mine = linesOf(ours);
  const std::vector<std::string> other = linesOf(theirs);
  const Agreement same = agreement(mine, other);
  if (same.before + same.after == 0) return ours + "\n\n" + theirs;
  std::vector<std::string> both(mine.begin(), mine.end() - static_cast<std::ptrdiff_t>(same.after));
  both.insert(both.end(), other.begin() + static_cast<std::ptrdiff_t>(same.before), other.end());
  return joined(both);
}

}  // namespace

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    if (end == std::string::npos) return lines;
    at = end + 1;
  }
}

Agreement agreement(std::span<const std::string> a, std::span<const std::string> b) {
  const std::size_t most = std::min(a.size(), b.size());
  Agreement same;
  while (same.before < most && a[same.before] == b[same.before]) ++same.before;
  while (same.before + same.after < most && a[a.size() - 1 - same.after] == b[b.size() - 1 - same.after]) ++same.after;
  return same;
}

MergedField mergedField(const Field& field, const FieldVersions& versions) {
  const auto& [base, ours, theirs] = versions;
  if (sameWritten(ours, theirs) || sameWritten(theirs, base)) return {ours, false};
  if (sameWritten(ours, base)) return {theirs, false};
  std::optional<MergedField> merged;
  if (field.type == FieldType::refs) merged = asLists<Refs>(field, versions);
  if (field.type == FieldType::texts || field.type == FieldType::terms) merged = asLists<Texts>(field, versions);
  if (merged) return *std::move(merged);
  if (field.form == Form::prose && base && ours && theirs)
    merged = asLines({std::get<Text>(*base), std::get<Text>(*ours), std::get<Text>(*theirs)});
  return merged ? *std::move(merged) : MergedField{ours, true, theirs};
}

std::optional<Value> bothValues(const Field& field, const std::optional<Value>& ours,
                                const std::optional<Value>& theirs) {
  if (field.type == FieldType::refs) return bothLists<Refs>(ours, theirs);
  if (field.type == FieldType::texts || field.type == FieldType::terms) return bothLists<Texts>(ours, theirs);
  if (field.form != Form::prose || !ours || !theirs) return std::nullopt;
  return bothTexts(std::get<Text>(*ours), std::get<Text>(*theirs));
}

}  // namespace trackloom::sharing
