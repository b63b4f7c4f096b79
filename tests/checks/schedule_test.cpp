#include "checks/course.h"
#include "plan/plan.h"
#include "support/sample_plans.h"

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::checks;

namespace {

const Day today = *parseDay("2024-06-01");

Date on(std::int64_t fromToday) { return Date(today + fromToday); }

struct Scheduled {
  Plan plan;
  Network net;
  Schedule schedule;

  explicit Scheduled(Plan made) : plan(std::move(made)) {
    net = network(plan, StatesOnDay(plan, today));
    schedule = checks::schedule(net);
  }
  std::uint32_t number(const char* id) const {
    const auto all = plan.all(KindId::activity);
    for (std::uint32_t i = 0; i < all.size(); ++i)
      if (all[i]->id().text() == id) return i;
    FAIL("no such activity");
    return 0;
  }
  const Times& operator[](const char* id) const { return schedule.times[number(id)]; }
  std::int64_t es(const char* id) const { return (*this)[id].es - today.number; }
  std::int64_t ef(const char* id) const { return (*this)[id].ef - today.number; }
  std::string why(const char* id) const { return plainText(whyThen(plan, net, schedule, number(id)), &plan); }
};

Element activity(const char* id, Integer days) {
  Element element(KindId::activity, *ElementId::parse(id));
  element.set(key::title, Text(id)).set(key::duration, days);
  return element;
}

template <class Enum>
Choice word(Enum value) {
  return {static_cast<std::uint16_t>(value), {}};
}

Element link(const char* id, const char* from, const char* to, DependencyType type, Integer lag = 0) {
  Element element(KindId::dependency, *ElementId::parse(id));
  element.set(key::linkFrom, *ElementId::parse(from)).set(key::linkTo, *ElementId::parse(to));
  element.set(key::type, word(type)).set(key::lag, lag);
  return element;
}

Plan planOf(std::vector<Element> elements) {
  Plan plan;
  for (Element& element : elements) plan = plan.with(std::move(element));
  return plan;
}

// ---- An independent second opinion: recursive walk, then relaxation until nothing changes. ----

struct Oracle {
  /// Whether each day is a working day, looked at one by one.
  struct Calendar {
    std::set<int> restDays;                                     // 0 is Monday
    std::vector<std::pair<std::int64_t, std::int64_t>> pauses;  // first and last day

    bool works(std::int64_t day) const {
      const int weekday = static_cast<int>(((day + 3) % 7 + 7) % 7);  // 1970-01-01 was a Thursday
      if (restDays.count(weekday)) return false;
      return std::none_of(pauses.begin(), pauses.end(), [&](auto p) { return p.first <= day && day <= p.second; });
    }
  };
  enum State { unstarted, ongoing, finished, out };
  struct Node {
    State state;
    std::int64_t d, planned, es, ef, ls, lf;
    bool hasPlanned;
    bool working = false;
  };
  struct Link {
    int i, j;
    std::int64_t g;
    DependencyType type;
    std::string id;
  };
  std::vector<Node> nodes;
  std::vector<Link> links;
  std::set<std::string> cut;
  std::int64_t T = 0;
  Calendar calendar;

  bool startsOn(const Node& n, std::int64_t day) const { return !n.working || calendar.works(day); }
  std::int64_t end(const Node& n, std::int64_t day) const {
    for (std::int64_t left = n.d; left > 0; ++day)
      if (startsOn(n, day)) --left;
    return day;
  }
  /// The first possible start from a day on, and the last one up to it.
  std::int64_t from(const Node& n, std::int64_t day) const {
    while (!startsOn(n, day)) ++day;
    return day;
  }
  std::int64_t upTo(const Node& n, std::int64_t day) const {
    while (!startsOn(n, day)) --day;
    return day;
  }
  /// The first possible start from a day on that ends late enough, and the last one up to it that ends early enough.
  std::int64_t fromEndingAt(const Node& n, std::int64_t day, std::int64_t wanted) const {
    for (day = from(n, day); end(n, day) < wanted;) day = from(n, day + 1);
    return day;
  }
  std::int64_t upToEndingBy(const Node& n, std::int64_t day, std::int64_t wanted) const {
    for (day = upTo(n, day); end(n, day) > wanted;) day = upTo(n, day - 1);
    return day;
  }

