#pragma once

#include "plan/error.h"
#include "sharing/sealed.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::cli {

/// The sealed plans that a run of the program opened, and the keys that what is made of them is sealed with again.
class Seals {
 public:
  /// Where to look for the passphrase when a sealed plan is read; with an empty name such plans are refused.
  void takePassphraseFrom(std::string file) { file_ = std::move(file); }
  const std::string& passphraseFile() const { return file_; }

  /// What a sealed file holds. Throws an `Error` that says what it is and how it opens.
  std::string open(std::string_view sealed, const std::string& file);
  /// Remembers that a plan was read that lies open.
  void passOpenPlan() { openPlan_ = true; }
  /// The sealed plan that was read first; empty while all lie open.
  const std::string& firstSealed() const { return firstSealed_; }
  /// Were both sealed plans and open ones read, so that nobody can tell by themselves what is made of them?
  bool isMixed() const { return openPlan_ && !firstSealed_.empty(); }
  /// The key of the first one that was opened; nothing while all plans lie open.
  const sharing::SealKey* key() const { return keys_.empty() ? nullptr : &keys_.front(); }
  /// The key to save over a sealed file with: its own if it was opened here, else that of the first one.
  const sharing::SealKey* keyFor(std::string_view sealed) const;

 private:
  std::string file_;
  std::optional<sharing::Passphrase> passphrase_;
  std::vector<sharing::SealKey> keys_;
  std::string firstSealed_;
  bool openPlan_ = false;
};

/// Refuses a sealed file, saying what it is.
Error refusalOfSealed(const std::string& file);

}  // namespace trackloom::cli
