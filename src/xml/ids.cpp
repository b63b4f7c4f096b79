#include "xml/ids.h"

#include <algorithm>
#include <string>

namespace trackloom::xml {
namespace {

constexpr std::size_t maxRuns = 64;  // more than there are sections

}  // namespace

bool Ids::take(const ElementId& id) {
  if (!manyRuns_ && !(last_ < id)) {
    if (last_ == id) return false;
    beginRun(id);
  }
  if (manyRuns_) return all_.insert(id).second;
  last_ = id;
  if (isInEarlierRun(id)) return false;
  ids_.push_back(id);
  return true;
}

/// Ends the present run; in every run the place is found from which on a new one with this first id may meet it.
void Ids::beginRun(const ElementId& id) {
  earlier_.push_back({runStart_, ids_.size()});
  runStart_ = ids_.size();
  if (earlier_.size() > maxRuns) {
    manyRuns_ = true;
    all_.insert(ids_.begin(), ids_.end());
    return;
  }
  std::size_t begin = 0;
  for (Run& run : earlier_) {
    const auto first = ids_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = ids_.begin() + static_cast<std::ptrdiff_t>(run.end);
    run.next = static_cast<std::size_t>(std::lower_bound(first, last, id) - ids_.begin());
    begin = run.end;
  }
}

bool Ids::isInEarlierRun(const ElementId& id) {
  bool found = false;
  for (Run& run : earlier_) {
    while (run.next != run.end && ids_[run.next] < id) ++run.next;
    found |= run.next != run.end && ids_[run.next] == id;
  }
  return found;
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

}  // namespace trackloom::xml
