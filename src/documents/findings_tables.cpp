#include "documents/explanation.h"
#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/reading_order.h"
#include "documents/wording.h"

#include <algorithm>
#include <map>

namespace trackloom::documents {
namespace {

using checks::Finding;
using checks::Item;
using checks::Progress;

constexpr std::size_t topCount = 5;

std::string ruleTitle(const Material& material, std::string_view id) {
  const checks::Rule* rule = checks::findRule(id);
  return rule ? said(material, rule->title) : std::string(id);
}

Node findingNode(const Material& material, const Finding& finding) {
  Node node;
  Node::List because;
  for (const Message& reason : finding.because) because.push_back(said(material, reason));
  node.set("rule", std::string(finding.rule));
  node.set("rule-title", ruleTitle(material, finding.rule));
  node.set("level-word", said(material, levelWord(finding.level)));
  node.set("message", said(material, finding.message));
  node.set("clears", said(material, finding.clears));
  node.set("accepted-by", finding.accepted ? finding.accepted->who : std::string());
  node.set("accepted-on", finding.accepted ? finding.accepted->date : std::string());
  node.set("accepted-because", finding.accepted ? finding.accepted->reason : std::string());
  setList(node, "because", std::move(because));
  return node;
}

bool isProblem(const Finding& finding) { return finding.verdict == checks::Verdict::problem && !finding.accepted; }

/// One line a rule: how often it could not tell, and the first thing it could not tell of.
Node::List unknowns(const Material& material) {
  std::map<std::string_view, std::pair<std::size_t, const Finding*>> byRule;
  for (const Finding& finding : material.findings) {
    if (finding.verdict != checks::Verdict::cannotTell || finding.accepted) continue;
    auto& [count, first] = byRule[finding.rule];
    if (++count == 1) first = &finding;
  }
  Node::List list;
  for (const auto& [rule, found] : byRule) {
    Node row;
    row.set("rule-title", ruleTitle(material, rule));
    row.set("count", material.language.digits(std::to_string(found.first)));
    row.set("example", said(material, found.second->message));
    list.push_back(std::move(row));
  }
  return list;
}

struct TrackCounts {
  std::int64_t all = 0, done = 0, underWay = 0, resting = 0, ahead = 0;
};

TrackCounts countsOf(const Material& material, const Item& track) {
  TrackCounts counts;
  for (const Item* item : countedActivities(material)) {
    const Item& activity = *item;
    const auto tracks = material.study.tracks(activity);
    if (tracks.empty() || tracks.front()->id() != track.id()) continue;
    const Progress progress = material.study.progress(activity);
    ++counts.all;
    if (progress == Progress::finished)
      ++counts.done;
    else if (material.study.state(activity).is(ActivityStatus::suspended))
      ++counts.resting;
    else if (progress == Progress::ongoing)
      ++counts.underWay;
    else
      ++counts.ahead;
  }
  return counts;
}

/// `suspended` is a matter of public record where it is recorded as such; what rests without a word is for findings.
Node trackRow(const Material& material, const Item& track) {
  const TrackCounts counts = countsOf(material, track);
  Node row = elementNode(material, track);
  const std::pair<const char*, std::int64_t> numbers[] = {{"all", counts.all},
                                                          {"done", counts.done},
                                                          {"under-way", counts.underWay},
                                                          {"suspended", counts.resting},
                                                          {"ahead", counts.ahead}};
  for (const auto& [name, number] : numbers) row.set(name, material.language.digits(std::to_string(number)));
  return row;
}

std::int64_t countOf(const Material& material, KindId kind) {
  return static_cast<std::int64_t>(knownOf(material.study, kind).size());
}

/// The hand-overs that lead from one track to another.
std::int64_t crossings(const Material& material) {
  return std::ranges::count_if(knownOf(material.study, KindId::transfer),
                               [&](const Item* transfer) { return crossesTracks(material, *transfer); });
}

Node::List summarySentences(const Material& material) {
  std::vector<std::string> lines;
  const auto say = [&](const Message& message) { lines.push_back(said(material, message)); };
  const std::int64_t known = countOf(material, KindId::activity);
  const auto activities = static_cast<std::int64_t>(countedActivities(material).size());
  if (known > 0)
    say({tr("The plan counts {activities} {activities|activity|activities} on {tracks} {tracks|track|tracks} and "
            "{handovers} {handovers|hand-over|hand-overs} between them; {actors} {actors|actor is|actors are} in its "
            "register."),
         {{"activities", activities},
          {"tracks", countOf(material, KindId::track)},
          {"handovers", crossings(material)},
          {"actors", countOf(material, KindId::actor)}}});
  if (const std::int64_t others = countOf(material, KindId::transfer) - crossings(material); others > 0)
    say({tr("Hand-overs within a track, or with an end on none: {count}."), {{"count", others}}});
  if (known > activities)
    say({tr("Activities that were cancelled, ended without result or were replaced are not counted: {count}."),
         {{"count", known - activities}}});
  if (const auto conveners = material.plan().root().refs(key::conveners); !conveners.empty())
    say({tr("It is convened by {conveners}."),
         {{"conveners", std::vector<ElementId>(conveners.begin(), conveners.end())}}});
  const Item& plan = material.study.all(KindId::plan).front();
  if (const Choice* rule = plan.get(key::decisionRule))
    say({tr("Rule of decision: {rule}."), {{"rule", labelOf(material, VocabularyId::decisionRule, *rule)}}});
  if (const Choice* standing = plan.get(key::outcomeStatus))
    say({tr("Standing of the outcome: {standing}."),
         {{"standing", labelOf(material, VocabularyId::outcomeStatus, *standing)}}});
  return {lines.begin(), lines.end()};
}

Node::List tracksOverview(const Material& material) {
  Node::List list;
  for (const Item* track : inReadingOrder(material, KindId::track)) list.push_back(trackRow(material, *track));
  return list;
}

}  // namespace

void addFindings(Node& root, const Material& material) {
  Node::List findings;
  Node::List top;
  Node::List accepted;
  for (const Finding& finding : material.findings) {
    if (finding.accepted) accepted.push_back(findingNode(material, finding));
    if (!isProblem(finding)) continue;
    findings.push_back(findingNode(material, finding));
    if (top.size() < topCount && finding.level != checks::Level::info) top.push_back(findings.back());
  }
  setList(root, "findings", std::move(findings));
  setList(root, "top-findings", std::move(top));
  setList(root, "accepted-findings", std::move(accepted));
  setList(root, "unknowns", unknowns(material));
}

void addSummary(Node& root, const Material& material) {
  setList(root, "summary", summarySentences(material));
  setList(root, "tracks-overview", tracksOverview(material));
}

}  // namespace trackloom::documents
