#include "sharing/merge.h"
#include "sharing/merge_field.h"
#include "support/plan_text.h"
#include "xml/read.h"
#include "xml/write.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using namespace trackloom::testing;

namespace {

constexpr std::string_view process = R"(
<track id="t1" name="Formal talks"/>
<track id="t2" name="Civil society"/>
<actor id="union" name="Union"/>
<activity id="round2" title="Round 2" tracks="t1" planned-start="2013-05-14" venue="Geneva"/>
<activity id="forum" title="Youth forum" tracks="t2"/>
<activity id="plenary" title="Plenary" tracks="t1"/>
<transfer id="feeds" from="forum" to="plenary"/>
)";

/// The process with one line in the place of the one with the same id, or without it, or with a further one.
std::string with(std::string text, std::string_view line) {
  const std::string id(line.substr(0, line.find('"', line.find("id=\"") + 4) + 1));
  const std::size_t at = text.find(id);
  if (at == std::string::npos) return text + std::string(line) + "\n";
  return text.replace(at, text.find('\n', at) - at, line);
}

std::string without(std::string text, std::string_view id) {
  const std::size_t at = text.find("id=\"" + std::string(id) + '"');
  const std::size_t begin = text.rfind('\n', at);
  return text.erase(begin, text.find('\n', at) - begin);
}

const std::string base(process);

Merge merged(const std::string& ours, const std::string& theirs) {
  return mergePlans(planAsRead(base), planAsRead(ours), planAsRead(theirs));
}

std::string field(const Plan& plan, const char* id, std::string_view name) {
  const Element* element = plan.find(*ElementId::parse(id));
  REQUIRE(element);
  const Field* found = element->definition().find(name);
  const Value* value = element->find(found->number);
  return value ? valueText(*found, *value) : "";
}

}  // namespace

TEST_CASE("two sides change different fields of one activity") {
  const Merge merge = merged(
      with(base, R"(<activity id="round2" title="Round 2" tracks="t1" planned-start="2013-05-20" venue="Geneva"/>)"),
      with(base, R"(<activity id="round2" title="Round 2" tracks="t1" planned-start="2013-05-14" venue="Oslo"/>)"));
  CHECK(merge.conflicts.empty());
  CHECK(field(merge.plan, "round2", "planned-start") == "2013-05-20");
  CHECK(field(merge.plan, "round2", "venue") == "Oslo");
}

TEST_CASE("two new values of one field are a conflict that either answers") {
  const Merge merge = merged(
      with(base, R"(<activity id="round2" title="Round 2" tracks="t1" planned-start="2013-05-20" venue="Geneva"/>)"),
      with(base, R"(<activity id="round2" title="Round 2" tracks="t1" planned-start="2013-05-27" venue="Geneva"/>)"));
  REQUIRE(merge.conflicts.size() == 1);
  const Conflict& conflict = merge.conflicts.front();
  CHECK(conflict.kind == Conflict::Kind::bothChanged);
  CHECK(conflict.element == "round2"_id);
  CHECK(conflict.field == FieldNumber("planned-start"));
  CHECK(conflict.answers == std::vector{Answer::ours, Answer::theirs});
  CHECK(field(merge.plan, "round2", "planned-start") == "2013-05-20");
  const Edit edit = resolve(merge.plan, conflict, Answer::theirs);
  CHECK(plainText(edit.label) == "Settle what two versions say of Round 2");
  CHECK(field(apply(merge.plan, edit), "round2", "planned-start") == "2013-05-27");
  CHECK(apply(apply(merge.plan, edit), inverse(edit)) == merge.plan);
  CHECK(resolve(merge.plan, conflict, Answer::ours).changes.empty());
  CHECK(resolve(merge.plan, conflict, Answer::both).changes.empty());
}

