#include "checks/rules/mentions.h"

#include "plan/kind.h"

namespace trackloom::checks {

Edit withoutMention(const Plan& plan, const ElementId& id, FieldNumber field, const ElementId& mentioned) {
  const Element* element = plan.find(id);
  if (!element) return {};
  Refs kept;
  for (const ElementId& named : element->refs(Key<Refs>{field}))
    if (!(named == mentioned)) kept.push_back(named);
  const bool needed = element->definition().find(field)->presence == Presence::required;
  if (needed && kept.size() < leastNeeded) return removeWithLinks(plan, std::span(&id, 1));
  return kept.empty() ? clearField(plan, id, field) : setField(plan, id, field, kept);
}

}  // namespace trackloom::checks
