#pragma once

#include "documents/material.h"
#include "sharing/merge.h"

namespace trackloom::sharing {

/// The conflict as a question in plain words: what was, what each side says, what is to be decided. Names and values
/// are spoken as in documents; the material is of the merged plan.
Message question(const documents::Material& material, const Conflict& conflict);

/// What an answer does, in a few words: "Take “20 May 2013”", "Keep it", "Keep both".
Message answerLabel(const documents::Material& material, const Conflict& conflict, Answer answer);

/// What an answer decides, as a sentence: "Union stays.", "Union goes, and with it: …".
Message decision(const documents::Material& material, const Conflict& conflict, Answer answer);

}  // namespace trackloom::sharing
