#include "cli/plain_text.h"

#include "cli/terminal.h"

#include <catch2/catch.hpp>

using namespace trackloom::cli;
using trackloom::documents::Side;
using trackloom::documents::Table;

TEST_CASE("Width counts what a terminal shows") {
  CHECK(displayWidth("") == 0);
  CHECK(displayWidth("Zürich") == 6);
  CHECK(displayWidth("e\xCC\x81") == 1);
  CHECK(displayWidth("和平") == 4);
  CHECK(displayWidth("سلام") == 4);
  CHECK(displayWidth("\x1b[1mbold\x1b[0m") == 4);
  CHECK(displayWidth("\xFF\xC3") == 2);
}

TEST_CASE("A line has no ends, controls or turned directions in it") {
  CHECK(oneLine("a\nb\tc") == "a b c");
  CHECK(oneLine("a\x1b[31mb") == "a [31mb");
  CHECK(oneLine("a\xC2\x9B"
                "b\xE2\x80\xAE"
                "c") == "a b c");
  CHECK(oneLine("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(oneLine("سلام – 和平") == "سلام – 和平");
}

TEST_CASE("Long lines break between words and go on indented") {
  CHECK(wrapped("- ", "one two three four", 2, 10) == "- one two\n  three\n  four\n");
  CHECK(wrapped("- ", "one two three four", 2, 0) == "- one two three four\n");
  CHECK(wrapped("", "unbreakableword", 0, 5) == "unbreakableword\n");
  CHECK(wrapped("- ", "", 2, 10) == "- \n");
}

TEST_CASE("Columns stand under each other and fit the terminal") {
  const Table table{{{"Name"}, {"Days", Side::right}}, {{"Opening", "1"}, {"和平", "12"}}};
  CHECK(alignedText(table, 0) == "Name     Days\nOpening     1\n和平       12\n");
  const Table wide{{{"Name"}, {"Why"}}, {{"Opening", "because of a very long reason"}}};
  CHECK(alignedText(wide, 24) == "Name     Why\nOpening  because of a v…\n");
}

TEST_CASE("Tones are colours on a terminal and nothing elsewhere") {
  Terminal terminal;
  CHECK(terminal.toned(Tone::contradiction, "C") == "C");
  terminal.colours = Terminal::Colours::ansi;
  CHECK(terminal.toned(Tone::contradiction, "C") == "\x1b[1;31mC\x1b[0m");
}
