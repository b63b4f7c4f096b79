#include "plan/kinds/builders.h"

// Who there is: actors, what somebody thinks of them, what they consent to, groups, bodies and their seats.

namespace trackloom::declare {

using enum KindId;
using V = VocabularyId;

namespace {

Kind actorKind() {
  return {actor, "actor", "actors", "Actor", "Actors", "A person, organisation, party, state or institution with a part in the process or a stake in it.", team, {
      name("name", "Name", "What they are called. Use an office or organisation where that is enough."),
      texts("aliases", "Other names", "Other names and spellings, so that a redacted copy can find them.").redactedAs(Redaction::name),
      choice("type", "Type", "What kind of actor this is.", V::actorType).recommended(),
      choice("level", "Level of society", "Top, middle or grassroots.", V::actorLevel),
      choice("layer", "Layer in the conflict", "Primary, secondary, shadow or third party.", V::actorLayer).recommended(),
      text("side", "Side or constituency", "Whose side they are on or for whom they speak, in your own words.").redactedAs(Redaction::name),
      refs("member-of", "Member of", "Umbrellas, delegations or organisations they belong to.", {actor}),
      refs("groups", "Groups", "Groups of society they come from or speak for.", {group}),
      choice("insider-type", "Insider mediator", "If they mediate from inside the society: as an individual, a group or an institution.", V::insiderType),
      terms("legitimacy", "Source of legitimacy", "What gives an insider mediator standing.", V::legitimacySource),
      terms("functions", "Parliamentary functions", "What a parliament can contribute.", V::parliamentaryFunction),
      terms("expertise", "Expertise", "What they can advise on.", V::expertise),
      terms("skills", "Soft skills", "What they are good at with people.", V::softSkill),
      texts("speaks", "Speaks", "Languages as two-letter codes."),
      text("availability", "Availability", "When and where they can be asked."),
      choice("contact-limits", "Limits on contact", "Law or sanctions that limit contact with them.", V::contactLimit),
      flag("code-name-only", "Code name only", "The name above is a code name; the real one must never be written here."),
      flag("us", "This is us", "Marks your own organisation on the map.")}};
}

Kind assessmentKind() {
  return {assessment, "assessment", "assessments", "Assessment", "Assessments", "Somebody's view of an actor at a time: never a property of the actor.", core, {
      ref("actor", "Actor", "Who is assessed.", {actor}).required(),
      ref("viewpoint", "Viewpoint", "Whose view this is.", {viewpoint}),
      ref("issue", "On issue", "The issue it is about.", {issue}),
      integer("influence", "Influence", "From 1, little, to 5, decisive.").range(1, 5),
      choice("stance", "Stance to the process", "Where they stand towards the process.", V::stance),
      prose("position", "Position", "What they say they want."),
      prose("interests", "Interests", "Why they want it."),
      prose("needs", "Needs", "What they cannot do without."),
      prose("fears", "Fears", "What they are afraid of."),
      text("basis", "Basis", "What the view rests on."),
      date("date", "Date", "When it was held.")}};
}

Kind consentKind() {
  return {consent, "consent", "consents", "Consent", "Consents", "Whether a party agrees to the process, a mediator, a body or a text.", team, {
      ref("actor", "Who", "Whose consent.", {actor}).required(),
      ref("to", "To what", "What they consent to; the process as a whole if empty.", {activity, body, actor, agreement, option}),
      choice("what", "Kind", "What the consent is about.", V::consentSubject),
      choice("state", "State", "None, tacit, conditional, given or withdrawn.", V::consentState).recommended(),
      date("since", "Since", "From when it holds.")}};
}

Kind groupKind() {
  return {group, "group", "groups", "Group", "Groups", "A group of society that should have a place: women, youth, a region, displaced people.", team, {
      name("name", "Name", "What the group is called."),
      terms("identity", "What they have in common", "Women, youth, a region …; several where it is all of them, as with women of one region.", V::groupIdentity).recommended(),
      text("constituency", "Constituency", "Whom it stands for.").translated()}};
}

Kind quotaKind() {
  return {quota, "quota", "quotas", "Quota", "Quotas", "How many seats a group should have in a body or in one of its components.", team, {
      ref("group", "Group", "Whose share it is.", {group}).required(),
      ref("body", "Body", "Where it applies.", {body}).required(),
      text("component", "Component", "The part of the body it applies within; empty for the body as a whole; * for every component by itself."),
      number("share", "Share", "The target in per cent of the seats.").range(0, 100),
      integer("count", "Seats", "The target as a number of seats.").range(0, 1000000),
      flag("agreed", "Agreed", "Whether the parties agreed this target; if not it is a norm to ask about."),
      refs("agreed-by", "Agreed by", "Who agreed it.", {actor})}};
}

Kind bodyKind() {
  return {body, "body", "bodies", "Body", "Bodies", "A standing forum or organ: plenary, working group, secretariat, consensus committee, monitoring mechanism.", team, {
      name("title", "Name", "What the body is called."),
      choice("type", "Type", "What kind of body it is.", V::bodyType).recommended(),
      refs("tracks", "Tracks", "The tracks it works on; the first is its own.", {track}).firstIsPrimary(),
      ref("parent", "Part of", "The body it belongs to.", {body}),
      refs("reports-to", "Reports to", "To whom it hands its results.", {body, actor}),
      refs("chair", "Chaired by", "Who chairs it.", {actor}),
      refs("members", "Members", "Who sits in it, where seats are not counted.", {actor}),
      integer("count", "Size", "How many seats it has in all.").range(0, 1000000),
      text("quorum", "Quorum", "How many must be there for it to decide."),
      choice("decision-rule", "Decision rule", "How it decides.", V::decisionRule),
      terms("deadlock-ladder", "When it cannot agree", "What is tried, in this order.", V::deadlockStep).sequence(),
      choice("selection", "Selection", "How its members are chosen.", V::selectionMethod),
      terms("functions", "Functions", "What it does in a ceasefire or for implementation.", V::bodyFunction),
      text("areas", "Areas", "Where it works."),
      date("start", "Started", "When it took up work."),
      date("finish", "Ended", "When it stopped."),
      date("planned-start", "Planned start", "When it should take up work."),
      date("planned-finish", "Planned finish", "When it should stop."),
      integer("need", "Monitors planned", "How many people it needs.").range(0, 1000000),
      integer("deployed", "Monitors deployed", "How many are there.").range(0, 1000000),
      money("budget", "Budget", "What it costs in all."),
      refs("issues", "Issues", "What it works on.", {issue}),
      prose("mandate", "Mandate", "What it may do.")}};
}

Kind seatKind() {
  return {seat, "seat", "seats", "Seat", "Seats", "Seats in a body, counted by component and group.", team, {
      ref("body", "Body", "Where the seats are.", {body}).required(),
      text("component", "Component", "The delegation or part of the body that fills them.").redactedAs(Redaction::name),
      ref("group", "Group", "The group the holders belong to; groups may overlap. Empty: all seats of the component.", {group}),
      ref("held-by", "Held by", "The actor that fills them.", {actor}),
      integer("count", "Number", "How many; leave empty while it is not known.").range(0, 1000000)}};
}

}  // namespace

std::vector<Kind> peopleKinds() {
  return {actorKind(), assessmentKind(), consentKind(), groupKind(), quotaKind(), bodyKind(), seatKind()};
}

}  // namespace trackloom::declare
