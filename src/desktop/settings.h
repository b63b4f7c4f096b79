#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

class wxFileConfig;

namespace trackloom::desktop {

/// What the program remembers of its user, in one file of theirs: never anything that stands in a plan.
class Settings {
 public:
  /// `path`: the file; an empty one keeps everything in memory.
  explicit Settings(const std::string& path);
  ~Settings();

  /// The file; empty for one in memory.
  const std::string& path() const { return path_; }
  std::string text(const char* key) const;
  long number(const char* key, long otherwise) const;
  void set(const char* key, const std::string& value);
  void set(const char* key, long value);

  /// Plans that were open, the last one first; at most ten.
  std::vector<std::string> recent() const;
  void remember(const std::string& path);
  void forget(const std::string& path);
  /// Whether plans that were open are remembered at all. What is remembered when that ends is forgotten.
  bool remembersRecent() const;
  void rememberRecent(bool remember);
  void forgetRecent();
  /// Called with each path that is forgotten, or never to be remembered.
  std::function<void(const std::string&)> onForget;

 private:
  void flush();

  std::string path_;
  std::unique_ptr<wxFileConfig> config_;
};

}  // namespace trackloom::desktop
