#pragma once

#include "documents/material.h"

#include <span>
#include <vector>

namespace trackloom::sharing {

/// One change as a sentence: "Round 2 moves from 14 to 20 May 2013." Names and values stand in it as they are spoken in
/// the language of the later version; `documents::said` puts the sentence itself into it.
struct ChangeSentence {
  ElementId element;
  Message sentence;
};

/// What changed on one track, or beside all of them.
struct ChangeGroup {
  ElementId track;  ///< empty: on no track
  std::vector<ChangeSentence> sentences;
};

/// What changed from one version of a plan to another, by tracks in the order the team gave them, then what stands on
/// none; on each by kind and id. Both versions are as their readers may see them, with the names they are to be told;
/// the changes are those between the two as they were written. What is told of a link stands with the track of what it
/// leads to.
std::vector<ChangeGroup> changeSentences(const documents::Material& before, const documents::Material& after,
                                         std::span<const Change> changes);

}  // namespace trackloom::sharing
