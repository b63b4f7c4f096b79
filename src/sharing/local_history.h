#pragma once

#include "plan/plan.h"
#include "xml/envelope.h"
#include "xml/files.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::sharing {

/// A version of a plan whose content is at hand.
struct KeptVersion {
  std::string revision;
  std::int64_t kept = 0;  ///< when it was saved, in nanoseconds since 1970
  std::string name;       ///< what somebody called it: "sent to the donor"
};

/// A version as it is kept.
struct StoredVersion {
  Plan plan;
  std::string revision;
  std::int64_t saved = 0;  ///< in nanoseconds since 1970
};

/// Contents of plans by revision, compressed, in a folder of the user's own; nothing of it leaves the machine. Which
/// versions are those of a plan is known from the plan's own revisions: the folder holds no names of files. When it
/// grows beyond its size, the oldest go, those with a name last. What is damaged counts as not there.
/// In the envelope of a sealed plan contents, names and the names of files are closed: without its key nobody can tell
/// which versions of what they are, and only those kept with that key are found.
class LocalHistory {
 public:
  static constexpr std::uint64_t usualSize = 64U << 20U;  ///< bytes

  /// `files` and `envelope` must outlive the history. The folder is made at the first write.
  LocalHistory(Files& files, std::string folder, const Envelope* envelope = nullptr,
               std::uint64_t mostBytes = usualSize)
      : files_(files), folder_(std::move(folder)), envelope_(envelope), mostBytes_(mostBytes) {}

  bool isOff() const;
  /// Forgets everything and keeps nothing from now on.
  void turnOff();
  void turnOn();

  /// Keeps the plan as it stands. Does nothing while the history is off. `saved`: when it was saved, in nanoseconds
  /// since 1970, if that is not now. What is kept already stays of its time.
  void keep(const Plan& plan, std::optional<std::int64_t> saved = std::nullopt);
  /// The content of a state, if it is there and whole.
  std::optional<Plan> find(const std::string& revision) const;
  /// What is at hand of what the plan was and is, the newest first.
  std::vector<KeptVersion> versions(const Plan& plan) const;
  /// Gives a kept version a name, or takes it away with an empty one.
  void name(const std::string& revision, std::string_view name);
  /// Revisions of all that a plan is and comes from, also of what only versions that are kept know of.
  std::vector<std::string> past(const Plan& plan) const;
  bool has(const std::string& revision) const;
  /// What is kept besides a past and comes from it, the newest first.
  std::vector<StoredVersion> comingFrom(const std::vector<std::string>& past) const;
  /// Forgets and erases (`Files::erase`) the past of a plan but for some revisions: those that others need
  /// (`sharedVersions`).
  void forget(const Plan& plan, const std::set<std::string>& but = {});
  /// Keeps the versions of a plan in another history, too, with their names and times: for a plan that is sealed or
  /// given another passphrase.
  void copyTo(LocalHistory& to, const Plan& plan) const;

 private:
  std::string contentFile(const std::string& revision) const;
  std::string nameFile(const std::string& revision) const;
  std::string calledFor(const std::string& revision) const;
  std::string closed(std::string content) const;
  std::optional<std::string> contentOf(const std::string& file) const;
  std::optional<std::int64_t> timeOf(const std::string& revision) const;
  void makeRoom(const std::string& newest);
  void eraseStored(const std::string& name);

  Files& files_;
  std::string folder_;
  const Envelope* envelope_;
  std::uint64_t mostBytes_;
};

/// The kinds of which something in the plan is for the core team alone, in whole or in part.
std::vector<KindId> kindsForCore(const Plan& plan);
/// Whether versions of the plan may be kept without asking: nothing in it is for the core team alone.
bool mayKeepUnasked(const Plan& plan);

}  // namespace trackloom::sharing
