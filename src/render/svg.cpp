#include "render/svg.h"

#include "render/appearance.h"
#include "render/xml_text.h"
#include "scene/text_measure.h"

#include <algorithm>
#include <unordered_map>

namespace trackloom::render {
namespace {

using namespace scene;

std::string languageText(std::string_view language) {
  const bool plain =
      !language.empty() && language.size() <= 35 && std::all_of(language.begin(), language.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      });
  return plain ? std::string(language) : std::string("und");
}

std::string dashArray(Dash dash) {
  std::string text;
  for (const double length : dashLengths(dash)) {
    if (!text.empty()) text += ' ';
    appendNumber(text, length);
  }
  return text;
}

class SvgWriter {
 public:
  SvgWriter(const Scene& scene, const SvgOptions& options)
      : scene_(scene), options_(options), prefix_(idText(options.idPrefix)) {}

  std::string write() {
    constexpr std::size_t usual = 420;  // bytes a shape
    out_.reserve(usual * (scene_.shapes.size() + 4));
    begin();
    for (std::size_t i = 0; i < scene_.shapes.size();) i = group(i);
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  void attribute(std::string_view name, double value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    appendNumber(out_, value);
    out_ += '"';
  }
  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += xmlText(value);
    out_ += '"';
  }
  void point(Point at) {
    appendNumber(out_, at.x);
    out_ += ' ';
    appendNumber(out_, at.y);
  }
  void element(std::string_view name, std::string_view text) {
    out_ += '<';
    out_ += name;
    out_ += '>';
    out_ += xmlText(text);
    out_ += "</";
    out_ += name;
    out_ += '>';
  }

  void begin() {
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
    attribute("width", number(scene_.width) + "pt");
    attribute("height", number(scene_.height) + "pt");
    attribute("viewBox", "0 0 " + number(scene_.width) + " " + number(scene_.height));
    attribute("role", "img");
    attribute("xml:lang", languageText(scene_.language));
    if (scene_.direction == Direction::rightToLeft) attribute("direction", "rtl");
    attribute("aria-labelledby", prefix_ + "_title " + prefix_ + "_desc");
    attribute("font-family", cssFontFamilies);
    out_ += ">\n<title";
    attribute("id", prefix_ + "_title");
    out_ += '>' + xmlText(scene_.title) + "</title>\n<desc";
    attribute("id", prefix_ + "_desc");
    out_ += '>' + xmlText(scene_.description) + "</desc>\n<rect";
    attribute("width", scene_.width);
    attribute("height", scene_.height);
    attribute("fill", hexText(options_.palette.of(Colour::paper)));
    out_ += "/>\n";
  }

  static std::string number(double value) {
    std::string text;
    appendNumber(text, value);
    return text;
  }

  /// Writes the shapes of one element that follow each other; gives the number of the next shape.
  std::size_t group(std::size_t first) {
    const Shape& head = scene_.shapes[first];
    if (head.element.empty() && head.title.empty()) {
      shape(head);
      return first + 1;
    }
    std::size_t end = first + 1;
    while (end < scene_.shapes.size() && scene_.shapes[end].element == head.element &&
           (scene_.shapes[end].title.empty() || scene_.shapes[end].title == head.title) && !head.element.empty())
      ++end;
    out_ += "<g";
    if (!head.element.empty()) {
      std::string id = prefix_ + "-" + idText(head.element.text());
      const int place = ++groups_[id];
      if (place > 1) id += "_" + std::to_string(place);
      attribute("id", id);
    }
    out_ += '>';
    if (!head.title.empty()) element("title", head.title);
    if (!head.description.empty()) element("desc", head.description);
    out_ += '\n';
    for (std::size_t i = first; i < end; ++i) shape(scene_.shapes[i]);
    out_ += "</g>\n";
    return end;
  }

  void shape(const Shape& shape) {
    if (const auto* rect = std::get_if<Rect>(&shape.form)) {
      draw(*rect, shape);
    } else if (const auto* path = std::get_if<Path>(&shape.form)) {
      draw(*path, shape);
    } else {
      draw(std::get<Label>(shape.form), shape);
    }
  }

