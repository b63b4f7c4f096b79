#pragma once

#include "plan/error.h"
#include "sharing/passphrase.h"
#include "xml/envelope.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trackloom::sharing {

// A sealed file (docs/sealed-files.md): content under a passphrase, in a size that tells little of its length.

/// The ending of names of sealed plans. What a file is, is told by its content: nothing is decided by its name.
inline constexpr std::string_view sealedEnding = ".trackloom-sealed";

/// What one trial of a passphrase costs (Argon2id, RFC 9106). The usual: about a second on a small laptop.
struct SealCost {
  std::uint32_t passes = 3;
  std::uint32_t memory = 256U << 10U;  ///< KiB

  friend bool operator==(const SealCost&, const SealCost&) = default;
};

/// Whether a file that asks for so much is opened at all: at most 1 GiB, and no more than 16 times the usual work.
bool isBearable(const SealCost& cost);

/// What a passphrase gives together with the salt and cost of a file: seals and opens at once, without the passphrase.
/// To be kept while a sealed plan is open: for saving it, for its journal and for its local history. Copies are
/// independent; each is wiped when it goes.
class SealKey final : public Envelope {
 public:
  /// The key for a file that is to be sealed now. Takes about a second and 256 MiB of memory at the usual cost.
  /// Precondition: the cost is bearable. Throws `std::bad_alloc` where there is not so much memory.
  static SealKey fresh(const Passphrase& passphrase, const SealCost& cost = {});
  /// The key that opens a sealed file, if this is its passphrase; whether it is, `opened` tells. Nothing, at once, for
  /// what is no sealed file or asks for more than is bearable. Throws `std::bad_alloc`.
  static std::optional<SealKey> of(std::string_view sealed, const Passphrase& passphrase);

  const SealCost& cost() const { return cost_; }

  /// Sealed anew at each call: the same content gives other bytes. Throws an `Error` of kind unwritable for more than
  /// a plan file may hold.
  std::string closed(std::string_view content) const override;
  /// Nothing for whatever this key did not seal, also for files of the same passphrase that were sealed with another
  /// `fresh` key, and for damaged ones. The text is not guarded: `wipe` it.
  std::optional<std::string> opened(std::string_view sealed) const override;
  std::string nameOf(std::string_view name) const override;

 private:
  static constexpr std::size_t saltBytes = 16;
  using Salt = std::array<unsigned char, saltBytes>;
  struct Head;

  SealKey(const Passphrase& passphrase, const SealCost& cost, const Salt& salt);

  SealCost cost_;
  Salt salt_;
  GuardedBytes contentKey_;
  GuardedBytes nameKey_;
};

/// What a sealed file held, and the key to save it again with.
struct Unsealed {
  std::string content;
  SealKey key;
};

std::string seal(std::string_view content, const Passphrase& passphrase, const SealCost& cost = {});
/// Nothing for another passphrase, for damage, for what is no sealed file and for one of a newer program: whoever tries
/// learns no more than that. `cannotOpen` says so. Throws `std::bad_alloc`.
std::optional<Unsealed> unseal(std::string_view sealed, const Passphrase& passphrase);

/// The one answer to all that does not open.
Error cannotOpen(const std::string& file);

}  // namespace trackloom::sharing
