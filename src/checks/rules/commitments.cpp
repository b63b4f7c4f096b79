#include "checks/rules/commitments.h"

#include "checks/rules/listing.h"

namespace trackloom::checks {

std::optional<std::int64_t> scoreOf(const Study& study, const Item& commitment) {
  const State state = study.state(commitment);
  if (state.unread || state.term > fullScore) return std::nullopt;  // the words of the scale are its numbers
  return state.term;
}

bool inForce(const Study& study, const Item& commitment) {
  const Item* agreement = study.target(KindId::agreement, commitment, key::agreement);
  const Date* date = agreement ? agreement->get(key::date) : nullptr;
  return !date || date->first() <= study.asOf();
}

std::vector<std::vector<const Item*>> commitmentsByAgreement(const Study& study) {
  const std::size_t agreements = study.all(KindId::agreement).size();
  std::vector<std::vector<const Item*>> lists(agreements + 1);
  for (const Item& commitment : study.all(KindId::commitment)) {
    if (!inForce(study, commitment)) continue;
    const Item* agreement = study.target(KindId::agreement, commitment, key::agreement);
    lists[agreement ? agreement->number() : agreements].push_back(&commitment);
  }
  return lists;
}

void appendCommitmentReads(std::vector<Reads>& reads) {
  appendReads(reads, KindId::commitment, {"score", "updated", "agreement"});
  appendReads(reads, KindId::agreement, {"date"});
  appendEventReads(reads);
}

namespace catalogue {
namespace {

/// What a commitment may lack: the sentences for one, for many of one text, and what clears it.
struct Lack {
  const char* one;
  const char* many;
  const char* clears;
};

constexpr Lack noOwner = {tr("Nobody is named who must carry out “{commitment}”."),
                          tr("For {count} commitments of “{text}” nobody is named who must carry them out, among them: "
                             "{some}."),
                          tr("It clears when a responsible actor or body is named.")};
constexpr Lack noDay = {tr("No day is set by which “{commitment}” must be carried out."),
                        tr("For {count} commitments of “{text}” no day is set, among them: {some}."),
                        tr("It clears when a day is set, or a deadline counted from an event.")};
constexpr Lack noVerifier = {tr("Nobody is named who confirms that “{commitment}” is carried out."),
                             tr("For {count} commitments of “{text}” nobody is named who confirms that they are "
                                "carried out, among them: {some}."),
                             tr("It clears when an actor or body is named that confirms it.")};

/// Commitments that are still to be carried out: what is done needs no owner or day any more. Without a score, the
/// activity that carries it out tells.
bool open(const Study& study, const Item& commitment) {
  if (!inForce(study, commitment)) return false;
  if (const auto score = scoreOf(study, commitment)) return score != fullScore;
  const Item* activity = study.target(KindId::activity, commitment, key::activity);
  return !activity || study.progress(*activity) != Progress::finished;
}

Finding about(const Study& study, const Item& commitment, Message message, Message clears) {
  Finding finding;
  finding.elements = {commitment.id()};
  finding.message = std::move(message);
  if (const Item* agreement = study.target(commitment, key::agreement)) {
    finding.elements.push_back(agreement->id());
    finding.because.push_back({tr("It stands in “{agreement}” and is not recorded as carried out in full."),
                               {{"agreement", agreement->id()}}});
  } else {
    finding.because.push_back(
        {tr("It is not recorded as carried out in full; in which text it stands is not recorded either."), {}});
  }
  finding.clears = std::move(clears);
  return finding;
}

Finding cannotTell(const Study& study, const Item& commitment, const char* sentence, const char* clears) {
  Finding finding = about(study, commitment, {sentence, {{"commitment", commitment.id()}}}, {clears, {}});
  finding.verdict = Verdict::cannotTell;
  return finding;
}

/// The commitments of one text that lack the same: each its own finding, or one for all where they are many.
void tell(const Study& study, const Lack& lack, std::span<const Item* const> lacking, std::vector<Finding>& findings) {
  if (lacking.size() <= mostApart) {
    for (const Item* commitment : lacking)
      findings.push_back(about(study, *commitment, {lack.one, {{"commitment", commitment->id()}}}, {lack.clears, {}}));
    return;
  }
  const Item* agreement = study.find(KindId::agreement, lacking.front()->ref(key::agreement));
  std::vector<ElementId> ids;
  for (const Item* commitment : lacking) ids.push_back(commitment->id());
  Finding finding;
  const ElementId& text = agreement ? agreement->id() : study.all(KindId::plan).front().id();
  finding.message = {lack.many,
                     {{"count", static_cast<std::int64_t>(ids.size())}, {"text", text}, {"some", amongThem(ids)}}};
  finding.because.push_back({tr("They are not recorded as carried out in full."), {}});
  finding.clears = {lack.clears, {}};
  finding.elements = {text};
  finding.elements.insert(finding.elements.end(), ids.begin(), ids.end());
  findings.push_back(std::move(finding));
}

/// Asks each open commitment; `ask` adds what cannot be told to the findings and says whether something is lacking.
template <class Ask>
std::vector<Finding> eachOpen(const Study& study, const Lack& lack, Ask ask) {
  std::vector<Finding> findings;
  if (study.all(KindId::commitment).empty()) return findings;
  for (const std::vector<const Item*>& list : commitmentsByAgreement(study)) {
    std::vector<const Item*> lacking;
    for (const Item* commitment : list)
      if (open(study, *commitment) && ask(*commitment, findings)) lacking.push_back(commitment);
    tell(study, lack, lacking, findings);
  }
  return findings;
}

/// Who would be the first to be asked: those who signed the text.
void offerSignatories(const Study& study, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    const ElementId commitment = finding.elements.front();
    const Item* item = study.find(KindId::commitment, commitment);
    const Item* agreement = item ? study.target(KindId::agreement, *item, key::agreement) : nullptr;
    if (!agreement || finding.verdict != Verdict::problem) continue;
    std::vector<ElementId> signatories;
    for (const ElementId& id : agreement->refs(Key<Refs>{"signatories"}))
      if (study.find(KindId::actor, id)) signatories.push_back(id);
    for (const ElementId& actor : amongThem(signatories))
      finding.fixes.push_back({{tr("Name “{actor}” as the one who must carry out “{commitment}”"),
                                {{"actor", actor}, {"commitment", commitment}}},
                               [commitment, actor](const Plan& plan) {
                                 return setField(plan, commitment, key::responsible.number, Value(Refs{actor}));
                               }});
  }
}

std::vector<Finding> checkOwner(const Study& study) {
  std::vector<Finding> all = eachOpen(study, noOwner, [&](const Item& commitment, std::vector<Finding>& findings) {
    if (!commitment.refs(key::responsible).empty()) return false;
    if (!commitment.unread(key::responsible.number)) return true;
    findings.push_back(cannotTell(
        study, commitment, tr("Who must carry out “{commitment}” cannot be told: what stands there cannot be read."),
        noOwner.clears));
    return false;
  });
  offerSignatories(study, all);
  return all;
}

bool anyDayKnown(const Study& study, std::span<const Item* const> deadlines) {
  return std::any_of(deadlines.begin(), deadlines.end(),
                     [&](const Item* deadline) { return study.deadlineDay(*deadline).has_value(); });
}

/// Whether a deadline can be counted from its end: it is still to come, and a day is forecast for it.
bool endIsForecast(const Study& study, const Item& activity) {
  const Times& times = study.times(activity);
  const Task& task = study.network().tasks[activity.number()];
  return task.progress != Progress::finished && finishIsForeseen(task, times);
}

Fix setDeadline(const ElementId& commitment, const ElementId& activity) {
  return {{tr("Set the end of “{activity}” as the deadline of “{commitment}”"),
           {{"activity", activity}, {"commitment", commitment}}},
          [commitment, activity](const Plan& plan) {
            Element deadline(KindId::deadline, derivedId(plan, "deadline " + commitment.str()));
            deadline.set(key::of, commitment).set(key::anchor, activity).set(key::offset, Integer(0));
            deadline.set(key::anchorEnd, Choice{static_cast<std::uint16_t>(AnchorEnd::finish), {}});
            return addElement(plan, std::move(deadline));
          }};
}

/// A day counted from the activity that carries a commitment out, where that is known.
void offerDeadlines(const Study& study, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    const Item* commitment = study.find(KindId::commitment, finding.elements.front());
    if (!commitment || finding.verdict != Verdict::problem) continue;
    const Item* activity = study.target(KindId::activity, *commitment, key::activity);
    if (activity && endIsForecast(study, *activity))
      finding.fixes.push_back(setDeadline(commitment->id(), activity->id()));
  }
}

std::vector<Finding> checkDeadline(const Study& study) {
  std::vector<Finding> all = eachOpen(study, noDay, [&](const Item& commitment, std::vector<Finding>& findings) {
    if (commitment.get(key::due)) return false;
    const auto deadlines = study.deadlinesOf(commitment);
    if (anyDayKnown(study, deadlines)) return false;
    if (commitment.unread(key::due.number)) {
      findings.push_back(cannotTell(
          study, commitment,
          tr("The day by which “{commitment}” must be carried out cannot be told: what stands there is not a date."),
          tr("It clears when a date stands there.")));
      return false;
    }
    if (deadlines.empty()) return true;
    findings.push_back(cannotTell(study, commitment,
                                  tr("The day by which “{commitment}” must be carried out cannot be told: what its "
                                     "deadline counts from has no date."),
                                  tr("It clears when the date is known from which the deadline counts.")));
    return false;
  });
  offerDeadlines(study, all);
  return all;
}

/// Bodies that the plan has for confirming what is carried out.
std::vector<ElementId> verifyingBodies(const Study& study) {
  std::vector<ElementId> bodies;
  for (const Item& body : study.all(KindId::body)) {
    const std::string_view type = body.wordName(key::type);
    if (type == "monitoring-mechanism" || type == "follow-up-committee" ||
        body.hasTerm(key::bodyFunctions, "verification"))
      bodies.push_back(body.id());
  }
  return bodies;
}

std::vector<Finding> checkVerifier(const Study& study) {
  std::vector<Finding> findings =
      eachOpen(study, noVerifier, [&](const Item& commitment, std::vector<Finding>& untold) {
        if (!commitment.ref(key::verifier).empty()) return false;
        if (!commitment.unread(key::verifier.number)) return true;
        untold.push_back(cannotTell(
            study, commitment,
            tr("Who confirms that “{commitment}” is carried out cannot be told: what stands there cannot be read."),
            noVerifier.clears));
        return false;
      });
  if (findings.empty()) return findings;
  const std::vector<ElementId> bodies = verifyingBodies(study);
  for (Finding& finding : findings) {
    const ElementId commitment = finding.elements.front();
    if (finding.verdict != Verdict::problem || !study.find(KindId::commitment, commitment)) continue;
    for (const ElementId& body : amongThem(bodies))
      finding.fixes.push_back(
          {{tr("Name “{body}” as the one who confirms “{commitment}”"), {{"body", body}, {"commitment", commitment}}},
           [commitment, body](const Plan& plan) {
             return setField(plan, commitment, key::verifier.number, Value(body));
           }});
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Implementation";
  rule.source = implementationGuidance;
  appendCommitmentReads(rule.reads);
  appendProgressReads(rule.reads);
  appendReads(rule.reads, KindId::commitment, {"activity"});
  return rule;
}

}  // namespace

Rule commitmentNoOwner() {
  Rule rule = base();
  rule.id = "IMP-NO-OWNER";
  appendReads(rule.reads, KindId::agreement, {"signatories"});
  rule.title = "A commitment without an owner";
  rule.help =
      "Is there a commitment for which nobody is responsible? What is recorded as carried out in full is not asked "
      "about, nor what stands in a text that is dated later.";
  rule.clears = "A responsible actor or body is named.";
  appendReads(rule.reads, KindId::commitment, {"responsible"});
  rule.check = checkOwner;
  return rule;
}

Rule commitmentNoDeadline() {
  Rule rule = base();
  rule.id = "IMP-NO-DEADLINE";
  rule.title = "A commitment without a deadline";
  rule.help =
      "Is there a commitment that has no day, neither fixed nor counted from something with a date? What is recorded "
      "as carried out in full is not asked about, nor what stands in a text that is dated later.";
  rule.clears = "A day is set, or a deadline counted from an event.";
  appendReads(rule.reads, KindId::commitment, {"due"});
  appendScheduleReads(rule.reads);
  appendDeadlineReads(rule.reads);
  rule.check = checkDeadline;
  return rule;
}

Rule commitmentNoVerifier() {
  Rule rule = base();
  rule.id = "IMP-NO-VERIFIER";
  rule.title = "A commitment that nobody confirms";
  rule.help =
      "Is there a commitment for which it is not laid down who confirms that it is carried out? What is recorded as "
      "carried out in full is not asked about, nor what stands in a text that is dated later.";
  rule.clears = "An actor or body is named that confirms it.";
  appendReads(rule.reads, KindId::commitment, {"verifier"});
  appendReads(rule.reads, KindId::body, {"type", "functions"});
  rule.check = checkVerifier;
  return rule;
}

}  // namespace catalogue
}  // namespace trackloom::checks
