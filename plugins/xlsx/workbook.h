#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace xlsx {

using Day = std::chrono::sys_days;

enum class Direction { leftToRight, rightToLeft };

/// A workbook in the making, written by libxlsxwriter. Whatever is put into it stays what it is: no text becomes a
/// formula, a link or a number.
class Workbook {
 public:
  /// `made` is when it says it was made, so that the same plan gives the same bytes.
  Workbook(const std::string& title, Day made, Direction direction);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// Begins a sheet with its heads; names and heads are made to fit what spreadsheets allow.
  void beginSheet(const std::string& name, const std::vector<std::string>& heads);
  struct FormColumn {
    std::string head;
    bool mayChange = false;
    std::vector<std::string> choices{};
  };
  /// Begins a sheet that people fill in: lines of text, then the heads, then that many rows. Cells of columns that they
  /// may not change are locked, without a password; where a column has choices its cells offer them.
  void beginForm(const std::string& name, const std::vector<std::string>& lines, const std::vector<FormColumn>& columns,
                 unsigned rows);
  void beginRow() { ++row_; }
  /// A cell that is to be filled in.
  void blank(unsigned short column);
  void text(unsigned short column, const std::string& text);
  void number(unsigned short column, double number);
  void day(unsigned short column, Day day);
  /// Whether another row has room: a sheet has 1,048,576.
  bool hasRoom() const { return row_ < mostRows; }
  /// How many texts were longer than a cell holds (32,767 characters) and end with an ellipsis.
  std::size_t shortened() const { return shortened_; }

  /// The file; empty if it could not be made.
  std::string bytes() &&;

 private:
  static constexpr unsigned mostRows = 1048575;
  void addSheet(const std::string& name);
  void writeHeads(const std::vector<std::string>& heads);
  void finishSheet();
  void offerChoices(const std::vector<FormColumn>& columns, unsigned rows);

  struct Parts;
  std::unique_ptr<Parts> parts_;
  unsigned row_ = 0;
  std::size_t shortened_ = 0;
};

}  // namespace xlsx
