#include "plugin/child.h"

#include "plugin/job.h"
#include "plugin/library.h"
#include "xml/read.h"

namespace trackloom::plugin {
namespace {

Result exported(const Library& library, const ReadRequest& read) {
  const auto reading = xml::read(read.content);
  if (!reading.plan) return {Ending::nonsense, {}, {}, {}};
  return runExporter(library.plugin(), {*reading.plan, read.request.asOf, read.request.view},
                     read.request.limits.output);
}

Result resultOf(const ReadRequest& read) {
  const bool reads = read.request.task == Request::Task::readTables;
  try {
    const Library library(read.request.library);
    if (reads ? !library.readsTables() : !library.plugin().exportPlan) return {Ending::nonsense, {}, {}, {}};
    return reads ? runImporter(library.plugin(), read.content, read.request.limits.output) : exported(library, read);
  } catch (const Error& error) {
    return {Ending::notLoaded, plainText(error.message()), {}, {}};
  }
}

std::string resultFor(std::string_view bytes) {
  const auto read = unpackedRequest(bytes);
  return read ? packedResult(resultOf(*read)) : std::string();
}

}  // namespace

int runChild(int in, int out) { return process::answer(in, out, resultFor); }

Result runInChild(const std::vector<std::string>& command, const Request& request, std::string_view content) {
  const process::Answer answer = process::ask(command, request.limits, packedRequest(request, content));
  Result result;
  switch (answer.ending) {
    case process::Ending::answered:
      return unpackedResult(answer.bytes);
    case process::Ending::tooLarge:
      result.ending = Ending::tooLarge;
      break;
    case process::Ending::crashed:
      result.ending = Ending::crashed;
      break;
    case process::Ending::timedOut:
      result.ending = Ending::timedOut;
      break;
    case process::Ending::silent:
      result.ending = Ending::silent;
      break;
  }
  return result;
}

}  // namespace trackloom::plugin
