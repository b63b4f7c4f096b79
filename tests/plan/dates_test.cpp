#include "plan/dates.h"

#include <limits>
#include <random>

#include <catch2/catch.hpp>

using namespace trackloom;

namespace {

/// A calendar that only knows how to go to the next day.
struct Counting {
  int year;
  int month = 1;
  int day = 1;

  int length() const {
    static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    return month == 2 && leap ? 29 : lengths[month - 1];
  }
  void next() {
    if (++day <= length()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

/// The number of the unit of a precision that a day lies in; units that follow each other have numbers that do.
std::int64_t unit(Day day, Precision precision) {
  const CivilDate c = civilDate(day);
  switch (precision) {
    case Precision::year:
      return c.year;
    case Precision::quarter:
      return c.year * 4 + (c.month - 1) / 3;
    case Precision::month:
      return c.year * 12 + c.month - 1;
    case Precision::day:
      return day.number;
  }
  return 0;
}

/// All days that a date may mean, found by looking at every day of some years.
std::vector<Day> possibleDays(const Date& date) {
  std::vector<Day> days;
  for (Day day = dayOf({2011, 1, 1}); day < dayOf({2019, 1, 1}); day = day + 1) {
    const std::int64_t distance = unit(day, date.precision()) - unit(date.first(), date.precision());
    if (distance == 0 || (date.approximate() && (distance == 1 || distance == -1))) days.push_back(day);
  }
  return days;
}

Truth truth(bool someYes, bool someNo) {
  if (someYes && someNo) return Truth::cannotTell;
  return someYes ? Truth::yes : Truth::no;
}

Truth bruteBefore(const std::vector<Day>& a, const std::vector<Day>& b) {
  bool someYes = false;
  bool someNo = false;
  for (const Day x : a)
    for (const Day y : b) {
      (x < y ? someYes : someNo) = true;
      if (someYes && someNo) return Truth::cannotTell;
    }
  return truth(someYes, someNo);
}

Date date(std::string_view text) {
  const auto parsed = Date::parse(text);
  INFO(text);
  REQUIRE(parsed);
  return *parsed;
}

const std::vector<std::string> spans = {
    "2013",       "2013~",      "2014",        "2014~",       "2015",       "2013-Q4",    "2014-Q1",     "2014-Q2~",
    "2014-Q4~",   "2015-Q1",    "2013-12",     "2014-01",     "2014-02~",   "2014-03",    "2014-12~",    "2013-12-31",
    "2014-01-01", "2014-02-28", "2014-02-28~", "2014-03-01~", "2014-03-31", "2014-06-30", "2014-12-31~", "2015-01-01"};

}  // namespace

TEST_CASE("every day from 1600 to 2400 goes to a number and back, one by one") {
  Counting calendar{1600};
  std::int64_t number = dayOf({1600, 1, 1}).number;
  for (; calendar.year <= 2400; calendar.next(), ++number) {
    const Day day = dayOf({calendar.year, calendar.month, calendar.day});
    const CivilDate back = civilDate({number});
    if (day.number != number || back.year != calendar.year || back.month != calendar.month || back.day != calendar.day)
      FAIL("at " << calendar.year << '-' << calendar.month << '-' << calendar.day);
    if (calendar.day == 1 && daysInMonth(calendar.year, calendar.month) != calendar.length())
      FAIL("length of " << calendar.year << '-' << calendar.month);
  }
  CHECK(dayOf({1970, 1, 1}).number == 0);
  CHECK(dayOf({2000, 3, 1}).number == 11017);
}

TEST_CASE("days before the common era and far ahead go to civil dates and back") {
  for (std::int64_t number = -2'000'000'000; number < 2'000'000'000; number += 99'991)
    if (dayOf(civilDate({number})).number != number) FAIL("at " << number);
  CHECK(isoText(dayOf({12013, 5, 14})) == "12013-05-14");
}

TEST_CASE("dates of all precisions read and print as written") {
  for (const std::string& text : spans) CHECK(date(text).text() == text);
  for (int year = 1; year <= 9999; year += 7)
    for (const char* rest :
         {"", "~", "-Q1", "-Q2~", "-Q3", "-Q4~", "-01", "-06~", "-12", "-01-01", "-02-28~", "-12-31"}) {
      const std::string digits = std::to_string(year);
      const std::string text = std::string(4 - digits.size(), '0') + digits + rest;
      if (const auto read = Date::parse(text); !read || read->text() != text) FAIL(text);
    }
  CHECK(date("2013-05").precision() == Precision::month);
  CHECK(date("2013-Q2").precision() == Precision::quarter);
  CHECK(date("2013").precision() == Precision::year);
  CHECK(date("2013-05-14").precision() == Precision::day);
  CHECK(date("2013-05-14~").approximate());
  CHECK_FALSE(date("2013-05-14").approximate());
  CHECK(date("2012-02-29").first() == dayOf({2012, 2, 29}));
}

TEST_CASE("what is not a date does not read") {
  for (const char* text : {"",
                           "~",
                           "2",
                           "201",
                           "20134",
                           "0000",
                           "0000-01-01",
                           "2013-",
                           "2013-1",
                           "2013-00",
                           "2013-13",
                           "2013-Q",
                           "2013-Q0",
                           "2013-Q5",
                           "2013-q2",
                           "2013-Q2-01",
                           "2013-Q22",
                           "2013-05-",
                           "2013-05-1",
                           "2013-05-00",
                           "2013-05-32",
                           "2013-02-29",
                           "1900-02-29",
                           "2013-04-31",
                           "2013-05-141",
                           "2013-05-14T00:00",
                           "2013-05-14~~",
                           "~2013",
                           "2013 ",
                           " 2013",
                           "2013/05",
                           "13-05-14",
                           "-013",
                           "+013",
                           "20x3",
                           "2013-0x",
                           "2013-05-1x",
                           "２０１３",
                           "2013-05-14 ~",
                           "tomorrow"}) {
    INFO(text);
    CHECK_FALSE(Date::parse(text));
  }
  CHECK_FALSE(Date::parse(std::string_view("2013\0", 5)));
}

TEST_CASE("random bytes never read as a date that prints otherwise") {
  static constexpr std::string_view characters = "0123456789-Q~ 1";
  std::mt19937_64 random(4);
  for (int i = 0; i < 200000; ++i) {
    std::string text;
    for (auto left = random() % 12; left > 0; --left) text += characters[random() % characters.size()];
    if (const auto read = Date::parse(text); read && read->text() != text) FAIL(text << " prints as " << read->text());
  }
}

TEST_CASE("a day reads only from a whole and certain date") {
  CHECK(parseDay("2013-05-14") == dayOf({2013, 5, 14}));
  for (const char* text : {"2013", "2013-05", "2013-Q2", "2013-05-14~", "2013-05-99", ""}) CHECK_FALSE(parseDay(text));
}

TEST_CASE("the edges of a date are those of all the days it may mean") {
  for (const std::string& text : spans) {
    INFO(text);
    const Date d = date(text);
    const auto days = possibleDays(d);
    CHECK(d.earliest() == days.front());
    CHECK(d.latest() == days.back());
    std::string sure = text;
    if (sure.back() == '~') sure.pop_back();
    const auto written = possibleDays(date(sure));
    CHECK(d.first() == written.front());
    CHECK(d.last() == written.back());
  }
}

TEST_CASE("comparing a date with a day agrees with trying every day it may mean") {
  for (const std::string& text : spans) {
    const Date d = date(text);
    const auto days = possibleDays(d);
    for (Day day = dayOf({2011, 6, 1}); day < dayOf({2018, 6, 1}); day = day + 1) {
      if (isBefore(d, day) != truth(days.front() < day, days.back() >= day)) FAIL(text << " before " << isoText(day));
      if (isOnOrBefore(d, day) != truth(days.front() <= day, days.back() > day))
        FAIL(text << " on or before " << isoText(day));
    }
  }
}

TEST_CASE("comparing two dates agrees with trying every pair of days they may mean") {
  std::vector<std::vector<Day>> possible;
  for (const std::string& text : spans) possible.push_back(possibleDays(date(text)));
  for (std::size_t a = 0; a < spans.size(); ++a)
    for (std::size_t b = 0; b < spans.size(); ++b) {
      INFO(spans[a] << " before " << spans[b]);
      CHECK(isBefore(date(spans[a]), date(spans[b])) == bruteBefore(possible[a], possible[b]));
    }
}

TEST_CASE("moving a date keeps its precision and moves it to where its middle falls") {
  CHECK(date("2013-05-14").movedBy(20).text() == "2013-06-03");
  CHECK(date("2013-05-14~").movedBy(-14).text() == "2013-04-30~");
  CHECK(date("2013-05").movedBy(31).text() == "2013-06");
  CHECK(date("2013-05").movedBy(10).text() == "2013-05");
  CHECK(date("2013-05").movedBy(-31).text() == "2013-04");
  CHECK(date("2013-Q4~").movedBy(92).text() == "2014-Q1~");
  CHECK(date("2013-Q1").movedBy(-92).text() == "2012-Q4");
  CHECK(date("2013").movedBy(365).text() == "2014");
  CHECK(date("2013").movedBy(-400).text() == "2012");
  CHECK(date("2013").movedBy(0) == date("2013"));
}

TEST_CASE("a date moved beyond what can be written stops at the last one that can") {
  for (const char* text : {"2013", "2013-Q2", "2013-05", "2013-05-14", "0001", "9999-12-31~"})
    for (const std::int64_t days :
         {std::numeric_limits<std::int64_t>::max(), std::int64_t{4'000'000'000}, std::int64_t{4'000'000},
          std::int64_t{-4'000'000}, std::int64_t{-4'000'000'000}, std::numeric_limits<std::int64_t>::min()}) {
      const Date moved = date(text).movedBy(days);
      INFO(text << " moved by " << days << " is " << moved.text());
      CHECK(Date::parse(moved.text()) == moved);
      CHECK(moved.text().substr(0, 4) == (days > 0 ? "9999" : "0001"));
    }
  CHECK(Date(dayOf({40000, 1, 1})).text() == "9999-12-31");
  CHECK(Date(dayOf({-5, 1, 1})).text() == "0001-01-01");
}

TEST_CASE("a date is appended to what is written already as it is written alone") {
  for (const char* text : {"0001", "2013-Q4", "2013-12~", "2013-05-14", "9999-12-31~", "2013~", "2013-Q1~"}) {
    std::string out = "from ";
    Date::parse(text)->appendTo(out);
    CHECK(out == std::string("from ") + text);
  }
}
