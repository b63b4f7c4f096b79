#include "xml/read.h"

#include "plan/error.h"
#include "xml/checked_text.h"
#include "xml/envelope.h"
#include "xml/migrate.h"
#include "xml/plan_reader.h"

namespace trackloom::xml {
namespace {

/// Reads a text of the present version, or of an earlier one that then is migrated and read again.
std::optional<Refusal> readText(std::string_view text, Problems& problems, Reading& reading) {
  PlanReader reader(text, problems);
  auto refusal = reader.read();
  if (refusal) return refusal;
  if (const auto version = reader.earlierVersion()) {
    Problems ofMigrated;
    const std::string migrated = migrate(text, *version);
    refusal = readText(migrated, ofMigrated, reading);
    ofMigrated.moveTo(reading, migrated);
    return refusal;
  }
  reading.plan = reader.finish();
  return std::nullopt;
}

}  // namespace

Message Reading::toDoBeside(bool previousVersion) const {
  if (!damaged || !previousVersion) return toDo;
  return {tr("Open the version before it, which stands beside it with ~ at the end of its name, or have the file sent "
             "again."),
          {}};
}

Reading read(std::string_view bytes) {
  Reading reading;
  if (isSealed(bytes)) {
    reading.refusal = Problem{{tr("This plan is sealed: it opens with its passphrase only."), {}}, 1, {}};
    reading.toDo = {tr("Open it with its passphrase."), {}};
    return reading;
  }
  Problems problems;
  const CheckedText checked(bytes, problems);
  auto refusal = checked.refusal();
  if (!refusal) refusal = readText(checked.text(), problems, reading);
  problems.moveTo(reading, checked.text());
  if (refusal) {
    reading.refusal = Problem{refusal->what, lineAt(checked.text(), refusal->at), {}};
    reading.toDo = refusal->toDo;
    reading.damaged = refusal->damaged;
  }
  return reading;
}

void mustOpenAgain(std::string_view bytes, const std::string& path) {
  const Reading again = read(bytes);
  if (again.plan || !again.refusal) return;
  throw Error(ErrorKind::unwritable,
              {tr("Saved as it is, the plan could not be opened again: {reason}"),
               {{"reason", plainText(again.refusal->what)}}},
              path, {tr("Shorten what was added last, and save again. What was saved before is untouched."), {}});
}

}  // namespace trackloom::xml
