#include "xml/claim.h"

#include "xml/safe_save.h"

#include <cerrno>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trackloom {

namespace {

constexpr int mostBeside = 16;  // windows on one plan

std::string besideName(const std::string& name, int number) { return name + '\n' + std::to_string(number); }

std::string fileOf(const std::string& folder, const std::string& name) {
  return folder + '/' + std::to_string(contentHash(name)) + ".open";
}

}  // namespace

bool Claim::isHeld(const std::string& folder, const std::string& name) {
  if (folder.empty() || name.empty()) return false;
  const int file = ::open(fileOf(folder, name).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return false;
  const bool held = ::flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(file);
  return held;
}

Claim Claim::beside(const std::string& folder, const std::string& name) {
  for (int number = 1; number <= mostBeside; ++number)
    if (Claim claim(folder, besideName(name, number)); !claim.isTaken()) return claim;
  return {};
}

bool Claim::isHeldByAny(const std::string& folder, const std::string& name) {
  bool held = isHeld(folder, name);
  for (int number = 1; number <= mostBeside && !held; ++number) held = isHeld(folder, besideName(name, number));
  return held;
}

Claim::Claim(const std::string& folder, const std::string& name) {
  if (folder.empty() || name.empty()) return;
  std::error_code ignored;
  if (std::filesystem::create_directories(folder, ignored))
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
  path_ = fileOf(folder, name);
  constexpr int most = 10;
  for (int tries = 0; tries < most && file_ < 0; ++tries) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file_ < 0) return;
    taken_ = ::flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    struct stat about {};
    const bool gone = ::fstat(file_, &about) == 0 && about.st_nlink == 0;  // whoever had it has just ended
    if (!taken_ && !gone) return;
    ::close(file_);
    file_ = -1;
    if (taken_) return;
  }
}

Claim::~Claim() {
  if (file_ < 0) return;
  ::unlink(path_.c_str());
  ::close(file_);
}

Claim& Claim::operator=(Claim&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(file_, other.file_);
  std::swap(taken_, other.taken_);
  return *this;
}

}  // namespace trackloom
