#include "cli/program.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

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

TEST_CASE("export writes drawings as PDF and PNG, and everything at once") {
  const Folder folder;
  CHECK(called({"export", "talks.trackloom", "--to", "timeline.pdf", "--size", "a4", "-o", folder / "t.pdf"}).code ==
        0);
  CHECK(fileText(folder / "t.pdf").starts_with("%PDF"));
  const Ended all = called({"export", "talks.trackloom", "--all", folder / "all", "--theme", "grey"});
  CHECK(all.code == 0);
  CHECK(all.err.empty());
  for (const char* name : {"all/timeline.svg", "all/timeline.pdf", "all/timeline.png", "all/actor-map.pdf",
                           "all/icalendar.ics", "all/plan.xlsx"}) {
    INFO(name);
    CHECK(std::filesystem::exists(folder / name));
  }
  CHECK(called({"export", "talks.trackloom", "--all", folder / "pdf", "--to", "pdf"}).code == 0);
  CHECK(std::filesystem::exists(folder / "pdf/seats.pdf"));
  CHECK_FALSE(std::filesystem::exists(folder / "pdf/seats.svg"));
}

TEST_CASE("export writes the page to send") {
  const Ended ended = called({"export", "talks.trackloom", "--to", "html-view"});
  CHECK(ended.code == 0);
  CHECK(ended.out.find("<!DOCTYPE html>") == 0);
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

TEST_CASE("document --all writes every document into a folder, and without the programs the HTML") {
  const Folder folder;
  const Ended all = called({"document", "talks.trackloom", "--all", folder / "html", "--to", "html"});
  CHECK(all.code == 0);
  CHECK(all.err.empty());
  CHECK(fileText(folder / "html/brief.html").find("Valley talks") != std::string::npos);
  CHECK(fileText(folder / "html/findings-report.html").find("Valley talks") != std::string::npos);
  const Ended final = called({"document", "talks.trackloom", "--all", folder / "final", "--to", "html", "--final"});
  CHECK(final.err.find("commitments-matrix: Left out, because nothing is recorded") != std::string::npos);
  const Ended bare = Program().searching("/nowhere").run({"document", "talks.trackloom", "--all", folder / "bare"});
  CHECK(bare.code == 4);
  CHECK(bare.err.find("pandoc is needed") != std::string::npos);
  CHECK(bare.err.find("weasyprint is needed") != std::string::npos);
  CHECK(std::count(bare.err.begin(), bare.err.end(), '\n') == 2);
  CHECK(std::filesystem::exists(folder / "bare/process-design.html"));
  CHECK_FALSE(std::filesystem::exists(folder / "bare/process-design.pdf"));
  const Ended open =
      called({"document", "talks.trackloom", "--all", folder / "open", "--to", "html", "--audience", "public"});
  CHECK(open.code == 0);
  CHECK(std::filesystem::exists(folder / "open/brief.html"));
  CHECK_FALSE(std::filesystem::exists(folder / "open/findings-report.html"));
}

TEST_CASE("templates of one's own are listed and used, broken ones told in a sentence") {
  const Folder folder;
  std::filesystem::create_directories(folder / "note");
  std::filesystem::create_directories(folder / "bad");
  std::ofstream(folder / "note/manifest.xml") << "<manifest id=\"our-note\" title=\"Our note\" audience=\"team\"/>";
  std::ofstream(folder / "note/template.html") << "<p>{{title}} as a note</p>";
  std::ofstream(folder / "bad/manifest.xml") << "<manifest";
  const Ended listed = called({"templates", "--templates", folder.path().string()});
  CHECK(listed.code == 0);
  CHECK(listed.out.find("our-note") != std::string::npos);
  CHECK(std::count(listed.err.begin(), listed.err.end(), '\n') == 1);
  const Ended written =
      called({"document", "talks.trackloom", "--template", "our-note", "--templates", folder.path().string()});
  CHECK(written.out == "<p>Valley talks as a note</p>");
  CHECK(called({"templates", "--templates", "/nowhere/at/all"}).code == 2);
}

TEST_CASE("document refuses what does not go together") {
  const auto code = [](const std::vector<std::string>& words) {
    std::vector<std::string> all{"document", "talks.trackloom"};
    all.insert(all.end(), words.begin(), words.end());
    return called(all).code;
  };
  CHECK(code({}) == 2);
  CHECK(code({"--template", "brief", "--all", "/nowhere"}) == 2);
  CHECK(code({"--all", "/nowhere", "-o", "x.html"}) == 2);
  CHECK(code({"--template", "brief", "--since", "yesterday"}) == 2);
  CHECK(code({"--template", "event-concept-note", "--about", "nobody"}) == 2);
  CHECK(code({"--template", "findings-report", "--audience", "public"}) == 2);
  CHECK(code({"--template", "brief", "--to", "html", "--reference", "talks.trackloom"}) == 2);
  CHECK(code({"--template", "brief", "--to", "docx", "--reference", "talks.trackloom", "-o", "x.docx"}) == 3);
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
