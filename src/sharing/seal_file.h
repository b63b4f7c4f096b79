#pragma once

#include "sharing/sealed.h"
#include "xml/files.h"

#include <optional>
#include <string>
#include <string_view>

namespace trackloom::sharing {

/// What stands in a place for a file. Nothing where nothing does, and where it cannot be read: saving there says why.
std::optional<std::string> standingAt(Files& files, const std::string& path);

/// Refuses a place where something stands that is not sealed, with an `Error` of kind unwritable: to ask before a
/// passphrase is asked for.
void verifyPlace(Files& files, const std::string& path);

/// Seals content into a file. When it returns, the file stands whole under its name, was read again from the disk,
/// opened again with the passphrase, its key worked out anew, and compared: whatever it was made from may go.
/// A sealed file that stands there is replaced and stays beside it as `<name>~`; anything else that stands there is
/// left alone. Only sealed bytes reach the disk. Throws an `Error` of kind unwritable, and what saving throws.
SealKey sealInto(Files& files, const std::string& path, std::string_view content, const Passphrase& passphrase,
                 const SealCost& cost = {});

}  // namespace trackloom::sharing
