#include "scene/swimlane/drawing.h"

#include <algorithm>

namespace trackloom::scene::swimlane {
namespace {

constexpr double corner = 2.5;

/// Draws one item; its first shape carries its title.
class ItemDrawing {
 public:
  ItemDrawing(Canvas& canvas, std::size_t index)
      : canvas_(canvas),
        item_(canvas.content.items[index]),
        place_(canvas.layout.places[index]),
        hue_(canvas.content.lanes[item_.lane].hue) {}

  void draw() {
    switch (item_.kind) {
      case ItemKind::activity:
        item_.isMoment() ? milestone() : bar();
        break;
      case ItemKind::agreement:
        agreement();
        break;
      case ItemKind::event:
        event();
        break;
      case ItemKind::deadline:
        deadline();
        break;
      case ItemKind::port:
        port();
        break;
    }
    alsoOn();
    sign();
    label();
  }

 private:
  Shape& add(std::variant<Rect, Path, Label> form, std::string_view role, Style style) {
    Shape& shape = canvas_.add(std::move(form), role, style);
    shape.element = item_.element;
    if (!titled_) {
      shape.title = item_.title;
      shape.description = item_.description;
      titled_ = true;
    }
    return shape;
  }
  /// What is only suggested looks like nothing else, whatever it is.
  void use(LegendEntry key) { canvas_.used.insert(item_.suggested ? LegendEntry::suggested : key); }

  std::variant<Rect, Path, Label> barForm(const Box& box, Span span, double radius) const {
    const Cut cut = cutOf(span, canvas_.layout.scale.period());
    if (cut.any()) return tornBar(box, cut);
    return Rect{box, radius};
  }

  void bar() {
    if (item_.leftOut) {
      use(LegendEntry::leftOut);
      add(barForm(place_.main, item_.main(), corner), "bar left-out", {Colour::paper, Colour::muted, 0.8});
      const double y = place_.main.middle().y;
      add(Path().move({place_.main.left, y}).line({place_.main.right, y}), "bar left-out", {{}, Colour::muted, 0.8});
      return;
    }
    if (place_.planned) {
      use(LegendEntry::planned);
      add(barForm(*place_.planned, *item_.planned, 1), "bar planned", {Colour::paper, hue_.edge, 0.7});
    }
    if (!place_.actual && !place_.forecast) {
      use(LegendEntry::planned);
      add(barForm(place_.main, item_.main(), corner), "bar planned", {Colour::paper, hue_.edge, 0.9});
    }
    if (place_.forecast) forecast(*place_.forecast);
    if (place_.actual) {
      use(LegendEntry::actual);
      add(barForm(*place_.actual, *item_.actual, corner), "bar actual", {hue_.strong, hue_.edge, 0.8});
    }
  }

  void forecast(const Box& box) {
    if (!item_.openEnded) {
      use(LegendEntry::forecast);
      add(barForm(box, *item_.forecast, corner), "bar forecast", {hue_.tint, hue_.edge, 0.9, Dash::dashed});
      return;
    }
    use(LegendEntry::openEnded);
    add(Rect{box, 0}, "bar open", {hue_.tint, {}, 0});
    add(Path()
            .move({box.right, box.top})
            .line({box.left, box.top})
            .line({box.left, box.bottom})
            .line({box.right, box.bottom}),
        "bar open", {{}, hue_.edge, 0.9, Dash::dashed});
  }

  void milestone() {
    use(LegendEntry::milestone);
    if (place_.planned)
      add(diamond(place_.planned->middle(), place_.planned->width() / 2), "milestone planned",
          {Colour::paper, hue_.edge, 0.7});
    const Style style = item_.leftOut    ? Style{Colour::paper, Colour::muted, 0.9}
                        : item_.actual   ? Style{hue_.strong, hue_.edge, 0.9}
                        : item_.forecast ? Style{hue_.tint, hue_.edge, 0.9, Dash::dashed}
                                         : Style{Colour::paper, hue_.edge, 0.9};
    add(diamond(place_.main.middle(), place_.main.width() / 2), "milestone", style);
  }

