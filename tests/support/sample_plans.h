#pragma once

#include "plan/plan.h"

#include <initializer_list>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trackloom::test {

using Fields = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// An element with its fields as files write them.
inline Element element(KindId kind, std::string_view id, Fields fields) {
  Element made(kind, *ElementId::parse(id));
  for (const auto& [name, text] : fields) {
    const Field* field = made.definition().find(name);
    if (!field) throw std::invalid_argument(std::string(made.definition().name) + " has no field " + std::string(name));
    made.set(field->number, parseValue(*field, text));
  }
  return made;
}

inline Plan planOf(const std::vector<Element>& elements) {
  Plan plan;
  for (const Element& each : elements) plan = plan.with(each);
  return plan;
}

// clang-format off
/// An invented process of four tracks from July 2013 to February 2014, to be looked at as of 2013-12-01.
inline std::vector<Element> sampleElements() {
  using enum KindId;
  return {
      element(plan, "plan", {{"title", "Dialogue for the valley"}, {"as-of", "2013-12-01"}, {"languages", "en;ar"}}),
      element(track, "t1", {{"name", "Formal talks"}, {"level", "1"}, {"order", "1"}}),
      element(track, "t15", {{"name", "Leaders in private"}, {"level", "1.5"}, {"order", "2"}}),
      element(track, "t2", {{"name", "Civil society forum and experts"}, {"level", "2"}, {"order", "3"}}),
      element(track, "t3", {{"name", "Village dialogues"}, {"level", "3"}, {"order", "4"}, {"colour", "#b58900"}}),
      element(actor, "unions", {{"name", "Federation of unions"}}),
      element(body, "council", {{"title", "Council of elders"}, {"tracks", "t3"}}),

      element(activity, "a01", {{"title", "Talks about talks"}, {"tracks", "t1"}, {"planned-start", "2013-07-08"}, {"planned-finish", "2013-07-19"}, {"start", "2013-07-15"}, {"finish", "2013-08-02"}, {"status", "completed"}}),
      element(activity, "a02", {{"title", "First round"}, {"tracks", "t1"}, {"planned-start", "2013-08-19"}, {"planned-finish", "2013-09-06"}, {"start", "2013-08-26"}, {"finish", "2013-09-20"}, {"status", "completed"}}),
      element(activity, "a03", {{"title", "Signing of the framework"}, {"tracks", "t1"}, {"planned-start", "2013-09-30"}, {"duration", "0"}, {"start", "2013-10-05"}, {"finish", "2013-10-05"}, {"status", "completed"}}),
      element(activity, "a04", {{"title", "Second round on security arrangements"}, {"tracks", "t1 t15"}, {"planned-start", "2013-10-14"}, {"planned-finish", "2013-11-22"}, {"start", "2013-10-21"}, {"status", "suspended"}}),
      element(activity, "a05", {{"title", "Choice of a chair"}, {"tracks", "t1"}, {"planned-start", "2013-11-04"}, {"planned-finish", "2013-11-15"}, {"status", "planned"}}),
      element(activity, "a06", {{"title", "Third round"}, {"tracks", "t1"}, {"planned-start", "2013-12-09"}, {"planned-finish", "2014-01-17"}, {"status", "planned"}}),
      element(activity, "a07", {{"title", "Adoption"}, {"tracks", "t1"}, {"planned-start", "2014-02-03"}, {"duration", "0"}, {"status", "planned"}}),
      element(activity, "b01", {{"title", "Dinner at the embassy"}, {"tracks", "t15"}, {"planned-start", "2013-08-08"}, {"start", "2013-08-08"}, {"finish", "2013-08-08"}, {"status", "completed"}}),
      element(activity, "b02", {{"title", "Retreat by the lake"}, {"tracks", "t15 t2"}, {"planned-start", "2013-09-23"}, {"planned-finish", "2013-09-27"}, {"start", "2013-09-23"}, {"finish", "2013-09-27"}, {"status", "completed"}}),
      element(activity, "b03", {{"title", "Second retreat"}, {"tracks", "t15"}, {"planned-start", "2013-12-16"}, {"planned-finish", "2013-12-20"}, {"status", "confirmed"}}),
      element(activity, "c01", {{"title", "Founding meeting"}, {"tracks", "t2"}, {"planned-start", "2013-07-22"}, {"duration", "3"}, {"start", "2013-07-22"}, {"finish", "2013-07-24"}, {"status", "completed"}}),
      element(activity, "c02", {{"title", "Working group on land"}, {"tracks", "t2"}, {"planned-start", "2013-08-12"}, {"planned-finish", "2013-12-20"}, {"start", "2013-08-19"}, {"status", "ongoing"}}),
      element(activity, "c03", {{"title", "Working group on justice"}, {"tracks", "t2"}, {"planned-start", "2013-08-12"}, {"planned-finish", "2013-10-11"}, {"start", "2013-08-12"}, {"finish", "2013-10-18"}, {"status", "completed"}}),
      element(activity, "c04", {{"title", "Expert paper on borders"}, {"tracks", "t2"}, {"planned-start", "2013-09"}, {"planned-finish", "2013-10"}, {"status", "cancelled"}}),
      element(activity, "c05", {{"title", "Closing forum"}, {"tracks", "t2"}, {"planned-start", "2014-01-13"}, {"planned-finish", "2014-01-15"}, {"status", "planned"}}),
      element(activity, "d01", {{"title", "Consultations in twelve villages"}, {"tracks", "t3"}, {"planned-start", "2013-07-15"}, {"planned-finish", "2013-09-13"}, {"start", "2013-07-22"}, {"finish", "2013-10-04"}, {"status", "completed"}}),
      element(activity, "d02", {{"title", "Market day dialogue"}, {"tracks", "t3"}, {"planned-start", "2013-10-26"}, {"start", "2013-10-26"}, {"finish", "2013-10-26"}, {"status", "completed"}}),
      element(activity, "d03", {{"title", "Women’s caucus"}, {"tracks", "t3 t2"}, {"planned-start", "2013-11-11"}, {"planned-finish", "2013-12-13"}, {"start", "2013-11-11"}, {"status", "ongoing"}}),
      element(activity, "d04", {{"title", "Survey of households"}, {"tracks", "t3"}, {"planned-start", "2014-01"}, {"duration", "21"}, {"status", "invited"}}),
      element(activity, "e01", {{"title", "Donor meeting"}, {"planned-start", "2013-12-05"}, {"planned-finish", "2013-12-06"}, {"status", "confirmed"}}),
      element(activity, "e02", {{"title", "Evaluation"}, {"status", "idea"}}),

      element(agreement, "g1", {{"title", "Framework agreement"}, {"stage", "Pre"}, {"date", "2013-10-05"}, {"tracks", "t1"}, {"activity", "a03"}}),
      element(agreement, "g2", {{"title", "Local truce"}, {"stage", "Cea"}, {"date", "2013-09-02"}, {"tracks", "t3"}}),
      element(event, "v1", {{"title", "Clashes at the river"}, {"date", "2013-07-25"}}),
      element(event, "v2", {{"title", "Talks suspended"}, {"date", "2013-11-04"}, {"about", "a04"}, {"status", "suspended"}, {"type", "suspension"}}),
      element(event, "v3", {{"title", "Told only later"}, {"date", "2013-12-14"}}),
      element(deadline, "l1", {{"title", "Chair chosen"}, {"of", "a05"}, {"date", "2013-11-15"}}),
      element(deadline, "l2", {{"title", "Framework signed"}, {"of", "a03"}, {"date", "2013-10-10"}}),
      element(deadline, "l3", {{"title", "Adoption within four months"}, {"of", "a07"}, {"anchor", "a03"}, {"offset", "120"}}),

      element(dependency, "p1", {{"from", "a01"}, {"to", "a02"}}),
      element(dependency, "p2", {{"from", "a02"}, {"to", "a03"}}),
      element(dependency, "p3", {{"from", "a05"}, {"to", "a06"}}),
      element(dependency, "p4", {{"from", "a06"}, {"to", "a07"}, {"nature", "political"}}),
      element(dependency, "p5", {{"from", "c02"}, {"to", "c05"}, {"nature", "soft"}}),
      element(transfer, "x1", {{"from", "c03"}, {"to", "a04"}, {"content", "texts"}, {"carrier", "unions"}, {"mechanism", "formal-handover"}, {"delivered", "2013-10-24"}, {"status", "delivered"}}),
      element(transfer, "x2", {{"from", "d01"}, {"to", "c02"}, {"content", "information"}, {"delivered", "2013-09-12"}, {"status", "acknowledged"}}),
      element(transfer, "x3", {{"from", "b02"}, {"to", "a02"}, {"content", "people"}, {"status", "planned"}}),
      element(transfer, "x4", {{"from", "council"}, {"to", "d03"}, {"content", "norms"}, {"delivered", "2013-11-20"}, {"status", "delivered"}}),
      element(transfer, "x5", {{"from", "c05"}, {"to", "a07"}, {"content", "ideas"}, {"planned", "2014-01-20"}, {"status", "planned"}}),
  };
}

