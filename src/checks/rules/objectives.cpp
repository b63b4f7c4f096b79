#include "checks/rules/listing.h"
#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// How activities and objectives hang together.
class Objectives {
 public:
  explicit Objectives(const Study& study)
      : parent_(study.all(KindId::objective).size(), none), direct_(parent_.size(), 0), served_(parent_.size(), false) {
    for (const Item& objective : study.all(KindId::objective))
      if (const Item* parent = study.target(KindId::objective, objective, key::parent))
        parent_[objective.number()] = parent->number();
    for (const Item& activity : study.all(KindId::activity)) {
      if (study.progress(activity) == Progress::leftOut) continue;
      bool any = false;
      for (const ElementId& id : activity.refs(key::objectives))
        if (const Item* objective = study.find(KindId::objective, id)) {
          any = true;
          ++direct_[objective->number()];
          serve(objective->number());
        }
      if (any) {
        ++serving_;
      } else {
        (activity.unread(key::objectives.number) ? unread_ : orphans_).push_back(activity.id());
      }
    }
  }

  static constexpr std::uint32_t none = 0xFFFFFFFF;

  const std::vector<ElementId>& orphans() const { return orphans_; }
  /// Activities whose objectives do not read.
  const std::vector<ElementId>& unread() const { return unread_; }
  std::int64_t serving() const { return serving_; }
  bool anyActivity() const { return serving_ > 0 || !orphans_.empty() || !unread_.empty(); }
  /// An activity serves it, or an objective below it.
  bool served(const Item& objective) const { return served_[objective.number()]; }

  /// What hangs on an objective, and the objective farthest below it that every way leads through: itself where there
  /// are several ways, or one that ends at it.
  struct Below {
    std::int64_t count = 0;          ///< how many times activities name it or an objective below it
    std::uint32_t narrowest = none;  ///< nothing for objectives in a circle
  };

  /// By number of the objective, from the lowest up, so that each is looked at once.
  std::vector<Below> below() const {
    std::vector<Below> all(parent_.size());
    std::vector<std::uint32_t> pending(parent_.size(), 0), ways(parent_.size(), 0), last(parent_.size(), none), ready;
    for (const std::uint32_t parent : parent_)
      if (parent != none) ++pending[parent];
    for (std::uint32_t i = 0; i < parent_.size(); ++i)
      if (pending[i] == 0) ready.push_back(i);
    while (!ready.empty()) {
      const std::uint32_t at = ready.back();
      ready.pop_back();
      all[at].count += direct_[at];
      all[at].narrowest = direct_[at] == 0 && ways[at] == 1 ? all[last[at]].narrowest : at;
      const std::uint32_t parent = parent_[at];
      if (parent == none) continue;
      if (all[at].count > 0) {
        ++ways[parent];
        last[parent] = at;
        all[parent].count += all[at].count;
      }
      if (--pending[parent] == 0) ready.push_back(parent);
    }
    return all;
  }

 private:
  void serve(std::uint32_t objective) {
    for (; objective != none && !served_[objective]; objective = parent_[objective]) served_[objective] = true;
  }

  std::vector<std::uint32_t> parent_;
  std::vector<std::int64_t> direct_;
  std::vector<bool> served_;
  std::vector<ElementId> orphans_;
  std::vector<ElementId> unread_;
  std::int64_t serving_ = 0;
};

Finding question(std::vector<ElementId> elements, Message message, Message because, const char* clears) {
  Finding finding;
  finding.level = Level::info;
  finding.elements = std::move(elements);
  finding.message = std::move(message);
  finding.because.push_back(std::move(because));
  finding.clears = {clears, {}};
  return finding;
}

/// Where there are few objectives each is an answer; of many the fields offer them.
void offerObjectives(const Study& study, const ElementId& activity, Finding& finding) {
  const auto objectives = study.all(KindId::objective);
  constexpr std::size_t few = 5;
  if (objectives.size() > few) return;
  for (const Item& objective : objectives)
    finding.fixes.push_back({{tr("Name “{objective}” as what “{activity}” is for"),
                              {{"activity", activity}, {"objective", objective.id()}}},
                             [activity, id = objective.id()](const Plan& plan) {
                               return setField(plan, activity, key::objectives.number, Value(Refs{id}));
                             }});
}

constexpr const char* clearsOrphan = tr("It clears when the activity names the objective it serves.");

std::vector<Finding> checkOrphan(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::objective).empty()) return findings;
  const Objectives objectives(study);
  const auto& orphans = objectives.orphans();
  if (objectives.serving() == 0) return findings;
  const Message because{tr("{count} other {count|activity names|activities name} one."),
                        {{"count", objectives.serving()}}};
  if (orphans.size() <= mostApart) {
    for (const ElementId& id : orphans) {
      findings.push_back(
          question({id}, {tr("“{activity}” serves no objective of the plan. Which one is it for?"), {{"activity", id}}},
                   because, clearsOrphan));
      offerObjectives(study, id, findings.back());
    }
  } else {
    findings.push_back(
        question(orphans,
                 {tr("{count} activities serve no objective of the plan, among them: {some}. Which ones are they for?"),
                  {{"count", static_cast<std::int64_t>(orphans.size())}, {"some", amongThem(orphans)}}},
                 because, clearsOrphan));
  }
  for (const ElementId& id : objectives.unread()) {
    findings.push_back(
        question({id},
                 {tr("Which objective “{activity}” serves cannot be told: what stands there cannot be read."),
                  {{"activity", id}}},
                 because, clearsOrphan));
    findings.back().verdict = Verdict::cannotTell;
  }
  return findings;
}

