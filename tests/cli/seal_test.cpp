#include "cli/program.h"
#include "xml/claim.h"
#include "xml/envelope.h"

#include <csignal>
#include <functional>

#include <poll.h>
#include <pty.h>
#include <termios.h>

namespace fs = std::filesystem;

namespace {

const std::string words = "kettle orbit moss viola thirteen anchor";
const std::string talks = TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom";
const std::string noOpening =
    " does not open: the passphrase is another one, or the file is damaged. Type the passphrase again and look which "
    "keyboard is set; else have the file sent again. A file of a newer Trackloom opens with that one.\n";

/// A folder with a plan, its sealed twin, a right and a wrong passphrase, and a place for the user's data.
struct Sealed {
  Folder folder;
  std::string plan = folder / "talks.trackloom";
  std::string sealed = folder / "talks.trackloom-sealed";
  std::string right = folder / "right";
  std::string wrong = folder / "wrong";
  std::string data = folder / "data";

  Sealed() {
    fs::copy_file(talks, plan);
    std::ofstream(right) << words << '\n';
    std::ofstream(wrong) << words << '.';
    static const std::string once = sealedPlan();  // sealing takes a second, by design
    std::ofstream(sealed, std::ios::binary) << once;
  }

  std::string sealedPlan() const {
    const Ended ended = run({"seal", plan, "-o", sealed, "--passphrase-file", right});
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    REQUIRE(ended.err == "trackloom-cli: Sealed in " + sealed +
                             ". Should the passphrase be forgotten, nobody can open it again.\ntrackloom-cli: " + plan +
                             " itself stands as it was.\n");
    return fileText(sealed);
  }

  Ended run(const std::vector<std::string>& command) const { return Program().keepingDataIn(data).run(command); }

  /// Files below the folder in which a name or text of the plan stands in the clear.
  std::vector<std::string> plain() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
      if (!entry.is_regular_file()) continue;
      const std::string text = fileText(entry.path());
      for (const char* canary : {"Valley talks", "Upside-down", "urn:trackloom"})
        if (text.find(canary) != std::string::npos) {
          found.push_back(entry.path().string());
          break;
        }
    }
    return found;
  }
};

/// A program on a terminal, to which answers are typed whenever it has shown a prompt.
class OnTerminal {
 public:
  OnTerminal(const std::vector<std::string>& command, const std::vector<std::string>& answers) {
    const pid_t process = ::forkpty(&screen_, nullptr, nullptr, nullptr);
    if (process == 0) {
      std::string program = TRACKLOOM_BINARY_DIR "/bin/trackloom-cli";
      std::vector<char*> arguments{program.data()};
      for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
      arguments.push_back(nullptr);
      ::execv(program.c_str(), arguments.data());
      ::_exit(99);
    }
    REQUIRE(process > 0);
    for (const std::string& answer : answers) {
      if (!waitFor(": ")) break;
      echoed_ = echoed_ || echoes();
      REQUIRE(::write(screen_, answer.data(), answer.size()) == static_cast<ssize_t>(answer.size()));
    }
    while (readMore()) continue;
    echoesAfter_ = echoes();
    ::close(screen_);
    int status = 0;
    REQUIRE(::waitpid(process, &status, 0) == process);
    code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

  int code = 0;
  const std::string& shown() const { return shown_; }
  bool echoed() const { return echoed_; }

 private:
  bool echoes() const {
    termios now{};
    return ::tcgetattr(screen_, &now) == 0 && (now.c_lflag & ECHO) != 0;
  }
  bool readMore() {
    char block[4096];
    const ssize_t count = ::read(screen_, block, sizeof block);
    if (count > 0) shown_.append(block, static_cast<std::size_t>(count));
    return count > 0;
  }
  /// A prompt is over when it stands at the end, and shows nothing of what comes.
  bool waitFor(const char* prompt) {
    const std::size_t from = shown_.size();
    while (!(shown_.size() > from && shown_.ends_with(prompt) && !echoes()))
      if (pollfd ready{screen_, POLLIN, 0}; ::poll(&ready, 1, 5) > 0 && !readMore()) return false;
    return true;
  }

  int screen_ = -1;
  std::string shown_;
  bool echoed_ = false;
  bool echoesAfter_ = false;
};

}  // namespace

