#pragma once

#include "plan/plan.h"

#include <random>
#include <string>
#include <vector>

namespace trackloom::testing {

using Random = std::mt19937_64;

inline bool oneIn(Random& random, std::uint64_t chances) { return random() % chances == 0; }

template <class T>
const T& anyOf(Random& random, const std::vector<T>& choices) {
  return choices[random() % choices.size()];
}

/// The ids that `randomPlan` gives to a kind: its name without hyphens and a number.
inline ElementId idOf(const Kind& kind, std::uint64_t number) {
  std::string text(kind.name);
  std::erase(text, '-');
  return *ElementId::parse(text + std::to_string(number));
}

inline ElementId anyTarget(Random& random, const Field& field, std::uint64_t perKind) {
  for (;;) {
    const Kind& kind = kinds()[random() % kindCount];
    if (field.targets.has(kind.id) && kind.id != KindId::plan) return idOf(kind, random() % perKind);
  }
}

/// A value that the field can have; references go to ids that `randomPlan` may have given.
inline Value randomValue(Random& random, const Field& field, std::uint64_t perKind = 5) {
  const auto words = vocabulary(field.vocabulary).terms;
  const auto inRange = [&](std::uint64_t span) {
    const auto least = field.least < -1e9 ? 0 : static_cast<std::int64_t>(field.least);
    const auto most = field.most > 1e9 ? 1000 : static_cast<std::int64_t>(field.most);
    return least + static_cast<std::int64_t>(random() % span % static_cast<std::uint64_t>(most - least + 1));
  };
  switch (field.type) {
    case FieldType::text:
      return Text("text " + std::to_string(random() % 1000));
    case FieldType::integer:
      return Integer(inRange(100));
    case FieldType::number:
      return Number(static_cast<double>(inRange(100)));
    case FieldType::flag:
      return Flag{oneIn(random, 2)};
    case FieldType::date:
      return Date(dayOf({2013, 1, 1}) + static_cast<std::int64_t>(random() % 700));
    case FieldType::choice:
      return Choice{static_cast<std::uint16_t>(random() % words.size()), {}};
    case FieldType::money:
      return Money{static_cast<std::int64_t>(random() % 1000000), {'E', 'U', 'R'}};
    case FieldType::ref:
      return anyTarget(random, field, perKind);
    case FieldType::texts:
      return Texts{"one", "two " + std::to_string(random() % 10)};
    case FieldType::terms:
      return Texts{std::string(words[random() % words.size()].name)};
    case FieldType::refs:
      break;
  }
  Refs refs;
  for (auto left = 1 + random() % 4; left > 0; --left) refs.push_back(anyTarget(random, field, perKind));
  return refs;
}

/// An element of a kind: all its required fields and some of the others.
inline Element randomElement(Random& random, const Kind& kind, ElementId id, std::uint64_t perKind = 5) {
  Element element(kind.id, id);
  for (const Field& field : kind.fields)
    if (field.presence == Presence::required || oneIn(random, 4))
      element.set(field.number, randomValue(random, field, perKind));
  return element;
}

/// A plan with up to `perKind` elements of every kind that refer to each other at random; some references dangle.
inline Plan randomPlan(Random& random, std::uint64_t perKind = 5) {
  Plan plan;
  for (const Kind& kind : kinds()) {
    if (kind.id == KindId::plan) continue;
    for (std::uint64_t number = 0; number < perKind; ++number)
      if (!oneIn(random, 4)) plan = plan.with(randomElement(random, kind, idOf(kind, number), perKind));
  }
  return plan;
}

inline std::vector<ElementId> idsOf(const Plan& plan) {
  std::vector<ElementId> ids;
  for (const Kind& kind : kinds())
    if (kind.id != KindId::plan)
      for (const ElementPtr& element : plan.all(kind.id)) ids.push_back(element->id());
  return ids;
}

}  // namespace trackloom::testing
