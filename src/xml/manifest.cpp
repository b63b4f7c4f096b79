#include "xml/manifest.h"

#include "plan/error.h"
#include "xml/checked_text.h"
#include "xml/tokens.h"

namespace trackloom::xml {
namespace {

[[noreturn]] void refuse(Message what, const std::string& where, int line) {
  throw Error(ErrorKind::unreadable, std::move(what), where + ":" + std::to_string(line),
              {tr("Install the program, template or plugin it belongs to again."), {}});
}

void takeAttributes(Manifest& manifest, const Tokens& tokens) {
  std::string scratch;
  for (const Attribute& attribute : tokens.attributes()) {
    const std::string value(valueOf(attribute, scratch));
    if (attribute.name == "id")
      manifest.id = value;
    else if (attribute.name == "title")
      manifest.title = value;
    else
      manifest.values.emplace(attribute.name, value);
  }
}

}  // namespace

Manifest readManifest(std::string_view bytes, const std::string& where) {
  Problems problems;
  const CheckedText checked(bytes, problems);
  Tokens tokens(checked.text());
  Manifest manifest;
  std::string_view root;
  std::string_view inside;
  std::size_t rootAt = 0;
  while (!checked.refusal() && tokens.next() != Tokens::Kind::nothing) {
    if (tokens.kind() == Tokens::Kind::start && root.empty()) {
      root = tokens.name();
      rootAt = tokens.from();
      takeAttributes(manifest, tokens);
    } else if (tokens.kind() == Tokens::Kind::start) {
      inside = tokens.empty() ? "" : tokens.name();
    } else if (tokens.kind() == Tokens::Kind::end) {
      inside = "";
    } else if (inside == "help" && (tokens.kind() == Tokens::Kind::text || tokens.kind() == Tokens::Kind::characters)) {
      tokens.appendTextTo(manifest.help);
    }
  }
  const auto& refusal = checked.refusal() ? checked.refusal() : tokens.refusal();
  if (refusal) refuse(refusal->what, where, lineAt(checked.text(), refusal->at));
  const int line = lineAt(checked.text(), rootAt);
  if (root != "manifest")
    refuse({tr("This is not a manifest: its first element is <{name}>, not <manifest>."), {{"name", shortened(root)}}},
           where, line);
  if (manifest.id.empty() || manifest.title.empty())
    refuse({tr("The manifest has no id or no title."), {}}, where, line);
  return manifest;
}

}  // namespace trackloom::xml
