#pragma once

#include "xml/envelope.h"
#include "xml/safe_save.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom {

/// Unsaved work of one plan, kept aside.
struct JournalEntry {
  std::string file;  ///< where it is kept
  std::string planPath;
  std::optional<FileStamp> base;   ///< the plan's file when the work began; nothing for a plan never saved
  std::string content;             ///< the plan as it would have been saved; empty if there is a problem
  std::int64_t written = 0;        ///< nanoseconds since 1970
  std::optional<Message> problem;  ///< why the entry cannot be offered: damaged, unreadable, of a newer program, sealed
  bool sealed = false;             ///< of a sealed plan; whose, only its key tells
};

/// Where autosave writes: one file per plan in a folder of the user's own, never the plan's file itself.
/// Folder and files are open to the user only. A crash while writing leaves the entry before whole. In an envelope the
/// whole entry is closed, also the path of its plan.
class Journal {
 public:
  /// `files` and `envelope` must outlive the journal. The folder is made at the first write. Entries that are in no
  /// envelope are read with one, too: a plan may have been sealed since.
  Journal(Files& files, std::string folder, const Envelope* envelope = nullptr)
      : files_(files), folder_(std::move(folder)), envelope_(envelope) {}

  /// From here on entries are written, and sealed ones read, with this key; with none as they are.
  void useEnvelope(const Envelope* envelope) { envelope_ = envelope; }

  /// `planPath` is the plan's absolute path (`Files::realPath`), or any other name for a plan never saved.
  void write(const std::string& planPath, std::string_view content, const std::optional<FileStamp>& base);
  /// Nothing if there is no entry. Look at `problem` before offering it.
  std::optional<JournalEntry> find(const std::string& planPath);
  /// All entries, sorted by plan path; entries too damaged to tell theirs come first.
  std::vector<JournalEntry> list();
  /// Forgets the entry; fine if there is none.
  void remove(const std::string& planPath);
  /// Forgets the entry and overwrites it, as well as the disk allows.
  void erase(const std::string& planPath);
  /// Forgets an entry that `list` told of, even one too damaged to tell its plan.
  void remove(const JournalEntry& entry);

 private:
  std::string fileOf(const std::string& planPath) const;
  JournalEntry load(const std::string& path) const;
  void removeFile(const std::string& file);

  Files& files_;
  std::string folder_;
  const Envelope* envelope_;
};

}  // namespace trackloom
