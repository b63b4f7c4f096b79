#pragma once

#include <span>
#include <string_view>

namespace trackloom::desktop {

class Frame;

/// Something the user can tell the program to do. Menus, the toolbar, the palette of commands and the page of keys walk
/// the one list of these.
struct Action {
  const char* id;        ///< for tests and tools: `undo`
  const char* menu;      ///< the menu it stands in; empty for one that is only in the palette
  const char* label;     ///< with & before the letter that chooses it
  const char* help;      ///< one sentence
  const char* shortcut;  ///< `Ctrl+Z`; empty for none
  void (Frame::*run)();
  bool (Frame::*possible)() const = nullptr;  ///< null: always
  const char* symbol = nullptr;               ///< a stock picture for the toolbar
  enum class Place : std::uint8_t { inGroup, beginsGroup } place = Place::inGroup;
};

/// All actions, menu by menu, in the order they stand there.
std::span<const Action> actions();
const Action* findAction(std::string_view id);

}  // namespace trackloom::desktop
