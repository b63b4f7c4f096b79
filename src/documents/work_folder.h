#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace trackloom::documents {

struct TaskFile;

/// Where files lie that another program works on: what comes from a sealed plan lies in memory only.
enum class WorkPlace : std::uint8_t { disk, memory };

/// The first of some folders whose files are kept in memory and may be written by this user.
std::optional<std::filesystem::path> firstInMemory(std::span<const std::filesystem::path> folders);

/// A folder only this user can look into; gone with everything in it when this object goes. What a program that was
/// killed left of such folders in the same place goes when the next one is made.
class WorkFolder {
 public:
  /// Throws an `Error` of kind unwritable if none can be made there: nothing goes to the disk instead of into memory.
  explicit WorkFolder(WorkPlace place);
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Throws an `Error` of kind unwritable.
  void write(const TaskFile& file) const;
  /// Nothing if there is no such file.
  std::optional<std::string> read(const std::string& name) const;

 private:
  std::filesystem::path path_;
  int lock_ = -1;  ///< says that it is in use; the system takes it back whatever happens
};

}  // namespace trackloom::documents
