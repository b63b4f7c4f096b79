#include "calendar.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string_view>

#include <libical/ical.h>

namespace icalendar {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

/// Does a sign begin here that turns the reading direction around (U+202A to U+202E, U+2066 to U+206F)? Each takes
/// three bytes.
bool reorders(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xE2') return false;
  const auto last = static_cast<unsigned char>(text[2]);
  return (text[1] == '\x80' && last >= 0xAA && last <= 0xAE) || (text[1] == '\x81' && last >= 0xA6 && last <= 0xAF);
}

/// What a line of iCalendar text may hold: no control characters but line ends and tabs, and nothing that makes a
/// calendar show what stands around it in another order.
std::string plain(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const char c = text.front();
    const std::size_t length = reorders(text) ? 3 : 1;
    const bool shown = (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) || c == '\n' || c == '\t';
    if (length == 1 && shown) kept += c;
    text.remove_prefix(length);
  }
  return kept;
}

icaltimetype allDay(Day day) {
  const std::chrono::year_month_day date(day);
  icaltimetype time = icaltime_null_date();
  time.year = static_cast<int>(date.year());
  time.month = static_cast<int>(static_cast<unsigned>(date.month()));
  time.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return time;
}

icaltimetype midnight(Day day) {
  icaltimetype time = allDay(day);
  time.is_date = 0;
  time.hour = time.minute = time.second = 0;
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

// libical leaves commas and semicolons in categories and in X- properties as they are, because there they may
// separate several values. Those that belong to a name go through it as two bytes that no text has, so that lines stay
// as long as libical made them.
constexpr char escapeMark = '\x01';
constexpr char commaMark = '\x02';
constexpr char semicolonMark = '\x03';

std::string marked(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == ',' || c == ';') out += escapeMark;
    out += c == ',' ? commaMark : c == ';' ? semicolonMark : c;
  }
  return out;
}

std::string unmarked(std::string text) {
  std::replace(text.begin(), text.end(), escapeMark, '\\');
  std::replace(text.begin(), text.end(), commaMark, ',');
  std::replace(text.begin(), text.end(), semicolonMark, ';');
  return text;
}

/// A property that is not in the standard, with a text as its value.
icalproperty* named(const char* name, const std::string& text) {
  icalproperty* property = icalproperty_new(ICAL_X_PROPERTY);
  icalproperty_set_x_name(property, name);
  icalproperty_set_value(property, icalvalue_new_text(marked(text).c_str()));
  return property;
}

/// Could this be the code of a language (RFC 5646)?
bool isLanguageCode(const std::string& text) {
  const auto fits = [](unsigned char c) { return std::isalnum(c) || c == '-'; };
  return !text.empty() && text.size() <= 35 && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

struct Calendar::Parts {
  std::unique_ptr<icalcomponent, FreeComponent> calendar{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
  icalcomponent* event = nullptr;  // lies in the calendar
  Day stamp;
  std::string language;

  void add(icalproperty* property) { icalcomponent_add_property(event ? event : calendar.get(), property); }
  /// Adds a text in the plan's language.
  void addSpoken(icalproperty* property) {
    if (!language.empty()) icalproperty_add_parameter(property, icalparameter_new_language(language.c_str()));
    add(property);
  }
};

Calendar::Calendar(const std::string& name, Day stamp, std::string language) : parts_(std::make_unique<Parts>()) {
  parts_->stamp = stamp;
  if (isLanguageCode(language)) parts_->language = std::move(language);
  parts_->add(icalproperty_new_version("2.0"));
  parts_->add(icalproperty_new_prodid("-//Trackloom//Trackloom iCalendar export//EN"));
  parts_->add(icalproperty_new_calscale("GREGORIAN"));
  parts_->addSpoken(icalproperty_new_name(plain(name).c_str()));
  parts_->add(named("X-WR-CALNAME", plain(name)));
}

Calendar::~Calendar() = default;

void Calendar::beginEvent(const std::string& uid, const std::string& summary, Span days) {
  parts_->event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  icalcomponent_add_component(parts_->calendar.get(), parts_->event);
  parts_->add(icalproperty_new_uid(uid.c_str()));
  parts_->add(icalproperty_new_dtstamp(midnight(parts_->stamp)));
  parts_->add(icalproperty_new_dtstart(allDay(days.first)));
  parts_->add(icalproperty_new_dtend(allDay(days.last + std::chrono::days(1))));
  parts_->addSpoken(icalproperty_new_summary(plain(summary).c_str()));
  parts_->add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // nobody is busy all day because of it
}

void Calendar::description(const std::string& text) { parts_->add(icalproperty_new_description(plain(text).c_str())); }

void Calendar::location(const std::string& text) { parts_->addSpoken(icalproperty_new_location(plain(text).c_str())); }

void Calendar::category(const std::string& text) {
  parts_->addSpoken(icalproperty_new_categories(marked(plain(text)).c_str()));
}

void Calendar::englishCategory(const std::string& text) {
  parts_->add(icalproperty_new_categories(marked(text).c_str()));
}

void Calendar::status(const char* word) { parts_->add(icalproperty_new_status(icalproperty_string_to_status(word))); }

void Calendar::relation(const Relation& relation) {
  icalproperty* property = icalproperty_new_relatedto(relation.uid.c_str());
  icalparameter* type = icalparameter_new_reltype(ICAL_RELTYPE_X);
  icalparameter_set_xvalue(type, relation.type.c_str());
  icalproperty_add_parameter(property, type);
  if (relation.gap != 0) {
    const std::string days = (relation.gap < 0 ? "-P" : "P") + std::to_string(std::abs(relation.gap)) + "D";
    icalparameter* gap = icalparameter_new_iana(days.c_str());
    icalparameter_set_iana_name(gap, "GAP");
    icalproperty_add_parameter(property, gap);
  }
  parts_->add(property);
}

bool Calendar::empty() const { return parts_->event == nullptr; }

std::string Calendar::text() const {
  char* const written = icalcomponent_as_ical_string_r(parts_->calendar.get());
  std::string text = written ? written : "";
  std::free(written);
  return unmarked(std::move(text));
}

}  // namespace icalendar