TEST_CASE("tracks merge as a set with a first one") {
  const Merge set = merged(
      with(base, R"(<activity id="round2" title="Round 2" tracks="t1 t2" planned-start="2013-05-14" venue="Geneva"/>)"),
      with(base + "<track id=\"t3\" name=\"Villages\"/>\n",
           R"(<activity id="round2" title="Round 2" tracks="t3 t1" planned-start="2013-05-14" venue="Geneva"/>)"));
  CHECK(set.conflicts.empty());
  CHECK(field(set.plan, "round2", "tracks") == "t3 t1 t2");
  const Merge first = merged(
      with(base, R"(<activity id="round2" title="Round 2" tracks="t2 t1" planned-start="2013-05-14" venue="Geneva"/>)"),
      with(base + "<track id=\"t3\" name=\"Villages\"/>\n",
           R"(<activity id="round2" title="Round 2" tracks="t3 t1" planned-start="2013-05-14" venue="Geneva"/>)"));
  REQUIRE(first.conflicts.size() == 1);
  CHECK(first.conflicts[0].answers == std::vector{Answer::ours, Answer::theirs, Answer::both});
  CHECK(field(apply(first.plan, resolve(first.plan, first.conflicts[0], Answer::both)), "round2", "tracks") ==
        "t2 t1 t3");
}

TEST_CASE("steps for a deadlock merge in their order") {
  const std::string body = R"(<body id="council" title="Council" deadlock-ladder=")";
  const auto council = [&](const char* steps) { return planAsRead(base + body + steps + "\"/>\n"); };
  const auto ladder = vocabulary(VocabularyId::deadlockStep).terms;
  REQUIRE(ladder.size() >= 5);
  const auto steps = [&](std::initializer_list<std::size_t> places) {
    std::string text;
    for (const std::size_t place : places) text.append(text.empty() ? "" : " ").append(ladder[place].name);
    return text;
  };
  const Merge merge = mergePlans(council(steps({0, 1, 2}).c_str()), council(steps({3, 0, 1, 2}).c_str()),
                                 council(steps({0, 1, 2, 4}).c_str()));
  CHECK(merge.conflicts.empty());
  CHECK(field(merge.plan, "council", "deadlock-ladder") == steps({3, 0, 1, 2, 4}));
  const Merge both =
      mergePlans(council(steps({0, 1}).c_str()), council(steps({0, 1, 2}).c_str()), council(steps({0, 1, 4}).c_str()));
  CHECK(both.conflicts.size() == 1);
}

TEST_CASE("notes merge line by line, and both can be kept") {
  const auto noted = [&](const char* notes) {
    return with(base, R"(<activity id="forum" title="Youth forum" tracks="t2"><notes>)" + std::string(notes) +
                          "</notes></activity>");
  };
  const auto merge = [&](const char* was, const char* ours, const char* theirs) {
    return mergePlans(planAsRead(noted(was)), planAsRead(noted(ours)), planAsRead(noted(theirs)));
  };
  const Merge lines = merge("one&#10;two&#10;three", "ONE&#10;two&#10;three", "one&#10;two&#10;three&#10;four");
  CHECK(lines.conflicts.empty());
  CHECK(field(lines.plan, "forum", "notes") == "ONE\ntwo\nthree\nfour");
  const Merge both = merge("one", "ours", "theirs");
  REQUIRE(both.conflicts.size() == 1);
  CHECK(field(apply(both.plan, resolve(both.plan, both.conflicts[0], Answer::both)), "forum", "notes") ==
        "ours\n\ntheirs");
}

TEST_CASE("where a line of notes is contested, lines that only one side added stay, whatever is answered") {
  const auto notes = [&](const std::string& text) {
    return with(base, R"(<actor id="union" name="Union"><notes>)" + text + "</notes></actor>");
  };
  const Merge merge =
      mergePlans(planAsRead(notes("one&#10;two&#10;three")), planAsRead(notes("one&#10;two ours&#10;three")),
                 planAsRead(notes("one&#10;two theirs&#10;three&#10;four")));
  REQUIRE(merge.conflicts.size() == 1);
  CHECK(field(merge.plan, "union", "notes") == "one\ntwo ours\nthree\nfour");
  CHECK(field(resolveAll(merge, Side::ours), "union", "notes") == "one\ntwo ours\nthree\nfour");
  CHECK(field(resolveAll(merge, Side::theirs), "union", "notes") == "one\ntwo theirs\nthree\nfour");
}