  void agreement() {
    use(LegendEntry::agreement);
    const Point middle = place_.main.middle();
    const double radius = place_.main.width() / 2;
    if (place_.planned)
      add(diamond(place_.planned->middle(), place_.planned->width() / 2), "agreement planned",
          {Colour::paper, hue_.edge, 0.7});
    add(diamond(middle, radius), "agreement", {Colour::paper, hue_.edge, 1.1});
    add(diamond(middle, radius * 0.55), "agreement",
        {item_.actual ? hue_.strong : Paint(Colour::paper), hue_.edge, 0.6});
  }

  void event() {
    use(LegendEntry::event);
    add(Rect{place_.main, place_.main.width() / 2}, "event", {Colour::event, Colour::paper, 0.8});
  }

  void deadline() {
    use(LegendEntry::deadline);
    const char* role = item_.outcome == Outcome::met      ? "deadline met"
                       : item_.outcome == Outcome::missed ? "deadline missed"
                       : item_.outcome == Outcome::open   ? "deadline open"
                                                          : "deadline unclear";
    const Colour colour = item_.outcome == Outcome::met      ? Colour::met
                          : item_.outcome == Outcome::missed ? Colour::missed
                          : item_.outcome == Outcome::open   ? Colour::open
                                                             : Colour::muted;
    const Paint fill = item_.outcome == Outcome::open ? Colour::paper : colour;
    add(flag({place_.main.left + 0.5, place_.main.bottom}, place_.main.height()), role, {fill, colour, 1});
  }

  void port() {
    use(LegendEntry::port);
    add(Rect{place_.main, 1.2}, "port", {Colour::paper, Colour::event, 0.9});
  }

  void alsoOn() {
    if (item_.alsoOn.empty() || item_.isMoment()) return;
    use(LegendEntry::alsoOn);
    double y = place_.main.top;
    const double size = std::min(4.0, (place_.main.height() - 1) / 3);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, item_.alsoOn.size()); ++i, y += size + 0.5)
      add(Rect{{place_.main.right + 1.5, y, place_.main.right + 1.5 + size, y + size}}, "also-on",
          {canvas_.content.lanes[item_.alsoOn[i]].hue.edge, {}, 0});
  }

  Paint ink() const {
    if (place_.side != Side::inside) return Colour::ink;
    return place_.onActual ? hue_.onStrong : Paint(Colour::ink);
  }

  void sign() {
    if (!place_.signX) return;
    Sign shown = item_.sign;
    Paint paint = place_.side == Side::inside && place_.onActual ? hue_.onStrong : Paint(Colour::muted);
    if (item_.outcome == Outcome::met) shown = Sign::completed, paint = Colour::met, use(LegendEntry::met);
    if (item_.outcome == Outcome::missed) shown = Sign::ended, paint = Colour::missed, use(LegendEntry::missed);
    if (item_.sign != Sign::none)
      use(static_cast<LegendEntry>(static_cast<int>(LegendEntry::invited) + static_cast<int>(item_.sign) - 1));
    for (Shape& shape : signShapes(shown, {*place_.signX, place_.main.middle().y}, canvas_.layout.measures.sign, paint))
      add(std::move(shape.form), "sign", shape.style);
  }

  void label() {
    if (place_.side == Side::none || place_.label.empty()) return;
    const Font font = canvas_.layout.measures.font;
    Shape& shape =
        canvas_.addText({place_.labelX, place_.main.middle().y + font.size * 0.34}, place_.label, font, ink());
    shape.element = item_.element;
    auto& text = std::get<Label>(shape.form);
    if (place_.side == Side::left) text.anchor = Anchor::end;
    if (place_.side != Side::inside) text.halo = Halo::paper;
  }

  Canvas& canvas_;
  const Item& item_;
  const Place& place_;
  const Hue& hue_;
  bool titled_ = false;
};

}  // namespace

void drawItems(Canvas& canvas) {
  for (std::size_t i = 0; i < canvas.content.items.size(); ++i)
    if (canvas.layout.places[i].shown) ItemDrawing(canvas, i).draw();
}

}  // namespace trackloom::scene::swimlane
