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
  const fs::path parts = (fs::absolute(executable).parent_path() / "../lib/trackloom").lexically_normal();
  return {executable, parts / "templates", parts / "locale", userDataFolder()};
}

fs::path runningProgram() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored);
}

}  // namespace trackloom
