#include "language/language.h"

#include "plan/dates.h"
#include "plan/writing.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

#include <boost/locale/gnu_gettext.hpp>
#include <unicode/coll.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/numsys.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

namespace trackloom::language {
namespace {

constexpr std::array<const char*, 4> quarters = {tr("first quarter of {year}"), tr("second quarter of {year}"),
                                                 tr("third quarter of {year}"), tr("fourth quarter of {year}")};

using Texts = boost::locale::message_format<char>;

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// Dates in English are written as in most places where English is a language of talks.
icu::Locale localeOf(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(tag == "en" ? "en-GB" : tag, status);
  return U_SUCCESS(status) ? locale : icu::Locale("en", "GB");
}

/// The catalogue is given as bytes: nothing is searched for on the disk, nothing depends on what is installed.
std::locale catalogueLocale(const std::string& code, const std::string& bytes) {
  boost::locale::gnu_gettext::messages_info info;
  info.language = code;
  info.encoding = "UTF-8";
  info.paths.emplace_back("catalogues");
  info.domains.emplace_back("trackloom");
  info.callback = [&bytes](const std::string&, const std::string&) {
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

std::unique_ptr<icu::SimpleDateFormat> formatOf(const icu::Locale& locale, const char* skeleton) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  const icu::UnicodeString pattern = patterns->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), status);
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  // The calendar of plans has no Julian days before 1582.
  auto calendar = std::make_unique<icu::GregorianCalendar>(icu::TimeZone::createTimeZone("UTC"), locale, status);
  calendar->setGregorianChange(-8.64e15, status);
  if (U_SUCCESS(status)) format->adoptCalendar(calendar.release());
  return format;
}

/// The ten digits of a country, each as text.
std::array<std::string, 10> digitsOf(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberingSystem> system(icu::NumberingSystem::createInstance(locale, status));
  std::array<std::string, 10> digits;
  const icu::UnicodeString all = system->getDescription();
  for (int i = 0; i < 10; ++i) digits[static_cast<std::size_t>(i)] = utf8(icu::UnicodeString(all.char32At(i)));
  return digits;
}

/// Months are not translated but named as the country names them: October is not one word in Arabic.
std::map<std::string, std::string, std::less<>> monthsOf(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols english(icu::Locale("en"), status);
  const icu::DateFormatSymbols own(locale, status);
  std::map<std::string, std::string, std::less<>> months;
  for (const auto width : {icu::DateFormatSymbols::ABBREVIATED, icu::DateFormatSymbols::WIDE}) {
    std::int32_t count = 0;
    const auto* names = english.getMonths(count, icu::DateFormatSymbols::STANDALONE, width);
    const auto* ownNames = own.getMonths(count, icu::DateFormatSymbols::STANDALONE, width);
    for (std::int32_t i = 0; i < count; ++i) {
      months[utf8(names[i])] = utf8(ownNames[i]);
      months[utf8(names[i]) + " {year}"] = utf8(ownNames[i]) + " {year}";
    }
  }
  return months;
}

/// The code of a country by its name in English or in another language, or by its code; empty if it is none.
std::string countryCode(std::string_view country, const std::string& other) {
  const icu::UnicodeString wanted = icu::UnicodeString::fromUTF8(std::string(country));
  for (const char* const* code = icu::Locale::getISOCountries(); *code; ++code) {
    const icu::Locale place("", *code);
    for (const char* language : {"en", other.c_str()}) {
      icu::UnicodeString name;
      if (place.getDisplayCountry(icu::Locale(language), name).caseCompare(wanted, U_FOLD_CASE_DEFAULT) == 0)
        return *code;
    }
    if (country == *code) return *code;
  }
  return {};
}

/// Has a pattern no words of its own?
bool isOnlyAPlace(std::string_view pattern) {
  return pattern.empty() || (pattern.front() == '{' && pattern.find('}') == pattern.size() - 1);
}

/// A number that was rounded to stand in a sentence: `33`, `2.5`.
bool isNumber(std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789");
  return end != 0 && !text.empty() &&
         (end == std::string_view::npos || (text[end] == '.' && end + 1 < text.size() &&
                                            text.find_first_not_of("0123456789", end + 1) == std::string_view::npos));
}

std::string withDecimals(const Language& language, std::string_view number) {
  std::string text = language.digits(number);
  if (const std::size_t point = text.find('.'); point != std::string::npos)
    text.replace(point, 1, language.decimalMark());
  return text;
}

}  // namespace

