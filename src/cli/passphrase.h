#pragma once

#include "sharing/passphrase.h"

#include <cstdint>
#include <string>

namespace trackloom::cli {

/// To open something a passphrase is asked for once; to seal, twice.
enum class Asked : std::uint8_t { once, twice };

/// Asks on the terminal of the program, whatever its standard input is, and shows nothing of what is typed. Throws an
/// `Error` of kind usage if there is no terminal, nothing was typed, or two different ones were.
sharing::Passphrase passphraseFromTerminal(Asked times);

/// The first line of a file, a pipe or a device; `/dev/fd/3` is what another program hands over. Throws an `Error`
/// if it cannot be read, is empty or too long.
sharing::Passphrase passphraseFromFile(const std::string& file);

}  // namespace trackloom::cli
