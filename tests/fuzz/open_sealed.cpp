#include "sharing/packed_text.h"
#include "sharing/sealed.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <sodium.h>

namespace {

using namespace trackloom;
using namespace trackloom::sharing;

constexpr std::size_t pieceBytes = 65'536;

/// The inside of a container that somebody made who knows the passphrase, and who need not keep to the rules: its
/// length says anything, its pieces end anywhere.
std::string wellSealed(const std::string& head, std::string_view inside, std::uint8_t lie) {
  unsigned char root[32];
  unsigned char key[32];
  const std::string words = "words";
  if (crypto_pwhash(root, sizeof root, words.data(), words.size(),
                    reinterpret_cast<const unsigned char*>(head.data() + 20), 1, 8192,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    std::abort();
  crypto_kdf_derive_from_key(key, sizeof key, 1, "TLsealed", root);
  std::string out = head;
  crypto_secretstream_xchacha20poly1305_state state;
  crypto_secretstream_xchacha20poly1305_init_push(&state, reinterpret_cast<unsigned char*>(out.data() + 36), key);
  const std::string sealedHead = out;
  const std::size_t pieces = 1 + (lie & 3U);
  std::string filled(inside);
  filled.resize(pieces * pieceBytes);
  for (std::size_t number = 0; number < pieces; ++number) {
    std::string piece(pieceBytes + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    const bool last = number + 1 == pieces;
    const bool ends = (lie & 4U) != 0 ? !last : last;
    const unsigned char tag = (lie & 8U) != 0 ? lie >> 4U : (ends ? 3 : 0);
    crypto_secretstream_xchacha20poly1305_push(
        &state, reinterpret_cast<unsigned char*>(piece.data()), nullptr,
        reinterpret_cast<const unsigned char*>(filled.data() + number * pieceBytes), pieceBytes,
        reinterpret_cast<const unsigned char*>(sealedHead.data()), sealedHead.size(), tag);
    out += piece;
  }
  return out;
}

}  // namespace

/// Whatever the bytes are, a container gives what was sealed or nothing, and asks for no more than is bearable.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Passphrase passphrase(std::string("words"));
  static const SealKey key = SealKey::fresh(passphrase, {1, 8});
  static const std::string genuine = key.closed("<plan/>");
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);

  // As it comes, and as the head of a genuine file: nothing opens, and nothing takes long.
  if (key.opened(input)) std::abort();
  std::string changed = genuine;
  std::copy_n(input.begin(), std::min(size, changed.size()), changed.begin());
  const bool same = changed == genuine;
  if (key.opened(changed).has_value() != same) std::abort();
  std::uint32_t asked[2] = {};
  std::memcpy(asked, changed.data() + 12, sizeof asked);
  const bool cheap = asked[0] <= 2 && asked[1] <= 1024;
  if (cheap || !isBearable({asked[0], asked[1]}))
    if (unseal(changed, passphrase).has_value() != same) std::abort();

  // What is sealed comes back, and damage at any one place is noticed.
  std::string sealed = key.closed(input);
  if (key.opened(sealed) != input) std::abort();
  if (size >= 4) {
    std::uint32_t place = 0;
    std::memcpy(&place, bytes, sizeof place);
    sealed[place % sealed.size()] = static_cast<char>(sealed[place % sealed.size()] ^ (bytes[3] | 1));
    if (key.opened(sealed)) std::abort();
  }

  // Made by somebody who knows the passphrase: it opens to what fits, or not at all.
  if (size >= 1) {
    const std::string crafted = wellSealed(genuine.substr(0, 60), input.substr(1), bytes[0]);
    if (const auto content = key.opened(crafted))
      if (content->size() + 8 > crafted.size()) std::abort();
  }
  static_cast<void>(unpackedText(input));
  return 0;
}
