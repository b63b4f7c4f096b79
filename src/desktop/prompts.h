#pragma once

#include "plan/error.h"
#include "sharing/passphrase.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace trackloom::desktop {

/// What is asked for when a file is to be named.
struct FileQuestion {
  std::string title;
  std::string name;       ///< suggested
  std::string folder;     ///< where to look first
  std::string extension;  ///< without a dot
  std::string what;       ///< what such files are called
  std::string other{};    ///< another extension of such files
};

struct Preferences;
class SpreadsheetImport;

/// Everything that stops the user with a question. Tests answer for them.
class Prompts {
 public:
  virtual ~Prompts() = default;
  /// The chosen path; nothing if the user thought better of it.
  virtual std::optional<std::string> openFile(const FileQuestion& question) = 0;
  virtual std::optional<std::string> saveFile(const FileQuestion& question) = 0;
  /// The place of the chosen answer; the last one stands for escape.
  virtual std::size_t choose(const std::string& question, const std::vector<std::string>& answers) = 0;
  virtual std::optional<std::string> askText(const std::string& question, const std::string& before) = 0;
  /// What opens a sealed plan; nothing if the user thought better of it.
  virtual std::optional<sharing::Passphrase> askPassphrase(const std::string& question) = 0;
  /// What a plan is to be sealed under, typed twice alike; says how hard it is to guess.
  virtual std::optional<sharing::Passphrase> newPassphrase(const std::string& question) = 0;
  /// The places of the ticked answers.
  virtual std::optional<std::vector<std::size_t>> tick(const std::string& question,
                                                       const std::vector<std::string>& answers,
                                                       const std::vector<std::size_t>& ticked) = 0;
  /// One answer of many, searched by typing; nothing if the user thought better of it.
  virtual std::optional<std::size_t> search(const std::string& question, const std::vector<std::string>& answers) = 0;
  /// Lets the user look at an import and answer what it asks; true if it is to be taken as it then stands.
  virtual bool reviewImport(SpreadsheetImport& import) = 0;
  /// What the user settles for this machine; nothing if they thought better of it. `kept`: what is kept in any case.
  virtual std::optional<Preferences> askPreferences(const Preferences& now, const std::string& kept) = 0;
  virtual void tell(const std::string& title, const std::string& text) = 0;
  /// A text to read, and what is to be done after it: the place of the chosen answer; the last one stands for escape.
  virtual std::size_t decide(const std::string& title, const std::string& text,
                             const std::vector<std::string>& answers) = 0;
  /// Tells of the program itself.
  virtual void introduce(const std::string& text) { tell("Trackloom", text); }
};

}  // namespace trackloom::desktop
