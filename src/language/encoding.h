#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trackloom::language {

/// How the letters of a text file are written as bytes.
enum class Encoding : std::uint8_t { utf8, utf16LittleEndian, utf16BigEndian, windows1252, windows1256 };

/// `UTF-8`, `windows-1256`: the names of the IANA registry.
std::string_view nameOf(Encoding encoding);
/// All of them.
std::span<const Encoding> encodings();
/// The encoding that somebody names, in either case.
std::optional<Encoding> encodingNamed(std::string_view name);

/// The encoding that bytes are most likely in: what a byte order mark says, UTF-8 if they are valid in it, else the one
/// of Windows for Arabic where letters above ASCII mostly stand side by side, as in Arabic words, or for Western Europe
/// where they stand between others, as accented ones do.
Encoding likelyEncoding(std::string_view bytes);

/// The bytes as UTF-8, without a byte order mark. Nothing if they are not in that encoding.
std::optional<std::string> decoded(std::string_view bytes, Encoding encoding);

}  // namespace trackloom::language
