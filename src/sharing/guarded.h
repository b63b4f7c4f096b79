#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trackloom::sharing {

/// Memory for secrets: wiped when it goes, between pages that end the program when touched, and kept out of the swap
/// file and of crash dumps where the system lets one program lock so much.
class GuardedBytes {
 public:
  /// All zero. Throws `std::bad_alloc`.
  explicit GuardedBytes(std::size_t size);
  GuardedBytes(const GuardedBytes& other);
  GuardedBytes(GuardedBytes&& other) noexcept;
  GuardedBytes& operator=(GuardedBytes other) noexcept;
  ~GuardedBytes();

  unsigned char* data() { return bytes_; }
  const unsigned char* data() const { return bytes_; }
  std::size_t size() const { return size_; }
  std::string_view text() const { return {reinterpret_cast<const char*>(bytes_), size_}; }

 private:
  std::size_t size_;
  unsigned char* bytes_;
};

/// Overwrites what a text holds, and empties it. Copies of it that were made elsewhere stay.
void wipe(std::string& text);

/// From here on a crash of this program leaves no picture of its memory on the disk.
void leaveNoCrashDumps();

}  // namespace trackloom::sharing
