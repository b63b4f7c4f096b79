#include "desktop/presenters/travel.h"

#include "documents/material.h"
#include "documents/wording.h"
#include "sharing/question.h"
#include "sharing/standing_words.h"

namespace trackloom::desktop {

std::vector<sharing::ToldPart> changesSince(const EarlierVersion& before, const OpenPlan& open, const Speech& speech) {
  const std::vector<Change> changes = diff(before.plan, open.plan());
  if (changes.empty()) return {};
  const checks::Study earlier(before.plan, open.asOf(), checks::Suggestions::shown);
  documents::Material old{earlier, Classification::core, {}, speech.language()};
  documents::Material now{open.study(), Classification::core, {}, speech.language()};
  if (before.findings && before.asOf == open.asOf() && open.findingsAreCurrent()) {
    old.findings = *before.findings;
    now.findings = open.findings();
  }
  return sharing::toldParts(sharing::compare(old, now, changes));
}

std::string copyReport(const sharing::RedactionReport& report, const OpenPlan& open, const Speech& speech) {
  std::string text;
  const auto line = [&](const Message& message) { text += speech.say(message, open.plan()) + '\n'; };
  line({tr("This tells what the copy does not: do not send it along."), {}});
  for (const Kind& kind : kinds())
    if (const std::size_t count = report.removed[static_cast<std::size_t>(kind.id)])
      line({tr("Left out – {kind}: {count}"),
            {{"kind", speech.word(kind.pluralLabel)}, {"count", static_cast<std::int64_t>(count)}}});
  for (const sharing::NamePlace& place : report.places)
    line(
        {place.masked ? tr("In {element} the name “{found}” is masked.") : tr("In {element} the name “{found}” stays."),
         {{"element", place.element}, {"found", place.found}}});
  if (!report.standing.empty()) {
    text += '\n';
    line({tr("Words of removed names, or words that sound like them, that still stand in it:"), {}});
    for (const Message& words : standingWords(open.plan(), report.standing))
      text += "• " + speech.say(words, open.plan()) + '\n';
  }
  if (!report.risks.empty()) {
    text += '\n';
    line({tr("What may still be deduced:"), {}});
    for (const Message& risk : report.risks) text += "• " + speech.say(risk, open.plan()) + '\n';
  }
  text += '\n';
  line({tr("Texts in the copy that stand as somebody wrote them: {count}. Read it before you send it."),
        {{"count", static_cast<std::int64_t>(report.textsLeft)}}});
  return text;
}

MergeQuestion mergeQuestion(const Plan& merged, Day asOf, const sharing::Conflict& conflict, const Speech& speech) {
  const checks::Study study(merged, asOf, checks::Suggestions::shown);
  const documents::Material material{study, Classification::core, {}, speech.language()};
  MergeQuestion asked{documents::said(material, sharing::question(material, conflict)), {}};
  for (const sharing::Answer answer : conflict.answers)
    asked.answers.push_back(documents::said(material, sharing::answerLabel(material, conflict, answer)));
  return asked;
}

}  // namespace trackloom::desktop