  void run(std::int64_t A) {
    cutLoops();
    for (Node& n : nodes) {
      if (n.state == unstarted) n.es = from(n, n.hasPlanned && n.planned > A ? n.planned : A), n.ef = end(n, n.es);
      if (n.state == ongoing) n.ef = std::max(end(n, n.es), A + 1);
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (const Link& l : links) changed = forward(l) || changed;
    }
    T = A;
    bool any = false;
    for (const Node& n : nodes)
      if (n.state != out) T = any ? std::max(T, n.ef) : n.ef, any = true;
    for (Node& n : nodes) {
      n.lf = n.state == finished ? n.ef : T;
      n.ls = n.es;
      if (n.state == unstarted) n.ls = upToEndingBy(n, T, T), n.lf = end(n, n.ls);
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (const Link& l : links) changed = backward(l) || changed;
    }
  }

  bool live(const Link& l) const {
    if (cut.count(l.id) || nodes[l.i].state == out || nodes[l.j].state == out || nodes[l.j].state == finished)
      return false;
    return nodes[l.j].state == unstarted || l.type == DependencyType::FF || l.type == DependencyType::SF;
  }
  static bool fromFinish(const Link& l) { return l.type == DependencyType::FS || l.type == DependencyType::FF; }
  static bool toFinish(const Link& l) { return l.type == DependencyType::FF || l.type == DependencyType::SF; }

