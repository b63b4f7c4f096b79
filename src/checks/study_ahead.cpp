#include "checks/study_facts.h"

#include <exception>
#include <future>
#include <memory>
#include <utility>
#include <vector>

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
    // All fields of an element at once, as it does not stay at hand while all the others are looked at.
    std::vector<std::pair<FieldNumber, std::unique_ptr<Lists>>> open;
    for (const Field& field : kind.fields)
      if (isReference(field) && !facts_->namedBy(kind.id, field.number))
        open.emplace_back(field.number, std::make_unique<Lists>());
    for (const Item& item : all(kind.id))
      for (const auto& [field, lists] : open) {
        addNamed(item, field, *lists);
        lists->first.push_back(static_cast<std::uint32_t>(lists->items.size()));
      }
    for (auto& [field, lists] : open) facts_->namedBy(kind.id, field) = std::move(lists);
  }
  lookAtValues();
  static_cast<void>(ceasefireActivities());
  static_cast<void>(carrierCuts(Carrying::anything));
  static_cast<void>(handOverCuts());
}

}  // namespace trackloom::checks
