#pragma once

#include "plan/plan.h"
#include "sharing/sealed.h"
#include "xml/claim.h"
#include "xml/files.h"
#include "xml/journal.h"
#include "xml/read.h"
#include "xml/safe_save.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trackloom::desktop {

/// A plan as it was read from a file, and what could not be taken as it stood.
struct Opened {
  Plan plan;
  FileStamp stamp{};  ///< what the file was like
  std::vector<xml::Problem> problems;
  std::size_t moreProblems = 0;
};

/// The file of an open plan: what was read from it, how to save into it, and unsaved work kept aside. While a sealed
/// plan is open its key stays here, and all that is written is sealed with it.
class PlanFile {
 public:
  /// `files` must outlive this. The folder of journals is made when first needed, so is that on the disk in which
  /// windows say what they have open; where it is empty nothing is said.
  PlanFile(Files& files, const std::string& journalFolder, std::string claims = {})
      : files_(&files),
        claims_(std::move(claims)),
        journal_(files, journalFolder),
        trials_(files, journalFolder.empty() ? journalFolder : journalFolder + "/trials") {}

  using Key = std::shared_ptr<const sharing::SealKey>;

  /// Is the file a sealed one that the key does not open?
  bool isLocked(const std::string& path, const Key& key) const;
  /// Reads a plan to work on, with the key if it is sealed. Throws an `Error` of kind unreadable for what is no plan.
  Opened open(const std::string& path, const Key& key = {});
  /// Reads a plan as the beginning of another: nothing will be saved into that file.
  Opened beginFrom(const std::string& path, const Key& key = {}) const;
  /// A plan that was never saved; its unsaved work is kept under a name of its own.
  void begin(const std::string& name);

  /// Does another window work on this file?
  bool isOpenElsewhere() const { return Claim::isHeldByAny(claims_, path_); }
  /// From here on other windows know that this one works on the file, or on the plan never saved. Where another does
  /// already, unsaved work is kept aside under this name.
  void claim(const std::string& apart);

  /// Where it is kept; empty for a plan never saved.
  const std::string& path() const { return path_; }
  bool isReadOnly() const { return readOnly_; }
  bool isSealed() const { return key_ != nullptr; }
  const Key& key() const { return key_; }
  /// What the file holds, as it was read or saved here.
  const Plan& saved() const { return base_; }
  /// When the file was written, in nanoseconds since 1970; nothing for a plan never saved.
  std::optional<std::int64_t> savedAt() const;
  /// The edited plan as it goes into the file: with the states that the file names and its own.
  Plan withPast(const Plan& plan) const;
  /// What in the file could not be taken as it stands, as it was read or saved here.
  const std::vector<xml::Problem>& problems() const { return problems_; }
  std::size_t moreProblems() const { return moreProblems_; }  ///< beyond those
  /// Was the file changed or deleted by somebody else since it was read or saved here?
  bool changedByOthers() const;
  /// Is it no longer where it was read or saved?
  bool isGone() const { return !path_.empty() && stamp_ && !files_->state(path_); }
  /// What somebody else made of the file since: it is not taken over.
  Opened look() const;
  /// From here on the file is known to hold this; saving replaces it.
  void knowOf(const Opened& theirs);
  /// The next save replaces the file whatever others made of it; their version stays beside it.
  void replaceOthers() { stamp_.reset(); }

  /// Saves the edited plan with its new revision into its own file, or another, and gives the plan as it now stands
  /// there. A plan equal to what the file holds is not written. Throws `ChangedOnDisk` and what saving throws.
  void save(const Plan& plan, const std::string& path);
  /// Saves as `save` does, sealed under a passphrase; from here on the plan is a sealed one. What stands where it was
  /// before is left there. Takes about a second. Throws what `sharing::sealInto` throws.
  void seal(const Plan& plan, const std::string& path, const sharing::Passphrase& passphrase);
  /// Saves a sealed plan in another file as it is, for everybody to read, and goes on there. Throws what saving throws;
  /// then the plan stays a sealed one.
  void takeSealOff(const Plan& plan, const std::string& path);

  /// Keeps unsaved work aside.
  void keepAside(const Plan& plan);
  /// Keeps aside what is only tried out, apart from the work itself, which it does not touch.
  void keepTrialAside(const Plan& tried);
  void forgetTrial();
  /// What was tried out when a session ended; nothing if that is no longer another plan than this.
  std::optional<Plan> leftTrial(const Plan& plan);
  /// Forgets the work, and the trial unless it is one that was offered and waits for a decision.
  void forgetAside();
  /// Unsaved work of this file from a session that ended without saving; nothing if that is what the file holds.
  std::optional<JournalEntry> leftAside();

 private:
  std::string journalName() const { return path_.empty() || isApart_ ? unsavedName_ : path_; }
  void useKey(Key key);
  void savedAs(const std::string& path, const std::string& content, const FileStamp& stamp);

  Files* files_;
  std::string claims_;
  Claim claim_;
  Claim beside_;          ///< on the plan, where another window has claimed it
  bool isApart_ = false;  ///< another window works on the file, too
  Journal journal_;
  Journal trials_;
  std::string path_;
  std::string unsavedName_;
  std::optional<FileStamp> stamp_;
  Plan base_;  ///< what the file holds
  std::vector<xml::Problem> problems_;
  std::size_t moreProblems_ = 0;
  bool readOnly_ = false;
  Key key_;                 ///< of a sealed plan
  std::string aside_;       ///< what was last kept aside
  std::string trialAside_;  ///< the same of what is tried out
  bool trialWaits_ = false;
};

/// Work that was not saved before a session ended.
struct LeftWork {
  JournalEntry entry;
  std::string title;  ///< of the plan
};

/// All unsaved work that can be offered, newest first: not what another window has open.
std::vector<LeftWork> leftWork(Files& files, const std::string& journalFolder);

/// What the file of a plan never saved may be called, without its ending: its title, without what no file can be
/// called, or `otherwise` where nothing is left.
std::string suggestedFileName(const Plan& plan, const std::string& otherwise);

}  // namespace trackloom::desktop
