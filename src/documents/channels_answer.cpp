#include "documents/answers.h"

namespace trackloom::documents {
namespace {

Message summary(const checks::Item& from, const checks::Item& to, const checks::Channels& channels) {
  const char* pattern = channels.paths.empty()       ? tr("No channel leads from “{from}” to “{to}”.")
                        : channels.paths.size() == 1 ? tr("One channel leads from “{from}” to “{to}”.")
                                                     : tr("{count} independent channels lead from “{from}” to “{to}”.");
  return {pattern, {{"count", std::ssize(channels.paths)}, {"from", from.id()}, {"to", to.id()}}};
}

Message cutMessage(const checks::Channels& channels) {
  std::vector<ElementId> cut;
  for (const checks::Item* item : channels.cut) cut.push_back(item->id());
  if (cut.empty()) return {tr("Nothing stands in between, so nothing in between cuts it."), {}};
  return {channels.direct ? tr("Without {cut} only what passes directly is left.") : tr("Without {cut} none is left."),
          {{"cut", cut}}};
}

}  // namespace

Answer channelsAnswer(const checks::Item& from, const checks::Item& to, const checks::Channels& channels) {
  Answer answer{{summary(from, to, channels)}, {}, {}};
  if (channels.paths.empty()) {
    answer.notes.push_back(
        {tr("No hand-overs between them are in the plan, in that direction; it does not say that nothing passes."),
         {}});
    return answer;
  }
  AnswerPart part;
  part.columns = {{tr("Channel")}};
  for (const auto& path : channels.paths) {
    AnswerCell way;
    for (const checks::Item* item : path) way.elements.push_back(item->id());
    // What is passed on the way, not where it begins, is what somebody wants to look at.
    part.rows.push_back({way.elements.size() > 2 ? way.elements[1] : ElementId(), {std::move(way)}});
  }
  answer.parts.push_back(std::move(part));
  answer.notes.push_back(cutMessage(channels));
  return answer;
}

}  // namespace trackloom::documents
