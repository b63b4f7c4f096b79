#include "documents/zip.h"

#include "documents/papers.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::documents;

namespace {

void put(std::string& out, std::uint32_t value, int size) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// A packed file with entries that are not compressed, written by hand.
std::string packed(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string out;
  std::string list;
  for (const auto& [name, content] : entries) {
    const auto at = static_cast<std::uint32_t>(out.size());
    std::string common;
    put(common, 20, 2), put(common, 0, 2), put(common, 8, 2), put(common, 0x12345678, 4), put(common, 0, 4);
    put(common, static_cast<std::uint32_t>(content.size()), 4),
        put(common, static_cast<std::uint32_t>(content.size()), 4);
    put(common, static_cast<std::uint32_t>(name.size()), 2), put(common, 0, 2);
    put(out, 0x04034b50, 4);
    out += common + name + content;
    put(list, 0x02014b50, 4), put(list, 20, 2);
    list += common;
    put(list, 0, 2), put(list, 0, 2), put(list, 0, 2), put(list, 0, 4), put(list, at, 4);
    list += name;
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  out += list;
  put(out, 0x06054b50, 4), put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(entries.size()), 2), put(out, static_cast<std::uint32_t>(entries.size()), 2);
  put(out, static_cast<std::uint32_t>(list.size()), 4), put(out, start, 4), put(out, 0, 2);
  return out;
}

}  // namespace

TEST_CASE("the times of a packed file are those of the day") {
  const std::string zip = packed({{"a", "alpha"}, {"b", "beta"}});
  const std::string dated = withTimes(zip, dayNamed("2013-12-01"));
  CHECK(dated.size() == zip.size());
  CHECK(countOf(dated, std::string("\x00\x00\x81\x43", 4)) == 4);  // (33 << 9 | 12 << 5 | 1), little end first
  CHECK_FALSE(contains(dated, "\x78\x56\x34\x12"));
  CHECK(contains(withTimes(zip, dayNamed("1950-01-01")), std::string("\x00\x00\x21\x00", 4)));
}

TEST_CASE("an entry of a packed file is exchanged, and the others stay where they can be found") {
  const std::string zip = packed({{"a", "alpha"}, {"b", "beta"}, {"c", "gamma"}});
  const std::string changed = withEntry(zip, "b", "quite another content");
  CHECK(changed.size() == zip.size() + std::string("quite another content").size() - 4);
  CHECK(contains(changed, "quite another content"));
  CHECK_FALSE(contains(changed, "beta"));
  CHECK(withEntry(withEntry(changed, "b", "x"), "b", "quite another content") == changed);
  CHECK(withEntry(zip, "missing", "x") == zip);
}

TEST_CASE("bytes that are no packed file, and damaged ones, come back without a crash") {
  const std::string zip = packed({{"a", "alpha"}, {"b", "beta"}});
  for (std::size_t at = 0; at < zip.size(); ++at) {
    for (const char byte : {'\0', '\x7F', '\xFF'}) {
      std::string damaged = zip;
      damaged[at] = byte;
      CHECK(withTimes(damaged, dayNamed("2013-12-01")).size() == zip.size());
      CHECK_FALSE(withEntry(damaged, "b", "y").empty());
    }
    CHECK(withTimes(zip.substr(0, at), dayNamed("2013-12-01")).size() == at);
  }
}
