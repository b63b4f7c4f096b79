#pragma once

#include "desktop/presenters/speech.h"
#include "desktop/prompts.h"

#include <functional>

class wxWindow;

namespace trackloom::desktop {

/// Asks in windows before the one given.
class WindowPrompts : public Prompts {
 public:
  /// `chosen` is told of each file that is chosen.
  WindowPrompts(wxWindow& parent, const Speech& speech, std::function<void(const std::string&)> chosen)
      : parent_(parent), speech_(speech), chosen_(std::move(chosen)) {}
  std::optional<std::string> openFile(const FileQuestion& question) override;
  std::optional<std::string> saveFile(const FileQuestion& question) override;
  std::size_t choose(const std::string& question, const std::vector<std::string>& answers) override;
  std::optional<std::string> askText(const std::string& question, const std::string& before) override;
  std::optional<sharing::Passphrase> askPassphrase(const std::string& question) override;
  std::optional<sharing::Passphrase> newPassphrase(const std::string& question) override;
  std::optional<std::vector<std::size_t>> tick(const std::string& question, const std::vector<std::string>& answers,
                                               const std::vector<std::size_t>& ticked) override;
  std::optional<std::size_t> search(const std::string& question, const std::vector<std::string>& answers) override;
  bool reviewImport(SpreadsheetImport& import) override;
  std::optional<Preferences> askPreferences(const Preferences& now, const std::string& kept) override;
  void tell(const std::string& title, const std::string& text) override;
  std::size_t decide(const std::string& title, const std::string& text,
                     const std::vector<std::string>& answers) override;
  void introduce(const std::string& text) override;

 private:
  std::optional<std::string> file(const FileQuestion& question, long style);

  wxWindow& parent_;
  const Speech& speech_;
  std::function<void(const std::string&)> chosen_;
};

}  // namespace trackloom::desktop
