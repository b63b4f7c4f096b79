#pragma once

#include "desktop/presenters/speech.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace trackloom::desktop {

/// A language that the desktop speaks, and how it calls itself.
struct SpokenLanguage {
  const char* code;
  const char* name;
};
std::span<const SpokenLanguage> spokenLanguages();
/// The place of a language among these; the first for one that is not spoken.
std::size_t placeOfLanguage(std::string_view code);

/// Whether windows are light or dark.
enum class Colours : std::uint8_t { asDesktop, light, dark };
/// The place of what settings say among these; as the desktop environment has them for anything else.
Colours coloursOf(long setting);

/// The sizes of text there are to choose from, in percent of what the desktop environment has.
std::span<const int> textSizes();
/// The place of a size among these; of the first for one that is not there.
std::size_t placeOfTextSize(long percent);

/// What a user settles for this machine, whatever plan is open.
struct Preferences {
  std::string language = "en";
  std::string organisation{};
  Colours colours = Colours::asDesktop;
  int textSize = 100;           ///< in percent, one of `textSizes`
  bool keepsHistory = true;     ///< earlier versions of plans, to go back to
  bool listsRecent = true;      ///< plans that were open
  bool showsPreviews = true;    ///< pages of documents before they are written
  bool papersInMemory = false;  ///< papers are worked on in memory alone, as those of sealed plans always are
  friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// What is erased at once where something is not to be kept any more, a sentence each; empty if nothing is.
std::vector<std::string> erasedBy(const Preferences& before, const Preferences& after, const Speech& speech);

/// What is kept on this machine whatever is settled, and where.
std::string keptAnyway(const std::string& settingsFile, const std::string& journalFolder, const Speech& speech);

}  // namespace trackloom::desktop
