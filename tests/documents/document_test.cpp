#include "documents/papers.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::documents;

namespace {

const std::vector<std::string> spine = {"Executive summary",
                                        "Mandate, legal basis and norms",
                                        "Context and conflict analysis",
                                        "Vision, objectives and theory of change",
                                        "Guiding principles",
                                        "Process architecture",
                                        "Participation",
                                        "Agenda and sequencing",
                                        "Format, phases and timeline",
                                        "Rules of procedure",
                                        "Linkage and transfer between tracks",
                                        "Third parties, friends and guarantors",
                                        "Confidence-building, security and ceasefires",
                                        "Gender and inclusion",
                                        "Communication and outreach",
                                        "Team, expertise and logistics",
                                        "Budget and funding",
                                        "Risks, early warning and contingency",
                                        "Ratification, implementation and follow-up",
                                        "Monitoring, learning and exit",
                                        "Annexes"};

std::string processDesign(const Plan& plan, Completeness completeness = Completeness::plain) {
  return htmlOf(plan, ownTemplates(), requestFor("process-design", completeness));
}

}  // namespace

TEST_CASE("a process-design document has its cover and 21 numbered sections in order, even of an empty plan") {
  for (const Plan& plan : {Plan(), fullPlan()}) {
    const std::string html = processDesign(plan);
    CHECK(contains(html, "<header class=\"cover\">"));
    std::size_t at = html.find("<main>");
    int number = 0;
    for (const std::string& title : spine) {
      INFO(title);
      at = html.find(">" + std::to_string(++number) + ". " + title + "</h2>", at);
      REQUIRE(at != std::string::npos);
    }
    CHECK(contains(html, "<a href=\"#annexes\">21. Annexes</a>"));
    CHECK(contains(html, "<html lang=\"en\" dir=\"ltr\">"));
    CHECK_FALSE(contains(html, "{{"));
  }
}

TEST_CASE("a process-design document tells what the plan records") {
  const std::string html = processDesign(fullPlan());
  for (const char* told : {"Asked for by all.", "<title>Dialogue &amp; &quot;Peace&quot;</title>", "1 December 2013",
                           "Wants elections first", "30 % (agreed)", "Forum of associations",
                           "<caption>Hand-overs between tracks</caption>", "since 1 November 2013", "<thead>",
                           "<figcaption>", "<em class=\"unknown\">not known</em>"}) {
    INFO(told);
    CHECK(contains(html, told));
  }
}

TEST_CASE("plain, draft and final differ in what becomes of empty sections") {
  const std::string plain = processDesign(fullPlan());
  const std::string draft = processDesign(fullPlan(), Completeness::draft);
  NoPrograms none;
  const auto final = makeDocument(fullPlan(), requestFor("process-design", Completeness::final), ownTemplates(), none);
  CHECK(contains(plain, "Nothing is recorded that may be shown here."));
  CHECK(contains(
      draft, "Nothing that may be shown is recorded here yet. This section tells how the public hears of the process"));
  CHECK_FALSE(contains(draft, "Nothing is recorded that may be shown here."));
  CHECK_FALSE(contains(final.bytes, "Communication and outreach"));
  CHECK_FALSE(contains(final.bytes, "Nothing is recorded that may be shown here."));
  REQUIRE_FALSE(final.notes.empty());
  std::string notes;
  for (const Message& note : final.notes) notes += plainText(note) + "\n";
  CHECK(contains(notes, "“Communication and outreach”"));
}

TEST_CASE("names that try to be markup stay text everywhere") {
  const std::string html = processDesign(fullPlan());
  CHECK_FALSE(contains(html, "<script"));
  CHECK_FALSE(contains(html, "<b>legitimate"));
  CHECK(contains(html, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Sons"));
}

TEST_CASE("the same plan, day and template give the same HTML") {
  CHECK(processDesign(fullPlan()) == processDesign(fullPlan()));
}

TEST_CASE("a missing program is named, and the HTML is there all the same") {
  NoPrograms none;
  auto request = requestFor("process-design");
  const std::string html = makeDocument(fullPlan(), request, ownTemplates(), none).bytes;
  request.format = DocumentFormat::pdf;
  const auto result = makeDocument(fullPlan(), request, ownTemplates(), none);
  REQUIRE(result.failure);
  CHECK(contains(plainText(result.failure->message()), "weasyprint"));
  CHECK(result.format == DocumentFormat::html);
  CHECK(result.bytes == html);
}

TEST_CASE("a template that does not exist is answered with those that do") {
  NoPrograms none;
  try {
    makeDocument(Plan(), requestFor("nothing"), ownTemplates(), none);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(contains(plainText(error.toDo()), "process-design"));
  }
}

TEST_CASE("every template that comes with the program has a title, help and an audience, and reads") {
  for (const Template& look : ownTemplates().templates) {
    INFO(look.id);
    CHECK_FALSE(look.title.empty());
    CHECK_FALSE(look.help.empty());
    CHECK_FALSE(htmlOf(planOf(R"(<activities><activity id="a" title="Talks" planned-start="2014"/></activities>)"),
                       {{look}}, requestFor(look.id))
                    .empty());
  }
  CHECK(ownTemplates().find("process-design")->audience == Classification::team);
}
