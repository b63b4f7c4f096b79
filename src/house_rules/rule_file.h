#pragma once

#include "checks/finding.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trackloom::house_rules {

/// One sentence a team wants to be told: an `assert` that must hold, or a `report` of what must not.
struct Question {
  std::string id;      ///< HOUSE- and what the file calls it
  std::string source;  ///< its `see`: where the team's rule is written down
  checks::Level level = checks::Level::warning;
  checks::Verdict verdict = checks::Verdict::problem;
};

/// The questions of one `pattern`; they are worked out together.
struct Pattern {
  std::string title;
  std::vector<Question> questions;  ///< in document order
};

/// A file of house rules: a small part of ISO Schematron (ISO/IEC 19757-3) with XPath 1.0 over the plan's XML.
struct RuleFile {
  std::string file;   ///< where it was read from
  std::string bytes;  ///< as it was read
  std::string title;
  std::vector<Pattern> patterns;
};

/// Throws an `Error` with file and line for what is no such file, also for an XPath that does not parse.
RuleFile readRuleFile(std::string bytes, std::string file);

/// What one pattern says about a plan: which question, about which element (an id, may be empty), in which words.
struct Answer {
  std::size_t question = 0;
  std::string element;
  std::string words;
};

/// Asks one pattern of a plan's XML. May take for ever, or all memory: for a child process. Throws a std::exception
/// that says why an XPath cannot be worked out.
std::vector<Answer> askPattern(std::string_view rules, std::size_t pattern, std::string_view plan, Day asOf);

}  // namespace trackloom::house_rules
