// Feeds the import of separated values with damaged input: whatever the bytes, it reports or refuses.

#include "plan/error.h"
#include "tables/import.h"
#include "xml/read.h"

#include <cstddef>
#include <cstdint>

using namespace trackloom;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Plan plan =
      *xml::read(
           R"(<plan xmlns="urn:trackloom:plan:1" version="1" id="p"><tracks><track id="t" name="Talks"/></tracks><actors><actor id="a" name="Khalifa Haftar" aliases="KH"/></actors><activities><activity id="r" title="Round 1" lead="a"/></activities></plan>)")
           .plan;
  static const std::vector<language::Language> languages(1);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const tables::ReadFile file = tables::readCsv(bytes, {}, "fuzz.csv");
    tables::ImportRequest request;
    request.otherRows = tables::OtherRows::take;
    if (size % 3 == 0) request.kind = KindId::activity;
    if (size % 2 == 0) request.create = {KindId::actor};
    const tables::Import first = tables::importSheets(plan, file.sheets, request, languages);
    static_cast<void>(tables::mappingText(first.mapping));
    static_cast<void>(tables::readMapping(bytes, "fuzz.map"));
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
