#include "xml/write.h"

#include "xml/escape.h"
#include "xml/foreign.h"
#include "xml/large_pages.h"
#include "xml/text_check.h"

#include <algorithm>
#include <vector>

namespace trackloom::xml {
namespace {

bool isEmptyList(const Value& value) {
  if (const auto* ids = std::get_if<Refs>(&value)) return ids->empty();
  if (const auto* texts = std::get_if<Texts>(&value)) return texts->empty();
  return false;
}

/// What stands before the values of a kind's elements.
struct Openings {
  std::string id;                   // `    <activity id="`
  std::vector<std::string> fields;  // `" title="`, by place: it also ends the value before; empty for prose
};

std::vector<Openings> openingsOfAll() {
  std::vector<Openings> all;
  for (const Kind& kind : kinds()) {
    Openings& of = all.emplace_back();
    of.id = std::string(static_cast<std::size_t>(Indent::section), ' ') + '<' + std::string(kind.name) + " id=\"";
    for (const Field& field : kind.fields)
      of.fields.push_back(field.form == Form::prose ? "" : "\" " + std::string(field.name) + "=\"");
  }
  return all;
}

const Openings& openingsOf(KindId kind) {
  static const auto all = openingsOfAll();
  return all[static_cast<std::size_t>(kind)];
}

class PlanWriter {
 public:
  explicit PlanWriter(const Plan& plan) : plan_(plan), foreign_(plan.foreign()) {
    for (const auto& piece : foreign_.pieces) pieces_.push_back(&piece);
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const auto* a, const auto* b) { return canonicalPlace(*a) < canonicalPlace(*b); });
    reserveLarge(out_, plan.size() * 160 + 1024);
  }

  std::string write() {
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    writePieces({0, 0, {}});
    writeRoot();
    writePieces({kindCount, 0, {}});
    return std::move(out_);
  }

 private:
  using Place = std::tuple<std::size_t, int, ElementId>;

  void indent(Indent width) { out_.append(static_cast<std::size_t>(width), ' '); }

  /// Writes the pieces whose turn it is: those that stand at this place or before it.
  void writePieces(const Place& upTo) {
    for (; nextPiece_ < pieces_.size() && canonicalPlace(*pieces_[nextPiece_]) <= upTo; ++nextPiece_) {
      indent(indentOf(*pieces_[nextPiece_]));
      out_ += pieces_[nextPiece_]->xml;
      out_ += '\n';
    }
  }

  bool pieceWaits(std::size_t section) const {
    return nextPiece_ < pieces_.size() && std::get<0>(canonicalPlace(*pieces_[nextPiece_])) == section &&
           std::get<1>(canonicalPlace(*pieces_[nextPiece_])) == 0;
  }

  void writeRoot() {
    const Element& root = plan_.root();
    out_ += "<plan xmlns=\"";
    out_ += planNamespace;
    out_ += "\" version=\"";
    out_ += std::to_string(formatVersion);
    if (root.id().text() != "plan") {
      out_ += "\" id=\"";
      root.id().appendTo(out_);
    }
    const bool prose = writeAttributes(root);
    if (!prose && root.extras().translations.empty() && root.extras().unknownChildren.empty() && !hasSections()) {
      out_ += "/>\n";
      return;
    }
    out_ += ">\n";
    writeChildren(root, Indent::plan);
    writePieces({0, 1, {}});
    for (std::size_t k = 1; k < kindCount; ++k) {
      writeSection(kindOf(static_cast<KindId>(k)));
      writePieces({k, 1, {}});
    }
    out_ += "</plan>\n";
  }

  bool hasSections() const {
    if (plan_.size() > 1 || !foreign_.sectionAttributes.empty()) return true;
    return std::any_of(pieces_.begin(), pieces_.end(),
                       [](const auto* piece) { return piece->section != KindId::plan; });
  }

