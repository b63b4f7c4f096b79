#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

struct _GDBusConnection;

namespace trackloom::desktop::test {

/// A control of another program as its accessibility tree (AT-SPI) tells it, asked anew each time.
class Heard {
 public:
  Heard(std::shared_ptr<_GDBusConnection> bus, std::string program, std::string path)
      : bus_(std::move(bus)), program_(std::move(program)), path_(std::move(path)) {}

  std::string role() const;
  std::string name() const { return property("Name"); }
  std::string description() const { return property("Description"); }
  /// Does another control stand for its name?
  bool isLabelled() const;
  bool isShowing() const;
  bool isFocusable() const;
  bool isFocused() const;
  std::vector<Heard> children() const;
  /// Whose it is.
  pid_t process() const;
  /// Presses it.
  void press() const;
  /// Chooses one of its children, as a tab of a book.
  void choose(int child) const;
  /// Chooses a row of it, as of a table.
  void chooseRow(int row) const;

 private:
  std::string property(const char* name) const;
  std::uint64_t states() const;

  std::shared_ptr<_GDBusConnection> bus_;
  std::string program_;
  std::string path_;
};

/// Asks the accessibility bus of the desktop, as a screen reader does.
class ScreenReader {
 public:
  ScreenReader();

  /// The windows of a process that are on the screen.
  std::vector<Heard> windowsOf(pid_t process) const;

 private:
  std::shared_ptr<_GDBusConnection> bus_;
};

/// Waits until something holds; false if it never does.
bool waitFor(const std::function<bool()>& holds);
/// A control and everything below it that is on the screen. Rows of lists and trees are left out: what they hold is
/// text.
std::vector<Heard> onScreen(const Heard& root);
/// A line for each control on the screen that somebody can use and that says nothing of itself.
std::vector<std::string> nameless(const Heard& root);

}  // namespace trackloom::desktop::test
