#include "sharing/shared_versions.h"

#include "sharing/sealed.h"
#include "support/memory_files.h"
#include "support/sample_plans.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using test::element;
using test::MemoryFiles;

namespace {

const std::string folder = "/home/ana/.local/share/trackloom/history";

Plan retitled(const Plan& plan, const std::string& title) {
  Element root = plan.root();
  root.set(key::title, Text(title));
  return xml::withRevision(plan, plan.with(std::move(root)));
}

/// Two plans that were one up to their second version.
struct Parted {
  MemoryFiles files;
  LocalHistory history{files, folder};
  Plan first = Plan().with(element(KindId::plan, "plan", {{"title", "First"}}));
  Plan second = retitled(first, "Second");
  Plan ours = retitled(second, "Ours");
  Plan theirs = retitled(second, "Theirs");
  std::set<std::string> common{xml::revisionOf(first), xml::revisionOf(second)};

  Parted() {
    for (const Plan& plan : {first, second, ours}) history.keep(plan);
  }
  SharedVersions shared(const std::vector<std::string>& others = {}) {
    return sharedVersions(files, history, ours, others);
  }
};

std::vector<std::string> said(const SharedVersions& shared) {
  std::vector<std::string> plans;
  for (const Message& plan : shared.plans) plans.push_back(plainText(plan));
  return plans;
}

}  // namespace

TEST_CASE("versions that nobody else comes from are shared with nobody") {
  Parted parted;
  CHECK(parted.shared().plans.empty());
  parted.history.keep(Plan().with(element(KindId::plan, "plan", {{"title", "Another plan"}})));
  parted.files.put("/plans/another.trackloom", xml::write(retitled(Plan(), "Another")));
  parted.files.put("/plans/broken.trackloom", "<plan");
  CHECK(parted.shared({"/plans/another.trackloom", "/plans/broken.trackloom", "/plans/gone.trackloom"}).plans.empty());
}

TEST_CASE("a plan of which later versions are kept shares those that both come from, and is called by its title") {
  Parted parted;
  parted.history.keep(parted.theirs);
  parted.history.keep(retitled(parted.theirs, "Theirs later"), 0);
  const SharedVersions shared = parted.shared();
  CHECK(shared.revisions == parted.common);
  REQUIRE(shared.plans.size() == 1);
  CHECK(said(shared)[0].find("“Theirs later” as it was saved on 1970-01-01, ") == 0);
}

TEST_CASE("a plan beside it or among the recent ones is called by its file") {
  Parted parted;
  parted.history.keep(parted.theirs);
  parted.files.put("/plans/ours.trackloom", xml::write(parted.ours));
  parted.files.put("/plans/copy.trackloom", xml::write(parted.first));
  parted.files.put("/elsewhere/theirs.trackloom", xml::write(retitled(parted.theirs, "Theirs later")));
  const auto others = otherPlans(parted.files, "/plans/ours.trackloom",
                                 {"/elsewhere/theirs.trackloom", "/plans/ours.trackloom", "/plans/copy.trackloom"});
  CHECK(others == std::vector<std::string>{"/elsewhere/theirs.trackloom", "/plans/copy.trackloom"});
  const SharedVersions shared = parted.shared(others);
  CHECK(shared.revisions == parted.common);
  CHECK(said(shared) == others);
  CHECK(plainText(sayShared(shared)) ==
        "2 of the earlier versions on this machine belong to other plans, too: /elsewhere/theirs.trackloom, "
        "/plans/copy.trackloom.");
}

TEST_CASE("what others need stays when the rest is forgotten") {
  Parted parted;
  parted.history.keep(parted.theirs);
  parted.history.name(xml::revisionOf(parted.second), "sent to the donor");
  parted.history.forget(parted.ours, parted.shared().revisions);
  CHECK_FALSE(parted.history.has(xml::revisionOf(parted.ours)));
  const auto left = parted.history.versions(parted.theirs);
  REQUIRE(left.size() == 3);
  CHECK(left[1].name == "sent to the donor");
}
