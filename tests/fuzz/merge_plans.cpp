// Feeds the merge with damaged plans: whatever three files hold, what comes out can be written, and taking the same
// version twice gives that version.

#include "sharing/merge.h"
#include "xml/read.h"
#include "xml/write.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace trackloom;

namespace {

constexpr char between = '\x1e';  // what no plan file may hold

void verify(bool holds) {
  if (!holds) std::abort();
}

std::string_view taken(std::string_view& bytes) {
  const std::size_t end = std::min(bytes.find(between), bytes.size());
  const std::string_view part = bytes.substr(0, end);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  return part;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::array<Plan, 3> plans;
  for (Plan& plan : plans) {
    xml::Reading reading = xml::read(taken(bytes));
    if (!reading.plan) return 0;
    plan = *std::move(reading.plan);
  }
  const auto& [base, ours, theirs] = plans;
  verify(xml::write(sharing::mergePlans(base, ours, ours).plan) == xml::write(ours));
  const sharing::Merge merge = sharing::mergePlans(base, ours, theirs);
  for (const Plan& plan :
       {merge.plan, resolveAll(merge, sharing::Side::ours), resolveAll(merge, sharing::Side::theirs)})
    verify(xml::read(xml::write(plan)).plan.has_value());
  return 0;
}
