#include "sharing/paper_notes.h"

#include "language/folded_words.h"
#include "sharing/standing_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace trackloom::sharing {
namespace {

/// The letters of a text one behind the other, with a sign for each mask, so that it reads alike however lines are
/// broken and signs are written.
std::u32string lettersOf(std::string_view text) {
  static constexpr std::string_view mask = maskText;
  std::u32string letters;
  while (!text.empty()) {
    const std::size_t masked = std::min(text.find(mask), text.size());
    for (const language::FoldedWord& word : language::foldedWords(text.substr(0, masked))) letters += word.letters;
    if (masked < text.size()) letters += U'_';
    text.remove_prefix(std::min(masked + mask.size(), text.size()));
  }
  return letters;
}

/// Takes the end of a line that calendars put within words, what marks up HTML, and signs behind a backslash.
class Plain {
 public:
  explicit Plain(std::string_view text) : text_(text) {}

  std::string read() {
    while (!text_.empty())
      if (!takeFold() && !takeTag() && !takeEntity() && !takeEscape()) {
        plain_ += text_.front();
        text_.remove_prefix(1);
      }
    return std::move(plain_);
  }

 private:
  bool take(std::string_view written, std::string_view meant) {
    if (!text_.starts_with(written)) return false;
    plain_ += meant;
    text_.remove_prefix(written.size());
    return true;
  }

  bool takeFold() { return take("\r\n ", ""); }

  bool takeTag() {
    static constexpr std::string_view opening = "abcdefghijklmnopqrstuvwxyz/!?";
    if (text_.size() < 2 || text_[0] != '<' || opening.find(text_[1]) == opening.npos) return false;
    text_.remove_prefix(std::min(text_.find('>'), text_.size() - 1) + 1);
    plain_ += ' ';
    return true;
  }

  bool takeEntity() {
    static constexpr std::array<std::string_view, 6> names = {"&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&apos;"};
    return std::ranges::any_of(names, [&](std::string_view name) { return take(name, " "); }) || take("&#39;", "'") ||
           take("&#x27;", "'");
  }

  bool takeEscape() {
    static constexpr std::array<std::string_view, 4> signs = {"\\n", "\\t", "\\r", "\\N"};
    return std::ranges::any_of(signs, [&](std::string_view sign) { return take(sign, " "); });
  }

  std::string_view text_;
  std::string plain_;
};

/// What a paper says.
class Said {
 public:
  explicit Said(const std::string& text) : text_(text), letters_(lettersOf(Plain(text).read())) {}

  bool hasId(const ElementId& id) const { return text_.find(id.text()) != std::string::npos; }

  /// Does the place stand there as it does in the plan, beside the same words?
  bool hasPlace(const NamePlace& place) { return has(place.beside); }
  bool hasWord(const NamePlace& place) { return has(place.found); }

 private:
  bool has(const std::string& part) {
    const auto [known, isNew] = known_.try_emplace(part, false);
    if (isNew) known->second = letters_.find(lettersOf(part)) != std::u32string::npos;
    return known->second;
  }

  const std::string& text_;
  std::u32string letters_;
  std::map<std::string, bool> known_;
};

/// The words of names that stand there: where they are beside the same words, and all of those that are
/// only there beside others.
std::vector<NamePlace> standingIn(Said& said, const std::vector<NamePlace>& standing) {
  std::map<std::string, bool> beside;
  for (const NamePlace& place : standing) beside[place.found] = beside[place.found] || said.hasPlace(place);
  std::vector<NamePlace> there;
  for (const NamePlace& place : standing)
    if (beside.at(place.found) ? said.hasPlace(place) : said.hasWord(place)) there.push_back(place);
  return there;
}

Message noteOfMask(const Plan& plan, const NamePlace& place) {
  const Field* field = plan.find(place.element)->definition().find(place.field);
  return {tr("{element}, {field}: “{found}” is masked; these readers may not see whose name it is."),
          {{"element", place.element}, {"field", ownWord(field->label)}, {"found", place.found}}};
}

}  // namespace

PaperNotes::PaperNotes(Plan plan, RedactionReport report) : plan_(std::move(plan)), report_(std::move(report)) {
  std::erase_if(report_.places, [](const NamePlace& place) { return !place.masked; });
}

std::vector<Message> PaperNotes::all() const {
  struct {
    bool mask(const NamePlace&) { return true; }
    bool id(const ElementId&) { return true; }
    std::vector<NamePlace> words(const std::vector<NamePlace>& standing) { return standing; }
  } everything;
  return where(everything);
}

std::vector<Message> PaperNotes::of(const std::optional<std::string>& said) const {
  if (!said) {
    std::vector<Message> notes;
    if (!report_.places.empty() || !report_.standing.empty() || !ids_.empty()) notes.push_back(untold());
    notes.insert(notes.end(), always_.begin(), always_.end());
    return notes;
  }
  struct {
    Said said;
    bool mask(const NamePlace& place) { return said.hasPlace(place); }
    bool id(const ElementId& id) { return said.hasId(id); }
    std::vector<NamePlace> words(const std::vector<NamePlace>& standing) { return standingIn(said, standing); }
  } there{Said(*said)};
  return where(there);
}

template <class Stands>
std::vector<Message> PaperNotes::where(Stands& stands) const {
  std::vector<Message> notes;
  for (const NamePlace& place : report_.places)
    if (stands.mask(place)) notes.push_back(noteOfMask(plan_, place));
  for (Message& line : standingWords(plan_, stands.words(report_.standing)))
    notes.push_back(
        {tr("Words of a name that these readers may not see, or words that sound like it, still stand; look "
            "at them before you hand it out. {line}"),
         {{"line", std::vector<Message>{std::move(line)}}}});
  notes.insert(notes.end(), always_.begin(), always_.end());
  for (const auto* ids : {&ids_.elements, &ids_.words})
    for (const auto& [id, other] : std::map(ids->begin(), ids->end()))
      if (stands.id(other))
        notes.push_back(
            {tr("The id “{id}” is masked; it may say whom or what these readers may not see."), {{"id", id.str()}}});
  return notes;
}

Message PaperNotes::untold() const {
  return {
      tr("Names are masked in what these readers may see of the plan: {masked} {masked|place|places}; words of such "
         "names may still stand there: {standing} {standing|place|places}. What of that this file holds cannot be "
         "told; look at it before you hand it out."),
      {{"masked", static_cast<std::int64_t>(report_.places.size() + ids_.elements.size() + ids_.words.size())},
       {"standing", static_cast<std::int64_t>(report_.standing.size())}}};
}

}  // namespace trackloom::sharing
