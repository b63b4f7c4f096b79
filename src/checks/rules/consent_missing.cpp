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
    std::optional<Day> before;
    for (const Item* consent : of_[actor.number()]) {
      const ElementId to = consent->ref(Key<Ref>{"to"});
      if (!to.empty() && to != activity.id() && to != activity.ref(key::body)) continue;
      const std::optional<Day> day = dayOf(*consent);
      if (day && *day > study_.asOf()) continue;
      if (found && (!day || (before && *day < *before))) continue;
      found = consent;
      before = day;
    }
    return found;
  }

  /// Its word on the day, as it is or as an event set it; empty where none is recorded or it does not read.
  std::string_view word(const Item& consent) const {
    const State state = study_.state(consent);
    const auto terms = vocabulary(VocabularyId::consentState).terms;
    return state.term < terms.size() ? terms[state.term].name : std::string_view();
  }

 private:
  std::optional<Day> dayOf(const Item& consent) const {
    const State state = study_.state(consent);
    if (state.basis == State::Basis::event) return state.since;
    const Date* since = consent.get(key::since);
    return since ? std::optional<Day>(since->first()) : std::nullopt;
  }

  const Study& study_;
  std::vector<std::vector<const Item*>> of_;
};

/// The activities on an official track that an actor has a part in and that are under way or start within so many days,
/// the first to start first.
std::vector<const Item*> nearOf(const Study& study, std::span<const Part> parts, std::int64_t days) {
  std::vector<const Item*> near;
  for (const Part& part : parts) {
    if (!part.in || part.in->kind() != KindId::activity) continue;
    const Progress progress = study.progress(*part.in);
    if (progress != Progress::notStarted && progress != Progress::ongoing) continue;
    const auto tracks = study.tracks(*part.in);
    if (tracks.empty() || !tracks.front()->is(key::level, TrackLevel::official)) continue;
    const Times& times = study.times(*part.in);
    if (!times.open && times.es <= study.asOf().number + days) near.push_back(part.in);
  }
  std::stable_sort(near.begin(), near.end(),
                   [&](const Item* a, const Item* b) { return study.times(*a).es < study.times(*b).es; });
  return near;
}

Finding tell(const Study& study, const Consents& consents, const Item& actor, const Item& activity) {
  const Item* consent = consents.latest(actor, activity);
  if (consent && consents.word(*consent).empty()) consent = nullptr;
  Finding finding;
  finding.verdict = consent ? Verdict::problem : Verdict::cannotTell;
  finding.elements = {actor.id(), activity.id()};
  const std::vector<Message::Place> places{{"actor", actor.id()}, {"activity", activity.id()}};
  if (!consent) {
    finding.message = {tr("Whether “{actor}” consents to “{activity}” is not recorded."), places};
  } else {
    finding.elements.push_back(consent->id());
    const bool withdrawn = consents.word(*consent) == "withdrawn";
    finding.message = {withdrawn
                           ? tr("“{actor}” has a part in “{activity}”, and its consent is recorded as withdrawn.")
                           : tr("“{actor}” has a part in “{activity}”, and no consent of it is recorded as given."),
                       places};
  }
  const std::int64_t start = study.times(activity).es;
  finding.because.push_back(study.progress(activity) == Progress::ongoing
                                ? Message{tr("It is under way."), {}}
                                : Message{tr("It can start on {day}, {days} {days|day|days} from now."),
                                          {{"day", firstDay(start)}, {"days", start - study.asOf().number}}});
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
    std::vector<const Item*> told;  // a consent is told once, with the first activity it is missing for
    for (const Item* activity : nearOf(study, parts.of(actor), days)) {
      const Item* consent = consents.latest(actor, *activity);
      const std::string_view word = consent ? consents.word(*consent) : std::string_view();
      if (isAnyOf(word, {"tacit", "conditional", "given"})) continue;
      if (word.empty()) {
        if (study.progress(*activity) == Progress::ongoing) continue;  // they are there
        consent = nullptr;
      }
      if (std::find(told.begin(), told.end(), consent) != told.end()) continue;
      told.push_back(consent);
      findings.push_back(tell(study, consents, actor, *activity));
    }
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
      "Has a party to the conflict (layer primary) a part in an activity on an official track that is under way or can "
      "start within a number of days, while its consent to it, to its body or to the process is recorded as none or "
      "withdrawn, by an event too? Where nothing is recorded of what is still to start it cannot be told.";
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
