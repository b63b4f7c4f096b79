#pragma once

#include <cstddef>

#include "plan/kind.h"

/// Short words to declare fields with: `date("planned-start", "Planned start", "…").dated()`.
namespace trackloom::declare {

struct Row : Field {
  constexpr Row(FieldNumber fieldNumber, std::string_view fieldLabel, std::string_view fieldHelp, FieldType fieldType) {
    number = fieldNumber;
    name = fieldNumber.name();
    label = fieldLabel;
    help = fieldHelp;
    type = fieldType;
  }
  constexpr Row& required() { presence = Presence::required; return *this; }
  constexpr Row& recommended() { presence = Presence::recommended; return *this; }
  constexpr Row& sequence() { order = Order::sequence; return *this; }
  constexpr Row& firstIsPrimary() { order = Order::firstIsPrimary; return *this; }
  constexpr Row& translated() { translatable = true; return *this; }
  constexpr Row& range(double lowest, double highest) { least = lowest; most = highest; return *this; }
  constexpr Row& redactedAs(Redaction what) { redaction = what; return *this; }
};

inline Row text(FieldNumber n, std::string_view label, std::string_view help) { return {n, label, help, FieldType::text}; }
/// A text that names somebody or something.
inline Row name(FieldNumber n, std::string_view label, std::string_view help) {
  return text(n, label, help).required().translated().redactedAs(Redaction::name);
}
/// A longer text of its own, written as a child element.
inline Row prose(FieldNumber n, std::string_view label, std::string_view help) {
  Row row = text(n, label, help).translated();
  row.form = Form::prose;
  return row;
}
inline Row integer(FieldNumber n, std::string_view label, std::string_view help) {
  return Row{n, label, help, FieldType::integer}.redactedAs(Redaction::number);
}
inline Row number(FieldNumber n, std::string_view label, std::string_view help) {
  return Row{n, label, help, FieldType::number}.redactedAs(Redaction::number);
}
inline Row flag(FieldNumber n, std::string_view label, std::string_view help) {
  return Row{n, label, help, FieldType::flag}.redactedAs(Redaction::structural);
}
inline Row date(FieldNumber n, std::string_view label, std::string_view help) {
  return Row{n, label, help, FieldType::date}.redactedAs(Redaction::date);
}
inline Row money(FieldNumber n, std::string_view label, std::string_view help) {
  return Row{n, label, help, FieldType::money}.redactedAs(Redaction::number);
}
inline Row choice(FieldNumber n, std::string_view label, std::string_view help, VocabularyId words) {
  Row row = Row{n, label, help, FieldType::choice}.redactedAs(Redaction::structural);
  row.vocabulary = words;
  return row;
}
inline Row terms(FieldNumber n, std::string_view label, std::string_view help, VocabularyId words) {
  Row row = Row{n, label, help, FieldType::terms}.redactedAs(Redaction::structural);
  row.vocabulary = words;
  return row;
}
inline Row texts(FieldNumber n, std::string_view label, std::string_view help) {
  return Row{n, label, help, FieldType::texts};
}
inline Row ref(FieldNumber n, std::string_view label, std::string_view help, KindSet targets) {
  Row row = Row{n, label, help, FieldType::ref}.redactedAs(Redaction::structural);
  row.targets = targets;
  return row;
}
inline Row refs(FieldNumber n, std::string_view label, std::string_view help, KindSet targets) {
  Row row = Row{n, label, help, FieldType::refs}.redactedAs(Redaction::structural);
  row.targets = targets;
  return row;
}

inline constexpr std::string_view team = "team";
inline constexpr std::string_view core = "core";

// The table of kinds in its chapters; kinds.cpp puts them together.
std::vector<Kind> designKinds();         // plan, track … objective
std::vector<Kind> peopleKinds();         // actor … seat
std::vector<Kind> activityKinds();       // activity … deadline
std::vector<Kind> outcomeKinds();        // proposal … review
std::vector<Kind> teamKinds();           // pause … audience

}  // namespace trackloom::declare
