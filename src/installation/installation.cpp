#include "installation/installation.h"

#include <cstdlib>
#include <system_error>

namespace trackloom {

namespace fs = std::filesystem;

fs::path userDataFolder() {
  const char* data = std::getenv("XDG_DATA_HOME");
  if (data && *data == '/') return fs::path(data) / "trackloom";
  const char* home = std::getenv("HOME");
  return home && *home == '/' ? fs::path(home) / ".local/share/trackloom" : fs::path();
}

fs::path userSettingsFile() {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  if (config && *config == '/') return fs::path(config) / "trackloom/settings.ini";
  const char* home = std::getenv("HOME");
  return home && *home == '/' ? fs::path(home) / ".config/trackloom/settings.ini" : fs::path();
}

Installation findInstallation(const fs::path& executable) {
  const fs::path folder = executable.parent_path();
  Installation found{executable, fs::path(TRACKLOOM_TEMPLATES), fs::path(TRACKLOOM_CATALOGUES), userDataFolder()};
  for (const fs::path& place : {folder / "../share/trackloom/templates", folder / "../../templates"}) {
    std::error_code ignored;
    if (!fs::is_directory(place / "plans", ignored)) continue;
    found.templates = place.lexically_normal();
    break;
  }
  std::error_code ignored;
  for (const fs::path& place : {folder / "../share/trackloom/locale", folder / "../locale"})
    if (fs::is_directory(place, ignored)) {
      found.catalogues = place.lexically_normal();
      break;
    }
  return found;
}

fs::path runningProgram() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored);
}

}  // namespace trackloom
