#include "cli/shell.h"

#include "cli/plain_text.h"
#include "sharing/seal_file.h"
#include "xml/disk_files.h"
#include "xml/read.h"
#include "xml/write.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace trackloom::cli {

namespace fs = std::filesystem;

namespace {

std::string reasonOf(int code) { return std::generic_category().message(code); }

/// Gives 0, or the `errno` of what went wrong.
int writeAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// If not even that can be written, there is nowhere left to say so.
void writeToStandardError(const std::string& line) { static_cast<void>(writeAll(STDERR_FILENO, line)); }

Message unreadNote(const LoadedPlan& loaded) {
  const auto count = static_cast<std::int64_t>(loaded.problemCount());
  if (count == 1)
    return {tr("One thing in {file} could not be read as it stands; trackloom-cli validate {file} shows it."),
            {{"file", loaded.file}}};
  return {tr("{count} things in {file} could not be read as they stand; trackloom-cli validate {file} lists them."),
          {{"count", count}, {"file", loaded.file}}};
}

/// A drawing or document never takes the place of a plan, not even of one under another ending.
void refuseToReplacePlan(Files& files, const std::string& file) {
  constexpr std::size_t begins = 4096;
  if (file.empty() || file == "-") return;
  std::error_code none;
  if (!fs::is_regular_file(file, none)) return;
  const std::string there = files.read(file).substr(0, begins);
  if (!file.ends_with(".trackloom") && !isSealed(there) && there.find(xml::planNamespace) == std::string::npos) return;
  throw Error(ErrorKind::unwritable, {tr("A plan stands there; what is made from a plan does not replace one."), {}},
              file, {tr("Name another file with -o."), {}});
}

[[noreturn]] void refuseToReplaceSealed(const std::string& file) {
  throw Error(ErrorKind::unwritable, {tr("A sealed plan stands there; it is not replaced by one that lies open."), {}},
              file, {tr("Name another file with -o."), {}});
}

}  // namespace

ExitCode exitCodeOf(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return ExitCode::usage;
    case ErrorKind::unreadable:
      return ExitCode::unreadable;
    case ErrorKind::unwritable:
      return ExitCode::unwritable;
  }
  return ExitCode::unreadable;
}

LoadedPlan planIn(Files& files, std::string_view bytes, const std::string& file) {
  xml::Reading reading = xml::read(bytes);
  if (!reading.plan) {
    const xml::Problem problem = reading.refusal.value_or(xml::Problem{{tr("This is not a plan."), {}}, 1, {}});
    throw Error(ErrorKind::unreadable, problem.what, file + ':' + std::to_string(problem.line),
                reading.toDoBeside(file != "-" && hasPrevious(files, file)));
  }
  LoadedPlan loaded{file, *std::move(reading.plan), std::move(reading.problems), reading.moreProblems, {}};
  return loaded;
}

std::string Shell::readInput() const {
  std::string bytes;
  char block[65536];
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      throw Error(ErrorKind::unreadable,
                  {tr("The standard input could not be read: {reason}."), {{"reason", reasonOf(errno)}}}, "-",
                  {tr("Name a file instead of -, or pipe a plan in."), {}});
    bytes.append(block, static_cast<std::size_t>(count));
    if (count == 0 || bytes.size() > xml::maxFileBytes) return bytes;
  }
}

std::pair<std::string, std::optional<FileStamp>> Shell::readBytes(const std::string& file) const {
  if (file == "-") return {readInput(), std::nullopt};
  StampedContent content = readStamped(files_, file);
  return {std::move(content.bytes), content.stamp};
}

LoadedPlan Shell::load(const std::string& file) const {
  auto [bytes, stamp] = readBytes(file);
  if (isSealed(bytes))
    bytes = seals_->open(bytes, file);
  else
    seals_->passOpenPlan();
  LoadedPlan loaded = planIn(files_, bytes, file);
  loaded.stamp = stamp;
  if (envelope()) sharing::wipe(bytes);
  return loaded;
}

