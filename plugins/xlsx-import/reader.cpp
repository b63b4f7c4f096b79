#include "reader.h"

#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>

namespace xlsx_import {
namespace {

namespace ss = orcus::spreadsheet;

constexpr std::size_t mostCells = 2'000'000;  // that hold something, in all sheets
constexpr std::size_t mostSheets = 256;

class Strings : public ss::iface::import_shared_strings {
 public:
  size_t append(std::string_view text) override {
    all_.emplace_back(text);
    return all_.size() - 1;
  }
  size_t add(std::string_view text) override { return append(text); }
  void set_segment_font(size_t) override {}
  void set_segment_bold(bool) override {}
  void set_segment_italic(bool) override {}
  void set_segment_font_name(std::string_view) override {}
  void set_segment_font_size(double) override {}
  void set_segment_font_color(ss::color_elem_t, ss::color_elem_t, ss::color_elem_t, ss::color_elem_t) override {}
  void append_segment(std::string_view text) override { current_ += text; }
  size_t commit_segments() override {
    all_.push_back(std::move(current_));
    current_.clear();
    return all_.size() - 1;
  }
  std::string at(size_t index) const { return index < all_.size() ? all_[index] : std::string(); }

 private:
  std::vector<std::string> all_;
  std::string current_;
};

/// Number formats are kept, all other looks are not. Where the library takes what it was told before as the place of
/// something, the places count up.
class Styles : public ss::iface::import_styles {
 public:
  explicit Styles(std::vector<Shown>& formats) : formats_(formats) {}

  void set_font_count(size_t) override {}
  void set_font_bold(bool) override {}
  void set_font_italic(bool) override {}
  void set_font_name(std::string_view) override {}
  void set_font_size(double) override {}
  void set_font_underline(ss::underline_t) override {}
  void set_font_underline_width(ss::underline_width_t) override {}
  void set_font_underline_mode(ss::underline_mode_t) override {}
  void set_font_underline_type(ss::underline_type_t) override {}
  void set_font_underline_color(ss::color_elem_t, ss::color_elem_t, ss::color_elem_t, ss::color_elem_t) override {}
  void set_font_color(ss::color_elem_t, ss::color_elem_t, ss::color_elem_t, ss::color_elem_t) override {}
  void set_strikethrough_style(ss::strikethrough_style_t) override {}
  void set_strikethrough_type(ss::strikethrough_type_t) override {}
  void set_strikethrough_width(ss::strikethrough_width_t) override {}
  void set_strikethrough_text(ss::strikethrough_text_t) override {}
  size_t commit_font() override { return fonts_++; }
  void set_fill_count(size_t) override {}
  void set_fill_pattern_type(ss::fill_pattern_t) override {}
  void set_fill_fg_color(ss::color_elem_t, ss::color_elem_t, ss::color_elem_t, ss::color_elem_t) override {}
  void set_fill_bg_color(ss::color_elem_t, ss::color_elem_t, ss::color_elem_t, ss::color_elem_t) override {}
  size_t commit_fill() override { return fills_++; }
  void set_border_count(size_t) override {}
  void set_border_style(ss::border_direction_t, ss::border_style_t) override {}
  void set_border_color(ss::border_direction_t, ss::color_elem_t, ss::color_elem_t, ss::color_elem_t,
                        ss::color_elem_t) override {}
  void set_border_width(ss::border_direction_t, double, orcus::length_unit_t) override {}
  size_t commit_border() override { return borders_++; }
  void set_cell_hidden(bool) override {}
  void set_cell_locked(bool) override {}
  void set_cell_print_content(bool) override {}
  void set_cell_formula_hidden(bool) override {}
  size_t commit_cell_protection() override { return protections_++; }
  void set_number_format_count(size_t) override {}
  void set_number_format_identifier(size_t id) override { id_ = id; }
  void set_number_format_code(std::string_view code) override { code_ = code; }
  size_t commit_number_format() override {
    codes_[id_] = code_;
    return id_;
  }
  void set_cell_xf_count(size_t) override {}
  void set_cell_style_xf_count(size_t) override {}
  void set_dxf_count(size_t) override {}
  void set_xf_font(size_t) override {}
  void set_xf_fill(size_t) override {}
  void set_xf_border(size_t) override {}
  void set_xf_protection(size_t) override {}
  void set_xf_number_format(size_t id) override { format_ = id; }
  void set_xf_style_xf(size_t) override {}
  void set_xf_apply_alignment(bool) override {}
  void set_xf_horizontal_alignment(ss::hor_alignment_t) override {}
  void set_xf_vertical_alignment(ss::ver_alignment_t) override {}
  size_t commit_cell_xf() override {
    const auto code = codes_.find(format_);
    formats_.push_back(shownAs(format_, code == codes_.end() ? std::string_view() : code->second));
    format_ = 0;
    return formats_.size() - 1;
  }
  size_t commit_cell_style_xf() override {
    format_ = 0;
    return styles_++;
  }
  size_t commit_dxf() override {
    format_ = 0;
    return differences_++;
  }
  void set_cell_style_count(size_t) override {}
  void set_cell_style_name(std::string_view) override {}
  void set_cell_style_xf(size_t) override {}
  void set_cell_style_builtin(size_t) override {}
  void set_cell_style_parent_name(std::string_view) override {}
  size_t commit_cell_style() override { return names_++; }

