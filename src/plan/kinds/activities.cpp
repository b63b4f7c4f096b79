#include "plan/kinds/builders.h"

// What is done and how it hangs together: activities, who takes part, and the links between them.

namespace trackloom::declare {

using enum KindId;
using V = VocabularyId;

namespace {

constexpr double longestDays = 36525;

Kind activityKind() {
  return {activity, "activity", "activities", "Activity", "Activities", "Something that takes place: a round of talks, a forum, a consultation, a signing.", team, {
      name("title", "Title", "What it is called."),
      choice("type", "Type", "What kind of activity it is.", V::activityType).recommended(),
      refs("tracks", "Tracks", "The tracks it stands on; the first is its own.", {track}).firstIsPrimary().recommended(),
      choice("status", "Status", "How far it is. Dates that have passed say it better.", V::activityStatus).recommended(),
      date("planned-start", "Planned start", "When it should begin.").recommended(),
      date("planned-finish", "Planned finish", "The last day it should take."),
      integer("duration", "Duration", "How many days it takes; 0 for a milestone.").range(0, longestDays),
      date("start", "Started", "The day it began."),
      date("finish", "Finished", "The last day it took."),
      date("updated", "Last confirmed", "When somebody last confirmed what stands here."),
      choice("day-count", "Days counted", "Whether its days are calendar days or working days.", V::dayCount),
      ref("lead", "Lead", "Who is responsible for it.", {actor}).recommended(),
      refs("partners", "Implementing partners", "Who carries it out with the lead.", {actor}),
      refs("issues", "Issues", "What it deals with.", {issue}),
      refs("objectives", "Objectives", "What it is done for.", {objective}),
      ref("body", "Body", "The body that meets.", {body}),
      ref("strand", "Strand", "The subject it belongs to.", {strand}),
      ref("phase", "Phase", "The phase it belongs to.", {phase}),
      text("venue", "Venue", "Where it takes place.").translated(),
      choice("format", "Format", "In what form people meet.", V::activityFormat),
      terms("channels", "Channels", "How those who are not in the room are reached.", V::channel),
      text("outputs", "Outputs", "What it should produce: a proposal, a text, a list of names.").translated(),
      money("budget", "Budget", "What it costs."),
      choice("rpp-cell", "Reaches", "Many or key people, as individuals or in politics and institutions.", V::rppCell),
      terms("dimensions", "Human-security dimensions", "Which of the seven dimensions it works on.", V::humanSecurityDimension),
      terms("expertise-needed", "Expertise needed", "What advice it needs.", V::expertise),
      choice("ceasefire-type", "Kind of ceasefire", "If it is a ceasefire or pause: which kind.", V::ceasefireType),
      terms("provisions", "Ceasefire provisions", "What the ceasefire text settles.", V::ceasefireProvision),
      prose("questions", "Guiding questions", "What should be discussed.")}};
}

Kind participationKind() {
  return {participation, "participation", "participations", "Participation", "Participations", "Somebody's part in an activity or body.", team, {
      ref("who", "Who", "Who takes part.", {actor, group}).required(),
      ref("in", "In", "The activity or body.", {activity, body}).required(),
      choice("role", "Role", "As what they take part.", V::participationRole).recommended(),
      choice("modality", "Modality", "In which way those outside the parties are included.", V::inclusionModality),
      choice("decision-power", "Power to decide", "Whether they decide, block, are consulted, observe or are informed.", V::decisionPower),
      choice("status", "Status", "Whether they were asked, accepted, came.", V::participationStatus).recommended(),
      text("reason", "Reason", "Why they declined, were not invited or withdrew, in their own words where you can."),
      date("from", "From", "Since when."),
      date("until", "Until", "Until when.")}};
}

Kind relationKind() {
  return {relation, "relation", "relations", "Relation", "Relations", "How two actors stand to each other, in the lines of a conflict map.", core, {
      ref("from", "From", "One of the two; where the line has a direction, its start.", {actor, issue}).required(),
      ref("to", "To", "The other.", {actor, issue}).required(),
      choice("type", "Line", "Which line the map draws.", V::relationType).recommended(),
      ref("issue", "On issue", "What it is about.", {issue}),
      integer("intensity", "Intensity", "From 1, weak, to 5, strong.").range(1, 5),
      date("since", "Since", "From when."),
      date("until", "Until", "Until when.")}};
}

Kind dependencyKind() {
  return {dependency, "dependency", "dependencies", "Dependency", "Dependencies", "One activity waits for another.", team, {
      ref("from", "First", "What must happen first.", {activity}).required(),
      ref("to", "Then", "What waits for it.", {activity}).required(),
      choice("type", "Kind", "Which end waits for which; without one: starts after it finishes.", V::dependencyType),
      integer("lag", "Days between", "Calendar days that must pass; negative where they may overlap.").range(-longestDays, longestDays),
      choice("nature", "Nature", "Hard, soft, or a political precondition; without one: hard.", V::dependencyNature),
      text("reason", "Reason", "Why it must wait.")}};
}

Kind transferKind() {
  return {transfer, "transfer", "transfers", "Hand-over", "Hand-overs", "Something is carried from one place of the process to another: proposals, people, a text, pressure.", team, {
      ref("from", "From", "Where it comes from.", {activity, body, actor, group}).required(),
      ref("to", "To", "Where it should arrive.", {activity, body, actor, group}).required(),
      choice("direction", "Direction", "Up towards the officials, down to communities, sideways, or out to the public.", V::transferDirection),
      choice("content", "Content", "What is carried.", V::transferContent).recommended(),
      text("what", "In words", "What exactly is carried.").translated(),
      choice("mechanism", "Mechanism", "How it is carried.", V::transferMechanism).recommended(),
      ref("carrier", "Carrier", "Who carries it.", {actor, body}).recommended(),
      choice("status", "Status", "How far it got.", V::transferStatus).recommended(),
      date("planned", "Planned", "When it should be handed over."),
      date("delivered", "Delivered", "When it was handed over."),
      date("acknowledged", "Acknowledged", "When the other side confirmed it.")}};
}

Kind separationKind() {
  return {separation, "separation", "separations", "Separation", "Separations", "Tracks, activities or actors that are kept apart on purpose.", core, {
      refs("between", "Between", "What is kept apart.", {track, activity, actor, body}).required(),
      text("reason", "Reason", "Why.").recommended(),
      date("until", "Until", "How long.")}};
}

Kind deadlineKind() {
  return {deadline, "deadline", "deadlines", "Deadline", "Deadlines", "A day by which something must be done, often counted from another event.", team, {
      name("title", "Title", "What must be done by then."),
      ref("of", "Of", "The activity or commitment it holds for.", {activity, commitment, agreement, proposal}).required(),
      date("date", "Date", "The day, where it is fixed."),
      ref("anchor", "Counted from", "The activity, agreement or event the days count from.", {activity, agreement, event}),
      choice("end", "Its", "Whether they count from the start or the finish of it.", V::anchorEnd),
      integer("offset", "Days after", "How many days after it; negative for before.").range(-longestDays, longestDays),
      text("basis", "Laid down in", "The text that sets it.")}};
}

}  // namespace

std::vector<Kind> activityKinds() {
  return {activityKind(), participationKind(), relationKind(), dependencyKind(), transferKind(), separationKind(), deadlineKind()};
}

}  // namespace trackloom::declare
