#pragma once

#include "plan/error.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom {

/// What a folder tells about a file without reading it.
struct FileState {
  std::uint64_t size = 0;     ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since 1970
  std::uint64_t inode = 0;    ///< the file's number on its disk
  std::uint32_t mode = 0600;  ///< permission bits
  std::uint32_t group = 0;    ///< number of the owning group
  std::uint64_t names = 1;    ///< how many names the file has on its disk (hard links)
  bool writable = true;       ///< may this user write into it?
  bool folder = false;
};

/// The few things saving needs from a disk, so that tests can stand in for it and fail at any of them.
/// Paths are UTF-8. Whatever cannot be done throws an `Error` that says what, where and what to do.
class Files {
 public:
  virtual ~Files() = default;

  /// The whole content. Throws for what is not a regular file, so that it never waits for a pipe or a device.
  virtual std::string read(const std::string& path) = 0;
  /// Makes a new file with this content; throws if something stands under the name already. Mode and group are those
  /// of `like`, else only the user may read and write it. What it could write of a file before it failed is removed.
  virtual void create(const std::string& path, std::string_view bytes, const FileState* like) = 0;
  /// Says to other programs that the file is being worked on, until what is returned goes or this program ends, however
  /// it ends. Null where the disk cannot say so; throws if the file is gone.
  virtual std::shared_ptr<void> hold(const std::string& path) = 0;
  /// Removes a file that nobody holds. False if somebody does, or if the disk cannot tell.
  virtual bool removeUnheld(const std::string& path) = 0;
  /// Returns when the file's content will survive a power cut; says nothing about its name.
  virtual void flush(const std::string& path) = 0;
  /// Gives the file another name in one step, replacing what stood there.
  virtual void rename(const std::string& from, const std::string& to) = 0;
  /// Returns when names made, changed and removed in the folder will survive a power cut.
  virtual void flushFolder(const std::string& folder) = 0;
  virtual void remove(const std::string& path) = 0;
  /// Overwrites the file where it stands and removes it, as well as the disk allows: solid-state disks, copying file
  /// systems and backups keep what was there. A file with several names is not overwritten, only this name goes.
  virtual void erase(const std::string& path) = 0;
  /// Names in the folder, sorted, without `.` and `..`.
  virtual std::vector<std::string> list(const std::string& folder) = 0;
  /// Nothing if there is no such file or folder. Follows links.
  virtual std::optional<FileState> state(const std::string& path) = 0;
  /// Makes the folder and those above it, open to the user only; a folder that is there already stays as it is.
  virtual void makeFolder(const std::string& path) = 0;
  /// The absolute path with every link followed. The file itself need not be there.
  virtual std::string realPath(const std::string& path) = 0;
};

}  // namespace trackloom
