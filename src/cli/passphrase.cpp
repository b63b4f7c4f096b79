#include "cli/passphrase.h"

#include "plan/error.h"
#include "xml/disk_files.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

namespace trackloom::cli {
namespace {

using sharing::GuardedBytes;
using sharing::Passphrase;

constexpr std::size_t longest = 4096;

/// A file descriptor that is closed when this goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

/// Holds back signals that end or stop the program, so that the terminal is as it was before they do.
class HeldSignals {
 public:
  HeldSignals() {
    ::sigemptyset(&held_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP}) ::sigaddset(&held_, signal);
    ::sigprocmask(SIG_BLOCK, &held_, &before_);
    waiting_ = ::signalfd(-1, &held_, SFD_CLOEXEC);
  }
  /// Signals that came meanwhile do their work here.
  ~HeldSignals() {
    ::close(waiting_);
    ::sigprocmask(SIG_SETMASK, &before_, nullptr);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  /// Readable when one came.
  int waiting() const { return waiting_; }

 private:
  sigset_t held_{};
  sigset_t before_{};
  int waiting_ = -1;
};

/// A terminal that does not show what is typed while this is there.
class Unseen {
 public:
  explicit Unseen(int terminal) : terminal_(terminal) {
    ::tcgetattr(terminal, &before_);
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    unseen.c_lflag |= ICANON | ECHONL;
    ::tcsetattr(terminal, TCSAFLUSH, &unseen);
  }
  ~Unseen() { ::tcsetattr(terminal_, TCSAFLUSH, &before_); }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  int terminal_;
  termios before_{};
};

/// What is typed, up to the end of a line or of the input; nothing if a signal came between.
std::optional<std::size_t> typedLine(int terminal, GuardedBytes& bytes) {
  const HeldSignals signals;
  const Unseen unseen(terminal);
  std::size_t size = 0;
  while (size < bytes.size()) {
    pollfd ready[] = {{terminal, POLLIN, 0}, {signals.waiting(), POLLIN, 0}};
    if (::poll(ready, 2, -1) < 0) continue;
    if (ready[1].revents != 0) return std::nullopt;
    const ssize_t count = ::read(terminal, bytes.data() + size, bytes.size() - size);
    if (count <= 0) return size;
    size += static_cast<std::size_t>(count);
    if (bytes.data()[size - 1] == '\n') return size;
  }
  return size;
}

void say(int terminal, const char* words) {
  const std::string_view text = words;
  static_cast<void>(!::write(terminal, text.data(), text.size()));
}

Passphrase firstLine(const GuardedBytes& bytes, std::size_t size, const std::string& where) {
  if (size == longest)
    throw Error(ErrorKind::usage, {tr("A passphrase cannot be so long."), {}}, where,
                {tr("At most 4,000 bytes; a sentence is enough."), {}});
  std::string_view line = bytes.text().substr(0, size);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.empty())
    throw Error(ErrorKind::usage, {tr("The passphrase is empty."), {}}, where,
                {tr("Six words that have nothing to do with each other make a good one."), {}});
  return Passphrase(std::string(line));
}

Passphrase typed(int terminal, const char* prompt) {
  GuardedBytes bytes(longest);
  for (;;) {
    say(terminal, prompt);
    if (const auto size = typedLine(terminal, bytes)) return firstLine(bytes, *size, {});
  }
}

}  // namespace

Passphrase passphraseFromTerminal(Asked times) {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  if (terminal.number() < 0)
    throw Error(
        ErrorKind::usage, {tr("There is no terminal on which to ask for the passphrase."), {}}, {},
        {tr("Name a file that holds it with --passphrase-file; /dev/fd/3 is what another program hands over."), {}});
  Passphrase passphrase = typed(terminal.number(), tr("Passphrase: "));
  if (times == Asked::twice && !(typed(terminal.number(), tr("Once more: ")) == passphrase))
    throw Error(ErrorKind::usage, {tr("The two passphrases are not the same."), {}}, {},
                {tr("Nothing was written; try again."), {}});
  return passphrase;
}

Passphrase passphraseFromFile(const std::string& file) {
  const Descriptor in(file == "-" ? ::dup(STDIN_FILENO) : ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (in.number() < 0) throw fileError(FileStep::reading, file, errno);
  GuardedBytes bytes(longest);
  std::size_t size = 0;
  while (size < bytes.size() && bytes.text().substr(0, size).find('\n') == std::string_view::npos) {
    const ssize_t count = ::read(in.number(), bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw fileError(FileStep::reading, file, errno);
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  return firstLine(bytes, size, file);
}

}  // namespace trackloom::cli
