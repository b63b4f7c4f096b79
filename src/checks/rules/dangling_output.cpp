#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// Activities and bodies that something is handed on from: hand-overs that were not refused, proposals that were
/// tabled.
class Sources {
 public:
  explicit Sources(const Study& study)
      : study_(study),
        activities_(study.all(KindId::activity).size(), false),
        bodies_(study.all(KindId::body).size(), false) {
    for (const Item& transfer : study.all(KindId::transfer))
      if (!study.state(transfer).is(TransferStatus::rejected)) enter(transfer.ref(key::linkFrom));
    for (const Item& proposal : study.all(KindId::proposal))
      if (!proposal.ref(key::tabledIn).empty()) enter(proposal.ref(key::origin));
  }

  bool has(const Item& activity) const {
    const Item* body = study_.target(KindId::body, activity, key::body);
    return activities_[activity.number()] || (body && bodies_[body->number()]);
  }

 private:
  void enter(const ElementId& id) {
    const Item* item = study_.find(id);
    if (item && item->kind() == KindId::activity) activities_[item->number()] = true;
    if (item && item->kind() == KindId::body) bodies_[item->number()] = true;
  }

  const Study& study_;
  std::vector<bool> activities_;
  std::vector<bool> bodies_;
};

/// Whether what the activity produces needs a way to the table: not on official tracks.
Truth needsWay(const Item& track) {
  const auto level = track.word<TrackLevel>(key::level);
  if (level == TrackLevel::official || level == TrackLevel::semiOfficial) return Truth::no;
  return level == TrackLevel::influential || level == TrackLevel::community ? Truth::yes : Truth::cannotTell;
}

Finding dangling(const Study& study, const Item& activity, Truth needs) {
  Finding finding;
  finding.elements = {activity.id()};
  const Message::Place place{"activity", activity.id()};
  const Message::Place outputs{"outputs", std::string(activity.text(key::outputs))};
  if (needs == Truth::cannotTell) {
    finding.verdict = Verdict::cannotTell;
    finding.message = {tr("Whether what “{activity}” produces needs a way to the table cannot be told: the level of "
                          "its track is not known."),
                       {place}};
  } else if (study.progress(activity) == Progress::finished) {
    finding.message = {tr("“{activity}” produced “{outputs}”, but nothing says where it goes."), {place, outputs}};
  } else {
    finding.message = {tr("“{activity}” should produce “{outputs}”, but nothing says where it will go."),
                       {place, outputs}};
  }
  finding.because.push_back(
      {tr("No hand-over starts from it or from its body, and no proposal from it was tabled."), {}});
  finding.clears = {tr("It clears when a hand-over from it is planned: to whom, how, by whom."), {}};
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const Sources sources(study);
  for (const Item& activity : study.all(KindId::activity)) {
    if (activity.text(key::outputs).empty()) continue;
    const auto tracks = study.tracks(activity);
    if (tracks.empty() || study.progress(activity) == Progress::leftOut) continue;
    const Truth needs = needsWay(*tracks.front());
    if (needs != Truth::no && !sources.has(activity)) findings.push_back(dangling(study, activity, needs));
  }
  return findings;
}

}  // namespace

Rule danglingOutput() {
  Rule rule;
  rule.id = "GAP-DANGLING";
  rule.family = "Links";
  rule.title = "Results without a way to the table";
  rule.help =
      "Does something that a forum, workshop or consultation on tracks 2 and 3 produces go nowhere? A hand-over from "
      "it or "
      "from its body counts as a way, and so does a proposal from it that was tabled. Hand-overs that were refused do "
      "not.";
  rule.source = "Çuhadar and Paffenholz, Transfer 2.0; Broadening Participation (Inclusive Peace).";
  rule.clears = "A hand-over from it is planned: to whom, how, by whom.";
  appendProgressReads(rule.reads);
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"outputs", "tracks", "body"});
  appendReads(rule.reads, KindId::proposal, {"tabled-in", "origin"});
  appendReads(rule.reads, KindId::track, {"level"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
