#include "plugin/result.h"

#include "plugin/text.h"
#include "process/process.h"

#include <algorithm>
#include <array>

namespace trackloom::plugin {
namespace {

constexpr std::string_view resultMark = "trackloom-plugin-result-1";

// Only these can be told from inside the process that ran the plugin.
constexpr std::array<std::pair<Ending, std::string_view>, 4> endingNames = {{
    {Ending::fine, "fine"},
    {Ending::reported, "reported"},
    {Ending::tooLarge, "too-large"},
    {Ending::notLoaded, "not-loaded"},
}};

Message sentence(const Result& result, const std::string& title, const Limits& limits) {
  switch (result.ending) {
    case Ending::reported:
      return {tr("The plugin \"{plugin}\" could not do it: {reason}"),
              {{"plugin", title}, {"reason", shownSentence(result.reason)}}};
    case Ending::tooLarge:
      return {tr("The plugin \"{plugin}\" wrote more than the {bytes} bytes it may."),
              {{"plugin", title}, {"bytes", static_cast<std::int64_t>(limits.output)}}};
    case Ending::notLoaded:
      return {tr("The plugin \"{plugin}\" could not be loaded: {reason}"),
              {{"plugin", title}, {"reason", shownSentence(result.reason)}}};
    case Ending::crashed:
      return {tr("The plugin \"{plugin}\" crashed or used more memory than it may."), {{"plugin", title}}};
    case Ending::timedOut:
      return {tr("The plugin \"{plugin}\" was stopped because it took too long."), {{"plugin", title}}};
    case Ending::silent:
      return {tr("The plugin \"{plugin}\" ended without a result."), {{"plugin", title}}};
    default:
      return {tr("What the plugin \"{plugin}\" gave back is not what it should be."), {{"plugin", title}}};
  }
}

}  // namespace

Error failureOf(const Result& result, const std::string& title, const Limits& limits) {
  const char* toDo =
      result.ending == Ending::reported
          ? tr("It was not written; your plan is untouched.")
          : tr("It was not written; your plan is untouched. If it happens again, tell whoever made the plugin.");
  return Error(ErrorKind::unwritable, sentence(result, title, limits), {}, {toDo, {}});
}

std::string packedResult(const Result& result) {
  const auto* const name = std::find_if(endingNames.begin(), endingNames.end(),
                                        [&](const auto& entry) { return entry.first == result.ending; });
  std::vector<std::string_view> texts = {resultMark, name == endingNames.end() ? "" : name->second, result.reason,
                                         result.bytes};
  texts.insert(texts.end(), result.notes.begin(), result.notes.end());
  return process::packed(texts);
}

Result unpackedResult(std::string_view bytes) {
  Result result;
  result.ending = Ending::nonsense;
  const auto texts = process::unpacked(bytes);
  if (!texts || texts->size() < 4 || texts->front() != resultMark) return result;
  for (const auto& [ending, name] : endingNames)
    if (texts->at(1) == name) result.ending = ending;
  result.reason = texts->at(2);
  result.bytes = texts->at(3);
  result.notes.assign(texts->begin() + 4, texts->end());
  return result;
}

}  // namespace trackloom::plugin
