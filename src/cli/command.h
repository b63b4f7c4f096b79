#pragma once

#include "cli/shell.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace trackloom::cli {

/// What a command does once its words are read.
using Run = std::function<ExitCode(Shell&)>;

/// The words one command takes. What is bound here is filled in when the command line is read; reading, its errors and
/// the help follow from it. Targets must live as long as the `Run`.
class Arguments {
 public:
  explicit Arguments(CLI::App& app) : app_(app) {}

  /// A word that must be there.
  void required(const char* name, std::string& target, const char* help);
  /// One word or more.
  void required(const char* name, std::vector<std::string>& target, const char* help);
  void optional(const char* name, std::string& target, const char* help);
  /// Any number of words.
  void optional(const char* name, std::vector<std::string>& target, const char* help);
  void option(const char* name, std::string& target, const char* valueName, const char* help);
  /// Nothing if it is not there.
  void option(const char* name, std::optional<std::string>& target, const char* valueName, const char* help);
  void requiredOption(const char* name, std::string& target, const char* valueName, const char* help);
  /// May stand there several times, with one word each.
  void option(const char* name, std::vector<std::string>& target, const char* valueName, const char* help);
  /// One of some words; the target's own content is the default.
  void oneOf(const char* name, std::string& target, const std::vector<std::string>& words, const char* help);
  /// Of several switches of a group at most one may be there.
  void flag(const char* name, bool& target, const char* help, const char* group = "");
  /// Left out of the list of commands: for other programs, not for people.
  void hide();

 private:
  CLI::App& app_;
};

/// Whether a command reads plans, which may be sealed.
enum class Reads : std::uint8_t { plans, noPlans };

struct Command {
  const char* name;
  const char* help;
  Run (*declare)(Arguments&);
  Reads reads = Reads::plans;
};

/// Reads the words of a command line, without the program's name. Help and version are commands like others. Throws an
/// `Error` of kind usage for what is no command.
Run readCommandLine(const std::vector<std::string>& words);

}  // namespace trackloom::cli
