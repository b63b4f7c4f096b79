#include "plan/kinds/builders.h"

// What comes of it and what it takes: proposals, agreements, commitments, funds, experts, indicators, events, risks.

namespace trackloom::declare {

using enum KindId;
using V = VocabularyId;

namespace {

Kind proposalKind() {
  return {proposal, "proposal", "proposals", "Proposal", "Proposals", "What a group, forum or party puts forward, and what becomes of it.", team, {
      name("title", "Title", "The proposal in one sentence."),
      ref("origin", "From", "Who or what it comes from.", {activity, actor, body, group}).recommended(),
      refs("issues", "Issues", "What it is about.", {issue}),
      ref("tabled-in", "Tabled in", "Where it was put on the table.", {activity, body}),
      date("date", "Tabled on", "When."),
      choice("answer", "Answer", "What the table made of it.", V::proposalAnswer),
      ref("taken-into", "Taken into", "The text it went into.", {agreement, option}),
      date("feedback", "Feedback given", "When those who proposed it heard what became of it.")}};
}

Kind optionKind() {
  return {option, "option", "options", "Option", "Options", "One way of settling an issue.", team, {
      name("title", "Title", "The option in one sentence."),
      ref("issue", "Issue", "What it would settle.", {issue}).recommended(),
      prose("what", "What", "How it would work."),
      refs("for-whom", "Serves", "Whose interests it serves.", {actor, group}),
      prose("trade-offs", "Trade-offs", "What it costs whom.")}};
}

Kind agreementKind() {
  return {agreement, "agreement", "agreements", "Agreement", "Agreements", "A text that was agreed, signed or declared.", team, {
      name("title", "Title", "What the text is called."),
      choice("stage", "Stage", "Where it stands in the process, in the stages of the PA-X agreement database.", V::agreementStage).recommended(),
      choice("substage", "Sub-stage", "The finer stage.", V::agreementSubstage),
      date("date", "Date", "When it was signed or adopted.").recommended(),
      date("planned", "Planned", "When it should be."),
      ref("activity", "Made in", "The activity in which it was made.", {activity}),
      refs("signatories", "Signatories", "Who signed.", {actor}),
      refs("tracks", "Tracks", "The tracks it belongs to.", {track}).firstIsPrimary(),
      refs("issues", "Issues", "What it settles.", {issue}),
      choice("ceasefire-type", "Kind of ceasefire", "If it is a ceasefire: which kind.", V::ceasefireType),
      terms("provisions", "Ceasefire provisions", "What the ceasefire settles.", V::ceasefireProvision),
      date("until", "Runs until", "When it ends unless renewed."),
      text("reference", "Reference", "Where the text can be found.")}};
}

Kind commitmentKind() {
  return {commitment, "commitment", "commitments", "Commitment", "Commitments", "One thing somebody undertook to do.", team, {
      name("title", "Title", "What is to be done."),
      ref("agreement", "Agreement", "The text it stands in.", {agreement}).recommended(),
      text("reference", "Provision", "The article or paragraph."),
      choice("theme", "Theme", "The kind of provision, in the list of the Peace Accords Matrix.", V::commitmentTheme),
      refs("responsible", "Responsible", "Who must do it.", {actor, body}).recommended(),
      refs("supporting", "Supported by", "Who helps or guarantees.", {actor, body}),
      date("due", "Due", "By when. A deadline counted from an event is an entry of its own.").recommended(),
      ref("activity", "Done through", "The activity that carries it out.", {activity}),
      text("precondition", "Precondition", "What must be true first."),
      ref("verifier", "Verified by", "Who confirms that it is done.", {actor, body}).recommended(),
      text("indicator", "Indicator", "How that is seen."),
      choice("score", "Implementation", "0 not begun, 1 minimum, 2 intermediate, 3 full.", V::implementationScore),
      date("updated", "Score of", "The day the score was given."),
      prose("evidence", "Evidence", "What shows it."),
      text("next-step", "Next step", "What comes next.")}};
}

Kind fundKind() {
  return {fund, "fund", "funds", "Fund", "Funds", "Money for activities or bodies.", team, {
      name("title", "Title", "What the fund is called."),
      ref("origin", "Source of funds", "Who pays.", {actor}),
      money("amount", "Amount", "How much."),
      choice("status", "Status", "Asked for, pledged, committed, paid out.", V::fundStatus).recommended(),
      date("from", "From", "The first day it can be spent."),
      date("until", "Until", "The last day."),
      refs("covers", "Covers", "What it pays for.", {activity, body, track})}};
}

Kind assignmentKind() {
  return {assignment, "assignment", "assignments", "Assignment", "Assignments", "An expert works for an activity or body.", team, {
      ref("expert", "Expert", "Who.", {actor}).required(),
      ref("activity", "For", "What for.", {activity, body}).required(),
      terms("expertise", "Expertise", "On what.", V::expertise),
      number("share", "Share of time", "In per cent.").range(0, 100),
      date("from", "From", "Since when."),
      date("until", "Until", "Until when.")}};
}

Kind indicatorKind() {
  return {indicator, "indicator", "indicators", "Indicator", "Indicators", "Something that is watched because it warns.", team, {
      name("title", "Title", "What is watched."),
      choice("dimension", "Dimension", "The human-security dimension it belongs to.", V::humanSecurityDimension),
      number("threshold", "Threshold", "The value from which it warns."),
      text("unit", "Unit", "What the value counts."),
      ref("response", "Response", "What is done when it warns.", {activity})}};
}

Kind readingKind() {
  return {reading, "reading", "readings", "Reading", "Readings", "One value of an indicator.", team, {
      ref("of", "Indicator", "Of which indicator.", {indicator}).required(),
      date("date", "Date", "When.").required(),
      number("value", "Value", "How much.").recommended()}};
}

Kind eventKind() {
  return {event, "event", "events", "Event", "Events", "Something that happened, and what it changed from that day on.", team, {
      name("title", "Title", "What happened."),
      date("date", "Date", "When.").required(),
      choice("type", "Type", "What kind of event.", V::eventType),
      refs("about", "About", "What it concerns.", KindSet::any()),
      text("status", "Sets status to", "The status its subjects have from that day on, in the words of their own status.").redactedAs(Redaction::structural),
      refs("tracks", "Tracks", "The tracks it belongs to.", {track}).firstIsPrimary(),
      text("reason", "Waits on", "If it suspends something: the decision or issue that is waited for.").translated()}};
}

Kind followUpKind() {
  return {followUp, "follow-up", "follow-ups", "Follow-up", "Follow-ups", "What somebody said they would do after a meeting or about a finding.", team, {
      name("title", "Title", "What is to be done."),
      ref("who", "Who", "Who does it.", {actor}).recommended(),
      date("due", "By", "By when.").recommended(),
      choice("status", "Status", "Open, done or dropped.", V::followUpState),
      date("done", "Done", "When it was done."),
      ref("from", "From", "The activity it came from.", {activity, body, event}),
      text("finding", "Finding", "The finding it answers.").redactedAs(Redaction::structural)}};
}

Kind riskKind() {
  return {risk, "risk", "risks", "Risk", "Risks", "What could go wrong, and what is done then.", team, {
      name("title", "Title", "What could happen."),
      refs("about", "Touches", "What it would touch.", KindSet::any()),
      choice("likelihood", "Likelihood", "How likely it is.", V::likelihood),
      integer("impact", "Impact", "From 1, small, to 5, the process ends.").range(1, 5),
      prose("trigger", "Trigger", "By what you would see it come."),
      prose("contingency", "Contingency", "What is done then."),
      ref("response", "Response", "The activity that answers it.", {activity}),
      ref("who", "Owner", "Who watches it.", {actor})}};
}

Kind reviewKind() {
  return {review, "review", "reviews", "Review", "Reviews", "A do-no-harm review of an activity: who could come to harm by it.", team, {
      ref("of", "Activity", "What was reviewed.", {activity, body}).required(),
      refs("by", "By", "Who reviewed it.", {actor}),
      date("date", "Date", "When.").recommended(),
      choice("outcome", "Outcome", "Whether it can go ahead.", V::reviewOutcome).recommended(),
      prose("exposure", "Exposure", "Who is exposed, by travel, visibility or association."),
      prose("answers", "Measures", "What is done about it.")}};
}

}  // namespace

std::vector<Kind> outcomeKinds() {
  return {proposalKind(), optionKind(), agreementKind(), commitmentKind(), fundKind(), assignmentKind(), indicatorKind(),
          readingKind(), eventKind(), followUpKind(), riskKind(), reviewKind()};
}

}  // namespace trackloom::declare
