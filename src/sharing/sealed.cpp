#include "sharing/sealed.h"

#include "plan/bytes.h"
#include "xml/read.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

#include <sodium.h>

namespace trackloom::sharing {
namespace {

constexpr std::uint32_t thisVersion = 1;
constexpr std::uint32_t mostPasses = 16;
constexpr std::uint32_t leastMemory = crypto_pwhash_MEMLIMIT_MIN / 1024;
constexpr std::uint32_t mostMemory = 1U << 20U;
constexpr std::uint64_t mostWork = std::uint64_t{16} * 3 * (256U << 10U);

constexpr std::size_t lengthBytes = 8;
constexpr std::size_t pieceBytes = 64U << 10U;  ///< of content, its length and what fills up
constexpr std::size_t sealedPieceBytes = pieceBytes + crypto_secretstream_xchacha20poly1305_ABYTES;

// Which of the keys that follow from a passphrase it is.
constexpr char keyPurpose[] = "TLsealed";
constexpr std::uint64_t contentKeyNumber = 1;
constexpr std::uint64_t nameKeyNumber = 2;

using Stream = crypto_secretstream_xchacha20poly1305_state;

unsigned char* bytesOf(char* text) { return reinterpret_cast<unsigned char*>(text); }
const unsigned char* bytesOf(const char* text) { return reinterpret_cast<const unsigned char*>(text); }

void putFour(char* at, std::uint32_t number) {
  for (int i = 0; i < 4; ++i) at[i] = static_cast<char>(number >> (8 * i));
}
std::uint32_t fourAt(const char* at) {
  std::uint32_t number = 0;
  for (int i = 0; i < 4; ++i) number |= std::uint32_t{static_cast<unsigned char>(at[i])} << (8 * i);
  return number;
}

/// Sizes double: whoever sees a file learns only between which two powers of two its content lies.
std::size_t piecesFor(std::size_t content) {
  return std::bit_ceil((content + lengthBytes + pieceBytes - 1) / pieceBytes);
}

/// Only the last piece says that it is.
unsigned char tagOf(std::size_t number, std::size_t pieces) {
  return static_cast<unsigned char>(number + 1 == pieces ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                         : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
}

/// Something that is wiped when it goes.
template <class T>
class Wiped {
 public:
  Wiped() = default;
  ~Wiped() { sodium_memzero(&value_, sizeof value_); }
  Wiped(const Wiped&) = delete;
  Wiped& operator=(const Wiped&) = delete;
  T* get() { return &value_; }
  T& operator*() { return value_; }
  T* operator->() { return &value_; }

 private:
  T value_{};
};

using Piece = std::array<char, pieceBytes>;

/// One piece of what is sealed: the length, then the content, then zeros, as if they stood in one run.
void fillPiece(Piece& piece, std::size_t number, std::string_view content) {
  piece.fill('\0');
  std::size_t at = 0;
  if (number == 0) {
    const std::uint64_t length = littleEndian(content.size());
    std::memcpy(piece.data(), &length, lengthBytes);
    at = lengthBytes;
  }
  const std::size_t from = std::min(content.size(), number == 0 ? 0 : number * pieceBytes - lengthBytes);
  const std::size_t count = std::min(content.size() - from, pieceBytes - at);
  std::copy_n(content.data() + from, count, piece.data() + at);
}

}  // namespace

/// The first bytes of a sealed file. All of them are authenticated with every piece behind them.
struct SealKey::Head {
  static constexpr std::size_t versionAt = sealedMark.size();
  static constexpr std::size_t passesAt = versionAt + 4;
  static constexpr std::size_t memoryAt = passesAt + 4;
  static constexpr std::size_t saltAt = memoryAt + 4;
  static constexpr std::size_t streamAt = saltAt + saltBytes;
  static constexpr std::size_t bytes = streamAt + crypto_secretstream_xchacha20poly1305_HEADERBYTES;
  static_assert(saltBytes == crypto_pwhash_SALTBYTES && bytes == 60);

  SealCost cost;
  Salt salt{};

  /// Nothing for what is no sealed file that may be opened.
  static std::optional<Head> in(std::string_view sealed) {
    if (!isSealed(sealed) || sealed.size() < bytes + sealedPieceBytes) return std::nullopt;
    const std::size_t pieces = (sealed.size() - bytes) / sealedPieceBytes;
    if ((sealed.size() - bytes) % sealedPieceBytes != 0 || pieces > piecesFor(xml::maxFileBytes)) return std::nullopt;
    Head head{{fourAt(sealed.data() + passesAt), fourAt(sealed.data() + memoryAt)}, {}};
    std::copy_n(bytesOf(sealed.data() + saltAt), saltBytes, head.salt.data());
    if (fourAt(sealed.data() + versionAt) != thisVersion || !isBearable(head.cost)) return std::nullopt;
    return head;
  }