std::vector<Finding> checkUnserved(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::objective).empty()) return findings;
  const Objectives objectives(study);
  if (!objectives.anyActivity()) return findings;
  constexpr const char* clears = tr("It clears when an activity names it, or an objective that serves it.");
  std::vector<ElementId> unserved, unclear;
  for (const Item& objective : study.all(KindId::objective)) {
    if (objectives.served(objective)) continue;
    const std::string_view level = objective.wordName(key::level);
    if (level == "outcome" || level == "strategy") unserved.push_back(objective.id());
    if (level.empty()) unclear.push_back(objective.id());
  }
  const Message because{
      tr("{count} {count|activity names|activities name} an objective, none this one or one below it."),
      {{"count", objectives.serving()}}};
  if (unserved.size() <= mostApart) {
    for (const ElementId& id : unserved)
      findings.push_back(
          question({id}, {tr("No activity serves “{objective}”. How should it come about?"), {{"objective", id}}},
                   because, clears));
  } else {
    findings.push_back(question(
        unserved,
        {tr("No activity serves {count} of the outcomes and strategies, among them: {some}. How should they "
            "come about?"),
         {{"count", static_cast<std::int64_t>(unserved.size())}, {"some", amongThem(unserved)}}},
        {tr("{count} {count|activity names|activities name} an objective."), {{"count", objectives.serving()}}},
        clears));
  }
  if (unclear.empty()) return findings;
  Message told{tr("Whether “{objective}” needs an activity cannot be told: its level is not recorded."),
               {{"objective", unclear.front()}}};
  if (unclear.size() > 1)
    told = {tr("Whether {count} objectives need an activity cannot be told: their level is not recorded. Among them: "
               "{some}."),
            {{"count", static_cast<std::int64_t>(unclear.size())}, {"some", amongThem(unclear)}}};
  findings.push_back(
      question(unclear, std::move(told),
               {tr("{count} {count|activity names|activities name} an objective."), {{"count", objectives.serving()}}},
               tr("It clears when their level is recorded, or an activity serves them.")));
  findings.back().verdict = Verdict::cannotTell;
  return findings;
}

std::vector<Finding> checkBottleneck(const Study& study) {
  std::vector<Finding> findings;
  const auto all = study.all(KindId::objective);
  if (all.empty()) return findings;
  const std::vector<Objectives::Below> below = Objectives(study).below();
  const double least = study.threshold("RH-BOTTLENECK", "activities");
  for (const Item& ambition : all) {
    if (ambition.wordName(key::level) != "ambition") continue;
    const Objectives::Below& hanging = below[ambition.number()];
    if (hanging.narrowest == Objectives::none || hanging.narrowest == ambition.number()) continue;
    if (static_cast<double>(hanging.count) < least) continue;
    const ElementId& narrowest = all[hanging.narrowest].id();
    findings.push_back(
        question({narrowest, ambition.id()},
                 {tr("All that is done for “{ambition}” leads through “{objective}”. Is there another way if "
                     "that one does not hold?"),
                  {{"ambition", ambition.id()}, {"objective", narrowest}}},
                 {tr("Activities name it or what serves it {count} {count|time|times}."), {{"count", hanging.count}}},
                 tr("It clears when an activity serves the ambition on another way.")));
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Strategy";
  rule.level = Level::info;
  rule.source =
      "Results hierarchy: from the ambition down to daily work (Clingendael and UNDP, on strategic choices in "
      "mediation support).";
  appendProgressReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"objectives"});
  appendReads(rule.reads, KindId::objective, {"parent"});
  return rule;
}

}  // namespace

Rule activityOrphan() {
  Rule rule = base();
  rule.id = "RH-ORPHAN";
  rule.title = "An activity without an objective";
  rule.help =
      "Is there an activity that names no objective of the plan, while others do? Cancelled, failed and superseded "
      "ones are "
      "not asked about.";
  rule.clears = "The activity names the objective it serves.";
  rule.check = checkOrphan;
  return rule;
}

Rule objectiveUnserved() {
  Rule rule = base();
  rule.id = "RH-UNSERVED";
  rule.title = "An outcome without an activity";
  rule.help =
      "Is there an outcome or a strategy that no activity serves, neither directly nor over an objective below it? "
      "Asked as "
      "soon as the plan has an activity.";
  rule.clears = "An activity names it, or an objective that serves it.";
  appendReads(rule.reads, KindId::objective, {"level"});
  rule.check = checkUnserved;
  return rule;
}

Rule objectiveBottleneck() {
  Rule rule = base();
  rule.id = "RH-BOTTLENECK";
  rule.title = "Everything leads through one objective";
  rule.help =
      "Is there an objective that every way from the activities to an ambition leads through? The "
      "narrowest is "
      "named, the one farthest from the ambition.";
  rule.clears = "An activity serves the ambition on another way.";
  appendReads(rule.reads, KindId::objective, {"level"});
  appendThresholdReads(rule.reads);
  rule.thresholds = {{"activities", 3, "from so many activities on that hang on it"}};
  rule.check = checkBottleneck;
  return rule;
}

}  // namespace trackloom::checks::catalogue
