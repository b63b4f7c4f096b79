#pragma once

#include "plan/plan.h"
#include "xml/files.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::sharing {

/// A version of a plan whose content is at hand.
struct KeptVersion {
  std::string revision;
  std::int64_t kept = 0;  ///< when, in nanoseconds since 1970
  std::string name;       ///< what somebody called it: "sent to the donor"
};

/// Contents of plans by revision, compressed, in a folder of the user's own; nothing of it leaves the machine. Which
/// versions are those of a plan is known from the plan's own revisions: the folder holds no names of files. When it
/// grows beyond its size, the oldest go, those with a name last. What is damaged counts as not there.
class LocalHistory {
 public:
  static constexpr std::uint64_t usualSize = 64U << 20U;  ///< bytes

  /// `files` must outlive the history. The folder is made at the first write.
  LocalHistory(Files& files, std::string folder, std::uint64_t mostBytes = usualSize)
      : files_(files), folder_(std::move(folder)), mostBytes_(mostBytes) {}

  bool isOff() const;
  /// Forgets everything and keeps nothing from now on.
  void turnOff();
  void turnOn();

  /// Keeps the plan as it stands. Does nothing while the history is off.
  void keep(const Plan& plan);
  /// The content of a state, if it is there and whole.
  std::optional<Plan> find(const std::string& revision) const;
  /// What is at hand of what the plan was and is, the newest first.
  std::vector<KeptVersion> versions(const Plan& plan) const;
  /// Gives a kept version a name, or takes it away with an empty one.
  void name(const std::string& revision, std::string_view name);
  /// Forgets all versions of a plan.
  void forget(const Plan& plan);

 private:
  std::string contentFile(const std::string& revision) const;
  std::string nameFile(const std::string& revision) const;
  void makeRoom(const std::string& newest);
  void remove(const std::string& revision);

  Files& files_;
  std::string folder_;
  std::uint64_t mostBytes_;
};

/// Whether versions of the plan may be kept without asking: nothing in it is for the core team alone.
bool mayKeepUnasked(const Plan& plan);

}  // namespace trackloom::sharing
