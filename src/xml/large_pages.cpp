#include "xml/large_pages.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <cstdint>

namespace trackloom::xml {
namespace {

constexpr std::size_t worthIt = 32U << 20U;  // from here on memory comes from the system and goes back to it
constexpr std::size_t largePage = 2U << 20U;

}  // namespace

void reserveLarge(std::string& text, std::size_t bytes) {
  text.reserve(bytes);
#ifdef MADV_HUGEPAGE
  if (bytes < worthIt) return;
  const std::size_t before = -reinterpret_cast<std::uintptr_t>(text.data()) % largePage;
  const std::size_t whole = (text.capacity() - before) / largePage * largePage;
  // Only advice: a system that has no large pages goes on with usual ones.
  (void)madvise(text.data() + before, whole, MADV_HUGEPAGE);
#endif
}

}  // namespace trackloom::xml
