#include "cli/program.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

namespace {

struct Wrong {
  std::vector<std::string> words;
  int code;
  const char* err;
};

}  // namespace

TEST_CASE("Wrong usage ends with 2 and one line that says what to do") {
  const std::vector<Wrong> cases = {
      {{}, 2, "trackloom-cli: No command is given. trackloom-cli --help lists the commands.\n"},
      {{"chek"}, 2, "trackloom-cli: There is no command chek. trackloom-cli --help lists the commands.\n"},
      {{"check"}, 2, "trackloom-cli: FILE is required. trackloom-cli check --help tells how it is used.\n"},
      {{"check", "a.trackloom", "--as-of", "2013-12-01", "--as-of", "2014"},
       2,
       "trackloom-cli: --as-of is given more than once; it takes one value. trackloom-cli check --help tells how it is "
       "used.\n"},
      {{"check", "talks.trackloom", "--as-of", "June"},
       2,
       "trackloom-cli: “June” behind --as-of is not a day. Write it as year, month and day, such as 2013-12-01.\n"},
      {{"check", "talks.trackloom", "--as-of", "2024-02-30"},
       2,
       "trackloom-cli: “2024-02-30” behind --as-of is not a day. Write it as year, month and day, such as "
       "2013-12-01.\n"},
      {{"check", "missing.trackloom", "--as-of", ""},
       2,
       "trackloom-cli: “” behind --as-of is not a day. Write it as year, month and day, such as 2013-12-01.\n"},
      {{"check", "talks.trackloom", "--format", "xml"},
       2,
       "trackloom-cli: --format: xml is not one of text, json. trackloom-cli check --help tells how it is used.\n"},
      {{"check", "talks.trackloom", "--fail-on", "all"}, 2, nullptr},
      {{"check", "talks.trackloom", "--loud"}, 2, nullptr},
      {{"schedule", "talks.trackloom", "quiet.trackloom"}, 2, nullptr},
      {{"list", "talks.trackloom", "--kind"}, 2, nullptr},
      {{"export", "talks.trackloom"},
       2,
       "trackloom-cli: Name one format with --to, or a folder for all of them with --all. trackloom-cli formats lists "
       "the formats.\n"},
      {{"export", "talks.trackloom", "--to", "timeline.svg", "--from", "soon"},
       2,
       "trackloom-cli: “soon” behind --from is not a day. Write it as year, month and day, such as 2013-12-01.\n"},
      {{"export", "talks.trackloom", "--to", "timeline.svg", "--size", "a5"},
       2,
       "trackloom-cli: “a5” behind --size is no size of a drawing. Write a4, a3, or a width in points from 300 to "
       "14400, such as 1200.\n"},
      {{"export", "talks.trackloom", "--to", "timeline.svg", "--size", "nan"}, 2, nullptr},
      {{"export", "talks.trackloom", "--to", "timeline.svg", "--track", "<t>"}, 2, nullptr},
      {{"export", "talks.trackloom", "--to", "icalendar", "--theme", "grey"},
       2,
       "trackloom-cli: Only drawings have a period, a theme, a size and a direction; \"icalendar\" is none. Leave "
       "these out, or choose a drawing.\n"},
      {{"export", "talks.trackloom", "--all", "d", "-o", "f"}, 2, nullptr},
      {{"export", "talks.trackloom", "--to", "parchment"}, 2, nullptr},
      {{"document", "talks.trackloom", "--template", "process-design", "--draft", "--final"}, 2, nullptr},
      {{"document", "talks.trackloom", "--template", "sonnet"}, 2, nullptr},
      {{"plugins", "burn", "x"},
       2,
       "trackloom-cli: plugins does not know burn. It takes allow or disallow and the id of a plugin, or nothing.\n"},
      {{"plugins", "allow"}, 2, nullptr},
  };
  for (const Wrong& wrong : cases) {
    const Ended ended = called(wrong.words);
    std::string line = "trackloom-cli";
    for (const std::string& word : wrong.words) line += ' ' + word;
    INFO(line << "\n" << ended.err);
    CHECK(ended.code == wrong.code);
    CHECK(ended.out.empty());
    CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
    if (wrong.err) CHECK(ended.err == wrong.err);
  }
}

TEST_CASE("What is no plan ends with 3 and says where") {
  for (const char* command : {"check", "schedule", "list", "format", "validate"}) {
    INFO(command);
    const Ended missing = called({command, "missing.trackloom"});
    CHECK(missing.code == 3);
    CHECK(missing.err.find("trackloom-cli: missing.trackloom: There is no file missing.trackloom. ") == 0);
    const Ended broken = called({command, "broken.trackloom"});
    CHECK(broken.code == 3);
    CHECK(broken.out.empty());
    CHECK(broken.err.find("trackloom-cli: broken.trackloom:") == 0);
    const Ended other = called({command, "no-plan.xml"});
    CHECK(other.code == 3);
    CHECK(other.err.find("trackloom-cli: no-plan.xml:2: ") == 0);
    const Ended folder = called({command, "."});
    CHECK(folder.code == 3);
    const Ended empty = Program().reading("").run({command, "-"});
    CHECK(empty.code == 3);
    CHECK(empty.err.find("trackloom-cli: -:1: ") == 0);
  }
}

