#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// The element without this mention; without the link if it cannot be without.
Fix forget(const Study& study, const Item& item, const Field& field, const ElementId& missing) {
  if (field.presence == Presence::required) {
    const ElementId id = item.id();
    return {{tr("Remove “{item}”"), {{"item", id}}}, removeWithLinks(study.plan(), std::span(&id, 1))};
  }
  Refs kept;
  for (const ElementId& id : item.refs(Key<Refs>{field.number}))
    if (!(id == missing)) kept.push_back(id);
  Message label{tr("Remove the mention of {missing}"), {{"missing", missing.str()}}};
  if (kept.empty()) return {std::move(label), clearField(study.plan(), item.id(), field.number)};
  return {std::move(label), setField(study.plan(), item.id(), field.number, kept)};
}

Finding finding(const Study& study, const Item& item, const Field& field, const ElementId& missing) {
  Finding found;
  found.level = Level::error;
  found.elements = {item.id()};
  if (const Item* other = study.find(missing)) {
    found.message = {tr("“{item}”: {field} names “{other}”, which is of a kind that cannot stand there ({kind})."),
                     {{"item", item.id()}, {"field", std::string(field.label)}, {"other", other->id()}, {"kind", std::string(other->element().definition().label)}}};
  } else {
    found.message = {tr("“{item}”: {field} names {missing}, which is not in the plan."),
                     {{"item", item.id()}, {"field", std::string(field.label)}, {"missing", missing.str()}}};
  }
  found.clears = {tr("It clears when the element it names is added or the mention goes."), {}};
  found.fixes.push_back(forget(study, item, field, missing));
  return found;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  for (const Kind& kind : kinds()) {
    for (const Field& field : kind.fields) {
      if (!isReference(field)) continue;
      for (const Item& item : study.all(kind.id)) {
        eachReference(item, field, [&](const ElementId& id) {
          const Item* target = study.find(id);
          if (!target || !field.targets.has(target->kind())) findings.push_back(finding(study, item, field, id));
        });
      }
    }
  }
  return findings;
}

}  // namespace

Rule danglingReference() {
  Rule rule;
  rule.id = "REF-DANGLING";
  rule.family = "Structure";
  rule.title = "Names something that is not there";
  rule.help = "Does an element refer to another that is not in the plan, or that is of a kind which cannot stand there?";
  rule.level = Level::error;
  rule.source = "Plan logic.";
  rule.clears = "The element it names is added, or the mention goes.";
  rule.reads = readsWhere([](const Kind&, const Field& field) { return isReference(field); });
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
