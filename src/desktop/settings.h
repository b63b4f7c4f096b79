#pragma once

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

  std::string text(const char* key) const;
  long number(const char* key, long otherwise) const;
  void set(const char* key, const std::string& value);
  void set(const char* key, long value);

  /// Plans that were open, the last one first; at most ten.
  std::vector<std::string> recent() const;
  void remember(const std::string& path);
  void forget(const std::string& path);
  void forgetRecent();

 private:
  void flush();

  std::string path_;
  std::unique_ptr<wxFileConfig> config_;
};

}  // namespace trackloom::desktop