/// The same shape of plan in Arabic.
inline std::vector<Element> arabicElements() {
  using enum KindId;
  return {
      element(plan, "plan", {{"title", "الحوار الوطني 2013"}, {"as-of", "2013-12-01"}, {"languages", "ar;en"}}),
      element(track, "t1", {{"name", "المسار الأول: الأحزاب"}, {"level", "1"}, {"order", "1"}}),
      element(track, "t2", {{"name", "المجتمع المدني"}, {"level", "2"}, {"order", "2"}}),
      element(activity, "a1", {{"title", "محادثات تمهيدية"}, {"tracks", "t1"}, {"planned-start", "2013-07-08"}, {"planned-finish", "2013-07-19"}, {"start", "2013-07-15"}, {"finish", "2013-08-02"}, {"status", "completed"}}),
      element(activity, "a2", {{"title", "الجولة الثانية (UN)"}, {"tracks", "t1 t2"}, {"planned-start", "2013-10-14"}, {"planned-finish", "2013-12-22"}, {"start", "2013-10-21"}, {"status", "ongoing"}}),
      element(activity, "a3", {{"title", "منتدى المجتمع المدني"}, {"tracks", "t2"}, {"planned-start", "2013-08-12"}, {"planned-finish", "2013-10-11"}, {"start", "2013-08-12"}, {"finish", "2013-10-18"}, {"status", "completed"}}),
      element(activity, "a4", {{"title", "تقييم"}, {"status", "idea"}}),
      element(agreement, "g1", {{"title", "خارطة الطريق"}, {"stage", "Pre"}, {"date", "2013-10-05"}, {"tracks", "t1"}}),
      element(event, "v1", {{"title", "تعليق الحوار"}, {"date", "2013-11-04"}, {"tracks", "t1"}}),
      element(transfer, "x1", {{"from", "a3"}, {"to", "a2"}, {"content", "texts"}, {"delivered", "2013-10-24"}, {"status", "delivered"}}),
      element(dependency, "p1", {{"from", "a1"}, {"to", "a2"}}),
  };
}

