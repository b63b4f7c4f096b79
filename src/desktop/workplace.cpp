#include "desktop/workplace.h"

namespace trackloom::desktop {

void tellWritten(Workplace& place, const std::string& path, const std::vector<Message>& notes) {
  const std::string written = place.speech().say({tr("Written: {file}"), {{"file", path}}});
  place.say(written);
  if (notes.empty()) return;
  std::string text = written;
  for (const Message& note : notes) text += "\n\n" + place.speech().say(note, place.open().plan());
  place.prompts().tell(place.word(tr("What to look at before you hand it out")), text);
}

}  // namespace trackloom::desktop
