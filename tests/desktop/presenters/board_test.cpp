#include "desktop/presenters/board.h"

#include "desktop/presenters/links.h"
#include "desktop/presenters/quick_add.h"
#include "desktop/presenters/sample.h"
#include "installation/catalogues.h"
#include "plan/vocabulary.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

struct Board {
  OpenPlan open;
  BoardPresenter presenter;
  Speech speech;

  explicit Board(Plan plan = smallPlan(), std::string_view language = "en")
      : open(std::move(plan), *parseDay(today)), speech(language::Language(std::string(language), {})) {
    presenter.draw(open, speech, 900);
  }
  scene::Box box(std::string_view element) const { return *presenter.picture().boxOf(id(element)); }
  scene::Point middle(std::string_view element) const { return box(element).middle(); }
  double x(std::string_view day) const {
    const auto& board = presenter.board();
    return (board.xOf(*parseDay(day)) + board.xOf(*parseDay(day) + 1)) / 2;
  }
  double laneOf(std::string_view track) const {
    for (const auto& lane : presenter.board().lanes)
      if (lane.track == id(track)) return (lane.top + lane.bottom) / 2;
    return -1;
  }
};

}  // namespace

TEST_CASE("days and places on the board are the same, whichever way time runs") {
  for (const char* language : {"en", "ar"}) {
    const Board board(smallPlan(), language);
    for (const char* day : {"2026-06-02", "2026-06-10", "2026-06-24"})
      CHECK(board.presenter.board().dayAt(board.x(day)) == *parseDay(day));
    CHECK(board.presenter.picture().shapeAt(board.middle("v1"))->element == id("v1"));
  }
}

TEST_CASE("a double click in a lane makes an activity there and then") {
  for (const char* language : {"en", "ar"}) {
    const Board board(smallPlan(), language);
    const Edit edit =
        board.presenter.created(board.open, board.speech, {board.x("2026-06-12"), board.laneOf("t2")}, id("new"));
    const Plan after = apply(board.open.plan(), edit);
    const Element& made = *after.find(id("new"));
    CHECK(made.get(key::plannedStart)->text() == "2026-06-12");
    CHECK(made.get(key::plannedFinish)->text() == "2026-06-16");
    CHECK(made.refs(key::tracks).front() == id("t2"));
  }
}

TEST_CASE("an empty plan has lanes to work on") {
  const Board board(trackloom::testing::planAsRead(R"(<track id="t1" name="Official talks"/>)"));
  CHECK(board.laneOf("t1") > 0);
  CHECK(board.presenter.board().laneAt(board.laneOf("t1"))->track == id("t1"));
}

TEST_CASE("dragging moves in time and between lanes, and is one edit") {
  const Board board;
  const ElementId ids[] = {id("v1")};
  const scene::Point from = board.middle("v1");
  const double week = board.x("2026-06-17") - board.x("2026-06-10");
  OpenPlan later(apply(board.open.plan(), board.presenter.moved(board.open, ids, from, {from.x + week, from.y})),
                 board.open.asOf());
  CHECK(written(later, "v1", "planned-start") == "2026-06-17");
  CHECK(written(later, "v1", "planned-finish") == "2026-06-21");
  CHECK(written(later, "v1", "tracks") == "t1");
  const Edit both = board.presenter.moved(board.open, ids, from, {from.x + week, board.laneOf("t2")});
  CHECK(both.changes.size() == 1);
  OpenPlan other(apply(board.open.plan(), both), board.open.asOf());
  CHECK(written(other, "v1", "tracks") == "t2");
  CHECK(written(other, "v1", "planned-start") == "2026-06-17");
}

