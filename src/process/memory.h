#pragma once

namespace trackloom {

/// Has memory that is freed kept for what comes next, up to 64 MB, instead of given back to the system each time: a
/// look of the checks at a large plan takes a quarter longer where it has to ask for all of it anew. For programs,
/// before they do anything else; does nothing where the C library is not GNU's.
void keepFreedMemory();

}  // namespace trackloom
