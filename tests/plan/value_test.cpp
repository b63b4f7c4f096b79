#include "plan/value.h"

#include "plan/kind.h"
#include "plan/plan.h"
#include "random_plans.h"

#include <cmath>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

namespace {

const Field& field(std::string_view kind, std::string_view name) {
  const Kind* found = findKind(kind);
  REQUIRE(found);
  const Field* wanted = found->find(name);
  INFO(kind << '/' << name);
  REQUIRE(wanted);
  return *wanted;
}

bool unread(const Value& value) { return std::holds_alternative<Unread>(value); }

/// What is written after reading, or `?` and the text if it does not read.
std::string rewritten(const Field& of, std::string_view text, const OwnTerms* own = nullptr) {
  const Value value = parseValue(of, text, own);
  return unread(value) ? "?" + valueText(of, value) : valueText(of, value);
}

}  // namespace

TEST_CASE("values of every field of every kind are read back as they were written") {
  Random random(11);
  for (const Kind& kind : kinds())
    for (const Field& of : kind.fields)
      for (int i = 0; i < 20; ++i) {
        const Value value = randomValue(random, of);
        const std::string text = valueText(of, value);
        INFO(kind.name << '/' << of.name << ": " << text);
        REQUIRE(parseValue(of, text) == value);
      }
}

TEST_CASE("text that does not read is kept to the letter") {
  for (const Kind& kind : kinds())
    for (const Field& of : kind.fields) {
      if (of.type == FieldType::text || of.type == FieldType::texts) continue;
      for (const std::string text : {"", " ", "  ?? \n", "\t{nonsense}", "ü", "1 2 3 !", "2013-13-01 "}) {
        const Value value = parseValue(of, text);
        INFO(kind.name << '/' << of.name << ": " << text);
        REQUIRE(std::holds_alternative<Unread>(value));
        REQUIRE(std::get<Unread>(value).text == text);
        REQUIRE(valueText(of, value) == text);
      }
    }
}

TEST_CASE("text is kept as it is, with its spaces") {
  CHECK(rewritten(field("plan", "title"), "  National dialogue \n") == "  National dialogue \n");
  CHECK(rewritten(field("plan", "title"), "").empty());
}

TEST_CASE("numbers outside a field's range do not read") {
  for (const Kind& kind : kinds())
    for (const Field& of : kind.fields) {
      if (of.type != FieldType::integer && of.type != FieldType::number) continue;
      INFO(kind.name << '/' << of.name);
      const auto reads = [&](double number) {
        return !unread(parseValue(of, std::to_string(static_cast<std::int64_t>(number))));
      };
      if (std::isfinite(of.least)) {
        CHECK(reads(of.least));
        CHECK_FALSE(reads(of.least - 1));
      }
      if (std::isfinite(of.most)) {
        CHECK(reads(of.most));
        CHECK_FALSE(reads(of.most + 1));
      }
    }
}

TEST_CASE("whole numbers read in plain digits only") {
  const Field& lag = field("dependency", "lag");
  for (const char* text : {"0", "7", "-36525", "36525"}) CHECK(rewritten(lag, text) == text);
  CHECK(rewritten(lag, " 12 ") == "12");
  CHECK(rewritten(lag, "007") == "7");
  for (const char* text : {"+3", "1.0", "1e3", "0x10", "3 4", "-", "36526", "99999999999999999999", "٣"})
    CHECK(rewritten(lag, text) == "?" + std::string(text));
}

TEST_CASE("numbers with decimals read back exactly and never as infinity") {
  const Field& value = field("reading", "value");
  Random random(12);
  for (int i = 0; i < 20000; ++i) {
    const Number number = std::ldexp(static_cast<double>(random() >> 11U), static_cast<int>(random() % 200) - 150);
    if (parseValue(value, valueText(value, number)) != Value(number)) FAIL(number);
  }
  CHECK(rewritten(value, "2.50") == "2.5");
  for (const char* text : {"inf", "-inf", "nan", "1e999", "1,5", "0x1p3", "+1", "--1"})
    CHECK(rewritten(value, text) == "?" + std::string(text));
}

TEST_CASE("yes and no read in the spellings of people and schemas") {
  const Field& us = field("actor", "us");
  CHECK(rewritten(us, "yes") == "yes");
  CHECK(rewritten(us, "true") == "yes");
  CHECK(rewritten(us, "no") == "no");
  CHECK(rewritten(us, "false") == "no");
  for (const char* text : {"Yes", "1", "0", "maybe"}) CHECK(rewritten(us, text) == "?" + std::string(text));
}