  bool forward(const Link& l) {
    if (!live(l)) return false;
    const std::int64_t bound = (fromFinish(l) ? nodes[l.i].ef : nodes[l.i].es) + l.g;
    Node& j = nodes[l.j];
    if (j.state == ongoing) {
      if (j.ef >= bound) return false;
      j.ef = bound;
      return true;
    }
    if ((toFinish(l) ? j.ef : j.es) >= bound) return false;
    j.es = toFinish(l) ? fromEndingAt(j, j.es, bound) : from(j, bound);
    j.ef = end(j, j.es);
    return true;
  }
  bool backward(const Link& l) {
    if (!live(l) || nodes[l.i].state == finished) return false;
    Node& i = nodes[l.i];
    if (i.state == ongoing && !fromFinish(l)) return false;
    const std::int64_t limit = (toFinish(l) ? nodes[l.j].lf : nodes[l.j].ls) - l.g;
    if ((fromFinish(l) ? i.lf : i.ls) <= limit) return false;
    if (i.state == ongoing) {
      i.lf = limit;
      return true;
    }
    i.ls = fromFinish(l) ? upToEndingBy(i, i.ls, limit) : upTo(i, limit);
    i.lf = end(i, i.ls);
    return true;
  }
  /// Does it disturb no early date if this activity, with its own length, starts (or if begun: ends) later?
  bool disturbsNone(int i, std::int64_t es, std::int64_t ef) const {
    if (ef > T) return false;
    for (const Link& l : links) {
      if (l.i != i || !live(l) || (nodes[i].state == ongoing && !fromFinish(l))) continue;
      if ((fromFinish(l) ? ef : es) + l.g > (toFinish(l) ? nodes[l.j].ef : nodes[l.j].es)) return false;
    }
    return true;
  }
  std::int64_t freeFloat(int i) const {
    const Node& n = nodes[i];
    std::int64_t free = 0;
    if (n.state == ongoing) {
      while (disturbsNone(i, n.es, n.ef + free + 1)) ++free;
      return free;
    }
    std::int64_t start = n.es;
    for (std::int64_t next = from(n, start + 1); disturbsNone(i, next, end(n, next)); next = from(n, start + 1))
      start = next;
    return end(n, start) - n.ef;
  }
  void cutLoops() {
    std::map<int, std::vector<const Link*>> out_;
    for (const Link& l : links)
      if (nodes[l.i].state != out && nodes[l.j].state != out) out_[l.i].push_back(&l);
    for (auto& [i, list] : out_)
      std::sort(list.begin(), list.end(),
                [](const Link* a, const Link* b) { return a->j != b->j ? a->j < b->j : a->id < b->id; });
    std::vector<int> colour(nodes.size(), 0);
    const std::function<void(int)> visit = [&](int i) {
      colour[i] = 1;
      for (const Link* l : out_[i]) {
        if (colour[l->j] == 1) cut.insert(l->id);
        if (colour[l->j] == 0) visit(l->j);
      }
      colour[i] = 2;
    };
    for (int i = 0; i < static_cast<int>(nodes.size()); ++i)
      if (colour[i] == 0 && nodes[i].state != out) visit(i);
  }
};

std::string numbered(char letter, int number) {
  std::string digits = std::to_string(1000 + number);
  return letter + digits.substr(1);
}

/// A random plan and, written down separately, what the second opinion needs to know of it.
void compareOnRandomPlan(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const int count = 1 + below(60);
  Oracle oracle;
  std::vector<Element> elements;
  Element root = Plan().root();
  static constexpr const char* weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday"};
  const bool working = below(2) == 0;
  if (working) {
    for (int rest = below(6); rest > 0; --rest) oracle.calendar.restDays.insert(below(7));
    Texts words;
    for (const int restDay : oracle.calendar.restDays) words.push_back(weekdays[restDay]);
    if (!words.empty()) root.set(key::restDays, words);
    const int pauses = below(5);
    for (int p = 0; p < pauses; ++p) {
      const int first = below(200) - 80, length = below(3) == 0 ? below(60) : below(4);
      Element pause(KindId::pause, *ElementId::parse(numbered('p', p)));
      elements.push_back(pause.set(key::from, on(first)).set(key::until, on(first + length)));
      oracle.calendar.pauses.push_back({today.number + first, today.number + first + length});
    }
  }
  elements.push_back(root);
  for (int i = 0; i < count; ++i) {
    Element element = activity(numbered('a', i).c_str(), below(8) == 0 ? 0 : below(working ? 12 : 30));
    Oracle::Node node{Oracle::unstarted, *element.get(key::duration), 0, 0, 0, 0, 0, false};
    node.working = working && below(3) != 0;
    if (node.working) element.set(key::dayCount, word(DayCount::workingDays));
    if (below(2))
      node.hasPlanned = true, node.planned = today.number + below(120) - 60,
      element.set(key::plannedStart, Date(Day{node.planned}));
    switch (below(8)) {
      case 0: {  // finished
        const int finish = -below(60), start = finish - (node.d == 0 ? 0 : below(20));
        element.set(key::start, on(start)).set(key::finish, on(finish));
        node.state = Oracle::finished, node.es = today.number + start,
        node.ef = today.number + finish + (node.d == 0 ? 0 : 1);
        break;
      }
      case 1: {  // ongoing; its finish is not known yet
        const int start = -below(60);
        element.set(key::start, on(start)).set(key::finish, on(1 + below(20)));
        node.state = Oracle::ongoing, node.es = today.number + start;
        break;
      }
      case 2:
        element.set(key::start, on(1 + below(50)));
        break;  // not known yet
      case 3:
        if (below(3) == 0) element.set(key::status, word(ActivityStatus::cancelled)), node.state = Oracle::out;
        break;
      default:
        break;
    }
    oracle.nodes.push_back(node);
    elements.push_back(std::move(element));
  }
  const int linkCount = below(count * 2 + 1);
  for (int l = 0; l < linkCount; ++l) {
    int i = below(count), j = below(count);
    if (below(5) != 0 && i > j) std::swap(i, j);  // mostly forward, loops now and then
    const auto type = static_cast<DependencyType>(below(3) == 0 ? below(4) : 0);
    const int lag = below(3) == 0 ? below(41) - 20 : 0;
    Element element = link(numbered('l', l).c_str(), numbered('a', i).c_str(), numbered('a', j).c_str(), type, lag);
    if (below(10) == 0) {
      element.set(key::nature, word(DependencyNature::soft));
    } else {
      oracle.links.push_back({i, j, lag, type, numbered('l', l)});
    }
    elements.push_back(std::move(element));
  }
  const Scheduled ours(planOf(std::move(elements)));
  oracle.run(today.number);

  std::set<std::string> cut;
  for (const std::uint32_t arc : ours.schedule.cutArcs)
    cut.insert(ours.plan.all(KindId::dependency)[ours.net.arcs[arc].link]->id().str());
  REQUIRE(cut == oracle.cut);
  for (int i = 0; i < count; ++i) {
    const Oracle::Node& node = oracle.nodes[static_cast<std::size_t>(i)];
    const Times& times = ours.schedule.times[static_cast<std::size_t>(i)];
    REQUIRE(times.included == (node.state != Oracle::out));
    if (node.state == Oracle::out) continue;
    REQUIRE(times.es == node.es);
    REQUIRE(times.ef == node.ef);
    REQUIRE(times.ls == node.ls);
    REQUIRE(times.lf == node.lf);
    REQUIRE(times.known);
    REQUIRE(times.totalFloat.has_value() == (node.state != Oracle::finished));
    if (node.state == Oracle::finished) continue;
    REQUIRE(*times.totalFloat == node.lf - node.ef);
    REQUIRE(*times.totalFloat >= 0);
    REQUIRE(times.critical == (node.lf == node.ef));
    REQUIRE(*times.freeFloat == oracle.freeFloat(i));
  }
}

}  // namespace