struct Language::Parts {
  Parts(const std::string& tag_, const std::string& catalogue)
      : tag(tag_),
        locale(localeOf(tag_)),
        day(formatOf(locale, "yMMMMd")),
        dayMonth(formatOf(locale, "MMMMd")),
        month(formatOf(locale, "yMMMM")),
        digits(digitsOf(locale)),
        months(monthsOf(locale)) {
    UErrorCode status = U_ZERO_ERROR;
    plurals.reset(icu::PluralRules::forLocale(locale, status));
    collator.reset(icu::Collator::createInstance(locale, status));
    if (collator) collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    if (!catalogue.empty()) texts = catalogueLocale(locale.getLanguage(), catalogue);
  }

  const char* find(const std::string& text) const {
    if (const auto named = months.find(text); named != months.end()) return named->second.c_str();
    return std::has_facet<Texts>(texts) ? std::use_facet<Texts>(texts).get(0, nullptr, text.c_str()) : nullptr;
  }

  std::string written(const icu::SimpleDateFormat& format, Day at) const {
    icu::UnicodeString text;
    return utf8(format.format(static_cast<UDate>(at.number) * 86400000.0, text));
  }

  /// Which of a language's forms a number takes, in the order in which languages list them: one, two, few, many, other.
  std::size_t form(std::int64_t number, std::size_t count) const {
    static constexpr const char* order[] = {"zero", "one", "two", "few", "many", "other"};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> known(plurals->getKeywords(status));
    std::set<std::string> has;
    while (const char* keyword = known->next(nullptr, status)) has.insert(keyword);
    const std::string wanted = utf8(plurals->select(static_cast<double>(number)));
    std::size_t place = 0;
    for (const char* keyword : order) {
      if (wanted == keyword) break;
      if (has.contains(keyword)) ++place;
    }
    return wanted == "other" ? count - 1 : std::min(place, count - 1);
  }

  std::string tag;
  icu::Locale locale;
  std::unique_ptr<icu::SimpleDateFormat> day;
  std::unique_ptr<icu::SimpleDateFormat> dayMonth;
  std::unique_ptr<icu::SimpleDateFormat> month;
  std::array<std::string, 10> digits;
  std::map<std::string, std::string, std::less<>> months;
  std::unique_ptr<icu::PluralRules> plurals;
  std::unique_ptr<icu::Collator> collator;
  std::locale texts;
  mutable std::mutex guard;
  mutable std::set<std::string> missing;
};

Language::Language() : Language("en", "") {}

Language::Language(const std::string& tag, const std::string& catalogue)
    : parts_(std::make_shared<Parts>(tag, catalogue)) {}

const std::string& Language::tag() const { return parts_->tag; }

std::string Language::code() const { return parts_->locale.getLanguage(); }

bool Language::rightToLeft() const { return writtenRightToLeft(tag()); }

std::string Language::sortKey(std::string_view text) const {
  if (!parts_->collator) return std::string(text);
  const auto unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::array<std::uint8_t, 256> usual{};
  const std::lock_guard lock(parts_->guard);
  const auto size = parts_->collator->getSortKey(unicode, usual.data(), static_cast<std::int32_t>(usual.size()));
  std::string key(static_cast<std::size_t>(size), '\0');
  auto* bytes = reinterpret_cast<std::uint8_t*>(key.data());
  if (key.size() <= usual.size())
    std::copy_n(usual.data(), key.size(), bytes);
  else
    parts_->collator->getSortKey(unicode, bytes, size);
  return key;
}

