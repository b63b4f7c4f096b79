#include "desktop/presenters/travel.h"

#include "desktop/presenters/sample.h"
#include "support/plan_text.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

TEST_CASE("the report of a copy tells first what still stands in it, then what was taken out, by field") {
  const OpenPlan open(testing::planAsRead(R"(
    <actor id="z" name="Qasim Zubaydi" type="person" classification="core"/>
    <activity id="a" title="Lunch" outputs="Zubaydi came" lead="z" classification="public"/>
    <activity id="b" title="Round one" outputs="A word of Zoubeidi" classification="public"/>)"),
                      *parseDay(today));
  const sharing::Redacted copy =
      sharing::redact(open.plan(), {Classification::open, open.asOf(), "0123456789abcdef0123456789abcdef", {}});
  const std::string text = copyReport(copy.report, open, Speech());
  std::vector<std::size_t> places;
  for (const char* part : {"do not send it along", "• Qasim Zubaydi: “Zoubeidi” – Round one, Outputs",
                           "• Qasim Zubaydi is the only one who has to do with Lunch", "Read it before you send it.",
                           "• Lunch, Outputs: “Zubaydi” is masked.", "• Actors: 1"})
    places.push_back(text.find(part));
  INFO(text);
  CHECK(places.back() != std::string::npos);
  CHECK(std::ranges::is_sorted(places));
}
