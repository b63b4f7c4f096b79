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

/// What belongs to a program of Trackloom lies in `../lib/trackloom` beside its folder, as it is installed and as it is
/// built. Not in `share/trackloom`: below `~/.local` that is the user's own folder.
Installation findInstallation(const std::filesystem::path& executable);

/// The running program's own path.
std::filesystem::path runningProgram();

}  // namespace trackloom
