#pragma once

#include "documents/json.h"
#include "documents/node.h"
#include "sharing/change_sentences.h"
#include "sharing/finding_changes.h"

#include <string>
#include <vector>

namespace trackloom::sharing {

/// Two versions of a plan set side by side, looked at as of one day, with what is to be told about them.
struct Comparison {
  const documents::Material& before;
  const documents::Material& after;
  std::vector<ChangeGroup> groups;
  FindingChanges findings;
};

/// Nothing about findings where the later version is not for the team's own levels. The changes are those between the
/// two versions as they were written.
Comparison compare(const documents::Material& before, const documents::Material& after,
                   std::span<const Change> changes);

/// A sentence, and what it is about first of all.
struct ToldSentence {
  ElementId element;
  std::string text;
};

/// A part of what is told, under its heading.
struct ToldPart {
  std::string heading;
  std::vector<ToldSentence> sentences;
};

/// The whole in the language of the later version: the tracks, then the findings that are new and those that are gone.
std::vector<ToldPart> toldParts(const Comparison& comparison);

/// `{"groups": [{"track", "changes": [{"element", "sentence"}]}], "findings": {"new": […], "gone": […]}}`
documents::Json comparisonJson(const Comparison& comparison);

/// What a page about it is filled from: `title`, `language`, `direction`, `as-of`, `parts` of `heading` and
/// `sentences`.
documents::Node comparisonNode(const Comparison& comparison);

}  // namespace trackloom::sharing
