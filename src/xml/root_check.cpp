#include "xml/root_check.h"

#include "xml/problems.h"
#include "xml/write.h"

namespace trackloom::xml {
namespace {

Message addNamespace() {
  return {tr("If it is a plan, its first element must read <plan xmlns=\"{namespace}\" version=\"{version}\">, without "
             "anything before the name."),
          {{"namespace", std::string(planNamespace)}, {"version", std::int64_t{formatVersion}}}};
}

}  // namespace

std::optional<Refusal> refusalOfRoot(std::string_view name, std::string_view space) {
  if (name.ends_with(":plan"))
    return Refusal{{tr("The elements of this file carry a prefix: its first element is <{name}>, not <plan>."),
                    {{"name", shortened(name)}}},
                   addNamespace()};
  if (name != "plan")
    return Refusal{{tr("This is not a plan: its first element is <{name}>, not <plan>."), {{"name", shortened(name)}}},
                   addNamespace()};
  if (space == planNamespace) return std::nullopt;
  if (space.empty())
    return Refusal{{tr("The first element does not say that it is a Trackloom plan: its namespace is missing."), {}},
                   addNamespace()};
  if (space.starts_with("urn:trackloom:plan:"))
    return Refusal{{tr("This plan was written by a newer version of Trackloom, in the format {namespace}."),
                    {{"namespace", shortened(space)}}},
                   {tr("Update Trackloom, or ask whoever sent the plan for a copy in the older format."), {}}};
  return Refusal{
      {tr("This is not a Trackloom plan: its elements are of “{namespace}”."), {{"namespace", shortened(space)}}},
      addNamespace()};
}

}  // namespace trackloom::xml
