#include "plan/history.h"

#include "random_plans.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

namespace {

/// What a document should be, told in the simplest way: every state in a row, and which of them was saved.
struct Model {
  std::vector<Plan> states = {Plan()};
  std::size_t at = 0;
  std::optional<std::size_t> saved = 0;
  std::string openKey;  // the merge key that the next edit may join, empty for none

  void perform(const Plan& next, const std::string& key) {
    states.resize(at + 1);
    if (saved && *saved > at) saved.reset();
    if (!key.empty() && key == openKey) {
      states[at] = next;
    } else {
      states.push_back(next);
      ++at;
    }
    openKey = key;
  }
  bool undo() {
    openKey.clear();
    if (at == 0) return false;
    --at;
    return true;
  }
  bool redo() {
    openKey.clear();
    if (at + 1 == states.size()) return false;
    ++at;
    return true;
  }
  void save() {
    openKey.clear();
    saved = at;
  }
};

Element activity(ElementId id, std::string title = "Talks") {
  return Element(KindId::activity, id).set(key::title, Text(std::move(title)));
}

Edit randomEdit(Random& random, const Plan& plan) {
  const ElementId id = *ElementId::parse("a" + std::to_string(random() % 4));
  Edit edit;
  if (!plan.find(id)) {
    edit = addElement(plan, activity(id));
  } else if (oneIn(random, 8)) {
    const std::vector<ElementId> ids = {id};
    edit = removeWithLinks(plan, ids);
  } else {
    edit = setField(plan, id, "venue", Text("venue " + std::to_string(random() % 5)));
  }
  if (oneIn(random, 5)) edit.mergeKey = "dragging";  // joins edits of several elements, additions and removals too
  return edit;
}

}  // namespace

TEST_CASE("a document behaves like a row of states, over thousands of random steps") {
  Random random(51);
  for (int run = 0; run < 40; ++run) {
    Document document{Plan()};
    Model model;
    for (int step = 0; step < 200; ++step) {
      const auto what = random() % 10;
      if (what < 6) {
        const Edit edit = randomEdit(random, document.plan());
        if (!edit.changes.empty()) model.perform(apply(document.plan(), edit), edit.mergeKey);
        document.perform(edit);
      } else if (what < 8) {
        REQUIRE(document.undo() == model.undo());
      } else if (what < 9) {
        REQUIRE(document.redo() == model.redo());
      } else if (oneIn(random, 2)) {
        document.savedAs("plan.trackloom");
        model.save();
      }
      REQUIRE(document.plan() == model.states[model.at]);
      REQUIRE(document.history().undoSteps() == model.at);
      REQUIRE(document.history().redoSteps() == model.states.size() - model.at - 1);
      REQUIRE(document.history().modified() == (model.saved != model.at));
      REQUIRE((document.history().undoLabel() == nullptr) == (model.at == 0));
      REQUIRE((document.history().redoLabel() == nullptr) == (model.at + 1 == model.states.size()));
    }
    while (document.undo()) {
    }
    REQUIRE(document.plan() == Plan());
    while (document.redo()) {
    }
    REQUIRE(document.plan() == model.states.back());
  }
}

TEST_CASE("undo and redo are named after the edits they would undo and redo") {
  Document document{Plan()};
  document.perform(addElement(document.plan(), activity("a"_id)));
  document.perform(setField(document.plan(), "a"_id, "venue", Text("Tunis")));
  REQUIRE(document.history().undoLabel());
  CHECK(plainText(*document.history().undoLabel()) == "Change Venue of Talks");
  CHECK(document.history().redoLabel() == nullptr);
  document.undo();
  CHECK(plainText(*document.history().undoLabel()) == "Add Talks");
  CHECK(plainText(*document.history().redoLabel()) == "Change Venue of Talks");
}

TEST_CASE("typing into one field is one step, until something else happens") {
  Document document{Plan().with(activity("a"_id))};
  const auto type = [&](const char* text) { document.perform(setField(document.plan(), "a"_id, "venue", Text(text))); };
  type("T");
  type("Tu");
  type("Tunis");
  CHECK(document.history().undoSteps() == 1);
  document.savedAs("x");
  type("Tunis 1");
  CHECK(document.history().undoSteps() == 2);
  document.undo();
  CHECK_FALSE(document.history().modified());
  type("Sfax");
  CHECK(document.history().undoSteps() == 2);
  document.perform(setField(document.plan(), "a"_id, "outputs", Text("x")));
  type("Sousse");
  CHECK(document.history().undoSteps() == 4);
  while (document.undo()) {
  }
  CHECK(document.plan() == Plan().with(activity("a"_id)));
}

TEST_CASE("an edit that changes nothing is not remembered and forgets nothing") {
  Document document{Plan().with(activity("a"_id))};
  document.perform(setField(document.plan(), "a"_id, "venue", Text("Tunis")));
  document.undo();
  document.perform(setField(document.plan(), "a"_id, "title", Text("Talks")));
  document.perform({});
  CHECK(document.history().redoSteps() == 1);
  CHECK_FALSE(document.history().modified());
}

TEST_CASE("the saved mark is lost once the saved state can no longer be reached") {
  Document document{Plan()};
  document.perform(addElement(document.plan(), activity("a"_id)));
  CHECK(document.history().modified());
  document.savedAs("plan.trackloom");
  CHECK(document.path() == "plan.trackloom");
  CHECK_FALSE(document.history().modified());
  document.undo();
  CHECK(document.history().modified());
  document.redo();
  CHECK_FALSE(document.history().modified());
  document.undo();
  document.perform(addElement(document.plan(), activity("b"_id)));
  CHECK(document.history().modified());
  document.undo();
  CHECK(document.history().modified());
}

TEST_CASE("joined edits that add and take away again leave nothing to undo in the plan") {
  Document document{Plan()};
  const auto join = [&](Edit edit) {
    edit.mergeKey = "together";
    document.perform(std::move(edit));
  };
  const std::vector<ElementId> a = {"a"_id};
  join(addElement(document.plan(), activity("a"_id)));
  Edit both = removeWithLinks(document.plan(), a);
  both.changes.push_back({nullptr, std::make_shared<const Element>(activity("b"_id))});
  both.changes.push_back({nullptr, std::make_shared<const Element>(activity("c"_id))});
  join(both);
  CHECK(document.history().undoSteps() == 1);
  CHECK(document.plan().size() == 3);
  document.undo();
  CHECK(document.plan() == Plan());
  document.redo();
  CHECK(document.plan().size() == 3);
}

TEST_CASE("joining edits of many elements stays quick") {
  Plan plan;
  std::vector<ElementPtr> activities;
  std::vector<ElementId> ids;
  for (int i = 0; i < 20000; ++i) {
    const ElementId id = *ElementId::parse("a" + std::to_string(100000 + i));
    ids.push_back(id);
    activities.push_back(
        std::make_shared<const Element>(activity(id).set(key::plannedStart, Date(dayOf({2013, 1, 1})))));
  }
  plan.adopt(KindId::activity, activities);
  Document document{plan};
  for (int drag = 0; drag < 10; ++drag) {
    Edit edit = moveInTime(document.plan(), ids, 1);
    edit.mergeKey = "dragging";
    document.perform(std::move(edit));
  }
  CHECK(document.history().undoSteps() == 1);
  CHECK(*document.plan().find(ids.back())->get(key::plannedStart) == Date(dayOf({2013, 1, 11})));
  document.undo();
  CHECK(document.plan() == plan);
}
