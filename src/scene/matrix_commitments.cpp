#include "checks/rules/commitments.h"
#include "scene/matrices.h"
#include "scene/matrix.h"

#include <algorithm>
#include <map>

namespace trackloom::scene {
namespace {

using checks::Item;
using checks::Study;

constexpr std::size_t scores = checks::fullScore + 1;

/// Commitments of one theme by score; those without one come last.
using ByScore = std::array<std::vector<ElementId>, scores + 1>;

struct Themes {
  std::map<std::string, ByScore> of;  ///< by what readers call the theme
  ByScore unnamed;                    ///< of no theme
  std::size_t largest = 0;
  std::int64_t count = 0;
};

Themes themesOf(const Study& study, const DrawingOptions& options, const Words& words) {
  Themes themes;
  for (const Item* shown : scene::shown(study, options, KindId::commitment)) {
    const Item& commitment = *shown;
    if (!checks::inForce(study, commitment)) continue;
    const std::string theme = words.word(commitment.get(key::theme), VocabularyId::commitmentTheme);
    ByScore& row = theme.empty() ? themes.unnamed : themes.of[theme];
    const auto score = checks::scoreOf(study, commitment);
    auto& cell = row[score ? static_cast<std::size_t>(*score) : scores];
    cell.push_back(commitment.id());
    themes.largest = std::max(themes.largest, cell.size());
    ++themes.count;
  }
  return themes;
}

MatrixRow rowOf(const Words& words, std::string name, const ByScore& byScore, std::size_t largest) {
  MatrixRow row{{{}, std::move(name), {}}, false, {}};
  for (std::size_t score = 0; score <= scores; ++score) {
    const auto& commitments = byScore[score];
    MatrixCell cell;
    if (!commitments.empty()) {
      cell.mark = score == scores              ? Mark::unknown
                  : score == checks::fullScore ? Mark::met
                                               : amountMark(commitments.size(), largest);
      cell.text = words.number(commitments.size());
      cell.description = words.say({"{commitments}", {{"commitments", commitments}}});
    }
    row.cells.push_back(std::move(cell));
  }
  return row;
}

Matrix matrixOf(const Themes& themes, const Words& words) {
  Matrix matrix;
  matrix.corner = words.say({tr("Themes"), {}});
  for (std::uint16_t score = 0; score < scores; ++score) {
    const Choice choice{score, {}};
    matrix.columns.push_back({{},
                              words.word(&choice, VocabularyId::implementationScore),
                              words.say({tr("{score} of 3"), {{"score", static_cast<std::int64_t>(score)}}})});
  }
  matrix.columns.push_back({{}, words.say({tr("Not known"), {}}), words.say({tr("nothing is recorded"), {}})});
  for (const auto& [name, byScore] : themes.of) matrix.rows.push_back(rowOf(words, name, byScore, themes.largest));
  const bool some = std::any_of(themes.unnamed.begin(), themes.unnamed.end(), [](const auto& c) { return !c.empty(); });
  if (some)
    matrix.rows.push_back(rowOf(words, words.say({tr("Theme not recorded"), {}}), themes.unnamed, themes.largest));
  matrix.meaning[static_cast<std::size_t>(Mark::few)] = tr("few commitments");
  matrix.meaning[static_cast<std::size_t>(Mark::some)] = tr("some");
  matrix.meaning[static_cast<std::size_t>(Mark::many)] = tr("most");
  matrix.meaning[static_cast<std::size_t>(Mark::met)] = tr("carried out in full");
  matrix.meaning[static_cast<std::size_t>(Mark::unknown)] = tr("how far is not recorded");
  return matrix;
}

}  // namespace

Scene commitmentMatrix(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Message subtitle{tr("Commitments by theme and by how far they are carried out"), {}};
  const Themes themes = themesOf(study, options, sheet.words());
  if (themes.count == 0) {
    sheet.drawTitle(subtitle);
    sheet.drawNothing(
        tr("Nothing to draw yet. Record the commitments of each agreement, with their theme and how far "
           "they are carried out."));
    return std::move(sheet).finished();
  }
  const Matrix matrix = matrixOf(themes, sheet.words());
  widenFor(sheet, matrix);
  sheet.describe({tr("A table of commitments by theme and implementation. Commitments: {count}; themes: {themes}."),
                  {{"count", themes.count}, {"themes", static_cast<std::int64_t>(themes.of.size())}}});
  sheet.drawTitle(subtitle);
  drawMatrix(sheet, matrix);
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
