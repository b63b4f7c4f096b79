#pragma once

#include "plan/error.h"
#include "xml/files.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace trackloom::plugin {

/// Which plugins from outside the installation the user has allowed: their ids, each with the hash of the library that
/// was looked at then. Kept in one text file of the user's, a line each.
class Permissions {
 public:
  /// A file that is missing or cannot be read allows nothing; lines that do not read are left out. `files` must outlive
  /// this.
  Permissions(Files& files, std::filesystem::path file);

  /// Throws why the file could not be read, if it could not.
  void verify() const;

  /// Empty if the plugin was never allowed.
  std::string hashFor(const std::string& id) const;
  /// These two throw what `verify` does: a file that cannot be read is not replaced.
  void allow(const std::string& id, const std::string& hash);
  void disallow(const std::string& id);

 private:
  void take(const std::string& text);
  void save();

  Files& files_;
  std::filesystem::path file_;
  std::map<std::string, std::string> hashes_;
  std::optional<Error> unreadable_;
};

}  // namespace trackloom::plugin
