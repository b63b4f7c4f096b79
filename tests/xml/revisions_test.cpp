#include "xml/revisions.h"

#include "support/sample_plans.h"
#include "xml/read.h"
#include "xml/write.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using test::element;
using xml::revisionOf;
using xml::withRevision;

namespace {

Plan titled(const std::string& title) { return Plan().with(element(KindId::plan, "plan", {{"title", title}})); }

Texts revisionsOf(const Plan& plan) {
  const Texts* list = plan.root().get(Key<Texts>{"revisions"});
  return list ? *list : Texts();
}

Plan retitled(const Plan& plan, const std::string& title) {
  Element root = plan.root();
  root.set(key::title, Text(title));
  return plan.with(std::move(root));
}

}  // namespace

TEST_CASE("a revision is the hash of the canonical file without revisions") {
  const Plan plan = titled("Talks");
  CHECK(revisionOf(plan).size() == 32);
  CHECK(revisionOf(plan) == revisionOf(*xml::read(xml::write(plan)).plan));
  CHECK(revisionOf(plan) != revisionOf(titled("Other talks")));
  CHECK(revisionOf(withRevision(titled("Before"), plan)) == revisionOf(plan));
}

TEST_CASE("an edited plan keeps where it came from and what it is") {
  const Plan before = titled("Before");
  const Plan after = withRevision(before, titled("After"));
  CHECK(revisionsOf(after) == Texts{revisionOf(before), revisionOf(after)});
  const Plan later = withRevision(after, retitled(after, "Later"));
  CHECK(revisionsOf(later) == Texts{revisionOf(before), revisionOf(after), revisionOf(later)});
}

TEST_CASE("what was changed by hand since is a revision of its own") {
  const Plan saved = withRevision(titled("Before"), titled("Saved"));
  const Plan byHand = retitled(saved, "By hand");
  const Plan later = withRevision(byHand, retitled(byHand, "Later"));
  CHECK(revisionsOf(later) ==
        Texts{revisionOf(titled("Before")), revisionOf(saved), revisionOf(byHand), revisionOf(later)});
}

TEST_CASE("a plan edited on while the file was saved again keeps all that the file names, each once") {
  const Plan opened = titled("Opened");
  const Plan first = withRevision(opened, retitled(opened, "First"));
  const Plan second = withRevision(first, retitled(opened, "Second"));
  const Texts all{revisionOf(opened), revisionOf(first), revisionOf(second)};
  CHECK(revisionsOf(second) == all);
  const Plan back = withRevision(second, retitled(opened, "First"));
  CHECK(revisionsOf(back) == all);
  CHECK(revisionsOf(withRevision(second, retitled(opened, "Second"))) == all);
  const Plan later = withRevision(back, retitled(opened, "Later"));
  CHECK(revisionsOf(later) == Texts{all[0], all[1], all[2], revisionOf(later)});
}

TEST_CASE("what was brought in is named before what the plan is now, and nothing twice") {
  const Plan ours = titled("Ours");
  const Plan theirs = withRevision(ours, retitled(ours, "Theirs"));
  const Plan merged = xml::withMergedRevisions(ours, theirs, theirs);
  const Plan saved = withRevision(ours, merged);
  CHECK(revisionsOf(saved) == Texts{revisionOf(ours), revisionOf(theirs)});
}

TEST_CASE("a plan that holds nothing new keeps its revisions as they are") {
  const Plan plan = titled("Talks");
  CHECK(withRevision(plan, plan) == plan);
  const Plan saved = withRevision(titled("Before"), plan);
  CHECK(withRevision(saved, saved) == saved);
}

TEST_CASE("two copies of a plan that are edited apart share the revision they began with") {
  const Plan common = titled("Common");
  const Texts ours = revisionsOf(withRevision(common, retitled(common, "Ours")));
  const Texts theirs = revisionsOf(withRevision(common, retitled(common, "Theirs")));
  CHECK(ours.front() == theirs.front());
  CHECK(ours.back() != theirs.back());
}

TEST_CASE("a file keeps the last sixty-four revisions") {
  Plan plan = titled("0");
  for (int i = 1; i <= 70; ++i) plan = withRevision(plan, retitled(plan, std::to_string(i)));
  const Texts kept = revisionsOf(plan);
  REQUIRE(kept.size() == xml::mostRevisions);
  CHECK(kept.back() == revisionOf(plan));
  CHECK(kept.front() == revisionOf(titled("7")));
}

TEST_CASE("revisions stand in the file, read back, and the file stays canonical") {
  const Plan plan = withRevision(titled("Before"), titled("After"));
  const std::string bytes = xml::write(plan);
  CHECK(bytes.find(" revisions=\"" + revisionOf(titled("Before")) + "; " + revisionOf(plan) + "\"") !=
        std::string::npos);
  const xml::Reading reading = xml::read(bytes);
  CHECK(reading.problems.empty());
  CHECK(xml::write(*reading.plan) == bytes);
}

TEST_CASE("two copies find the newest state they both come from") {
  const Plan first = titled("First");
  const Plan second = withRevision(first, retitled(first, "Second"));
  const Plan ours = withRevision(second, retitled(second, "Ours"));
  const Plan theirs = withRevision(second, retitled(second, "Theirs"));
  CHECK(xml::commonRevision(ours, theirs) == revisionOf(second));
  CHECK(xml::commonRevision(first, ours) == revisionOf(first));
  CHECK(xml::commonRevision(titled("Elsewhere"), ours) == std::nullopt);
}

TEST_CASE("an earlier version that is brought back keeps what was noted of copies since") {
  const auto copy = [](const char* id, const char* audience) {
    Element made(KindId::copy, *ElementId::parse(id));
    made.set(Key<Text>("recipient"), Text("Fund for the River"));
    made.set(Key<Ref>("audience"), *ElementId::parse(audience));
    return made;
  };
  const Plan first = titled("First").with(Element(KindId::audience, "donors"_id)).with(copy("c1", "donors"));
  const Plan second = withRevision(first, retitled(first, "Second").with(copy("c2", "donors")).with(copy("c3", "new")));
  const Plan back = xml::withPastOf(second, first);
  CHECK(back.root().title() == "First");
  REQUIRE(back.all(KindId::copy).size() == 3);
  CHECK(*back.find("c1"_id) == *first.find("c1"_id));
  CHECK(*back.find("c2"_id) == *second.find("c2"_id));
  CHECK(back.find("c3"_id)->text(Key<Text>("recipient")) == "Fund for the River");
  CHECK_FALSE(back.find("c3"_id)->has(FieldNumber("audience")));
  CHECK(xml::read(xml::write(back)).problems.empty());
}

TEST_CASE("a merged plan comes from both sides") {
  const Plan first = titled("First");
  const Plan ours = withRevision(first, retitled(first, "Ours"));
  const Plan theirs = withRevision(first, retitled(first, "Theirs"));
  const Plan merged = xml::withMergedRevisions(ours, theirs, retitled(ours, "Both"));
  CHECK(revisionsOf(merged) == Texts{revisionOf(first), revisionOf(ours), revisionOf(theirs), revisionOf(merged)});
  CHECK(xml::commonRevision(merged, theirs) == revisionOf(theirs));
}
