// Feeds the plugin that reads workbooks with damaged input, in this process, as the child process does.

#include "plugin/job.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

const TrackloomPlugin* trackloom_plugin(void);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto result = trackloom::plugin::runImporter(*trackloom_plugin(), bytes, 64U << 20U);
  if (result.ending == trackloom::plugin::Ending::fine && !trackloom::plugin::unpackedSheets(result.bytes))
    __builtin_trap();
  return 0;
}
