#pragma once

#include "xml/files.h"

namespace trackloom {

/// The real disk. Reads at most 1 GiB from one file.
class DiskFiles final : public Files {
 public:
  std::string read(const std::string& path) override;
  void create(const std::string& path, std::string_view bytes, const FileState* like) override;
  std::shared_ptr<void> hold(const std::string& path) override;
  bool removeUnheld(const std::string& path) override;
  void flush(const std::string& path) override;
  void rename(const std::string& from, const std::string& to) override;
  void flushFolder(const std::string& folder) override;
  void remove(const std::string& path) override;
  void erase(const std::string& path) override;
  std::vector<std::string> list(const std::string& folder) override;
  std::optional<FileState> state(const std::string& path) override;
  void makeFolder(const std::string& path) override;
  std::string realPath(const std::string& path) override;
};

enum class FileStep { reading, writing };

/// The error for a step that the system refused with this `errno`: a full disk, a missing permission, a vanished file.
Error fileError(FileStep step, const std::string& path, int code);

}  // namespace trackloom
