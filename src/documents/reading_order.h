#pragma once

#include "documents/material.h"

#include <vector>

namespace trackloom::documents {

/// Elements in the order in which readers look for them: by their numbers where people gave them some, what happens at
/// a time by its date (of one day as they were), all else by name as the language of the document sorts names. Ids mean
/// nothing to readers.
std::vector<const checks::Item*> inReadingOrder(const Material& material, std::vector<const checks::Item*> items);
/// All of a kind.
std::vector<const checks::Item*> inReadingOrder(const Material& material, KindId kind);

}  // namespace trackloom::documents
