#include "checks/rules/commitments.h"
#include "checks/rules/listing.h"

#include <bitset>

namespace trackloom::checks::catalogue {
namespace {

/// The tests in the order of the guidance.
enum Test : std::uint8_t {
  standards,
  acceptance,
  majorIssues,
  detail,
  timetable,
  lead,
  responsibilities,
  disputes,
  futureConflicts,
  resources,
  testCount
};
using Shown = std::bitset<testCount>;

/// For each test what the plan does not show.
constexpr const char* notShown[testCount] = {
    tr("International standards: no commitment on rights and no rights recorded with its issues."),
    tr("Acceptance: nobody is named who ratifies it, and no referendum, ratification or public consultation is "
       "planned."),
    tr("Major issues: root causes or items of the agenda that no agreement settles, or none recorded."),
    tr("Detail: commitments without an indicator or without the article they stand in, or none recorded."),
    tr("Timetable: commitments without a day or deadline, or none recorded."),
    tr("A lead to monitor and support: no monitoring mechanism or follow-up committee."),
    tr("Responsibilities: commitments for which nobody is responsible, or none recorded."),
    tr("Disputes over it: no panel, body function, provision or commitment that settles them."),
    tr("Later conflicts: no standing body that prevents or settles them, and no review agreed."),
    tr("Resources: no fund covers what carries it out, and no donor support is agreed.")};

constexpr std::string_view rightsThemes[] = {"human-rights",    "childrens-rights",  "womens-rights",
                                             "minority-rights", "indigenous-rights", "refugees",
                                             "displaced-people"};

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What the plan shows for every agreement alike.
class PlanWide {
 public:
  explicit PlanWide(const Study& study) : study_(study), covered_(study.all(KindId::activity).size(), false) {
    const Item& root = study.all(KindId::plan).front();
    shown_[acceptance] = !root.refs({"ratifying-bodies"}).empty() || anyRatification();
    shown_[majorIssues] = allIssuesSettled();
    for (const Item& body : study.all(KindId::body)) lookAt(body);
    for (const Item& fund : study.all(KindId::fund)) lookAtFund(fund);
    std::sort(bodies_.begin(), bodies_.end());
  }

  const Shown& shown() const { return shown_; }
  bool covers(const Item& activity) const { return covered_[activity.number()]; }
  bool covers(const ElementId& body) const { return std::binary_search(bodies_.begin(), bodies_.end(), body); }

 private:
  bool anyRatification() const {
    for (const Item& activity : study_.all(KindId::activity))
      if (isOneOf(activity.wordName(key::type), {"ratification", "referendum", "public-consultation"}) &&
          study_.progress(activity) != Progress::leftOut)
        return true;
    return false;
  }

  bool allIssuesSettled() const {
    std::vector<bool> settled(study_.all(KindId::issue).size(), false);
    for (const Item& agreement : study_.all(KindId::agreement))
      for (const ElementId& id : agreement.refs(key::issues))
        if (const Item* issue = study_.find(KindId::issue, id)) settled[issue->number()] = true;
    bool any = false;
    for (const Item& issue : study_.all(KindId::issue)) {
      if (!isOneOf(issue.wordName(key::type), {"root-cause", "agenda-item"})) continue;
      any = true;
      if (!settled[issue.number()]) return false;
    }
    return any;
  }

  void lookAt(const Item& body) {
    const std::string_view type = body.wordName(key::type);
    if (isOneOf(type, {"monitoring-mechanism", "follow-up-committee"}) ||
        body.hasTerm(key::bodyFunctions, "monitoring") || body.hasTerm(key::bodyFunctions, "implementation-planning"))
      shown_.set(lead);
    if (type == "dispute-resolution-panel" || body.hasTerm(key::bodyFunctions, "dispute-resolution"))
      shown_.set(disputes);
    if (isOneOf(type, {"peace-council", "local-peace-committee"})) shown_.set(futureConflicts);
  }

  void lookAtFund(const Item& fund) {
    if (isOneOf(fund.wordName(key::status), {"none", "requested", "withdrawn"})) return;
    for (const ElementId& id : fund.refs(key::covers)) {
      const Item* item = study_.find(id);
      if (item && item->kind() == KindId::activity) covered_[item->number()] = true;
      if (item && item->kind() == KindId::body) bodies_.push_back(id);
    }
  }