TEST_CASE("A plan that is sealed and opened is the same, byte for byte") {
  const Sealed at;
  const std::string bytes = fileText(at.sealed);
  CHECK(trackloom::isSealed(bytes));
  CHECK(bytes.size() == 65'613);
  CHECK(fileText(at.plan) == fileText(talks));
  const std::string out = at.folder / "out.trackloom";
  const Ended ended = at.run({"open", at.sealed, "-o", out, "--passphrase-file", at.right});
  CHECK(ended.code == 0);
  CHECK(ended.err == "trackloom-cli: " + out + " lies open now: whoever has it can read it.\n");
  CHECK(fileText(out) == fileText(talks));
  const Ended shown = Program().reading(bytes).run({"open", "-", "-o", "-", "--passphrase-file", at.right});
  CHECK(shown.code == 0);
  CHECK(shown.out == fileText(talks));
  CHECK(shown.err.empty());
}

TEST_CASE("Another passphrase, damage and what is no sealed plan are answered in the same words") {
  const Sealed at;
  const std::string other = at.folder / "other";
  const auto answer = [&](const std::string& bytes, const std::string& passphrase) {
    std::ofstream(other, std::ios::binary) << bytes;
    const Ended ended = at.run({"open", other, "-o", at.folder / "out", "--passphrase-file", passphrase});
    CHECK(ended.code == 3);
    CHECK(ended.out.empty());
    CHECK_FALSE(fs::exists(at.folder / "out"));
    return ended.err;
  };
  const std::string same = "trackloom-cli: " + other + ": " + other + noOpening;
  const std::string bytes = fileText(at.sealed);
  CHECK(answer(bytes, at.wrong) == same);
  for (const std::size_t place : {std::size_t{0}, std::size_t{8}, std::size_t{12}, std::size_t{20}, std::size_t{40},
                                  std::size_t{60}, bytes.size() - 1}) {
    std::string damaged = bytes;
    damaged[place] = static_cast<char>(damaged[place] ^ 1);
    INFO("byte " << place);
    CHECK(answer(damaged, at.right) == same);
  }
  CHECK(answer(bytes.substr(0, bytes.size() - 1), at.right) == same);
  CHECK(answer(bytes.substr(0, 60), at.right) == same);
  CHECK(answer("", at.right) == same);
  CHECK(answer("a picture", at.right) == same);
}

TEST_CASE("Commands say what a sealed plan is, and read it where they are told its passphrase") {
  const Sealed at;
  const std::string refusal =
      "trackloom-cli: " + at.sealed +
      ": This plan is sealed: it opens with its passphrase only. Open it in the desktop or with "
      "trackloom-cli open, or name a file that holds its passphrase with --passphrase-file.\n";
  const std::vector<std::vector<std::string>> commands = {
      {"check", at.sealed},
      {"schedule", at.sealed},
      {"list", at.sealed},
      {"format", at.sealed},
      {"validate", at.sealed},
      {"diff", at.plan, at.sealed},
      {"history", at.sealed},
      {"network", at.sealed},
      {"redact", at.sealed, "--audience", "public", "-o", at.folder / "copy"},
      {"merge", at.sealed, at.plan}};
  for (const auto& command : commands) {
    INFO(command.front());
    const Ended ended = at.run(command);
    CHECK(ended.code == 3);
    CHECK(ended.out.empty());
    CHECK(ended.err == refusal);
  }
  for (const char* command : {"check", "list", "format"}) {
    const Ended open = at.run({command, at.plan});
    const Ended sealed = at.run({command, at.sealed, "--passphrase-file", at.right});
    INFO(command << sealed.err);
    CHECK(sealed.code == open.code);
    CHECK(sealed.out == open.out);
  }
  const Ended wrong = at.run({"check", at.sealed, "--passphrase-file", at.wrong});
  CHECK(wrong.code == 3);
  CHECK(wrong.err == "trackloom-cli: " + at.sealed + ": " + at.sealed + noOpening);
  CHECK(at.run({"schema", "--passphrase-file", at.right}).code == 2);
}

TEST_CASE("What is changed in a sealed plan is saved sealed, and so are its versions") {
  const Sealed at;
  fs::remove(at.plan);
  const std::vector<std::string> passphrase{"--passphrase-file", at.right};
  const auto run = [&](std::vector<std::string> command) {
    command.insert(command.end(), passphrase.begin(), passphrase.end());
    const Ended ended = at.run(command);
    INFO(command[0] << ": " << ended.err);
    CHECK(ended.code == 0);
    return ended;
  };
  run({"waive", at.sealed, "DATE-INV", "--reason", "canary", "--who", "me"});
  CHECK(trackloom::isSealed(fileText(at.sealed)));
  CHECK(trackloom::isSealed(fileText(at.sealed + "~")));
  CHECK(run({"list", at.sealed, "--kind", "waiver"}).out.find("canary") != std::string::npos);
  run({"history", at.sealed, "keep"});
  CHECK(run({"history", at.sealed}).out.find("as the plan is now") != std::string::npos);
  CHECK(fs::exists(at.data + "/trackloom/history"));
  const std::string elsewhere = at.folder / "elsewhere.trackloom";
  CHECK(run({"format", at.sealed, "-o", elsewhere}).err == "trackloom-cli: " + elsewhere + " is sealed because " +
                                                               at.sealed +
                                                               " is, and opens with the same passphrase.\n");
  CHECK(trackloom::isSealed(fileText(elsewhere)));
  CHECK(at.plain().empty());

  const std::string copy = at.folder / "copy.trackloom";  // made for others, so it lies open
  CHECK(run({"redact", at.sealed, "--audience", "partners", "-o", copy}).err ==
        "trackloom-cli: " + copy + " lies open though " + at.sealed + " is sealed: whoever has it can read it.\n");
  CHECK_FALSE(trackloom::isSealed(fileText(copy)));
}

TEST_CASE("A merge with a sealed side says whether the merged plan is sealed, and why") {
  const Sealed at;
  const std::string changed = at.folder / "changed.trackloom";
  std::string text = fileText(at.plan);
  const std::size_t lag = text.find("lag=\"2\"");
  REQUIRE(lag != std::string::npos);
  std::ofstream(changed) << text.replace(lag, 7, "lag=\"5\"");
  const auto merge = [&](const std::string& ours, const std::string& theirs, const std::string& out) {
    const Ended ended = at.run({"merge", at.plan, ours, theirs, "-o", out, "--passphrase-file", at.right});
    INFO(ended.err);
    CHECK(ended.code == 0);
    return ended;
  };
  const std::string sealedBecause = " is sealed because " + at.sealed + " is, and opens with the same passphrase.\n";
  const std::string out = at.folder / "out.trackloom";
  CHECK(merge(changed, at.sealed, out).err.ends_with("trackloom-cli: " + out + sealedBecause));
  CHECK(trackloom::isSealed(fileText(out)));
  CHECK(merge(changed, at.sealed, changed).err.ends_with("trackloom-cli: " + changed + sealedBecause));
  CHECK(trackloom::isSealed(fileText(changed)));
  CHECK(
      merge(at.sealed, at.plan, at.sealed)
          .err.ends_with("trackloom-cli: " + at.sealed + " stays sealed, and opens with its passphrase as before.\n"));
  CHECK(trackloom::isSealed(fileText(at.sealed)));

  const Ended shown = merge(at.sealed, at.plan, "-");
  CHECK(shown.out.find("Valley talks") != std::string::npos);
  CHECK(shown.err.find("trackloom-cli: " + at.sealed +
                       " is sealed, but what is shown of it lies open: whoever gets it can read it.\n") !=
        std::string::npos);
}

TEST_CASE("Papers of a sealed plan leave nothing behind but themselves") {
  const Sealed at;
  fs::remove(at.plan);
  const std::string paper = at.folder / "brief.docx";
  const Ended ended = at.run(
      {"document", at.sealed, "--template", "brief", "--to", "docx", "-o", paper, "--passphrase-file", at.right});
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(fs::exists(paper));
  fs::remove(paper);
  CHECK(at.plain().empty());
  for (const auto& entry : fs::directory_iterator("/dev/shm"))
    CHECK_FALSE(entry.path().filename().string().starts_with("trackloom-"));
}

TEST_CASE("Nothing is sealed over the plan or another file, and nothing open is written over what is sealed") {
  const Sealed at;
  const auto seal = [&](const std::string& plan, const std::string& out) {
    return at.run({"seal", plan, "-o", out, "--passphrase-file", at.right});
  };
  CHECK(seal(at.plan, at.plan).code == 2);
  CHECK(seal(at.plan, "-").code == 2);
  CHECK(seal(at.plan, at.right).code == 4);
  CHECK(seal(at.sealed, at.folder / "twice").code == 3);
  CHECK(seal(at.right, at.folder / "no-plan").code == 3);
  CHECK(seal(at.plan, "/nowhere/at/all").code == 4);
  CHECK(seal(at.plan, "/dev/full").code == 4);
  CHECK(seal(at.plan, at.folder.path().string()).code == 4);
  CHECK(seal(at.folder / "missing", at.folder / "out").code == 3);
  CHECK(at.run({"seal", "-", "-o", at.folder / "out", "--travel", "--passphrase-file", at.right}).code == 2);
  CHECK(at.run({"seal", at.plan, "-o", at.folder / "out", "--passphrase-file", at.folder / "none"}).code == 3);
  std::ofstream(at.wrong, std::ios::trunc) << "\nsecond line\n";
  const Ended empty = at.run({"seal", at.plan, "-o", at.folder / "out", "--passphrase-file", at.wrong});
  CHECK(empty.code == 2);
  CHECK(empty.err.find("The passphrase is empty.") != std::string::npos);
  CHECK(at.run({"open", at.sealed, "-o", at.sealed, "--passphrase-file", at.right}).code == 2);
  CHECK(at.run({"open", at.plan, "-o", at.folder / "out", "--passphrase-file", at.right}).code == 3);
  CHECK(at.run({"format", at.plan, "-o", at.sealed}).code == 4);
  CHECK(at.run({"export", at.plan, "--to", "timeline.svg", "-o", at.sealed}).code == 4);
  CHECK_FALSE(fs::exists(at.folder / "out"));
  CHECK(fileText(at.plan) == fileText(talks));
  CHECK(at.run({"validate", at.sealed, "--passphrase-file", at.right}).code == at.run({"validate", at.plan}).code);
}

TEST_CASE("Travel erases the plan and all that this machine remembers of it, once it is sealed") {
  const Sealed at;
  fs::remove(at.sealed);
  CHECK(at.run({"history", at.plan, "keep"}).code == 0);
  fs::copy_file(at.plan, at.plan + "~");
  CHECK(at.plain().size() == 2);
  const Ended ended = at.run({"seal", at.plan, "-o", at.sealed, "--travel", "--passphrase-file", at.right});
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(ended.err.find("Erased here: " + at.plan) != std::string::npos);
  CHECK(ended.err.find("What erasing cannot reach: copies in mails") != std::string::npos);
  CHECK_FALSE(fs::exists(at.plan));
  CHECK(at.plain().empty());
  CHECK(fs::is_empty(at.data + "/trackloom/history"));
  const Ended open = at.run({"open", at.sealed, "-o", "-", "--passphrase-file", at.right});
  CHECK(open.out == fileText(talks));
}

TEST_CASE("Travel does not say that all is erased while the plan or the version before stands under a second name") {
  const auto [lasting, count] = GENERATE(table<std::string, std::size_t>({{"", 1}, {"~", 1}, {"both", 2}}));
  const Sealed at;
  fs::remove(at.sealed);
  fs::copy_file(at.plan, at.plan + "~");
  for (const char* which : {"", "~"})
    if (lasting == which || lasting == "both")
      fs::create_hard_link(at.plan + which, at.folder / (std::string("kept") + which).c_str());
  const Ended ended = at.run({"seal", at.plan, "-o", at.sealed, "--travel", "--passphrase-file", at.right});
  INFO(ended.err);
  CHECK(ended.code == 4);
  CHECK(ended.err.find("Erased here") == std::string::npos);
  std::size_t told = 0;
  constexpr std::string_view says = "The file has another name on this disk, and stands there as it was.";
  for (std::size_t from = ended.err.find(says); from != std::string::npos; from = ended.err.find(says, from + 1))
    ++told;
  CHECK(told == count);
  if (lasting == "~") CHECK(ended.err.find("Not all of " + at.plan + "~ could be erased") != std::string::npos);
  CHECK_FALSE(fs::exists(at.plan));
  CHECK_FALSE(fs::exists(at.plan + "~"));
}

TEST_CASE("Travel takes no version of another plan on this machine unless somebody says what becomes of it") {
  const Sealed at;
  fs::remove(at.sealed);
  fs::create_directory(at.folder / "y");
  const std::string other = at.folder / "y/talks.trackloom";
  const auto accept = [&](const std::string& plan, const char* reason) {
    CHECK(at.run({"waive", plan, "DATE-INV", "--reason", reason, "--who", "me"}).code == 0);
    CHECK(at.run({"history", plan, "keep"}).code == 0);  // what is accepted is for the core team
  };
  CHECK(at.run({"history", at.plan, "keep"}).code == 0);
  const std::string list = at.run({"history", at.plan}).out;
  const std::string version = list.substr(list.find('\n') + 1, 8);
  CHECK(at.run({"history", at.plan, "name", version, "sent to donor 1"}).code == 0);
  fs::copy_file(at.plan, other);
  accept(at.plan, "ours");
  accept(other, "theirs");
  const auto travel = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"seal", at.plan, "-o", at.sealed, "--travel", "--passphrase-file", at.right};
    words.insert(words.end(), more.begin(), more.end());
    return at.run(words);
  };
  const auto hasNamed = [&] { return at.run({"history", other}).out.find("sent to donor 1") != std::string::npos; };
  constexpr std::string_view shares =
      "1 of the earlier versions on this machine belongs to other plans, too: “Valley talks” as it was saved on ";
  const Ended refused = travel({});
  CHECK(refused.code == 2);
  CHECK(refused.err.find(shares) != std::string::npos);
  CHECK(refused.err.find("Nothing was done. Say --shared keep to leave") != std::string::npos);
  CHECK(fs::exists(at.plan));
  CHECK_FALSE(fs::exists(at.sealed));
  CHECK(hasNamed());
  SECTION("kept, it stays for the other plan, and that is said") {
    const Ended ended = travel({"--shared", "keep"});
    CHECK(ended.code == 0);
    CHECK(ended.err.find("They will stay, and can be read on this machine.") != std::string::npos);
    CHECK(ended.err.find("the other earlier versions on this machine") != std::string::npos);
    CHECK(hasNamed());
    CHECK(at.run({"history", other, "show", "sent to donor 1"}).out == fileText(talks));
  }
  SECTION("erased, it is gone from the other plan, and that is said") {
    const Ended ended = travel({"--shared", "erase"});
    CHECK(ended.code == 0);
    CHECK(ended.err.find("They will be erased, and those plans lose them.") != std::string::npos);
    CHECK_FALSE(hasNamed());
    CHECK(at.run({"history", other}).out.find("as the plan is now") != std::string::npos);
  }
  SECTION("which is for what is to be erased only") {
    const Ended ended = at.run({"seal", at.plan, "-o", at.sealed, "--shared", "keep", "--passphrase-file", at.right});
    CHECK(ended.code == 2);
    CHECK(ended.err.find("--shared says what becomes of versions that are erased") != std::string::npos);
    CHECK(at.run({"history", at.plan, "list", "--shared", "keep"}).code == 2);
  }
  SECTION("the same holds where versions are forgotten by hand") {
    CHECK(at.run({"history", at.plan, "forget"}).code == 2);
    CHECK(at.run({"history", at.plan, "forget", "--shared", "keep"}).code == 0);
    CHECK(hasNamed());
    CHECK(at.run({"history", at.plan}).out.find("as the plan is now") == std::string::npos);
  }
}

