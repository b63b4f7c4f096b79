#include "plan/mentions.h"
#include "sharing/clashes.h"
#include "sharing/merge.h"
#include "sharing/merge_field.h"
#include "sharing/merge_unknown.h"

#include <algorithm>
#include <set>

namespace trackloom::sharing {
namespace {

Message labelFor(const Element& element) {
  return {tr("Settle what two versions say of {title}"), {{"title", std::string(element.title())}}};
}

std::optional<Value> answered(const Conflict& conflict, Answer answer) {
  if (answer != Answer::both || !conflict.field) return answer == Answer::theirs ? conflict.theirs : conflict.ours;
  return bothValues(*kindOf(conflict.elementKind).find(*conflict.field), conflict.ours, conflict.theirs);
}

/// The answer without what another answer has removed from the plan; nothing where that takes all of it away.
std::optional<Value> answered(const Plan& plan, const Conflict& conflict, Answer answer) {
  std::optional<Value> value = answered(conflict, answer);
  const auto isGone = [&](const ElementId& id) { return !plan.find(id) && !conflict.unknown.contains(id); };
  Refs left = value ? mentionsIn(*value) : Refs();
  if (std::ranges::none_of(left, isGone)) return value;
  std::erase_if(left, isGone);
  return left.empty() ? std::nullopt : std::optional(Value(left));
}

void setAttribute(Element& element, const std::string& name, const std::optional<Value>& value) {
  Extras extras = element.extras();
  UnknownAttributes attributes = attributesOf(extras.unknownAttributes);
  attributes.erase(name);
  if (value) attributes.emplace(name, std::get<Text>(*value));
  extras.unknownAttributes.clear();
  for (const auto& [ignored, written] : attributes) extras.unknownAttributes += written;
  element.setExtras(std::move(extras));
}

Edit settle(const Plan& plan, const ElementPtr& before, const Conflict& conflict, Answer answer) {
  Element after = *before;
  const std::optional<Value> value = answered(plan, conflict, answer);
  if (!conflict.field) {
    setAttribute(after, conflict.part, value);
  } else if (!conflict.part.empty()) {
    after.translate(*conflict.field, conflict.part, value ? std::get<Text>(*value) : Text());
  } else if (value) {
    after.set(*conflict.field, *value);
  } else if (before->definition().find(*conflict.field)->presence != Presence::required) {
    after.clear(*conflict.field);
  }
  Edit edit{labelFor(*before), {}, {}};
  if (!(after == *before)) edit.changes.push_back({before, std::make_shared<const Element>(std::move(after))});
  return edit;
}

/// Two elements become one, which is as one side has it; what named either names it.
Edit join(const Plan& plan, const ElementPtr& first, const Conflict& conflict, Answer answer) {
  Edit edit{labelFor(*first), {}, {}};
  const ElementPtr second = plan.share(conflict.other);
  if (!second || answer == Answer::both) return edit;
  const ElementPtr& kept = (answer == Answer::ours) == (conflict.parted == Side::ours) ? second : first;
  const std::vector<Change> changes{{first, std::make_shared<const Element>(kept->withId(first->id()))},
                                    {second, nullptr}};
  edit.changes = diff(plan, renamed(plan.with(changes), {{second->id(), first->id()}}));
  return edit;
}

}  // namespace

Edit resolve(const Plan& plan, const Conflict& conflict, Answer answer) {
  const ElementPtr element =
      conflict.elementKind == KindId::plan ? plan.all(KindId::plan).front() : plan.share(conflict.element);
  if (!element || std::ranges::find(conflict.answers, answer) == conflict.answers.end()) return {};
  if (conflict.parted) return join(plan, element, conflict, answer);
  if (!conflict.remover) return settle(plan, element, conflict, answer);
  const bool remove = (answer == Answer::ours) == (conflict.remover == Side::ours);
  return remove ? removeWithLinks(plan, std::span(&conflict.element, 1)) : Edit{labelFor(*element), {}, {}};
}

std::string nameOf(const Conflict& conflict) {
  std::string name(conflict.element.empty() ? kindOf(conflict.elementKind).name : conflict.element.text());
  if (conflict.field) name.append(".").append(conflict.field->name());
  if (!conflict.part.empty()) name.append(".").append(conflict.part);
  return name;
}

Answers answersOf(const Merge& merge, Side side) {
  Answers answers;
  for (const Conflict& conflict : merge.conflicts)
    answers.push_back(conflict.kind == Conflict::Kind::levelLowered ? std::nullopt
                      : conflict.parted                             ? std::optional(Answer::both)
                      : side == Side::ours                          ? std::optional(Answer::ours)
                                                                    : std::optional(Answer::theirs));
  return answers;
}

Plan resolveAll(const Merge& merge, const Answers& answers) {
  // Values first, as they name what then becomes one or goes.
  const auto rank = [](const Conflict& conflict) { return conflict.remover ? 2 : conflict.parted ? 1 : 0; };
  Plan plan = merge.plan;
  for (int now = 0; now <= 2; ++now)
    for (std::size_t i = 0; i < merge.conflicts.size() && i < answers.size(); ++i)
      if (answers[i] && rank(merge.conflicts[i]) == now)
        plan = apply(plan, resolve(plan, merge.conflicts[i], *answers[i]));
  return plan;
}

Plan resolveAll(const Merge& merge, Side side) { return resolveAll(merge, answersOf(merge, side)); }

}  // namespace trackloom::sharing
