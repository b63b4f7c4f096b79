#include "workbook.h"

#include <algorithm>
#include <set>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace xlsx {
namespace {

constexpr std::size_t mostCharacters = 32767;  // UTF-16 units, as spreadsheets count
constexpr std::size_t longestName = 31;
constexpr double widest = 60;
constexpr double narrowest = 8;

std::size_t unitsOf(unsigned char lead) { return (lead & 0xC0U) == 0x80 ? 0 : lead >= 0xF0 ? 2 : 1; }

/// The beginning of a text that has at most so many UTF-16 units, whole characters only.
std::string beginningOf(const std::string& text, std::size_t most) {
  std::size_t units = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t more = unitsOf(static_cast<unsigned char>(text[at]));
    if (more > 0) {
      if (units + more > most) return text.substr(0, end);
      units += more;
    }
    if (at + 1 == text.size() || unitsOf(static_cast<unsigned char>(text[at + 1])) > 0) end = at + 1;
  }
  return text;
}

/// Signs that turn over what stands around a text, and what no cell may hold, go.
std::string plain(const std::string& text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 0xE2 && i + 2 < text.size()) {
      const auto second = static_cast<unsigned char>(text[i + 1]);
      const auto third = static_cast<unsigned char>(text[i + 2]);
      if ((second == 0x80 && third >= 0xAA && third <= 0xAE) || (second == 0x81 && third >= 0xA6 && third <= 0xAF)) {
        i += 2;
        continue;
      }
    }
    if ((c >= 0x20 && c != 0x7F) || c == '\n' || c == '\t') kept += text[i];
  }
  return kept;
}

lxw_datetime dateOf(Day day) {
  const std::chrono::year_month_day date(day);
  lxw_datetime time{};
  time.year = static_cast<int>(date.year());
  time.month = static_cast<int>(static_cast<unsigned>(date.month()));
  time.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return time;
}

std::string contentOf(int file) {
  std::string bytes;
  char buffer[65536];
  lseek(file, 0, SEEK_SET);
  for (ssize_t got; (got = read(file, buffer, sizeof buffer)) > 0;) bytes.append(buffer, static_cast<std::size_t>(got));
  return bytes;
}

}  // namespace

struct Workbook::Parts {
  int file = -1;  // in memory: nothing of a plan is left lying on the disk
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* head = nullptr;
  lxw_format* wrap = nullptr;
  lxw_format* date = nullptr;
  lxw_format* open = nullptr;  // cells of a form that are to be filled in
  lxw_format* openDate = nullptr;
  std::vector<bool> isOpen;  // by column; empty where the sheet is no form

  lxw_format* formatOf(unsigned short column, lxw_format* closed, lxw_format* opened) const {
    return column < isOpen.size() && isOpen[column] ? opened : closed;
  }
  Direction direction = Direction::leftToRight;
  std::vector<double> widths;
  std::set<std::string> names;
};

Workbook::Workbook(const std::string& title, Day made, Direction direction) : parts_(std::make_unique<Parts>()) {
  Parts& parts = *parts_;
  parts.direction = direction;
  parts.file = memfd_create("workbook", MFD_CLOEXEC);
  const std::string path = "/proc/self/fd/" + std::to_string(parts.file);
  parts.book = workbook_new(path.c_str());
  std::string said = beginningOf(plain(title), 255);
  lxw_doc_properties properties{};
  properties.title = said.data();
  properties.created = std::chrono::system_clock::to_time_t(made);
  workbook_set_properties(parts.book, &properties);
  parts.head = workbook_add_format(parts.book);
  format_set_bold(parts.head);
  format_set_bg_color(parts.head, 0xE4E9EE);
  format_set_bottom(parts.head, LXW_BORDER_THIN);
  format_set_align(parts.head, LXW_ALIGN_VERTICAL_TOP);
  parts.wrap = workbook_add_format(parts.book);
  format_set_text_wrap(parts.wrap);
  format_set_align(parts.wrap, LXW_ALIGN_VERTICAL_TOP);
  parts.date = workbook_add_format(parts.book);
  format_set_num_format(parts.date, "yyyy-mm-dd");
  format_set_align(parts.date, LXW_ALIGN_VERTICAL_TOP);
  for (lxw_format** format : {&parts.open, &parts.openDate}) {
    *format = workbook_add_format(parts.book);
    format_set_text_wrap(*format);
    format_set_align(*format, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(*format, 0xFFF9E0);
    format_set_border(*format, LXW_BORDER_HAIR);
    format_set_unlocked(*format);
  }
  format_set_num_format(parts.openDate, "yyyy-mm-dd");
}

Workbook::~Workbook() {
  if (parts_->book) workbook_close(parts_->book);
  if (parts_->file >= 0) close(parts_->file);
}

void Workbook::addSheet(const std::string& name) {
  finishSheet();
  Parts& parts = *parts_;
  parts.isOpen.clear();
  std::string fitting = beginningOf(name, longestName);
  for (int next = 2; !parts.names.insert(fitting).second; ++next)
    fitting = beginningOf(name, longestName - 4) + " " + std::to_string(next);
  parts.sheet = workbook_add_worksheet(parts.book, fitting.c_str());
  if (parts.direction == Direction::rightToLeft) worksheet_right_to_left(parts.sheet);
  row_ = 0;
}

void Workbook::writeHeads(const std::vector<std::string>& heads) {
  Parts& parts = *parts_;
  parts.widths.assign(heads.size(), narrowest);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_write_string(parts.sheet, row_, column, heads[i].c_str(), parts.head);
    parts.widths[i] = std::max(narrowest, static_cast<double>(heads[i].size()) + 4);
  }
  worksheet_freeze_panes(parts.sheet, row_ + 1, 2);
}

