#include "cli/set_writer.h"

#include <algorithm>
#include <filesystem>

namespace trackloom::cli {

SetWriter::SetWriter(Shell& shell, const LoadedPlan& loaded, std::string folder, std::size_t count)
    : shell_(shell), loaded_(loaded), folder_(std::move(folder)), progress_(count) {
  shell_.files().makeFolder(folder_);
}

void SetWriter::write(const std::string& name, const std::string& subject, const std::function<Made()>& make) {
  progress_.step(name);
  Made made;
  try {
    made = make();
  } catch (const Error& error) {
    return keep(error);
  }
  for (const Message& note : made.notes) keep(subject, note);
  if (!made.bytes.empty()) shell_.writeOutput((std::filesystem::path(folder_) / name).string(), made.bytes);
}

ExitCode SetWriter::finish() {
  progress_.end();
  for (const auto& [note, subjects] : notes_)
    shell_.note({tr("{document}: {note}"), {{"document", subjects}, {"note", note}}});
  ExitCode code = ExitCode::fine;
  for (const Error& failure : failures_) code = shell_.report(failure);
  return code;
}

/// The same failure is told once.
void SetWriter::keep(const Error& failure) {
  if (told_.insert(failure.where() + plainText(failure.message())).second) failures_.push_back(failure);
}

/// What the author should know of a paper, once for all its formats, and for all papers of which it holds.
void SetWriter::keep(const std::string& subject, const Message& note) {
  const std::string text = plainText(note, &loaded_.plan);
  if (!told_.insert(subject + '\n' + text).second) return;
  const auto told = std::ranges::find(notes_, text, &std::pair<std::string, std::string>::first);
  if (told == notes_.end()) {
    notes_.emplace_back(text, subject);
  } else {
    told->second += ", " + subject;
  }
}

}  // namespace trackloom::cli
