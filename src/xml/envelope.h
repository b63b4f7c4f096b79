#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trackloom {

/// What is done to content before it goes into a file, and undone behind reading: a sealed plan's files hold nothing
/// that can be read without its key. Where there is no envelope, content lies in files as it is.
class Envelope {
 public:
  virtual ~Envelope() = default;
  virtual std::string closed(std::string_view content) const = 0;
  /// Nothing for bytes that were not closed by this one, or were damaged since.
  virtual std::optional<std::string> opened(std::string_view bytes) const = 0;
  /// What a file about `name` is called, so that its name does not tell either. Always the same for the same name.
  virtual std::string nameOf(std::string_view name) const = 0;
};

/// What every sealed file begins with (docs/sealed-files.md).
inline constexpr std::string_view sealedMark = "\x89TLSEAL\n";

inline bool isSealed(std::string_view bytes) { return bytes.starts_with(sealedMark); }

}  // namespace trackloom