TEST_CASE("an activity that one side removes and the other one changes stays with all its links until somebody says") {
  const std::string removed = without(without(base, "feeds"), "forum");
  const Merge merge =
      merged(removed, with(base, R"(<activity id="forum" title="Youth forum" tracks="t2" venue="Tunis"/>)"));
  REQUIRE(merge.conflicts.size() == 1);
  const Conflict& conflict = merge.conflicts.front();
  CHECK(conflict.kind == Conflict::Kind::removedAndChanged);
  CHECK(conflict.remover == Side::ours);
  CHECK(field(merge.plan, "forum", "venue") == "Tunis");
  CHECK(merge.plan.find("feeds"_id));
  const Plan gone = apply(merge.plan, resolve(merge.plan, conflict, Answer::ours));
  CHECK_FALSE(gone.find("forum"_id));
  CHECK_FALSE(gone.find("feeds"_id));
  CHECK(resolve(merge.plan, conflict, Answer::theirs).changes.empty());
}

TEST_CASE("an activity that one side removes and the other one links to is a conflict, nothing dangles") {
  const Merge merge =
      merged(with(base, R"(<dependency id="waits" from="round2" to="plenary"/>)"), without(base, "round2"));
  REQUIRE(merge.conflicts.size() == 1);
  const Conflict& conflict = merge.conflicts.front();
  CHECK(conflict.kind == Conflict::Kind::removedAndUsed);
  CHECK(conflict.remover == Side::theirs);
  CHECK(conflict.users == std::vector{"waits"_id});
  CHECK(merge.plan.find("round2"_id));
  const Plan gone = apply(merge.plan, resolve(merge.plan, conflict, Answer::theirs));
  CHECK_FALSE(gone.find("round2"_id));
  CHECK_FALSE(gone.find("waits"_id));
}

TEST_CASE("a track that is kept stands again in the activities that were taken off it") {
  std::string removed = without(base, "t2");
  removed = with(removed, R"(<activity id="forum" title="Youth forum"/>)");
  const Merge merge = merged(removed, with(base, R"(<activity id="camp" title="Camp" tracks="t2"/>)"));
  REQUIRE(merge.conflicts.size() == 1);
  CHECK(merge.conflicts[0].users == std::vector{"camp"_id});
  CHECK(field(merge.plan, "forum", "tracks") == "t2");
  CHECK(field(merge.plan, "camp", "tracks") == "t2");
}

TEST_CASE("a changed link whose end is removed asks about the end, once") {
  const Merge merge = merged(without(without(base, "feeds"), "forum"),
                             with(base, R"(<transfer id="feeds" from="forum" to="plenary" what="Demands"/>)"));
  REQUIRE(merge.conflicts.size() == 1);
  CHECK(merge.conflicts[0].element == "forum"_id);
  CHECK(merge.conflicts[0].users == std::vector{"feeds"_id});
  CHECK(field(merge.plan, "feeds", "what") == "Demands");
}

TEST_CASE("both remove the same: nothing is asked") {
  const Merge merge =
      merged(without(base, "round2"), with(without(base, "round2"), R"(<actor id="union" name="Unions"/>)"));
  CHECK(merge.conflicts.empty());
  CHECK_FALSE(merge.plan.find("round2"_id));
}

TEST_CASE("a word of the team's own that one side removes and the other one uses") {
  const std::string words = base + "<term id=\"w\" vocabulary=\"activity-type\" name=\"circle\" like=\"meeting\"/>\n";
  const Merge merge =
      mergePlans(planAsRead(words), planAsRead(base),
                 planAsRead(with(words, R"(<activity id="forum" title="Youth forum" type="circle"/>)")));
  REQUIRE(merge.conflicts.size() == 1);
  CHECK(merge.conflicts[0].element == "w"_id);
  CHECK(merge.conflicts[0].users == std::vector{"forum"_id});
}

TEST_CASE("values are read with the words that stand in the merged plan, kept or added") {
  const std::string word = "<term id=\"w\" vocabulary=\"activity-type\" name=\"circle\" label=\"Circle\"/>\n";
  const std::string circle = R"(<activity id="r" title="R" type="circle"/>)";
  const std::string used = circle + "\n" + R"(<activity id="s" title="S" type="circle"/>)";
  // Kept, since one side uses the word anew that the other one removed; added by one side alone.
  for (const Merge& merge : {mergePlans(planAsRead(word + circle), planAsRead(circle), planAsRead(word + used)),
                             mergePlans(planAsRead(circle), planAsRead(word + circle), planAsRead(used))})
    for (const ElementPtr& activity : merge.plan.all(KindId::activity)) CHECK_FALSE(activity->unread("type"));
}

