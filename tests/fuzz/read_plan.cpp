#include "xml/read.h"
#include "xml/write.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

/// Whatever the bytes are, they give a plan or a reason with a line; and a plan once written is written the same again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace trackloom;
  const xml::Reading reading = xml::read({reinterpret_cast<const char*>(bytes), size});
  if (reading.plan.has_value() == reading.refusal.has_value()) std::abort();
  if (reading.refusal && reading.refusal->line < 1) std::abort();
  for (const xml::Problem& problem : reading.problems)
    if (problem.line < 1 || plainText(problem.what).empty()) std::abort();
  if (!reading.plan) return 0;
  const std::string written = xml::write(*reading.plan);
  const xml::Reading again = xml::read(written);
  if (!again.plan || xml::write(*again.plan) != written) std::abort();
  return 0;
}
