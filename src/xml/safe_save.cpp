#include "xml/safe_save.h"

#include "xml/disk_files.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <vector>

namespace trackloom {
namespace {

/// Where the disk cannot tell whether somebody holds a file beside, one that is this much older than the one just
/// written belongs to a save that crashed; a younger one may belong to somebody who saves into the same folder right
/// now. In nanoseconds: ten minutes.
constexpr std::int64_t leftoverAge = std::int64_t{10} * 60 * 1'000'000'000;
/// Longer names leave no room for the marks that a file beside needs.
constexpr std::size_t longestStem = 200;

enum class Previous { keep, drop };

bool sameState(const FileState& a, const FileState& b) {
  return a.size == b.size && a.modified == b.modified && a.inode == b.inode;
}

FileStamp stampOf(const FileState& state, std::string_view bytes) {
  return {bytes.size(), state.modified, state.inode, contentHash(bytes)};
}

/// Names of the files that a save of one file writes beside it: `.<name>.<number>.tmp`.
class Beside {
 public:
  explicit Beside(const std::string& target) {
    const std::filesystem::path path(target);
    folder_ = path.parent_path().string();
    std::string stem = path.filename().string();
    if (stem.size() > longestStem) stem = std::to_string(contentHash(stem));
    prefix_ = "." + stem + ".";
  }

  const std::string& folder() const { return folder_; }
  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  std::string name(std::size_t number) const { return (prefix_ + std::to_string(number)).append(suffix); }

  bool owns(std::string_view name) const {
    if (name.size() <= prefix_.size() + suffix.size() || !name.starts_with(prefix_) || !name.ends_with(suffix))
      return false;
    name.remove_prefix(prefix_.size());
    name.remove_suffix(suffix.size());
    return name.find_first_not_of("0123456789") == name.npos;
  }

  std::vector<std::string> found(Files& files) const {
    std::vector<std::string> names = files.list(folder_);
    std::erase_if(names, [this](const std::string& name) { return !owns(name); });
    return names;
  }

 private:
  static constexpr std::string_view suffix = ".tmp";
  std::string folder_;
  std::string prefix_;
};

/// One save of one file.
class Saving {
 public:
  Saving(Files& files, std::string path, std::string_view bytes)
      : files_(files), path_(std::move(path)), target_(files.realPath(path_)), beside_(target_), bytes_(bytes) {}

  FileStamp run(const std::optional<FileStamp>& expected, Previous previous) {
    before_ = files_.state(target_);
    if (before_) old_ = files_.read(target_);
    if (before_ && old_ == bytes_) return stampOf(*before_, old_);
    if (expected) refuseIfChangedSince(*expected);
    if (before_ && !before_->writable) refuseWriteProtected();
    const std::vector<std::string> others = namesTaken();
    taken_ = others;
    try {
      const FileStamp stamp = replace(previous);
      removeOld(others, stamp.modified);
      return stamp;
    } catch (...) {
      removeOwn();
      throw;
    }
  }

 private:
  void refuseIfChangedSince(const FileStamp& expected) const {
    if (!before_) throw ChangedOnDisk(path_, ChangedOnDisk::How::deleted);
    if (old_.size() != expected.size || contentHash(old_) != expected.hash)
      throw ChangedOnDisk(path_, ChangedOnDisk::How::edited);
  }

  /// Whoever saves from another place may have been faster while this save was writing beside.
  void refuseIfChangedMeanwhile() const {
    const auto now = files_.state(target_);
    if (!now && !before_) return;
    if (!now) throw ChangedOnDisk(path_, ChangedOnDisk::How::deleted);
    if (!before_ || (!sameState(*now, *before_) && files_.read(target_) != old_))
      throw ChangedOnDisk(path_, ChangedOnDisk::How::edited);
  }

  [[noreturn]] void refuseWriteProtected() const {
    throw Error(ErrorKind::unwritable, {tr("{file} is protected against changes."), {{"file", path_}}}, path_,
                {tr("Save under another name, or allow writing in the properties of the file."), {}});
  }

  FileStamp replace(Previous previous) {
    const std::string fresh = writeBeside(bytes_);
    const auto written = files_.state(fresh);
    if (!written) throw fileError(FileStep::writing, fresh, ENOENT);
    const FileStamp stamp = stampOf(*written, bytes_);
    if (previous == Previous::keep && !old_.empty()) moveOver(writeBeside(old_), target_ + "~");
    refuseIfChangedMeanwhile();
    try {
      moveOver(fresh, target_);
      files_.flushFolder(beside_.folder());
    } catch (const Error&) {
      if (standsThere(*written)) throw SavedUnsurely(path_, stamp);
      throw;
    }
    return stamp;
  }

  /// Returns the path of a new flushed file with this content.
  std::string writeBeside(std::string_view content) {
    std::size_t number = 1;
    while (std::binary_search(taken_.begin(), taken_.end(), beside_.name(number))) ++number;
    const std::string name = beside_.name(number);
    taken_.insert(std::upper_bound(taken_.begin(), taken_.end(), name), name);
    const std::string path = beside_.path(name);
    try {
      files_.create(path, content, before_ ? &*before_ : nullptr);
      own_.push_back(path);
      held_.push_back(files_.hold(path));
      files_.flush(path);
    } catch (const Error& error) {
      throw namingThePlan(error, path);
    }
    if (files_.read(path) != content)
      throw Error(ErrorKind::unwritable,
                  {tr("What was written for {file} does not read back the same."), {{"file", path_}}}, path_,
                  {tr("The disk may be failing: save in another place. What was saved before is untouched."), {}});
    return path;
  }

