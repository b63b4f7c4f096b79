#include "documents/reading_order.h"

#include "documents/wording.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <tuple>

namespace trackloom::documents {
namespace {

using checks::Item;

struct Dating {
  KindId kind;
  FieldNumber field;
};

/// What dates an element, the first that it has.
constexpr auto dating = std::to_array<Dating>({{KindId::activity, "start"},
                                               {KindId::activity, "planned-start"},
                                               {KindId::phase, "start"},
                                               {KindId::phase, "planned-start"},
                                               {KindId::event, "date"},
                                               {KindId::agreement, "date"},
                                               {KindId::proposal, "date"},
                                               {KindId::transfer, "delivered"},
                                               {KindId::transfer, "planned"},
                                               {KindId::followUp, "due"},
                                               {KindId::review, "date"},
                                               {KindId::reading, "date"},
                                               {KindId::comment, "date"}});

constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();

/// What comes first of items without a number: what happened earlier; of tracks the higher level.
std::int64_t rankOf(const Item& item) {
  if (item.kind() == KindId::track) {
    const Choice* level = item.get(key::level);
    return level ? level->term : last;
  }
  for (const auto& [kind, field] : dating) {
    if (kind != item.kind()) continue;
    const Value* value = item.element().find(field);
    if (const Date* date = value ? std::get_if<Date>(value) : nullptr) return date->first().number;
  }
  return last;
}

std::int64_t orderOf(const Item& item) {
  const Integer* order = item.get(key::order);
  return order ? *order : last;
}

}  // namespace

std::vector<const Item*> inReadingOrder(const Material& material, std::vector<const Item*> items) {
  using Place = std::tuple<std::int64_t, std::int64_t, std::string, const Item*>;
  std::vector<Place> places;
  places.reserve(items.size());
  for (const Item* item : items) {
    const std::int64_t rank = rankOf(*item);
    const bool byName = rank == last || item->kind() == KindId::track;  // names of thousands take longest
    places.emplace_back(orderOf(*item), rank,
                        byName ? material.language.sortKey(nameOf(material, item->id())) : std::string(), item);
  }
  std::ranges::stable_sort(places, [](const Place& a, const Place& b) {
    return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)) <
           std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b));
  });
  std::ranges::transform(places, items.begin(), [](const Place& place) { return std::get<3>(place); });
  return items;
}

std::vector<const Item*> inReadingOrder(const Material& material, KindId kind) {
  std::vector<const Item*> items;
  for (const Item& item : material.study.all(kind)) items.push_back(&item);
  return inReadingOrder(material, std::move(items));
}

}  // namespace trackloom::documents
