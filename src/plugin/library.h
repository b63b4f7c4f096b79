#pragma once

#include "plugin/trackloom_plugin.h"

#include <filesystem>
#include <memory>

namespace trackloom::plugin {

/// A plugin's shared library in this process.
class Library {
 public:
  /// Loads it and asks for the plugin. Throws an `Error` for a library that is missing or broken, is no plugin, or was
  /// made for another version of the interface.
  explicit Library(const std::filesystem::path& path);

  const TrackloomPlugin& plugin() const { return *plugin_; }
  /// Can it turn files into tables, or tables into files? A library of an older interface says nothing of these.
  bool readsTables() const { return knowsTables() && plugin_->readTables; }
  bool writesTables() const { return knowsTables() && plugin_->writeTables; }

 private:
  bool knowsTables() const { return plugin_->api >= 3 && plugin_->size >= sizeof(TrackloomPlugin); }

  struct Close {
    void operator()(void* handle) const;
  };
  std::unique_ptr<void, Close> handle_;
  const TrackloomPlugin* plugin_ = nullptr;
};

}  // namespace trackloom::plugin
