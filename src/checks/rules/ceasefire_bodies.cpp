#include "checks/ceasefires.h"
#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

// Who watches over a ceasefire, settles disputes about it and keeps the sides in touch.

/// Is a provision in the text or activity? Where no provisions are recorded at all nobody can tell.
Truth provides(const Ceasefire& ceasefire, std::initializer_list<std::string_view> provisions) {
  bool recorded = false;
  for (const Item* item : {ceasefire.item, ceasefire.activity}) {
    if (!item) continue;
    recorded |= item->has(key::provisions.number);
    for (const std::string_view provision : provisions)
      if (item->hasTerm(key::provisions, provision)) return Truth::yes;
  }
  return recorded ? Truth::no : Truth::cannotTell;
}

/// Is there a body of one of the types or functions that has not ended?
bool anyBody(const Study& study, std::initializer_list<std::string_view> types,
             std::initializer_list<std::string_view> functions) {
  return any(study, KindId::body, [&](const Item& body) {
    const bool wanted = isAnyOf(body.wordName(key::type), types) ||
                        std::any_of(functions.begin(), functions.end(), [&](std::string_view function) {
                          return body.hasTerm(key::bodyFunctions, function);
                        });
    return wanted && !hasEnded(study, body);
  });
}

/// Is there a body that monitors or verifies and has not ended?
bool anyMonitors(const Study& study) {
  return any(study, KindId::body, [&](const Item& body) { return monitors(body) && !hasEnded(study, body); });
}

Finding about(const Ceasefire& ceasefire, const char* pattern) {
  Finding finding;
  finding.elements = {ceasefire.item->id()};
  finding.message = {pattern, {{"ceasefire", ceasefire.item->id()}}};
  return finding;
}

/// A body that a ceasefire lacks: what a fix is called, its name, its type.
struct Lacking {
  const char* label;
  const char* title;
  std::string_view type;
};

constexpr Lacking monitoring{tr("Add a monitoring body for “{ceasefire}”."), tr("Monitoring of {ceasefire}"),
                             "monitoring-mechanism"};

Fix addBody(const Lacking& lacking, const ElementId& id) {
  const auto edit = [lacking, id](const Plan& plan) {
    Element body(KindId::body, derivedId(plan, std::string(lacking.type) + '\n' + id.str()));
    body.set(key::title, plainText({lacking.title, {{"ceasefire", id}}}, &plan));
    body.set(key::type.number, parseValue(*body.definition().find(key::type.number), lacking.type));
    return addElement(plan, std::move(body));
  };
  return {{lacking.label, {{"ceasefire", id}}}, edit};
}

std::vector<Finding> checkMonitored(const Study& study) {
  std::vector<Finding> findings;
  const auto all = study.ceasefires();
  if (all.empty() || anyMonitors(study) ||
      anyWhere(study, KindId::activity, key::type, {"community-monitoring", "monitoring-report"}))
    return findings;
  for (const Ceasefire& ceasefire : all) {
    if (ceasefire.isBrief() || isOver(study, ceasefire)) continue;
    const bool named = provides(ceasefire, {"monitoring", "verification", "joint-mechanism"}) == Truth::yes;
    Finding finding =
        about(ceasefire, named ? tr("The text of “{ceasefire}” names monitoring, but no body in the plan does it.")
                               : tr("Nothing in the plan monitors or verifies “{ceasefire}”."));
    finding.because.push_back(
        {tr("Looked for: bodies that monitor or verify, community monitoring, monitoring reports."), {}});
    finding.because.push_back(
        {tr("For comparison: of 357 ceasefire texts 39 in 100 name a mechanism that enforces them."), {}});
    finding.clears = {tr("It clears when a body that monitors or verifies is in the plan."), {}};
    finding.fixes.push_back(addBody(monitoring, ceasefire.item->id()));
    findings.push_back(std::move(finding));
  }
  return findings;
}

