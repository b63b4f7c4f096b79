#include "xml/read.h"

#include "xml/migrate.h"
#include "xml/plan_reader.h"
#include "xml/source.h"
#include "xml/write.h"

#include <pugixml.hpp>

namespace trackloom::xml {
namespace {

Message addNamespace() {
  return {tr("If it is a plan, its first element must read <plan xmlns=\"{namespace}\" version=\"{version}\">, without "
             "anything before the name."),
          {{"namespace", std::string(planNamespace)}, {"version", std::int64_t{formatVersion}}}};
}

Message updateTrackloom() {
  return {tr("Update Trackloom, or ask whoever sent the plan for a copy in the older format."), {}};
}

/// Is this the plan of a file that this version reads? If not: why.
std::optional<Refusal> refusalOf(const pugi::xml_node& root, std::size_t at) {
  const std::string_view name = root.name();
  const std::string_view space = root.attribute("xmlns").value();
  const bool prefixed = name.ends_with(":plan");
  if (name != "plan" && !prefixed)
    return Refusal{{tr("This is not a plan: its first element is <{name}>, not <plan>."), {{"name", shortened(name)}}},
                   addNamespace(),
                   at};
  if (prefixed)
    return Refusal{{tr("The elements of this file carry a prefix: its first element is <{name}>, not <plan>."),
                    {{"name", shortened(name)}}},
                   addNamespace(),
                   at};
  if (space == planNamespace) return std::nullopt;
  if (space.empty())
    return Refusal{{tr("The first element does not say that it is a Trackloom plan: its namespace is missing."), {}},
                   addNamespace(),
                   at};
  if (space.starts_with("urn:trackloom:plan:"))
    return Refusal{{tr("This plan was written by a newer version of Trackloom, in the format {namespace}."),
                    {{"namespace", shortened(space)}}},
                   updateTrackloom(),
                   at};
  return Refusal{
      {tr("This is not a Trackloom plan: its elements are of “{namespace}”."), {{"namespace", shortened(space)}}},
      addNamespace(),
      at};
}

/// Brings the plan to the present version; one that names no version counts as of the first.
std::optional<Refusal> migrateRoot(const pugi::xml_node& root, std::size_t at, Problems& problems) {
  const pugi::xml_attribute version = root.attribute("version");
  if (!version)
    problems.add(at, {}, [] {
      return Message{tr("The plan does not say which version of the format it is in. It is read as version 1."), {}};
    });
  auto refusal = migrate(root, version ? version.value() : "1");
  if (refusal) refusal->at = at;
  return refusal;
}

void refuse(Reading& reading, const Refusal& refusal, std::string_view text) {
  reading.plan.reset();
  reading.refusal = Problem{refusal.what, lineAt(text, refusal.at), {}};
  reading.toDo = refusal.toDo;
}

}  // namespace

Reading read(std::string_view bytes) {
  Reading reading;
  Problems problems;
  Source source(bytes, problems);
  auto refusal = source.refusal();
  if (!refusal) {
    const pugi::xml_node root = source.document().document_element();
    const std::size_t at = source.placeOf(root);
    refusal = refusalOf(root, at);
    if (!refusal) refusal = migrateRoot(root, at, problems);
    if (!refusal) {
      PlanReader reader(source, problems);
      reader.take(root);
      source.releaseDocument();
      reading.plan = reader.finish();
    }
  }
  problems.moveTo(reading, source.text());
  if (refusal) refuse(reading, *refusal, source.text());
  return reading;
}

}  // namespace trackloom::xml
