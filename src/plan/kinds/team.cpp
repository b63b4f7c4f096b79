#include "plan/kinds/builders.h"

// What belongs to the team's own work on the plan: pauses, comments, accepted findings, maps, copies, own words.

namespace trackloom::declare {

using enum KindId;
using V = VocabularyId;

namespace {

Kind pauseKind() {
  return {pause, "pause", "pauses", "Pause", "Pauses", "Days on which working-day activities rest: holidays, a month of fasting, an election week.", team, {
      name("title", "Title", "Why."),
      date("from", "From", "The first day.").required(),
      date("until", "Until", "The last day.").recommended()}};
}

Kind commentKind() {
  return {comment, "comment", "comments", "Comment", "Comments", "A remark in the team's discussion.", core, {
      refs("about", "About", "What it is about.", KindSet::any()),
      text("who", "Who", "Who says it.").redactedAs(Redaction::name),
      date("date", "Date", "When."),
      ref("reply-to", "Reply to", "The comment it answers.", {comment}),
      prose("text", "Text", "What is said.").required()}};
}

Kind waiverKind() {
  return {waiver, "waiver", "waivers", "Waiver", "Waivers", "A finding the team accepts, with the reason.", core, {
      text("rule", "Rule", "The rule whose finding is accepted.").required().redactedAs(Redaction::structural),
      refs("elements", "Elements", "The entries the finding is about.", KindSet::any()).required(),
      text("reason", "Reason", "Why it is accepted.").recommended(),
      text("who", "Who", "Who accepted it.").redactedAs(Redaction::name),
      date("date", "Date", "When."),
      text("fingerprint", "Fingerprint", "What the rule read then; when that changes the waiver lapses.").redactedAs(Redaction::structural)}};
}

Kind viewpointKind() {
  return {viewpoint, "viewpoint", "viewpoints", "Viewpoint", "Viewpoints", "A map of the actors as somebody sees it at a time.", core, {
      name("title", "Title", "What the map shows."),
      text("who", "Who", "Whose view it is.").redactedAs(Redaction::name),
      ref("issue", "On issue", "The issue it is drawn for.", {issue}),
      date("date", "Date", "When it was drawn.")}};
}

Kind placementKind() {
  return {placement, "placement", "placements", "Placement", "Placements", "Where something stands on a viewpoint's map.", core, {
      ref("viewpoint", "Viewpoint", "On which map.", {viewpoint}).required(),
      ref("of", "Of", "What is placed.", KindSet::any()).required(),
      number("x", "Across", "In points from the left.").range(-1e6, 1e6),
      number("y", "Down", "In points from the top.").range(-1e6, 1e6)}};
}

Kind copyKind() {
  return {copy, "copy", "copies", "Copy", "Copies", "Who received which version of the plan.", core, {
      text("recipient", "Recipient", "Who received it.").required().redactedAs(Redaction::name),
      date("date", "Date", "When.").recommended(),
      ref("audience", "Audience", "For whom it was prepared.", {audience}),
      text("version", "Version", "The version that was sent.").redactedAs(Redaction::structural),
      text("format", "Format", "As what it was sent.").redactedAs(Redaction::structural)}};
}

Kind termKind() {
  return {term, "term", "terms", "Own word", "Own words", "A word that the team adds to one of the lists.", team, {
      text("vocabulary", "List", "The list it is added to.").required().redactedAs(Redaction::structural),
      text("name", "Short name", "As files write it: a letter, then letters, digits, _ . or -, 23 at most.").required().redactedAs(Redaction::structural),
      text("label", "Label", "As people read it.").recommended().translated(),
      text("what", "Meaning", "What it means, in one sentence.").translated(),
      text("like", "Behaves like", "The standard word that checks treat it as.").redactedAs(Redaction::structural)}};
}

Kind thresholdKind() {
  return {threshold, "threshold", "thresholds", "Threshold", "Thresholds", "A number that a rule uses, set by the team.", team, {
      text("rule", "Rule", "Which rule.").required().redactedAs(Redaction::structural),
      text("name", "Number", "Which of its numbers. Without it all that count the same are set, or none where the rule counts different things.").redactedAs(Redaction::structural),
      ref("track", "Track", "For which track; all if empty.", {track}),
      number("number", "Value", "The number.").required().range(0, 1e6)}};
}

Kind audienceKind() {
  return {audience, "audience", "audiences", "Audience", "Audiences", "Readers for whom a copy is prepared.", team, {
      name("name", "Name", "What they are called."),
      choice("level", "Level", "The level they may see.", V::classification).required(),
      refs("include", "Also show", "What they may see although its level is higher.", KindSet::any()),
      refs("exclude", "Never show", "What they may not see although its level allows it.", KindSet::any()),
      choice("generalise", "Dates and names", "Whether names, dates, amounts and texts are removed, made general or replaced; without it they stay as they are.", V::generalisation)}};
}

}  // namespace

std::vector<Kind> teamKinds() {
  return {pauseKind(), commentKind(), waiverKind(), viewpointKind(), placementKind(), copyKind(), termKind(), thresholdKind(), audienceKind()};
}

}  // namespace trackloom::declare
