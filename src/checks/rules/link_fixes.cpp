#include "checks/rules/link_fixes.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

constexpr std::size_t mostCarriers = 3;  ///< more are choices nobody reads

/// The edit that adds an element whose id follows from what it is for; nothing if it was added before.
Edit addOnce(const Plan& plan, Element element) {
  return plan.find(element.id()) ? Edit() : addElement(plan, std::move(element));
}

Element plannedTransfer(const ElementId& from, const ElementId& to, const std::string& seed) {
  Element transfer(KindId::transfer, ElementId::derivedFrom(seed + ' ' + from.str() + ' ' + to.str()));
  transfer.set(key::linkFrom, from).set(key::linkTo, to);
  transfer.set(key::status, Choice{static_cast<std::uint16_t>(TransferStatus::planned), {}});
  return transfer;
}

Fix planCarried(const ElementId& from, const ElementId& to, const ElementId& carrier) {
  return {{tr("Plan that “{carrier}” carries something from “{from}” to “{to}”"),
           {{"carrier", carrier}, {"from", from}, {"to", to}}},
          [from, to, carrier](const Plan& plan) {
            Element transfer = plannedTransfer(from, to, "transfer by " + carrier.str());
            transfer.set(key::carrier, carrier);
            return addOnce(plan, std::move(transfer));
          }};
}

}  // namespace

Fix planHandOver(const ElementId& from, const ElementId& to) {
  return {{tr("Plan a hand-over from “{from}” to “{to}”"), {{"from", from}, {"to", to}}},
          [from, to](const Plan& plan) { return addOnce(plan, plannedTransfer(from, to, "transfer")); }};
}

void offerCarried(const AtWork& from, const AtWork& to, std::span<const ElementId> carriers, Finding& finding) {
  if (!from.latest || !to.next || from.latest == to.next) return;
  for (const ElementId& carrier : carriers.first(std::min(carriers.size(), mostCarriers)))
    finding.fixes.push_back(planCarried(from.latest->id(), to.next->id(), carrier));
}

Fix keepApartOnPurpose(const ElementId& a, const ElementId& b) {
  return {{tr("Record that “{a}” and “{b}” are kept apart on purpose; you add the reason"), {{"a", a}, {"b", b}}},
          [a, b](const Plan& plan) {
            Element separation(KindId::separation, ElementId::derivedFrom("separation " + a.str() + ' ' + b.str()));
            separation.set(key::between, Refs{a, b});
            return addOnce(plan, std::move(separation));
          }};
}

}  // namespace trackloom::checks