  void writeSection(const Kind& kind) {
    const auto elements = plan_.all(kind.id);
    const auto number = static_cast<std::size_t>(kind.id);
    std::string attributes;
    for (const auto& [section, text] : foreign_.sectionAttributes)
      if (section == kind.id) attributes += text;
    const bool empty = elements.empty() && !pieceWaits(number);
    if (empty && attributes.empty()) return;
    indent(Indent::plan);
    out_ += '<';
    out_ += kind.section;
    out_ += attributes;
    out_ += empty ? "/>\n" : ">\n";
    if (empty) return;
    writePieces({number, 0, {}});
    for (const ElementPtr& element : elements) {
      writeElement(*element);
      if (pieceWaits(number)) writePieces({number, 0, element->id()});
    }
    while (pieceWaits(number)) writePieces(canonicalPlace(*pieces_[nextPiece_]));
    indent(Indent::plan);
    endTag(kind.section);
  }

  void writeElement(const Element& element) {
    out_ += openingsOf(element.kind()).id;
    element.id().appendTo(out_);
    const bool prose = writeAttributes(element);
    if (!prose && element.extras().translations.empty() && element.extras().unknownChildren.empty()) {
      out_ += "/>\n";
      return;
    }
    out_ += ">\n";
    writeChildren(element, Indent::element);
    indent(Indent::section);
    endTag(element.definition().name);
  }

  /// Ends the value that stands there, and writes the short fields and unknown attributes; says whether there are
  /// fields in prose.
  bool writeAttributes(const Element& element) {
    const Kind& kind = element.definition();
    const Openings& openings = openingsOf(element.kind());
    bool prose = false;
    for (const Element::Slot& slot : element.slots()) {
      const std::string& opening = openings.fields[slot.position];
      if (opening.empty()) {
        prose = true;
      } else if (!isEmptyList(slot.value)) {
        out_ += opening;
        writeAttributeValue(kind.fields[slot.position], slot.value);
      }
    }
    out_ += '"';
    out_ += element.extras().unknownAttributes;
    return prose;
  }

  void writeAttributeValue(const Field& field, const Value& value) {
    if (const auto* text = std::get_if<Text>(&value)) return appendAttributeText(out_, *text);
    const std::size_t from = out_.size();
    appendValue(out_, field, value);
    if (std::holds_alternative<Texts>(value) || std::holds_alternative<Unread>(value)) escapeAttributeFrom(out_, from);
  }

  void writeChildren(const Element& element, Indent width) {
    const Kind& kind = element.definition();
    for (const Element::Slot& slot : element.slots()) {
      const Field& field = kind.fields[slot.position];
      if (field.form == Form::prose) writeProse(width, field, {}, valueText(field, slot.value));
    }
    for (const Translation& translation : element.extras().translations)
      writeProse(width, *kind.find(translation.field), translation.language, translation.text);
    if (element.extras().unknownChildren.empty()) return;
    indent(width);
    out_ += element.extras().unknownChildren;
    out_ += '\n';
  }

  void writeProse(Indent width, const Field& field, std::string_view language, std::string_view text) {
    indent(width);
    out_ += '<';
    out_ += field.name;
    if (!language.empty()) {
      out_ += " xml:lang=\"";
      appendAttributeText(out_, language);
      out_ += '"';
    }
    out_ += '>';
    appendElementText(out_, text);
    endTag(field.name);
  }

  void endTag(std::string_view name) {
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }

  const Plan& plan_;
  const ForeignXml& foreign_;
  std::vector<const ForeignXml::Piece*> pieces_;  // in the order in which they are written
  std::size_t nextPiece_ = 0;
  std::string out_;
};

}  // namespace

std::string write(const Plan& plan) {
  std::string text = PlanWriter(plan).write();
  // Texts typed or pasted may hold bytes that are not UTF-8, or characters that XML does not have.
  if (findFaults(text).count > 0) text = withoutFaults(text);
  return text;
}

}  // namespace trackloom::xml
