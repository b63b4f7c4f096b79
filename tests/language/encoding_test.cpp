#include "language/encoding.h"

#include <catch2/catch.hpp>

using namespace trackloom::language;

TEST_CASE("Bytes in every encoding that is read become the same text") {
  const std::string utf8 = "Accord signé; 3 €";
  CHECK(decoded(utf8, Encoding::utf8) == utf8);
  CHECK(decoded("\xEF\xBB\xBF" + utf8, Encoding::utf8) == utf8);
  CHECK(decoded("Accord sign\xE9; 3 \x80", Encoding::windows1252) == utf8);
  CHECK(decoded(std::string("\xFF\xFE"
                            "a\0\xE9\0",
                            6),
                Encoding::utf16LittleEndian) == "aé");
  CHECK(decoded(std::string("\xFE\xFF"
                            "\0a\0\xE9",
                            6),
                Encoding::utf16BigEndian) == "aé");
  CHECK(decoded("\xC7\xE1\xCC\xE6\xE1\xC9", Encoding::windows1256) == "الجولة");
}

TEST_CASE("What is not in the encoding is not made up") {
  CHECK_FALSE(decoded("Accord sign\xE9", Encoding::utf8));
  CHECK_FALSE(decoded(std::string("\x00\xD8\x61\x00", 4), Encoding::utf16LittleEndian));
}

TEST_CASE("The encoding is found by marks, by validity, and by how letters above ASCII stand") {
  CHECK(likelyEncoding("") == Encoding::utf8);
  CHECK(likelyEncoding("a,b\n1,2\n") == Encoding::utf8);
  CHECK(likelyEncoding("signé") == Encoding::utf8);
  CHECK(likelyEncoding(std::string("\xFF\xFE"
                                   "a\0",
                                   4)) == Encoding::utf16LittleEndian);
  CHECK(likelyEncoding(std::string("a\0,\0b\0\n\0", 8)) == Encoding::utf16LittleEndian);
  CHECK(likelyEncoding(std::string("\0a\0,\0b\0\n", 8)) == Encoding::utf16BigEndian);
  CHECK(likelyEncoding("Activit\xE9;D\xE9"
                       "but pr\xE9vu;R\xE9union \xE0 Sfax") == Encoding::windows1252);
  CHECK(likelyEncoding("\xC7\xE1\xCC\xE6\xE1\xC9 \xC7\xE1\xC3\xE6\xE1\xEC;2014") == Encoding::windows1256);
}

TEST_CASE("Encodings are named in either case") {
  CHECK(encodingNamed("utf-8") == Encoding::utf8);
  CHECK(encodingNamed("Windows-1256") == Encoding::windows1256);
  CHECK_FALSE(encodingNamed("latin1"));
}
