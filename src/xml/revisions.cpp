#include "xml/revisions.h"

#include "xml/sha256.h"
#include "xml/write.h"

namespace trackloom::xml {
namespace {

constexpr Key<Texts> revisions{"revisions"};
constexpr std::size_t digits = 32;

Texts revisionsIn(const Plan& plan) {
  const Texts* known = plan.root().get(revisions);
  return known ? *known : Texts();
}

void append(Texts& list, std::string revision) {
  if (list.empty() || list.back() != revision) list.push_back(std::move(revision));
}

}  // namespace

std::string revisionOf(const Plan& plan) { return sha256(write(withoutRevisions(plan))).substr(0, digits); }

Plan withRevision(const Plan& before, const Plan& edited) {
  const std::string from = revisionOf(before);
  std::string to = revisionOf(edited);
  if (from == to) return edited;
  Texts list = revisionsIn(edited);
  append(list, from);
  append(list, std::move(to));
  if (list.size() > mostRevisions) list.erase(list.begin(), list.end() - mostRevisions);
  Element root = edited.root();
  root.set(revisions, std::move(list));
  return edited.with(std::move(root));
}

Plan withoutRevisions(const Plan& plan) {
  Element root = plan.root();
  root.clear(revisions.number);
  return plan.with(std::move(root));
}

}  // namespace trackloom::xml
