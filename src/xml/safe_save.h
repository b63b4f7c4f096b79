#pragma once

#include "xml/files.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trackloom {

/// What a file was like when it was read or written here: enough to notice that somebody else changed it since.
struct FileStamp {
  std::uint64_t size = 0;     ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since 1970
  std::uint64_t inode = 0;
  std::uint64_t hash = 0;  ///< `contentHash` of its bytes

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// A file's content and the stamp to hand to `saveSafely` later.
struct StampedContent {
  std::string bytes;
  FileStamp stamp;
};

/// Somebody else changed, deleted or made the file since it was read here. Saving with no expected stamp overwrites it.
class ChangedOnDisk : public Error {
 public:
  enum class How { edited, deleted };

  ChangedOnDisk(const std::string& path, How how);
  How how() const { return how_; }

 private:
  How how_;
};

/// The new file stands whole under its name, but the disk did not confirm that a power cut now would leave it there.
class SavedUnsurely : public Error {
 public:
  SavedUnsurely(const std::string& path, const FileStamp& stamp);
  /// What to expect in the next save.
  const FileStamp& stamp() const { return stamp_; }

 private:
  FileStamp stamp_;
};

/// 64-bit FNV-1a (Fowler, Noll, Vo): tells versions of a file apart; no protection against forgery.
std::uint64_t contentHash(std::string_view bytes);

/// Reads a whole file with its stamp.
StampedContent readStamped(Files& files, const std::string& path);

/// Was the file changed or deleted since? A touched file with equal content is unchanged.
bool changedOnDisk(Files& files, const std::string& path, const FileStamp& stamp);

/// Replaces the file's content so that at every instant, and after a crash or a power cut at any instant, either the
/// old or the new content stands whole under its name; the content before stays beside it as `<name>~`. Saves through a
/// link to the file it stands for and keeps mode and group. A file that has these bytes already is not touched.
/// Throws `ChangedOnDisk` if the file is no longer as `expected`, `SavedUnsurely` if only the last flush failed, an
/// `Error` of kind unwritable for empty content, a write-protected file and whatever the disk refuses.
FileStamp saveSafely(Files& files, const std::string& path, std::string_view bytes,
                     const std::optional<FileStamp>& expected);

/// The same without looking for other people's changes and without keeping the content before.
FileStamp replaceSafely(Files& files, const std::string& path, std::string_view bytes);

/// Does the version before the last save stand beside the file, as `<name>~`?
bool hasPrevious(Files& files, const std::string& path);

/// Removes what crashed saves of this file left beside it, however young. Only for files nobody else saves.
void removeLeftovers(Files& files, const std::string& path);

/// Erases a file, the version before beside it and what crashed saves of it left there (`Files::erase`); fine if there
/// is none. Only for files nobody else saves.
void eraseWithTraces(Files& files, const std::string& path);

}  // namespace trackloom
