#include "checks/funding.h"
#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

bool isPlenary(const Study& study, const Item& body) {
  return body.wordName(key::type) == "plenary" && study.known(body);
}

/// Does the plan have a national dialogue that is known of on the day: a plenary, or a plenary session?
bool hasDialogue(const Study& study) {
  return any(study, KindId::body, [&](const Item& body) { return isPlenary(study, body); }) ||
         any(study, KindId::activity, [&](const Item& activity) {
           return activity.wordName(key::type) == "dialogue-plenary" && !isLeftOut(study, activity) &&
                  study.known(activity);
         });
}

template <class Wanted>
bool anyPlenary(const Study& study, Wanted wanted) {
  return any(study, KindId::body, [&](const Item& body) { return isPlenary(study, body) && wanted(body); });
}

bool hasBody(const Study& study, std::initializer_list<std::string_view> types) {
  return anyWhere(study, KindId::body, key::type, types);
}

bool hasActivity(const Study& study, std::initializer_list<std::string_view> types) {
  return anyWhere(study, KindId::activity, key::type, types);
}

bool isCommunity(const Study& study, const Item* end) {
  if (!end) return false;
  for (const Item* track : study.tracks(*end))
    if (track->is(key::level, TrackLevel::community)) return true;
  return false;
}

/// Not so for a hand-over that was refused, or from or to what was cancelled.
bool leads(const Study& study, const Item& transfer) {
  const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
  return from && to && !isLeftOut(study, *from) && !isLeftOut(study, *to) && !study.isRefused(transfer);
}

bool reachesPublic(const Study& study) {
  if (root(study).has(key::outreach.number) || hasBody(study, {"outreach-unit"})) return true;
  if (hasActivity(study, {"outreach", "public-consultation", "civic-education", "perception-survey"})) return true;
  const auto ends = study.ends(KindId::transfer);
  for (const Item& transfer : study.all(KindId::transfer)) {
    const auto& [from, to] = ends[transfer.number()];
    if (!leads(study, transfer)) continue;
    if (transfer.is(key::direction, TransferDirection::outward) || isCommunity(study, from) || isCommunity(study, to))
      return true;
  }
  return false;
}

/// Is anything handed over between the plenary or its sessions and what is not part of it?
bool isLinked(const Study& study) {
  const auto inside = [&](const Item* item) {
    if (!item) return false;
    if (item->kind() == KindId::body) return item->wordName(key::type) == "plenary";
    if (item->kind() != KindId::activity) return false;
    const Item* body = study.target(KindId::body, *item, key::body);
    return item->wordName(key::type) == "dialogue-plenary" || (body && body->wordName(key::type) == "plenary");
  };
  for (const Item& transfer : study.all(KindId::transfer)) {
    const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
    if (leads(study, transfer) && inside(from) != inside(to)) return true;
  }
  return anyPlenary(study, [](const Item& body) { return !body.refs(key::reportsTo).empty(); });
}

/// A building block of a national dialogue.
struct Block {
  const char* missing;
  const char* looked;
  const char* clears;
  bool (*met)(const Study&);
};

std::vector<Finding> ask(const Study& study, const Block& block) {
  if (!hasDialogue(study) || block.met(study)) return {};
  Finding finding;
  finding.elements = {root(study).id()};
  for (const Item& body : study.all(KindId::body))
    if (isPlenary(study, body) && finding.elements.size() < 4) finding.elements.push_back(body.id());
  finding.message = {block.missing, {}};
  finding.because.push_back({block.looked, {}});
  finding.clears = {block.clears, {}};
  return {finding};
}

constexpr Block prepared{
    tr("The national dialogue has no preparatory committee and no preparatory meeting in the plan."),
    tr("Looked for: a body of the type preparatory committee; preparatory meetings, exploratory contacts, talks about "
       "talks."),
    tr("It clears when the preparation is in the plan."), [](const Study& s) {
      return hasBody(s, {"preparatory-committee"}) ||
             hasActivity(s, {"preparatory-meeting", "exploratory-contact", "talks-about-talks"}) ||
             anyWhere(s, KindId::phase, key::type, {"preparation"});
    }};
constexpr Block decides{tr("Nothing says how the national dialogue decides."),
                        tr("Neither the plan nor its plenary has a decision rule."),
                        tr("It clears when the decision rule is recorded."), [](const Study& s) {
                          return root(s).has(key::decisionRule.number) ||
                                 anyPlenary(s, [](const Item& b) { return b.has(key::decisionRule.number); });
                        }};
constexpr Block resolves{tr("Nothing says what the national dialogue does when it cannot agree."),
                         tr("No plenary has steps for that, and there is no consensus or coordination committee."),
                         tr("It clears when the steps for a deadlock are recorded, or a committee for it."),
                         [](const Study& s) {
                           return hasBody(s, {"consensus-committee", "coordination-committee"}) ||
                                  anyPlenary(s, [](const Item& b) { return b.has("deadlock-ladder"); });
                         }};
