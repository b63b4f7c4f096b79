#pragma once

#include "plan/edits.h"
#include "plan/plan.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace trackloom::sharing {

/// Two versions of a plan that go back to one: the reader's own, and the one that came from elsewhere.
enum class Side : std::uint8_t { ours, theirs };

/// What can be answered to a conflict: one side's version, or what both say, one beside the other.
enum class Answer : std::uint8_t { ours, theirs, both };

/// Something that only people can decide: both sides changed the same thing in different ways.
struct Conflict {
  enum class Kind : std::uint8_t {
    bothChanged,        ///< a field has two new values
    removedAndChanged,  ///< one side removed an element that the other one changed
    removedAndUsed,     ///< one side removed an element that something new or changed of the other one refers to
    levelLowered,       ///< a side opened something to more readers than the other one does
    bothAdded,          ///< both sides added an element under one id, called differently: one thing or two?
  };

  Kind kind = Kind::bothChanged;
  KindId elementKind = KindId::plan;
  ElementId element;
  std::optional<FieldNumber> field;  ///< nothing: the whole element, or an attribute that is not ours
  std::string part;                  ///< the language of a translation, or the name of the attribute
  std::optional<Value> base;         ///< nothing where there was or is nothing
  std::optional<Value> ours;
  std::optional<Value> theirs;
  std::optional<Side> remover;       ///< who removed the element
  std::vector<FieldNumber> changed;  ///< of the element that was removed, by the side that did not
  std::optional<Side> parted;        ///< whose element was given another id, of two that both added under one
  ElementId other;                   ///< that id
  std::vector<ElementId> users;      ///< by id: what refers to the element that was removed
  std::set<ElementId> unknown;       ///< what a side's value names though that side does not have it
  std::vector<Answer> answers;       ///< that make sense here

  friend bool operator==(const Conflict&, const Conflict&) = default;
};

/// Two versions in one. Where they conflict the plan holds our value, the element that one side removed, both elements
/// that were added under one id, and the level that shows it to fewer readers, until somebody answers.
struct Merge {
  Plan plan;
  std::vector<Conflict> conflicts;  ///< by kind, id and place of the field
};

/// May a plan go back to this version: does it hold anything to speak of what that held? A merge over another plan's
/// version would take out everything that is not in it.
bool comesFrom(const Plan& plan, const Plan& base);

/// The three-way merge by elements and fields; lists as the sets or sequences that the table of kinds says they are,
/// prose line by line. Everything that only one side changed is in it; nothing refers to what is not there unless it
/// did before; what this version does not know is kept. Once both sides changed something, no level falls unasked.
Merge mergePlans(const Plan& base, const Plan& ours, const Plan& theirs);

/// The edit that carries out an answer in the plan as it stands by then; without changes where it holds already.
Edit resolve(const Plan& plan, const Conflict& conflict, Answer answer);

/// What people call a conflict, the same whenever these versions are merged: `round1` for a whole element, else with
/// the field and the language of a translation, `round1.title`, `round1.title.fr`. No two of a merge have one name.
std::string nameOf(const Conflict& conflict);

/// The answers to the conflicts of a merge, by their places in it; nothing: it stays as the merged plan has it.
using Answers = std::vector<std::optional<Answer>>;

/// One side's answer to all conflicts. Levels stay where fewer readers see, and both of two elements that were added
/// under one id, whatever the side.
Answers answersOf(const Merge& merge, Side side);

/// The merged plan with these answers, in whatever order they were given.
Plan resolveAll(const Merge& merge, const Answers& answers);
Plan resolveAll(const Merge& merge, Side side);

}  // namespace trackloom::sharing
