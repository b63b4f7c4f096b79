#include "documents/tables.h"

#include <catch2/catch.hpp>

using namespace trackloom::documents;

namespace {

std::string cellOf(const std::string& text) {
  const std::string out = csv({{{"Column"}}, {{text}}});
  return out.substr(8, out.size() - 10);
}

}  // namespace

TEST_CASE("a table as comma-separated values has quotes where it needs them") {
  CHECK(csv({{{"A"}, {"B, C"}}, {{"x", "says \"y\""}, {"", "two\nlines"}}}) ==
        "A,\"B, C\"\r\nx,\"says \"\"y\"\"\"\r\n,\"two\nlines\"\r\n");
}

TEST_CASE("a text that a spreadsheet would take for a formula has an apostrophe before it") {
  CHECK(cellOf("=1+1") == "'=1+1");
  CHECK(cellOf("=HYPERLINK(\"http://x\",\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  CHECK(cellOf("+cmd|' /C calc'!A0") == "'+cmd|' /C calc'!A0");
  CHECK(cellOf("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cellOf("-2+3") == "'-2+3");
  CHECK(cellOf(" =1") == "' =1");
  CHECK(cellOf("\t=1") == "'\t=1");
  CHECK(cellOf("\r=1") == "\"'\r=1\"");
  CHECK(cellOf("\n=1") == "\"'\n=1\"");
}

TEST_CASE("numbers and other texts stay as they are") {
  for (const char* text : {"", "-5", "+12", "-2.5", "0", "Round 1 = talks", "a-b", "2013-12-01", " x", "'x"})
    CHECK(cellOf(text) == text);
  CHECK(cellOf("'=1") == "''=1");  // else it could not be told from a guarded one
  CHECK(cellOf("-") == "'-");
  CHECK(cellOf("-1e5") == "'-1e5");
}

TEST_CASE("titles of columns are cells, too") { CHECK(csv({{{"=A1"}}, {}}) == "'=A1\r\n"); }
