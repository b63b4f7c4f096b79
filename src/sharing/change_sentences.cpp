#include "sharing/change_sentences.h"

#include "plan/mentions.h"
#include "scene/track_order.h"
#include "sharing/element_sentences.h"

#include <algorithm>

namespace trackloom::sharing {
namespace {

/// The track on which something is told: its own first one, of a link that of what it leads to, of other things that
/// of the first that stands on one.
ElementId trackOf(const documents::Material& material, const Element& element) {
  const auto firstTrack = [&](const ElementId& id) {
    const checks::Item* item = material.study.find(id);
    const auto tracks = item ? material.study.tracks(*item) : std::span<const checks::Item* const>();
    return tracks.empty() ? ElementId() : tracks.front()->id();
  };
  if (const ElementId own = firstTrack(element.id()); !own.empty()) return own;
  Refs ends = neededBy(element);
  std::ranges::reverse(ends);
  for (const Element::Slot& slot : element.slots())
    if (element.definition().fields[slot.position].presence != Presence::required)
      for (const ElementId& id : mentionsIn(slot.value)) ends.push_back(id);
  for (const ElementId& id : ends)
    if (const ElementId track = firstTrack(id); !track.empty()) return track;
  return {};
}

/// The tracks of both versions: those of the later one in their order, then those that went.
std::vector<ChangeGroup> emptyGroups(const Versions& versions) {
  std::vector<ChangeGroup> groups;
  for (const checks::Item* track : scene::tracksInOrder(versions.after.study, {})) groups.push_back({track->id(), {}});
  for (const ElementPtr& track : versions.before.plan().all(KindId::track))
    if (std::ranges::find(groups, track->id(), &ChangeGroup::track) == groups.end())
      groups.push_back({track->id(), {}});
  groups.push_back({});
  return groups;
}

}  // namespace

std::vector<ChangeGroup> changeSentences(const documents::Material& before, const documents::Material& after,
                                         std::span<const Change> changes) {
  const Versions versions{before, after};
  std::vector<ChangeGroup> groups = emptyGroups(versions);
  for (const Change& change : changes) {
    const ElementId& id = change.any().id();
    const ElementId track = trackOf(change.after ? after : before, change.any());
    std::vector<ChangeSentence>& sentences = std::ranges::find(groups, track, &ChangeGroup::track)->sentences;
    if (!change.before || !change.after) {
      sentences.push_back({id, cameOrWent(versions, change)});
      continue;
    }
    for (Message& sentence : fieldSentences(versions, change)) sentences.push_back({id, std::move(sentence)});
  }
  std::erase_if(groups, [](const ChangeGroup& group) { return group.sentences.empty(); });
  return groups;
}

}  // namespace trackloom::sharing