/// The first day on which monitoring that has not ended is or should be there; nothing if no day is recorded.
std::optional<Day> monitoringFrom(const Study& study) {
  std::optional<Day> first;
  for (const Item& body : study.all(KindId::body)) {
    if (!monitors(body) || hasEnded(study, body)) continue;
    const Date* start = body.get(key::start);
    if (!start || start->first() > study.asOf()) start = body.get(key::plannedStart);
    if (start && (!first || start->first() < *first)) first = start->first();
  }
  return first;
}

Finding dayUnknown(const Ceasefire& ceasefire) {
  Finding finding = about(ceasefire, tr("Whether monitoring begins with “{ceasefire}” cannot be told: on which day it "
                                        "begins itself is not known."));
  finding.verdict = Verdict::cannotTell;
  finding.because.push_back({tr("Neither a day of its text nor a forecast is there."), {}});
  finding.clears = {tr("It clears when the day is recorded or planned."), {}};
  return finding;
}

std::vector<Finding> checkLate(const Study& study) {
  std::vector<Finding> findings;
  if (!anyMonitors(study)) return findings;  // CF-NO-MV tells it
  const auto from = monitoringFrom(study);
  const auto most = static_cast<std::int64_t>(study.threshold("CF-MV-LATE", "days"));
  for (const Ceasefire& ceasefire : study.ceasefires()) {
    if (ceasefire.isBrief() || isOver(study, ceasefire)) continue;
    if (!ceasefire.day) {
      findings.push_back(dayUnknown(ceasefire));
      continue;
    }
    if (from && *from - *ceasefire.day <= most) continue;
    Finding finding =
        about(ceasefire, from ? tr("Monitoring of “{ceasefire}” begins after it does.")
                              : tr("Whether monitoring begins with “{ceasefire}” cannot be told: no day of "
                                   "it is recorded or planned."));
    finding.because.push_back(
        {tr("“{ceasefire}”: from {day}."), {{"ceasefire", ceasefire.item->id()}, {"day", *ceasefire.day}}});
    if (from)
      finding.because.push_back({tr("Monitoring: from {day}, {days} {days|day|days} later."),
                                 {{"day", *from}, {"days", *from - *ceasefire.day}}});
    else
      finding.verdict = Verdict::cannotTell;
    finding.clears = {tr("It clears when monitoring is planned to begin with it, or its start is recorded."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

/// What a ceasefire should have a channel for, and where to look for it.
struct Channel {
  std::initializer_list<std::string_view> types;
  std::initializer_list<std::string_view> functions;
  std::initializer_list<std::string_view> provisions;
  const char* missing;
  const char* unknown;
  const char* clears;
  Lacking body;
};

std::vector<Finding> checkChannel(const Study& study, const Channel& channel) {
  std::vector<Finding> findings;
  const auto all = study.ceasefires();
  if (all.empty() || anyBody(study, channel.types, channel.functions)) return findings;
  for (const Ceasefire& ceasefire : all) {
    if (ceasefire.isBrief() || isOver(study, ceasefire)) continue;
    const Truth provided = provides(ceasefire, channel.provisions);
    if (provided == Truth::yes) continue;
    Finding finding = about(ceasefire, provided == Truth::no ? channel.missing : channel.unknown);
    if (provided == Truth::cannotTell) finding.verdict = Verdict::cannotTell;
    finding.because.push_back({provided == Truth::no
                                   ? tr("Neither its recorded provisions nor a body of the plan has it.")
                                   : tr("Its provisions are not recorded, and no body of the plan has it."),
                               {}});
    finding.clears = {channel.clears, {}};
    finding.fixes.push_back(addBody(channel.body, ceasefire.item->id()));
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> checkDispute(const Study& study) {
  return checkChannel(study, {{"dispute-resolution-panel", "joint-military-committee"},
                              {"dispute-resolution", "interpretation"},
                              {"dispute-resolution", "violations", "joint-mechanism"},
                              tr("“{ceasefire}” has no channel to settle disputes about it."),
                              tr("Whether “{ceasefire}” has a channel to settle disputes cannot be told."),
                              tr("It clears when such a body or provision is recorded."),
                              {tr("Add a panel that settles disputes about “{ceasefire}”."),
                               tr("Disputes about {ceasefire}"), "dispute-resolution-panel"}});
}

std::vector<Finding> checkLiaison(const Study& study) {
  return checkChannel(
      study, {{"liaison-office", "joint-military-committee"},
              {"liaison"},
              {"liaison", "joint-mechanism"},
              tr("“{ceasefire}” has no liaison that keeps the sides in touch day by day."),
              tr("Whether “{ceasefire}” has a liaison between the sides cannot be told."),
              tr("It clears when a liaison, hotline or such a provision is recorded."),
              {tr("Add a liaison office for “{ceasefire}”."), tr("Liaison for {ceasefire}"), "liaison-office"}});
}

Rule base() {
  Rule rule;
  rule.family = "Ceasefires";
  rule.source = "UN Guidance on Mediation of Ceasefires (2022).";
  appendScheduleReads(rule.reads);
  appendCeasefireReads(rule.reads);
  appendMonitorReads(rule.reads);
  appendReads(rule.reads, KindId::body, {"finish"});
  return rule;
}

}  // namespace

Rule ceasefireMonitored() {
  Rule rule = base();
  rule.id = "CF-NO-MV";
  rule.title = "A ceasefire that nobody monitors";
  rule.help =
      "Is there a ceasefire, and nothing in the plan that monitors or verifies it: no body for it, no community "
      "monitoring, no monitoring reports? One side's own declarations, pauses and truces are not asked about.";
  rule.source = "UN Guidance on Mediation of Ceasefires (2022); PA-X Peace Agreements Database for comparison.";
  rule.clears = "A body that monitors or verifies is in the plan.";
  appendReads(rule.reads, KindId::activity, {"provisions"});
  appendReads(rule.reads, KindId::agreement, {"provisions"});
  rule.check = checkMonitored;
  return rule;
}

Rule monitoringLate() {
  Rule rule = base();
  rule.id = "CF-MV-LATE";
  rule.title = "Monitoring that begins after the ceasefire";
  rule.help =
      "Does the first monitoring or verification body take up work more than a number of days after a ceasefire "
      "begins, "
      "by its recorded or planned start? Without one it cannot be told.";
  rule.clears = "Monitoring is planned to begin with it, or its start is recorded.";
  rule.thresholds = {{"days", 0, "days by which monitoring may begin after the ceasefire"}};
  rule.waits = true;
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::body, {"start", "planned-start"});
  rule.check = checkLate;
  return rule;
}

Rule ceasefireDisputes() {
  Rule rule = base();
  rule.id = "CF-NO-DISPUTE";
  rule.title = "A ceasefire without a channel for disputes";
  rule.help =
      "Does a ceasefire lack a channel to settle disputes: a panel or joint committee, a body with that function, a "
      "provision of the text? Where its provisions are not recorded it cannot be told. Declarations of one side, "
      "pauses "
      "and truces are not asked about.";
  rule.clears = "Such a body or provision is recorded.";
  appendReads(rule.reads, KindId::activity, {"provisions"});
  appendReads(rule.reads, KindId::agreement, {"provisions"});
  rule.check = checkDispute;
  return rule;
}

Rule ceasefireLiaison() {
  Rule rule = base();
  rule.id = "CF-NO-LIAISON";
  rule.title = "A ceasefire without liaison";
  rule.help =
      "Does a ceasefire lack what keeps the sides in touch from day to day: a liaison office, a joint committee, a "
      "body "
      "with that function, a provision? Where its provisions are not recorded it cannot be told.";
  rule.clears = "A liaison, hotline or such a provision is recorded.";
  appendReads(rule.reads, KindId::activity, {"provisions"});
  appendReads(rule.reads, KindId::agreement, {"provisions"});
  rule.check = checkLiaison;
  return rule;
}

}  // namespace trackloom::checks::catalogue