TEST_CASE("once both sides changed something, who may see an element falls only when somebody says so") {
  const std::string open = with(base, R"(<actor id="union" name="Union" classification="public"/>)");
  CHECK(merged(base, open).conflicts.empty());  // only they did anything
  const std::string ours = with(base, R"(<activity id="plenary" title="Plenary" tracks="t1" venue="Oslo"/>)");
  const Merge merge = merged(ours, open);
  REQUIRE(merge.conflicts.size() == 1);
  CHECK(merge.conflicts[0].kind == Conflict::Kind::levelLowered);
  CHECK(field(merge.plan, "union", "classification").empty());
  CHECK(field(resolveAll(merge, Side::theirs), "union", "classification").empty());
  CHECK(field(apply(merge.plan, resolve(merge.plan, merge.conflicts[0], Answer::theirs)), "union", "classification") ==
        "public");
  const Merge raised = merged(ours, with(base, R"(<actor id="union" name="Union" classification="core"/>)"));
  CHECK(raised.conflicts.empty());
  CHECK(field(raised.plan, "union", "classification") == "core");
}

TEST_CASE("levels of single fields only rise unasked") {
  const auto secret = [&](const char* levels) {
    return with(base, R"(<actor id="union" name="Union" field-levels=")" + std::string(levels) + "\"/>");
  };
  const Merge raised = mergePlans(planAsRead(secret("notes:team")), planAsRead(secret("notes:core")),
                                  planAsRead(secret("notes:team; source:core")));
  CHECK(raised.conflicts.empty());
  CHECK(field(raised.plan, "union", "field-levels") == "notes:core; source:core");
  const Merge spelt = mergePlans(planAsRead(secret("notes:core")), planAsRead(secret("Notes:Core, source:team")),
                                 planAsRead(secret("notes:team")));
  CHECK(spelt.conflicts.size() == 1);
  CHECK(field(spelt.plan, "union", "field-levels") == "notes:core; source:team");
  const Merge lowered = mergePlans(planAsRead(secret("notes:core")), planAsRead(secret("notes:team")),
                                   planAsRead(secret("notes:core; source:core")));
  CHECK(lowered.conflicts.size() == 1);
  CHECK(field(lowered.plan, "union", "field-levels") == "notes:core; source:core");
}

TEST_CASE("an audience sees more than before only when somebody says so") {
  const std::string readers = with(
      with(base, R"(<actor id="host" name="Host"/>)"),
      R"(<audience id="d" name="D" level="partners" include="host" exclude="union forum" generalise="generalise"/>)");
  const std::string ours = with(readers, R"(<activity id="plenary" title="Plenary" tracks="t1" venue="Oslo"/>)");
  const auto after = [&](const std::string& line, const std::string& other) {
    const Merge one = mergePlans(planAsRead(readers), planAsRead(other), planAsRead(with(readers, line)));
    const Merge two = mergePlans(planAsRead(readers), planAsRead(with(readers, line)), planAsRead(other));
    CHECK(one.plan == two.plan);
    CHECK(one.conflicts.size() == two.conflicts.size());
    return one;
  };
  const auto [line, opened] = GENERATE(table<std::string, const char*>(
      {{R"(<audience id="d" name="D" level="team" include="host" exclude="union forum" generalise="generalise"/>)",
        "level"},
       {R"(<audience id="d" name="D" level="partners" include="host forum" exclude="union forum" generalise="generalise"/>)",
        "include"},
       {R"(<audience id="d" name="D" level="partners" include="host" exclude="union" generalise="generalise"/>)",
        "exclude"},
       {R"(<audience id="d" name="D" level="partners" include="host" generalise="generalise"/>)", "exclude"},
       {R"(<audience id="d" name="D" level="partners" include="host" exclude="union forum" generalise="pseudonym"/>)",
        "generalise"},
       {R"(<audience id="d" name="D" level="partners" include="host" exclude="union forum"/>)", "generalise"},
       {R"(<audience id="d" name="E" level="public" exclude="union forum plenary" generalise="remove"/>)", ""}}));
  const Merge merge = after(line, ours);
  INFO(line);
  if (!*opened) {
    CHECK(merge.conflicts.empty());
    CHECK(field(merge.plan, "d", "level") == "public");
    CHECK(field(merge.plan, "d", "include").empty());
    CHECK(field(merge.plan, "d", "exclude") == "union forum plenary");
    CHECK(field(merge.plan, "d", "generalise") == "remove");
    CHECK(field(merge.plan, "d", "name") == "E");
    return;
  }
  REQUIRE(merge.conflicts.size() == 1);
  const Conflict& conflict = merge.conflicts[0];
  CHECK(conflict.kind == Conflict::Kind::levelLowered);
  REQUIRE(conflict.field);
  CHECK(conflict.field->name() == opened);
  CHECK(*merge.plan.find("d"_id) == *planAsRead(readers).find("d"_id));
  CHECK(resolveAll(merge, Side::theirs) == merge.plan);
  CHECK(*apply(merge.plan, resolve(merge.plan, conflict, Answer::theirs)).find("d"_id) ==
        *planAsRead(with(readers, line)).find("d"_id));
}

