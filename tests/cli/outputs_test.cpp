#include "cli/program.h"

#include <catch2/catch.hpp>

TEST_CASE("export writes a calendar, to a file or to the standard output") {
  const Folder folder;
  const Ended printed = called({"export", "talks.trackloom", "--to", "icalendar"});
  CHECK(printed.code == 0);
  CHECK(printed.out.find("BEGIN:VCALENDAR\r\n") == 0);
  CHECK(printed.out.find("Village forum") != std::string::npos);
  CHECK(called({"export", "talks.trackloom", "--to", "icalendar", "-o", folder / "talks.ics"}).code == 0);
  CHECK(fileText(folder / "talks.ics") == printed.out);
}

TEST_CASE("export draws the timeline") {
  const Ended ended = called({"export", "talks.trackloom", "--to", "timeline.svg"});
  CHECK(ended.code == 0);
  CHECK(ended.out.find("<svg ") != std::string::npos);
  CHECK(ended.out.find("Village forum") != std::string::npos);
}

TEST_CASE("document writes the design of the process, the same bytes each time") {
  const Folder folder;
  const Ended printed = called({"document", "talks.trackloom", "--template", "process-design", "--to", "html"});
  CHECK(printed.code == 0);
  CHECK(printed.out.find("Valley talks") != std::string::npos);
  CHECK(called({"document", "talks.trackloom", "--template", "process-design", "-o", folder / "d.html"}).code == 0);
  CHECK(fileText(folder / "d.html") == printed.out);
  CHECK(called({"document", "talks.trackloom", "--template", "process-design", "--to", "docx", "-o", folder / "d.docx"})
            .code == 0);
  CHECK(fileText(folder / "d.docx").substr(0, 2) == "PK");
}

TEST_CASE("Where a program is missing the document still stands there as HTML") {
  const Folder folder;
  const Ended ended = Program()
                          .searching("/nowhere")
                          .run({"document", "talks.trackloom", "--template", "process-design", "--to", "docx", "-o",
                                folder / "d.docx"});
  CHECK(ended.code == 4);
  CHECK(ended.err.find("trackloom-cli: pandoc: ") == 0);
  CHECK(ended.err.find("The document stands in " + (folder / "d.html") + " as HTML.") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "d.docx"));
  CHECK(fileText(folder / "d.html").find("Valley talks") != std::string::npos);
}

TEST_CASE("A final document tells its author what it left out, a draft marks it") {
  const auto made = [](const char* how) {
    return called({"document", "quiet.trackloom", "--template", "process-design", how});
  };
  const Ended finished = made("--final");
  CHECK(finished.code == 0);
  CHECK(finished.err.find("trackloom-cli: ") == 0);
  const Ended draft = made("--draft");
  CHECK(draft.code == 0);
  CHECK(draft.out.size() > finished.out.size());
}

TEST_CASE("The plan generator gives the same plan for the same numbers") {
  const Program generator("trackloom-generate");
  const std::vector<std::string> words = {"--activities", "300", "--dependencies", "900", "--transfers", "100",
                                          "--actors",     "60",  "--seed",         "7"};
  const Ended one = generator.run(words);
  CHECK(one.code == 0);
  CHECK(one.out == generator.run(words).out);
  CHECK(one.out.size() > 100'000);
  const Ended checked = Program().reading(one.out).run({"validate", "-"});
  INFO(checked.out);
  CHECK(checked.code == 0);
  CHECK(Program().reading(one.out).run({"format", "-"}).out == one.out);
  const Ended loops = Program().reading(one.out).run({"check", "-", "--rule", "CYC", "--rule", "DATE-INV"});
  CHECK(loops.code == 0);
  CHECK(generator.run({"--activities", "many"}).code == 2);
}

TEST_CASE("what is made from a plan never takes the place of a plan") {
  const Folder folder;
  REQUIRE(called({"format", "talks.trackloom", "-o", folder / "a.trackloom"}).code == 0);
  REQUIRE(called({"format", "talks.trackloom", "-o", folder / "b.xml"}).code == 0);
  const std::string plan = fileText(folder / "a.trackloom");
  for (const char* target : {"a.trackloom", "b.xml"}) {
    const Ended drawn = called({"export", folder / "a.trackloom", "--to", "timeline.svg", "-o", folder / target});
    CHECK(drawn.code == 4);
    CHECK(drawn.err.find("A plan stands there") != std::string::npos);
    CHECK(called({"document", folder / "a.trackloom", "--template", "process-design", "-o", folder / target}).code ==
          4);
    CHECK(fileText(folder / target) == plan);
  }
}
