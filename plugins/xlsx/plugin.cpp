#include "plugin/trackloom_plugin.h"
#include "workbook.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <optional>
#include <set>

namespace xlsx {
namespace {

/// Fields that hold numbers; whatever else looks like one is a text.
constexpr std::string_view numeric[] = {"duration", "lag", "count", "offset", "order", "influence", "share", "value"};

/// `planned-start` as a head: Planned start.
std::string headOf(std::string_view name) {
  std::string head(name);
  std::replace(head.begin(), head.end(), '-', ' ');
  if (!head.empty() && head[0] >= 'a' && head[0] <= 'z') head[0] = static_cast<char>(head[0] - 'a' + 'A');
  return head;
}

std::optional<double> numberIn(std::string_view field, std::string_view text) {
  if (std::find(std::begin(numeric), std::end(numeric), field) == std::end(numeric)) return std::nullopt;
  double number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<Day> parsedDay(std::string_view text) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::from_chars(text.data(), text.data() + 4, year);
  std::from_chars(text.data() + 5, text.data() + 7, month);
  std::from_chars(text.data() + 8, text.data() + 10, day);
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok() || year < 1901) return std::nullopt;  // spreadsheets count from 1900, and differ there
  return Day(date);
}

class Export {
 public:
  Export(const TrackloomHost& host, TrackloomJob* job) : host_(host), job_(job) {}

  int run() {
    const TrackloomElement* root = host_.element(job_, "plan", 0);
    const char* language = host_.language(job_);
    const bool rightToLeft =
        language && (std::string_view(language).starts_with("ar") || std::string_view(language).starts_with("fa") ||
                     std::string_view(language).starts_with("he") || std::string_view(language).starts_with("ur"));
    Workbook book(root ? host_.title(job_, root) : "", parsedDay(host_.asOf(job_)).value_or(Day()),
                  rightToLeft ? Direction::rightToLeft : Direction::leftToRight);
    for (std::size_t i = 0; const char* kind = host_.kindName(job_, i); ++i)
      if (host_.count(job_, kind) > 0) writeSheet(book, kind);
    tell(book);
    const std::string bytes = std::move(book).bytes();
    if (bytes.empty()) {
      host_.fail(job_, "The spreadsheet could not be made: there may be no room left for temporary files.");
      return 0;
    }
    return host_.write(job_, bytes.data(), bytes.size());
  }

 private:
  /// A field in the main language, or in a further one.
  struct Column {
    std::string field;
    std::string language;
    std::string head() const { return headOf(field) + (language.empty() ? "" : ":" + language); }
  };

  /// The fields of a kind that an element has, behind each one the further languages that an element has it in.
  std::vector<Column> usedColumns(const char* kind) const {
    std::vector<Column> used;
    for (std::size_t i = 0; const char* field = host_.fieldName(job_, kind, i); ++i) {
      std::set<std::string> languages;  // the main one is empty, and so the first
      for (std::size_t at = 0; at < host_.count(job_, kind); ++at) {
        const TrackloomElement* element = host_.element(job_, kind, at);
        if (host_.field(job_, element, field)) languages.emplace();
        for (std::size_t n = 0; const char* language = host_.translatedInto(job_, element, field, n); ++n)
          languages.emplace(language);
      }
      for (const std::string& language : languages) used.push_back({field, language});
    }
    return used;
  }

  const char* valueIn(const TrackloomElement* element, const Column& column) const {
    if (column.language.empty()) return host_.field(job_, element, column.field.c_str());
    return host_.translation(job_, element, column.field.c_str(), column.language.c_str());
  }

  void writeSheet(Workbook& book, const char* kind) {
    const std::vector<Column> columns = usedColumns(kind);
    std::vector<std::string> heads{"Id", "Called"};
    for (const Column& column : columns) heads.push_back(column.head());
    book.beginSheet(headOf(kind), heads);
    const std::size_t count = host_.count(job_, kind);
    for (std::size_t i = 0; i < count; ++i) {
      if (!book.hasRoom()) {
        left_ += count - i;
        return;
      }
      book.beginRow();
      const TrackloomElement* element = host_.element(job_, kind, i);
      book.text(0, host_.id(job_, element));
      book.text(1, host_.title(job_, element));
      for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto place = static_cast<unsigned short>(at + 2);
        if (const char* value = valueIn(element, columns[at]))
          columns[at].language.empty() ? writeValue(book, place, columns[at].field, value) : book.text(place, value);
      }
    }
  }

