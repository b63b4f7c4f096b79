#include "checks/study_facts.h"

#include <exception>
#include <future>

namespace trackloom::checks {
namespace {

/// From so many elements on a second thread saves more than it costs.
constexpr std::size_t worthAThread = 2000;

}  // namespace

void Study::workAhead() const {
  if (record_ || places() < worthAThread) return;
  try {
    static_cast<void>(progress());  // both need it
    const auto dates = std::async(std::launch::async, [this] { static_cast<void>(schedule()); });
    workBesideDates();
  } catch (const std::exception&) {
    // No second thread to be had, or no memory: who asks next for what is missing works it out, or fails and says so.
  }
}

void Study::workBesideDates() const {
  for (const Kind& kind : kinds()) {
    if (kind.id == KindId::dependency) continue;  // dates rest on them
    for (const Field& field : kind.fields)
      if (isReference(field)) static_cast<void>(namedBy(kind.id, field.number));
  }
  lookAtValues();
  static_cast<void>(ceasefireActivities());
  static_cast<void>(carrierCuts(Carrying::anything));
  static_cast<void>(handOverCuts());
}

}  // namespace trackloom::checks
