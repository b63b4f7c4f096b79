#include "sharing/merge_unknown.h"

#include "xml/foreign.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace trackloom::sharing {
namespace {

using Piece = ForeignXml::Piece;
using Place = decltype(xml::canonicalPlace(Piece()));

std::map<Place, Piece> piecesByPlace(const Plan& plan) {
  std::map<Place, Piece> pieces;
  for (const Piece& piece : plan.foreign().pieces) {
    const auto [at, isNew] = pieces.emplace(xml::canonicalPlace(piece), piece);
    if (!isNew) xml::joinLines(at->second.xml, piece.xml, xml::indentOf(piece));
  }
  return pieces;
}

/// The piece with the place it has beside the elements that are there.
Piece anchored(Piece piece, const Plan& plan) {
  if (!piece.section || piece.after.empty()) return piece;
  if (*piece.section == KindId::plan) {
    piece.after = plan.root().id();
    return piece;
  }
  const auto elements = plan.all(*piece.section);
  const auto behind =
      std::upper_bound(elements.begin(), elements.end(), piece.after,
                       [](const ElementId& id, const ElementPtr& element) { return id < element->id(); });
  piece.after = behind == elements.begin() ? ElementId() : (*(behind - 1))->id();
  return piece;
}

std::string xmlAt(const std::map<Place, Piece>& pieces, const Place& place) {
  const auto at = pieces.find(place);
  return at == pieces.end() ? std::string() : at->second.xml;
}

UnknownAttributes sectionAttributes(const Plan& plan, KindId section) {
  std::string written;
  for (const auto& [kind, attributes] : plan.foreign().sectionAttributes)
    if (kind == section) written += attributes;
  return attributesOf(written);
}

std::string valueAt(const UnknownAttributes& attributes, const std::string& name) {
  const auto at = attributes.find(name);
  return at == attributes.end() ? std::string() : at->second;
}

void keepSectionAttributes(const ThreeWay<const Plan*>& plans, KindId section, xml::ForeignPieces& kept) {
  const auto base = sectionAttributes(*plans.base, section);
  const auto ours = sectionAttributes(*plans.ours, section);
  const auto theirs = sectionAttributes(*plans.theirs, section);
  UnknownAttributes all = ours;
  all.insert(theirs.begin(), theirs.end());
  for (const auto& [name, ignored] : all) {
    const ThreeWay<std::string> values{valueAt(base, name), valueAt(ours, name), valueAt(theirs, name)};
    const std::string* value = agreed(values);
    if (!value) value = &std::max(values.ours, values.theirs);
    if (!value->empty()) kept.keepAttribute(section, name, *value);
  }
}

}  // namespace

UnknownAttributes attributesOf(std::string_view written) {
  UnknownAttributes attributes;
  while (!written.empty()) {
    const std::size_t equals = written.find('=');
    if (equals == std::string_view::npos || equals + 1 >= written.size()) break;
    const std::size_t end = written.find(written[equals + 1], equals + 2);
    if (end == std::string_view::npos) break;
    const std::string_view name = written.substr(0, equals);
    attributes.emplace(name.substr(name.find_first_not_of(' ')), written.substr(0, end + 1));
    written.remove_prefix(end + 1);
  }
  return attributes;
}

std::string mergedUnknown(const ThreeWay<std::string>& texts, std::size_t indent) {
  if (const std::string* text = agreed(texts)) return *text;
  const auto& [least, most] = std::minmax(texts.ours, texts.theirs);
  if (least.find(most) != std::string::npos) return least;
  if (most.find(least) != std::string::npos) return most;
  std::string both = least;
  xml::joinLines(both, most, static_cast<xml::Indent>(indent));
  return both;
}

ForeignXml mergedForeign(const ThreeWay<const Plan*>& plans, const Plan& merged) {
  const auto base = piecesByPlace(*plans.base);
  const auto ours = piecesByPlace(*plans.ours);
  const auto theirs = piecesByPlace(*plans.theirs);
  std::map<Place, Piece> all = ours;
  all.insert(theirs.begin(), theirs.end());
  xml::ForeignPieces kept;
  for (auto& [place, piece] : all) {
    piece.xml = mergedUnknown({xmlAt(base, place), xmlAt(ours, place), xmlAt(theirs, place)},
                              static_cast<std::size_t>(xml::indentOf(piece)));
    kept.keep(anchored(std::move(piece), merged));
  }
  for (const Kind& kind : kinds()) keepSectionAttributes(plans, kind.id, kept);
  return kept.finish(merged);
}

}  // namespace trackloom::sharing