  const Study& study_;
  Shown shown_;
  std::vector<bool> covered_;
  std::vector<ElementId> bodies_;
};

void lookAtCommitments(const Study& study, const PlanWide& wide, std::span<const Item* const> commitments,
                       Shown& shown) {
  if (commitments.empty()) return;
  shown.set(detail).set(timetable).set(responsibilities);
  for (const Item* commitment : commitments) {
    const std::string_view theme = commitment->wordName(key::theme);
    if (std::find(std::begin(rightsThemes), std::end(rightsThemes), theme) != std::end(rightsThemes))
      shown.set(standards);
    if (theme == "ratification") shown.set(acceptance);
    if (theme == "dispute-resolution") shown.set(disputes);
    if (isOneOf(theme, {"review", "inter-group-relations", "truth-reconciliation"})) shown.set(futureConflicts);
    if (theme == "donor-support") shown.set(resources);
    if (theme == "verification") shown.set(lead);
    if (commitment->text({"indicator"}).empty() && commitment->text(key::reference).empty()) shown.reset(detail);
    if (!commitment->get(key::due) && study.deadlinesOf(*commitment).empty()) shown.reset(timetable);
    if (commitment->refs(key::responsible).empty()) shown.reset(responsibilities);
    const Item* activity = study.target(KindId::activity, *commitment, key::activity);
    if ((activity && wide.covers(*activity)) || wide.covers(commitment->ref(key::verifier))) shown.set(resources);
  }
}

void lookAtText(const Study& study, const Item& agreement, Shown& shown) {
  if (agreement.hasTerm(key::provisions, "dispute-resolution")) shown.set(disputes);
  if (agreement.hasTerm(key::provisions, "funding")) shown.set(resources);
  for (const ElementId& id : agreement.refs(key::issues)) {
    const Item* issue = study.find(KindId::issue, id);
    if (issue && issue->has("rights")) shown.set(standards);
  }
}

/// Settles something to be carried out, by its stage or because commitments stand in it.
bool isAsked(const Study& study, const Item& agreement, bool hasCommitments) {
  const Date* date = agreement.get(key::date);
  if (date && date->first() > study.asOf()) return false;
  const auto stage = agreement.word<AgreementStage>(key::stage);
  if (!hasCommitments && agreement.wordName(key::substage) == "FrCons") return false;  // carried out by its own organs
  return hasCommitments || stage == AgreementStage::partial || stage == AgreementStage::comprehensive ||
         stage == AgreementStage::implementation;
}

Finding finding(const Item& agreement, const Shown& shown) {
  Finding found;
  found.level = Level::info;
  found.elements = {agreement.id()};
  found.message = {
      tr("Of the ten tests of an agreement that can be carried out, the plan shows {shown} for “{agreement}”. Are "
         "the others met elsewhere?"),
      {{"shown", static_cast<std::int64_t>(shown.count())}, {"agreement", agreement.id()}}};
  for (std::size_t test = 0; test < testCount; ++test)
    if (!shown[test]) found.because.push_back({notShown[test], {}});
  found.clears = {tr("It clears when the plan shows them, or the team accepts the finding with a reason."), {}};
  return found;
}

/// One finding for many: the agreements, and of each test for how many the plan does not show it.
Finding findingOfAll(const std::vector<std::pair<const Item*, Shown>>& lacking) {
  Finding found;
  found.level = Level::info;
  std::size_t most = 0;
  for (const auto& [agreement, shown] : lacking) {
    found.elements.push_back(agreement->id());
    most = std::max(most, shown.count());
  }
  found.message = {tr("Of the ten tests of an agreement that can be carried out, the plan shows {most} at most for "
                      "{count} agreements, among them: {some}. Are the others met elsewhere?"),
                   {{"most", static_cast<std::int64_t>(most)},
                    {"count", static_cast<std::int64_t>(lacking.size())},
                    {"some", amongThem(found.elements)}}};
  for (std::size_t test = 0; test < testCount; ++test) {
    const auto without =
        std::count_if(lacking.begin(), lacking.end(), [&](const auto& one) { return !one.second[test]; });
    if (without == static_cast<std::ptrdiff_t>(lacking.size())) found.because.push_back({notShown[test], {}});
  }
  found.clears = {tr("It clears when the plan shows them, or the team accepts the finding with a reason."), {}};
  return found;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  std::vector<std::pair<const Item*, Shown>> lacking;
  const auto agreements = study.all(KindId::agreement);
  if (agreements.empty()) return findings;
  const auto commitments = commitmentsByAgreement(study);
  std::optional<PlanWide> wide;
  for (const Item& agreement : agreements) {
    const auto& own = commitments[agreement.number()];
    if (!isAsked(study, agreement, !own.empty())) continue;
    if (!wide) wide.emplace(study);
    Shown shown = wide->shown();
    lookAtCommitments(study, *wide, own, shown);
    lookAtText(study, agreement, shown);
    if (!shown.all()) lacking.emplace_back(&agreement, shown);
  }
  if (lacking.size() > mostApart) return {findingOfAll(lacking)};
  for (const auto& [agreement, shown] : lacking) findings.push_back(finding(*agreement, shown));
  return findings;
}

}  // namespace

Rule agreementTests() {
  Rule rule;
  rule.id = "IMP-TESTS";
  rule.family = "Implementation";
  rule.title = "The ten tests of an agreement that can be carried out";
  rule.help =
      "Does the plan show, for each agreement that has commitments or is substantive or about implementation, what "
      "makes it "
      "possible to carry out: international standards, acceptance, all major issues, detail, a realistic timetable, a "
      "lead "
      "to monitor, clear responsibilities, ways to settle disputes over it and later conflicts, resources? What the "
      "text "
      "itself says is not read, only what is recorded. A constitution without commitments is not asked about. An "
      "agreement that is dated later is not asked about.";
  rule.level = Level::info;
  rule.source = implementationGuidance;
  rule.clears = "The plan shows them.";
  appendCommitmentReads(rule.reads);
  appendScheduleReads(rule.reads);
  appendReads(rule.reads, KindId::commitment,
              {"theme", "indicator", "reference", "due", "responsible", "activity", "verifier"});
  appendReads(rule.reads, KindId::agreement, {"stage", "substage", "issues", "provisions"});
  appendReads(rule.reads, KindId::activity, {"type"});
  appendReads(rule.reads, KindId::issue, {"type", "rights"});
  appendReads(rule.reads, KindId::body, {"type", "functions"});
  appendReads(rule.reads, KindId::fund, {"status", "covers"});
  appendReads(rule.reads, KindId::plan, {"ratifying-bodies"});
  appendReads(rule.reads, KindId::deadline, {"of"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
