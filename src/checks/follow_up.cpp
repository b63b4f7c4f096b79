#include "checks/follow_up.h"

namespace trackloom::checks {

Fix makeFollowUp(const Finding& finding, const std::string& title) {
  const auto edit = [message = finding.message, id = finding.id, title](const Plan& plan) {
    Element followUp(KindId::followUp, derivedId(plan, "follow-up\n" + id));
    followUp.set(key::title, title.empty() ? plainText(message, &plan) : title);
    followUp.set(Key<Text>{"finding"}, id);
    return addElement(plan, std::move(followUp));
  };
  return {{tr("Write it down as a follow-up; who takes it on and by when is still to be entered."), {}}, edit};
}

std::vector<Fix> fixesOf(const Finding& finding, const std::string& title) {
  std::vector<Fix> fixes = finding.fixes;
  fixes.push_back(makeFollowUp(finding, title));
  return fixes;
}

}  // namespace trackloom::checks
