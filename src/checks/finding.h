#pragma once

#include "plan/edits.h"
#include "plan/message.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::checks {

/// How a finding is meant: a contradiction in the plan, something to look at, a question. (Shown in these words.)
enum class Level : std::uint8_t { error, warning, info };

/// Whether the data show a problem, or do not suffice to tell.
enum class Verdict : std::uint8_t { problem, cannotTell };

/// A safe edit that would answer a finding.
struct Fix {
  Message label;
  std::function<Edit(const Plan&)> edit;  ///< worked out when somebody takes it, on the plan the finding is about
};

/// A finding that the team accepted, and why.
struct Acceptance {
  ElementId waiver;
  std::string who;
  std::string date;
  std::string reason;
};

/// Something a rule noticed. Speaks of the design and the record, never of anybody's conduct.
struct Finding {
  std::string_view rule;
  Level level = Level::warning;
  Verdict verdict = Verdict::problem;
  std::vector<ElementId> elements;  ///< what it is about, the subject first
  Message message;                  ///< what, since when, by how much
  std::vector<Message> because;     ///< the numbers behind it
  Message clears;                   ///< what would make it go away
  std::vector<Fix> fixes;
  std::string id;    ///< the same as long as rule and elements are the same; a second one of these ends in -2 and so on
  std::string root;  ///< the id of the finding this one only follows from; empty if it stands for itself
  std::optional<Acceptance> accepted;
};

/// The stable id of a finding: its rule and a short hash of its elements.
std::string findingId(std::string_view rule, const std::vector<ElementId>& elements);
/// Gives findings their ids. Of those of one rule about the same elements, which stand side by side, the second gets
/// another one, and so on.
void setIds(std::vector<Finding>& findings);
/// The gravest first, else as they stand.
void sortByLevel(std::vector<Finding>& findings);

}  // namespace trackloom::checks
