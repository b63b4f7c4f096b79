#include "xml/revisions.h"

#include "xml/sha256.h"
#include "xml/write.h"

#include <algorithm>

namespace trackloom::xml {
namespace {

constexpr Key<Texts> revisions{"revisions"};
constexpr std::size_t digits = 32;

Texts revisionsIn(const Plan& plan) {
  const Texts* known = plan.root().get(revisions);
  return known ? *known : Texts();
}

/// Each stands once, where it came up first: whoever goes back to an earlier state has been in the later ones.
void add(Texts& list, const Texts& more) {
  for (const std::string& revision : more)
    if (std::ranges::find(list, revision) == list.end()) list.push_back(revision);
}

/// Leaves the newest.
Plan withList(const Plan& plan, Texts list) {
  if (list.empty()) return plan;
  if (list.size() > mostRevisions) list.erase(list.begin(), list.end() - mostRevisions);
  Element root = plan.root();
  root.set(revisions, std::move(list));
  return plan.with(std::move(root));
}

}  // namespace

std::string revisionOf(const Plan& plan) { return sha256(write(withoutRevisions(plan))).substr(0, digits); }

Plan withRevision(const Plan& before, const Plan& edited) {
  Texts list = revisionsIn(before);
  add(list, revisionsIn(edited));
  const std::string from = revisionOf(before);
  const std::string to = revisionOf(edited);
  if (from != to) add(list, {from, to});
  return withList(edited, std::move(list));
}

Plan withMergedRevisions(const Plan& ours, const Plan& theirs, const Plan& merged) {
  const std::string own = revisionOf(merged);
  const std::string before = revisionOf(ours);
  if (own == before) return merged;
  Texts list = revisionsIn(merged);
  add(list, {before, revisionOf(theirs), own});
  return withList(merged, std::move(list));
}

Plan withPastOf(const Plan& current, const Plan& earlier) {
  constexpr Key<Ref> audience{"audience"};
  std::vector<Change> changes;
  for (const ElementPtr& copy : current.all(KindId::copy)) {
    if (earlier.find(copy->id())) continue;
    Element kept = *copy;
    if (!earlier.find(KindId::audience, copy->ref(audience))) kept.clear(audience.number);
    changes.push_back({nullptr, std::make_shared<const Element>(std::move(kept))});
  }
  return withList(earlier.with(changes), pastOf(current));
}

Texts pastOf(const Plan& plan) {
  Texts past = revisionsIn(plan);
  add(past, {revisionOf(plan)});
  return past;
}

std::optional<std::string> commonRevision(const Plan& ours, const Plan& theirs) {
  const Texts mine = pastOf(ours);
  const Texts other = pastOf(theirs);
  const auto found = std::find_first_of(mine.rbegin(), mine.rend(), other.begin(), other.end());
  return found == mine.rend() ? std::nullopt : std::optional(*found);
}

Plan withoutRevisions(const Plan& plan) {
  Element root = plan.root();
  root.clear(revisions.number);
  return plan.with(std::move(root));
}

}  // namespace trackloom::xml
