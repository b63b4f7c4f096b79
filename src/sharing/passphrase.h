#pragma once

#include "plan/message.h"
#include "sharing/guarded.h"

#include <optional>
#include <string>

namespace trackloom::sharing {

/// What opens a sealed plan. The same words from two keyboards are the same passphrase, however accents are written
/// (Unicode NFC); blanks, case and everything else count as typed.
class Passphrase {
 public:
  /// Takes over what somebody typed: it is wiped where it came from.
  explicit Passphrase(std::string&& typed);

  bool empty() const { return bytes_.size() == 0; }
  const GuardedBytes& bytes() const { return bytes_; }

  friend bool operator==(const Passphrase& a, const Passphrase& b) { return a.bytes_.text() == b.bytes_.text(); }

 private:
  GuardedBytes bytes_;
};

/// How many guesses it takes to find a passphrase, as a power of two. It knows common passwords, English words and
/// names, dates, rows of keys and repetitions (zxcvbn: D. L. Wheeler, USENIX Security 2016); words of other languages
/// look like chance to it, so that the number is an upper bound.
double guessingBits(const Passphrase& passphrase);

/// What to tell who chose a passphrase that can be found by trying; nothing if trying is hopeless as far as can be
/// told. It is advice: the passphrase can be used all the same.
std::optional<Message> weaknessOf(const Passphrase& passphrase);

}  // namespace trackloom::sharing