LoadedPlan Shell::loadNoting(const std::string& file) const {
  LoadedPlan loaded = load(file);
  if (loaded.problemCount() != 0) note(unreadNote(loaded));
  return loaded;
}

/// Prints, or writes into a device or pipe, which must never be replaced by a file; says whether it was one of these.
bool Shell::writtenElsewhere(const std::string& file, std::string_view bytes) {
  if (file.empty() || file == "-") {
    print(bytes);
    return true;
  }
  std::error_code ignored;
  const fs::file_status status = fs::status(file, ignored);
  if (!fs::exists(status) || fs::is_regular_file(status) || fs::is_directory(status)) return false;
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe that nobody reads is told
  if (descriptor >= 0) ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
  const int code = descriptor < 0 ? errno : writeAll(descriptor, bytes);
  if (descriptor >= 0) ::close(descriptor);
  if (code != 0) throw fileError(FileStep::writing, file, code);
  return true;
}

void Shell::savePlan(const std::string& file, std::string_view bytes, const std::optional<FileStamp>& expected) {
  if (writtenElsewhere(file, bytes)) {
    if (seals_->key())
      note({tr("{sealed} is sealed, but what is shown of it lies open: whoever gets it can read it."),
            {{"sealed", seals_->firstSealed()}}});
    return;
  }
  const std::string there = sharing::standingAt(files_, file).value_or(std::string());
  xml::mustOpenAgain(bytes, file);
  const sharing::SealKey* key = isSealed(there) ? seals_->keyFor(there) : seals_->key();
  if (!key && isSealed(there)) refuseToReplaceSealed(file);
  saveSafely(files_, file, key ? key->closed(bytes) : std::string(bytes), expected);
  if (key && isSealed(there) && seals_->isMixed())
    note({tr("{file} stays sealed, and opens with its passphrase as before."), {{"file", file}}});
  else if (key && !isSealed(there))
    note({tr("{file} is sealed because {sealed} is, and opens with the same passphrase."),
          {{"file", file}, {"sealed", seals_->firstSealed()}}});
}

void Shell::saveOpenPlan(const std::string& file, std::string_view bytes) {
  if (writtenElsewhere(file, bytes)) return;
  const std::string there = sharing::standingAt(files_, file).value_or(std::string());
  if (isSealed(there)) refuseToReplaceSealed(file);
  xml::mustOpenAgain(bytes, file);
  saveSafely(files_, file, bytes, std::nullopt);
  noteReplaced(file, there, bytes);
  if (seals_->key())
    note({tr("{file} lies open though {sealed} is sealed: whoever has it can read it."),
          {{"file", file}, {"sealed", seals_->firstSealed()}}});
}

void Shell::noteReplaced(const std::string& file, std::string_view before, std::string_view now) const {
  if (!before.empty() && before != now)
    note({tr("Something else stood in {file}; it is kept as {backup}."), {{"file", file}, {"backup", file + "~"}}});
}

void Shell::writeOutput(const std::string& file, std::string_view bytes) {
  refuseToReplacePlan(files_, file);
  if (!writtenElsewhere(file, bytes)) replaceSafely(files_, file, bytes);
}

void Shell::note(const Message& message, const Plan* plan) const {
  writeToStandardError("trackloom-cli: " + oneLine(plainText(message, plan)) + '\n');
}

ExitCode Shell::report(const Error& error) const {
  std::string line = "trackloom-cli: ";
  if (!error.where().empty()) line += oneLine(error.where()) + ": ";
  line += oneLine(plainText(error.message()));
  if (const std::string toDo = plainText(error.toDo()); !toDo.empty()) line += ' ' + oneLine(toDo);
  writeToStandardError(line + '\n');
  return exitCodeOf(error.kind());
}

void Shell::finish() {
  const std::string text = std::exchange(out_, {});
  const int code = writeAll(STDOUT_FILENO, text);
  if (code == 0) return;
  throw Error(ErrorKind::unwritable, {tr("The output could not be written: {reason}."), {{"reason", reasonOf(code)}}},
              {},
              {tr("Check where the output goes: the disk may be full, or the program that reads it has ended."), {}});
}

}  // namespace trackloom::cli