 private:
  std::vector<Shown>& formats_;
  std::map<size_t, std::string> codes_;
  std::string code_;
  size_t id_ = 0;
  size_t format_ = 0;
  size_t fonts_ = 0, fills_ = 0, borders_ = 0, protections_ = 0, styles_ = 0, differences_ = 0, names_ = 0;
};

class Settings : public ss::iface::import_global_settings {
 public:
  explicit Settings(Counted& counted) : counted_(counted) {}
  void set_origin_date(int year, int, int) override { counted_ = year == 1904 ? Counted::from1904 : Counted::from1900; }
  void set_default_formula_grammar(ss::formula_grammar_t) override {}
  ss::formula_grammar_t get_default_formula_grammar() const override { return ss::formula_grammar_t::xlsx; }
  void set_character_set(orcus::character_set_t) override {}

 private:
  Counted& counted_;
};

/// The cells of all sheets are counted together.
class Cells {
 public:
  Cells(Sheet& sheet, std::size_t& count) : sheet_(sheet), count_(count) {}

  Cell& at(ss::row_t row, ss::col_t column) {
    const auto [place, isNew] = sheet_.cells.try_emplace(
        {static_cast<std::size_t>(std::max(row, 0)), static_cast<std::size_t>(std::max(column, 0))});
    if (isNew && ++count_ > mostCells) throw Refused("The spreadsheet has more cells than are read.");
    return place->second;
  }
  void text(ss::row_t row, ss::col_t column, std::string_view text) {
    Cell& cell = at(row, column);
    cell.is = Cell::Is::text;
    cell.text = text;
  }
  void number(ss::row_t row, ss::col_t column, double number) {
    Cell& cell = at(row, column);
    cell.is = Cell::Is::number;
    cell.number = number;
  }
  void failed(ss::row_t row, ss::col_t column, std::string_view what) {
    Cell& cell = at(row, column);
    cell.is = Cell::Is::failed;
    cell.text = what;
  }
  Sheet& sheet() { return sheet_; }