TEST_CASE("whom an audience no longer leaves out because they are no longer in the plan is no question") {
  const std::string readers = with(base, R"(<audience id="d" name="D" level="team" exclude="union forum"/>)");
  const std::string ours =
      with(without(readers, "union"), R"(<audience id="d" name="D" level="team" exclude="forum"/>)");
  const std::string theirs = with(readers, R"(<audience id="d" name="Donors" level="team" exclude="union forum"/>)");
  const Merge merge = mergePlans(planAsRead(readers), planAsRead(ours), planAsRead(theirs));
  CHECK(merge.conflicts.empty());
  CHECK(field(merge.plan, "d", "exclude") == "forum");
  CHECK(field(merge.plan, "d", "name") == "Donors");
}

TEST_CASE("two things of one kind that both sides added under one id stay two until somebody says that they are one") {
  const std::string ours = with(with(base, R"(<activity id="n1" title="Sabha meeting" tracks="t2"/>)"),
                                R"(<dependency id="d1" from="n1" to="plenary"/>)");
  const std::string theirs =
      with(with(with(base, R"(<activity id="n1" title="Misrata workshop" tracks="t1" venue="Misrata"/>)"),
                R"(<dependency id="d1" from="n1" to="plenary"/>)"),
           R"(<transfer id="h1" from="n1" to="plenary"/>)");
  const Merge merge = merged(ours, theirs);
  REQUIRE(merge.conflicts.size() == 1);
  const Conflict& conflict = merge.conflicts[0];
  CHECK(conflict.kind == Conflict::Kind::bothAdded);
  CHECK(conflict.element == "n1"_id);
  CHECK(conflict.parted == Side::ours);  // the first by name keeps the id
  const ElementId sabha = conflict.other;
  const auto holdsBoth = [&](const Plan& plan) {
    CHECK(field(plan, "n1", "title") == "Misrata workshop");
    CHECK(plan.find("h1"_id)->ref(Key<Ref>{"from"}) == "n1"_id);
    REQUIRE(plan.find(sabha));
    CHECK(plan.find(sabha)->title() == "Sabha meeting");
    CHECK_FALSE(plan.find(sabha)->has(key::venue.number));
    REQUIRE(plan.all(KindId::dependency).size() == 2);
    CHECK(std::ranges::any_of(plan.all(KindId::dependency),
                              [&](const ElementPtr& link) { return link->ref(Key<Ref>{"from"}) == sabha; }));
  };
  holdsBoth(merge.plan);
  for (const Side side : {Side::ours, Side::theirs}) holdsBoth(resolveAll(merge, side));
  holdsBoth(apply(merge.plan, resolve(merge.plan, conflict, Answer::both)));
  for (const auto& [answer, title] : {std::pair(Answer::ours, "Sabha meeting"), {Answer::theirs, "Misrata workshop"}}) {
    const Plan one = apply(merge.plan, resolve(merge.plan, conflict, answer));
    CHECK(field(one, "n1", "title") == title);
    CHECK_FALSE(one.find(sabha));
    for (const KindId kind : {KindId::dependency, KindId::transfer})
      for (const ElementPtr& link : one.all(kind))
        if (link->id() != "feeds"_id) CHECK(link->ref(Key<Ref>{"from"}) == "n1"_id);
  }
}

