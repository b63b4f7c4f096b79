#include "tables/csv.h"

#include "documents/tables.h"
#include "plan/error.h"

#include <random>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::tables;

namespace {

std::vector<std::vector<std::string>> rowsOf(std::string_view bytes, const CsvForm& form = {}) {
  std::vector<std::vector<std::string>> rows;
  const ReadFile file = readCsv(bytes, form, "partners.csv");
  for (const auto& row : file.sheets.front().rows) {
    rows.emplace_back();
    for (const Cell& cell : row) rows.back().push_back(cell.text);
  }
  return rows;
}

using Rows = std::vector<std::vector<std::string>>;

std::string noteOf(std::string_view bytes) { return plainText(readCsv(bytes, {}, "partners.csv").notes.front()); }

}  // namespace

TEST_CASE("Separated values are read with whatever stands between them") {
  CHECK(rowsOf("a,b\n1,2\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rowsOf("a;b\r\n1,5;2\r\n") == Rows{{"a", "b"}, {"1,5", "2"}});
  CHECK(rowsOf("a\tb\r1\t2") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rowsOf("sep=;\na;b,c\n") == Rows{{"a", "b,c"}});
  CHECK(rowsOf("a;b\n", {{}, ','}) == Rows{{"a;b"}});
  CHECK(noteOf("a;b\n") == "Read as UTF-8, with semicolons between the cells.");
  CHECK(noteOf("D\xE9"
               "but\tb\n") == "Read as windows-1252, with tabs between the cells.");
}

TEST_CASE("Quoted cells hold separators, quotation marks and lines") {
  CHECK(rowsOf("\"a,b\",\"say \"\"yes\"\"\"\n\"two\nlines\",x\n") == Rows{{"a,b", "say \"yes\""}, {"two\nlines", "x"}});
  CHECK(rowsOf("a \"b\" c,d\n") == Rows{{"a \"b\" c", "d"}});
  CHECK_THROWS_WITH(rowsOf("a,b\n\"open,2\n"),
                    "The cell that begins with a quotation mark in row 2 has no closing one.");
}

TEST_CASE("Empty rows keep their place, empty cells behind the last one go") {
  CHECK(rowsOf("a,b,,\n\n,2\n") == Rows{{"a", "b"}, {}, {"", "2"}});
  CHECK(rowsOf("").empty());
}

TEST_CASE("What is no text, or too large, is refused with a sentence") {
  CHECK_THROWS_WITH(rowsOf(std::string("a,b\n1,\0x", 8)), Catch::Contains("bytes that no text has"));
  CHECK_THROWS_WITH(rowsOf("\xC3\x28,b", {language::Encoding::utf8, {}}), Catch::Contains("not written in UTF-8"));
  CHECK_THROWS_WITH(rowsOf(std::string(2000, ',')), Catch::Contains("larger than what is read"));
  CHECK_THROWS_WITH(rowsOf(std::string(plugin::mostSheetRows + 1, '\n')), Catch::Contains("larger than what is read"));
}

TEST_CASE("No cell that is written is a formula to a spreadsheet, and all are read as they were") {
  std::mt19937_64 random(7);
  const std::string_view letters = "=+-@'\"\t\r\n,; aA1é";
  documents::Table table{{{"a"}, {"b"}}, {}};
  for (int row = 0; row < 3000; ++row) {
    std::vector<std::string> cells(2);
    for (std::string& cell : cells)
      for (auto left = random() % 6; left > 0; --left) {
        const char c = letters[random() % (letters.size() - 2)];
        cell += c;
      }
    if (cells[1].empty()) cells[1] = "x";
    table.rows.push_back(cells);
  }
  const std::string written = documents::csv(table);
  const auto read = rowsOf(written, {language::Encoding::utf8, ','});
  REQUIRE(read.size() == table.rows.size() + 1);
  for (std::size_t i = 0; i < table.rows.size(); ++i) REQUIRE(read[i + 1] == table.rows[i]);
}
