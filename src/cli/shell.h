#pragma once

#include "cli/seals.h"
#include "cli/terminal.h"
#include "documents/work_folder.h"
#include "installation/installation.h"
#include "plan/error.h"
#include "plan/plan.h"
#include "xml/files.h"
#include "xml/read.h"
#include "xml/safe_save.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trackloom::cli {

/// What the program ends with.
enum class ExitCode : int { fine = 0, findings = 1, usage = 2, unreadable = 3, unwritable = 4 };

ExitCode exitCodeOf(ErrorKind kind);

/// A plan as it was read, and what could not be taken as it stood.
struct LoadedPlan {
  std::string file;
  Plan plan;
  std::vector<xml::Problem> problems;
  std::size_t moreProblems = 0;
  /// Nothing for a plan from the standard input.
  std::optional<FileStamp> stamp;

  std::size_t problemCount() const { return problems.size() + moreProblems; }
};

/// The plan in the bytes of a file. Throws an `Error` of kind unreadable that names the line for what is no plan.
LoadedPlan planIn(Files& files, std::string_view bytes, const std::string& file);

/// What commands work with: the disk, the day, the three streams, the installation. They touch nothing else.
class Shell {
 public:
  /// `files` must outlive the shell.
  Shell(Files& files, Day today, Terminal terminal, Installation installation)
      : files_(files), today_(today), terminal_(terminal), installation_(std::move(installation)) {}

  Files& files() const { return files_; }
  Day today() const { return today_; }
  const Terminal& terminal() const { return terminal_; }
  const Installation& installation() const { return installation_; }

  /// What opens the sealed plans of this run.
  Seals& seals() const { return *seals_; }
  /// Closes what this run keeps of plans elsewhere; nothing unless it has read a sealed one.
  const Envelope* envelope() const { return seals_->key(); }
  /// Where other programs may work on what comes from the plans that were read.
  documents::WorkPlace workPlace() const {
    return envelope() ? documents::WorkPlace::memory : documents::WorkPlace::disk;
  }

  /// The bytes of a file as they stand, with its stamp; `-` is the standard input, which has none.
  std::pair<std::string, std::optional<FileStamp>> readBytes(const std::string& file) const;
  /// Reads a plan; `-` is the standard input. A sealed one is opened with the passphrase that was named. Throws an
  /// `Error` of kind unreadable for what is no plan.
  LoadedPlan load(const std::string& file) const;
  /// The same, with one line on the standard error if not everything could be read as it stands.
  LoadedPlan loadNoting(const std::string& file) const;

  /// Do two names stand for one file that is there?
  bool areSameFile(const std::string& a, const std::string& b) const {
    return files_.state(b) && files_.realPath(a) == files_.realPath(b);
  }

  /// Collects what goes to the standard output. Nothing is shown before `finish`.
  void print(std::string_view text) { out_ += text; }
  /// Saves a plan safely, or prints it where no file or `-` is named. `expected` is what the file was like when it was
  /// read, so that another person's change is noticed. Once a sealed plan was read, what is saved into files is sealed;
  /// why is told where the place held no sealed plan or where open plans were read too. What is printed lies open, and
  /// that is told.
  void savePlan(const std::string& file, std::string_view bytes, const std::optional<FileStamp>& expected = {});
  /// The same for what is meant to lie open: a copy for others, a plan that is unsealed on purpose.
  void saveOpenPlan(const std::string& file, std::string_view bytes);
  /// Tells that a file that held something else was written over, and where that is kept.
  void noteReplaced(const std::string& file, std::string_view before, std::string_view now) const;
  /// Writes something made from a plan beside the file and renames it, or prints it where no file or `-` is named.
  void writeOutput(const std::string& file, std::string_view bytes);
  /// One line on the standard error; elements by their titles in the plan.
  void note(const Message& message, const Plan* plan = nullptr) const;
  /// Shows an error on the standard error. Errors of the command line are shown here and nowhere else.
  ExitCode report(const Error& error) const;
  /// Shows what was printed. Throws an `Error` of kind unwritable if that does not arrive.
  void finish();

 private:
  std::string readInput() const;
  bool writtenElsewhere(const std::string& file, std::string_view bytes);

  Files& files_;
  Day today_;
  Terminal terminal_;
  Installation installation_;
  std::unique_ptr<Seals> seals_ = std::make_unique<Seals>();
  std::string out_;
};

}  // namespace trackloom::cli
