#include "tables/words.h"

#include "language/folding.h"
#include "plan/message.h"

#include <algorithm>

namespace trackloom::tables {
namespace {

struct Synonyms {
  FieldNumber field;
  const char* words;  ///< with semicolons between, so that a translation can have more or fewer
};

// What people write over columns beside the labels of the fields. Where a word may mean two fields of a kind it stands
// with both, so that it is asked about.
constexpr Synonyms synonyms[] = {
    {"title", tr("title; name; heading; designation; description")},
    {"name", tr("title; name; heading; designation; description")},
    {"planned-start", tr("start; start date; begins; beginning; planned start date; date from")},
    {"planned-finish", tr("end; end date; finish; finish date; planned end; planned end date; date to")},
    {"start", tr("actual start; actual start date; began")},
    {"finish", tr("actual finish; actual end; actual end date; ended")},
    {"updated", tr("last updated; updated on; last update")},
    {"notes", tr("note; comment; comments; remark; remarks")},
    {"lead", tr("responsible; organiser; organizer; lead organisation; implementing organisation; in charge")},
    {"partners", tr("partners; implementing partner; with")},
    {"venue", tr("place; location; where")},
    {"budget", tr("cost; costs; amount")},
    {"outputs", tr("output; result; results; expected results")},
    {"duration", tr("days; length; duration in days")},
    {"aliases", tr("alias; aliases; also known as; acronym; abbreviation; other spellings")},
    {"status", tr("state; progress")},
    {"type", tr("kind; category")},
    {"tracks", tr("track")},
    {"track", tr("track")},
    {"issues", tr("issue; topic; topics; subject")},
    {"issue", tr("issue; topic; topics; subject")},
    {"objectives", tr("objective; goal; goals")},
    {"date", tr("day; date; on")},
    {"due", tr("due date; deadline; until when")},
    {"responsible", tr("responsible; owner; who")},
    {"classification", tr("classification; confidentiality; level of secrecy")},
    {"source", tr("reference; where from")},
    {"member-of", tr("organisation; organization; affiliation")},
    {"side", tr("side; party; constituency")},
    {"count", tr("number; seats")},
};

std::vector<std::string> parts(std::string_view words) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(';', at), words.size());
    if (std::string word = compared(words.substr(at, end - at)); !word.empty()) out.push_back(std::move(word));
    at = end + 1;
  }
  return out;
}

/// Without the endings that only tell gender and number.
std::string_view stem(std::string_view word) {
  constexpr std::size_t shortest = 5;
  if (word.size() >= shortest && word.ends_with('s')) word.remove_suffix(1);
  if (word.size() >= shortest && std::string_view("aeo").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return word;
}

template <class T>
void addOnce(std::vector<T>& list, T item) {
  if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

/// How many bytes of a word are the Arabic article; nothing where less than two letters are left without it.
std::size_t articleIn(std::string_view word) {
  constexpr std::string_view article = "ال";
  constexpr std::size_t twoLetters = 4;
  const std::string_view whole = word.substr(0, word.find(' '));
  return whole.starts_with(article) && whole.size() >= article.size() + twoLetters ? article.size() : 0;
}

}  // namespace

std::string compared(std::string_view text) {
  static constexpr std::string_view arabicSigns[] = {"،", "؛", "؟", "ـ"};
  std::string out;
  bool space = false;
  const std::string letters = language::folded(text);
  for (std::size_t at = 0; at < letters.size();) {
    const auto c = static_cast<unsigned char>(letters[at]);
    const bool sign = c < 0x80 && !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    std::size_t taken = sign ? 1 : 0;
    for (const std::string_view other : arabicSigns)
      if (std::string_view(letters).substr(at).starts_with(other)) taken = other.size();
    if (taken > 0) {
      space = !out.empty();
      at += taken;
      continue;
    }
    if (space || out.empty()) {
      if (space) out += ' ';
      space = false;
      at += articleIn(std::string_view(letters).substr(at));
    }
    out += letters[at++];
  }
  return out;
}

Words::Words(std::span<const language::Language> languages) : languages_(languages.begin(), languages.end()) {
  if (std::ranges::none_of(languages_, [](const auto& language) { return language.code() == "en"; }))
    languages_.insert(languages_.begin(), language::Language());
  addKinds();
  addTerms();
  for (const char* words : {tr("yes; true; x"), tr("no; false")})
    for (const std::string& in : inAll(words))
      for (const std::string& word : parts(in)) flags_.emplace(word, std::string_view(words).starts_with('y'));
  flags_.emplace("1", true);
  flags_.emplace("0", false);
  for (const std::string& in : inAll(tr("id; identifier; reference number")))
    for (const std::string& word : parts(in)) addOnce(ids_, word);
  for (const std::string& in : inAll(tr("kind of element; kind")))
    for (const std::string& word : parts(in)) addOnce(kindHeads_, word);
}

std::vector<std::string> Words::inAll(std::string_view english) const {
  std::vector<std::string> out;
  for (const language::Language& language : languages_) addOnce(out, language.translated(english));
  return out;
}

void Words::addKinds() {
  for (const Kind& kind : kinds()) {
    const auto add = [&](std::string_view head, FieldNumber field) {
      addOnce(fields_[{kind.id, compared(head)}], field);
    };
    std::vector<std::string> names{std::string(kind.name), std::string(kind.section)};
    for (const std::string_view label : {kind.label, kind.pluralLabel})
      for (std::string& name : inAll(label)) names.push_back(std::move(name));
    for (std::string& name : names) name = compared(name);
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string& name : names) kinds_.emplace(name, kind.id);
    for (const Field& field : kind.fields) {
      add(field.name, field.number);
      for (const std::string& label : inAll(field.label)) add(label, field.number);
      for (const Synonyms& entry : synonyms)
        if (entry.field == field.number)
          for (const std::string& in : inAll(entry.words))
            for (const std::string& word : parts(in)) add(word, field.number);
      if (field.presence == Presence::required && (field.name == "title" || field.name == "name"))
        for (const std::string& name : names) add(name, field.number);
    }
  }
}

