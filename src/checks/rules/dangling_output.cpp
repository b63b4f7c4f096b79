#include <algorithm>
#include <set>

#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// Everything something is handed on from: hand-overs that were not refused, and proposals that were tabled.
std::set<ElementId> handedOnFrom(const Study& study) {
  std::set<ElementId> sources;
  for (const Item& transfer : study.all(KindId::transfer))
    if (!study.state(transfer).is(TransferStatus::rejected)) sources.insert(transfer.ref(key::linkFrom));
  for (const Item& proposal : study.all(KindId::proposal))
    if (!proposal.ref(key::tabledIn).empty()) sources.insert(proposal.ref(key::origin));
  return sources;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const std::set<ElementId> sources = handedOnFrom(study);
  for (const Item& activity : study.all(KindId::activity)) {
    const std::string_view outputs = activity.text(key::outputs);
    const auto tracks = study.tracks(activity);
    if (outputs.empty() || tracks.empty() || study.progress(activity) == Progress::leftOut) continue;
    const auto level = tracks.front()->word<TrackLevel>(key::level);
    if (level == TrackLevel::official || level == TrackLevel::semiOfficial) continue;
    if (sources.contains(activity.id()) || sources.contains(activity.ref(key::body))) continue;
    Finding finding;
    finding.elements = {activity.id()};
    if (level) {
      finding.message = study.progress(activity) == Progress::finished
                            ? Message{tr("“{activity}” produced “{outputs}”, but nothing says where it goes."), {{"activity", activity.id()}, {"outputs", std::string(outputs)}}}
                            : Message{tr("“{activity}” should produce “{outputs}”, but nothing says where it will go."), {{"activity", activity.id()}, {"outputs", std::string(outputs)}}};
    } else {
      finding.verdict = Verdict::cannotTell;
      finding.message = {tr("Whether what “{activity}” produces needs a way to the table cannot be told: the level of its track is not known."), {{"activity", activity.id()}}};
    }
    finding.because.push_back({tr("No hand-over starts from it or from its body, and no proposal from it was tabled."), {}});
    finding.clears = {tr("It clears when a hand-over from it is planned: to whom, how, by whom."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

Rule danglingOutput() {
  Rule rule;
  rule.id = "GAP-DANGLING";
  rule.family = "Links";
  rule.title = "Results without a way to the table";
  rule.help = "Does something that a forum, workshop or consultation below the official talks produces go nowhere?";
  rule.source = "Çuhadar and Paffenholz, Transfer 2.0; Broadening Participation (Inclusive Peace).";
  rule.clears = "A hand-over from it is planned: to whom, how, by whom.";
  appendStateReads(rule.reads);
  for (const FieldNumber field : {FieldNumber("outputs"), FieldNumber("tracks"), FieldNumber("body"), FieldNumber("planned-start"),
                                  FieldNumber("planned-finish"), FieldNumber("duration")})
    rule.reads.push_back({KindId::activity, field});
  for (const FieldNumber field : {FieldNumber("from"), FieldNumber("status"), FieldNumber("delivered"), FieldNumber("acknowledged")})
    rule.reads.push_back({KindId::transfer, field});
  for (const FieldNumber field : {FieldNumber("tabled-in"), FieldNumber("origin")}) rule.reads.push_back({KindId::proposal, field});
  rule.reads.push_back({KindId::track, "level"});
  for (const FieldNumber field : {FieldNumber("from"), FieldNumber("to"), FieldNumber("type"), FieldNumber("lag"), FieldNumber("nature")})
    rule.reads.push_back({KindId::dependency, field});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
