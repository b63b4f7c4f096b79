#pragma once

#include <filesystem>

namespace trackloom {

/// Where the parts of Trackloom that are not in the program lie on this machine.
struct Installation {
  std::filesystem::path executable;  ///< the running program
  std::filesystem::path templates;   ///< holds plans/, examples/, documents/ and rules/
  std::filesystem::path catalogues;  ///< holds the words of each language: fr.mo
  std::filesystem::path ownData;  ///< the user's own templates lie in its templates/; empty if there is no such place
};

/// The folder in which a user's data for Trackloom lies, as the XDG Base Directory Specification has it.
std::filesystem::path userDataFolder();

/// Where the desktop keeps its settings and the list of recent plans; empty if there is no such place.
std::filesystem::path userSettingsFile();

/// Looks beside the program first, as it is installed or built, then in the source tree it was built from.
Installation findInstallation(const std::filesystem::path& executable);

/// The running program's own path.
std::filesystem::path runningProgram();

}  // namespace trackloom