/// A plan of any size: activities of all states over some years, with links, on a few tracks.
inline Plan generatedPlan(std::uint64_t seed, std::size_t activities) {
  std::mt19937_64 random(seed);
  const auto below = [&](std::uint64_t n) { return random() % n; };
  const auto day = [&] { return isoText(dayOf({2013, 1, 1}) + static_cast<std::int64_t>(below(900))); };
  const std::size_t tracks = 1 + below(5);
  std::vector<Element> elements{element(KindId::plan, "plan", {{"title", "Generated"}, {"as-of", "2014-03-01"}})};
  for (std::size_t i = 0; i < tracks; ++i) elements.push_back(element(KindId::track, "t" + std::to_string(i), {{"name", "Track with a name"}}));
  constexpr std::string_view words[] = {"Round of talks", "Forum", "A consultation with everybody who wants to come", "منتدى", "会议", "X"};
  for (std::size_t i = 0; i < activities; ++i) {
    Element made = element(KindId::activity, "a" + std::to_string(i), {{"title", words[below(6)]}});
    const auto put = [&](std::string_view name, const std::string& text) {
      const Field* field = made.definition().find(name);
      made.set(field->number, parseValue(*field, text));
    };
    if (below(8)) put("tracks", "t" + std::to_string(below(tracks)));
    if (below(6)) put("planned-start", below(5) ? day() : std::to_string(2012 + below(5)));
    if (below(3)) put("duration", std::to_string(below(4) ? below(120) : 0));
    if (!below(3)) put("start", day());
    if (!below(4)) put("finish", day());
    if (below(4)) put("status", std::string(vocabulary(VocabularyId::activityStatus).terms[below(11)].name));
    elements.push_back(std::move(made));
  }
  const auto any = [&] { return "a" + std::to_string(below(activities)); };
  for (std::size_t i = 0; i < activities; ++i) {
    const std::string number = std::to_string(i);
    if (!below(2)) elements.push_back(element(KindId::dependency, "p" + number, {{"from", any()}, {"to", any()}, {"type", vocabulary(VocabularyId::dependencyType).terms[below(4)].name}}));
    if (!below(4)) elements.push_back(element(KindId::transfer, "x" + number, {{"from", any()}, {"to", any()}, {"delivered", day()}}));
    if (!below(5)) elements.push_back(element(KindId::event, "v" + number, {{"title", words[below(6)]}, {"date", day()}, {"about", any()}}));
    if (!below(6)) elements.push_back(element(KindId::deadline, "l" + number, {{"title", words[below(6)]}, {"date", day()}, {"of", any()}}));
  }
  std::vector<Change> changes;
  for (Element& each : elements) changes.push_back({nullptr, std::make_shared<const Element>(std::move(each))});
  return Plan().with(changes);
}
// clang-format on

}  // namespace trackloom::test