  void paint(const Shape& shape) {
    const Style& style = shape.style;
    if (!shape.role.empty()) attribute("class", shape.role);
    attribute("fill", style.fill.visible() ? hexText(options_.palette.of(style.fill)) : "none");
    if (!style.stroke.visible() || style.strokeWidth <= 0) return;
    attribute("stroke", hexText(options_.palette.of(style.stroke)));
    attribute("stroke-width", style.strokeWidth);
    if (style.dash != Dash::solid) attribute("stroke-dasharray", dashArray(style.dash));
    if (style.dash == Dash::dotted) attribute("stroke-linecap", "round");
  }

  void draw(const Rect& rect, const Shape& shape) {
    out_ += "<rect";
    attribute("x", rect.box.left);
    attribute("y", rect.box.top);
    attribute("width", rect.box.width());
    attribute("height", rect.box.height());
    if (rect.radius > 0) attribute("rx", rect.radius);
    paint(shape);
    out_ += "/>\n";
  }

  void draw(const Path& path, const Shape& shape) {
    out_ += "<path d=\"";
    const char* gap = "";
    for (const Step& step : path.steps) {
      out_ += gap;
      gap = " ";
      out_ += step.kind == Step::Kind::move ? 'M' : step.kind == Step::Kind::line ? 'L' : 'C';
      if (step.kind == Step::Kind::curve) {
        point(step.control1);
        out_ += ' ';
        point(step.control2);
        out_ += ' ';
      }
      point(step.to);
    }
    if (path.closing == Closing::closed) out_ += " Z";
    out_ += '"';
    paint(shape);
    if (path.closing == Closing::open && !shape.style.fill.visible()) attribute("stroke-linejoin", "round");
    out_ += "/>\n";
    arrowHead(path, shape);
  }

  void arrowHead(const Path& path, const Shape& shape) {
    const std::vector<Point> head = headOf(path);
    if (head.empty()) return;
    out_ += "<path d=\"M";
    for (std::size_t i = 0; i < head.size(); ++i) {
      if (i > 0) out_ += " L";
      point(head[i]);
    }
    out_ += " Z\"";
    const std::string colour = hexText(options_.palette.of(shape.style.stroke));
    attribute("class", "head");
    attribute("fill", path.head == Head::filled ? colour : hexText(options_.palette.of(Colour::paper)));
    attribute("stroke", colour);
    attribute("stroke-width", 0.9);
    out_ += "/>\n";
  }

  void draw(const Label& label, const Shape& shape) {
    const bool rightToLeft = label.direction == Direction::rightToLeft;
    out_ += "<text";
    attribute("x", label.at.x);
    attribute("y", label.at.y);
    attribute("font-size", label.font.size);
    if (label.font.weight == Weight::bold) attribute("font-weight", "bold");
    if (label.anchor == Anchor::middle) attribute("text-anchor", "middle");
    if (label.anchor == Anchor::end) attribute("text-anchor", "end");
    attribute("direction", rightToLeft ? "rtl" : "ltr");
    paint(shape);
    if (label.halo == Halo::paper) {
      attribute("stroke", hexText(options_.palette.of(Colour::paper)));
      attribute("stroke-width", 2.2);
      attribute("stroke-linejoin", "round");
      attribute("paint-order", "stroke");
    }
    out_ += '>';
    out_ += isolated(xmlText(label.text), label.direction);
    out_ += "</text>\n";
  }

  const Scene& scene_;
  const SvgOptions& options_;
  std::string prefix_;
  std::string out_;
  std::unordered_map<std::string, int> groups_;
};

}  // namespace

// Only letters, digits and hyphens stay as they are, so that ids work in selectors too. Different ids stay different,
// and none ends in an underscore and a number.
std::string idText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    if (plain)
      out += c;
    else
      out += c == '.' ? "_d" : "_u";
  }
  return out;
}

std::string svg(const Scene& scene, const SvgOptions& options) { return SvgWriter(scene, options).write(); }

}  // namespace trackloom::render
