#include "checks/rules/places.h"
#include "checks/rules/present.h"
#include "checks/track_links.h"

namespace trackloom::checks::catalogue {
namespace {

// How groups and civil actors take part: only as listeners, only late, all in one way.

/// What one participation tells: whether those who take part only listen or are heard.
Truth onlyHeard(const Item& participation) {
  const std::string_view modality = participation.wordName(key::modality);
  const std::string_view power = participation.wordName(key::decisionPower);
  if (isAnyOf(power, {"decides", "blocks"})) return Truth::no;
  if (isAnyOf(power, {"consulted", "observes", "informed"})) return Truth::yes;
  if (isAnyOf(modality, {"observer-status", "consultation"})) return Truth::yes;
  return modality.empty() ? Truth::cannotTell : Truth::no;
}

/// The parties and those who mediate are not asked: they are not included by others.
bool isAsked(const Item& who) {
  if (who.kind() == KindId::group) return true;
  const std::string_view layer = who.wordName(key::layer);
  return layer != "primary" && layer != "third-party";
}

template <class Take>
void eachAsked(const Study& study, const Parts& parts, Take take) {
  for (const KindId kind : {KindId::group, KindId::actor})
    for (const Item& who : study.all(kind))
      if (!parts.of(who).empty() && isAsked(who)) take(who, parts.of(who));
}

/// What something is handed on from, and has not been turned down.
class Origins {
 public:
  explicit Origins(const Study& study) : study_(study) {
    for (const Item& transfer : study.all(KindId::transfer)) {
      if (study.isRefused(transfer)) continue;
      enter(study.ends(KindId::transfer)[transfer.number()].from);
      enter(study.target(transfer, key::carrier));
    }
    for (const Item& proposal : study.all(KindId::proposal)) enter(study.target(proposal, key::origin));
  }

  bool has(const Item* item) const {
    return item && marks(item->kind()).size() > item->number() && marks(item->kind())[item->number()];
  }

 private:
  void enter(const Item* item) {
    if (!item) return;
    auto& marks = marks_[static_cast<std::size_t>(item->kind())];
    marks.resize(study_.all(item->kind()).size());
    marks[item->number()] = true;
  }
  const std::vector<bool>& marks(KindId kind) const { return marks_[static_cast<std::size_t>(kind)]; }

  const Study& study_;
  std::array<std::vector<bool>, kindCount> marks_;
};

std::vector<Finding> checkSymbolic(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::participation).empty()) return findings;
  const Parts parts(study);
  const Origins origins(study);
  eachAsked(study, parts, [&](const Item& who, std::span<const Part> taken) {
    std::int64_t heard = 0;
    bool unknown = false;
    bool handsOn = origins.has(&who);
    for (const Part& part : taken) {
      const Truth only = onlyHeard(*part.participation);
      if (only == Truth::no) return;
      unknown |= only == Truth::cannotTell;
      heard += only == Truth::yes ? 1 : 0;
      handsOn |= origins.has(part.in);
    }
    if (heard == 0 || handsOn) return;
    Finding finding;
    finding.verdict = unknown ? Verdict::cannotTell : Verdict::problem;
    finding.elements = {who.id()};
    finding.message = {unknown
                           ? tr("Whether “{who}” is more than listened to cannot be told: how it takes part is only "
                                "recorded in places.")
                           : tr("“{who}” takes part only as observer or in consultations, and nothing is handed on "
                                "from it."),
                       {{"who", who.id()}}};
    finding.because.push_back({tr("Parts taken: {all}, as observer or consulted: {heard}."),
                               {{"all", static_cast<std::int64_t>(taken.size())}, {"heard", heard}}});
    finding.because.push_back({tr("No hand-over or proposal starts from it or from where it takes part."), {}});
    finding.clears = {tr("It clears when a hand-over from it is planned, or when it takes part with a say."), {}};
    findings.push_back(std::move(finding));
  });
  return findings;
}

/// Does an activity or body belong to the time after an agreement? Nothing if nothing says so or otherwise.
Truth isLate(const Study& study, const Item* in) {
  if (!in) return Truth::cannotTell;
  if (in->kind() == KindId::body) return Truth::no;
  if (isAnyOf(in->wordName(key::type), {"implementation-step", "monitoring-report", "evaluation"})) return Truth::yes;
  const Item* phase = study.target(KindId::phase, *in, key::phase);
  const std::string_view type = phase ? phase->wordName(key::type) : std::string_view();
  if (type.empty()) return Truth::no;
  return isAnyOf(type, {"implementation", "follow-through"}) ? Truth::yes : Truth::no;
}