TEST_CASE("Output that cannot be written ends with 4") {
  const auto code = [](const std::vector<std::string>& words) { return called(words).code; };
  CHECK(code({"new", "/nowhere/at/all.trackloom"}) == 4);
  CHECK(code({"format", "talks.trackloom", "-o", "/nowhere/at/all.trackloom"}) == 4);
  CHECK(code({"format", "talks.trackloom", "-o", "/dev/full"}) == 4);
  CHECK(code({"format", "talks.trackloom", "-o", "."}) == 4);
  CHECK(code({"export", "talks.trackloom", "--to", "icalendar", "-o", "/nowhere/at/all.ics"}) == 4);
  CHECK(code({"document", "talks.trackloom", "--template", "process-design", "-o", "/nowhere/at/all.html"}) == 4);
}

TEST_CASE("A pipe that nobody reads is refused instead of waited for, one that is read is written into") {
  const Folder folder;
  const std::string pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const Ended unread = called({"format", "talks.trackloom", "-o", pipe});
  CHECK(unread.code == 4);
  CHECK(unread.err.find("is not an ordinary file, and nobody reads what is written to it. Choose a file on a disk") !=
        std::string::npos);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  REQUIRE(reader >= 0);
  CHECK(called({"format", "talks.trackloom", "-o", pipe}).code == 0);
  char begin[6] = {};
  CHECK(::read(reader, begin, 5) == 5);
  CHECK(std::string(begin) == "<?xml");
  ::close(reader);
}

TEST_CASE("The version before a damaged plan is advised only where it stands beside it") {
  const Folder folder;
  const std::string plan = folder / "plan.trackloom";
  std::ofstream(plan) << "<plan xmlns='urn:trackloom:plan:1' version='1'><tracks>";
  const Ended alone = called({"check", plan});
  CHECK(alone.code == 3);
  CHECK(alone.err.find("with ~") == std::string::npos);
  CHECK(alone.err.find("Have the file sent again.") != std::string::npos);
  std::ofstream(plan + "~") << "before";
  CHECK(called({"check", plan}).err.find("Open the version before it, which stands beside it with ~") !=
        std::string::npos);
}

TEST_CASE("A full disk or a closed standard output ends with 4 and a sentence") {
  for (const char* output : {"/dev/full", ""}) {
    const Ended ended = Program().writingTo(output).run({"list", "talks.trackloom"});
    INFO(output);
    CHECK(ended.code == 4);
    CHECK(ended.err.find("trackloom-cli: The output could not be written: ") == 0);
  }
}

TEST_CASE("A reader that ends early ends it with 4, not with a signal") {
  const Folder folder;
  const std::string command = "cd '" TRACKLOOM_SOURCE_DIR "/tests/data/cli' && { '" TRACKLOOM_BINARY_DIR
                              "/bin/trackloom-cli' kinds --format json 2>'" +
                              (folder / "err") + "'; echo $? >'" + (folder / "code") + "'; } | true";
  REQUIRE(std::system(command.c_str()) == 0);
  CHECK(fileText(folder / "code") == "4\n");
  CHECK(fileText(folder / "err").find("trackloom-cli: The output could not be written: Broken pipe.") == 0);
}

TEST_CASE("Devices are written into, never replaced") {
  const Ended ended = called({"format", "talks.trackloom", "-o", "/dev/null"});
  CHECK(ended.code == 0);
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("Titles cannot play tricks on the terminal of who reads them") {
  const std::string hostile =
      "<plan xmlns='urn:trackloom:plan:1' version='1' title='A&#x9b;31mB&#x202e;C&#10;D'>"
      "<activities><activity id='a' title='E\xff&#x9d;F'/></activities></plan>";
  for (const char* command : {"check", "schedule", "list", "validate"}) {
    const Ended ended = Program().reading(hostile).run({command, "-"});
    INFO(command << ended.out << ended.err);
    for (const char* trick : {"\xC2\x9B", "\xC2\x9D", "\xE2\x80\xAE", "\xFF"}) {
      CHECK(ended.out.find(trick) == std::string::npos);
      CHECK(ended.err.find(trick) == std::string::npos);
    }
  }
}

TEST_CASE("A file that may not grow any more ends it with 4 and a sentence, and the file before stands") {
  const Folder folder;
  std::filesystem::copy_file(TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom", folder / "talks.trackloom");
  const std::string before = fileText(folder / "talks.trackloom");
  const std::string command =
      "cd '" + folder.path().string() +
      "' && ulimit -f 1; '" TRACKLOOM_BINARY_DIR
      "/bin/trackloom-cli' waive talks.trackloom DATE-INV --reason because --who me 2>err; echo $? >code";
  REQUIRE(std::system(command.c_str()) == 0);
  CHECK(fileText(folder / "code") == "4\n");
  CHECK(fileText(folder / "err").find("trackloom-cli: ") == 0);
  CHECK(fileText(folder / "talks.trackloom") == before);
}
