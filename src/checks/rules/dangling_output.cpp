#include "checks/rules/link_fixes.h"
#include "checks/rules/present.h"
#include "checks/track_links.h"

namespace trackloom::checks::catalogue {
namespace {

/// Activities and bodies that something is handed on from: hand-overs that were not refused, to something else that was
/// not cancelled; proposals that were tabled.
class Sources {
 public:
  explicit Sources(const Study& study)
      : study_(study),
        activities_(study.all(KindId::activity).size(), false),
        bodies_(study.all(KindId::body).size(), false) {
    for (const Item& transfer : study.all(KindId::transfer)) {
      const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
      if (from && to && from != to && !isEntered(*from) && !isLeftOut(study, *to) && !study.isRefused(transfer))
        enter(*from);
    }
    for (const Item& proposal : study.all(KindId::proposal))
      if (const Item* origin = study.target(proposal, key::origin); origin && !proposal.ref(key::tabledIn).empty())
        enter(*origin);
  }

  bool has(const Item& activity) const {
    const Item* body = study_.target(KindId::body, activity, key::body);
    return isEntered(activity) || (body && isEntered(*body));
  }

 private:
  /// Others than activities and bodies need not be.
  bool isEntered(const Item& item) const {
    if (item.kind() == KindId::body) return bodies_[item.number()];
    return item.kind() != KindId::activity || activities_[item.number()];
  }

  void enter(const Item& item) {
    if (item.kind() == KindId::activity) activities_[item.number()] = true;
    if (item.kind() == KindId::body) bodies_[item.number()] = true;
  }

  const Study& study_;
  std::vector<bool> activities_;
  std::vector<bool> bodies_;
};

/// The tables that results could go to, as far as they are kept apart on purpose from where the results come from.
class Tables {
 public:
  explicit Tables(const Study& study) : study_(study), separations_(study) {
    for (const Item& track : study.all(KindId::track))
      if (track.is(key::level, TrackLevel::official) || track.is(key::level, TrackLevel::semiOfficial))
        tables_.push_back(&track);
  }

  /// Is it kept apart from every table there is?
  bool noneOpenTo(const Item& activity) const {
    return !tables_.empty() &&
           std::all_of(tables_.begin(), tables_.end(), [&](const Item* table) { return keptApart(activity, *table); });
  }

  void offer(const Item& activity, Finding& finding) {
    std::size_t offered = 0;
    for (const Item* table : tables_) {
      const Item* next = study_.work(*table, 0).next;
      if (keptApart(activity, *table) || !next || next == &activity || ++offered > 3) continue;
      finding.fixes.push_back(planHandOver(activity.id(), next->id()));
    }
    if (tables_.size() == 1) finding.fixes.push_back(keepApartOnPurpose(activity.id(), tables_.front()->id()));
  }

 private:
  bool keptApart(const Item& activity, const Item& table) const {
    const Item* body = study_.target(KindId::body, activity, key::body);
    for (const Item* from : {&activity, body, study_.tracks(activity).front()})
      if (from && separations_.keepApart(*from, table)) return true;
    return false;
  }

  const Study& study_;
  Separations separations_;
  std::vector<const Item*> tables_;
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
  if (!anyWith(study, KindId::activity, "outputs")) return findings;
  const Sources sources(study);
  Tables tables(study);
  std::vector<Truth> needed;  // by number of the track
  for (const Item& track : study.all(KindId::track)) needed.push_back(needsWay(track));
  for (const Item& activity : study.all(KindId::activity)) {
    const auto tracks = study.tracks(activity);
    const Truth needs = tracks.empty() ? Truth::no : needed[tracks.front()->number()];
    if (needs == Truth::no || isLeftOut(study, activity) || sources.has(activity) ||
        activity.text(key::outputs).empty() || tables.noneOpenTo(activity))
      continue;
    findings.push_back(dangling(study, activity, needs));
    if (needs == Truth::yes) tables.offer(activity, findings.back());
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
      "not, nor those to what was cancelled. What is kept apart on purpose from every table is not asked about.";
  rule.source = "Çuhadar and Paffenholz, Transfer 2.0; Broadening Participation (Inclusive Peace).";
  rule.clears = "A hand-over from it is planned: to whom, how, by whom.";
  appendScheduleReads(rule.reads);
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"outputs", "tracks", "body"});
  appendReads(rule.reads, KindId::separation, {"between", "until"});
  appendReads(rule.reads, KindId::proposal, {"tabled-in", "origin"});
  appendReads(rule.reads, KindId::track, {"level"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
