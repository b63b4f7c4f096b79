#pragma once

#include "xml/files.h"

#include <filesystem>
#include <map>
#include <string>

namespace trackloom::plugin {

/// Which plugins from outside the installation the user has allowed: their ids, each with the hash of the library that
/// was looked at then. Kept in one text file of the user's, a line each.
class Permissions {
 public:
  /// A file that is missing allows nothing; lines that do not read are left out. `files` must outlive this.
  Permissions(Files& files, std::filesystem::path file);

  /// Empty if the plugin was never allowed.
  std::string hashFor(const std::string& id) const;
  void allow(const std::string& id, const std::string& hash);
  void disallow(const std::string& id);

 private:
  void save();

  Files& files_;
  std::filesystem::path file_;
  std::map<std::string, std::string> hashes_;
};

}  // namespace trackloom::plugin