TEST_CASE("Travel waits until no window has the plan open, what a program that died left does not count") {
  const Sealed at;
  fs::remove(at.sealed);
  const std::string journal = at.data + "/trackloom/journal";
  const auto travel = [&] {
    return at.run({"seal", at.plan, "-o", at.sealed, "--travel", "--passphrase-file", at.right});
  };
  std::string mark;
  {
    const trackloom::Claim window(journal, fs::canonical(at.plan).string());
    mark = fs::directory_iterator(journal)->path().string();
    const Ended refused = travel();
    CHECK(refused.code == 4);
    CHECK(refused.err == "trackloom-cli: " + at.plan +
                             ": This plan is open in a window of Trackloom; nothing of it was erased. Save it and "
                             "close that window, then seal it.\n");
    CHECK(fs::exists(at.plan));
    CHECK_FALSE(fs::exists(at.sealed));
  }
  std::ofstream(mark) << "";
  CHECK(travel().code == 0);
  CHECK_FALSE(fs::exists(at.plan));
}

TEST_CASE("Whoever seals under a weak passphrase is told, and it is sealed all the same") {
  const Sealed at;
  std::ofstream(at.wrong, std::ios::trunc) << "peace\n";
  const Ended ended = at.run({"seal", at.plan, "-o", at.folder / "weak", "--passphrase-file", at.wrong});
  CHECK(ended.code == 0);
  CHECK(
      ended.err.find("trackloom-cli: This passphrase is weak: somebody with many computers finds it within a day. Six "
                     "words that have nothing to do with each other are better.\n") == 0);
}