  /// Nobody knows the file beside: what went wrong with it went wrong with the one that is saved.
  Error namingThePlan(const Error& error, const std::string& beside) const {
    Message what = error.message();
    for (Message::Place& place : what.places)
      if (place.value == Message::Argument(beside)) place.value = path_;
    return Error(error.kind(), std::move(what), error.where() == beside ? path_ : error.where(), error.toDo());
  }

  bool standsThere(const FileState& written) const {
    try {
      const auto now = files_.state(target_);
      return now && sameState(*now, written);
    } catch (const Error&) {
      return false;
    }
  }

  /// A folder may let write and not list; then leftovers stay.
  std::vector<std::string> namesTaken() const {
    try {
      return beside_.found(files_);
    } catch (const Error&) {
      return {};
    }
  }

  /// From here on the name beside is free, and another save may take it.
  void moveOver(const std::string& beside, const std::string& target) {
    files_.rename(beside, target);
    std::erase(own_, beside);
  }

  /// Removes what stood beside before this save and belongs to one that was killed.
  void removeOld(const std::vector<std::string>& others, std::int64_t now) const {
    for (const std::string& name : others) {
      try {
        if (files_.removeUnheld(beside_.path(name))) continue;
        const auto state = files_.state(beside_.path(name));
        if (state && now - state->modified > leftoverAge) files_.remove(beside_.path(name));
      } catch (const Error&) {
        continue;  // the next save will try again
      }
    }
  }

  /// The failure that led here is the one to report, so nothing that fails in here counts.
  void removeOwn() const noexcept {
    for (const std::string& path : own_) {
      try {
        files_.remove(path);
      } catch (...) {
        continue;
      }
    }
  }

  Files& files_;
  std::string path_;
  std::string target_;
  Beside beside_;
  std::string_view bytes_;
  std::optional<FileState> before_;
  std::string old_;
  std::vector<std::string> taken_;
  std::vector<std::string> own_;
  std::vector<std::shared_ptr<void>> held_;  // to the end of the save, so that no other takes what is its own for left
};

FileStamp save(Files& files, const std::string& path, std::string_view bytes, const std::optional<FileStamp>& expected,
               Previous previous) {
  if (bytes.empty())
    throw Error(ErrorKind::unwritable, {tr("There is nothing to save in {file}."), {{"file", path}}}, path,
                {tr("This should not happen: please report it. What was saved before is untouched."), {}});
  try {
    return Saving(files, path, bytes).run(expected, previous);
  } catch (const ChangedOnDisk&) {
    throw;
  } catch (const SavedUnsurely&) {
    throw;
  } catch (const Error& error) {
    // Errors of files beside name places that mean nothing to the user; the place is always the file to be saved.
    throw Error(ErrorKind::unwritable, error.message(), path, error.toDo());
  }
}

Message changedMessage(const std::string& path, ChangedOnDisk::How how) {
  if (how == ChangedOnDisk::How::deleted)
    return {tr("{file} was deleted or moved by somebody else in the meantime."), {{"file", path}}};
  return {tr("{file} was changed by somebody else in the meantime."), {{"file", path}}};
}

}  // namespace

ChangedOnDisk::ChangedOnDisk(const std::string& path, How how)
    : Error(ErrorKind::unwritable, changedMessage(path, how), path,
            {tr("Look at both versions first, then save under another name or overwrite on purpose."), {}}),
      how_(how) {}

SavedUnsurely::SavedUnsurely(const std::string& path, const FileStamp& stamp)
    : Error(ErrorKind::unwritable,
            {tr("{file} was saved, but the disk did not confirm that it will last."), {{"file", path}}}, path,
            {tr("Save a copy in another place, and have the disk looked at."), {}}),
      stamp_(stamp) {}

std::uint64_t contentHash(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

StampedContent readStamped(Files& files, const std::string& path) {
  // The state is taken first: should the file change while it is read, the stamp is stale and the content is compared.
  const FileState state = files.state(path).value_or(FileState{});
  StampedContent content{files.read(path), {}};
  content.stamp = stampOf(state, content.bytes);
  return content;
}

bool changedOnDisk(Files& files, const std::string& path, const FileStamp& stamp) {
  const auto now = files.state(path);
  if (!now || now->folder || now->size != stamp.size) return true;
  if (now->modified == stamp.modified && now->inode == stamp.inode) return false;
  return contentHash(files.read(path)) != stamp.hash;
}

FileStamp saveSafely(Files& files, const std::string& path, std::string_view bytes,
                     const std::optional<FileStamp>& expected) {
  return save(files, path, bytes, expected, Previous::keep);
}

FileStamp replaceSafely(Files& files, const std::string& path, std::string_view bytes) {
  return save(files, path, bytes, std::nullopt, Previous::drop);
}

bool hasPrevious(Files& files, const std::string& path) {
  try {
    const auto previous = files.state(files.realPath(path) + "~");
    return previous && !previous->folder;
  } catch (const Error&) {
    return false;
  }
}

void removeLeftovers(Files& files, const std::string& path) {
  const Beside beside(files.realPath(path));
  for (const std::string& name : beside.found(files)) files.remove(beside.path(name));
}

void eraseWithTraces(Files& files, const std::string& path) {
  const std::string real = files.realPath(path);
  const Beside beside(real);
  for (const std::string& name : beside.found(files)) files.erase(beside.path(name));
  for (const std::string& file : {real + "~", real})
    if (files.state(file)) files.erase(file);
  files.flushFolder(beside.folder());
}

}  // namespace trackloom
