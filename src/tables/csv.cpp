#include "tables/csv.h"

#include "documents/tables.h"
#include "plan/error.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace trackloom::tables {
namespace {

constexpr std::array<char, 3> separators = {',', ';', '\t'};

const char* spoken(char separator) {
  return separator == ',' ? tr("commas") : separator == ';' ? tr("semicolons") : tr("tabs");
}

Error tooLarge(const std::string& where) {
  return Error(ErrorKind::unreadable,
               {tr("The spreadsheet is larger than what is read: {bytes} bytes, {rows} rows, {columns} columns and "
                   "{cells} cells at most."),
                {{"bytes", static_cast<std::int64_t>(plugin::mostFileBytes)},
                 {"rows", static_cast<std::int64_t>(plugin::mostSheetRows)},
                 {"columns", static_cast<std::int64_t>(plugin::mostSheetColumns)},
                 {"cells", static_cast<std::int64_t>(plugin::mostCells)}}},
               where, {tr("Leave out what does not belong into the plan, or import it in parts."), {}});
}

std::string textOf(std::string_view bytes, language::Encoding encoding, const std::string& where) {
  auto text = language::decoded(bytes, encoding);
  if (!text)
    throw Error(ErrorKind::unreadable,
                {tr("The file is not written in {encoding}."), {{"encoding", std::string(nameOf(encoding))}}}, where,
                {tr("Save it as CSV in UTF-8, or say how it writes letters."), {}});
  if (text->find('\0') != std::string::npos)
    throw Error(ErrorKind::unreadable,
                {tr("This is no table of separated values: it holds bytes that no text has."), {}}, where,
                {tr("Save the spreadsheet as .xlsx or as CSV in UTF-8, and import that."), {}});
  if (const std::size_t first = text->find_first_not_of(" \t\r\n"); first != text->npos && (*text)[first] == '<')
    throw Error(
        ErrorKind::unreadable,
        {tr("This is no table of separated values: it begins as a plan or a page of the web does."), {}}, where,
        {tr("To bring in another version of a plan, use merge; else save the spreadsheet as .xlsx or as CSV in UTF-8."),
         {}});
  return *std::move(text);
}

/// Walks through separated values cell by cell.
class Reader {
 public:
  Reader(std::string_view text, char separator, const std::string& where)
      : text_(text), separator_(separator), where_(where) {}

  std::vector<std::vector<Cell>> rows() {
    std::vector<std::vector<Cell>> rows;
    std::size_t cells = 0;
    while (at_ < text_.size()) {
      std::vector<Cell> row;
      ++row_;
      bool more = true;
      while (more) {
        row.push_back({cell(), CellKind::text});
        if (row.size() > plugin::mostSheetColumns || ++cells > plugin::mostCells) throw tooLarge(where_);
        more = at_ < text_.size() && text_[at_] == separator_;
        if (more) ++at_;
      }
      endLine();
      while (!row.empty() && row.back().text.empty()) row.pop_back();
      rows.push_back(std::move(row));
      if (rows.size() > plugin::mostSheetRows) throw tooLarge(where_);
    }
    return rows;
  }

 private:
  bool atEnd() const { return text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r'; }

  std::string cell() {
    std::string out;
    if (at_ < text_.size() && text_[at_] == '"') quoted(out);
    while (at_ < text_.size() && !atEnd()) out += text_[at_++];
    return documents::withoutFormulaGuard(std::move(out));
  }

  void quoted(std::string& out) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        out += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        out += text_[at_++];
      } else {
        ++at_;
        return;
      }
    }
    throw Error(ErrorKind::unreadable,
                {tr("The cell that begins with a quotation mark in row {row} has no closing one."),
                 {{"row", static_cast<std::int64_t>(row_)}}},
                where_, {tr("Save the spreadsheet as CSV once more, and import that."), {}});
  }

  void endLine() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  std::string_view text_;
  char separator_;
  const std::string& where_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
};

/// How many of each separator stand outside quotation marks, line by line, in the beginning of the text.
char likelySeparator(std::string_view text) {
  constexpr std::size_t looked = 20;
  std::vector<std::map<char, std::size_t>> lines(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' && !lines.back().empty()) {
      if (lines.size() == looked) break;
      lines.emplace_back();
    }
    if (std::ranges::find(separators, c) != separators.end()) ++lines.back()[c];
  }
  if (lines.back().empty() && lines.size() > 1) lines.pop_back();
  char best = ',';
  std::pair<std::size_t, std::size_t> most{0, 0};  // lines that agree with the first, separators in that
  for (const char separator : separators) {
    const std::size_t first = lines.front()[separator];
    if (first == 0) continue;
    const auto agreeing = std::ranges::count_if(lines, [&](auto& line) { return line[separator] == first; });
    const std::pair score{static_cast<std::size_t>(agreeing), first};
    if (score > most) {
      most = score;
      best = separator;
    }
  }
  return best;
}

/// What a first line `sep=;` says, which is taken away.
std::optional<char> statedSeparator(std::string_view& text) {
  constexpr std::string_view begin = "sep=";
  if (!text.starts_with(begin) || text.size() <= begin.size()) return std::nullopt;
  const char stated = text[begin.size()];
  const std::string_view rest = text.substr(begin.size() + 1);
  if (std::ranges::find(separators, stated) == separators.end()) return std::nullopt;
  const std::size_t end = rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
  if (end == 0) return std::nullopt;
  text = rest.substr(end);
  return stated;
}

}  // namespace

ReadFile readCsv(std::string_view bytes, const CsvForm& form, const std::string& where) {
  if (bytes.size() > plugin::mostFileBytes) throw tooLarge(where);
  const language::Encoding encoding = form.encoding.value_or(language::likelyEncoding(bytes));
  const std::string whole = textOf(bytes, encoding, where);
  std::string_view text = whole;
  const auto stated = statedSeparator(text);
  const char separator = form.separator ? *form.separator : stated ? *stated : likelySeparator(text);
  ReadFile file;
  file.sheets.push_back({std::filesystem::path(where).stem().string(), false, Reader(text, separator, where).rows()});
  file.notes.push_back({tr("Read as {encoding}, with {separator} between the cells."),
                        {{"encoding", std::string(nameOf(encoding))}, {"separator", ownWord(spoken(separator))}}});
  return file;
}

}  // namespace trackloom::tables
