#include "scene/drawings.h"

#include "scene/actor_map.h"
#include "scene/funding.h"
#include "scene/link_map.h"
#include "scene/matrices.h"
#include "scene/results_chain.h"
#include "scene/stage_ladder.h"
#include "scene/timeline.h"

#include <algorithm>

namespace trackloom::scene {

std::span<const Drawing> drawings() {
  static constexpr Drawing all[] = {
      {"timeline", tr("Timeline"),
       tr("A lane for each track: what is planned, what has happened, and what is handed over between them."), timeline,
       timelinePages},
      {"actor-map", tr("Actor map"), tr("Actors and what joins them, in the lines of conflict mapping."), actorMap},
      {"link-map", tr("Link map"), tr("What waits for what, and what is handed over between the tracks."), linkMap},
      {"track-issue", tr("Issues by tracks"), tr("Which issue is dealt with on which track, and where there is a gap."),
       trackIssueMatrix},
      {"participation", tr("Taking part"), tr("Who takes part where, as what, and with what say."),
       participationMatrix},
      {"third-parties", tr("Third parties"), tr("Who mediates, hosts, guarantees, pays or watches, and how often."),
       thirdPartyMatrix},
      {"human-security", tr("Human security by tracks"),
       tr("Which dimension of human security is worked on, on which track, and where there is a gap."),
       humanSecurityMatrix},
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

namespace {

double scaleOn(const Scene& scene, double width, double height) {
  return std::min(width / std::max(scene.width, 1.0), height / std::max(scene.height, 1.0));
}

}  // namespace

LaidOut laidOut(const Drawing& drawing, const checks::Study& study, DrawingOptions options, SheetRoom room) {
  options.width = room.shortSide * roomierThanPaper;
  Scene upright = drawing.draw(study, options);
  options.width = room.longSide * roomierThanPaper;
  Scene across = drawing.draw(study, options);
  if (scaleOn(upright, room.shortSide, room.longSide) > scaleOn(across, room.longSide, room.shortSide))
    return {std::move(upright), LaidOut::Orientation::upright};
  return {std::move(across), LaidOut::Orientation::across};
}

std::vector<Scene> onSheets(const Drawing& drawing, const checks::Study& study, const DrawingOptions& options,
                            SheetRoom room) {
  constexpr double legible = 0.65;
  LaidOut one = laidOut(drawing, study, options, room);
  const double scale =
      std::max(scaleOn(one.scene, room.shortSide, room.longSide), scaleOn(one.scene, room.longSide, room.shortSide));
  if (drawing.drawPages && scale < legible)
    if (auto pages = drawing.drawPages(study, options, room); !pages.empty()) return pages;
  std::vector<Scene> scenes;
  scenes.push_back(std::move(one.scene));
  return scenes;
}

}  // namespace trackloom::scene