  /// A day where the text is one exact day, a number in a field of numbers, else the text.
  void writeValue(Workbook& book, unsigned short column, const std::string& field, const std::string& value) const {
    TrackloomSpan span{sizeof(TrackloomSpan), nullptr, nullptr, 0, 0};
    const auto day = parsedDay(value);
    if (day && host_.span(job_, value.c_str(), &span) && !span.partial && !span.approximate)
      book.day(column, *day);
    else if (const auto number = numberIn(field, value))
      book.number(column, *number);
    else
      book.text(column, value);
  }

  void tell(const Workbook& book) const {
    if (book.shortened() > 0)
      host_.note(job_, ("Texts longer than a cell holds, which end with an ellipsis there: " +
                        std::to_string(book.shortened()) + ".")
                           .c_str());
    if (left_ > 0)
      host_.note(
          job_,
          ("Elements beyond the rows that a sheet has, and so not in it: " + std::to_string(left_) + ".").c_str());
  }

  const TrackloomHost& host_;
  TrackloomJob* job_;
  std::size_t left_ = 0;
};

int exportPlan(const TrackloomHost* host, TrackloomJob* job) {
  try {
    return Export(*host, job).run();
  } catch (const std::exception&) {
    host->fail(job, "The spreadsheet could not be made: there is not enough memory.");
    return 0;
  }
}

void writeTable(Workbook& book, const TrackloomHost& host, TrackloomJob* job, std::size_t index,
                const TrackloomTable& table) {
  std::vector<std::string> lines;
  for (std::size_t line = 0; line < table.lines; ++line) lines.emplace_back(host.tableLine(job, index, line));
  std::vector<Workbook::FormColumn> columns;
  for (std::size_t column = 0; column < table.columns; ++column) {
    Workbook::FormColumn& made = columns.emplace_back();
    made.head = host.tableHead(job, index, column);
    made.mayChange = host.tableMayChange(job, index, column) == 1;
    for (std::size_t i = 0; const char* choice = host.tableChoice(job, index, column, i); ++i)
      made.choices.emplace_back(choice);
  }
  book.beginForm(table.name, lines, columns, static_cast<unsigned>(table.rows));
  for (std::size_t row = 0; row < table.rows; ++row) {
    book.beginRow();
    for (std::size_t column = 0; column < table.columns; ++column) {
      const auto place = static_cast<unsigned short>(column);
      int is = TRACKLOOM_TEXT;
      const char* text = host.tableCell(job, index, row, column, &is);
      const auto day = text && is == TRACKLOOM_DAY ? parsedDay(text) : std::nullopt;
      if (day)
        book.day(place, *day);
      else if (text && *text != '\0')
        book.text(place, text);
      else
        book.blank(place);
    }
  }
}

int writeTables(const TrackloomHost* host, TrackloomJob* job) {
  try {
    TrackloomTable table{};
    table.size = sizeof table;
    if (!host->table(job, 0, &table)) return 0;
    Workbook book(table.name, parsedDay(host->asOf(job)).value_or(Day()),
                  table.rightToLeft ? Direction::rightToLeft : Direction::leftToRight);
    for (std::size_t i = 0; host->table(job, i, &table); ++i) writeTable(book, *host, job, i, table);
    const std::string bytes = std::move(book).bytes();
    if (!bytes.empty()) return host->write(job, bytes.data(), bytes.size());
    host->fail(job, "The spreadsheet could not be made: there may be no room left for temporary files.");
  } catch (const std::exception&) {
    host->fail(job, "The spreadsheet could not be made: there is not enough memory.");
  }
  return 0;
}

constexpr TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, exportPlan, nullptr, writeTables};

}  // namespace
}  // namespace xlsx

const TrackloomPlugin* trackloom_plugin(void) { return &xlsx::plugin; }
