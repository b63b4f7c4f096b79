#include "documents/wording.h"
#include "sharing/element_sentences.h"

#include <algorithm>

namespace trackloom::sharing {
namespace {

/// How the coming and going of a link is said, by its two ends.
struct LinkWords {
  KindId kind;
  FieldNumber from;
  FieldNumber to;
  const char* came;
  const char* went;
};

constexpr LinkWords links[] = {
    {KindId::transfer, "from", "to", tr("{from} now feeds {to}."), tr("{from} no longer feeds {to}.")},
    {KindId::dependency, "from", "to", tr("{to} now waits for {from}."), tr("{to} no longer waits for {from}.")},
    {KindId::participation, "who", "in", tr("New on the list of {to}: {from}."),
     tr("No longer on the list of {to}: {from}.")},
    {KindId::consent, "actor", "to", tr("The consent of {from} to {to} is now on record."),
     tr("The consent of {from} to {to} is no longer on record.")},
    {KindId::assignment, "expert", "activity", tr("{from} is now assigned to {to}."),
     tr("{from} is no longer assigned to {to}.")},
    {KindId::relation, "from", "to", tr("How {from} and {to} stand to each other is now on record."),
     tr("How {from} and {to} stand to each other is no longer on record.")},
};

const LinkWords* wordsFor(KindId kind) {
  const auto* found = std::ranges::find(links, kind, &LinkWords::kind);
  return found == std::end(links) ? nullptr : found;
}

const ElementId* end(const Element& element, FieldNumber field) {
  const Value* value = element.find(field);
  return value ? std::get_if<Ref>(value) : nullptr;
}

}  // namespace

Message cameOrWent(const Versions& versions, const Change& change) {
  const Element& element = change.any();
  const bool came = change.after != nullptr;
  if (const LinkWords* words = wordsFor(element.kind())) {
    const ElementId* from = end(element, words->from);
    const ElementId* to = end(element, words->to);
    if (from && to)
      return {came ? words->came : words->went, {{"from", versions.nameOf(*from)}, {"to", versions.nameOf(*to)}}};
  }
  if (element.kind() == KindId::separation)
    return {came ? tr("Now kept apart on purpose: {names}.") : tr("No longer kept apart on purpose: {names}."),
            {{"names", versions.namesOf(element.refs(Key<Refs>{"between"}))}}};
  if (element.kind() == KindId::copy) {
    const std::string recipient(element.text(Key<Text>{"recipient"}));
    const Date* date = element.get(key::date);
    if (!date)
      return {came ? tr("{recipient} received a copy.") : tr("It is no longer noted that {recipient} received a copy."),
              {{"recipient", recipient}}};
    return {came ? tr("{recipient} received a copy on {date}.")
                 : tr("It is no longer noted that {recipient} received a copy on {date}."),
            {{"recipient", recipient}, {"date", *date}}};
  }
  const std::string kind = documents::said(versions.after, Message{std::string(element.definition().label), {}});
  const std::string name = versions.nameOf(element.id());
  const std::string dates = plannedDates(came ? versions.after : versions.before, element);
  if (dates.empty())
    return {came ? tr("{kind} added: {name}.") : tr("{kind} removed: {name}."), {{"kind", kind}, {"name", name}}};
  return {came ? tr("{kind} added: {name}, planned for {dates}.") : tr("{kind} removed: {name}, planned for {dates}."),
          {{"kind", kind}, {"name", name}, {"dates", dates}}};
}

}  // namespace trackloom::sharing
