#include "sharing/sealed.h"

#include "support/memory_files.h"
#include "support/sample_plans.h"
#include "xml/read.h"

#include <bit>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;

namespace fs = std::filesystem;

namespace {

/// So that tests take no second for each passphrase.
constexpr SealCost cheap{1, 8};
constexpr std::size_t headBytes = 60;
constexpr std::size_t smallest = headBytes + 65'536 + 17;

Passphrase words(std::string text) { return Passphrase(std::move(text)); }

std::string sealed(std::string_view content, const std::string& passphrase = "salt road lantern") {
  return seal(content, words(passphrase), cheap);
}

bool opens(std::string_view bytes, const std::string& passphrase = "salt road lantern") {
  return unseal(bytes, words(passphrase)).has_value();
}

std::string fileText(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The sealed bytes with a number of its head replaced.
std::string asking(std::string bytes, std::uint32_t passes, std::uint32_t memory) {
  for (int i = 0; i < 4; ++i) {
    bytes[12 + i] = static_cast<char>(passes >> (8 * i));
    bytes[16 + i] = static_cast<char>(memory >> (8 * i));
  }
  return bytes;
}

}  // namespace

TEST_CASE("what is sealed opens again, whatever its length, with its passphrase only") {
  for (const std::size_t length : {0U, 1U, 65'527U, 65'528U, 65'529U, 131'064U, 131'065U, 300'000U}) {
    std::string content(length, 'x');
    for (std::size_t i = 0; i < length; i += 97) content[i] = static_cast<char>(i);
    const std::string bytes = sealed(content);
    INFO(length);
    CHECK(isSealed(bytes));
    const auto unsealed = unseal(bytes, words("salt road lantern"));
    REQUIRE(unsealed);
    CHECK(unsealed->content == content);
    CHECK_FALSE(opens(bytes, "salt road lanterns"));
    CHECK_FALSE(opens(bytes, ""));
  }
}

TEST_CASE("every plan that comes with Trackloom comes back byte for byte") {
  int plans = 0;
  for (const char* folder : {"templates/examples", "templates/plans", "tests/data/cli"})
    for (const auto& entry : fs::directory_iterator(fs::path(TRACKLOOM_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".trackloom") continue;
      const std::string content = fileText(entry.path());
      const auto unsealed = unseal(sealed(content), words("salt road lantern"));
      INFO(entry.path());
      REQUIRE(unsealed);
      CHECK(unsealed->content == content);
      ++plans;
    }
  CHECK(plans > 10);
}

TEST_CASE("the usual cost is asked for unless something else is said") {
  const SealKey key = SealKey::fresh(words("a"));
  CHECK(key.cost() == SealCost{3, 262'144});
  const std::string bytes = key.closed("plan");
  CHECK(bytes.substr(8, 12) == std::string("\1\0\0\0\3\0\0\0\0\0\4\0", 12));
  CHECK(unseal(bytes, words("a"))->content == "plan");
}

TEST_CASE("sizes tell no more than between which two powers of two a plan lies") {
  CHECK(sealed("").size() == smallest);
  CHECK(sealed(std::string(65'528, 'x')).size() == smallest);
  CHECK(sealed(std::string(65'529, 'x')).size() == headBytes + 2 * 65'553);
  CHECK(sealed(std::string(140'000, 'x')).size() == headBytes + 4 * 65'553);
  CHECK(sealed(std::string(250'000, 'x')).size() == headBytes + 4 * 65'553);
}

TEST_CASE("the same plan sealed twice has nothing in common but what is public") {
  const SealKey key = SealKey::fresh(words("a"), cheap);
  const std::string one = key.closed("plan");
  const std::string other = key.closed("plan");
  CHECK(one.substr(0, 36) == other.substr(0, 36));
  CHECK(one.substr(36, 24) != other.substr(36, 24));
  CHECK(one.substr(headBytes) != other.substr(headBytes));
  CHECK(sealed("plan").substr(20, 16) != sealed("plan").substr(20, 16));
}

TEST_CASE("a sealed plan that was changed in any byte does not open") {
  const Passphrase passphrase = words("salt road lantern");
  const SealKey key = SealKey::fresh(passphrase, cheap);
  const std::string bytes = key.closed("<plan/>");
  REQUIRE(bytes.size() == smallest);
  for (std::size_t at = 0; at < headBytes; ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      INFO("bit " << bit << " of byte " << at);
      REQUIRE_FALSE(unseal(changed, passphrase));
    }
  std::string changed = bytes;
  std::size_t opened = 0;
  for (std::size_t at = headBytes; at < bytes.size(); ++at) {
    changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
    opened += key.opened(changed).has_value();
    changed[at] = bytes[at];
  }
  CHECK(opened == 0);
  CHECK(opens(changed));
}

TEST_CASE("a sealed plan that was cut anywhere, or has something behind it, does not open") {
  const std::string bytes = sealed("<plan/>");
  const Passphrase passphrase = words("salt road lantern");
  std::size_t opened = 0;
  for (std::size_t length = 0; length < bytes.size(); ++length)
    opened += unseal(std::string_view(bytes).substr(0, length), passphrase).has_value();
  CHECK(opened == 0);
  CHECK_FALSE(opens(bytes + '\0'));
  CHECK_FALSE(opens(bytes + bytes.substr(headBytes)));
  CHECK_FALSE(opens(bytes + bytes));
}

TEST_CASE("pieces that were left out, doubled, swapped or taken from another file do not open") {
  const SealKey key = SealKey::fresh(words("a"), cheap);
  const std::string bytes = key.closed(std::string(250'000, 'x'));
  constexpr std::size_t piece = 65'553;
  const auto part = [&](std::size_t number) { return bytes.substr(headBytes + number * piece, piece); };
  const std::string head = bytes.substr(0, headBytes);
  REQUIRE(key.opened(head + part(0) + part(1) + part(2) + part(3)));
  CHECK_FALSE(key.opened(head + part(0) + part(2) + part(1) + part(3)));
  CHECK_FALSE(key.opened(head + part(0) + part(1) + part(1) + part(3)));
  CHECK_FALSE(key.opened(head + part(0) + part(1)));
  CHECK_FALSE(key.opened(head + part(0)));
  CHECK_FALSE(key.opened(head + part(3)));
  const std::string other = key.closed(std::string(250'000, 'y'));
  CHECK_FALSE(key.opened(head + other.substr(headBytes)));
  CHECK_FALSE(key.opened(bytes.substr(0, headBytes + piece) + other.substr(headBytes + piece)));
}

TEST_CASE("a hostile file cannot ask for more memory or time than is bearable") {
  const std::string bytes = sealed("plan");
  const std::uint32_t most = ~std::uint32_t{0};
  const std::pair<std::uint32_t, std::uint32_t> demands[] = {
      {1, most}, {most, 8}, {most, most},         {0, 0},  {0, 8},
      {1, 0},    {1, 7},    {1, (1U << 20U) + 1}, {17, 8}, {13, 1U << 20U}};
  for (const auto& [passes, memory] : demands) {
    INFO(passes << " passes, " << memory << " KiB");
    CHECK_FALSE(isBearable({passes, memory}));
    CHECK_FALSE(SealKey::of(asking(bytes, passes, memory), words("salt road lantern")));
  }
  CHECK(isBearable({3, 262'144}));
  CHECK(isBearable({12, 1U << 20U}));
  CHECK_FALSE(SealKey::of(std::string(sealedMark), words("a")));
  CHECK_FALSE(SealKey::of("", words("a")));
  CHECK_FALSE(SealKey::of(std::string(smallest, '\0'), words("a")));
}

TEST_CASE("a kept key opens and seals without the passphrase, and only what is its own") {
  const Passphrase passphrase = words("a");
  const SealKey key = SealKey::fresh(passphrase, cheap);
  const auto again = SealKey::of(key.closed("one"), passphrase);
  REQUIRE(again);
  CHECK(again->opened(key.closed("two")) == "two");
  CHECK(key.opened(again->closed("three")) == "three");
  CHECK_FALSE(SealKey::fresh(passphrase, cheap).opened(key.closed("one")));
  CHECK(key.nameOf("abc") == again->nameOf("abc"));
  CHECK(key.nameOf("abc") != key.nameOf("abd"));
  CHECK(key.nameOf("abc") != SealKey::fresh(passphrase, cheap).nameOf("abc"));
  SealKey copy = key;
  const SealKey moved = std::move(copy);
  CHECK(moved.opened(key.closed("four")) == "four");
}

TEST_CASE("nothing of the content stands in a sealed file") {
  const std::string bytes = sealed("canary in the mine canary in the mine");
  CHECK(bytes.find("canary") == std::string::npos);
}

TEST_CASE("the same passphrase from two keyboards is the same, everything else is another one") {
  CHECK(words("Za\xCC\x81\x68ra") == words("Z\xC3\xA1hra"));      // a + accent; á
  CHECK(words("\xD8\xA7\xD9\x95سلام") == words("\xD8\xA5سلام"));  // alif + hamza below; one letter
  CHECK_FALSE(words("zahra") == words("Zahra"));
  CHECK_FALSE(words("zahra ") == words("zahra"));
  CHECK_FALSE(words("\xFF") == words("\xFE"));  // no UTF-8: as it is
  CHECK(opens(sealed("plan", "Za\xCC\x81hra"), "Z\xC3\xA1hra"));
}

TEST_CASE("what was typed is wiped where it came from") {
  std::string typed = "a passphrase that is too long for a short string";
  typed.reserve(200);
  const char* const at = typed.data();
  const Passphrase passphrase(std::move(typed));
  CHECK(std::string(at, 48) == std::string(48, '\0'));
  CHECK(passphrase.bytes().text() == "a passphrase that is too long for a short string");
}

TEST_CASE("weak passphrases are told of as far as can be told, strong ones are not") {
  for (const char* weak : {"", "peace", "password", "Tripoli2018", "qwertyuiop", "aaaaaaaaaaaaaaaaaaaa", "20110217"}) {
    INFO(weak);
    REQUIRE(weaknessOf(words(weak)));
    CHECK(plainText(*weaknessOf(words(weak))).find("within a day") != std::string::npos);
  }
  CHECK(plainText(*weaknessOf(words("violet kettle 81"))).find("in about ") != std::string::npos);
  CHECK(plainText(*weaknessOf(words("violet kettle 81"))).find("{") == std::string::npos);
  CHECK_FALSE(weaknessOf(words("kettle orbit moss viola thirteen anchor")));
  CHECK_FALSE(weaknessOf(words("X9$kd02!mQz7&Lw4")));
  CHECK_FALSE(weaknessOf(words(std::string(4000, 'a') + "kettle orbit moss")) ==
              weaknessOf(words("kettle orbit moss viola thirteen anchor")));  // long ones take no long time
  CHECK(guessingBits(words("password")) < guessingBits(words("kettle orbit moss")));
}

TEST_CASE("reading a sealed file as a plan says what it is") {
  const xml::Reading reading = xml::read(sealed("<plan/>"));
  REQUIRE(reading.refusal);
  CHECK(plainText(reading.refusal->what) == "This plan is sealed: it opens with its passphrase only.");
}