TEST_CASE("the schedule equals an independent longest-path computation on 10,000 random plans") {
  for (unsigned seed = 0; seed < 10000; ++seed) {
    INFO("seed " << seed);
    compareOnRandomPlan(seed);
  }
}

TEST_CASE("a course made before days, durations and progress changed gives the same schedule as a new one") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    const Plan plan = test::generatedPlan(seed, 40);
    Network net = network(plan, StatesOnDay(plan, *parseDay("2014-03-01")));
    const Course course(net);
    std::mt19937 random(seed);
    for (Task& task : net.tasks) {
      if (task.progress == Progress::leftOut || random() % 2 == 0) continue;
      task.progress = static_cast<Progress>(random() % 3);
      task.duration = static_cast<std::int32_t>(random() % 50);
      task.plannedStart = net.asOf.number + static_cast<std::int64_t>(random() % 100) - 50;
      task.start = net.asOf.number - static_cast<std::int64_t>(random() % 50);
      task.end = task.start + task.duration;
    }
    const Schedule along = schedule(net, course);
    const Schedule anew = schedule(net);
    REQUIRE(along.times == anew.times);
    REQUIRE(along.order == anew.order);
    REQUIRE(along.cutArcs == anew.cutArcs);
    REQUIRE(std::pair(along.start, along.end) == std::pair(anew.start, anew.end));
    for (const Course::Way& way : course.ways) {
      const Arc& arc = net.arcs[way.arc];
      const bool isCut = std::ranges::binary_search(course.cutArcs, way.arc);
      REQUIRE(way.to == (isCut ? course.end() : course.placeOf[arc.to]));
      REQUIRE((isCut || course.placeOf[arc.from] < way.to));
    }
  }
}

TEST_CASE("an activity starts on its planned day, or today if that has passed") {
  const Scheduled s(
      planOf({activity("a", 5).set(key::plannedStart, on(10)), activity("b", 5).set(key::plannedStart, on(-10)),
              activity("c", 5).set(key::plannedStart, *Date::parse("2024-07"))}));
  CHECK(s.es("a") == 10);
  CHECK(s.ef("a") == 15);
  CHECK(s.es("b") == 0);
  CHECK(s.es("c") == 30);
  CHECK(s["b"].slip == 10);
  CHECK(s.why("b") == "Planned for 2024-05-22, which has passed; it can start on 2024-06-01 at the earliest.");
}

TEST_CASE("a planned month that has passed stays a month, and one that is under way has not passed") {
  const Scheduled s(planOf({activity("a", 3).set(key::plannedStart, *Date::parse("2024-05")),
                            activity("b", 3).set(key::plannedStart, *Date::parse("2024-Q2"))}));
  CHECK(s.es("a") == 0);
  CHECK(s["a"].startPrecision == Precision::month);
  CHECK(s["a"].endPrecision == Precision::month);
  CHECK(s.why("a") == "Planned for 2024-05, which has passed; it can start on 2024-06-01 at the earliest.");
  CHECK(s["b"].startPrecision == Precision::quarter);
  CHECK(s.why("b") == "Planned for 2024-Q2; it can start on 2024-06-01 at the earliest.");
}

TEST_CASE("each kind of link moves what it should") {
  const auto pair = [](DependencyType type, Integer lag) {
    return Scheduled(
        planOf({activity("a", 10).set(key::plannedStart, on(5)), activity("b", 4), link("l", "a", "b", type, lag)}));
  };
  CHECK(pair(DependencyType::FS, 0).es("b") == 15);
  CHECK(pair(DependencyType::FS, -3).es("b") == 12);
  CHECK(pair(DependencyType::SS, 2).es("b") == 7);
  CHECK(pair(DependencyType::FF, 1).ef("b") == 16);
  CHECK(pair(DependencyType::SF, 1).ef("b") == 6);
  CHECK(pair(DependencyType::FS, -100).es("b") == 0);
}

