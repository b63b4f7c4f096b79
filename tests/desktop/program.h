#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace trackloom::desktop::test {

/// The program itself, in a process of its own. It is ended with this.
class Program {
 public:
  /// Started on a plan, or on the start page if there is none; `environment` are words like NAME=value.
  explicit Program(const std::string& plan, const std::vector<std::string>& environment = {});
  ~Program() { kill(); }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  pid_t process() const { return child_; }
  /// Ends it at once, without a chance to save anything.
  void kill();

 private:
  pid_t child_ = 0;
};

}  // namespace trackloom::desktop::test
