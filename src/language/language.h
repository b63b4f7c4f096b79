#pragma once

#include "plan/message.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace trackloom::language {

/// A language as a country writes it: its words, its months, its digits, its forms for one and for several. What a
/// catalogue does not hold stays English and is counted.
class Language {
 public:
  /// English.
  Language();
  /// A tag such as `fr` or `ar-TN`, and the compiled catalogue of that language (`.mo`); without one, English words.
  Language(const std::string& tag, const std::string& catalogue);

  /// As documents state it: `ar-TN`.
  const std::string& tag() const;
  /// Without the country: `ar`.
  std::string code() const;
  bool rightToLeft() const;

  /// A word or pattern of the program's own in this language; its places stay as they are.
  std::string translated(std::string_view english) const;
  /// Whether there is a translation, or none is needed.
  bool knows(std::string_view english) const;
  /// The message with its pattern in this language, the forms for its numbers chosen, and numbers and dates written
  /// out (dates to the day, month or year they are known to); names are left for whoever knows the plan.
  Message localized(const Message& message) const;

  /// `4 November 2013`, `4 de noviembre de 2013`.
  std::string date(Day day) const;
  /// As far as it is known: `May 2013`, `second quarter of 2013`, `about 2013`.
  std::string date(const Date& date) const;
  std::string dayAndMonth(Day day) const;
  /// A number without marks between its digits, in the digits of the country.
  std::string digits(std::string_view number) const;
  /// What stands before the decimals of a number, in the digits of the country.
  std::string decimalMark() const;

  /// What texts are compared by, byte by byte, to stand as the language sorts them; numbers in them by their value.
  std::string sortKey(std::string_view text) const;

  /// A country by its name in this language, if it is one; else the text as it stands.
  std::string country(std::string_view name) const;

  /// What was asked for and is not in the catalogue, in English.
  std::set<std::string> missing() const;

 private:
  std::string unitText(const Date& date) const;

  struct Parts;
  std::shared_ptr<Parts> parts_;
};

/// A language as a country writes it: `ar` and `Tunisia` (or `TN`, or its name in that language) give `ar-TN`. The tag
/// itself if it is English, which is written alike everywhere here, has a country already, or the country is not known.
std::string withCountry(const std::string& tag, std::string_view country);

}  // namespace trackloom::language
