#include "plugin/result.h"

#include "plugin/request.h"
#include "plugin/text.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::plugin;

TEST_CASE("A result comes through a pipe as it was") {
  const Result sent{Ending::reported, "Why.", std::string("a\0b\n7\n", 6), {"one", "", "three\n"}};
  const Result got = unpackedResult(packedResult(sent));
  CHECK(got.ending == sent.ending);
  CHECK(got.reason == sent.reason);
  CHECK(got.bytes == sent.bytes);
  CHECK(got.notes == sent.notes);
}

TEST_CASE("No prefix and no damage of a result's frame is taken for a result that went well") {
  const std::string whole = packedResult({Ending::fine, "", "BEGIN", {"note"}});
  for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
    const Result got = unpackedResult(std::string_view(whole).substr(0, length));
    CHECK((got.ending == Ending::nonsense || got.notes.empty()));
  }
  for (const char* odd : {"", "x", "-1\n", "99999999999999999999\nx", "5\nabc", "3\nabc", "18446744073709551615\n"})
    CHECK(unpackedResult(odd).ending == Ending::nonsense);
}

TEST_CASE("A crash inside a child cannot be claimed by what it writes") {
  CHECK(unpackedResult(packedResult({Ending::crashed, "", "", {}})).ending == Ending::nonsense);
}

TEST_CASE("A request comes through a pipe as it was") {
  const Request sent{
      Request::Task::readTables, "/a folder/lib.so", *parseDay("2013-12-01"), {1, 2, 3, 4}, scene::View::outward};
  const std::string bytes = packedRequest(sent, "<plan/>");
  const auto got = unpackedRequest(bytes);
  REQUIRE(got);
  CHECK(got->request.library == sent.library);
  CHECK(got->request.asOf == sent.asOf);
  CHECK(got->request.limits.output == 4);
  CHECK(got->request.view == scene::View::outward);
  CHECK(got->request.task == Request::Task::readTables);
  CHECK(got->content == "<plan/>");
  CHECK_FALSE(unpackedRequest(bytes.substr(1)));
  CHECK_FALSE(unpackedRequest(""));
}

TEST_CASE("Text is UTF-8 without zero bytes") {
  CHECK(isText(""));
  CHECK(isText("a\r\nلقاء 🕊"));
  for (const std::string_view bad :
       {std::string_view("\0", 1), std::string_view("\xFF"), std::string_view("\xC0\x80"),
        std::string_view("\xED\xA0\x80"), std::string_view("\xF4\x90\x80\x80"), std::string_view("ab\xD9")})
    CHECK_FALSE(isText(bad));
}

TEST_CASE("A plugin's sentence is shown on one line and is not endless") {
  CHECK(shownSentence("a\nb\x1B[31m\xFF") == "a b [31m");
  CHECK(shownSentence(std::string(100'000, 'x')).size() == 1'000);
}