 private:
  Sheet& sheet_;
  std::size_t& count_;
};

bool isError(std::string_view text) {
  for (const std::string_view error : {"#N/A", "#REF!", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!"})
    if (text == error) return true;
  return false;
}

/// What a formula gave when the file was saved; formulas themselves are never worked out.
class Formula : public ss::iface::import_formula {
 public:
  explicit Formula(Cells& cells) : cells_(cells) {}
  void set_position(ss::row_t row, ss::col_t column) override {
    row_ = row;
    column_ = column;
    result_ = {};
  }
  void set_formula(ss::formula_grammar_t, std::string_view) override {}
  void set_shared_formula_index(size_t) override {}
  void set_result_string(std::string_view text) override {
    result_.is = isError(text) ? Cell::Is::failed : Cell::Is::text;
    result_.text = text;
  }
  void set_result_value(double value) override {
    result_.is = Cell::Is::number;
    result_.number = value;
  }
  void set_result_bool(bool value) override {
    result_.is = Cell::Is::text;
    result_.text = value ? "true" : "false";
  }
  void set_result_empty() override {}
  void commit() override {
    ++cells_.sheet().formulas;
    Cell& cell = cells_.at(row_, column_);
    const std::size_t format = cell.format;
    cell = result_;
    cell.format = format;
    if (cell.is == Cell::Is::empty) cells_.failed(row_, column_, "=");
  }

 private:
  Cells& cells_;
  ss::row_t row_ = 0;
  ss::col_t column_ = 0;
  Cell result_;
};

class Properties : public ss::iface::import_sheet_properties {
 public:
  void set_column_width(ss::col_t, double, orcus::length_unit_t) override {}
  void set_column_hidden(ss::col_t, bool) override {}
  void set_row_height(ss::row_t, double, orcus::length_unit_t) override {}
  void set_row_hidden(ss::row_t, bool) override {}
  void set_merge_cell_range(const ss::range_t& range) override { ranges.push_back(range); }

  std::vector<ss::range_t> ranges;
};

class SheetReader : public ss::iface::import_sheet {
 public:
  SheetReader(Sheet& sheet, const Strings& strings, std::size_t& count)
      : cells_(sheet, count), formula_(cells_), strings_(strings) {}

  ss::iface::import_sheet_properties* get_sheet_properties() override { return &properties_; }
  ss::iface::import_formula* get_formula() override { return &formula_; }
  void set_auto(ss::row_t row, ss::col_t column, std::string_view text) override { cells_.text(row, column, text); }
  void set_string(ss::row_t row, ss::col_t column, ss::string_id_t index) override {
    cells_.text(row, column, strings_.at(index));
  }
  void set_value(ss::row_t row, ss::col_t column, double value) override { cells_.number(row, column, value); }
  void set_bool(ss::row_t row, ss::col_t column, bool value) override {
    cells_.text(row, column, value ? "true" : "false");
  }
  void set_date_time(ss::row_t row, ss::col_t column, int year, int month, int day, int, int, double) override {
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    cells_.text(row, column, text);
  }
  void set_format(ss::row_t row, ss::col_t column, size_t format) override { cells_.at(row, column).format = format; }
  void set_format(ss::row_t, ss::col_t, ss::row_t, ss::col_t, size_t) override {}
  void fill_down_cells(ss::row_t, ss::col_t, ss::row_t) override {}
  ss::range_size_t get_sheet_size() const override { return {1'048'576, 16'384}; }

  void add(const std::vector<PassedOver>& passedOver) {
    for (const PassedOver& cell : passedOver) {
      const auto row = static_cast<ss::row_t>(cell.row);
      const auto column = static_cast<ss::col_t>(cell.column);
      if (cell.failed)
        cells_.failed(row, column, cell.text);
      else
        cells_.text(row, column, cell.text);
    }
  }

  /// Cells that are merged over several rows stand for each of them; of those beside each other the first counts.
  void spreadMerged() {
    constexpr ss::row_t most = 10'000;
    for (const ss::range_t& range : properties_.ranges) {
      const auto found = cells_.sheet().cells.find({static_cast<std::size_t>(std::max(range.first.row, 0)),
                                                    static_cast<std::size_t>(std::max(range.first.column, 0))});
      if (found == cells_.sheet().cells.end() || range.first.column != range.last.column) continue;
      const Cell value = found->second;
      for (ss::row_t row = range.first.row + 1; row <= range.last.row && row - range.first.row < most; ++row) {
        cells_.at(row, range.first.column) = value;
        ++cells_.sheet().merged;
      }
    }
  }

 private:
  Cells cells_;
  Formula formula_;
  Properties properties_;
  const Strings& strings_;
};

/// Reads places such as B7, $B$7 and B2:D7.
class Resolver : public ss::iface::import_reference_resolver {
 public:
  ss::src_address_t resolve_address(std::string_view text) override {
    constexpr ss::col_t letters = 26;
    constexpr ss::row_t most = 10'000'000;
    ss::src_address_t place{0, 0, 0};
    for (const char c : text) {
      if (c >= 'A' && c <= 'Z' && place.column < most)
        place.column = place.column * letters + (c - 'A') + 1;
      else if (c >= '0' && c <= '9' && place.row < most)
        place.row = place.row * 10 + (c - '0');
      else if (c != '$')
        throw Refused("The spreadsheet is damaged: it names a cell that no sheet has.");
    }
    --place.row;
    --place.column;
    return place;
  }
  ss::src_range_t resolve_range(std::string_view text) override {
    const std::size_t colon = text.find(':');
    const ss::src_address_t first = resolve_address(text.substr(0, colon));
    return {first, colon == std::string_view::npos ? first : resolve_address(text.substr(colon + 1))};
  }
};

class Factory : public ss::iface::import_factory {
 public:
  explicit Factory(Workbook& book) : book_(book), styles_(book.formats), settings_(book.counted) {}

  ss::iface::import_global_settings* get_global_settings() override { return &settings_; }
  ss::iface::import_shared_strings* get_shared_strings() override { return &strings_; }
  ss::iface::import_styles* get_styles() override { return &styles_; }
  ss::iface::import_reference_resolver* get_reference_resolver(ss::formula_ref_context_t) override {
    return &resolver_;
  }
  ss::iface::import_sheet* append_sheet(ss::sheet_t, std::string_view name) override {
    if (readers_.size() >= mostSheets) throw Refused("The spreadsheet has more sheets than are read.");
    book_.sheets.push_back(std::make_unique<Sheet>());
    book_.sheets.back()->name = name;
    readers_.push_back(std::make_unique<SheetReader>(*book_.sheets.back(), strings_, count_));
    return readers_.back().get();
  }
  ss::iface::import_sheet* get_sheet(std::string_view name) override {
    for (std::size_t i = 0; i < readers_.size(); ++i)
      if (book_.sheets[i]->name == name) return readers_[i].get();
    return nullptr;
  }
  ss::iface::import_sheet* get_sheet(ss::sheet_t index) override {
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < readers_.size() ? readers_[at].get() : nullptr;
  }
  void finalize() override {}
  void add(std::string_view sheet, const std::vector<PassedOver>& cells) {
    for (std::size_t i = 0; i < readers_.size(); ++i)
      if (book_.sheets[i]->name == sheet) readers_[i]->add(cells);
  }
  void spreadMerged() {
    for (auto& reader : readers_) reader->spreadMerged();
  }

 private:
  Workbook& book_;
  Strings strings_;
  Styles styles_;
  Settings settings_;
  Resolver resolver_;
  std::vector<std::unique_ptr<SheetReader>> readers_;
  std::size_t count_ = 0;
};

}  // namespace

Workbook readWorkbook(std::string_view bytes, const std::map<std::string, std::vector<PassedOver>>& passedOver) {
  Workbook book;
  Factory factory(book);
  orcus::orcus_xlsx reader(&factory);
  reader.read_stream(bytes);
  for (const auto& [sheet, cells] : passedOver) factory.add(sheet, cells);
  factory.spreadMerged();
  return book;
}

}  // namespace xlsx_import
