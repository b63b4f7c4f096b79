#include "plan/value.h"

#include "plan/kind.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <utility>

namespace trackloom {
namespace {

constexpr std::string_view spaces = " \t\n\r";

std::string_view withoutSpaces(std::string_view text) {
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::string_view trimmed(std::string_view text) {
  return !text.empty() && text.front() > ' ' && text.back() > ' ' ? text : withoutSpaces(text);
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Calls `take` with each word between spaces until it returns false; says whether all were taken.
template <class Take>
bool eachWord(std::string_view text, Take take) {
  for (auto at = text.begin();;) {
    const auto begin = std::find_if_not(at, text.end(), isSpace);
    if (begin == text.end()) return true;
    at = std::find_if(begin, text.end(), isSpace);
    if (!take(std::string_view(begin, at))) return false;
  }
}

template <class T>
bool readNumber(std::string_view text, T& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

bool inRange(const Field& field, double number) { return number >= field.least && number <= field.most; }

template <class T>
void appendNumber(std::string& out, T number) {
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  out.append(digits, end);
}

/// Makes a value where a number stands, as in every new one: there is nothing to take down first.
template <class T, class... From>
T& put(Value& out, From&&... from) {
  if (out.index() != 0) return out.emplace<T>(std::forward<From>(from)...);
  return std::get<T>(*std::construct_at(&out, std::in_place_type<T>, std::forward<From>(from)...));
}

// Each of these sets `out` and says whether the text was what the field expects.

bool readInteger(const Field& field, std::string_view text, Value& out) {
  Integer number = 0;
  if (!readNumber(text, number) || !inRange(field, static_cast<double>(number))) return false;
  put<Integer>(out, number);
  return true;
}

bool readReal(const Field& field, std::string_view text, Value& out) {
  Number number = 0;
  if (!readNumber(text, number) || !std::isfinite(number) || !inRange(field, number)) return false;
  put<Number>(out, number);
  return true;
}

bool readFlag(std::string_view text, Value& out) {
  const bool on = text == "yes" || text == "true";
  if (!on && text != "no" && text != "false") return false;
  put<Flag>(out, Flag{on});
  return true;
}

bool readDate(std::string_view text, Value& out) {
  const auto date = Date::parse(text);
  if (date) put<Date>(out, *date);
  return date.has_value();
}

/// `1920427507 YER`, `1200.50 EUR`: at most three decimals, then a currency code.
bool readMoney(std::string_view text, Value& out) {
  if (text.size() < 5 || text[text.size() - 4] != ' ' || text.find('-') != std::string_view::npos) return false;
  Money money;
  const std::string_view code = text.substr(text.size() - 3);
  for (std::size_t i = 0; i < 3; ++i) {
    if (code[i] < 'A' || code[i] > 'Z') return false;
    money.currency[i] = code[i];
  }
  std::string_view amount = text.substr(0, text.size() - 4);
  const std::size_t point = amount.find('.');
  std::string_view decimals = point == std::string_view::npos ? "" : amount.substr(point + 1);
  amount = amount.substr(0, point);
  std::int64_t whole = 0;
  std::int64_t part = 0;
  if (!readNumber(amount, whole) || whole > 1'000'000'000'000'000 || decimals.size() > 3) return false;
  if (point != std::string_view::npos && (decimals.empty() || !readNumber(decimals, part))) return false;
  for (std::size_t i = decimals.size(); i < 3; ++i) part *= 10;
  money.thousandths = whole * 1000 + part;
  put<Money>(out, money);
  return true;
}

std::optional<Choice> choiceOf(const Field& field, std::string_view text, const OwnTerms* ownTerms) {
  if (const auto term = findTerm(field.vocabulary, text)) return Choice{*term, {}};
  if (!ownTerms) return std::nullopt;
  const Choice own = ownTerms->find(field, text);
  if (own.own.empty()) return std::nullopt;
  return own;
}

bool readChoice(const Field& field, std::string_view text, const OwnTerms* ownTerms, Value& out) {
  if (const std::uint16_t term = placeOfTerm(field.vocabulary, text); term != noTerm) {
    put<Choice>(out).term = term;
    return true;
  }
  const auto own = choiceOf(field, text, ownTerms);
  if (own) put<Choice>(out, *own);
  return own.has_value();
}

bool readRef(std::string_view text, Value& out) {
  const auto id = ElementId::parse(text);
  if (id) put<Ref>(out, *id);
  return id.has_value();
}

bool readRefs(std::string_view text, Value& out) {
  Refs refs;
  refs.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1);
  const bool allRead = eachWord(text, [&](std::string_view word) {
    const auto id = ElementId::parse(word);
    if (id) refs.push_back(*id);
    return id.has_value();
  });
  if (!allRead || refs.empty()) return false;
  put<Refs>(out, std::move(refs));
  return true;
}

bool readTerms(const Field& field, std::string_view text, const OwnTerms* ownTerms, Value& out) {
  Texts words;
  const bool allRead = eachWord(text, [&](std::string_view word) {
    words.emplace_back(word);
    return choiceOf(field, word, ownTerms).has_value();
  });
  if (!allRead || words.empty()) return false;
  put<Texts>(out, std::move(words));
  return true;
}

/// Texts are separated by `; `; a semicolon or backslash inside a text has a backslash before it.
bool readTexts(std::string_view text, Value& out) {
  Texts texts;
  std::string current;
  const auto finish = [&] {
    if (const auto whole = trimmed(current); !whole.empty()) texts.emplace_back(whole);
    current.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      current += text[++i];
    } else if (text[i] == ';') {
      finish();
    } else {
      current += text[i];
    }
  }
  finish();
  if (texts.empty()) return false;
  put<Texts>(out, std::move(texts));
  return true;
}

bool read(const Field& field, std::string_view text, const OwnTerms* ownTerms, Value& out) {
  switch (field.type) {
    case FieldType::text:
      put<Text>(out, text);
      return true;
    case FieldType::integer:
      return readInteger(field, text, out);
    case FieldType::number:
      return readReal(field, text, out);
    case FieldType::flag:
      return readFlag(text, out);
    case FieldType::date:
      return readDate(text, out);
    case FieldType::choice:
      return readChoice(field, text, ownTerms, out);
    case FieldType::money:
      return readMoney(text, out);
    case FieldType::ref:
      return readRef(text, out);
    case FieldType::refs:
      return readRefs(text, out);
    case FieldType::texts:
      return readTexts(text, out);
    case FieldType::terms:
      return readTerms(field, text, ownTerms, out);
  }
  return false;
}

struct Writer {
  std::string& out;
  const Field& field;

  void operator()(const Text& text) { out += text; }
  void operator()(Integer number) { appendNumber(out, number); }
  void operator()(Number number) { appendNumber(out, number); }
  void operator()(Flag flag) { out += flag.on ? "yes" : "no"; }
  void operator()(const Date& date) { date.appendTo(out); }
  void operator()(const Choice& choice) {
    const auto terms = vocabulary(field.vocabulary).terms;
    if (!choice.own.empty()) {
      choice.own.appendTo(out);
    } else if (choice.term < terms.size()) {
      out += terms[choice.term].name;
    }
  }
  void operator()(const Money& money) {
    appendNumber(out, money.thousandths / 1000);
    if (std::int64_t part = money.thousandths % 1000; part != 0) {
      std::string decimals = std::to_string(1000 + part).substr(1);
      while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
      out += '.';
      out += decimals;
    }
    out += ' ';
    out.append(money.currency.data(), money.currency.size());
  }
  void operator()(const Ref& id) { id.appendTo(out); }
  void operator()(const Refs& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (i) out += ' ';
      ids[i].appendTo(out);
    }
  }
  void operator()(const Texts& texts) {
    const bool words = field.type == FieldType::terms;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i) out += words ? " " : "; ";
      for (const char c : texts[i]) {
        if (!words && (c == ';' || c == '\\')) out += '\\';
        out += c;
      }
    }
  }
  void operator()(const Unread& unread) { out += unread.text; }
};

}  // namespace

