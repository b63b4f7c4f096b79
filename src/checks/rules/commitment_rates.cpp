#include "checks/rules/commitments.h"
#include "checks/rules/listing.h"

#include <map>

namespace trackloom::checks::catalogue {
namespace {

/// How far some commitments are carried out: between the least and the most that unknown scores allow.
struct Tally {
  std::int64_t count = 0;
  std::int64_t unknown = 0;
  std::int64_t sum = 0;

  void add(std::optional<std::int64_t> score) {
    ++count;
    score ? sum += *score : ++unknown;
  }
  std::int64_t most() const { return sum + unknown * fullScore; }
  bool anyKnown() const { return unknown < count; }
};

/// In per cent of full implementation.
double rate(std::int64_t sum, std::int64_t count) {
  return 100.0 * static_cast<double>(sum) / static_cast<double>(count * fullScore);
}

double mean(std::int64_t sum, std::int64_t count) { return static_cast<double>(sum) / static_cast<double>(count); }

/// With one digit behind the point; a span where the two differ.
std::string numberText(double least, double most) {
  const auto text = [](double number) {
    const auto tenths = static_cast<std::int64_t>(number * 10 + 0.5);
    return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "");
  };
  return text(least) == text(most) ? text(least) : text(least) + "–" + text(most);
}

std::string rateText(const Tally& tally) {
  return numberText(rate(tally.sum, tally.count), rate(tally.most(), tally.count));
}
std::string meanText(const Tally& tally) {
  return numberText(mean(tally.sum, tally.count), mean(tally.most(), tally.count));
}

struct Theme {
  Tally tally;
  std::vector<ElementId> commitments;
  std::int64_t dueLater = 0;
};

Finding uneven(std::string_view name, const Theme& theme, const Tally& all) {
  Finding finding;
  finding.level = Level::info;
  finding.elements = theme.commitments;
  finding.message = {
      tr("Commitments on “{theme}” are carried out to {rate} per cent, all commitments together to {all} per "
         "cent. Is that as intended?"),
      {{"theme", std::vector{wordOf(VocabularyId::commitmentTheme, name)}},
       {"rate", rateText(theme.tally)},
       {"all", rateText(all)}}};
  finding.because.push_back(
      {tr("{count} {count|commitment|commitments} on it, {unknown} of them without a score; {later} {later|is|are} due "
          "later."),
       {{"count", theme.tally.count}, {"unknown", theme.tally.unknown}, {"later", theme.dueLater}}});
  finding.clears = {tr("It clears when the theme catches up, or scores that are missing are recorded."), {}};
  return finding;
}

/// The themes of which it depends on unknown scores.
Finding unevenUnknown(std::vector<ElementId> commitments, std::vector<Message> themes, std::int64_t unknown) {
  Finding finding;
  finding.level = Level::info;
  finding.verdict = Verdict::cannotTell;
  finding.elements = std::move(commitments);
  finding.message = {tr("Whether commitments on these themes lie far behind the others cannot be told: {themes}."),
                     {{"themes", std::move(themes)}}};
  finding.because.push_back(
      {tr("Without a score: {unknown} {unknown|commitment|commitments} of the plan."), {{"unknown", unknown}}});
  finding.clears = {tr("It clears when their scores are recorded."), {}};
  return finding;
}

std::vector<Finding> checkUneven(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::commitment).empty()) return findings;
  std::map<std::string_view, Theme> themes;
  Tally all;
  for (const Item& commitment : study.all(KindId::commitment)) {
    if (!inForce(study, commitment)) continue;
    const auto score = scoreOf(study, commitment);
    all.add(score);
    const std::string_view name = commitment.wordName(key::theme);
    if (name.empty()) continue;
    Theme& theme = themes[name];
    theme.tally.add(score);
    theme.commitments.push_back(commitment.id());
    const Date* due = commitment.get(key::due);
    if (due && due->last() > study.asOf()) ++theme.dueLater;
  }
  if (themes.size() < 2 || !all.anyKnown()) return findings;
  const double points = study.threshold("IMP-UNEVEN", "points");
  std::vector<ElementId> untold;
  std::vector<Message> untoldThemes;
  for (const auto& [name, theme] : themes) {
    // The theme is part of the plan: its own unknown scores move both, its own rate more.
    const std::int64_t othersUnknown = (all.unknown - theme.tally.unknown) * fullScore;
    const double least =
        rate(all.sum + theme.tally.unknown * fullScore, all.count) - rate(theme.tally.most(), theme.tally.count);
    const double most = rate(all.sum + othersUnknown, all.count) - rate(theme.tally.sum, theme.tally.count);
    if (least >= points) {
      findings.push_back(uneven(name, theme, all));
    } else if (most >= points) {
      untoldThemes.push_back(wordOf(VocabularyId::commitmentTheme, name));
      untold.insert(untold.end(), theme.commitments.begin(), theme.commitments.end());
    }
  }
  if (!untold.empty()) findings.push_back(unevenUnknown(std::move(untold), std::move(untoldThemes), all.unknown));
  return findings;
}

