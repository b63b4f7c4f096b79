#include "checks/rules/mentions.h"
#include "checks/rules/reads.h"

#include <algorithm>

namespace trackloom::checks::catalogue {
namespace {

Fix fix(const Item& item, const Field& field, const ElementId& missing) {
  const auto left = item.refs(Key<Refs>{field.number});
  const auto others = static_cast<std::size_t>(
      std::count_if(left.begin(), left.end(), [&](const ElementId& id) { return !(id == missing); }));
  const ElementId id = item.id();
  const auto edit = [id, number = field.number, missing](const Plan& plan) {
    return withoutMention(plan, id, number, missing);
  };
  if (field.presence == Presence::required && others < leastNeeded)
    return {{tr("Remove “{item}”"), {{"item", id}}}, edit};
  return {{tr("Remove the mention of {missing}"), {{"missing", missing.str()}}}, edit};
}

/// What the field may name, for the reader.
Message expected(const Field& field) {
  std::vector<std::string_view> labels;
  for (const Kind& kind : kinds())
    if (field.targets.has(kind.id)) labels.push_back(kind.label);
  return {tr("What may stand there: {kinds}."), {{"kinds", ownWords(labels)}}};
}

Finding finding(const Study& study, const Item& item, const Field& field, const ElementId& missing) {
  Finding found;
  found.level = Level::error;
  found.elements = {item.id()};
  if (const Item* other = study.find(missing)) {
    found.message = {tr("“{item}”: {field} names “{other}”, which is of a kind that cannot stand there ({kind})."),
                     {{"item", item.id()},
                      {"field", ownWord(field.label)},
                      {"other", other->id()},
                      {"kind", ownWord(other->element().definition().label)}}};
  } else {
    found.message = {tr("“{item}”: {field} names {missing}, which is not in the plan."),
                     {{"item", item.id()}, {"field", ownWord(field.label)}, {"missing", missing.str()}}};
  }
  found.clears = {tr("It clears when the entry it names is added or the mention goes."), {}};
  found.because.push_back(expected(field));
  found.fixes.push_back(fix(item, field, missing));
  return found;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  for (const Kind& kind : kinds()) {
    for (const Field& field : kind.fields) {
      if (!isReference(field) || study.namesOnly(kind.id, field.number, field.targets)) continue;
      for (const Item& item : study.all(kind.id)) {
        auto named = study.named(item, field.number).begin();
        eachReference(item, field, [&](const ElementId& id) {
          const Item* target = *named++;
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
  rule.help =
      "Does an entry refer to another that is not in the plan, or that is of a kind which cannot stand there? Each "
      "mention is one finding; the fix takes out the mention, or the entry if it cannot be without.";
  rule.level = Level::error;
  rule.source = "Plan logic.";
  rule.clears = "The entry it names is added, or the mention goes.";
  rule.reads = readsWhere([](const Kind&, const Field& field) { return isReference(field); });
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