void Workbook::beginSheet(const std::string& name, const std::vector<std::string>& heads) {
  addSheet(name);
  writeHeads(heads);
}

void Workbook::beginForm(const std::string& name, const std::vector<std::string>& lines,
                         const std::vector<FormColumn>& columns, unsigned rows) {
  std::vector<std::string> heads;
  for (const FormColumn& column : columns) heads.push_back(column.head);
  addSheet(name);
  Parts& parts = *parts_;
  for (const std::string& line : lines) worksheet_write_string(parts.sheet, row_++, 0, plain(line).c_str(), nullptr);
  writeHeads(heads);
  for (const FormColumn& column : columns) parts.isOpen.push_back(column.mayChange);
  lxw_protection allowed{};
  allowed.format_columns = LXW_TRUE;
  allowed.format_rows = LXW_TRUE;
  worksheet_protect(parts.sheet, nullptr, &allowed);
  offerChoices(columns, rows);
}

/// The words stand in a hidden sheet: a list that stands in the rule itself may have 255 characters at most.
void Workbook::offerChoices(const std::vector<FormColumn>& columns, unsigned rows) {
  Parts& parts = *parts_;
  lxw_worksheet* lists = nullptr;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& choices = columns[i].choices;
    if (choices.empty() || rows == 0) continue;
    if (!lists) {
      lists = workbook_add_worksheet(parts.book, "Lists");
      worksheet_hide(lists);
    }
    const auto column = static_cast<lxw_col_t>(i);
    for (std::size_t at = 0; at < choices.size(); ++at)
      worksheet_write_string(lists, static_cast<lxw_row_t>(at), column, plain(choices[at]).c_str(), nullptr);
    const std::string letter(1, static_cast<char>('A' + i % 26));
    std::string range = "=Lists!$" + letter + "$1:$" + letter + "$" + std::to_string(choices.size());
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = range.data();
    worksheet_data_validation_range(parts.sheet, row_ + 1, column, row_ + rows, column, &rule);
  }
}

void Workbook::blank(unsigned short column) {
  worksheet_write_blank(parts_->sheet, row_, column, parts_->formatOf(column, parts_->wrap, parts_->open));
}

void Workbook::finishSheet() {
  Parts& parts = *parts_;
  if (!parts.sheet) return;
  for (std::size_t i = 0; i < parts.widths.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(parts.sheet, column, column, std::min(parts.widths[i], widest), nullptr);
  }
  if (parts.isOpen.empty())
    worksheet_autofilter(parts.sheet, 0, 0, row_, static_cast<lxw_col_t>(parts.widths.size() - 1));
}

void Workbook::text(unsigned short column, const std::string& text) {
  const std::string clean = plain(text);
  std::string kept = beginningOf(clean, mostCharacters);
  if (kept.size() < clean.size()) {
    kept = beginningOf(clean, mostCharacters - 1) + "…";
    ++shortened_;
  }
  worksheet_write_string(parts_->sheet, row_, column, kept.c_str(),
                         parts_->formatOf(column, parts_->wrap, parts_->open));
  const double width = static_cast<double>(std::min<std::size_t>(kept.size(), 200)) + 2;
  parts_->widths[column] = std::max(parts_->widths[column], width);
}

void Workbook::number(unsigned short column, double number) {
  worksheet_write_number(parts_->sheet, row_, column, number, parts_->wrap);
}

void Workbook::day(unsigned short column, Day day) {
  lxw_datetime time = dateOf(day);
  worksheet_write_datetime(parts_->sheet, row_, column, &time,
                           parts_->formatOf(column, parts_->date, parts_->openDate));
  parts_->widths[column] = std::max(parts_->widths[column], 11.0);
}

std::string Workbook::bytes() && {
  finishSheet();
  const lxw_error failure = workbook_close(std::exchange(parts_->book, nullptr));
  return failure == LXW_NO_ERROR ? contentOf(parts_->file) : std::string();
}

}  // namespace xlsx
