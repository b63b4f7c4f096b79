#pragma once

#include "desktop/presenters/picture.h"
#include "desktop/presenters/speech.h"
#include "scene/timeline.h"

#include <optional>
#include <string>

namespace trackloom::desktop {

/// What a press of the mouse takes hold of.
enum class Grip : std::uint8_t { nothing, body, start, finish, link };

/// The timeline to work on: what a click, a drag or a key means in it. Places are in points of the drawing.
class BoardPresenter {
 public:
  /// Draws the open plan anew, `width` points wide.
  void draw(const OpenPlan& open, const Speech& speech, double width);

  /// Would it look otherwise with what the checks have said since? Of all findings it shows stalled spans only.
  bool showsFindingsOf(const OpenPlan& open) const;

  const Picture& picture() const { return picture_; }
  /// Where days and lanes lie; the shapes are those of the picture.
  const scene::Board& board() const { return board_; }
  /// What is said of a shape; of entries and lines it is worked out when it is asked for.
  scene::Said saidOf(const OpenPlan& open, const Speech& speech, const scene::Shape& shape) const;

  /// The handle from which links are drawn: a small circle after the end of a chosen element.
  std::optional<scene::Point> linkHandle(const ElementId& id) const;
  /// What a press takes hold of; only what is chosen already can be resized and linked from.
  Grip gripAt(scene::Point at, const ElementId& chosen) const;

  /// A new activity where somebody pointed: on the lane's track, from that day on, for a few days.
  Edit created(const OpenPlan& open, const Speech& speech, scene::Point at, const ElementId& newId) const;
  /// Elements dragged from one place to another: by whole days, and to the track of the lane they are dropped on.
  Edit moved(const OpenPlan& open, std::span<const ElementId> ids, scene::Point from, scene::Point to) const;
  /// The planned start or finish of an activity dragged to a day.
  Edit resized(const OpenPlan& open, const ElementId& id, Grip grip, scene::Point to) const;
  /// What a drag would do, in words, while it lasts.
  std::string told(const Speech& speech, Grip grip, scene::Point from, scene::Point to) const;

 private:
  std::int64_t daysBetween(scene::Point from, scene::Point to) const;

  Picture picture_;
  scene::Board board_;
  std::vector<std::string> stalls_;  ///< what was said of stalled spans when it was drawn
};

/// The options of drawings on the screen: for the core team, with findings, in the user's language.
scene::DrawingOptions screenOptions(const OpenPlan& open, const Speech& speech);

}  // namespace trackloom::desktop
