#pragma once

#include "documents/work_folder.h"
#include "plan/dates.h"

#include <stop_token>
#include <string>
#include <vector>

namespace trackloom::documents {

/// A file of a task, by its name in the folder the task runs in.
struct TaskFile {
  std::string name;
  std::string bytes;
};

/// Something that another program is asked to do.
struct Task {
  std::vector<std::string> command;  ///< the program, then its arguments; no shell comes between
  std::vector<TaskFile> files;       ///< what lies in the folder when it starts
  std::string result;                ///< the file it should leave behind; empty for what it prints
  Day date;                          ///< the day its output should be dated
};

/// Runs other programs.
class Programs {
 public:
  virtual ~Programs() = default;
  /// The bytes of the result. Throws `Error` naming the program if it is missing, fails, takes too long, is stopped or
  /// leaves no result.
  virtual std::string run(const Task& task) = 0;
};

/// Programs of this machine. Each task runs in an empty folder of its own, which is gone afterwards, with nothing of
/// the user's environment but the search path, and for no longer than the given seconds or until it is told to stop.
class InstalledPrograms : public Programs {
 public:
  static constexpr int usualSeconds = 120;

  explicit InstalledPrograms(int secondsAtMost = usualSeconds, WorkPlace workPlace = WorkPlace::disk,
                             std::stop_token stop = {})
      : secondsAtMost_(secondsAtMost), workPlace_(workPlace), stop_(std::move(stop)) {}
  explicit InstalledPrograms(WorkPlace workPlace, std::stop_token stop = {})
      : InstalledPrograms(usualSeconds, workPlace, std::move(stop)) {}
  std::string run(const Task& task) override;

 private:
  int secondsAtMost_;
  WorkPlace workPlace_;
  std::stop_token stop_;
};

}  // namespace trackloom::documents
