#include "desktop/presenters/speech.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;

TEST_CASE("what stands in a sentence from right to left keeps its own direction, and the other way round") {
  const Message message{"{file}", {{"file", std::string("/home/amal/plan\n.trackloom")}}};
  CHECK(Speech(language::Language("ar", {})).say(message) == "\u2068/home/amal/plan .trackloom\u2069");
  CHECK(Speech().say(message) == "/home/amal/plan .trackloom");
  const Message named{
      "{what}: {list}",
      {{"what", std::string("اليمن")}, {"list", std::vector{Message{"{it}", {{"it", std::string("عدن")}}}}}}};
  CHECK(Speech().say(named) == "\u2068اليمن\u2069: \u2068عدن\u2069");
}
