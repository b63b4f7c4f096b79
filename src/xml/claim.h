#pragma once

#include <string>
#include <utility>

namespace trackloom {

/// Says to other windows, in this process or another, that work on something is kept aside here. It ends with this, or
/// with the process, however that ends.
class Claim {
 public:
  /// Nothing is claimed.
  Claim() = default;
  /// In a folder that is made if it is not there. Where it cannot be made nothing is claimed.
  Claim(const std::string& folder, const std::string& name);
  ~Claim();
  Claim(Claim&& other) noexcept { *this = std::move(other); }
  Claim& operator=(Claim&& other) noexcept;

  /// Did another claim it before?
  bool isTaken() const { return taken_; }
  /// Has anybody claimed it?
  static bool isHeld(const std::string& folder, const std::string& name);

  /// For those who work on what another has claimed: says that they do, too, also when the other ends before them.
  static Claim beside(const std::string& folder, const std::string& name);
  /// Does anybody work on it, as the first or beside another?
  static bool isHeldByAny(const std::string& folder, const std::string& name);

 private:
  std::string path_;
  int file_ = -1;
  bool taken_ = false;
};

}  // namespace trackloom
