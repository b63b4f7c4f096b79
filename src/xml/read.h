#pragma once

#include "plan/message.h"
#include "plan/plan.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::xml {

// Limits of the file format; beyond them reading stops or leaves out what is beyond, and says so.
inline constexpr std::size_t maxFileBytes = 256U << 20U;
inline constexpr int maxDepth = 64;
inline constexpr std::size_t maxAttributeBytes = 1U << 20U;
inline constexpr std::size_t maxElements = 2'000'000;
inline constexpr std::size_t maxProblems = 1'000;

/// Something in a file that could not be taken as it stood. Reading goes on; nothing is lost.
struct Problem {
  Message what;
  int line = 0;       ///< from 1
  ElementId element;  ///< empty where it concerns no element
};

/// What reading a file gives: a plan and a list of problems, or, where it is no plan at all, why not.
struct Reading {
  std::optional<Plan> plan;
  std::vector<Problem> problems;  ///< by line; at most `maxProblems`
  std::size_t moreProblems = 0;   ///< how many more there were
  /// Set if there is no plan: the one reason, its line, and what to do.
  std::optional<Problem> refusal;
  Message toDo;
  bool damaged = false;  ///< what stands there was a plan or may have been: an earlier version of it helps

  /// What to do about a refusal, for a file beside which the version before it stands or does not.
  Message toDoBeside(bool previousVersion) const;
};

/// Reads a plan file. Never throws on content, whatever the bytes.
Reading read(std::string_view bytes);

/// Throws where a plan that is about to be saved could not be opened again, since it is beyond a limit.
void mustOpenAgain(std::string_view bytes, const std::string& path);

}  // namespace trackloom::xml
