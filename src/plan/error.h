#pragma once

#include "plan/message.h"

#include <stdexcept>
#include <string>
#include <utility>

namespace trackloom {

/// What kind of environment problem it is; the command line turns it into its exit code.
enum class ErrorKind { usage, unreadable, unwritable };

/// Something outside the plan went wrong: a file that cannot be read or written, a program that is missing.
/// Says what happened, where, and what to do. Content problems of a plan are never errors.
/// Shown in two places only: the command line's main and the desktop's frame.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, Message what, std::string where, Message toDo)
      : std::runtime_error(plainText(what)),
        kind_(kind),
        what_(std::move(what)),
        where_(std::move(where)),
        toDo_(std::move(toDo)) {}

  ErrorKind kind() const { return kind_; }
  const Message& message() const { return what_; }
  /// A path, or a path with a line: `plan.trackloom:12`.
  const std::string& where() const { return where_; }
  const Message& toDo() const { return toDo_; }

 private:
  ErrorKind kind_;
  Message what_;
  std::string where_;
  Message toDo_;
};

}  // namespace trackloom
