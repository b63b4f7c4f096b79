#pragma once

#include "sharing/versions.h"

#include <vector>

namespace trackloom::sharing {

/// That an element came or went: links by what they tie together, others by their kind and name.
Message cameOrWent(const Versions& versions, const Change& change);

/// What changed in an element that both versions have.
std::vector<Message> fieldSentences(const Versions& versions, const Change& change);

/// What the version plans it for: a day, or from a first to a last one; empty where no exact day is planned.
std::string plannedDates(const documents::Material& material, const Element& element);

}  // namespace trackloom::sharing