/// The commitments of one text by who must carry them out; one that several must carry out counts for each.
std::map<ElementId, Tally> byResponsible(const Study& study, std::span<const Item* const> commitments) {
  std::map<ElementId, Tally> tallies;
  for (const Item* commitment : commitments) {
    const auto score = scoreOf(study, *commitment);
    for (const ElementId& id : commitment->refs(key::responsible))
      if (study.find(id)) tallies[id].add(score);
  }
  return tallies;
}

/// How far apart the averages of two lie at least, and at most, whatever the unknown scores are.
struct Distance {
  double least = 0;
  double most = 0;
};

Distance distance(const std::map<ElementId, Tally>& tallies) {
  Distance found;
  double highestLow = -1, lowestHigh = fullScore + 1;
  for (const auto& [id, tally] : tallies) {
    highestLow = std::max(highestLow, mean(tally.sum, tally.count));
    lowestHigh = std::min(lowestHigh, mean(tally.most(), tally.count));
  }
  found.least = highestLow - lowestHigh;
  // The largest distance of two different ones: for each, the lowest of the others.
  double lowest = fullScore + 1, second = fullScore + 1;
  for (const auto& [id, tally] : tallies) {
    const double low = mean(tally.sum, tally.count);
    second = std::min(second, std::max(lowest, low));
    lowest = std::min(lowest, low);
  }
  for (const auto& [id, tally] : tallies) {
    const double low = mean(tally.sum, tally.count);
    found.most = std::max(found.most, mean(tally.most(), tally.count) - (low == lowest ? second : lowest));
  }
  return found;
}

Finding pace(const ElementId& text, const std::map<ElementId, Tally>& tallies, const Distance& apart) {
  Finding finding;
  finding.level = Level::info;
  finding.elements = {text};
  for (const auto& [id, tally] : tallies) {
    finding.elements.push_back(id);
    finding.because.push_back(
        {tr("“{responsible}”: {mean} of 3 on average, {count} {count|commitment|commitments}, {unknown} of them "
            "without a score."),
         {{"responsible", id}, {"mean", meanText(tally)}, {"count", tally.count}, {"unknown", tally.unknown}}});
  }
  finding.message = {
      tr("Implementation pace differs in “{text}”: the average scores of those responsible lie {steps} steps "
         "of 3 apart. Is that the agreed sequence?"),
      {{"text", text}, {"steps", numberText(apart.least, apart.least)}}};
  finding.clears = {tr("It clears when the averages lie closer together, or missing scores are recorded."), {}};
  return finding;
}

std::vector<Finding> checkPace(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::commitment).empty()) return findings;
  const double steps = study.threshold("IMP-PACE", "steps");
  const auto agreements = study.all(KindId::agreement);
  const auto lists = commitmentsByAgreement(study);
  for (std::size_t number = 0; number < lists.size(); ++number) {
    const std::map<ElementId, Tally> tallies = byResponsible(study, lists[number]);
    const bool anyKnown =
        std::any_of(tallies.begin(), tallies.end(), [](const auto& each) { return each.second.anyKnown(); });
    if (tallies.size() < 2 || !anyKnown) continue;
    const Distance apart = distance(tallies);
    if (apart.most < steps) continue;
    const ElementId& text = number < agreements.size() ? agreements[number].id() : study.all(KindId::plan).front().id();
    findings.push_back(pace(text, tallies, apart));
    if (apart.least >= steps) continue;
    findings.back().verdict = Verdict::cannotTell;
    findings.back().message = {
        tr("Whether implementation pace differs in “{text}” cannot be told: scores are missing."), {{"text", text}}};
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Implementation";
  rule.level = Level::info;
  appendCommitmentReads(rule.reads);
  appendThresholdReads(rule.reads);
  return rule;
}

}  // namespace

Rule commitmentsUneven() {
  Rule rule = base();
  rule.id = "IMP-UNEVEN";
  rule.title = "A theme far behind the plan as a whole";
  rule.help =
      "Is the implementation rate of a theme far below the rate of all commitments? The rate is the sum of the scores "
      "in "
      "per cent of 3 for each. Where scores are missing the rate is a span, and the question is asked only if even the "
      "best reading lies so far behind. Asked where commitments have at least two themes and any score.";
  rule.source = "Peace Accords Matrix (Kroc Institute): aggregate implementation rate.";
  rule.clears = "The theme catches up, or missing scores are recorded.";
  appendReads(rule.reads, KindId::commitment, {"theme", "due"});
  rule.thresholds = {{"points", 30, "so many points below the rate of all commitments"}};
  rule.check = checkUneven;
  return rule;
}

Rule commitmentsPace() {
  Rule rule = base();
  rule.id = "IMP-PACE";
  rule.title = "Implementation pace differs";
  rule.help =
      "Do the average scores of those who must carry out commitments of one text lie far apart? Where scores are "
      "missing "
      "the question is asked only if that holds whatever they are. A difference may be what was agreed.";
  rule.source = "Kroc Institute, Barometer of the Colombian accord; PeaceRep, implementation tracking.";
  rule.clears = "The averages lie closer together, or missing scores are recorded.";
  appendReads(rule.reads, KindId::commitment, {"responsible"});
  rule.thresholds = {{"steps", 2, "so many steps of the scale from 0 to 3"}};
  rule.check = checkPace;
  return rule;
}

}  // namespace trackloom::checks::catalogue
