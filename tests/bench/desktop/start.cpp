#include "start.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace trackloom::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned long bare = 0x00FF00FF;  // the colour of the screen where nothing was painted
constexpr int quiet = 1500;                 // milliseconds without a change after which nothing more is awaited
constexpr int longest = 60000;
constexpr std::size_t coloursOfDrawing = 12;

/// The part of the screen where the board stands, in a window of the usual size.
constexpr int left = 300, top = 200, width = 600, height = 350;

double since(Clock::time_point from) { return std::chrono::duration<double, std::milli>(Clock::now() - from).count(); }

/// A connection of its own to the screen.
class Screen {
 public:
  Screen() : display_(XOpenDisplay(nullptr)) {
    if (!display_) throw std::runtime_error("no display");
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });  // windows go while they are looked at
    root_ = DefaultRootWindow(display_);
    XSetWindowBackground(display_, root_, bare);
    XClearWindow(display_, root_);
    XSelectInput(display_, root_, SubstructureNotifyMask);
    protocols_ = XInternAtom(display_, "WM_PROTOCOLS", False);
    ping_ = XInternAtom(display_, "_NET_WM_PING", False);
    XSync(display_, False);
  }
  ~Screen() { XCloseDisplay(display_); }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  struct Sight {
    std::size_t hash = 0;
    bool isBare = false;
    std::set<unsigned long> colours;  // not all: as many as tell a drawing from an empty window
  };

  Sight look() {
    Sight sight;
    XImage* image = XGetImage(display_, root_, left, top, width, height, AllPlanes, ZPixmap);
    if (!image) throw std::runtime_error("the screen cannot be read");
    sight.hash = std::hash<std::string_view>()(
        {image->data, static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(height)});
    for (int y = 0; y < height && !sight.isBare; y += 2)
      for (int x = 0; x < width; ++x) {
        const unsigned long colour = XGetPixel(image, x, y) & 0xFFFFFF;
        if (colour == bare) sight.isBare = true;
        if (sight.colours.size() < coloursOfDrawing) sight.colours.insert(colour);
      }
    XDestroyImage(image);
    return sight;
  }

  /// Asks the window for a sign of life; it gives one when it has dealt with all events before.
  void ask() {
    for (const Window window : windows()) {
      XEvent event{};
      event.xclient.type = ClientMessage;
      event.xclient.window = window;
      event.xclient.message_type = protocols_;
      event.xclient.format = 32;
      event.xclient.data.l[0] = static_cast<long>(ping_);
      event.xclient.data.l[1] = ++asked_;
      event.xclient.data.l[2] = static_cast<long>(window);
      XSendEvent(display_, window, False, NoEventMask, &event);
    }
    XFlush(display_);
  }

  /// What was asked before is answered by nobody any more.
  void beginAnew() { answered_ = asked_; }

  /// The number of the last question, and of the last that was answered.
  long asked() const { return asked_; }
  long answered() {
    while (XPending(display_) > 0) {
      XEvent event;
      XNextEvent(display_, &event);
      if (event.type == ClientMessage && event.xclient.message_type == protocols_)
        answered_ = std::max(answered_, event.xclient.data.l[1]);
    }
    return answered_;
  }

 private:
  /// The top windows on the screen that know the question.
  std::vector<Window> windows() {
    Window root = 0;
    Window parent = 0;
    Window* children = nullptr;
    unsigned count = 0;
    std::vector<Window> found;
    if (!XQueryTree(display_, root_, &root, &parent, &children, &count)) return found;
    for (unsigned i = 0; i < count; ++i) {
      XWindowAttributes look{};
      if (XGetWindowAttributes(display_, children[i], &look) && look.map_state == IsViewable && look.width > width)
        found.push_back(children[i]);
    }
    if (children) XFree(children);
    return found;
  }

  Display* display_;
  Window root_ = 0;
  Atom protocols_ = 0;
  Atom ping_ = 0;
  long asked_ = 0;
  long answered_ = 0;
};

/// Milliseconds that all threads of a process have had a processor.
double processorTime(pid_t process) {
  double nanoseconds = 0;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task")) {
    double one = 0;
    std::ifstream(thread.path() / "schedstat") >> one;
    nanoseconds += one;
  }
  return nanoseconds / 1e6;
}

/// A program that ends with this object.
class Program {
 public:
  explicit Program(const std::vector<std::string>& command) {
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    if (posix_spawn(&process_, words[0], nullptr, nullptr, words.data(), environ) != 0)
      throw std::runtime_error("cannot start " + command[0]);
  }
  ~Program() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  pid_t process() const { return process_; }

 private:
  pid_t process_ = 0;
};

}  // namespace

Start watchStart(const std::vector<std::string>& command, Middle middle) {
  static Screen screen;  // a display that nobody looks at begins anew, which takes it a moment
  screen.beginAnew();
  const auto begun = Clock::now();
  const Program program(command);
  Start start;
  std::optional<long> question;  // the first that was asked after the middle was painted
  std::size_t before = 0;
  double changed = 0;
  while (start.usable == 0 || since(begun) < changed + quiet) {
    if (since(begun) > longest) throw std::runtime_error(command[0] + " shows no window");
    const Screen::Sight sight = screen.look();
    if (sight.hash != before) changed = since(begun);
    before = sight.hash;
    const bool painted = !sight.isBare && (middle == Middle::anything || sight.colours.size() >= coloursOfDrawing);
    if (painted && !question) question = screen.asked() + 1;
    if (start.usable == 0 && screen.asked() == screen.answered()) screen.ask();
    if (start.usable == 0 && question && screen.answered() >= *question) {
      start.usable = since(begun);
      start.processor = processorTime(program.process());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(4));
  }
  start.complete = changed;
  return start;
}

}  // namespace trackloom::bench
