#include "sharing/redact.h"

#include "plan/suggestions.h"
#include "sharing/redact_clean.h"
#include "sharing/redact_ids.h"
#include "sharing/redact_names.h"
#include "sharing/redact_risks.h"
#include "sharing/redact_treatment.h"
#include "sharing/telling_ids.h"

#include <algorithm>
#include <map>
#include <random>
#include <span>

namespace trackloom::sharing {
namespace {

bool isReference(const Value& value) {
  return std::holds_alternative<Ref>(value) || std::holds_alternative<Refs>(value);
}

/// Fields of what stays that went for their level. References may have gone with what they name, and count as mentions.
std::size_t hiddenFields(const Plan& source, const Plan& shown) {
  std::size_t hidden = 0;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : shown.all(kind.id)) {
      const Element* before = source.find(kind.id, element->id());
      for (const Element::Slot& slot : before->slots())
        if (!element->has(slot.number) && !isReference(slot.value) && !std::holds_alternative<Unread>(slot.value) &&
            slot.number != FieldNumber("field-levels"))
          ++hidden;
    }
  return hidden;
}

void countRemoved(const Plan& source, const Plan& plan, RedactionReport& report) {
  for (const Kind& kind : kinds())
    report.removed[static_cast<std::size_t>(kind.id)] = source.all(kind.id).size() - plan.all(kind.id).size();
}

std::size_t textsIn(const Plan& plan, const RedactionRequest& request) {
  std::size_t texts = 0;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      withTexts(*element, [&](const Field& field, const std::string&, const std::string& text) {
        const bool isStandIn = field.redaction == Redaction::name || field.number == key::component.number;
        if (!isStandIn || !request.audience.treatment) ++texts;
        return text;
      });
  return texts;
}

/// Short names that say nothing for own words whose names may say what is not in the copy; ids are all other ones.
OtherIds wordsInstead(const Plan& source, const Plan& copy) {
  const Sight sight{source, copy};
  TellingIds telling = tellingIds({&sight, 1});
  telling.elements.clear();
  return insteadOf(telling, {&copy, 1});
}

Plan withoutNames(const Plan& source, const Plan& clean, const RedactionRequest& request, RedactionReport& report) {
  const Sight sight{source, clean};
  const HiddenNames names({&sight, 1}, request.keep);
  for (const std::string& name : names.keptInVain()) report.notFound.push_back(nothingToKeep(name));
  return names.maskedIn(clean, clean, report);
}

/// Places that were found in the copy, by the ids of the source.
void nameBySource(std::span<NamePlace> places, const OtherIds& ids) {
  std::map<ElementId, ElementId> sources;
  for (const auto& [source, copied] : ids.elements) sources.emplace(copied, source);
  for (NamePlace& place : places) place.element = sources.at(place.element);
}

/// Where texts and names as they are go out at all.
bool leavesTexts(const Audience& audience) {
  return !audience.treatment || audience.treatment == Generalisation::pseudonym;
}

}  // namespace

Redacted redact(const Plan& whole, const RedactionRequest& request) {
  const Plan source = keptPlan(whole);
  Redacted copy;
  RedactionReport& report = copy.report;
  const Plan clean = cleaned(source, request, report.values);
  report.values.higherFields = hiddenFields(source, clean);
  countRemoved(source, clean, report);
  const Plan nameless = leavesTexts(request.audience) ? withoutNames(source, clean, request, report) : clean;
  const std::vector<Message> risks = residualRisks(source, clean, request);
  report.risks.insert(report.risks.end(), risks.begin(), risks.end());
  const OtherIds ids = keyedIds(nameless, request.seed);
  const std::size_t masked = report.standing.size();
  copy.plan = treated(withKeyedIds(withIds(nameless, wordsInstead(source, nameless)), ids), request, report);
  nameBySource(std::span(report.standing).subspan(masked), ids);
  report.textsLeft = textsIn(copy.plan, request);
  return copy;
}

std::string freshSeed() {
  static constexpr char digits[] = "0123456789abcdef";
  std::random_device random;
  std::string seed;
  for (int i = 0; i < 32; ++i) seed += digits[random() % 16];
  return seed;
}

}  // namespace trackloom::sharing
