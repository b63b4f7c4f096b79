#include "language/typed_date.h"

#include "language/folding.h"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

using namespace trackloom;
using language::typedDate;

namespace {

std::string read(const std::string& tag, std::string_view text) {
  const auto date = typedDate(language::Language(tag, {}), text, *parseDay("2026-11-25"));
  return date ? date->text() : "none";
}

}  // namespace

TEST_CASE("dates are read as people type them") {
  CHECK(read("en", "12 May 2026") == "2026-05-12");
  CHECK(read("en", "May 12, 2026") == "2026-05-12");
  CHECK(read("en", " 12 may ") == "2027-05-12");  // ahead, not half a year back
  CHECK(read("en", "1 Oct") == "2026-10-01");     // not long ago
  CHECK(read("en", "May 2026") == "2026-05");
  CHECK(read("en", "12/5/2026") == "2026-05-12");
  CHECK(read("en", "12.5.2026") == "2026-05-12");
  CHECK(read("en", "5/2026") == "2026-05");
  CHECK(read("en", "12 May 27") == "2027-05-12");
  CHECK(read("en", "5/12/26") == "2026-12-05");
  CHECK(read("en", "Q2 2026") == "2026-Q2");
  CHECK(read("en", "2026-q2") == "2026-Q2");
  CHECK(read("en", "~2026") == "2026~");
  CHECK(read("en", "~ May 2026") == "2026-05~");
  CHECK(read("en", "2026-05-12") == "2026-05-12");
}

TEST_CASE("dates are read in the user's language and in English") {
  CHECK(read("fr", "3 août 2026") == "2026-08-03");
  CHECK(read("fr", "3 aout 2026") == "2026-08-03");
  CHECK(read("fr", "3 August 2026") == "2026-08-03");
  CHECK(read("es", "4 de noviembre de 2026") == "2026-11-04");
  CHECK(read("ar", "٤ نوفمبر ٢٠٢٦") == "2026-11-04");
  CHECK(read("ar-TN", "4 أوت 2026") == "2026-08-04");
}

TEST_CASE("what is no date, or could be two, is not guessed") {
  for (const char* text : {"", "soon", "31 February 2026", "13/13/2026", "5/12/261", "12 May 7", "Ma 2026",
                           "12 May 2026 3", "99999999999", "May", "0 May", "Q5 2026"})
    CHECK(read("en", text) == "none");
}

TEST_CASE("digits of all scripts become plain ones, and nothing else changes") {
  CHECK(language::withPlainDigits("١٢٣ USD") == "123 USD");
  CHECK(language::withPlainDigits("۴۵, é – ة") == "45, é – ة");
}

TEST_CASE("a search does not mind case, accents, vowel signs and forms of letters") {
  CHECK(language::folded("Réunion À Genève") == "reunion a geneve");
  CHECK(language::folded("إعلان المُبادرة") == language::folded("اعلان المبادره"));
  CHECK(language::folded("مستشفى") == language::folded("مستشفي"));
  CHECK(language::matches("geneve talks", "Talks in Genève, round 2"));
  CHECK(language::matches("", "anything"));
  CHECK_FALSE(language::matches("geneva round", "Talks in Genève, round 2"));
}