TEST_CASE("facts are not moved, and what is under way does not wait for a start any more") {
  const Scheduled s(
      planOf({activity("late", 50), activity("done", 3).set(key::start, on(-9)).set(key::finish, on(-5)),
              activity("going", 3).set(key::start, on(-20)), link("l1", "late", "done", DependencyType::FS),
              link("l2", "late", "going", DependencyType::FS)}));
  CHECK(s.es("done") == -9);
  CHECK(s.ef("done") == -4);
  CHECK_FALSE(s["done"].totalFloat);
  CHECK_FALSE(s["done"].critical);
  CHECK(s.es("going") == -20);
  CHECK(s.ef("going") == 1);
  CHECK(s["going"].ls == s["going"].es);
}

TEST_CASE("a finish that is later than the as-of day is not known yet") {
  const Scheduled s(planOf({activity("a", 3)
                                .set(key::start, on(-2))
                                .set(key::finish, on(5))
                                .set(key::status, word(ActivityStatus::completed))}));
  CHECK(s.net.tasks[0].progress == Progress::ongoing);
  CHECK(s.ef("a") == 1);
}

TEST_CASE("completed without a finish takes the planned finish or today, whichever is earlier, as assumed") {
  const Element done = activity("a", 3).set(key::status, word(ActivityStatus::completed));
  const Scheduled early(planOf({Element(done).set(key::plannedFinish, on(-7))}));
  CHECK(early.ef("a") == -6);
  CHECK(early["a"].driver == Driver::assumption);
  const Scheduled late(planOf({Element(done).set(key::plannedFinish, on(7))}));
  CHECK(late.ef("a") == 1);
}

TEST_CASE("without a duration the planned span counts, without that one day and a guess") {
  Element a = activity("a", 0).set(key::plannedStart, on(1)).set(key::plannedFinish, on(4));
  a.clear(key::duration.number);
  Element b = activity("b", 0);
  b.clear(key::duration.number);
  const Scheduled s(planOf({a, b}));
  CHECK(s.ef("a") - s.es("a") == 4);
  CHECK(s["a"].known);
  CHECK(s.ef("b") - s.es("b") == 1);
  CHECK_FALSE(s["b"].known);
}

TEST_CASE("a milestone begins and ends on the same day, before and after it has happened") {
  const Scheduled s(planOf({activity("m", 0).set(key::plannedStart, on(3)),
                            activity("n", 0).set(key::start, on(-3)).set(key::finish, on(-3))}));
  CHECK(s.es("m") == s.ef("m"));
  CHECK(lastDay(s["m"].es, s["m"].ef) == firstDay(s["m"].es));
  CHECK(lastDay(s["n"].es, s["n"].ef) == today - 3);
}

TEST_CASE("behind an unmet political precondition there is no forecast, only a day before which it cannot be") {
  Element political = link("p", "a", "b", DependencyType::FS);
  political.set(key::nature, word(DependencyNature::political));
  const std::vector<Element> open = {activity("a", 10), activity("b", 5), activity("c", 5), political,
                                     link("q", "b", "c", DependencyType::FS)};
  const Scheduled s(planOf(open));
  CHECK_FALSE(s["a"].open);
  CHECK(s["b"].open);
  CHECK(s["c"].open);
  CHECK(s.es("b") == 10);
  CHECK(s.schedule.end - today.number == 10);
  CHECK(s.why("b") == "Open, not before 2024-06-11: “a” is a political precondition that is not met.");
  std::vector<Element> closed = open;
  closed[0].set(key::start, on(-5)).set(key::finish, on(-1));
  CHECK_FALSE(Scheduled(planOf(closed))["b"].open);
}

