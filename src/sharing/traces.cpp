#include "sharing/traces.h"

#include "sharing/local_history.h"
#include "xml/claim.h"
#include "xml/journal.h"
#include "xml/safe_save.h"
#include "xml/write.h"

#include <functional>
#include <optional>

namespace trackloom::sharing {
namespace {

/// The value of a line of the settings as it was meant: the file has it in quotation marks where it begins or ends
/// with a blank, and marks backslashes, quotation marks and line ends by a backslash.
std::string settingOf(std::string_view line) {
  std::string_view value = line.substr(line.find('=') + 1);
  if (value.size() > 1 && value.starts_with('"') && value.ends_with('"')) value = value.substr(1, value.size() - 2);
  std::string text;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool marked = value[at] == '\\' && at + 1 < value.size();
    const char sign = marked ? value[++at] : value[at];
    if (marked && sign == 'n') {
      text += '\n';
    } else if (marked && sign == 't') {
      text += '\t';
    } else if (marked && sign == 'r') {
      text += '\r';
    } else {
      text += sign;
    }
  }
  return text;
}

/// Goes through settings by lines, each with its end, and with the plan that it names among the recent ones.
void eachLine(std::string_view settings,
              const std::function<void(std::string_view, const std::optional<std::string>&)>& take) {
  bool recent = false;
  while (!settings.empty()) {
    const std::size_t end = std::min(settings.find('\n'), settings.size() - 1) + 1;
    const std::string_view line = settings.substr(0, end);
    settings.remove_prefix(end);
    const std::string_view bare = line.substr(0, line.find_last_not_of("\r\n") + 1);
    if (bare.starts_with('[')) recent = bare == "[recent]";
    const bool names = recent && bare.find('=') != bare.npos;
    take(line, names ? std::optional(settingOf(bare)) : std::nullopt);
  }
}

void forgetRecent(Files& files, const std::string& settings, const std::string& path) {
  if (settings.empty() || !files.state(settings)) return;
  const std::string before = files.read(settings);
  const std::string after = withoutRecent(before, path);
  if (after == before) return;
  if (after.empty()) {
    files.erase(settings);
  } else {
    replaceSafely(files, settings, after);
  }
}

/// The plan and the version before it, as far as they have further names on the disk, under which they stay.
std::vector<std::string> namedTwice(Files& files, const std::string& real) {
  std::vector<std::string> found;
  for (const std::string& file : {real, real + "~"})
    if (const auto state = files.state(file); state && state->names > 1) found.push_back(file);
  return found;
}

/// The link too, where the plan was named by one.
void eraseFile(Files& files, const std::string& path, const std::string& real) {
  eraseWithTraces(files, real);
  if (path != real && !files.state(path)) {
    try {
      files.remove(path);
    } catch (const Error&) {
      return;  // the same file by another way to its folder: it is gone
    }
  }
}

}  // namespace

bool hasUnsavedWork(Files& files, const std::string& path, const Plan& plan, const TracePlaces& places) {
  if (places.journal.empty()) return false;
  const auto entry = Journal(files, places.journal).find(files.realPath(path));
  return entry && !entry->problem && entry->content != xml::write(plan);
}

bool isOpenInWindow(Files& files, const std::string& path, const TracePlaces& places) {
  return Claim::isHeldByAny(places.journal, files.realPath(path));
}

std::vector<Message> erasePlan(Files& files, const std::string& path, const Plan& plan, const TracePlaces& places,
                               const std::set<std::string>& leave) {
  std::vector<Message> left;
  const std::string real = files.realPath(path);
  const auto say = [&](const std::string& file, const Message& reason) {
    left.push_back({tr("Not all of {file} could be erased: {reason}"),
                    {{"file", file}, {"reason", std::vector<Message>{reason}}}});
  };
  const auto erase = [&](const std::function<void()>& step) {
    try {
      step();
    } catch (const Error& error) {
      say(error.where().empty() ? real : error.where(), error.message());
    }
  };
  const std::vector<std::string> elsewhere = namedTwice(files, real);
  if (!places.history.empty()) erase([&] { LocalHistory(files, places.history).forget(plan, leave); });
  if (!places.journal.empty()) erase([&] { Journal(files, places.journal).erase(real); });
  erase([&] { forgetRecent(files, places.settings, real); });
  erase([&] { eraseFile(files, path, real); });
  for (const std::string& file : elsewhere)
    say(file, {tr("The file has another name on this disk, and stands there as it was."), {}});
  return left;
}

std::vector<std::string> recentPlans(std::string_view settings) {
  std::vector<std::string> found;
  eachLine(settings, [&](std::string_view, const std::optional<std::string>& recent) {
    if (recent) found.push_back(*recent);
  });
  return found;
}

std::string withoutRecent(std::string_view settings, std::string_view path) {
  std::string kept;
  eachLine(settings, [&](std::string_view line, const std::optional<std::string>& recent) {
    if (recent != path) kept += line;
  });
  return kept;
}

}  // namespace trackloom::sharing
