#include "xml/journal.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace trackloom {
namespace {

// trackloom-journal <version> <checksum> <size> <modified> <inode> <hash> <path>\n<content>
// The checksum covers everything behind it. Without a base its four numbers are "-".
constexpr std::string_view magic = "trackloom-journal";
constexpr std::string_view version = "1";
constexpr std::string_view ending = ".journal";

enum Place {
  magicPlace,
  versionPlace,
  checksumPlace,
  sizePlace,
  modifiedPlace,
  inodePlace,
  hashPlace,
  pathPlace,
  places
};
using Header = std::array<std::string_view, places>;

std::string hexText(std::uint64_t number) {
  std::string text(16, '0');
  for (std::size_t at = text.size(); at-- > 0; number >>= 4) text[at] = "0123456789abcdef"[number & 15];
  return text;
}

/// Spaces, line ends and percent signs as `%20`, so that any path fits into one word of the header.
std::string wordOf(std::string_view path) {
  std::string word;
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte > 0x20 && byte != '%' && byte != 0x7f)
      word += letter;
    else
      word += "%" + hexText(byte).substr(14);
  }
  return word;
}

std::string pathOf(std::string_view word) {
  std::string path;
  for (std::size_t at = 0; at < word.size(); ++at) {
    unsigned byte = 0;
    const char* digits = word.data() + at + 1;
    if (word[at] == '%' && word.size() - at > 2 && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      path += static_cast<char>(byte);
      at += 2;
    } else {
      path += word[at];
    }
  }
  return path;
}

template <class Number>
bool readNumber(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  return result.ec == std::errc() && result.ptr == end;
}

std::optional<FileStamp> readBase(const Header& header) {
  FileStamp stamp;
  const bool fine = readNumber(header[sizePlace], stamp.size) && readNumber(header[modifiedPlace], stamp.modified) &&
                    readNumber(header[inodePlace], stamp.inode) && readNumber(header[hashPlace], stamp.hash);
  return fine ? std::optional(stamp) : std::nullopt;
}

std::string baseText(const std::optional<FileStamp>& base) {
  if (!base) return "- - - -";
  return std::to_string(base->size) + " " + std::to_string(base->modified) + " " + std::to_string(base->inode) + " " +
         std::to_string(base->hash);
}

/// Splits the first line; nothing if it is not a journal's.
std::optional<Header> readHeader(std::string_view bytes) {
  const std::size_t lineEnd = bytes.find('\n');
  if (lineEnd == bytes.npos) return std::nullopt;
  std::string_view line = bytes.substr(0, lineEnd);
  Header header;
  for (std::size_t place = 0; place < places; ++place) {
    const std::size_t space = line.find(' ');
    if ((space == line.npos) != (place + 1 == places)) return std::nullopt;
    header[place] = line.substr(0, space);
    line.remove_prefix(std::min(line.size(), header[place].size() + 1));
  }
  if (header[magicPlace] != magic) return std::nullopt;
  return header;
}

Message closedEntry(const std::string& file) {
  return {tr("The unsaved work kept in {file} is of a sealed plan; it is offered when that plan is opened."),
          {{"file", file}}};
}

Message damaged(const std::string& file) {
  return {tr("The unsaved work kept in {file} is damaged and cannot be restored."), {{"file", file}}};
}

void decode(std::string_view bytes, const std::string& file, JournalEntry& entry) {
  const auto header = readHeader(bytes);
  if (!header) {
    entry.problem = damaged(file);
    return;
  }
  entry.planPath = pathOf((*header)[pathPlace]);
  if ((*header)[versionPlace] != version) {
    entry.problem =
        Message{tr("The unsaved work kept in {file} was written by a newer Trackloom; open it with that one."),
                {{"file", file}}};
    return;
  }
  const auto covered = static_cast<std::size_t>((*header)[sizePlace].data() - bytes.data());
  if ((*header)[checksumPlace] != hexText(contentHash(bytes.substr(covered)))) {
    entry.problem = damaged(file);
    return;
  }
  entry.base = readBase(*header);
  entry.content = bytes.substr(bytes.find('\n') + 1);
}

}  // namespace

JournalEntry Journal::load(const std::string& path) const {
  JournalEntry entry;
  entry.file = path;
  try {
    entry.written = files_.state(path).value_or(FileState{}).modified;
    const std::string bytes = files_.read(path);
    entry.sealed = isSealed(bytes);
    const auto opened = entry.sealed && envelope_ ? envelope_->opened(bytes) : std::nullopt;
    if (entry.sealed && !opened) {
      entry.problem = closedEntry(path);
    } else {
      decode(opened ? *opened : bytes, path, entry);
    }
  } catch (const Error& error) {
    entry.problem = error.message();
  }
  return entry;
}

std::string Journal::fileOf(const std::string& planPath) const {
  return folder_ + "/" + hexText(contentHash(planPath)).append(ending);
}

void Journal::write(const std::string& planPath, std::string_view content, const std::optional<FileStamp>& base) {
  if (content.empty())
    throw Error(ErrorKind::unwritable, {tr("There is no unsaved work of {file} to keep."), {{"file", planPath}}},
                planPath, {tr("This should not happen: please report it. What was saved before is untouched."), {}});
  std::string covered = baseText(base) + " " + wordOf(planPath) + "\n";
  covered += content;
  std::string bytes(magic);
  bytes.append(" ").append(version).append(" ").append(hexText(contentHash(covered))).append(" ").append(covered);
  files_.makeFolder(folder_);
  replaceSafely(files_, fileOf(planPath), envelope_ ? envelope_->closed(bytes) : bytes);
}

std::optional<JournalEntry> Journal::find(const std::string& planPath) {
  const std::string file = fileOf(planPath);
  if (!files_.state(file)) return std::nullopt;
  JournalEntry entry = load(file);
  if (!entry.problem && entry.planPath != planPath) return std::nullopt;
  entry.planPath = planPath;
  return entry;
}

std::vector<JournalEntry> Journal::list() {
  std::vector<JournalEntry> entries;
  if (!files_.state(folder_)) return entries;
  for (const std::string& name : files_.list(folder_))
    if (!name.starts_with('.') && name.ends_with(ending)) entries.push_back(load(folder_ + "/" + name));
  std::stable_sort(entries.begin(), entries.end(),
                   [](const JournalEntry& a, const JournalEntry& b) { return a.planPath < b.planPath; });
  return entries;
}

void Journal::remove(const std::string& planPath) { removeFile(fileOf(planPath)); }

void Journal::remove(const JournalEntry& entry) { removeFile(entry.file); }

void Journal::erase(const std::string& planPath) {
  if (files_.state(folder_)) eraseWithTraces(files_, fileOf(planPath));
}

void Journal::removeFile(const std::string& file) {
  if (!files_.state(folder_)) return;
  removeLeftovers(files_, file);
  if (files_.state(file)) files_.remove(file);
  files_.flushFolder(folder_);
}

}  // namespace trackloom
