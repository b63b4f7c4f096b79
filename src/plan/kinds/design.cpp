#include "plan/kinds/builders.h"

// The plan itself and what it is laid out on: tracks, strands, phases, issues, objectives.

namespace trackloom::declare {

using enum KindId;
using V = VocabularyId;

namespace {

Kind planKind() {
  return {plan, "plan", "plan", "Plan", "Plans", "The process as a whole: who designs it, for what, under which rules.", team, {
      name("title", "Title", "What the process or the plan is called."),
      text("country", "Country or region", "Where the process takes place."),
      text("author", "Author", "The organisation that keeps this plan."),
      refs("conveners", "Conveners", "Who calls the parties together.", {actor}).recommended(),
      texts("languages", "Languages", "The plan's languages as two-letter codes; the first is the main one.")
          .sequence().recommended().redactedAs(Redaction::structural),
      date("as-of", "As of", "The day the plan is looked at: what is dated later is not known yet."),
      date("analysis-date", "Analysis of", "When the analysis of the conflict was last renewed."),
      choice("purpose", "Purpose", "Whether the process should manage a crisis or change the foundations.", V::processPurpose),
      text("format", "Format", "The shape of the talks: a single table, parallel groups, a plenary with working groups.").translated(),
      choice("mediator-role", "Role of the third party", "How far the third party goes in shaping the outcome.", V::mediatorRole),
      choice("decision-rule", "Decision rule", "How the main body decides.", V::decisionRule).recommended(),
      choice("outcome-status", "Standing of the outcome", "Whether what is agreed advises or binds.", V::outcomeStatus).recommended(),
      refs("ratifying-bodies", "Ratified by", "Who must approve the outcome for it to hold.", {body, actor}),
      flag("single-undertaking", "Nothing is agreed until everything is agreed", "Whether parts may take effect before the whole."),
      terms("rest-days", "Weekly rest days", "Days of the week on which working-day activities pause.", V::weekday),
      text("template", "Made from", "The template this plan was started from.").redactedAs(Redaction::structural),
      texts("revisions", "Revisions", "The states this plan was saved in, the newest last; Trackloom writes them to find what two copies have in common.")
          .sequence().redactedAs(Redaction::structural),
      prose("context", "Context", "What the conflict is about, and what led to this process."),
      prose("mandate", "Mandate and legal basis", "Who asked for this process, and on which text or decision it stands.").recommended(),
      prose("principles", "Guiding principles", "What all who take part accept: consent, impartiality, inclusivity, national ownership."),
      prose("confidentiality-rule", "Confidentiality rule", "What those who take part may say outside, and when."),
      prose("gender-strategy", "Gender and inclusion strategy", "How women and groups without a seat come to shape what is decided."),
      prose("outreach", "Communication and outreach", "How the public hears of the process and is heard in it."),
      prose("exit", "Learning, exit and hand-over", "How the team learns, and to whom it hands over.")}};
}

Kind trackKind() {
  return {track, "track", "tracks", "Track", "Tracks", "A level on which people talk: official, semi-official, influential people, communities. Name it as you like.", team, {
      name("name", "Name", "What your team calls this track."),
      choice("level", "Level", "Where it stands between officials and communities.", V::trackLevel).recommended(),
      integer("order", "Place", "Where the track stands from top to bottom; smaller is higher.").range(0, 10000),
      text("colour", "Colour", "As #rrggbb.").redactedAs(Redaction::structural)}};
}

Kind strandKind() {
  return {strand, "strand", "strands", "Strand", "Strands", "A subject that runs through the tracks: political, security, economic.", team, {
      name("title", "Name", "What your team calls this strand."),
      choice("type", "Subject", "The subject it follows.", V::strandType),
      integer("order", "Place", "Where the strand stands among the others.").range(0, 10000)}};
}

Kind phaseKind() {
  return {phase, "phase", "phases", "Phase", "Phases", "A stretch of the process with a purpose of its own.", team, {
      name("title", "Name", "What this phase is called."),
      choice("type", "Type", "Preparation, process or implementation.", V::phaseType),
      integer("order", "Place", "Which phase comes first.").range(0, 10000),
      date("planned-start", "Planned start", "When it should begin."),
      date("planned-finish", "Planned finish", "When it should end."),
      date("start", "Start", "When it began."),
      date("finish", "Finish", "When it ended.")}};
}

Kind issueKind() {
  return {issue, "issue", "issues", "Issue", "Issues", "What is talked about: a question, a cause, an item of the agenda.", team, {
      name("title", "Title", "The issue in a few words."),
      choice("type", "Type", "Whether it is a root cause, a nearer cause, a trigger or an item of the agenda.", V::issueType),
      ref("parent", "Part of", "The larger issue it belongs to.", {issue}),
      integer("order", "Place", "Where it stands on the agenda.").range(0, 10000),
      terms("dimensions", "Human-security dimensions", "Which of the seven dimensions of human security it touches.", V::humanSecurityDimension),
      prose("rights", "Rights concerned", "Which rights and norms the issue touches.")}};
}

Kind objectiveKind() {
  return {objective, "objective", "objectives", "Objective", "Objectives", "What the process is for, from the ambition down to what is done for it.", team, {
      name("title", "Title", "The objective in one sentence."),
      choice("level", "Level", "Ambition, impact, outcome or strategy.", V::objectiveLevel).recommended(),
      ref("parent", "So that", "The higher objective this one serves.", {objective}),
      prose("if", "If", "What the team does or brings about."),
      prose("then", "Then", "What changes as a consequence."),
      prose("because", "Because", "Why it should change: the assumption behind it."),
      prose("measure", "Measure", "How you will see that it is reached.")}};
}

}  // namespace

std::vector<Kind> designKinds() {
  return {planKind(), trackKind(), strandKind(), phaseKind(), issueKind(), objectiveKind()};
}

}  // namespace trackloom::declare
