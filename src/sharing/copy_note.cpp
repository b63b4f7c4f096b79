#include "sharing/copy_note.h"

#include "xml/revisions.h"

namespace trackloom::sharing {

Edit noteCopy(const Plan& plan, const CopyNote& note) {
  static constexpr Key<Text> recipient{"recipient"}, version{"version"};
  static constexpr Key<Ref> audience{"audience"};
  const std::string revision = xml::revisionOf(plan);
  const Date day(note.day);
  Element copy(KindId::copy, derivedId(plan, "copy " + note.recipient + ' ' + day.text() + ' ' + revision));
  copy.set(recipient, note.recipient).set(key::date, day).set(version, revision).set(key::format, Text("trackloom"));
  if (!note.audience.empty()) copy.set(audience, note.audience);
  Edit edit = addElement(plan, std::move(copy));
  edit.label = {tr("Note that {recipient} received a copy"), {{"recipient", note.recipient}}};
  return edit;
}

}  // namespace trackloom::sharing
