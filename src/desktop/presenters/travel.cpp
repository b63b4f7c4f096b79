#include "desktop/presenters/travel.h"

#include "documents/material.h"
#include "documents/wording.h"
#include "sharing/change_sentences.h"
#include "sharing/question.h"

namespace trackloom::desktop {

std::vector<ToldGroup> changesSince(const Plan& before, const OpenPlan& open, const Speech& speech) {
  const std::vector<Change> changes = diff(before, open.plan());
  if (changes.empty()) return {};
  const checks::Study earlier(before, open.asOf(), checks::Suggestions::shown);
  const documents::Material old{earlier, Classification::core, {}, speech.language()};
  const documents::Material now{open.study(), Classification::core, {}, speech.language()};
  std::vector<ToldGroup> groups;
  for (const sharing::ChangeGroup& group : sharing::changeSentences(old, now, changes)) {
    ToldGroup told{group.track.empty() ? speech.word(tr("On no track"))
                                       : documents::nameOf(open.plan().find(group.track) ? now : old, group.track),
                   {}};
    for (const sharing::ChangeSentence& one : group.sentences)
      told.changes.push_back({one.element, documents::said(now, one.sentence)});
    groups.push_back(std::move(told));
  }
  return groups;
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
