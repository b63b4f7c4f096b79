#include "scene/drawings.h"

#include "scene/actor_map.h"
#include "scene/funding.h"
#include "scene/link_map.h"
#include "scene/matrices.h"
#include "scene/results_chain.h"
#include "scene/stage_ladder.h"
#include "scene/timeline.h"

namespace trackloom::scene {

std::span<const Drawing> drawings() {
  static constexpr Drawing all[] = {
      {"timeline", tr("Timeline"),
       tr("A lane for each track: what is planned, what has happened, and what is handed over between them."),
       timeline},
      {"actor-map", tr("Actor map"), tr("Actors and what joins them, in the lines of conflict mapping."), actorMap},
      {"link-map", tr("Link map"), tr("What waits for what, and what is handed over between the tracks."), linkMap},
      {"track-issue", tr("Issues by tracks"), tr("Which issue is dealt with on which track, and where there is a gap."),
       trackIssueMatrix},
      {"seats", tr("Seats"), tr("Seats by body and group: held, aimed at, not counted."), seatMatrix},
      {"commitments", tr("Commitments"), tr("Commitments by theme and by how far they are carried out."),
       commitmentMatrix},
      {"stage-ladder", tr("Stage ladder"), tr("Agreements over time by their stage in the PA-X database."),
       stageLadder},
      {"funding", tr("Funding"), tr("Need against what is committed, month by month."), fundingChart},
      {"results-chain", tr("Results chain"), tr("From the ambition to the activities that serve it."), resultsChain},
  };
  return all;
}

const Drawing* findDrawing(std::string_view id) {
  for (const Drawing& drawing : drawings())
    if (drawing.id == id) return &drawing;
  return nullptr;
}

}  // namespace trackloom::scene
