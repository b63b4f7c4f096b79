#include "documents/convert.h"

#include "documents/papers.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace trackloom;
using namespace trackloom::documents;

namespace {

namespace fs = std::filesystem;

DocumentResult made(DocumentFormat format) {
  InstalledPrograms programs;
  auto request = requestFor("process-design");
  request.format = format;
  auto result = makeDocument(fullPlan(), request, ownTemplates(), programs);
  if (result.failure) FAIL(plainText(result.failure->message()));
  return result;
}

/// What `unzip` says of a packed file.
std::string unzipped(const std::string& zip, const std::string& option, const std::string& name = {}) {
  const fs::path file = fs::temp_directory_path() / ("trackloom-entry-" + std::to_string(::getpid()) + ".zip");
  std::ofstream(file, std::ios::binary) << zip;
  const std::string command = "unzip " + option + " '" + file.string() + "' " + name;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe);
  std::string out;
  char buffer[65536];
  while (const std::size_t size = fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, size);
  CHECK(pclose(pipe) == 0);
  fs::remove(file);
  return out;
}

std::string entryOf(const std::string& zip, const std::string& name) { return unzipped(zip, "-p", "'" + name + "'"); }

/// A folder for temporary files that only this test uses.
class OwnTemporary {
 public:
  OwnTemporary() : path_(fs::temp_directory_path() / ("trackloom-own-" + std::to_string(::getpid()))) {
    fs::create_directory(path_);
    setenv("TMPDIR", path_.c_str(), 1);
  }
  ~OwnTemporary() {
    unsetenv("TMPDIR");
    fs::remove_all(path_);
  }
  bool empty() const { return fs::is_empty(path_); }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("a DOCX has heading styles, header rows, a caption, and the timeline as a described picture") {
  const std::string docx = made(DocumentFormat::docx).bytes;
  const std::string text = entryOf(docx, "word/document.xml");
  CHECK(countOf(text, "<w:pStyle w:val=\"Heading1\" />") == 21);
  CHECK(contains(text, "<w:pStyle w:val=\"Heading2\" />"));
  CHECK(contains(text, "<w:pStyle w:val=\"Title\" />"));
  CHECK(contains(text, "<w:tblHeader w:val=\"true\" />"));
  CHECK(contains(text, "<w:pStyle w:val=\"TableCaption\" />"));
  CHECK(contains(text, "<w:pStyle w:val=\"ImageCaption\" />"));
  CHECK(contains(text, "<pic:pic"));
  CHECK_FALSE(contains(text, "docPr descr=\"\""));
  CHECK(contains(text, "docPr descr=\"Dialogue &amp; &quot;Peace&quot;. A timeline"));
  CHECK(contains(text, "alert("));
  CHECK(contains(entryOf(docx, "docProps/core.xml"), "2013-12-01T00:00:00Z"));
  CHECK(contains(entryOf(docx, "word/_rels/document.xml.rels"), "media/"));
}

TEST_CASE("an ODT has headings, header rows and the timeline as a described picture") {
  const std::string odt = made(DocumentFormat::odt).bytes;
  const std::string text = entryOf(odt, "content.xml");
  CHECK(countOf(text, "text:outline-level=\"1\"") == 21);
  CHECK(contains(text, "<table:table-header-rows>"));
  CHECK(contains(text, "xlink:href=\"Pictures/0.svg\""));
  CHECK(contains(text, "<svg:desc>"));
  CHECK(contains(text, "<draw:frame draw:name=\"img1\" svg:width=\""));
  CHECK(contains(entryOf(odt, "Pictures/0.svg"), "<svg"));
  CHECK(entryOf(odt, "mimetype") == "application/vnd.oasis.opendocument.text");
}

TEST_CASE("a PDF has the title and is dated by the day the plan is looked at") {
  const std::string pdf = made(DocumentFormat::pdf).bytes;
  CHECK(pdf.starts_with("%PDF-"));
  CHECK(pdf.size() > 20000);
}

TEST_CASE("for whom a paper is stands at the foot of its pages, unless it is a non-paper") {
  InstalledPrograms programs;
  auto request = requestFor("process-design");
  request.audience = Classification::team;
  const auto footer = [&](DocumentFormat format, const std::string& entry) {
    request.format = format;
    return entryOf(makeDocument(fullPlan(), request, ownTemplates(), programs).bytes, entry);
  };
  const auto pdfPages = [&] {
    request.format = DocumentFormat::pdf;
    const std::string pdf = makeDocument(fullPlan(), request, ownTemplates(), programs).bytes;
    return programs.run(
        {{"pdftotext", "-f", "2", "paper.pdf", "paper.txt"}, {{"paper.pdf", pdf}}, "paper.txt", Day{0}});
  };
  CHECK(contains(footer(DocumentFormat::docx, "word/footer1.xml"), ">Team  ·  <"));
  CHECK(contains(footer(DocumentFormat::odt, "styles.xml"), "Team  ·  "));
  CHECK(contains(pdfPages(), "Team · 2 / "));
  for (const char* language : {"ar-TN", "ar-YE"}) {  // whose pages have a foot of their own
    INFO(language);
    request.language = language::Language(language, "");
    CHECK(contains(pdfPages(), "Team · "));
  }
  request.language = {};
  request.attribution = Attribution::nonPaper;
  CHECK_FALSE(contains(footer(DocumentFormat::docx, "word/footer1.xml"), "Team"));
  CHECK_FALSE(contains(footer(DocumentFormat::odt, "styles.xml"), "@level"));
  CHECK_FALSE(contains(pdfPages(), "Team · "));
}

TEST_CASE("everything in a packed document is dated by the day the plan is looked at") {
  for (const auto format : {DocumentFormat::docx, DocumentFormat::odt}) {
    INFO(formatName(format));
    const std::string bytes = made(format).bytes;
    const std::size_t entries = countOf(unzipped(bytes, "-Z1"), "\n");
    CHECK(entries >= 8);
    CHECK(countOf(unzipped(bytes, "-l"), "2013-12-01 00:00") == entries);
  }
}

TEST_CASE("two runs give the same bytes in every format") {
  for (const auto format : {DocumentFormat::docx, DocumentFormat::odt, DocumentFormat::pdf}) {
    INFO(formatName(format));
    const std::string first = made(format).bytes;
    CHECK(first == made(format).bytes);
  }
}

TEST_CASE("a program that is not installed is named with what to do") {
  InstalledPrograms programs;
  try {
    programs.run({{"trackloom-no-such-program"}, {}, "out", dayNamed("2013-12-01")});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(contains(plainText(error.message()), "trackloom-no-such-program is needed"));
    CHECK(contains(plainText(error.toDo()), "Install trackloom-no-such-program"));
  }
}

TEST_CASE("a program that fails is quoted, and one that takes too long is ended") {
  InstalledPrograms programs(1);
  const Day day = dayNamed("2013-12-01");
  try {
    programs.run({{"sh", "-c", "echo broken >&2; exit 3"}, {}, "out", day});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(contains(plainText(error.message()), "broken"));
  }
  try {
    programs.run({{"sh", "-c", "sleep 30 & sleep 30; echo late > out"}, {}, "out", day});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(contains(plainText(error.message()), "longer than 1 second "));
  }
}

TEST_CASE("a program that is told to stop is ended at once") {
  std::stop_source source;
  InstalledPrograms programs(60, WorkPlace::disk, source.get_token());
  source.request_stop();
  try {
    programs.run({{"sh", "-c", "sleep 60 & sleep 60; echo late > out"}, {}, "out", dayNamed("2013-12-01")});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(plainText(error.message()) == "sh was stopped.");
  }
}

TEST_CASE("a task without a result file gives what its program prints") {
  InstalledPrograms programs;
  CHECK(programs.run({{"sh", "-c", "cat in.txt"}, {{"in.txt", "said"}}, "", dayNamed("2013-12-01")}) == "said");
}

TEST_CASE(
    "a task runs in an empty folder of its own that is gone afterwards, dated and without the user's environment") {
  InstalledPrograms programs;
  const OwnTemporary temporary;
  setenv("TRACKLOOM_TEST_SECRET", "1", 1);
  const std::string out = programs.run(
      {{"sh", "-c", "{ ls; pwd; stat -c %a .; env; } > out"}, {{"in.txt", "x"}}, "out", dayNamed("2013-12-01")});
  unsetenv("TRACKLOOM_TEST_SECRET");
  CHECK(contains(out, "in.txt"));
  CHECK(contains(out, "700"));
  CHECK(contains(out, "SOURCE_DATE_EPOCH=1385856000"));
  CHECK_FALSE(contains(out, "TRACKLOOM_TEST_SECRET"));
  CHECK(contains(out, "/trackloom-own-"));
  CHECK(temporary.empty());
}

TEST_CASE("what comes from a sealed plan is worked on in memory only, or not at all") {
  const OwnTemporary temporary;
  InstalledPrograms programs(WorkPlace::memory);
  const std::string out =
      programs.run({{"sh", "-c", "{ stat -f -c %T .; stat -c %a .; echo $TMPDIR $HOME; pwd; } > out"},
                    {},
                    "out",
                    dayNamed("2013-12-01")});
  CHECK(contains(out, "tmpfs\n700\n"));
  const std::string folder =
      out.substr(out.rfind('\n', out.size() - 2) + 1, out.size() - out.rfind('\n', out.size() - 2) - 2);
  CHECK(contains(out, folder + ' ' + folder + '\n'));
  CHECK_FALSE(fs::exists(folder));
  CHECK(temporary.empty());

  const fs::path folders[] = {"", "/nowhere", TRACKLOOM_SOURCE_DIR, "/proc", "/dev/shm"};
  CHECK(firstInMemory(folders) == fs::path("/dev/shm"));
  CHECK_FALSE(firstInMemory(std::span(folders).first(4)));
}

TEST_CASE("what a killed program left of its folder goes with the next one, what somebody works in stays") {
  const OwnTemporary temporary;
  const auto folder = [&](const char* name) {
    const fs::path path = fs::temp_directory_path() / name;
    fs::create_directory(path);
    fs::permissions(path, fs::perms::owner_all);
    std::ofstream(path / "page.html") << "canary";
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(1));
    return path;
  };
  const fs::path left = folder("trackloom-work-left00");
  const fs::path others = folder("trackloom-other");
  const WorkFolder working(WorkPlace::disk);
  fs::last_write_time(working.path(), fs::file_time_type::clock::now() - std::chrono::hours(1));
  { const WorkFolder another(WorkPlace::disk); }
  CHECK_FALSE(fs::exists(left));
  CHECK(fs::exists(others));
  CHECK(fs::exists(working.path()));
}
