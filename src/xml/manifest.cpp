#include "xml/manifest.h"

#include "plan/error.h"
#include "xml/source.h"

#include <pugixml.hpp>

namespace trackloom::xml {
namespace {

Message reinstall() { return {tr("Install the program, template or plugin it belongs to again."), {}}; }

[[noreturn]] void refuse(Message what, const std::string& where, int line) {
  throw Error(ErrorKind::unreadable, std::move(what), where + ":" + std::to_string(line), reinstall());
}

}  // namespace

Manifest readManifest(std::string_view bytes, const std::string& where) {
  Problems problems;
  const Source source(bytes, problems);
  if (source.refusal()) refuse(source.refusal()->what, where, lineAt(source.text(), source.refusal()->at));
  const pugi::xml_node root = source.document().document_element();
  const int line = lineAt(source.text(), source.placeOf(root));
  if (root.name() != std::string_view("manifest"))
    refuse({tr("This is not a manifest: its first element is <{name}>, not <manifest>."),
            {{"name", shortened(root.name())}}},
           where, line);
  Manifest manifest;
  for (const pugi::xml_attribute attribute : root.attributes()) {
    const std::string name = attribute.name();
    if (name == "id")
      manifest.id = attribute.value();
    else if (name == "title")
      manifest.title = attribute.value();
    else
      manifest.values.emplace(name, attribute.value());
  }
  manifest.help = root.child_value("help");
  if (manifest.id.empty() || manifest.title.empty())
    refuse({tr("The manifest has no id or no title."), {}}, where, line);
  return manifest;
}

}  // namespace trackloom::xml