TEST_CASE("money keeps up to three decimals and its currency") {
  const Field& amount = field("fund", "amount");
  CHECK(parseValue(amount, "1200.5 EUR") == Value(Money{1200500, {'E', 'U', 'R'}}));
  CHECK(parseValue(amount, "0.005 KWD") == Value(Money{5, {'K', 'W', 'D'}}));
  CHECK(rewritten(amount, "1920427507 YER") == "1920427507 YER");
  CHECK(rewritten(amount, "1200.5 EUR") == "1200.50 EUR");
  CHECK(rewritten(amount, "1200.50 EUR") == "1200.50 EUR");
  CHECK(rewritten(amount, "1200.00 EUR") == "1200 EUR");
  CHECK(rewritten(amount, "0.125 TND") == "0.125 TND");
  CHECK(rewritten(amount, "1000000000000000 EUR") == "1000000000000000 EUR");
  for (const char* text : {"1200",       "EUR",
                           "1200EUR",    "EUR 1200",
                           "1200 eur",   "1200 EURO",
                           "1,200 EUR",  "-5 EUR",
                           "-0 EUR",     "1. EUR",
                           ".5 EUR",     "1.-0 EUR",
                           "1.-00 EUR",  "1.+1 EUR",
                           "1.2345 EUR", "1.2.3 EUR",
                           "1e3 EUR",    "1000000000000001 EUR",
                           "12  EUR",    "99999999999999999999 EUR",
                           "1 2 EUR",    "1 ÄUR"})
    CHECK(rewritten(amount, text) == "?" + std::string(text));
  Random random(13);
  for (int i = 0; i < 20000; ++i) {
    const Money money{static_cast<std::int64_t>(random() % 1'000'000'000'000'000), {'U', 'S', 'D'}};
    if (parseValue(amount, valueText(amount, money)) != Value(money)) FAIL(valueText(amount, money));
  }
}

TEST_CASE("lists of references keep their order and read with any spaces between them") {
  const Field& tracks = field("activity", "tracks");
  CHECK(parseValue(tracks, "  b \n a\tb ") == Value(Refs{"b"_id, "a"_id, "b"_id}));
  CHECK(rewritten(tracks, " b   a ") == "b a");
  for (const char* text : {"a, b", "a;b", "1a", "a é"}) CHECK(rewritten(tracks, text) == "?" + std::string(text));
  CHECK(rewritten(field("activity", "lead"), "a b") == "?a b");
}

TEST_CASE("a list of short texts survives whatever stands in the texts") {
  const Field& aliases = field("actor", "aliases");
  static const std::vector<std::string> pieces = {"a", "b", " ", ";", "\\", ",", "é", "; ", "\\;", "تونس", "\""};
  Random random(14);
  for (int i = 0; i < 20000; ++i) {
    Texts texts;
    for (auto left = 1 + random() % 4; left > 0; --left) {
      std::string text = "x";
      for (auto more = random() % 6; more > 0; --more) text += anyOf(random, pieces);
      texts.push_back(text + anyOf(random, std::vector<std::string>{"", ";", "\\", "y"}));
      while (texts.back().back() == ' ') texts.back().pop_back();
    }
    const std::string written = valueText(aliases, texts);
    if (parseValue(aliases, written) != Value(texts)) FAIL(written);
  }
  CHECK(parseValue(aliases, " a ;; b; ") == Value(Texts{"a", "b"}));
  CHECK(parseValue(aliases, "a\\;b\\\\;c\\") == Value(Texts{"a;b\\", "c\\"}));
  CHECK(rewritten(aliases, " ; ") == "? ; ");
}

TEST_CASE("a word reads if the vocabulary has it, or else the plan") {
  const Plan plan =
      Plan()
          .with(Element(KindId::term, "t1"_id)
                    .set("vocabulary", Text("activity-status"))
                    .set("name", Text("resting"))
                    .set("like", Text("suspended")))
          .with(Element(KindId::term, "t2"_id)
                    .set("vocabulary", Text("activity-status"))
                    .set("name", Text("dreamt-of"))
                    .set("like", Text("no such word")))
          .with(Element(KindId::term, "t3"_id).set("vocabulary", Text("channel")).set("name", Text("drums")))
          .with(Element(KindId::term, "t4"_id).set("vocabulary", Text("no-such-list")).set("name", Text("lost")))
          .with(Element(KindId::term, "t5"_id).set("vocabulary", Text("channel")).set("name", Text("two words")));
  const PlanTerms own(plan);
  const Field& status = field("activity", "status");
  const auto suspended = *findTerm(VocabularyId::activityStatus, "suspended");
  CHECK_FALSE(own.empty());
  CHECK(PlanTerms(Plan()).empty());
  CHECK(parseValue(status, "suspended", &own) == Value(Choice{suspended, {}}));
  CHECK(parseValue(status, "resting", &own) == Value(Choice{suspended, "resting"_id}));
  CHECK(parseValue(status, "dreamt-of", &own) == Value(Choice{Choice::unlisted, "dreamt-of"_id}));
  CHECK(rewritten(status, "resting", &own) == "resting");
  CHECK(rewritten(status, "dreamt-of", &own) == "dreamt-of");
  CHECK(rewritten(status, "resting") == "?resting");
  CHECK(rewritten(status, "drums", &own) == "?drums");
  const Field& channels = field("activity", "channels");
  CHECK(parseValue(channels, "radio drums", &own) == Value(Texts{"radio", "drums"}));
  CHECK(rewritten(channels, "radio drums") == "?radio drums");
  CHECK(rewritten(channels, "radio lost", &own) == "?radio lost");
  CHECK(rewritten(channels, "two words", &own) == "?two words");
}

TEST_CASE("a choice that names no word writes nothing") {
  CHECK(valueText(field("activity", "status"), Choice{}).empty());
  CHECK(valueText(field("activity", "status"), Choice{9999, {}}).empty());
}

TEST_CASE("every field says what it expects, in plain numbers") {
  for (const Kind& kind : kinds())
    for (const Field& of : kind.fields) {
      INFO(kind.name << '/' << of.name);
      CHECK_FALSE(expectedForm(of).empty());
    }
  CHECK(expectedForm(field("seat", "count")) == "a whole number from 0 to 1000000");
  CHECK(expectedForm(field("assessment", "influence")) == "a whole number from 1 to 5");
  CHECK(expectedForm(field("dependency", "type")).find("FS, SS, FF, SF") != std::string::npos);
}
