#include "plugin/permissions.h"

#include "xml/safe_save.h"

#include <sstream>

namespace trackloom::plugin {

Permissions::Permissions(Files& files, std::filesystem::path file) : files_(files), file_(std::move(file)) {
  try {
    if (files_.state(file_.string())) take(files_.read(file_.string()));
  } catch (const Error& error) {
    unreadable_ = error;
  }
}

void Permissions::verify() const {
  if (unreadable_) throw *unreadable_;
}

void Permissions::take(const std::string& text) {
  constexpr std::size_t hashLength = 64;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t space = line.find(' ');
    if (space != std::string::npos && line.size() == space + 1 + hashLength)
      hashes_[line.substr(0, space)] = line.substr(space + 1);
  }
}

std::string Permissions::hashFor(const std::string& id) const {
  const auto found = hashes_.find(id);
  return found == hashes_.end() ? std::string() : found->second;
}

void Permissions::allow(const std::string& id, const std::string& hash) {
  verify();
  hashes_[id] = hash;
  save();
}

void Permissions::disallow(const std::string& id) {
  verify();
  if (hashes_.erase(id) > 0) save();
}

void Permissions::save() {
  if (hashes_.empty()) {
    files_.remove(file_.string());
    return;
  }
  std::string text;
  for (const auto& [id, hash] : hashes_) text.append(id).append(" ").append(hash).append("\n");
  files_.makeFolder(file_.parent_path().string());
  replaceSafely(files_, file_.string(), text);
}

}  // namespace trackloom::plugin
