#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace trackloom {

// clang-format off
/// The kinds of elements, in the order of files and of `kinds()`.
enum class KindId : std::uint8_t {
  plan, track, strand, phase, issue, objective, actor, assessment, consent, group, quota, body, seat, activity,
  participation, relation, dependency, transfer, separation, deadline, proposal, option, agreement, commitment, fund,
  assignment, indicator, reading, event, followUp, risk, review, pause, comment, waiver, viewpoint, placement, copy,
  term, threshold, audience,
  count_
};
// clang-format on
inline constexpr std::size_t kindCount = static_cast<std::size_t>(KindId::count_);

// clang-format off
/// The one list of field names. A field's number is its name's place here, so one key works on every kind.
/// The order has no meaning; new names go to the end of their line's subject.
inline constexpr auto fieldNames = std::to_array<std::string_view>({
    // every kind
    "title", "name", "notes", "source", "confidence", "classification", "field-levels", "date", "status", "reason",
    "type", "level", "label", "order", "parent", "text", "who", "until", "from", "to",
    "since", "of", "what", "about", "in", "suggested",
    // plan
    "country", "context", "mandate", "conveners", "languages", "as-of", "purpose", "format", "decision-rule",
    "outcome-status", "ratifying-bodies", "confidentiality-rule", "single-undertaking", "analysis-date",
    "mediator-role", "principles", "rest-days", "template", "author", "outreach", "gender-strategy", "exit",
    "revisions",
    // tracks, strands, phases, issues, objectives
    "colour", "start", "finish", "planned-start", "planned-finish", "dimensions", "rights", "if", "then", "because",
    "measure",
    // actors and what is said of them
    "aliases", "layer", "side", "insider-type", "legitimacy", "functions", "member-of", "expertise", "skills",
    "speaks", "availability", "contact-limits", "code-name-only", "us", "constituency", "groups", "viewpoint",
    "actor", "issue", "influence", "stance", "position", "interests", "needs", "fears", "basis", "state",
    // groups, bodies and seats
    "identity", "body", "component", "group", "held-by", "count", "share", "unit", "agreed-by", "agreed", "quorum",
    "deadlock-ladder", "reports-to", "chair", "members", "selection", "areas", "need", "deployed",
    // activities
    "tracks", "strand", "phase", "issues", "objectives", "lead", "partners", "duration", "day-count", "updated",
    "venue", "channels", "outputs", "budget", "rpp-cell", "ceasefire-type", "provisions", "expertise-needed",
    "questions",
    // links
    "role", "modality", "decision-power", "intensity", "lag", "nature", "direction", "content", "mechanism",
    "carrier", "planned", "delivered", "acknowledged", "between", "anchor", "end", "offset",
    // proposals, agreements, means
    "origin", "tabled-in", "answer", "taken-into", "feedback", "for-whom", "trade-offs", "stage", "substage",
    "signatories", "reference", "agreement", "responsible", "supporting", "due", "verifier", "indicator", "theme",
    "score", "evidence", "next-step", "precondition", "amount", "covers", "expert", "activity", "value", "threshold",
    "dimension", "response", "done", "by", "finding", "likelihood", "impact", "trigger", "contingency",
    "answers", "outcome", "exposure",
    // the team's own
    "rule", "elements", "fingerprint", "x", "y", "recipient", "version", "audience", "vocabulary", "like", "track",
    "number", "include", "exclude", "generalise", "reply-to",
});
// clang-format on

/// A field's place in `fieldNames`. A name that is not in the list does not compile.
struct FieldNumber {
  std::uint16_t value = 0;

  constexpr FieldNumber() = default;
  consteval FieldNumber(const char* name) : value(placeOf(name)) {}  // NOLINT: reads as the name itself
  constexpr std::string_view name() const { return fieldNames[value]; }
  friend constexpr bool operator==(FieldNumber, FieldNumber) = default;

 private:
  static consteval std::uint16_t placeOf(std::string_view name) {
    for (std::size_t i = 0; i < fieldNames.size(); ++i)
      if (fieldNames[i] == name) return static_cast<std::uint16_t>(i);
    throw "not in fieldNames";
  }
};

}  // namespace trackloom