constexpr Block ratified{
    tr("Nothing says who must approve what the national dialogue agrees, or that it only advises."),
    tr("The plan names no ratifying body and no standing of the outcome."),
    tr("It clears when the ratifying body or the standing of the outcome is recorded."), [](const Study& s) {
      return root(s).has("ratifying-bodies") || root(s).has(key::outcomeStatus.number) ||
             hasActivity(s, {"ratification", "referendum"});
    }};
constexpr Block implemented{
    tr("Nothing in the plan follows on the national dialogue to carry out what it agrees."),
    tr("Looked for: a phase of implementation, a follow-up committee, commitments, steps of implementation. Of 17 "
       "dialogues studied most reached an agreement, and about half carried it out."),
    tr("It clears when a phase, a body, a commitment or a step of implementation is in the plan."), [](const Study& s) {
      return anyWhere(s, KindId::phase, key::type, {"implementation", "follow-through"}) ||
             hasBody(s, {"follow-up-committee"}) || !s.all(KindId::commitment).empty() ||
             hasActivity(s, {"implementation-step", "legislation", "constitution-drafting", "election"});
    }};
constexpr Block heard{tr("The national dialogue has no link with the public in either direction."),
                      tr("Looked for: outreach, public consultations, surveys, an outreach unit, hand-overs to or from "
                         "the public or a community track."),
                      tr("It clears when a way out to the public or in from it is planned."), reachesPublic};
constexpr Block paid{tr("No funds are recorded for the national dialogue."), tr("The plan has no fund at all."),
                     tr("It clears when a fund is recorded, be it only pledged."), [](const Study& s) {
                       return any(s, KindId::fund, [&](const Item& f) { return isPromised(s, f); });
                     }};
constexpr Block linked{
    tr("The national dialogue hands nothing to any other track or institution, and receives nothing."),
    tr("No hand-over has the plenary or one of its sessions at one end, and the plenary reports to nobody."),
    tr("It clears when a hand-over to or from it is planned."), isLinked};

/// Does one actor hold all three: it convenes, it chooses or chairs, and it has the last word?
std::vector<Finding> checkOneHand(const Study& study) {
  std::vector<Finding> findings;
  for (const ElementId& id : root(study).refs(key::conveners)) {
    const Item* convener = study.find(KindId::actor, id);
    if (!convener) continue;
    for (const Item& body : study.all(KindId::body)) {
      if (!isPlenary(study, body)) continue;
      const auto holds = [&](std::span<const ElementId> ids) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
      };
      const bool selects = body.wordName(Key<Choice>{"selection"}) == "appointment";
      const bool chairs = holds(body.refs(key::chair));
      const bool arbiter = body.wordName(key::decisionRule) == "convener-decides" ||
                           root(study).wordName(key::decisionRule) == "convener-decides" ||
                           body.hasTerm(Key<Texts>{"deadlock-ladder"}, "convener") ||
                           holds(root(study).refs(Key<Refs>{"ratifying-bodies"}));
      if ((!selects && !chairs) || !arbiter) continue;
      Finding finding;
      finding.elements = {body.id(), id};
      finding.message = {
          tr("One institution convenes “{body}”, has a hand in who sits or chairs there, and has the last "
             "word: {actor}."),
          {{"body", body.id()}, {"actor", id}}};
      if (selects) finding.because.push_back({tr("Its members are appointed by the convener."), {}});
      if (chairs) finding.because.push_back({tr("The convener chairs it."), {}});
      finding.because.push_back(
          {tr("The last word: the convener decides, is the last step of a deadlock, or approves."), {}});
      finding.clears = {tr("It clears when selection, chair or last word lie with somebody else too."), {}};
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

Rule base(const char* title, const char* help, const char* clears) {
  Rule rule;
  rule.family = "National dialogue";
  rule.title = title;
  rule.help = help;
  rule.level = Level::warning;
  rule.source = "National Dialogue Handbook (Berghof Foundation and swisspeace, 2017).";
  rule.clears = clears;
  appendProgressReads(rule.reads);
  for (const KindId kind : {KindId::body, KindId::activity}) {
    appendKnownReads(rule.reads, kind);
    appendReads(rule.reads, kind, {"type"});
  }
  return rule;
}

}  // namespace

Rule dialoguePreparation() {
  Rule rule = base("A dialogue without preparation",
                   "Does a national dialogue have a preparatory committee, preparatory meetings or a phase of "
                   "preparation? Asked once the plan has a plenary or a plenary session.",
                   "The preparation is in the plan.");
  rule.id = "ND-NO-PREPCOM";
  appendReads(rule.reads, KindId::phase, {"type"});
  rule.check = [](const Study& s) { return ask(s, prepared); };
  return rule;
}

Rule dialogueDecisionRule() {
  Rule rule = base("A dialogue without a decision rule",
                   "Is it recorded how the national dialogue decides: for the plan as a whole or for its plenary?",
                   "The decision rule is recorded.");
  rule.id = "ND-NO-DECISION-RULE";
  rule.source =
      "Inclusive Peace, What Makes or Breaks National Dialogues (2017): selection and decision rules decide "
      "how legitimate a dialogue is felt to be; National Dialogue Handbook (2017).";
  appendReads(rule.reads, KindId::plan, {"decision-rule"});
  appendReads(rule.reads, KindId::body, {"decision-rule"});
  rule.check = [](const Study& s) { return ask(s, decides); };
  return rule;
}

Rule dialogueDeadlockRule() {
  Rule rule = base("A dialogue without a way out of deadlock",
                   "Is it recorded what happens when the national dialogue cannot agree: steps of the plenary, a "
                   "consensus committee or a coordination committee?",
                   "The steps for a deadlock are recorded, or a committee for it.");
  rule.id = "ND-NO-DEADLOCK-RULE";
  appendReads(rule.reads, KindId::body, {"deadlock-ladder"});
  rule.check = [](const Study& s) { return ask(s, resolves); };
  return rule;
}

Rule dialogueRatifier() {
  Rule rule = base("A dialogue whose outcome nobody approves",
                   "Is it recorded who approves the outcome of the national dialogue, or whether it binds or advises?",
                   "The ratifying body or the standing of the outcome is recorded.");
  rule.id = "ND-NO-RATIFIER";
  rule.source = "Papagianni (2021) on the independence of national dialogues; National Dialogue Handbook (2017).";
  appendReads(rule.reads, KindId::plan, {"ratifying-bodies", "outcome-status"});
  rule.check = [](const Study& s) { return ask(s, ratified); };
  return rule;
}

Rule dialogueImplementation() {
  Rule rule = base("A dialogue that nothing follows",
                   "Is there anything in the plan that carries out what the national dialogue agrees: a phase, a "
                   "follow-up committee, commitments, steps?",
                   "A phase, a body, a commitment or a step of implementation is in the plan.");
  rule.id = "ND-NO-IMPLEMENTATION";
  rule.source = "Inclusive Peace, What Makes or Breaks National Dialogues (2017).";
  appendReads(rule.reads, KindId::phase, {"type"});
  rule.check = [](const Study& s) { return ask(s, implemented); };
  return rule;
}

Rule dialogueOutreach() {
  Rule rule = base("A dialogue the public cannot reach",
                   "Does the national dialogue hear the public or tell it anything: outreach, consultations, surveys, "
                   "hand-overs to or from communities?",
                   "A way out to the public or in from it is planned.");
  rule.id = "ND-NO-OUTREACH";
  appendReads(rule.reads, KindId::plan, {"outreach"});
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::transfer, {"direction"});
  appendReads(rule.reads, KindId::activity, {"tracks"});
  appendReads(rule.reads, KindId::body, {"tracks"});
  appendReads(rule.reads, KindId::track, {"level"});
  rule.check = [](const Study& s) { return ask(s, heard); };
  return rule;
}

