#pragma once

#include "plan/levels.h"
#include "plan/message.h"

#include <array>
#include <string>
#include <vector>

namespace trackloom::sharing {

/// For whom a copy is made, as of which day, and under which seed.
struct RedactionRequest {
  Audience audience;
  Day asOf;
  /// What ids, order and invented names follow from. Whoever knows it can prove a guess at an id: keep it to yourself.
  std::string seed;
  /// Names that may stand where they are found in texts, in any spelling.
  std::vector<std::string> keep{};
};

/// A place in what stays where something is called by its name that was taken out.
struct NamePlace {
  ElementId element;  ///< of the source
  FieldNumber field;
  std::string language;  ///< empty for the main one
  std::string name;      ///< as the plan has it
  std::string found;     ///< as it stands there
  bool masked = true;
  std::string beside{};  ///< what stands there in the end, with a few words before and behind it
};

/// How many values of what stays were left out or made general.
struct RedactedValues {
  std::size_t higherFields = 0;  ///< above the level by `field-levels`, or kept by the team for itself
  std::size_t unknown = 0;       ///< what does not read, and XML that this version does not know
  std::size_t mentions = 0;      ///< of what is not in the copy
  std::size_t names = 0;
  std::size_t dates = 0;
  std::size_t amounts = 0;
  std::size_t texts = 0;
};

/// What a copy lacks, and what its maker should look at before it goes out. It tells of what was taken out: it is for
/// those who see the whole plan.
struct RedactionReport {
  std::array<std::size_t, kindCount> removed{};  ///< elements, by kind
  RedactedValues values;
  std::vector<NamePlace> places;    ///< in the order of kinds, elements and fields
  std::vector<NamePlace> standing;  ///< words of names that were taken out, or that sound like them, left in the copy
  std::vector<Message> notFound;    ///< names that were to stand and that the plan does not have
  std::vector<Message> risks;       ///< what may still be deduced; elements of the source by id
  std::size_t textsLeft = 0;        ///< texts and names that stand in the copy as somebody wrote them
};

struct Redacted {
  Plan plan;
  RedactionReport report;
};

/// What stands in texts in the place of a name.
inline constexpr const char* maskText = "[…]";

/// A seed that nobody can guess.
std::string freshSeed();

/// A copy of the plan, as it was kept, for an audience, in which what was removed leaves no trace: nothing above its
/// level, other ids (HMAC-SHA-256 of the old ones under the seed) and so another order, places without gaps, no
/// revisions, no unknown XML, nothing that does not read, no mention of what is not there, and names of what was
/// removed masked in texts. Names, dates, amounts and texts as the audience's treatment has them. Copies made at all
/// levels leave out who got which copy and what other audiences see. The same seed and the same visible content give
/// the same copy.
Redacted redact(const Plan& plan, const RedactionRequest& request);

}  // namespace trackloom::sharing
