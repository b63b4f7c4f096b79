#include "sharing/shared_versions.h"

#include "sharing/local_time.h"
#include "xml/envelope.h"
#include "xml/read.h"
#include "xml/revisions.h"

#include <algorithm>

namespace trackloom::sharing {
namespace {

constexpr std::string_view planEnding = ".trackloom";

/// Nothing for what cannot be read, and for a sealed plan: its versions are sealed, too.
std::optional<Plan> openPlan(Files& files, const std::string& file) {
  try {
    if (!files.state(file)) return std::nullopt;
    const std::string bytes = files.read(file);
    return isSealed(bytes) ? std::nullopt : xml::read(bytes).plan;
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Gathers, plan by plan, what others share.
class Sharing {
 public:
  explicit Sharing(std::set<std::string> own) : own_(std::move(own)) {}

  bool comesFromOwn(const std::vector<std::string>& past) const {
    return std::ranges::any_of(past, [&](const std::string& revision) { return own_.contains(revision); });
  }
  void add(const std::vector<std::string>& past, Message called) {
    for (const std::string& revision : past) {
      if (own_.contains(revision)) shared_.revisions.insert(revision);
      told_.insert(revision);
    }
    shared_.plans.push_back(std::move(called));
  }
  /// What a version comes from is not told beside it.
  void passOver(const StoredVersion& version) {
    for (const std::string& revision : xml::pastOf(version.plan))
      if (revision != version.revision) told_.insert(revision);
  }
  /// Is it a state of a plan that is told, or will be?
  bool isTold(const std::string& revision) const { return told_.contains(revision); }
  SharedVersions shared() && { return std::move(shared_); }

 private:
  std::set<std::string> own_;
  std::set<std::string> told_;
  SharedVersions shared_;
};

}  // namespace

SharedVersions sharedVersions(Files& files, const LocalHistory& history, const Plan& plan,
                              const std::vector<std::string>& otherFiles) {
  const std::vector<std::string> past = history.past(plan);
  std::set<std::string> own;
  for (const std::string& revision : past)
    if (history.has(revision)) own.insert(revision);
  if (own.empty()) return {};
  Sharing sharing(std::move(own));
  for (const std::string& file : otherFiles)
    if (const auto other = openPlan(files, file))
      if (const auto states = xml::pastOf(*other); sharing.comesFromOwn(states))
        sharing.add(states, {"{file}", {{"file", file}}});
  const std::vector<StoredVersion> later = history.comingFrom(past);
  for (const StoredVersion& version : later) sharing.passOver(version);
  for (const StoredVersion& version : later) {
    if (sharing.isTold(version.revision)) continue;
    const LocalTime saved = localTime(version.saved);
    sharing.add(xml::pastOf(version.plan),
                {tr("“{title}” as it was saved on {day}, {time}"),
                 {{"title", std::string(version.plan.root().title())}, {"day", saved.day}, {"time", saved.clock}}});
  }
  return std::move(sharing).shared();
}

std::vector<std::string> otherPlans(Files& files, const std::string& path, const std::vector<std::string>& recent) {
  const std::string own = files.realPath(path);
  const std::string folder = own.substr(0, own.find_last_of('/'));
  std::vector<std::string> found = recent;
  try {
    for (const std::string& name : files.list(folder))
      if (name.ends_with(planEnding)) found.push_back(folder + '/' + name);
  } catch (const Error&) {
    // A folder may let its files be read and not be listed.
  }
  std::ranges::sort(found);
  const auto [first, last] = std::ranges::unique(found);
  found.erase(first, last);
  std::erase(found, own);
  return found;
}

Message sayShared(const SharedVersions& shared) {
  return {tr("{count} of the earlier versions on this machine {count|belongs|belong} to other plans, too: {plans}."),
          {{"count", static_cast<std::int64_t>(shared.revisions.size())}, {"plans", shared.plans}}};
}

}  // namespace trackloom::sharing
