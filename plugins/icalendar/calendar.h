#pragma once

#include "dates.h"

#include <memory>
#include <string>

namespace icalendar {

/// How one event follows another: as RELTYPE says it in RFC 9253, with days between.
struct Relation {
  std::string type;  ///< FINISHTOSTART …, DEPENDS-ON, PARENT
  std::string uid;   ///< of the other event
  int gap = 0;       ///< days; may be negative
};

/// A calendar (RFC 5545) in the making.
class Calendar {
 public:
  /// `stamp` is the day the content stands for; `language` is a code such as "ar", or empty.
  Calendar(const std::string& name, Day stamp, std::string language);
  ~Calendar();
  Calendar(const Calendar&) = delete;
  Calendar& operator=(const Calendar&) = delete;

  /// Begins an all-day event; what is said next is about it.
  void beginEvent(const std::string& uid, const std::string& summary, Span days);
  void description(const std::string& text);
  void location(const std::string& text);
  /// In the plan's language.
  void category(const std::string& text);
  void englishCategory(const std::string& text);
  /// CONFIRMED, TENTATIVE or CANCELLED.
  void status(const char* word);
  void relation(const Relation& relation);

  bool empty() const;
  /// With CRLF line ends, folded at 75 octets.
  std::string text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace icalendar
