#include "desktop/presenters/findings_list.h"

#include "checks/rule.h"
#include "documents/explanation.h"
#include "language/folding.h"
#include "plan/suggestions.h"

#include <algorithm>
#include <map>
#include <set>

namespace trackloom::desktop {
namespace {

using checks::Finding;

const char* signOf(checks::Level level) {
  switch (level) {
    case checks::Level::error:
      return "✕";
    case checks::Level::warning:
      return "!";
    case checks::Level::info:
      return "?";
  }
  return "?";
}

bool isOn(const OpenPlan& open, const Finding& finding, const ElementId& track) {
  return std::any_of(finding.elements.begin(), finding.elements.end(), [&](const ElementId& id) {
    if (id == track) return true;
    const checks::Item* item = open.study().find(id);
    if (!item) return false;
    const auto tracks = open.study().tracks(*item);
    return std::any_of(tracks.begin(), tracks.end(),
                       [&](const checks::Item* one) { return one && one->id() == track; });
  });
}

std::string aboutText(const OpenPlan& open, const Speech& speech, const Finding& finding) {
  constexpr std::size_t most = 3;
  std::string names;
  for (std::size_t i = 0; i < finding.elements.size() && i < most; ++i)
    names += (i ? speech.word(tr(", ")) : std::string()) + speech.name(open, finding.elements[i]);
  return finding.elements.size() > most ? names + " …" : names;
}

FindingLine lineOf(const OpenPlan& open, const Speech& speech, std::size_t place) {
  const Finding& finding = open.findings()[place];
  return {place,
          speech.word(documents::levelWord(finding.level)),
          signOf(finding.level),
          speech.say(finding.message, open.plan()),
          aboutText(open, speech, finding),
          {}};
}

}  // namespace

std::string findingsSummary(const OpenPlan& open, const Speech& speech) {
  const std::string suggested = speech.say(aboutSuggestions(open.plan()));
  std::map<checks::Level, std::int64_t> counts;
  std::set<std::string_view> unknown;  // rules
  for (const Finding& finding : open.findings()) {
    if (finding.accepted) continue;
    if (finding.verdict == checks::Verdict::problem) ++counts[finding.level];
    if (finding.verdict == checks::Verdict::cannotTell) unknown.insert(finding.rule);
  }
  if (nothingIsKept(open.plan())) return suggested;
  const std::string counted = speech.say(
      {tr("Contradictions: {errors} · To look at: {warnings} · Questions: {questions} · Not known yet: {unknown}"),
       {{"errors", counts[checks::Level::error]},
        {"warnings", counts[checks::Level::warning]},
        {"questions", counts[checks::Level::info]},
        {"unknown", static_cast<std::int64_t>(unknown.size())}}});
  return suggested.empty() ? counted : speech.beside(counted, suggested);
}

FindingsList findingsList(const OpenPlan& open, const Speech& speech, const FindingsFilter& filter) {
  FindingsList list;
  std::map<std::string, std::size_t> placeOfRoot;  // in list.lines
  std::map<std::string_view, std::vector<std::size_t>> unknown;
  std::vector<std::size_t> following;
  const auto& findings = open.findings();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    if (finding.accepted && !filter.accepted) continue;
    if (filter.level && finding.level != *filter.level) continue;
    if (!filter.track.empty() && !isOn(open, finding, filter.track)) continue;
    if (finding.verdict == checks::Verdict::cannotTell) {
      unknown[finding.rule].push_back(i);
      continue;
    }
    FindingLine line = lineOf(open, speech, i);
    if (!filter.search.empty() && !language::matches(filter.search, line.text + ' ' + line.about)) continue;
    if (!finding.root.empty()) {
      following.push_back(i);
      continue;
    }
    placeOfRoot[finding.id] = list.lines.size();
    list.lines.push_back(std::move(line));
  }
  for (const std::size_t i : following) {
    const auto root = placeOfRoot.find(findings[i].root);
    auto& lines = root == placeOfRoot.end() ? list.lines : list.lines[root->second].follows;
    lines.push_back(lineOf(open, speech, i));
  }
  for (auto& [rule, places] : unknown) {
    const checks::Rule* definition = checks::findRule(rule);
    const std::string title = definition ? speech.word(definition->title) : std::string(rule);
    std::string text = places.size() == 1
                           ? speech.say(findings[places.front()].message, open.plan())
                           : speech.say({tr("{question}: cannot tell for {count} {count|entry|entries}."),
                                         {{"question", title}, {"count", static_cast<std::int64_t>(places.size())}}});
    list.unknown.push_back({std::move(places), std::move(text)});
  }
  return list;
}

std::string explained(const OpenPlan& open, const Speech& speech, const Finding& finding) {
  std::string text;
  for (const documents::ExplainedPart& part : speech.explained(open, finding)) {
    text += (text.empty() ? "" : "\n") + speech.say(part.heading, open.plan()) + '\n';
    for (const Message& line : part.lines) text += "  • " + speech.say(line, open.plan()) + '\n';
  }
  return text;
}

}  // namespace trackloom::desktop
