#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// The actor map step by step: what it shows (content), where that sits (placing), what it looks like (lines).
namespace trackloom::scene::actor_map {

/// The published lines, and further ones in the order of the vocabulary of relations.
enum class LineType : std::uint8_t {
  close,
  alliance,
  informal,
  influence,
  conflict,
  broken,
  shadow,
  tension,
  contact,
  mediation,
  support,
  authority,
  kinship,
  economic,
  stake,
  unsaid  ///< a relation whose type is not recorded
};

enum class Layer : std::uint8_t { primary, secondary, shadow, thirdParty, unsaid };

struct Node {
  const checks::Item* item = nullptr;  ///< an actor, or an issue that a relation names
  bool isActor = true;
  bool us = false;
  Layer layer = Layer::unsaid;
  std::optional<std::int64_t> influence{};  ///< 1 to 5
  std::optional<Point> saved{};             ///< where the viewpoint has placed it
};

struct Line {
  const checks::Item* relation = nullptr;
  std::size_t from = 0;
  std::size_t to = 0;
  LineType type = LineType::unsaid;
  std::size_t place = 0;  ///< among the lines between the same two, from 0
  std::size_t of = 1;     ///< how many these are
};

struct Content {
  const checks::Item* viewpoint = nullptr;
  std::vector<Node> nodes;  ///< actors, then issues, by id
  std::vector<Line> lines;  ///< by id
  bool hasInfluence = false;
};

/// What the readers of a view may see, as of the study's day.
Content contentOf(const checks::Study& study, const DrawingOptions& options);

}  // namespace trackloom::scene::actor_map
