#include "xml/journal.h"

#include "support/memory_files.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::test;

namespace {

const std::string folder = "/home/me/journal";
const std::string plan = "/plans/peace 100%\n.trackloom";
const FileStamp base{12, -5, 7, 0xfedcba9876543210ULL};
const std::string old = "<plan title=\"before\"/>\n";
const std::string fresh = "<plan title=\"after much more work\"/>\n";

std::string onlyFile(MemoryFiles& files) {
  const auto names = files.list(folder);
  REQUIRE(names.size() == 1);
  return folder + "/" + names[0];
}

/// The disk with an old entry on it, flushed.
MemoryFiles diskWithEntry() {
  MemoryFiles files;
  Journal(files, folder).write(plan, old, base);
  return files;
}

void requireWhole(MemoryFiles& files) {
  const auto entry = Journal(files, folder).find(plan);
  REQUIRE(entry);
  REQUIRE_FALSE(entry->problem);
  REQUIRE((entry->content == old || entry->content == fresh));
  REQUIRE(entry->base == base);
}

}  // namespace

TEST_CASE("Unsaved work is found again with its plan and what it was based on") {
  MemoryFiles files;
  Journal journal(files, folder);
  REQUIRE_FALSE(journal.find(plan));
  REQUIRE(journal.list().empty());
  journal.remove(plan);

  journal.write(plan, fresh, base);
  journal.write("/plans/a.trackloom", "never saved", std::nullopt);
  const auto entry = journal.find(plan);
  REQUIRE(entry);
  REQUIRE_FALSE(entry->problem);
  REQUIRE(entry->planPath == plan);
  REQUIRE(entry->content == fresh);
  REQUIRE(entry->base == base);
  REQUIRE(entry->written > 0);

  const auto entries = journal.list();
  REQUIRE(entries.size() == 2);
  REQUIRE(entries[0].planPath == "/plans/a.trackloom");
  REQUIRE_FALSE(entries[0].base);
  REQUIRE(entries[1].planPath == plan);

  journal.remove(plan);
  REQUIRE_FALSE(journal.find(plan));
  journal.remove(journal.list().at(0));
  REQUIRE(journal.list().empty());
  REQUIRE(files.paths().empty());
}

TEST_CASE("The journal is the user's own") {
  MemoryFiles files = diskWithEntry();
  REQUIRE(files.folders().contains(folder));
  REQUIRE(files.modeOf(onlyFile(files)) == 0600);
}

TEST_CASE("A journal damaged at any place is reported and never offered") {
  MemoryFiles files = diskWithEntry();
  const std::string file = onlyFile(files);
  const std::string bytes = files.at(file);
  Journal journal(files, folder);
  const auto requireProblem = [&](std::string damaged) {
    files.put(file, std::move(damaged));
    const auto entry = journal.find(plan);
    REQUIRE(entry);
    REQUIRE(entry->problem);
    REQUIRE(entry->content.empty());
    REQUIRE(entry->planPath == plan);
    REQUIRE(journal.list().size() == 1);
    REQUIRE(journal.list().at(0).problem);
  };
  for (std::size_t size = 0; size < bytes.size(); ++size) requireProblem(bytes.substr(0, size));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    requireProblem(damaged);
  }
  requireProblem(bytes + "x");
  journal.remove(journal.list().at(0));
  REQUIRE(journal.list().empty());
}

TEST_CASE("A journal of a newer program says so") {
  MemoryFiles files = diskWithEntry();
  const std::string file = onlyFile(files);
  std::string newer = files.at(file);
  newer.replace(newer.find(" 1 "), 3, " 2 ");
  files.put(file, newer);
  const auto entry = Journal(files, folder).find(plan);
  REQUIRE(entry);
  REQUIRE(entry->problem);
  REQUIRE(plainText(*entry->problem).find("newer Trackloom") != std::string::npos);
  REQUIRE(entry->content.empty());
}

