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

namespace {

std::vector<Message> namedPlaces(const sharing::RedactionReport& report, const Plan& plan) {
  std::vector<Message> lines;
  for (const sharing::NamePlace& place : report.places) {
    const Element* element = plan.find(place.element);
    const Field* field = element ? element->definition().find(place.field) : nullptr;
    if (field)
      lines.push_back(
          {place.masked ? tr("{element}, {field}: “{found}” is masked.") : tr("{element}, {field}: “{found}” stays."),
           {{"element", place.element}, {"field", ownWord(field->label)}, {"found", place.found}}});
  }
  return lines;
}

std::vector<Message> removedKinds(const sharing::RedactionReport& report) {
  std::vector<Message> lines;
  for (const Kind& kind : kinds())
    if (const std::size_t count = report.removed[static_cast<std::size_t>(kind.id)])
      lines.push_back(
          {tr("{kind}: {count}"), {{"kind", ownWord(kind.pluralLabel)}, {"count", static_cast<std::int64_t>(count)}}});
  return lines;
}

}  // namespace

std::string copyReport(const sharing::RedactionReport& report, const OpenPlan& open, const Speech& speech) {
  std::string text;
  const auto line = [&](const Message& message) { text += speech.say(message, open.plan()) + '\n'; };
  const auto part = [&](const char* heading, const std::vector<Message>& lines) {
    if (lines.empty()) return;
    text += '\n';
    line({heading, {}});
    for (const Message& each : lines) text += "• " + speech.say(each, open.plan()) + '\n';
  };
  line({tr("This tells what the copy does not: do not send it along."), {}});
  part(tr("Words of removed names, or words that sound like them, that still stand in it:"),
       standingWords(open.plan(), report.standing));
  part(tr("What may still be deduced:"), report.risks);
  text += '\n';
  line({tr("Texts in the copy that stand as somebody wrote them: {count}. Read it before you send it."),
        {{"count", static_cast<std::int64_t>(report.textsLeft)}}});
  part(tr("Names of what was removed, found in texts:"), namedPlaces(report, open.plan()));
  part(tr("Left out:"), removedKinds(report));
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
