#include "xml/ids.h"

#include <algorithm>
#include <string>

namespace trackloom::xml {
namespace {

constexpr std::size_t maxRuns = 64;  // more than there are sections

}  // namespace

bool Ids::take(const ElementId& id) {
  if (runs_ <= maxRuns && !(last_ < id)) {
    if (last_ == id) return false;
    beginRun(id);
  }
  if (runs_ > maxRuns) return all_.insert(id).second;
  last_ = id;
  while (next_ != earlier_.size() && earlier_[next_] < id) ++next_;
  if (next_ != earlier_.size() && earlier_[next_] == id) return false;
  run_.push_back(id);
  return true;
}

void Ids::beginRun(const ElementId& id) {
  const auto middle = earlier_.insert(earlier_.end(), run_.begin(), run_.end());
  std::inplace_merge(earlier_.begin(), middle, earlier_.end());
  run_.clear();
  next_ = static_cast<std::size_t>(std::lower_bound(earlier_.begin(), earlier_.end(), id) - earlier_.begin());
  if (++runs_ > maxRuns) all_.insert(earlier_.begin(), earlier_.end());
}

ElementId Ids::takeDerived(std::string_view kind, std::string_view oldId, std::size_t ordinal) {
  std::string text(kind);
  text += '\n';
  text += oldId;
  text += '\n';
  text += std::to_string(ordinal);
  for (;;) {
    const ElementId id = ElementId::derivedFrom(text);
    if (take(id)) return id;
    text += '+';
  }
}

void Ids::replace(const std::string& written, const ElementId& given) {
  const auto [place, isNew] = replaced_.emplace(written, given);
  if (!isNew) place->second.reset();
}

const ElementId* Ids::given(std::string_view written) const {
  const auto known = replaced_.find(written);
  return known != replaced_.end() && known->second ? &*known->second : nullptr;
}

std::string Ids::following(std::string_view mention) const {
  constexpr std::string_view blanks = " \t\n\r";
  if (const ElementId* whole = given(mention)) return whole->str();
  std::string text;
  while (!mention.empty()) {
    const std::size_t word = std::min(mention.find_first_of(blanks), mention.size());
    const std::string_view written = mention.substr(0, word);
    if (const ElementId* id = given(written))
      text += id->str();
    else
      text += written;
    const std::size_t next = std::min(mention.find_first_not_of(blanks, word), mention.size());
    if (next > word) text += ' ';
    mention.remove_prefix(next);
  }
  return text;
}

}  // namespace trackloom::xml
