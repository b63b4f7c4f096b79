#pragma once

#include "language/language.h"
#include "plan/edits.h"
#include "tables/csv.h"
#include "tables/mapping.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trackloom::tables {

/// What becomes of a field whose cell is empty where the plan has something.
enum class EmptyCells : std::uint8_t { keep, clear };
/// What becomes of the rows that are understood where others are not.
enum class OtherRows : std::uint8_t { wait, take };

/// What the rows of a form may change: nothing else, and nothing new.
struct Restriction {
  std::vector<FieldNumber> fields;
  std::vector<ElementId> elements;
};

struct ImportRequest {
  std::optional<KindId> kind{};  ///< of all sheets; nothing: each sheet's name or columns tell
  Mapping mapping{};             ///< answers of former times
  std::vector<KindId> create{};  ///< kinds of which what is named and not there is made
  EmptyCells emptyCells = EmptyCells::keep;
  OtherRows otherRows = OtherRows::wait;
  bool hiddenSheets = false;          ///< are hidden sheets read?
  std::optional<Restriction> only{};  ///< nothing: rows may change and add anything
};

/// A place in a spreadsheet file, as people find it there.
struct Place {
  std::string sheet;
  std::size_t row = 0;     ///< from 1; 0: the sheet as a whole
  std::size_t column = 0;  ///< from 1; 0: the row as a whole
  std::string head;        ///< of the column
};

/// What would settle a problem beside mending the spreadsheet: an answer that the mapping or the request can hold.
enum class Remedy : std::uint8_t {
  mend,
  column,  ///< what the column holds
  kind,    ///< what the rows of the sheet are
  word,    ///< which word of a list the text stands for
  name     ///< which element the name stands for, or that it is to be made
};

/// What the answer to a problem is about.
struct Asked {
  std::string text{};                      ///< the word or name in question, as answers are kept for it
  VocabularyId list = VocabularyId::none;  ///< the list that the word is of
  KindSet kinds{};                         ///< what the name may stand for
};

/// Something that was not understood, why, and what to do. `couldBe` are the meanings a column may have.
struct Problem {
  Place place;
  std::string value;  ///< what stands there
  Message why;
  Message toDo;
  Remedy remedy = Remedy::mend;
  std::vector<ColumnUse> couldBe{};
  std::vector<KindId> couldBeKinds{};
  Asked asked{};
};

/// A name that the plan does not have, and names that sound like it: the same, or not? `Mapping::names` answers.
struct SpellingQuestion {
  Place place;
  KindId kind;
  std::string name;
  std::vector<ElementId> alike;         ///< in the plan
  std::vector<std::string> alikeNames;  ///< of these, and of what stands in rows before
  KindSet kinds{};                      ///< what the name may stand for
};

enum class KindBy : std::uint8_t { request, mapping, name, column, fit };

/// What a column was taken for.
struct ReadColumn {
  std::size_t column = 0;  ///< from 1
  std::string head;
  ColumnUse use;
};

/// How a sheet was read, and what came of its rows.
struct SheetReport {
  std::string name;
  std::optional<KindId> kind{};  ///< nothing: each row tells, or nobody can
  KindBy kindBy = KindBy::fit;
  std::vector<ReadColumn> columns{};
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t refused = 0;
  std::vector<Message> notes{};
};

/// A row that was understood, and the element it is of.
struct TakenRow {
  std::string sheet;
  std::size_t row = 0;  ///< from 1
  ElementId element;
};

/// What importing sheets into a plan comes to.
struct Import {
  Plan plan;  ///< with what was understood, or as it was where nothing may be taken yet
  Edit edit;  ///< the way there, in one step
  std::vector<SheetReport> sheets;
  std::vector<Problem> problems;  ///< at most `mostProblems`
  std::size_t moreProblems = 0;
  std::vector<SpellingQuestion> spellings;
  Mapping mapping;  ///< as requested, with what was understood of sheets and columns
  std::vector<TakenRow> taken{};

  /// Was everything understood?
  bool complete() const { return problems.empty() && spellings.empty(); }
};

inline constexpr std::size_t mostProblems = 1'000;

/// Former answers as they hold for these sheets: a file of one table may have another name each month, and answers
/// about one table are about it.
Mapping mappingFor(Mapping mapping, std::span<const Sheet> sheets);

/// The kinds among these of which something can be made that only its name is known of.
std::vector<KindId> kindsMadeByName(const KindSet& kinds);

/// Takes the rows of sheets into a plan: by id, else by title, else by what a link ties together, they update what is
/// there, else they add to it. What is not understood is reported and never guessed; as long as there is any, the plan
/// stays as it was unless the request takes the other rows. The languages are those that heads and words may be in.
Import importSheets(const Plan& plan, std::span<const Sheet> sheets, const ImportRequest& request,
                    std::span<const language::Language> languages);

}  // namespace trackloom::tables
