#include "cli/command.h"
#include "cli/commands.h"

#include <CLI/CLI.hpp>

namespace trackloom::cli {
namespace {

constexpr const char* programName = "trackloom-cli";

Message helpHint(const std::string& command) {
  if (command.empty()) return {tr("trackloom-cli --help lists the commands."), {}};
  return {tr("trackloom-cli {command} --help tells how it is used."), {{"command", command}}};
}

/// The library's sentence with a full stop, as ours have.
std::string sentence(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '.')) text.pop_back();
  return text + '.';
}

/// Too many or too few values; the library counts them ("--as-of: At Most 1 required but received 2").
Message misfit(const std::string& counted) {
  if (counted.find(": At Most 1 ") == counted.npos) return {sentence(counted), {}};
  return {tr("{option} is given more than once; it takes one value."),
          {{"option", counted.substr(0, counted.find(':'))}}};
}

Run printing(std::string text) {
  return [text = std::move(text)](Shell& shell) {
    shell.print(text);
    return ExitCode::fine;
  };
}

std::string usedCommand(const CLI::App& app) {
  const auto used = app.get_subcommands();
  return used.empty() ? std::string() : used.front()->get_name();
}

/// A word that is no command says so, before anything is said about what it should have been followed by.
void refuseUnknownCommand(const std::vector<std::string>& words) {
  if (words.empty()) throw Error(ErrorKind::usage, {tr("No command is given."), {}}, {}, helpHint({}));
  if (words.front().starts_with('-')) return;
  for (const Command& command : commands())
    if (words.front() == command.name) return;
  throw Error(ErrorKind::usage, {tr("There is no command {word}."), {{"word", words.front()}}}, {}, helpHint({}));
}

/// A command that reads plans takes a passphrase for sealed ones; never as a word, which others on the machine can see.
Run withPassphrase(Arguments& arguments, Run run) {
  const auto file = std::make_shared<std::string>();
  arguments.option("--passphrase-file", *file, "FILE", tr("A file whose first line opens sealed plans."));
  return [file, run = std::move(run)](Shell& shell) {
    shell.seals().takePassphraseFrom(*file);
    return run(shell);
  };
}

}  // namespace

void Arguments::required(const char* name, std::string& target, const char* help) {
  app_.add_option(name, target, help)->required()->type_name("");
}

void Arguments::required(const char* name, std::vector<std::string>& target, const char* help) {
  app_.add_option(name, target, help)->required()->type_name("");
}

void Arguments::optional(const char* name, std::vector<std::string>& target, const char* help) {
  app_.add_option(name, target, help)->type_name("");
}

void Arguments::optional(const char* name, std::string& target, const char* help) {
  app_.add_option(name, target, help)->type_name("");
}

void Arguments::option(const char* name, std::string& target, const char* valueName, const char* help) {
  app_.add_option(name, target, help)->type_name(valueName);
}

void Arguments::option(const char* name, std::optional<std::string>& target, const char* valueName, const char* help) {
  app_.add_option(name, target, help)->type_name(valueName);
}

void Arguments::requiredOption(const char* name, std::string& target, const char* valueName, const char* help) {
  app_.add_option(name, target, help)->type_name(valueName)->required();
}

void Arguments::option(const char* name, std::vector<std::string>& target, const char* valueName, const char* help) {
  app_.add_option(name, target, help)->type_name(valueName)->expected(1)->allow_extra_args(false)->take_all();
}

void Arguments::oneOf(const char* name, std::string& target, const std::vector<std::string>& words, const char* help) {
  CLI::Option* option = app_.add_option(name, target, help)->type_name(CLI::detail::join(words, "|"));
  if (!target.empty()) option->default_str(target);
  option->check(
      [words](const std::string& word) {
        if (std::find(words.begin(), words.end(), word) != words.end()) return std::string();
        return plainText(
            {tr("{word} is not one of {words}"), {{"word", word}, {"words", CLI::detail::join(words, ", ")}}});
      },
      "");
}

void Arguments::flag(const char* name, bool& target, const char* help, const char* group) {
  CLI::Option* added = app_.add_flag(name, target, help);
  if (!*group) return;
  for (CLI::Option* other : app_.get_options(nullptr))
    if (other != added && other->get_group() == group) added->excludes(other);
  added->group(group);
}

void Arguments::hide() { app_.group(""); }

Run readCommandLine(const std::vector<std::string>& words) {
  refuseUnknownCommand(words);
  CLI::App app(tr("Trackloom looks at plans of peace processes that run on several tracks at once."), programName);
  app.set_help_flag("-h,--help", tr("Show this help."));
  app.set_version_flag("--version", std::string("trackloom-cli " TRACKLOOM_VERSION), tr("Show the version."));
  app.require_subcommand(1);
  app.footer(
      tr("Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 input unreadable or not a plan, 4 output not writable."));
  std::vector<std::pair<CLI::App*, Run>> declared;
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.help);
    Arguments arguments(*sub);
    Run run = command.declare(arguments);
    declared.emplace_back(sub, command.reads == Reads::plans ? withPassphrase(arguments, std::move(run)) : run);
  }
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    return printing(app.help());
  } catch (const CLI::CallForVersion& version) {
    return printing(std::string(version.what()) + '\n');
  } catch (const CLI::ArgumentMismatch& problem) {
    throw Error(ErrorKind::usage, misfit(problem.what()), {}, helpHint(usedCommand(app)));
  } catch (const CLI::ParseError& problem) {
    throw Error(ErrorKind::usage, {sentence(problem.what()), {}}, {}, helpHint(usedCommand(app)));
  }
  for (auto& [sub, run] : declared)
    if (sub->parsed()) return run;
  return printing(app.help());
}

}  // namespace trackloom::cli
