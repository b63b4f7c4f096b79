#include "desktop/presenters/preferences.h"

#include <algorithm>

namespace trackloom::desktop {
std::span<const SpokenLanguage> spokenLanguages() {
  static constexpr SpokenLanguage all[] = {{"en", "English"}, {"fr", "Français"}, {"es", "Español"}, {"ar", "العربية"}};
  return all;
}

std::size_t placeOfLanguage(std::string_view code) {
  const auto all = spokenLanguages();
  const auto found = std::ranges::find_if(all, [&](const SpokenLanguage& one) { return code == one.code; });
  return found == all.end() ? 0 : static_cast<std::size_t>(found - all.begin());
}

Colours coloursOf(long setting) {
  for (const Colours colours : {Colours::light, Colours::dark})
    if (setting == static_cast<long>(colours)) return colours;
  return Colours::asDesktop;
}

std::span<const int> textSizes() {
  static constexpr int all[] = {100, 125, 150, 175, 200};
  return all;
}

std::size_t placeOfTextSize(long percent) {
  const auto all = textSizes();
  const auto found = std::ranges::find(all, percent);
  return found == all.end() ? 0 : static_cast<std::size_t>(found - all.begin());
}

std::vector<std::string> erasedBy(const Preferences& before, const Preferences& after, const Speech& speech) {
  std::vector<std::string> sentences;
  if (before.keepsHistory && !after.keepsHistory)
    sentences.push_back(
        speech.word(tr("All earlier versions of all plans that are kept on this machine are erased, those with a name, "
                       "too. The plans themselves stay.")));
  if (before.listsRecent && !after.listsRecent)
    sentences.push_back(speech.word(tr("The list of plans that were open is forgotten.")));
  return sentences;
}

std::string keptAnyway(const std::string& settingsFile, const std::string& journalFolder, const Speech& speech) {
  std::string text = speech.word(
      tr("Work that is not saved yet is kept aside in any case, until it is saved or given up: a crash shall lose "
         "nothing. Beside a plan stands the version before as “…~”."));
  if (!journalFolder.empty())
    text += ' ' + speech.say({tr("Unsaved work lies in {folder}."), {{"folder", journalFolder}}});
  if (!settingsFile.empty())
    text += ' ' + speech.say({tr("What is settled here lies in {file}, with the sizes of the window and its panes."),
                              {{"file", settingsFile}}});
  return text;
}

}  // namespace trackloom::desktop
