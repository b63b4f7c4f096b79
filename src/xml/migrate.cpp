#include "xml/migrate.h"

#include "xml/problems.h"
#include "xml/write.h"

#include <charconv>

#include <pugixml.hpp>

namespace trackloom::xml {
namespace {

/// The number before the point of `1` or `1.2`; nothing if that is no version.
std::optional<int> majorVersion(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find('.'));
  const auto isNumber = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!isNumber(whole) || (whole.size() < text.size() && !isNumber(text.substr(whole.size() + 1)))) return std::nullopt;
  int number = 0;
  if (std::from_chars(whole.data(), whole.data() + whole.size(), number).ec != std::errc()) return formatVersion + 1;
  if (number == 0) return std::nullopt;
  return number;
}

}  // namespace

std::span<const Step> steps() { return {}; }  // version 1 is the first

std::optional<Refusal> migrate(pugi::xml_node plan, std::string_view version) {
  const auto number = majorVersion(version);
  if (!number)
    return Refusal{
        {tr("The version of the file format is “{version}”, which is not a version."),
         {{"version", shortened(version)}}},
        {tr("Have the file sent again, or correct version= in its first element; this program writes version 1."), {}}};
  if (*number > formatVersion)
    return Refusal{{tr("This plan was written by a newer version of Trackloom, in file format {version}."),
                    {{"version", shortened(version)}}},
                   {tr("Update Trackloom, or ask whoever sent the plan for a copy in the older format."), {}}};
  for (const Step& step : steps())
    if (step.from >= *number) step.change(plan);
  return std::nullopt;
}

}  // namespace trackloom::xml
