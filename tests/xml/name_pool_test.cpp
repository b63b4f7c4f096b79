#include "xml/name_pool.h"

#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using trackloom::xml::NamePool;
using trackloom::xml::sameText;

TEST_CASE("a name keeps its number, whichever names come after it") {
  std::vector<std::string> names;
  for (int i = 0; i < 100; ++i) names.push_back("name-" + std::to_string(i));
  NamePool pool;
  std::set<NamePool::Number> numbers;
  for (const std::string& name : names) {
    const auto number = pool.number(name);
    if (number == NamePool::none) continue;
    CHECK(pool.name(number) == name);
    CHECK(numbers.insert(number).second);
  }
  CHECK(numbers.size() > 90);
  const std::string again = "name-7";
  CHECK(pool.number(again) == pool.number(names[7]));
}

TEST_CASE("a file with more names than a pool holds leaves the last of them without a number") {
  std::vector<std::string> names;
  for (int i = 0; i < 5000; ++i) names.push_back("n" + std::to_string(i));
  NamePool pool;
  std::set<NamePool::Number> numbers;
  for (const std::string& name : names) numbers.insert(pool.number(name));
  CHECK(numbers.size() == NamePool::mostNames + 1);
  CHECK(numbers.count(NamePool::none) == 1);
}

TEST_CASE("a pool remembers which name followed which last") {
  NamePool pool;
  const auto id = pool.number("id");
  const auto from = pool.number("from");
  const auto to = pool.number("to");
  CHECK(pool.follower(id) == NamePool::none);
  pool.follow(id, from);
  CHECK(pool.follower(id) == from);
  pool.follow(id, to);
  CHECK(pool.follower(id) == to);
}

TEST_CASE("texts are compared as far as they are asked for") {
  const std::string a = "planned-finish=................";
  for (std::size_t size = 1; size <= 20; ++size) {
    std::string b = a;
    b[size] = '!';
    CHECK(sameText(a.data(), b.data(), size));
    CHECK_FALSE(sameText(a.data(), b.data(), size + 1));
  }
}
