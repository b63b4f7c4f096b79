#include "desktop/presenters/partner_form.h"

namespace trackloom::desktop {

std::vector<std::string> takerLines(const Plan& plan, const std::vector<tables::FormTaker>& takers,
                                    const Speech& speech) {
  std::vector<std::string> lines;
  for (const tables::FormTaker& taker : takers)
    lines.push_back(
        speech.say({tr("{organisation}  ·  {count} {count|activity|activities}"),
                    {{"organisation", taker.organisation}, {"count", static_cast<std::int64_t>(taker.activities)}}},
                   plan));
  return lines;
}

std::string formReport(const tables::PartnerForm& form, const Plan& plan, const ElementId& organisation,
                       const Speech& speech) {
  std::string text = speech.say({tr("The form has {count} {count|activity|activities} of {organisation} to fill in: "
                                    "status, dates, outputs, and a comment on each."),
                                 {{"count", static_cast<std::int64_t>(form.rows)}, {"organisation", organisation}}},
                                plan);
  if (form.notShown > 0)
    text +=
        "\n\n" + speech.say({tr("These readers may not see {count} more of their {count|activity|activities}; the form "
                                "does not hold {count|it|them}."),
                             {{"count", static_cast<std::int64_t>(form.notShown)}}});
  for (const Message& note : form.notes) text += "\n\n" + speech.say(note, plan);
  text += "\n\n" + speech.word(tr("When it comes back, take it in with “Bring in a spreadsheet …” in the menu File: it "
                                  "is known for a form, and changes nothing else."));
  return text;
}

std::string formName(const Plan& plan, const ElementId& organisation, const Speech& speech) {
  std::string name = speech.say({tr("{organisation} - update"), {{"organisation", organisation}}}, plan);
  for (char& letter : name)
    if (letter == '/' || letter == '\\' || letter == ':') letter = '-';
  return name;
}

}  // namespace trackloom::desktop