Rule dialogueFund() {
  Rule rule = base("A dialogue without recorded funds", "Is any fund recorded for the national dialogue?",
                   "A fund is recorded, be it only pledged.");
  rule.id = "ND-NO-FUND";
  appendReads(rule.reads, KindId::fund, {"status"});
  rule.level = Level::info;
  rule.check = [](const Study& s) {
    auto findings = ask(s, paid);
    for (Finding& finding : findings) {
      finding.level = Level::info;
      if (!s.all(KindId::fund).empty())
        finding.because = {{tr("All funds of the plan are only asked for, refused or withdrawn."), {}}};
    }
    return findings;
  };
  return rule;
}

Rule dialogueIsolated() {
  Rule rule = base("A dialogue that stands alone",
                   "Is anything handed over between the national dialogue and other tracks or institutions?",
                   "A hand-over to or from it is planned.");
  rule.id = "ND-ISOLATED";
  rule.source =
      "Harlander, Supporting a National Dialogue (HD, 2016): link the dialogue to parallel tracks and existing "
      "institutions.";
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"body"});
  appendReads(rule.reads, KindId::body, {"reports-to"});
  rule.check = [](const Study& s) { return ask(s, linked); };
  return rule;
}

Rule dialogueOneHand() {
  Rule rule = base("One institution convenes, selects and decides",
                   "Does one and the same actor convene the dialogue, choose or chair its members, and have the last "
                   "word? All three must be recorded.",
                   "Selection, chair or last word lie with somebody else too.");
  rule.id = "ND-ONE-HAND";
  rule.source =
      "Peace Appeal Foundation, background paper on national dialogues (2017); National Dialogue Handbook (2017).";
  appendReads(rule.reads, KindId::plan, {"conveners", "decision-rule", "ratifying-bodies"});
  appendReads(rule.reads, KindId::body, {"selection", "chair", "decision-rule", "deadlock-ladder"});
  std::erase_if(rule.reads, [](const Reads& read) { return read.kind != KindId::plan && read.kind != KindId::body; });
  rule.check = checkOneHand;
  return rule;
}

}  // namespace trackloom::checks::catalogue
