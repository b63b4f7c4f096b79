#include "sharing/seal_file.h"

#include "xml/safe_save.h"

namespace trackloom::sharing {

std::optional<std::string> standingAt(Files& files, const std::string& path) {
  try {
    return files.state(path) ? std::optional(files.read(path)) : std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

void verifyPlace(Files& files, const std::string& path) {
  if (const auto there = standingAt(files, path); there && !isSealed(*there))
    throw Error(ErrorKind::unwritable, {tr("A file stands there that is not sealed; it is left alone."), {}}, path,
                {tr("Choose another name for the sealed plan."), {}});
}

SealKey sealInto(Files& files, const std::string& path, std::string_view content, const Passphrase& passphrase,
                 const SealCost& cost) {
  verifyPlace(files, path);
  const SealKey key = SealKey::fresh(passphrase, cost);
  saveSafely(files, path, key.closed(content), std::nullopt);
  auto again = unseal(files.read(path), passphrase);
  const bool same = again && again->content == content;
  if (again) wipe(again->content);
  if (!same)
    throw Error(ErrorKind::unwritable, {tr("The sealed plan does not open again as it should."), {}}, path,
                {tr("The disk or the memory of this machine may be failing: seal it in another place. The plan itself "
                    "is untouched."),
                 {}});
  return key;
}

}  // namespace trackloom::sharing
