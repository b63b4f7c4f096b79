#pragma once

#include "sharing/other_ids.h"

#include <string>

namespace trackloom::sharing {

/// HMAC-SHA-256 (RFC 2104) of a text under a key, as 64 hexadecimal digits.
std::string keyedHash(std::string_view key, std::string_view text);

/// An id for each element that follows from its old one and the seed.
OtherIds keyedIds(const Plan& plan, std::string_view seed);

/// The plan with other ids, its sets of references in the order of the new ones, and places (`order`) counted from 1
/// without gaps. Precondition: it names nothing that is not in it.
Plan withKeyedIds(const Plan& plan, const OtherIds& ids);

}  // namespace trackloom::sharing