TEST_CASE(
    "one thing that both sides added alike is asked field by field, and links that tie different things are two") {
  const std::string elders = with(base, R"(<actor id="e" name="Elders" type="state"/>)");
  const Merge alike = merged(elders, with(base, R"(<actor id="e" name="Elders" type="ngo"/>)"));
  REQUIRE(alike.conflicts.size() == 1);
  CHECK(alike.conflicts[0].kind == Conflict::Kind::bothChanged);
  const Merge links = merged(with(base, R"(<dependency id="d" from="forum" to="plenary"/>)"),
                             with(base, R"(<dependency id="d" from="forum" to="round2"/>)"));
  REQUIRE(links.conflicts.size() == 1);
  CHECK(links.conflicts[0].kind == Conflict::Kind::bothAdded);
  CHECK(links.plan.all(KindId::dependency).size() == 2);
}

TEST_CASE("an id that came to stand for two different things is parted") {
  const Merge merge = merged(
      with(with(base, R"(<actor id="n1" name="Elders"/>)"), R"(<consent id="c1" actor="n1" to="forum"/>)"),
      with(with(base, R"(<activity id="n1" title="Camp"/>)"), R"(<dependency id="d1" from="n1" to="plenary"/>)"));
  CHECK(merge.conflicts.empty());
  CHECK(field(merge.plan, "n1", "name") == "Elders");
  const ElementId camp = merge.plan.find("d1"_id)->ref(Key<Ref>{"from"});
  REQUIRE(merge.plan.find(KindId::activity, camp));
  CHECK(merge.plan.find(camp)->title() == "Camp");
  CHECK(merge.plan.find("c1"_id)->ref(Key<Ref>{"actor"}) == "n1"_id);
}

TEST_CASE("what this version does not know is kept from both sides") {
  const auto unknown = [&](const char* attributes, const char* child) {
    return planAsRead(with(base, R"(<actor id="union" name="Union" xmlns:x="urn:x" )" + std::string(attributes) + ">" +
                                     child + "</actor>"));
  };
  const Merge merge = mergePlans(unknown(R"(x:a="1")", "<x:one/>"), unknown(R"(x:a="2")", "<x:two/>"),
                                 unknown(R"(x:a="1" x:b="3")", "<x:three/>"));
  CHECK(merge.conflicts.empty());
  const std::string text = xml::write(merge.plan);
  for (const char* kept : {"x:a=\"2\"", "x:b=\"3\"", "<x:two/>", "<x:three/>"}) {
    INFO(kept);
    CHECK(text.find(kept) != std::string::npos);
  }
  CHECK(text.find("<x:one/>") == std::string::npos);
  const Merge attribute = mergePlans(unknown(R"(x:a="1")", ""), unknown(R"(x:a="2")", ""), unknown(R"(x:a="3")", ""));
  REQUIRE(attribute.conflicts.size() == 1);
  CHECK(attribute.conflicts[0].part == "x:a");
  CHECK(xml::write(apply(attribute.plan, resolve(attribute.plan, attribute.conflicts[0], Answer::theirs)))
            .find("x:a=\"3\"") != std::string::npos);
}

TEST_CASE("of both notes what they agree in stands once") {
  const Field& notes = *kindOf(KindId::activity).find(FieldNumber("notes"));
  const auto both = [&](const char* ours, const char* theirs) {
    return std::get<Text>(*bothValues(notes, Value(Text(ours)), Value(Text(theirs))));
  };
  CHECK(both("opening\nmine\nend", "opening\ntheirs\nend") == "opening\nmine\ntheirs\nend");
  CHECK(both("mine", "theirs") == "mine\n\ntheirs");
  CHECK(both("same\nmine", "same") == "same\nmine");
}
