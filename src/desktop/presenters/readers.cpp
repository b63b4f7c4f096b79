#include "desktop/presenters/readers.h"

#include "plan/error.h"
#include "plan/vocabulary.h"

namespace trackloom::desktop {

const Audience& Reader::certain() const {
  if (doubt) throw Error(ErrorKind::unreadable, *doubt, {}, {tr("Mend that in the plan first; nothing was made."), {}});
  return audience;
}

std::vector<Reader> readers(const Plan& plan, const Speech& speech) {
  std::vector<Reader> list;
  const auto levels = vocabulary(VocabularyId::classification).terms;
  for (std::uint16_t level = 0; level < static_cast<std::uint16_t>(Classification::core); ++level)
    list.push_back({speech.word(levels[level].label), Audience(static_cast<Classification>(level))});
  for (const ElementPtr& element : plan.all(KindId::audience))
    list.push_back({std::string(element->title()), audienceOf(*element), element->id(), doubtAbout(plan, *element)});
  return list;
}

std::vector<Reader> readersOfPapers(const Plan& plan, const Speech& speech) {
  std::vector<Reader> list = readers(plan, speech);
  std::erase_if(list, [](const Reader& reader) { return reader.audience.treatment.has_value(); });
  return list;
}

}  // namespace trackloom::desktop
