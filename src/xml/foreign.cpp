#include "xml/foreign.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace trackloom::xml {
namespace {

using Piece = ForeignXml::Piece;

bool sectionBefore(const Piece& a, const Piece& b) { return canonicalPlace(a) < canonicalPlace(b); }

/// Which sections are written at all.
std::array<bool, kindCount> writtenSections(const Plan& plan, const ForeignXml& foreign) {
  std::array<bool, kindCount> written{};
  for (std::size_t k = 0; k < kindCount; ++k) written[k] = !plan.all(static_cast<KindId>(k)).empty();
  for (const auto& [kind, attributes] : foreign.sectionAttributes) written[static_cast<std::size_t>(kind)] = true;
  for (const Piece& piece : foreign.pieces)
    if (piece.section) written[static_cast<std::size_t>(*piece.section)] = true;
  return written;
}

}  // namespace

void joinLines(std::string& xml, std::string_view further, Indent indent) {
  if (!xml.empty()) {
    xml += '\n';
    xml.append(static_cast<std::size_t>(indent), ' ');
  }
  xml += further;
}

std::tuple<std::size_t, int, ElementId> canonicalPlace(const Piece& piece) {
  if (!piece.section) return {static_cast<std::size_t>(piece.afterSection), 1, ElementId()};
  if (*piece.section != KindId::plan) return {static_cast<std::size_t>(*piece.section), 0, piece.after};
  return {piece.after.empty() ? 0 : kindCount, 0, ElementId()};
}

Indent indentOf(const Piece& piece) {
  if (!piece.section) return Indent::plan;
  return *piece.section == KindId::plan ? Indent::document : Indent::section;
}

void ForeignPieces::keep(Piece piece) {
  if (piece.xml.empty()) return;
  if (!pieces_.empty() && pieces_.back().section == piece.section && pieces_.back().after == piece.after &&
      pieces_.back().afterSection == piece.afterSection) {
    joinLines(pieces_.back().xml, piece.xml, indentOf(piece));
  } else {
    pieces_.push_back(std::move(piece));
  }
}

bool ForeignPieces::keepAttribute(KindId section, const std::string& name, const std::string& written) {
  if (!attributeNames_.emplace(section, name).second) return false;
  attributes_[static_cast<std::size_t>(section)] += written;
  return true;
}

ForeignXml ForeignPieces::finish(const Plan& plan) {
  ForeignXml foreign;
  foreign.pieces.assign(std::make_move_iterator(pieces_.begin()), std::make_move_iterator(pieces_.end()));
  pieces_.clear();
  for (std::size_t k = 0; k < kindCount; ++k)
    if (!attributes_[k].empty())
      foreign.sectionAttributes.emplace_back(static_cast<KindId>(k), std::move(attributes_[k]));

  const auto written = writtenSections(plan, foreign);
  for (Piece& piece : foreign.pieces) {
    auto before = static_cast<std::size_t>(piece.afterSection);
    while (before > 0 && !written[before]) --before;
    piece.afterSection = static_cast<KindId>(before);
  }
  if (!std::is_sorted(foreign.pieces.begin(), foreign.pieces.end(), sectionBefore))
    std::stable_sort(foreign.pieces.begin(), foreign.pieces.end(), sectionBefore);
  std::size_t kept = 0;
  for (std::size_t i = 1; i < foreign.pieces.size(); ++i) {
    Piece& last = foreign.pieces[kept];
    Piece& next = foreign.pieces[i];
    if (canonicalPlace(last) == canonicalPlace(next))
      joinLines(last.xml, next.xml, indentOf(last));
    else if (++kept != i)
      foreign.pieces[kept] = std::move(next);
  }
  if (!foreign.pieces.empty()) foreign.pieces.resize(kept + 1);
  return foreign;
}

}  // namespace trackloom::xml
