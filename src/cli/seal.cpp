#include "cli/commands.h"
#include "cli/kept_versions.h"
#include "cli/passphrase.h"
#include "sharing/seal_file.h"
#include "sharing/traces.h"

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string out;
  std::string shared;
  bool travel = false;
};

sharing::TracePlaces tracePlaces(const Installation& installation) {
  sharing::TracePlaces places;
  places.settings = userSettingsFile().string();
  if (installation.ownData.empty()) return places;
  places.journal = (installation.ownData / "journal").string();
  places.history = (installation.ownData / "history").string();
  return places;
}

void verify(const Options& options, const Shell& shell) {
  if (options.out == "-")
    throw Error(ErrorKind::usage, {tr("What is sealed is opened again and compared, so it goes into a file."), {}}, {},
                {tr("Name a file with -o."), {}});
  if (options.file == "-" && options.travel)
    throw Error(ErrorKind::usage, {tr("There is no file to erase after sealing."), {}}, {},
                {tr("Name the plan's file, or leave out --travel."), {}});
  if (options.file != "-" && shell.areSameFile(options.file, options.out))
    throw Error(ErrorKind::usage, {tr("The sealed plan would replace the one it is made from."), {}}, options.out,
                {tr("Name another file with -o, such as {file}."), {{"file", options.file + "-sealed"}}});
  if (!options.travel) refuseShared(options.shared, tr("Leave --shared out, or say --travel, too."));
  sharing::verifyPlace(shell.files(), options.out);
}

/// Unsaved work would be erased with the rest, and nobody could bring it back.
void refuseUnsaved(const Shell& shell, const Options& options, const Plan& plan) {
  if (!sharing::hasUnsavedWork(shell.files(), options.file, plan, tracePlaces(shell.installation()))) return;
  throw Error(ErrorKind::unwritable, {tr("There is work on this plan that was not saved; nothing was sealed."), {}},
              options.file, {tr("Open the plan in the desktop and save it, or give the work up there."), {}});
}

/// What is done in the window would be written down in the clear again.
void refuseOpen(const Shell& shell, const Options& options) {
  if (!sharing::isOpenInWindow(shell.files(), options.file, tracePlaces(shell.installation()))) return;
  throw Error(ErrorKind::unwritable, {tr("This plan is open in a window of Trackloom; nothing of it was erased."), {}},
              options.file, {tr("Save it and close that window, then seal it."), {}});
}

sharing::Passphrase chosenPassphrase(const Shell& shell) {
  const std::string& file = shell.seals().passphraseFile();
  sharing::leaveNoCrashDumps();
  sharing::Passphrase passphrase = file.empty() ? passphraseFromTerminal(Asked::twice) : passphraseFromFile(file);
  if (const auto weakness = weaknessOf(passphrase)) shell.note(*weakness);
  return passphrase;
}

void erase(const Shell& shell, const Options& options, const Plan& plan, const std::set<std::string>& leave) {
  const auto left = sharing::erasePlan(shell.files(), options.file, plan, tracePlaces(shell.installation()), leave);
  for (const Message& one : left) shell.note(one);
  if (!left.empty())
    throw Error(ErrorKind::unwritable, {tr("The plan is sealed, but not all else of it is erased."), {}}, options.file,
                {tr("Remove what is named above by hand."), {}});
  shell.note({leave.empty() ? tr("Erased here: {file}, the version before, unsaved work, earlier versions on this "
                                 "machine, its place among the recent plans.")
                            : tr("Erased here: {file}, the version before, unsaved work, the other earlier versions on "
                                 "this machine, its place among the recent plans."),
              {{"file", options.file}}});
  shell.note({tr("What erasing cannot reach: copies in mails, on sticks and in backups; papers made of the plan; what "
                 "solid-state disks and the swap file still hold. Only a disk that is encrypted as a whole helps "
                 "against that."),
              {}});
}

ExitCode run(Shell& shell, const Options& options) {
  verify(options, shell);
  auto [bytes, stamp] = shell.readBytes(options.file);
  if (isSealed(bytes))
    throw Error(ErrorKind::unreadable, {tr("This plan is sealed already."), {}}, options.file,
                {tr("Open it first, with trackloom-cli open, to seal it under another passphrase."), {}});
  const Plan plan = planIn(shell.files(), bytes, options.file).plan;
  std::set<std::string> leave;
  if (options.travel) {
    refuseOpen(shell, options);
    refuseUnsaved(shell, options, plan);
    if (const auto history = localHistory(shell))
      leave = leftForOthers(shell, *history, options.file, plan, options.shared);
  }
  const std::string before = sharing::standingAt(shell.files(), options.out).value_or(std::string());
  sharing::sealInto(shell.files(), options.out, bytes, chosenPassphrase(shell));
  shell.note(
      {tr("Sealed in {file}. Should the passphrase be forgotten, nobody can open it again."), {{"file", options.out}}});
  shell.noteReplaced(options.out, before, {});
  if (!options.travel) {
    if (options.file != "-") shell.note({tr("{file} itself stands as it was."), {{"file", options.file}}});
    return ExitCode::fine;
  }
  if (changedOnDisk(shell.files(), options.file, *stamp)) throw ChangedOnDisk(options.file, ChangedOnDisk::How::edited);
  refuseOpen(shell, options);
  erase(shell, options, plan, leave);
  return ExitCode::fine;
}

}  // namespace

Run declareSeal(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("PLAN", options->file, tr("The plan; - for the standard input."));
  arguments.requiredOption("-o,--output", options->out, "OUT",
                           tr("The file for the sealed plan, by custom PLAN.trackloom-sealed."));
  arguments.flag("--travel", options->travel,
                 tr("Then erase the plan, its earlier versions, unsaved work and recent places from this machine."));
  arguments.oneOf("--shared", options->shared, {keepShared, eraseShared},
                  tr("What --travel does with earlier versions that other plans come from, too."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
