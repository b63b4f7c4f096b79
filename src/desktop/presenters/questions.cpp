#include "desktop/presenters/questions.h"

#include "checks/channels.h"

#include <array>
#include <charconv>

namespace trackloom::desktop {
std::size_t elementsNeeded(Needs needs) {
  switch (needs) {
    case Needs::element:
    case Needs::activity:
    case Needs::activityAndDays:
      return 1;
    case Needs::twoEnds:
      return 2;
    case Needs::nothing:
    case Needs::rule:
    case Needs::rulesFile:
      break;
  }
  return 0;
}

std::span<const Question> questions() {
  using enum QuestionId;
  static constexpr auto list = std::to_array<Question>({
      {carriers, "ask-carriers", tr("Who carries the &most?"),
       tr("How actors hang together by relations and by sitting together, and who holds them together.")},
      {handOvers, "ask-hand-overs", tr("Who carries the &hand-overs?"),
       tr("How what hands over and what receives hang together, and what holds them together.")},
      {waiting, "ask-waiting", tr("Which &activities hold the others together?"),
       tr("How activities hang together by what waits for what.")},
      {ways, "ask-ways", tr("Which &ways lead from one to the other?"),
       tr("The independent channels between two tracks, actors, groups, bodies or activities, and what would cut "
          "them."),
       Needs::twoEnds},
      {experts, "ask-experts", tr("Who fits where e&xpertise is lacking?"),
       tr("Experts who are free, for activities that lack what they know.")},
      {without, "ask-without", tr("What &rests on this?"),
       tr("What depends on what is chosen, and what changes without it."), Needs::element},
      {late, "ask-late", tr("What follows if it is &late?"),
       tr("Which dates move and which findings appear and go if the chosen activity ends later."),
       Needs::activityAndDays},
      {dates, "ask-dates", tr("When does what happen, and why &then?"),
       tr("The earliest and latest dates of all activities, the days in hand and the reasons.")},
      {decides, "ask-decides", tr("What &decides the dates of this?"),
       tr("The chain of reasons back from the chosen activity to a record or a planned date."), Needs::activity},
      {rule, "ask-rule", tr("Why does the rule &say this?"),
       tr("What a rule asks, its numbers and the guidance it rests on."), Needs::rule},
      {element, "ask-element", tr("What is &known of this?"),
       tr("What is recorded of what is chosen, what names it, and which findings are about it."), Needs::element},
      {contents, "ask-contents", tr("What is in this &plan?"), tr("All entries by kind.")},
      {reading, "ask-reading", tr("What could not be read in the &file?"),
       tr("What in the file could not be taken as it stands; it is kept.")},
      {houseRules, "ask-house-rules", tr("What do our &own rules say?"),
       tr("A file of a team's own rules, asked in a process of its own with limits."), Needs::rulesFile},
      {plugins, "ask-plugins", tr("Which plu&gins are there, and what may they do?"),
       tr("The plugins on this machine, where they come from, and which of them are on.")},
  });
  return list;
}

const Question& question(QuestionId id) { return questions()[static_cast<std::size_t>(id)]; }

std::string plainTitle(const Speech& speech, const Question& question) {
  std::string title = speech.word(question.title);
  std::erase(title, '&');
  return title;
}

std::optional<std::int64_t> daysIn(std::string_view text) {
  std::int64_t days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && days >= 1 && days <= longestSlip ? std::optional(days) : std::nullopt;
}

bool canBeAsked(const checks::Study& study, const Question& question, const ElementId& about) {
  const checks::Item* item = study.find(about);
  if (!item || item->kind() == KindId::plan) return false;
  switch (question.needs) {
    case Needs::element:
      return true;
    case Needs::activity:
    case Needs::activityAndDays:
      return item->kind() == KindId::activity;
    case Needs::twoEnds:
      return checks::canBeEnd(*item);
    case Needs::nothing:
    case Needs::rule:
    case Needs::rulesFile:
      break;
  }
  return false;
}

std::vector<ElementId> fromSelection(const OpenPlan& open, const Question& question) {
  std::vector<ElementId> about;
  for (const ElementId& id : open.selection())
    if (about.size() < elementsNeeded(question.needs) && canBeAsked(open.kept(), question, id)) about.push_back(id);
  return about;
}

}  // namespace trackloom::desktop
