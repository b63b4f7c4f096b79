#pragma once

namespace trackloom {

/// Has writing to a pipe that nobody reads any more, or beyond the size that files may have here, fail as any other
/// write does, instead of ending the program. For programs, before they write anything.
void turnSignalsIntoErrors();

}  // namespace trackloom
