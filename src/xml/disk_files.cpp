#include "xml/disk_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trackloom {
namespace {

constexpr std::uint64_t largestFile = std::uint64_t{1} << 30;
constexpr int longestLinkChain = 40;

/// An open file that closes itself.
class Open {
 public:
  Open(const std::string& path, int flags, mode_t mode = 0) : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Open() {
    if (number_ >= 0) ::close(number_);
  }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  /// Network disks report here what they could not write.
  bool close() {
    const int number = number_;
    number_ = -1;
    return ::close(number) == 0;
  }

 private:
  int number_;
};

void writeAll(const Open& file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw fileError(FileStep::writing, path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Gives the new file the group and mode of the old one. A group that cannot be kept gets no rights, lest the user's
/// own group read what was meant for another.
void takeOver(const Open& file, const FileState& like, const std::string& path) {
  struct stat now {};
  if (::fstat(file.number(), &now) != 0) throw fileError(FileStep::writing, path, errno);
  mode_t mode = like.mode & 0777;
  if (now.st_gid != like.group && ::fchown(file.number(), static_cast<uid_t>(-1), like.group) != 0) mode &= ~070U;
  if ((now.st_mode & 0777) == mode) return;
  // Disks without permission bits refuse this; there is nothing to keep on them.
  if (::fchmod(file.number(), mode) != 0 && errno != EPERM && errno != ENOTSUP)
    throw fileError(FileStep::writing, path, errno);
}

void sync(const Open& file, const std::string& path) {
  int result = 0;
  do {
    result = ::fsync(file.number());
  } while (result != 0 && errno == EINTR);
  // Some network disks cannot flush a folder and say so; there is nothing better to do on them.
  if (result != 0 && errno != EINVAL && errno != ENOTSUP) throw fileError(FileStep::writing, path, errno);
}

/// Chance over all bytes of a file: zeros may be stored as nothing at all.
void overwrite(const Open& file, std::int64_t bytes) {
  std::array<char, 65536> noise{};
  while (bytes > 0) {
    static_cast<void>(::getrandom(noise.data(), noise.size(), 0));
    const auto count = std::min(static_cast<std::size_t>(bytes), noise.size());
    const ssize_t written = ::write(file.number(), noise.data(), count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes -= written;
  }
}

std::string folderOf(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace

std::string DiskFiles::read(const std::string& path) {
  const Open file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (!file) throw fileError(FileStep::reading, path, errno);
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) throw fileError(FileStep::reading, path, errno);
  if (S_ISDIR(about.st_mode)) throw fileError(FileStep::reading, path, EISDIR);
  if (!S_ISREG(about.st_mode)) throw fileError(FileStep::reading, path, EINVAL);

  std::string bytes;
  std::size_t filled = 0;
  for (std::uint64_t room = static_cast<std::uint64_t>(about.st_size) + 1;; room = filled * 2 + 4096) {
    if (room > largestFile + 1) room = largestFile + 1;
    if (filled > largestFile || static_cast<std::uint64_t>(about.st_size) > largestFile)
      throw fileError(FileStep::reading, path, EFBIG);
    bytes.resize(static_cast<std::size_t>(room));
    while (filled < bytes.size()) {
      const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) throw fileError(FileStep::reading, path, errno);
      if (got == 0) {
        bytes.resize(filled);
        return bytes;
      }
      filled += static_cast<std::size_t>(got);
    }
  }
}

void DiskFiles::create(const std::string& path, std::string_view bytes, const FileState* like) {
  Open file(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  if (!file) throw fileError(FileStep::writing, path, errno);
  try {
    if (like) takeOver(file, *like, path);
    writeAll(file, bytes, path);
    if (!file.close()) throw fileError(FileStep::writing, path, errno);
  } catch (const Error&) {
    ::unlink(path.c_str());
    throw;
  }
}

// Opened for reading only, for whoever saves may have given the new file a mode that lets nobody write; network disks
// that lock nothing which is open for reading then cannot tell.
std::shared_ptr<void> DiskFiles::hold(const std::string& path) {
  auto file = std::make_shared<Open>(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (!*file) throw fileError(FileStep::writing, path, errno);
  const bool locked = ::flock(file->number(), LOCK_EX | LOCK_NB) == 0;
  const bool beingRemoved = !locked && errno == EWOULDBLOCK;
  struct stat about {};
  if (beingRemoved || ::fstat(file->number(), &about) != 0 || about.st_nlink == 0)
    throw fileError(FileStep::writing, path, ENOENT);
  return locked ? file : nullptr;
}

bool DiskFiles::removeUnheld(const std::string& path) {
  const Open file(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  struct stat about {};
  if (!file || ::fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode)) return false;
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return false;
  struct stat now {};  // meanwhile its name may have passed to another
  const bool same = ::lstat(path.c_str(), &now) == 0 && now.st_dev == about.st_dev && now.st_ino == about.st_ino;
  return same && ::unlink(path.c_str()) == 0;
}

void DiskFiles::flush(const std::string& path) {
  // Whoever may read but not write the old file may still have to flush its copy.
  const Open file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (!file) throw fileError(FileStep::writing, path, errno);
  sync(file, path);
}

void DiskFiles::rename(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw fileError(FileStep::writing, to, errno);
}

void DiskFiles::flushFolder(const std::string& folder) {
  const Open open(folder, O_RDONLY | O_DIRECTORY);
  // A folder may be open for writing and closed for reading; then it cannot be flushed.
  if (!open && errno == EACCES) return;
  if (!open) throw fileError(FileStep::writing, folder, errno);
  sync(open, folder);
}

void DiskFiles::remove(const std::string& path) {
  if (::unlink(path.c_str()) != 0) throw fileError(FileStep::writing, path, errno);
}

void DiskFiles::erase(const std::string& path) {
  {
    const Open file(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    struct stat about {};
    if (file && ::fstat(file.number(), &about) == 0 && S_ISREG(about.st_mode) && about.st_nlink == 1) {
      overwrite(file, about.st_size);
      ::fsync(file.number());
    }
  }
  remove(path);
}

std::vector<std::string> DiskFiles::list(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (!open) throw fileError(FileStep::reading, folder, errno);
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(open.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
    errno = 0;
  }
  if (errno != 0) throw fileError(FileStep::reading, folder, errno);
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<FileState> DiskFiles::state(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw fileError(FileStep::reading, path, errno);
  }
  FileState state;
  state.size = static_cast<std::uint64_t>(about.st_size);
  state.modified = std::int64_t{about.st_mtim.tv_sec} * 1'000'000'000 + about.st_mtim.tv_nsec;
  state.inode = about.st_ino;
  state.mode = about.st_mode & 07777;
  state.group = about.st_gid;
  state.names = about.st_nlink;
  state.writable = ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
  state.folder = S_ISDIR(about.st_mode);
  return state;
}

void DiskFiles::makeFolder(const std::string& path) {
  std::vector<std::string> missing;
  for (std::string folder = path; !folder.empty() && !state(folder); folder = folderOf(folder)) {
    missing.push_back(folder);
    if (folder == "." || folder == "/") break;
  }
  for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
    if (::mkdir(folder->c_str(), 0700) != 0 && errno != EEXIST) throw fileError(FileStep::writing, *folder, errno);
    flushFolder(folderOf(*folder));
  }
  const auto made = state(path);
  if (!made || !made->folder) throw fileError(FileStep::writing, path + "/", ENOTDIR);
}

std::string DiskFiles::realPath(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path file = fs::absolute(path, error);
  if (error) throw fileError(FileStep::reading, path, error.value());
  for (int links = 0; fs::is_symlink(fs::symlink_status(file, error)); ++links) {
    if (links == longestLinkChain) throw fileError(FileStep::reading, path, ELOOP);
    const fs::path next = fs::read_symlink(file, error);
    if (error) throw fileError(FileStep::reading, path, error.value());
    file = next.is_absolute() ? next : file.parent_path() / next;
  }
  const fs::path folder = fs::weakly_canonical(file.parent_path(), error);
  if (error) throw fileError(FileStep::reading, path, error.value());
  return (folder / file.filename()).string();
}

}  // namespace trackloom
