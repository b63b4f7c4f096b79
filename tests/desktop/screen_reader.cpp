#include "desktop/screen_reader.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <gio/gio.h>
#include <unistd.h>

// The protocol itself: the library for it (libatspi) hangs where a program changes while it is asked.

namespace trackloom::desktop::test {
namespace {

constexpr const char* accessible = "org.a11y.atspi.Accessible";
constexpr int patience = 20000;  // milliseconds

// Numbers of the protocol.
constexpr std::uint64_t stateFocusable = 1ULL << 11U;
constexpr std::uint64_t stateFocused = 1ULL << 12U;
constexpr std::uint64_t stateShowing = 1ULL << 25U;
constexpr std::uint64_t stateVisible = 1ULL << 30U;
constexpr guint32 relationLabelledBy = 2;

using Answer = std::unique_ptr<GVariant, decltype(&g_variant_unref)>;

struct Call {
  const char* program;
  const char* path;
  const char* interface;
  const char* method;
};

/// What a call answers; null if whom it is for has gone.
Answer ask(GDBusConnection* bus, const Call& call, GVariant* words = nullptr) {
  return {g_dbus_connection_call_sync(bus, call.program, call.path, call.interface, call.method, words, nullptr,
                                      G_DBUS_CALL_FLAGS_NONE, patience, nullptr, nullptr),
          [](GVariant* answer) {
            if (answer) g_variant_unref(answer);
          }};
}

std::string firstText(const Answer& answer) {
  const gchar* text = nullptr;
  if (answer) g_variant_get_child(answer.get(), 0, "&s", &text);
  return text ? text : "";
}

/// Controls that are nothing without a name, whether or not the keyboard gets there.
constexpr std::array named = {"push button",   "toggle button",
                              "check box",     "radio button",
                              "combo box",     "entry",
                              "password text", "text",
                              "spin button",   "list",
                              "list box",      "tree",
                              "table",         "tree table",
                              "page tab",      "page tab list",
                              "slider",        "canvas",
                              "drawing area",  "menu item",
                              "menu",          "table column header"};

/// What holds rows.
constexpr std::array rowed = {"table", "tree table", "tree", "list box", "list"};

template <typename List>
bool holds(const List& list, const std::string& role) {
  return std::find(list.begin(), list.end(), role) != list.end();
}

}  // namespace

std::string Heard::role() const {
  return firstText(ask(bus_.get(), {program_.c_str(), path_.c_str(), accessible, "GetRoleName"}));
}

std::string Heard::property(const char* name) const {
  const Answer answer = ask(bus_.get(), {program_.c_str(), path_.c_str(), "org.freedesktop.DBus.Properties", "Get"},
                            g_variant_new("(ss)", accessible, name));
  if (!answer) return {};
  GVariant* inside = nullptr;
  g_variant_get(answer.get(), "(v)", &inside);
  std::string text = g_variant_get_string(inside, nullptr);
  g_variant_unref(inside);
  return text;
}

std::uint64_t Heard::states() const {
  const Answer answer = ask(bus_.get(), {program_.c_str(), path_.c_str(), accessible, "GetState"});
  if (!answer) return 0;
  guint32 low = 0;
  guint32 high = 0;
  GVariant* halves = g_variant_get_child_value(answer.get(), 0);
  g_variant_get_child(halves, 0, "u", &low);
  g_variant_get_child(halves, 1, "u", &high);
  g_variant_unref(halves);
  return low | static_cast<std::uint64_t>(high) << 32U;
}

bool Heard::isShowing() const { return (~states() & (stateShowing | stateVisible)) == 0; }
bool Heard::isFocusable() const { return (states() & stateFocusable) != 0; }
bool Heard::isFocused() const { return (states() & stateFocused) != 0; }

bool Heard::isLabelled() const {
  const Answer answer = ask(bus_.get(), {program_.c_str(), path_.c_str(), accessible, "GetRelationSet"});
  if (!answer) return false;
  GVariantIter* relations = nullptr;
  GVariantIter* others = nullptr;
  guint32 relation = 0;
  bool labelled = false;
  g_variant_get(answer.get(), "(a(ua(so)))", &relations);
  while (g_variant_iter_loop(relations, "(ua(so))", &relation, &others))
    labelled = labelled || (relation == relationLabelledBy && g_variant_iter_n_children(others) > 0);
  g_variant_iter_free(relations);
  return labelled;
}

std::vector<Heard> Heard::children() const {
  std::vector<Heard> found;
  const Answer answer = ask(bus_.get(), {program_.c_str(), path_.c_str(), accessible, "GetChildren"});
  if (!answer) return found;
  GVariantIter* children = nullptr;
  const gchar* program = nullptr;
  const gchar* path = nullptr;
  g_variant_get(answer.get(), "(a(so))", &children);
  while (g_variant_iter_loop(children, "(&s&o)", &program, &path)) found.emplace_back(bus_, program, path);
  g_variant_iter_free(children);
  return found;
}

/// Nobody waits for what comes of it: it may be a dialog that stays.
void Heard::press() const {
  g_dbus_connection_call(bus_.get(), program_.c_str(), path_.c_str(), "org.a11y.atspi.Action", "DoAction",
                         g_variant_new("(i)", 0), nullptr, G_DBUS_CALL_FLAGS_NONE, patience, nullptr, nullptr, nullptr);
  g_dbus_connection_flush_sync(bus_.get(), nullptr, nullptr);
}

void Heard::choose(int child) const {
  ask(bus_.get(), {program_.c_str(), path_.c_str(), "org.a11y.atspi.Selection", "SelectChild"},
      g_variant_new("(i)", child));
}

void Heard::chooseRow(int row) const {
  ask(bus_.get(), {program_.c_str(), path_.c_str(), "org.a11y.atspi.Table", "AddRowSelection"},
      g_variant_new("(i)", row));
}

ScreenReader::ScreenReader() {
  const std::unique_ptr<GDBusConnection, decltype(&g_object_unref)> session(
      g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr), &g_object_unref);
  const std::string address =
      session ? firstText(ask(session.get(), {"org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"})) : "";
  constexpr auto client = static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION);
  bus_.reset(g_dbus_connection_new_for_address_sync(address.c_str(), client, nullptr, nullptr, nullptr),
             [](GDBusConnection* bus) {
               if (bus) g_object_unref(bus);
             });
  if (!bus_) throw std::runtime_error("There is no accessibility bus.");
}