TEST_CASE("what has happened is not moved by dragging") {
  const Board board(trackloom::testing::planAsRead(R"(<track id="t1" name="Talks"/>
    <activity id="v1" title="Done" tracks="t1" start="2026-05-01" finish="2026-05-04"/>)"));
  const ElementId ids[] = {id("v1")};
  const scene::Point from = board.middle("v1");
  CHECK(board.presenter.moved(board.open, ids, from, {from.x + 100, from.y}).changes.empty());
}

TEST_CASE("the edges of what is chosen take hold of its dates, also mirrored") {
  for (const char* language : {"en", "ar"}) {
    const Board board(smallPlan(), language);
    const scene::Box box = board.box("v1");
    const scene::Point left{box.left, box.middle().y};
    const scene::Point right{box.right, box.middle().y};
    const bool mirrored = std::string_view(language) == "ar";
    CHECK(board.presenter.gripAt(mirrored ? right : left, id("v1")) == Grip::start);
    CHECK(board.presenter.gripAt(mirrored ? left : right, id("v1")) == Grip::finish);
    CHECK(board.presenter.gripAt(box.middle(), id("v1")) == Grip::body);
    CHECK(board.presenter.gripAt(*board.presenter.linkHandle(id("v1")), id("v1")) == Grip::link);
    CHECK(board.presenter.gripAt(box.middle(), id("v2")) == Grip::nothing);
    const Edit edit = board.presenter.resized(board.open, id("v1"), Grip::finish, {board.x("2026-06-20"), box.top});
    OpenPlan longer(apply(board.open.plan(), edit), board.open.asOf());
    CHECK(written(longer, "v1", "planned-finish") == "2026-06-20");
    CHECK(written(longer, "v1", "planned-start") == "2026-06-10");
    const Edit turned = board.presenter.resized(board.open, id("v1"), Grip::start, {board.x("2026-06-22"), box.top});
    OpenPlan shorter(apply(board.open.plan(), turned), board.open.asOf());
    CHECK(written(shorter, "v1", "planned-start") == "2026-06-14");  // never after its finish
  }
}

TEST_CASE("arrows walk from entry to entry") {
  const Board board;
  const Picture& picture = board.presenter.picture();
  CHECK(picture.next(id("v1"), 1, 0) == id("v2"));
  CHECK(picture.next(id("v2"), -1, 0) == id("v1"));
  CHECK_FALSE(picture.next({}, 1, 0).empty());
}

TEST_CASE("only links that make sense are offered") {
  const OpenPlan open(smallPlan(), *parseDay(today));
  const Speech speech;
  const auto offers = [&](std::string_view from, std::string_view to) {
    return linkOffers(open, speech, {id(from), id(to)}, id("new"));
  };
  const auto waiting = offers("v1", "v2");
  REQUIRE(waiting.size() > 4);
  CHECK(waiting[0].text == "Consultation starts after Round 1");
  const Plan after = apply(open.plan(), waiting[0].edit);
  CHECK(after.find(id("new"))->kind() == KindId::dependency);
  CHECK(after.find(id("new"))->ref(key::linkFrom) == id("v1"));
  bool handOver = false;
  for (const LinkOffer& offer : waiting) handOver = handOver || offer.group.starts_with("Hand over from Round 1");
  CHECK(handOver);
  for (const LinkOffer& offer : offers("a1", "v1")) {
    INFO(offer.text);
    const Plan made = apply(open.plan(), offer.edit);
    const Element* link = made.find(id("new"));
    CHECK((!link || link->kind() != KindId::dependency));
  }
  for (const LinkOffer& offer : offers("a1", "a2"))
    if (!offer.group.empty()) CHECK(apply(open.plan(), offer.edit).find(id("new"))->kind() == KindId::relation);
  CHECK(offers("v1", "v1").empty());
  CHECK(offers("v1", "nobody").empty());
}

TEST_CASE("a line is read as an activity") {
  OpenPlan open(smallPlan(), *parseDay(today));
  const auto made = [&](const std::string& line) {
    return apply(open.plan(), quickAdd(open, Speech(), {line, id("new")}));
  };
  const Plan plan = made("consultation women Aden 12 May 3d");
  const Element& element = *plan.find(id("new"));
  CHECK(element.title() == "consultation women Aden");
  CHECK(element.get(key::plannedStart)->text() == "2026-05-12");
  CHECK(element.get(key::plannedFinish)->text() == "2026-05-14");
  CHECK_FALSE(element.has("type"));  // two types end in “consultation”
  const auto types = possibleTypes(open, Speech(), {"consultation women Aden 12 May 3d", id("new")});
  REQUIRE(types.size() == 2);
  CHECK(types[0].label == "Stakeholder consultation");
  CHECK(types[1].label == "Public consultation");
  CHECK(possibleTypes(open, Speech(), {"public consultation women Aden", id("new")}).empty());
  CHECK(possibleTypes(open, Speech(), {"round of a thousand", id("new")}).empty());
  CHECK(made("election on land").find(id("new"))->has("type"));
  const Plan named = made("Briefing Official talks 2w");
  CHECK(named.find(id("new"))->refs(key::tracks).front() == id("t1"));
  CHECK(*named.find(id("new"))->get(key::duration) == 14);
  CHECK_FALSE(named.find(id("new"))->has("planned-start"));
  CHECK(quickAdd(open, Speech(), {"   ", id("new")}).changes.empty());
}

TEST_CASE("a line names every activity type there is, in the languages of the desktop and of the file") {
  Plan plan = smallPlan();
  Element own(KindId::term, id("w"));
  own.set(Key<Text>{"vocabulary"}, Text("activity-type")).set(key::name, Text("night-walk"));
  own.set(Key<Text>{"label"}, Text("Walk by night"));
  const OpenPlan open(plan.with(own), *parseDay(today));
  const Installation installation = findInstallation(std::filesystem::path(TRACKLOOM_BINARY_DIR) / "bin/trackloom");
  const Speech french(*installedLanguage(installation, "fr"));
  const language::Language arabic = *installedLanguage(installation, "ar");
  const auto typeOf = [&](const std::string& line) -> std::optional<Choice> {
    const Plan made = apply(open.plan(), quickAdd(open, french, {line, id("new"), arabic}));
    const Choice* type = made.find(id("new"))->get(key::type);
    return type ? std::optional(*type) : std::nullopt;
  };
  const auto terms = vocabulary(VocabularyId::activityType).terms;
  for (std::uint16_t i = 0; i < terms.size(); ++i)
    for (const std::string& name : {std::string(terms[i].name), std::string(terms[i].label),
                                    french.word(terms[i].label), arabic.translated(terms[i].label)}) {
      INFO(name);
      CHECK(typeOf(name + " Aden 12 mai") == Choice{i, {}});
    }
  const auto english = [&](const std::string& line) {
    const Plan made = apply(open.plan(), quickAdd(open, Speech(), {line, id("new")}));
    const Choice* type = made.find(id("new"))->get(key::type);
    return type ? std::string(type->term == Choice::unlisted ? "own" : terms[type->term].name) : std::string();
  };
  CHECK(english("Second public consultation in Aden") == "public-consultation");
  CHECK(english("retreat with advisers") == "informal-retreat");
  CHECK(english("walk by night") == "own");
  CHECK(english("meeting of the team").empty());
}

TEST_CASE("a drawing is told in words: what is chosen, what is not shown, and what can be done") {
  Board board;
  const auto told = [&] {
    const Picture& picture = board.presenter.picture();
    const scene::Shape* shape =
        board.open.selection().empty() ? nullptr : picture.shapeOf(board.open.selection().back());
    const scene::Said said = shape ? board.presenter.saidOf(board.open, board.speech, *shape) : scene::Said();
    return spoken(picture, board.open, board.speech, said);
  };
  CHECK(told().starts_with("Nothing is chosen. Elements shown: "));
  board.open.select({id("v1")});
  CHECK(told().starts_with("Chosen: Round 1. "));
  CHECK(told().size() > std::string("Chosen: Round 1. ").size());  // what the drawing says of it
  board.open.select({id("v1"), id("v2")});
  CHECK(told().starts_with("Chosen: Round 1, Consultation."));
  board.open.select({id("i1")});
  CHECK(told() == "Chosen, but not shown here: Land.");
}
