#pragma once

#include "cli/progress.h"
#include "cli/shell.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace trackloom::cli {

/// Writes many papers of one plan into a folder. What cannot be made is told in one sentence each at the end, once for
/// what is missing for several, and the rest is written all the same. On a terminal the standard error tells how far it
/// is.
class SetWriter {
 public:
  SetWriter(Shell& shell, const LoadedPlan& loaded, std::string folder, std::size_t count);

  /// What a paper is made of: its bytes, and notes for the author.
  struct Made {
    std::string bytes;
    std::vector<Message> notes;
  };
  /// Makes a paper and writes it under its name. `subject` stands before its notes.
  void write(const std::string& name, const std::string& subject, const std::function<Made()>& make);
  ExitCode finish();

 private:
  void keep(const Error& failure);
  void keep(const std::string& subject, const Message& note);

  Shell& shell_;
  const LoadedPlan& loaded_;
  std::string folder_;
  Progress progress_;
  std::vector<Error> failures_;
  std::vector<std::pair<std::string, std::string>> notes_;  ///< sentences, and of what each is told
  std::set<std::string> told_;
};

}  // namespace trackloom::cli