  /// With room for what the cipher puts behind the salt.
  void appendTo(std::string& out) const {
    out.append(sealedMark).resize(bytes, '\0');
    putFour(out.data() + versionAt, thisVersion);
    putFour(out.data() + passesAt, cost.passes);
    putFour(out.data() + memoryAt, cost.memory);
    std::ranges::copy(salt, bytesOf(out.data() + saltAt));
  }
};

bool isBearable(const SealCost& cost) {
  return cost.passes >= 1 && cost.passes <= mostPasses && cost.memory >= leastMemory && cost.memory <= mostMemory &&
         std::uint64_t{cost.passes} * cost.memory <= mostWork;
}

SealKey::SealKey(const Passphrase& passphrase, const SealCost& cost, const Salt& salt)
    : cost_(cost),
      salt_(salt),
      contentKey_(crypto_secretstream_xchacha20poly1305_KEYBYTES),
      nameKey_(crypto_generichash_KEYBYTES) {
  const GuardedBytes& words = passphrase.bytes();
  GuardedBytes root(crypto_kdf_KEYBYTES);
  if (crypto_pwhash(root.data(), root.size(), words.text().data(), words.size(), salt.data(), cost.passes,
                    std::size_t{cost.memory} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  crypto_kdf_derive_from_key(contentKey_.data(), contentKey_.size(), contentKeyNumber, keyPurpose, root.data());
  crypto_kdf_derive_from_key(nameKey_.data(), nameKey_.size(), nameKeyNumber, keyPurpose, root.data());
}

SealKey SealKey::fresh(const Passphrase& passphrase, const SealCost& cost) {
  Salt salt{};
  randombytes_buf(salt.data(), salt.size());
  return {passphrase, cost, salt};
}

std::optional<SealKey> SealKey::of(std::string_view sealed, const Passphrase& passphrase) {
  const auto head = Head::in(sealed);
  if (!head) return std::nullopt;
  return SealKey(passphrase, head->cost, head->salt);
}

std::string SealKey::closed(std::string_view content) const {
  if (content.size() > xml::maxFileBytes)
    throw Error(ErrorKind::unwritable, {tr("This is too large to be sealed."), {}}, {},
                {tr("A plan may have 256 MiB."), {}});
  const std::size_t pieces = piecesFor(content.size());
  std::string out;
  out.reserve(Head::bytes + pieces * sealedPieceBytes);
  Head{cost_, salt_}.appendTo(out);
  Wiped<Stream> stream;
  crypto_secretstream_xchacha20poly1305_init_push(stream.get(), bytesOf(out.data() + Head::streamAt),
                                                  contentKey_.data());
  Wiped<Piece> piece;
  for (std::size_t number = 0; number < pieces; ++number) {
    fillPiece(*piece, number, content);
    const std::size_t at = out.size();
    out.resize(at + sealedPieceBytes);
    crypto_secretstream_xchacha20poly1305_push(stream.get(), bytesOf(out.data() + at), nullptr, bytesOf(piece->data()),
                                               piece->size(), bytesOf(out.data()), Head::bytes, tagOf(number, pieces));
  }
  return out;
}

std::optional<std::string> SealKey::opened(std::string_view sealed) const {
  const auto head = Head::in(sealed);
  if (!head || head->cost != cost_ || head->salt != salt_) return std::nullopt;
  Wiped<Stream> stream;
  if (crypto_secretstream_xchacha20poly1305_init_pull(stream.get(), bytesOf(sealed.data() + Head::streamAt),
                                                      contentKey_.data()) != 0)
    return std::nullopt;
  const std::size_t pieces = (sealed.size() - Head::bytes) / sealedPieceBytes;
  Wiped<Piece> piece;
  std::string content;
  std::uint64_t length = 0;
  for (std::size_t number = 0; number < pieces; ++number) {
    unsigned char tag = 0;
    const int opened =
        crypto_secretstream_xchacha20poly1305_pull(stream.get(), bytesOf(piece->data()), nullptr, &tag,
                                                   bytesOf(sealed.data() + Head::bytes + number * sealedPieceBytes),
                                                   sealedPieceBytes, bytesOf(sealed.data()), Head::bytes);
    const bool fine = opened == 0 && tag == tagOf(number, pieces);
    if (fine && number == 0) length = eightAt(piece->data());
    if (!fine || length > xml::maxFileBytes || piecesFor(length) != pieces) {
      wipe(content);
      return std::nullopt;
    }
    content.reserve(length);
    const std::string_view text = std::string_view(piece->data(), piece->size()).substr(number == 0 ? lengthBytes : 0);
    content.append(text.substr(0, length - content.size()));
  }
  return content;
}

std::string SealKey::nameOf(std::string_view name) const {
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), bytesOf(name.data()), name.size(), nameKey_.data(), nameKey_.size());
  std::string text(2 * hash.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

std::string seal(std::string_view content, const Passphrase& passphrase, const SealCost& cost) {
  return SealKey::fresh(passphrase, cost).closed(content);
}

std::optional<Unsealed> unseal(std::string_view sealed, const Passphrase& passphrase) {
  auto key = SealKey::of(sealed, passphrase);
  auto content = key ? key->opened(sealed) : std::nullopt;
  if (!content) return std::nullopt;
  return Unsealed{*std::move(content), *std::move(key)};
}

Error cannotOpen(const std::string& file) {
  return Error(ErrorKind::unreadable,
               {tr("{file} does not open: the passphrase is another one, or the file is damaged."), {{"file", file}}},
               file,
               {tr("Type the passphrase again and look which keyboard is set; else have the file sent again. A file of "
                   "a newer Trackloom opens with that one."),
                {}});
}

}  // namespace trackloom::sharing