bool Language::knows(std::string_view english) const {
  return code() == "en" || isOnlyAPlace(english) || parts_->find(std::string(english)) != nullptr;
}

std::string Language::translated(std::string_view english) const {
  const std::string text(english);
  if (isOnlyAPlace(text) || code() == "en") return text;
  if (const char* found = parts_->find(text)) return found;
  const std::lock_guard lock(parts_->guard);
  parts_->missing.insert(text);
  return text;
}

Message Language::localized(const Message& message) const {
  // What stays English stays so whole: forms, dates and digits of another script would break it into pieces.
  const Language writing = knows(message.pattern) ? *this : Language();
  Message said{translated(message.pattern), message.places};
  said.pattern = withForms(said, [&](auto number, auto count) { return writing.parts_->form(number, count); });
  const bool mayRound = !isOnlyAPlace(message.pattern);  // a name that looks like a number stays as it is
  for (auto& place : said.places) {
    if (const auto* number = std::get_if<std::int64_t>(&place.value))
      place.value = writing.digits(std::to_string(*number));
    else if (const auto* day = std::get_if<Day>(&place.value))
      place.value = writing.date(*day);
    else if (const auto* partial = std::get_if<Date>(&place.value))
      place.value = writing.date(*partial);
    else if (const auto* text = std::get_if<std::string>(&place.value); text && mayRound && isNumber(*text))
      place.value = withDecimals(writing, *text);
    else if (auto* own = std::get_if<std::vector<Message>>(&place.value))
      std::ranges::transform(*own, own->begin(), [this](const Message& one) { return localized(one); });
  }
  return said;
}

std::string Language::date(Day at) const {
  std::string text = parts_->written(*parts_->day, at);
  if (code() == "fr" && text.starts_with("1 ")) text.replace(0, 1, "1er");
  return text;
}

std::string Language::dayAndMonth(Day at) const {
  std::string text = parts_->written(*parts_->dayMonth, at);
  if (code() == "fr" && text.starts_with("1 ")) text.replace(0, 1, "1er");
  return text;
}

std::string Language::date(const Date& date_) const {
  const std::string text = unitText(date_);
  return date_.approximate() ? plainText(localized({tr("about {date}"), {{"date", text}}})) : text;
}

std::string Language::unitText(const Date& date_) const {
  const CivilDate first = civilDate(date_.first());
  switch (date_.precision()) {
    case Precision::day:
      return date(date_.first());
    case Precision::month:
      return parts_->written(*parts_->month, date_.first());
    case Precision::quarter:
      return plainText(localized({quarters[static_cast<std::size_t>((first.month - 1) / 3)], {{"year", first.year}}}));
    case Precision::year:
      return digits(std::to_string(first.year));
  }
  return {};
}

std::string Language::digits(std::string_view number) const {
  std::string out;
  for (const char c : number) {
    if (c >= '0' && c <= '9')
      out += parts_->digits[static_cast<std::size_t>(c - '0')];
    else
      out += c;
  }
  return out;
}

std::string Language::decimalMark() const {
  if (parts_->digits[0] != "0") return "\u066B";
  return code() == "en" ? "." : ",";
}

std::string Language::country(std::string_view name) const {
  const std::string place = code() == "en" ? std::string() : countryCode(name, code());
  if (place.empty()) return std::string(name);
  icu::UnicodeString own;
  return utf8(icu::Locale("", place.c_str()).getDisplayCountry(parts_->locale, own));
}

std::set<std::string> Language::missing() const {
  const std::lock_guard lock(parts_->guard);
  return parts_->missing;
}

std::string withCountry(const std::string& tag, std::string_view country) {
  if (country.empty() || tag == "en" || tag.find_first_of("-_") != std::string::npos) return tag;
  const std::string code = countryCode(country, tag);
  return code.empty() ? tag : tag + "-" + code;
}

}  // namespace trackloom::language
