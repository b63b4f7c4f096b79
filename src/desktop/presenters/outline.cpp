#include "desktop/presenters/outline.h"

#include "documents/reading_order.h"
#include "language/folding.h"
#include "plan/suggestions.h"
#include "scene/track_order.h"

#include <algorithm>
#include <map>
#include <utility>

namespace trackloom::desktop {
namespace {

class Outline {
 public:
  Outline(const OpenPlan& open, const Speech& speech, const std::string& filter)
      : open_(open),
        speech_(speech),
        filter_(filter),
        reader_{open.study(), Classification::core, {}, speech.language()},
        placed_(open.study().places(), false),
        groupOf_(open.study().places(), 0) {}

  std::vector<OutlineNode> byTrack() {
    for (const checks::Item* track : tracksInOrder()) {
      OutlineNode& group = addGroup(*track);
      for (const KindId kind : {KindId::activity, KindId::body, KindId::agreement, KindId::event})
        for (const checks::Item* item : inOrder(kind)) {
          const auto tracks = open_.study().tracks(*item);
          if (std::find(tracks.begin(), tracks.end(), track) != tracks.end()) add(group, *item);
        }
      finish(group);
    }
    addRest({KindId::activity, KindId::body, KindId::agreement}, tr("Without a track"));
    return std::move(nodes_);
  }

  std::vector<OutlineNode> byActor() {
    const auto& study = open_.study();
    for (const checks::Item* actor : inOrder(KindId::actor)) {
      OutlineNode& group = addGroup(*actor);
      for (const checks::Item* activity : inOrder(KindId::activity))
        if (activity->ref(key::lead) == actor->id() || names(activity->refs(key::partners), actor->id()))
          add(group, *activity);
      for (const checks::Item& part : study.all(KindId::participation))
        if (part.ref(key::linkWho) == actor->id())
          if (const checks::Item* in = study.target(part, key::linkIn)) add(group, *in);
      finish(group);
    }
    addRest({KindId::activity}, tr("With nobody"));
    return std::move(nodes_);
  }

  std::vector<OutlineNode> byIssue() {
    for (const checks::Item* issue : inOrder(KindId::issue)) {
      OutlineNode& group = addGroup(*issue);
      for (const KindId kind : {KindId::activity, KindId::proposal, KindId::option})
        for (const checks::Item* item : inOrder(kind))
          if (names(item->refs(key::issues), issue->id()) || item->ref(key::issue) == issue->id()) add(group, *item);
      finish(group);
    }
    addRest({KindId::activity}, tr("On no issue"));
    return std::move(nodes_);
  }

 private:
  static bool names(std::span<const ElementId> ids, const ElementId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  std::vector<const checks::Item*> tracksInOrder() const { return scene::tracksInOrder(open_.study(), {}); }

  const std::vector<const checks::Item*>& inOrder(KindId kind) {
    auto [found, isNew] = inOrder_.try_emplace(kind);
    if (isNew) found->second = documents::inReadingOrder(reader_, kind);
    return found->second;
  }

  OutlineNode& addGroup(const checks::Item& item) {
    nodes_.push_back({item.id(), speech_.name(open_, item.id()), {}, isSuggested(item.element()), {}});
    ++group_;
    return nodes_.back();
  }

  void add(OutlineNode& group, const checks::Item& item) {
    placed_[item.place()] = true;
    if (std::exchange(groupOf_[item.place()], group_) == group_) return;
    OutlineNode node{
        item.id(), speech_.name(open_, item.id()), speech_.state(open_, item.id()), isSuggested(item.element()), {}};
    if (filter_.empty() || language::matches(filter_, node.text + ' ' + node.note) ||
        language::matches(filter_, group.text))
      group.children.push_back(std::move(node));
  }

  void finish(OutlineNode& group) {
    if (group.children.empty() && !language::matches(filter_, group.text)) {
      nodes_.pop_back();
      return;
    }
    group.note = speech_.language().digits(std::to_string(group.children.size()));
    if (group.suggested) group.note += ", " + speech_.word(tr("suggested"));
  }

  void addRest(std::initializer_list<KindId> kinds, const char* name) {
    nodes_.push_back({{}, speech_.word(name), {}, false, {}});
    ++group_;
    OutlineNode& group = nodes_.back();
    for (const KindId kind : kinds)
      for (const checks::Item* item : inOrder(kind))
        if (!placed_[item->place()]) add(group, *item);
    if (group.children.empty())
      nodes_.pop_back();
    else
      finish(group);
  }

  const OpenPlan& open_;
  const Speech& speech_;
  const std::string& filter_;
  documents::Material reader_;
  std::map<KindId, std::vector<const checks::Item*>> inOrder_;
  std::vector<OutlineNode> nodes_;
  std::vector<bool> placed_;          // by place of the item
  std::vector<std::size_t> groupOf_;  // the last group it was put in, by place
  std::size_t group_ = 0;             // counted from 1
};

}  // namespace

std::vector<OutlineNode> outline(const OpenPlan& open, const Speech& speech, OutlineOrder order,
                                 const std::string& filter) {
  Outline made(open, speech, filter);
  switch (order) {
    case OutlineOrder::byTrack:
      return made.byTrack();
    case OutlineOrder::byActor:
      return made.byActor();
    case OutlineOrder::byIssue:
      return made.byIssue();
  }
  return {};
}

}  // namespace trackloom::desktop
