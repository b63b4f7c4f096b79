#pragma once

#include <map>
#include <string>
#include <string_view>

namespace trackloom::xml {

/// What a template or plugin says of itself in a small file of its own:
/// `<manifest id="…" title="…" audience="…"><help>…</help></manifest>`.
struct Manifest {
  std::string id;
  std::string title;
  std::string help;
  std::map<std::string, std::string> values;  ///< all other attributes by name
};

/// Reads a manifest. Throws `Error` (unreadable) with `where` and the line if it is not well-formed, is no manifest,
/// or has no id or title.
Manifest readManifest(std::string_view bytes, const std::string& where);

}  // namespace trackloom::xml