TEST_CASE("what is stopped, and what waits for it, has no forecast until a new day is planned") {
  const auto stopped = [](ActivityStatus status, const char* plannedStart = nullptr) {
    Element a = activity("a", 10).set(key::status, word(status));
    if (plannedStart) a.set(key::plannedStart, *Date::parse(plannedStart));
    return Scheduled(planOf({a, activity("b", 5).set(key::plannedStart, on(3)), activity("c", 5), activity("s", 5),
                             link("p", "a", "b", DependencyType::FS), link("q", "b", "c", DependencyType::FS),
                             link("r", "a", "s", DependencyType::SS)}));
  };
  const Scheduled s = stopped(ActivityStatus::suspended);
  for (const char* id : {"a", "b", "c", "s"}) CHECK(s[id].open);
  CHECK_FALSE(s["b"].totalFloat);
  CHECK(s.why("a") == "Open, not before 2024-06-01: it is suspended or postponed, with no new day.");
  CHECK(s.why("b") == "Open, not before 2024-06-11: it waits for “a”, which has been stopped.");
  CHECK(s.why("c") == "Open, not before 2024-06-16: it waits for “b”, which is open itself.");
  CHECK(criticalChain(s.net, s.schedule, s.plan.all(KindId::activity).size() > 2 ? 2 : 0) ==
        std::vector<std::uint32_t>{0, 1, 2});
  CHECK(stopped(ActivityStatus::postponed)["b"].open);
  CHECK(stopped(ActivityStatus::postponed, "2024-05-01")["b"].open);
  CHECK_FALSE(stopped(ActivityStatus::postponed, "2024-07-01")["b"].open);
}

TEST_CASE("what was suspended after it began has begun, but nobody can tell when it ends") {
  const Scheduled s(planOf({activity("a", 10).set(key::start, on(-2)).set(key::status, word(ActivityStatus::suspended)),
                            activity("b", 5), activity("c", 5), link("p", "a", "b", DependencyType::FS),
                            link("q", "a", "c", DependencyType::SS)}));
  CHECK_FALSE(s["a"].open);
  CHECK(startIsForeseen(s.net.tasks[0], s["a"]));
  CHECK_FALSE(finishIsForeseen(s.net.tasks[0], s["a"]));
  CHECK(s["b"].open);
  CHECK_FALSE(s["c"].open);
}

TEST_CASE("what rests on nothing but the as-of day is not foreseen, nor is what waits for it") {
  const Scheduled s(planOf({activity("a", 10).set(key::plannedFinish, on(-5)), activity("b", 5),
                            activity("c", 5).set(key::plannedStart, on(30)), activity("d", 5),
                            link("p", "a", "b", DependencyType::FS), link("q", "a", "c", DependencyType::FS),
                            link("r", "c", "d", DependencyType::FS)}));
  CHECK(s["a"].undated);
  CHECK(s["b"].undated);
  CHECK_FALSE(s["c"].undated);
  CHECK_FALSE(s["d"].undated);
  CHECK_FALSE(startIsForeseen(s.net.tasks[1], s["b"]));
  CHECK(finishIsForeseen(s.net.tasks[3], s["d"]));
}

TEST_CASE("a loop of any length is cut at the link that closes it, and nothing hangs") {
  std::vector<Element> elements;
  for (int i = 0; i < 500; ++i) {
    elements.push_back(activity(numbered('a', i).c_str(), 1));
    elements.push_back(link(numbered('l', i).c_str(), numbered('a', i).c_str(), numbered('a', (i + 1) % 500).c_str(),
                            DependencyType::FS));
  }
  const Scheduled s(planOf(std::move(elements)));
  REQUIRE(s.schedule.cutArcs.size() == 1);
  CHECK(s.plan.all(KindId::dependency)[s.net.arcs[s.schedule.cutArcs[0]].link]->id() == "l499"_id);
  CHECK(s.es("a499") == 499);
}

TEST_CASE("numbers at the edge of what is allowed do not overflow") {
  std::vector<Element> elements;
  for (int i = 0; i < 400; ++i) {
    elements.push_back(activity(numbered('a', i).c_str(), 36525));
    if (i)
      elements.push_back(link(numbered('l', i).c_str(), numbered('a', i - 1).c_str(), numbered('a', i).c_str(),
                              DependencyType::FS, 36525));
  }
  const Scheduled s(planOf(std::move(elements)));
  CHECK(s.ef("a399") == 400LL * 36525 + 399LL * 36525);
  CHECK(isoText(lastDay(s["a399"].es, s["a399"].ef)).size() > 10);
}

TEST_CASE("day 0 is the earlier of today and the earliest start") {
  CHECK(Scheduled(planOf({activity("a", 1).set(key::plannedStart, on(9))})).schedule.start == today.number);
  CHECK(Scheduled(planOf({activity("a", 1).set(key::start, on(-9))})).schedule.start == today.number - 9);
  CHECK(Scheduled(Plan()).schedule.start == today.number);
}
