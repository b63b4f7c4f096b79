#include "cli/readers.h"

#include "cli/plain_text.h"
#include "plan/error.h"

namespace trackloom::cli {

Readers readersNamed(const std::string& text, const Plan& plan) {
  if (const auto level = findTerm(VocabularyId::classification, text)) {
    const std::string label(vocabulary(VocabularyId::classification).terms[*level].label);
    return {Audience(static_cast<Classification>(*level)), {}, label};
  }
  const auto id = ElementId::parse(text);
  if (const Element* element = id ? plan.find(KindId::audience, *id) : nullptr) {
    if (const auto doubt = doubtAbout(plan, *element))
      throw Error(ErrorKind::unreadable, *doubt, {}, {tr("Mend that in the plan first; nothing was made."), {}});
    return {audienceOf(*element), *id, std::string(element->title())};
  }
  throw Error(ErrorKind::usage,
              {tr("“{audience}” is no level and no audience of the plan."), {{"audience", oneLine(text)}}}, {},
              {tr("Write public, partners, team or core, or the id of an audience: trackloom-cli list FILE --kind "
                  "audience shows them."),
               {}});
}

Audience readersOfPaper(const std::string& text, const Plan& plan) {
  const Readers readers = readersNamed(text, plan);
  if (readers.audience.treatment)
    throw Error(ErrorKind::usage,
                {tr("Names and dates are not to go to these readers as they are: {audience}."),
                 {{"audience", oneLine(readers.name)}}},
                {}, {tr("Make a copy for them with redact, and the paper from the copy."), {}});
  return readers.audience;
}

void declareKept(Arguments& arguments, std::vector<std::string>& keep) {
  arguments.option("--keep", keep, "NAME",
                   tr("A name that may stand in texts although these readers may not see "
                      "whose it is; may be given several times."));
}

}  // namespace trackloom::cli
