#include "xml/migrate.h"

#include "xml/problems.h"
#include "xml/write.h"

#include <charconv>

#include <pugixml.hpp>

namespace trackloom::xml {
namespace {

struct IntoText : pugi::xml_writer {
  std::string text;
  void write(const void* bytes, std::size_t size) override { text.append(static_cast<const char*>(bytes), size); }
};

}  // namespace

std::span<const Step> steps() { return {}; }  // version 1 is the first

std::optional<int> versionNumber(std::string_view version) {
  const auto isNumber = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const std::string_view whole = version.substr(0, version.find('.'));
  const bool hasPart = whole.size() < version.size();
  if (!isNumber(whole) || (hasPart && !isNumber(version.substr(whole.size() + 1)))) return std::nullopt;
  int number = 0;
  if (std::from_chars(whole.data(), whole.data() + whole.size(), number).ec != std::errc()) return formatVersion + 1;
  return number > 0 ? std::optional(number) : std::nullopt;
}

std::optional<Refusal> refusalOfVersion(std::string_view version) {
  const auto number = versionNumber(version);
  if (!number)
    return Refusal{
        {tr("The version of the file format is “{version}”, which is not a version."),
         {{"version", shortened(version)}}},
        {tr("Have the file sent again, or correct version= in its first element; this program writes version 1."), {}}};
  if (*number <= formatVersion) return std::nullopt;
  return Refusal{{tr("This plan was written by a newer version of Trackloom, in file format {version}."),
                  {{"version", shortened(version)}}},
                 {tr("Update Trackloom, or ask whoever sent the plan for a copy in the older format."), {}}};
}

std::string migrate(std::string_view text, int version, std::span<const Step> allSteps) {
  pugi::xml_document document;
  document.load_buffer(text.data(), text.size(), pugi::parse_full & ~pugi::parse_doctype, pugi::encoding_utf8);
  for (const Step& step : allSteps)
    if (step.from >= version) step.change(document.document_element());
  document.document_element().attribute("version").set_value(formatVersion);
  IntoText writer;
  document.save(writer, "", pugi::format_raw);
  return std::move(writer.text);
}

}  // namespace trackloom::xml
