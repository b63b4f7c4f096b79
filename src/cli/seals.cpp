#include "cli/seals.h"

#include "cli/passphrase.h"

#include <algorithm>

namespace trackloom::cli {

std::string Seals::open(std::string_view sealed, const std::string& file) {
  for (const sharing::SealKey& key : keys_)
    if (auto content = key.opened(sealed)) return *std::move(content);
  if (file_.empty()) throw refusalOfSealed(file);
  if (!passphrase_) {
    sharing::leaveNoCrashDumps();
    passphrase_ = passphraseFromFile(file_);
  }
  auto unsealed = sharing::unseal(sealed, *passphrase_);
  if (!unsealed) throw sharing::cannotOpen(file);
  keys_.push_back(std::move(unsealed->key));
  if (firstSealed_.empty()) firstSealed_ = file;
  return std::move(unsealed->content);
}

const sharing::SealKey* Seals::keyFor(std::string_view sealed) const {
  const auto own = std::ranges::find_if(keys_, [&](const sharing::SealKey& key) {
    auto content = key.opened(sealed);
    if (content) sharing::wipe(*content);
    return content.has_value();
  });
  return own == keys_.end() ? key() : &*own;
}

Error refusalOfSealed(const std::string& file) {
  return Error(ErrorKind::unreadable, {tr("This plan is sealed: it opens with its passphrase only."), {}}, file,
               {tr("Open it in the desktop or with trackloom-cli open, or name a file that holds its passphrase with "
                   "--passphrase-file."),
                {}});
}

}  // namespace trackloom::cli
