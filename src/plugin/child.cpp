#include "plugin/child.h"

#include "plugin/job.h"
#include "plugin/library.h"
#include "xml/read.h"

namespace trackloom::plugin {
namespace {

Result resultOf(const ReadRequest& read) {
  Result result;
  try {
    const auto reading = xml::read(read.planXml);
    if (!reading.plan) {
      result.ending = Ending::nonsense;
      return result;
    }
    const Library library(read.request.library);
    result = runExporter(library.plugin(), {*reading.plan, read.request.asOf, read.request.view},
                         read.request.limits.output);
  } catch (const Error& error) {
    result.ending = Ending::notLoaded;
    result.reason = plainText(error.message());
  }
  return result;
}

std::string resultFor(std::string_view bytes) {
  const auto read = unpackedRequest(bytes);
  return read ? packedResult(resultOf(*read)) : std::string();
}

}  // namespace

int runChild(int in, int out) { return process::answer(in, out, resultFor); }

Result runInChild(const std::vector<std::string>& command, const Request& request, std::string_view planXml) {
  const process::Answer answer = process::ask(command, request.limits, packedRequest(request, planXml));
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
