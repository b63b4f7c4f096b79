#include "process/memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace trackloom {

void keepFreedMemory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the most it takes
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

}  // namespace trackloom
