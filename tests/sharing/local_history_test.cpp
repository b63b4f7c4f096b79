#include "sharing/local_history.h"

#include "sharing/packed_text.h"
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

Plan titled(const std::string& title) { return Plan().with(element(KindId::plan, "plan", {{"title", title}})); }

Plan retitled(const Plan& plan, const std::string& title) {
  Element root = plan.root();
  root.set(key::title, Text(title));
  return xml::withRevision(plan, plan.with(std::move(root)));
}

}  // namespace

TEST_CASE("packed text comes back whole, and damaged bytes give nothing") {
  const std::string text(10'000, 'a');
  const std::string packed = packedText(text);
  CHECK(packed.size() < 200);
  CHECK(unpackedText(packed) == text);
  CHECK(unpackedText(packedText("")) == "");
  for (std::size_t at = 0; at < packed.size(); ++at) {
    std::string damaged = packed;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    CHECK(unpackedText(damaged) != text);
    CHECK_FALSE(unpackedText(std::string_view(packed).substr(0, at)));
  }
}

TEST_CASE("kept versions are found by the plan's own past, the newest first") {
  MemoryFiles files;
  LocalHistory history(files, folder);
  const Plan first = titled("First");
  const Plan second = retitled(first, "Second");
  history.keep(first);
  history.keep(second);
  history.keep(second);
  history.keep(titled("Another plan"));
  const auto versions = history.versions(second);
  REQUIRE(versions.size() == 2);
  CHECK(versions[0].revision == xml::revisionOf(second));
  CHECK(versions[1].revision == xml::revisionOf(first));
  CHECK(history.find(versions[1].revision) == first);
  CHECK_FALSE(history.find("0123"));
  CHECK(xml::pastOf(xml::withPastOf(second, first)) == Texts{xml::revisionOf(first), xml::revisionOf(second)});
}

TEST_CASE("a version can be named and forgotten") {
  MemoryFiles files;
  LocalHistory history(files, folder);
  const Plan plan = titled("First");
  history.keep(plan);
  history.name(xml::revisionOf(plan), "sent to the donor");
  CHECK(history.versions(plan)[0].name == "sent to the donor");
  history.name(xml::revisionOf(plan), "");
  CHECK(history.versions(plan)[0].name.empty());
  history.name(xml::revisionOf(plan), "again");
  history.forget(plan);
  CHECK(history.versions(plan).empty());
  CHECK(files.paths().empty());
}

TEST_CASE("the history stays within its size: the oldest go, those with a name last") {
  MemoryFiles files;
  LocalHistory history(files, folder, nullptr, 5000);
  std::vector<Plan> plans{titled("Plan")};
  history.keep(plans[0]);
  history.name(xml::revisionOf(plans[0]), "first");
  for (int i = 1; i < 20; ++i) {
    plans.push_back(retitled(plans.back(), "Plan " + std::to_string(i)));
    files.pass(1'000'000);
    history.keep(plans.back());
  }
  const auto versions = history.versions(plans.back());
  REQUIRE(versions.size() > 2);
  CHECK(versions.size() < 20);
  CHECK(versions.front().revision == xml::revisionOf(plans.back()));
  CHECK(versions.back().name == "first");
  std::uint64_t bytes = 0;
  for (const std::string& path : files.paths())
    if (path.ends_with(".plan")) bytes += files.at(path).size();
  CHECK(bytes <= 5000);
}

TEST_CASE("while it is off nothing is kept, and what was kept is gone") {
  MemoryFiles files;
  LocalHistory history(files, folder);
  const Plan plan = titled("First");
  history.keep(plan);
  history.turnOff();
  CHECK(history.isOff());
  CHECK(history.versions(plan).empty());
  history.keep(plan);
  CHECK(history.versions(plan).empty());
  history.turnOn();
  history.keep(plan);
  CHECK(history.versions(plan).size() == 1);
}

TEST_CASE("what is damaged counts as not there") {
  MemoryFiles files;
  LocalHistory history(files, folder);
  const Plan plan = titled("First");
  const Plan other = titled("Other");
  history.keep(plan);
  history.keep(other);
  const std::string file = folder + "/" + xml::revisionOf(plan) + ".plan";
  files.put(file, files.at(folder + "/" + xml::revisionOf(other) + ".plan"));
  CHECK_FALSE(history.find(xml::revisionOf(plan)));
  history.keep(plan);
  CHECK(history.find(xml::revisionOf(plan)) == plan);
}

TEST_CASE("what holds anything for the core team alone is not kept unasked") {
  const Plan plan = titled("First");
  CHECK(mayKeepUnasked(plan));
  CHECK(mayKeepUnasked(plan.with(element(KindId::actor, "a", {{"name", "Union"}}))));
  CHECK_FALSE(mayKeepUnasked(plan.with(element(KindId::actor, "a", {{"name", "Union"}, {"classification", "core"}}))));
  for (const char* levels : {"notes:core", "Notes: Core", "nots:public"})
    CHECK_FALSE(mayKeepUnasked(plan.with(element(KindId::actor, "a", {{"name", "U"}, {"field-levels", levels}}))));
  CHECK_FALSE(mayKeepUnasked(plan.with(element(KindId::comment, "c", {{"text", "Hm"}}))));
}

TEST_CASE("versions of a sealed plan lie sealed, and neither content nor names tell whose they are") {
  MemoryFiles files;
  const SealKey key = SealKey::fresh(Passphrase("lantern"), {1, 8});
  LocalHistory history(files, folder, &key);
  const Plan first = titled("Canary");
  const Plan second = retitled(first, "Second canary");
  history.keep(first);
  history.keep(second);
  history.name(xml::revisionOf(first), "canary for the donor");
  CHECK(history.versions(second).size() == 2);
  CHECK(history.versions(second)[1].name == "canary for the donor");
  CHECK(history.find(xml::revisionOf(first)) == first);
  for (const std::string& path : files.paths()) {
    INFO(path);
    CHECK(path.find(xml::revisionOf(first)) == std::string::npos);
    CHECK(path.find(xml::revisionOf(second)) == std::string::npos);
    CHECK(isSealed(files.at(path)));
  }
  CHECK(LocalHistory(files, folder).versions(second).empty());
  const SealKey another = SealKey::fresh(Passphrase("lantern"), {1, 8});
  CHECK(LocalHistory(files, folder, &another).versions(second).empty());
  history.forget(second);
  CHECK(files.paths().empty());
}

TEST_CASE(
    "the history of a plan that is sealed is kept under its key, and nothing of it stays outside once it is "
    "forgotten") {
  MemoryFiles files;
  LocalHistory plain(files, folder);
  const Plan first = titled("First");
  const Plan second = retitled(first, "Second");
  const Plan another = titled("Another plan");
  for (const Plan& plan : {first, second, another}) plain.keep(plan);
  plain.name(xml::revisionOf(first), "sent");
  const SealKey key = SealKey::fresh(Passphrase("lantern"), {1, 8});
  LocalHistory sealed(files, folder, &key);
  plain.copyTo(sealed, second);
  CHECK(plain.versions(second).size() == 2);
  plain.forget(second);
  CHECK(plain.versions(second).empty());
  CHECK(plain.versions(another).size() == 1);
  REQUIRE(sealed.versions(second).size() == 2);
  CHECK(sealed.versions(second)[1].name == "sent");
  CHECK(sealed.find(xml::revisionOf(second)) == second);
}

TEST_CASE("versions keep their own times, wherever they are kept") {
  MemoryFiles files;
  LocalHistory plain(files, folder);
  const Plan first = titled("First");
  const Plan second = retitled(first, "Second");
  constexpr std::int64_t written = 500;
  files.pass(1'000'000);
  plain.keep(first, written);
  plain.keep(second);
  const auto times = [](const LocalHistory& history, const Plan& plan) {
    std::vector<std::int64_t> all;
    for (const KeptVersion& version : history.versions(plan)) all.push_back(version.kept);
    return all;
  };
  const std::vector<std::int64_t> own = times(plain, second);
  REQUIRE(own.size() == 2);
  CHECK(own[1] == written);
  const SealKey key = SealKey::fresh(Passphrase("lantern"), {1, 8});
  LocalHistory sealed(files, folder, &key);
  files.pass(1'000'000);
  plain.copyTo(sealed, second);
  CHECK(times(sealed, second) == own);
  SECTION("also when they are kept again with a longer past") {
    const Plan back = xml::withPastOf(second, first);
    sealed.keep(back);
    CHECK(times(sealed, back) == own);
    CHECK(xml::pastOf(*sealed.find(xml::revisionOf(first))).size() == 2);
  }
}

TEST_CASE("of versions that are copied the oldest go first, too") {
  MemoryFiles files;
  LocalHistory plain(files, folder);
  std::vector<Plan> plans{titled("Plan")};
  for (int i = 1; i < 4; ++i) plans.push_back(retitled(plans.back(), "Plan " + std::to_string(i)));
  for (const Plan& plan : plans) plain.keep(plan);
  const SealKey key = SealKey::fresh(Passphrase("lantern"), {1, 8});
  LocalHistory sealed(files, "/sealed", &key, 150'000);
  plain.copyTo(sealed, plans.back());
  const auto versions = sealed.versions(plans.back());
  REQUIRE(versions.size() == 2);
  CHECK(versions[0].revision == xml::revisionOf(plans[3]));
  CHECK(versions[1].revision == xml::revisionOf(plans[2]));
}

TEST_CASE("forgetting takes along versions that only earlier versions know of") {
  MemoryFiles files;
  LocalHistory history(files, folder);
  Plan plan = titled("0");
  history.keep(plan);
  for (int i = 1; i < 100; ++i) {
    plan = retitled(plan, std::to_string(i));
    history.keep(plan);
  }
  CHECK(history.versions(plan).size() == 64);
  history.forget(plan);
  CHECK(files.paths().empty());
}
