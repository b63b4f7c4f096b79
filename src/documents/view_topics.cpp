#include "documents/view_topics.h"

#include <functional>

namespace trackloom::documents {
namespace {

using checks::Item;
using checks::Study;
using TopicsById = std::map<ElementId, Topics>;
using Visit = std::function<void(const Item& item, const Item& named)>;

/// Every reference from one element to another, elements by kind and id.
void forReferences(const Study& study, const Visit& visit) {
  for (const Kind& kind : kinds()) {
    if (kind.id == KindId::plan) continue;
    for (const Item& item : study.all(kind.id))
      for (const Element::Slot& slot : item.element().slots()) {
        if (!std::holds_alternative<Ref>(slot.value) && !std::holds_alternative<Refs>(slot.value)) continue;
        for (const Item* named : study.named(item, slot.number))
          if (named) visit(item, *named);
      }
  }
}

void take(Topics& topics, const Topics& others) {
  topics.tracks.insert(others.tracks.begin(), others.tracks.end());
  topics.issues.insert(others.issues.begin(), others.issues.end());
}

TopicsById namedTopics(const Study& study) {
  TopicsById topics;
  for (const Kind& kind : kinds())
    for (const Item& item : study.all(kind.id)) {
      Topics& own = topics[item.id()];
      for (const Item* track : study.tracks(item)) own.tracks.insert(track->id());
      if (kind.id == KindId::track) own.tracks.insert(item.id());
      if (kind.id == KindId::issue) own.issues.insert(item.id());
    }
  forReferences(study, [&](const Item& item, const Item& named) {
    if (named.kind() == KindId::track) topics[item.id()].tracks.insert(named.id());
    if (named.kind() == KindId::issue) topics[item.id()].issues.insert(named.id());
  });
  return topics;
}

/// What actors, groups and bodies are part of does not make them part of each other's tracks.
constexpr KindSet gathering{KindId::actor, KindId::group,     KindId::body,   KindId::objective, KindId::phase,
                            KindId::issue, KindId::indicator, KindId::strand, KindId::track};

/// Gives elements without tracks, or without issues, those of another element.
class Passing {
 public:
  explicit Passing(TopicsById& topics) : topics_(topics), before_(topics) {}

  void pass(const ElementId& from, const ElementId& to) {
    const Topics& own = before_.at(to);
    const Topics& others = before_.at(from);
    if (own.tracks.empty()) take(topics_.at(to), {others.tracks, {}});
    if (own.issues.empty()) take(topics_.at(to), {{}, others.issues});
  }

 private:
  TopicsById& topics_;
  const TopicsById before_;
};

}  // namespace

std::map<ElementId, Topics> topicsOf(const Study& study) {
  TopicsById topics = namedTopics(study);
  const auto fromNamed = [&](bool (*fits)(const Item&)) {
    Passing passing(topics);
    forReferences(study, [&](const Item& item, const Item& named) {
      if (!gathering.has(item.kind()) && fits(named)) passing.pass(named.id(), item.id());
    });
  };
  fromNamed([](const Item& named) { return !gathering.has(named.kind()); });
  {
    Passing passing(topics);
    forReferences(study, [&](const Item& item, const Item& named) {
      if (!gathering.has(item.kind()) && gathering.has(named.kind())) passing.pass(item.id(), named.id());
    });
  }
  fromNamed([](const Item&) { return true; });
  return topics;
}

Topics topicsOf(const std::map<ElementId, Topics>& all, std::span<const ElementId> ids) {
  Topics together;
  for (const ElementId& id : ids)
    if (const auto found = all.find(id); found != all.end()) take(together, found->second);
  return together;
}

}  // namespace trackloom::documents
