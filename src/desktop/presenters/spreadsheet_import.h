#pragma once

#include "desktop/presenters/speech.h"
#include "sharing/comparison.h"
#include "tables/import.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace trackloom::desktop {

/// All that the outcome of an import follows from: a value that another thread may work on. Languages count what they
/// lack, so these are of nobody else.
struct ImportWork {
  Plan plan;
  Day asOf;
  std::shared_ptr<const tables::ReadFile> file;
  std::shared_ptr<const std::vector<language::Language>> heads;  ///< languages that heads and words may be in
  language::Language language{};                                 ///< of what is told
  tables::ImportRequest request{};
};

/// What the answers so far come to, with what is understood taken; and what that changes, in sentences.
struct ImportOutcome {
  tables::Import import;
  std::vector<sharing::ToldPart> told;
};
ImportOutcome workedOut(const ImportWork& work);

/// Something that can be said to a question of an import.
struct ImportAnswer {
  std::string label;
  std::function<void(tables::ImportRequest&)> note;  ///< writes it down
};

/// A line of what is shown of an import, with lines below it.
struct ImportLine {
  enum class About : std::uint8_t { heading, question, mend, sheet, column, answered, change };
  About about = About::heading;
  std::string text{};
  std::string where{};                                   ///< in the spreadsheet
  std::string details{};                                 ///< why it is asked, and what can be done
  std::function<std::vector<ImportAnswer>()> answers{};  ///< null: none; good until the next answer is taken
  std::vector<ImportLine> below{};
};

/// Rows of a spreadsheet on their way into a plan: what they were taken for, what is still to answer, what they change.
/// Nothing is changed before the user takes it.
class SpreadsheetImport {
 public:
  /// `work`: with the answers of former times. `speech` must outlive this.
  SpreadsheetImport(std::string path, ImportWork work, const Speech& speech);

  SpreadsheetImport(const SpreadsheetImport&) = delete;  // lines look into it
  SpreadsheetImport& operator=(const SpreadsheetImport&) = delete;

  /// The name of the spreadsheet without its folder.
  std::string name() const;
  const ImportWork& work() const { return work_; }
  /// Takes what the work comes to.
  void take(ImportOutcome outcome);
  void workOut() { take(workedOut(work_)); }

  /// Questions, what to mend, sheets with their columns, answers so far, what it would change: each under a heading.
  const std::vector<ImportLine>& lines() const { return lines_; }
  /// How it stands, in a few sentences.
  std::string summary() const;
  /// How many questions wait for an answer.
  std::size_t open() const { return open_; }

  /// Notes an answer; what it comes to must be worked out anew.
  void answer(const ImportAnswer& given) { given.note(work_.request); }
  void setEmptyCells(tables::EmptyCells cells) { work_.request.emptyCells = cells; }
  bool hasHiddenSheets() const;
  /// Reads the file anew as somebody says that it is written; nothing for a workbook, which says so itself. May throw
  /// what reading throws.
  std::function<tables::ReadFile(const tables::CsvForm&)> readAs;
  void read(const tables::CsvForm& form);
  void readHiddenSheets(bool read) { work_.request.hiddenSheets = read; }

  bool isForm() const { return !organisation_.empty(); }
  bool canTakeAll() const { return outcome_.import.complete() && hasChanges(); }
  bool canTakeUnderstood() const { return !outcome_.import.complete() && hasChanges(); }
  /// What the button says that takes only what is understood.
  std::string understoodLabel() const;
  /// All of it as one step, under the name of the spreadsheet.
  Edit edit() const;

  /// Whether the answers are to be kept beside the spreadsheet for the next time, where, and what is written there.
  bool keepsAnswers() const { return keepsAnswers_; }
  void keepAnswers(bool keep) { keepsAnswers_ = keep; }
  std::string answersFile() const;
  std::string answersText() const;

 private:
  bool hasChanges() const { return !outcome_.import.edit.changes.empty(); }
  std::size_t rowsLeftOut() const;
  std::size_t columnsLeftOut() const;
  void build();
  void findOrganisation();

  std::string path_;
  ImportWork work_;
  const Speech& speech_;
  ElementId organisation_;  ///< whose form it is
  ImportOutcome outcome_;
  std::vector<ImportLine> lines_;
  std::size_t open_ = 0;
  bool keepsAnswers_ = true;
};

/// Does a file's name say that it holds separated values, which do not tell how they are written?
bool isSeparatedValues(std::string_view path);
/// Does a file's name say that it is a spreadsheet?
bool isSpreadsheetName(std::string_view path);

}  // namespace trackloom::desktop