TEST_CASE("On a terminal the passphrase is asked for twice to seal and once to open, and never shown") {
  const Sealed at;
  const std::string out = at.folder / "typed";
  const OnTerminal differing({"seal", at.plan, "-o", out}, {words + '\n', words + "!\n"});
  CHECK(differing.code == 2);
  CHECK(differing.shown().find("The two passphrases are not the same.") != std::string::npos);
  CHECK_FALSE(fs::exists(out));
  const OnTerminal sealing({"seal", at.plan, "-o", out}, {words + '\n', words + '\n'});
  INFO(sealing.shown());
  CHECK(sealing.code == 0);
  CHECK_FALSE(sealing.echoed());
  CHECK(sealing.shown().find("kettle") == std::string::npos);
  CHECK(sealing.shown().find("Passphrase: ") == 0);
  CHECK(sealing.shown().find("Once more: ") != std::string::npos);
  const OnTerminal opening({"open", out, "-o", at.folder / "opened"}, {words + '\n'});
  CHECK(opening.code == 0);
  CHECK(opening.shown().find("Once more: ") == std::string::npos);
  CHECK(fileText(at.folder / "opened") == fileText(talks));
  const OnTerminal interrupted({"open", out, "-o", at.folder / "never"}, {"ket\x03"});
  CHECK(interrupted.code == -SIGINT);
  CHECK_FALSE(fs::exists(at.folder / "never"));
}

TEST_CASE("Without a terminal and without a file there is a sentence") {
  const Sealed at;
  const Ended ended = Program("trackloom-cli").run({"open", at.sealed, "-o", "-"});
  if (ended.err.find("There is no terminal") == std::string::npos) return;  // the tests run on a terminal themselves
  CHECK(ended.code == 2);
  CHECK(ended.out.empty());
}