TEST_CASE("A journal that fails at any step keeps the entry before or the new one") {
  const Fault fault = GENERATE(Fault::errorBefore, Fault::errorAfter, Fault::powerCut);
  for (int step = 1;; ++step) {
    INFO("step " << step);
    REQUIRE(step < 100);
    MemoryFiles files = diskWithEntry();
    files.breakAt(step, fault);
    try {
      Journal(files, folder).write(plan, fresh, base);
    } catch (const Error&) {
    } catch (const PowerCut&) {
    }
    const bool finished = files.steps() < step;
    if (fault != Fault::powerCut) {
      files.breakAt(0, fault);
      requireWhole(files);
    }
    for (const Unflushed content : {Unflushed::kept, Unflushed::lost, Unflushed::torn}) {
      for (std::size_t kept = 0; kept <= files.unflushedNames(); ++kept) {
        MemoryFiles disk = files.restarted(kept, content);
        requireWhole(disk);
        if (finished) REQUIRE(Journal(disk, folder).find(plan)->content == fresh);
        Journal(disk, folder).write(plan, "next", base);
        REQUIRE(Journal(disk, folder).find(plan)->content == "next");
        REQUIRE(Journal(disk, folder).list().size() == 1);
        Journal(disk, folder).remove(plan);
        REQUIRE(disk.paths().empty());
      }
    }
    if (finished) break;
  }
}

TEST_CASE("Empty work is not kept over good work") {
  MemoryFiles files = diskWithEntry();
  REQUIRE_THROWS_AS(Journal(files, folder).write(plan, "", base), Error);
  requireWhole(files);
}

namespace {

/// Closes by turning bytes around behind the mark of sealed files; another one does not open it.
class Turned final : public Envelope {
 public:
  explicit Turned(char key) : key_(key) {}
  std::string closed(std::string_view content) const override {
    return std::string(sealedMark) + key_ + std::string(content.rbegin(), content.rend());
  }
  std::optional<std::string> opened(std::string_view bytes) const override {
    if (!isSealed(bytes) || bytes.at(sealedMark.size()) != key_) return std::nullopt;
    bytes.remove_prefix(sealedMark.size() + 1);
    return std::string(bytes.rbegin(), bytes.rend());
  }
  std::string nameOf(std::string_view name) const override { return key_ + std::string(name); }

 private:
  char key_;
};

}  // namespace

TEST_CASE("Unsaved work of a sealed plan lies closed, also where it belongs, and only its key finds it") {
  MemoryFiles files;
  const Turned key('k');
  Journal sealed(files, folder, &key);
  sealed.write(plan, fresh, base);
  CHECK(isSealed(files.at(onlyFile(files))));
  CHECK(files.at(onlyFile(files)).find("peace") == std::string::npos);
  CHECK(files.at(onlyFile(files)).find("title") == std::string::npos);

  const auto entry = sealed.find(plan);
  REQUIRE(entry);
  CHECK_FALSE(entry->problem);
  CHECK(entry->sealed);
  CHECK(entry->content == fresh);
  CHECK(entry->base == base);

  const Turned another('a');
  for (const Envelope* envelope : {static_cast<const Envelope*>(nullptr), static_cast<const Envelope*>(&another)}) {
    const auto entries = Journal(files, folder, envelope).list();
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].sealed);
    CHECK(entries[0].planPath.empty());
    CHECK(entries[0].content.empty());
    REQUIRE(entries[0].problem);
    CHECK(plainText(*entries[0].problem).find("is of a sealed plan") != std::string::npos);
  }
}

TEST_CASE("Work kept aside before a plan was sealed is found with the key, and erased for good") {
  MemoryFiles files = diskWithEntry();
  const Turned key('k');
  Journal journal(files, folder, &key);
  REQUIRE(journal.find(plan));
  CHECK(journal.find(plan)->content == old);
  CHECK_FALSE(journal.find(plan)->sealed);
  journal.erase(plan);
  CHECK_FALSE(journal.find(plan));
  CHECK(files.paths().empty());
  journal.erase(plan);
}