std::vector<Heard> ScreenReader::windowsOf(pid_t process) const {
  const Heard desktop(bus_, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root");
  std::vector<Heard> windows;
  for (const Heard& program : desktop.children())
    if (program.process() == process)
      for (const Heard& window : program.children())
        if (window.isShowing()) windows.push_back(window);
  return windows;
}

pid_t Heard::process() const {
  const Answer answer =
      ask(bus_.get(),
          {"org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID"},
          g_variant_new("(s)", program_.c_str()));
  guint32 process = 0;
  if (answer) g_variant_get(answer.get(), "(u)", &process);
  return static_cast<pid_t>(process);
}

bool waitFor(const std::function<bool()>& holds) {
  constexpr int turns = 300;
  constexpr int pause = 100000;  // microseconds
  for (int turn = 0; turn < turns; ++turn) {
    if (holds()) return true;
    ::usleep(pause);
  }
  return false;
}

std::vector<Heard> onScreen(const Heard& root) {
  std::vector<Heard> found{root};
  if (holds(rowed, root.role())) return found;
  for (const Heard& child : root.children()) {
    if (!child.isShowing()) continue;
    const std::vector<Heard> below = onScreen(child);
    found.insert(found.end(), below.begin(), below.end());
  }
  return found;
}

std::vector<std::string> nameless(const Heard& root) {
  std::vector<std::string> found;
  std::string before = "nothing";
  for (const Heard& one : onScreen(root)) {
    const std::string role = one.role();
    const std::string name = one.name();
    const bool usable = one.isFocusable() || holds(named, role);
    if (usable && name.empty() && !one.isLabelled()) found.push_back(role + " after " + before);
    if (!name.empty()) before = role + " “" + name + "”";
  }
  return found;
}

}  // namespace trackloom::desktop::test