std::vector<Finding> checkLate(const Study& study) {
  std::vector<Finding> findings;
  const bool earlier = any(study, KindId::activity, [&](const Item& a) { return isLate(study, &a) == Truth::no; });
  if (!earlier || study.all(KindId::participation).empty()) return findings;
  const Parts parts(study);
  for (const Item& group : study.all(KindId::group)) {
    const auto taken = parts.of(group);
    const bool late = !taken.empty() && std::all_of(taken.begin(), taken.end(), [&](const Part& part) {
      return isLate(study, part.in) == Truth::yes;
    });
    if (!late) continue;
    Finding finding;
    finding.elements = {group.id(), taken.front().in->id()};
    finding.message = {tr("“{group}” first takes part when agreements are carried out, not while they are made."),
                       {{"group", group.id()}}};
    finding.because.push_back({tr("Parts taken: {count}, all of them in the phase of implementation."),
                               {{"count", static_cast<std::int64_t>(taken.size())}}});
    finding.clears = {tr("It clears when it takes part in something before implementation."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> checkMix(const Study& study) {
  constexpr std::int64_t fewest = 3;
  std::int64_t count = 0;
  std::string_view only;
  for (const Item& participation : study.all(KindId::participation)) {
    const std::string_view modality = participation.wordName(key::modality);
    const Item* in = study.target(participation, key::linkIn);
    if (modality.empty() || !tookPart(study, participation)) continue;
    if (in && (isLeftOut(study, *in) || !study.known(*in))) continue;
    if (!only.empty() && modality != only) return {};
    only = modality;
    ++count;
  }
  if (count < fewest) return {};
  Finding finding;
  finding.elements = {root(study).id()};
  finding.message = {tr("Everybody outside the parties is included in one way only: {modality}. Would another help?"),
                     {{"modality", std::vector{wordOf(VocabularyId::inclusionModality, only)}}}};
  finding.because.push_back(
      {tr("Participations with a modality: {count}, all of them this one of seven."), {{"count", count}}});
  finding.clears = {tr("It clears when a second modality is in the plan."), {}};
  return {finding};
}

Rule base(const char* title) {
  Rule rule;
  rule.family = "Inclusion";
  rule.title = title;
  rule.source = "Paffenholz, Broadening Participation: seven modalities of inclusion (Inclusive Peace).";
  return rule;
}

}  // namespace

Rule symbolicInclusion() {
  Rule rule = base("Heard, but without a way to the table");
  rule.id = "INC-SYMBOLIC";
  rule.help =
      "Is there a group or an actor outside the parties that takes part only as observer or in consultations, while "
      "nothing is handed on from it or from where it takes part? Hand-overs that were turned down do not count.";
  rule.clears = "A hand-over from it is planned, or it takes part with a say.";
  appendPartReads(rule.reads);
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::transfer, {"carrier"});
  appendReads(rule.reads, KindId::proposal, {"origin"});
  appendReads(rule.reads, KindId::participation, {"modality", "decision-power"});
  appendReads(rule.reads, KindId::actor, {"layer"});
  rule.check = checkSymbolic;
  return rule;
}

Rule lateInclusion() {
  Rule rule = base("Included only in implementation");
  rule.id = "INC-LATE";
  rule.help =
      "Is there a group that takes part in nothing before implementation, although the plan has earlier activities? "
      "The phase of an activity tells, or its type.";
  rule.clears = "It takes part in something before implementation.";
  appendPartReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"type", "phase"});
  appendReads(rule.reads, KindId::phase, {"type"});
  rule.check = checkLate;
  return rule;
}

Rule singleModality() {
  Rule rule = base("One way of inclusion for all");
  rule.id = "INC-MIX";
  rule.help = "Are at least three participations with a modality in the plan, all with the same one? Seven are known.";
  rule.level = Level::info;
  rule.clears = "A second modality is in the plan.";
  appendProgressReads(rule.reads);
  for (const KindId in : {KindId::activity, KindId::body, KindId::agreement}) appendKnownReads(rule.reads, in);
  appendReads(rule.reads, KindId::participation, {"modality", "status", "in"});
  rule.check = [](const Study& study) {
    auto findings = checkMix(study);
    for (Finding& finding : findings) finding.level = Level::info;
    return findings;
  };
  return rule;
}

}  // namespace trackloom::checks::catalogue