void parseValueInto(Value& out, const Field& field, std::string_view text, const OwnTerms* ownTerms) {
  const bool verbatim = field.type == FieldType::text || field.type == FieldType::texts;
  if (!read(field, verbatim ? text : trimmed(text), ownTerms, out)) put<Unread>(out, Unread{std::string(text)});
}

Value parseValue(const Field& field, std::string_view text, const OwnTerms* ownTerms) {
  Value value;
  parseValueInto(value, field, text, ownTerms);
  return value;
}

void appendValue(std::string& out, const Field& field, const Value& value) { std::visit(Writer{out, field}, value); }

std::string valueText(const Field& field, const Value& value) {
  std::string text;
  appendValue(text, field, value);
  return text;
}

std::string expectedForm(const Field& field) {
  const auto range = [&](std::string form) {
    if (std::isfinite(field.least) && std::isfinite(field.most)) {
      form += " from ";
      appendNumber(form, static_cast<std::int64_t>(field.least));
      form += " to ";
      appendNumber(form, static_cast<std::int64_t>(field.most));
    }
    return form;
  };
  const auto words = [&](std::string form) {
    const auto terms = vocabulary(field.vocabulary).terms;
    for (std::size_t i = 0; i < terms.size() && i < 12; ++i) {
      form += i ? ", " : "";
      form += terms[i].name;
    }
    return terms.size() > 12 ? form + " …" : form;
  };
  switch (field.type) {
    case FieldType::text:
      return "text";
    case FieldType::integer:
      return range("a whole number");
    case FieldType::number:
      return range("a number");
    case FieldType::flag:
      return "yes or no";
    case FieldType::date:
      return "a date such as 2013, 2013-Q2, 2013-05 or 2013-05-14, with ~ behind it if approximate";
    case FieldType::choice:
      return words("one of: ");
    case FieldType::money:
      return "an amount with its currency, such as 1200.50 EUR";
    case FieldType::ref:
      return "the id of an element";
    case FieldType::refs:
      return "ids of elements with spaces between them";
    case FieldType::texts:
      return "texts with ; between them";
    case FieldType::terms:
      return words("some of: ");
  }
  return "text";
}

}  // namespace trackloom
