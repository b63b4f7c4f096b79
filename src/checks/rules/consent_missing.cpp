#include "checks/rules/places.h"
#include "checks/rules/present.h"

#include <map>

namespace trackloom::checks::catalogue {
namespace {

/// What is recorded of an actor's consent up to the day, to something or to the process as a whole.
class Consents {
 public:
  explicit Consents(const Study& study) : study_(study), of_(study.all(KindId::actor).size()) {
    for (const Item& consent : study.all(KindId::consent))
      if (const Item* actor = study.target(KindId::actor, consent, key::actor))
        of_[actor->number()].push_back(&consent);
  }

  /// The latest one that counts for the activity; null if there is none.
  const Item* latest(const Item& actor, const Item& activity) const {
    const Item* found = nullptr;
    for (const Item* consent : of_[actor.number()]) {
      const ElementId to = consent->ref(Key<Ref>{"to"});
      if (!to.empty() && to != activity.id() && to != activity.ref(key::body)) continue;
      const Date* since = consent->get(key::since);
      if (since && since->first() > study_.asOf()) continue;
      const Date* before = found ? found->get(key::since) : nullptr;
      if (!found || (since && (!before || before->first() <= since->first()))) found = consent;
    }
    return found;
  }

 private:
  const Study& study_;
  std::vector<std::vector<const Item*>> of_;
};

/// The first activity on an official track that an actor has a part in and that starts within so many days.
struct Next {
  const Item* activity = nullptr;
  std::int64_t start = 0;
};

Next nextOf(const Study& study, std::span<const Part> parts, std::int64_t days) {
  Next next;
  for (const Part& part : parts) {
    if (!part.in || part.in->kind() != KindId::activity || study.progress(*part.in) != Progress::notStarted) continue;
    const auto tracks = study.tracks(*part.in);
    if (tracks.empty() || !tracks.front()->is(key::level, TrackLevel::official)) continue;
    const Times& times = study.times(*part.in);
    if (times.open || times.es > study.asOf().number + days) continue;
    if (!next.activity || times.es < next.start) next = {part.in, times.es};
  }
  return next;
}

Finding tell(const Study& study, const Item& actor, const Next& next, const Item* consent) {
  Finding finding;
  finding.verdict = consent ? Verdict::problem : Verdict::cannotTell;
  finding.elements = {actor.id(), next.activity->id()};
  const std::vector<Message::Place> places{{"actor", actor.id()}, {"activity", next.activity->id()}};
  if (!consent) {
    finding.message = {tr("Whether “{actor}” consents to “{activity}” is not recorded."), places};
  } else {
    finding.elements.push_back(consent->id());
    const bool withdrawn = consent->wordName(key::state) == "withdrawn";
    finding.message = {withdrawn
                           ? tr("“{actor}” has a part in “{activity}”, and its consent is recorded as withdrawn.")
                           : tr("“{actor}” has a part in “{activity}”, and no consent of it is recorded as given."),
                       places};
  }
  finding.because.push_back({tr("It can start on {day}, {days} {days|day|days} from now."),
                             {{"day", firstDay(next.start)}, {"days", next.start - study.asOf().number}}});
  finding.clears = {tr("It clears when consent is recorded, be it conditional, or when the activity moves."), {}};
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const bool parties = anyWhere(study, KindId::actor, key::layer, {"primary"});
  if (!parties || study.all(KindId::participation).empty()) return findings;
  const auto days = static_cast<std::int64_t>(study.threshold("CONSENT-MISSING", "days"));
  const Parts parts(study);
  const Consents consents(study);
  for (const Item& actor : study.all(KindId::actor)) {
    if (actor.wordName(key::layer) != "primary" || parts.of(actor).empty()) continue;
    const Next next = nextOf(study, parts.of(actor), days);
    if (!next.activity) continue;
    const Item* consent = consents.latest(actor, *next.activity);
    const std::string_view state = consent ? consent->wordName(key::state) : std::string_view();
    if (isAnyOf(state, {"tacit", "conditional", "given"})) continue;
    findings.push_back(tell(study, actor, next, state.empty() ? nullptr : consent));
  }
  return findings;
}

}  // namespace

Rule consentMissing() {
  Rule rule;
  rule.id = "CONSENT-MISSING";
  rule.family = "Consent";
  rule.title = "A round is near and consent is not there";
  rule.help =
      "Has a party to the conflict (layer primary) a part in an activity on an official track that can start within a "
      "number of days, while its consent to it, to its body or to the process is recorded as none or withdrawn? Where "
      "nothing is recorded it cannot be told.";
  rule.source = "UN Guidance for Effective Mediation (2012), consent: it may be withdrawn later.";
  rule.clears = "Consent is recorded, be it conditional, or the activity moves.";
  rule.thresholds = {{"days", 30, "days before an activity from which its parties' consent is asked for"}};
  appendScheduleReads(rule.reads);
  appendPartReads(rule.reads);
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"tracks", "body"});
  appendReads(rule.reads, KindId::track, {"level"});
  appendReads(rule.reads, KindId::actor, {"layer"});
  appendReads(rule.reads, KindId::consent, {"actor", "to", "state", "since"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