void Words::addTerms() {
  for (const Vocabulary& list : vocabularies())
    for (std::size_t i = 0; i < list.terms.size(); ++i) {
      const auto add = [&](std::string_view word) {
        addOnce(terms_[{list.id, compared(word)}], static_cast<std::uint16_t>(i));
      };
      add(list.terms[i].name);
      for (const std::string& label : inAll(list.terms[i].label)) add(label);
    }
}

std::vector<KindId> Words::kindsCalled(std::string_view text) const {
  std::vector<KindId> out;
  const auto [first, last] = kinds_.equal_range(compared(text));
  for (auto at = first; at != last; ++at) addOnce(out, at->second);
  return out;
}

std::vector<FieldNumber> Words::fieldsCalled(KindId kind, std::string_view head) const {
  const auto found = fields_.find({kind, compared(head)});
  return found == fields_.end() ? std::vector<FieldNumber>() : found->second;
}

bool Words::meansId(std::string_view head) const { return std::ranges::find(ids_, compared(head)) != ids_.end(); }

bool Words::meansKind(std::string_view head) const {
  return std::ranges::find(kindHeads_, compared(head)) != kindHeads_.end();
}

std::vector<std::uint16_t> Words::termsCalled(VocabularyId list, std::string_view text) const {
  if (const auto term = findTerm(list, text)) return {*term};  // as files write it
  const std::string wanted = compared(text);
  if (const auto found = terms_.find({list, wanted}); found != terms_.end()) return found->second;
  std::vector<std::uint16_t> out;
  for (auto at = terms_.lower_bound({list, {}}); at != terms_.end() && at->first.first == list; ++at)
    if (stem(at->first.second) == stem(wanted))
      for (const std::uint16_t term : at->second) addOnce(out, term);
  return out;
}

std::vector<std::string> Words::labelsLike(const Vocabulary& list, std::string_view text) const {
  constexpr std::size_t shortest = 4;
  constexpr std::size_t soonRead = 12;
  std::vector<std::string> wanted;
  const std::string whole = compared(text);
  for (std::size_t from = 0; from < whole.size();) {
    const std::size_t end = std::min(whole.find(' ', from), whole.size());
    if (end - from >= shortest) wanted.push_back(whole.substr(from, end - from));
    from = end + 1;
  }
  for (const language::Language& language : languages_) {
    std::vector<std::string> like;
    std::vector<std::string> others;
    for (const Term& term : list.terms) {
      const std::string label = language.translated(term.label);
      const std::string letters = compared(label);
      const auto isIn = [&](const std::string& word) { return letters.find(word) != std::string::npos; };
      (std::ranges::any_of(wanted, isIn) ? like : others).push_back(label);
    }
    if (like.empty()) continue;
    if (list.terms.size() <= soonRead) like.insert(like.end(), others.begin(), others.end());
    return like;
  }
  return {};
}

std::optional<bool> Words::flagCalled(std::string_view text) const {
  const auto found = flags_.find(compared(text));
  return found == flags_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace trackloom::tables
