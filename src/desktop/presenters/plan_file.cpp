#include "desktop/presenters/plan_file.h"

#include "sharing/seal_file.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <algorithm>

namespace trackloom::desktop {
namespace {

Opened openedFrom(Files& files, std::string_view bytes, const std::string& path, const PlanFile::Key& key) {
  std::optional<std::string> content;
  if (trackloom::isSealed(bytes)) {
    if (key) content = key->opened(bytes);
    if (!content) throw sharing::cannotOpen(path);
  }
  xml::Reading reading = xml::read(content ? *content : bytes);
  if (content) sharing::wipe(*content);
  if (!reading.plan) {
    const xml::Problem problem = reading.refusal.value_or(xml::Problem{{tr("This is not a plan."), {}}, 1, {}});
    throw Error(ErrorKind::unreadable, problem.what, path + ':' + std::to_string(problem.line),
                reading.toDoBeside(hasPrevious(files, path)));
  }
  return {*std::move(reading.plan), {}, std::move(reading.problems), reading.moreProblems};
}

}  // namespace

bool PlanFile::isLocked(const std::string& path, const Key& key) const {
  const std::string bytes = files_->read(path);
  if (!trackloom::isSealed(bytes)) return false;
  auto content = key ? key->opened(bytes) : std::nullopt;
  if (content) sharing::wipe(*content);
  return !content;
}

Opened PlanFile::open(const std::string& path, const Key& key) {
  const std::string real = files_->realPath(path);
  const StampedContent content = readStamped(*files_, real);
  Opened opened = openedFrom(*files_, content.bytes, real, key);
  useKey(trackloom::isSealed(content.bytes) ? key : nullptr);
  path_ = real;
  stamp_ = content.stamp;
  base_ = opened.plan;
  problems_ = opened.problems;
  moreProblems_ = opened.moreProblems;
  const auto state = files_->state(real);
  readOnly_ = state && !state->writable;
  aside_.clear();
  trialAside_.clear();
  trialWaits_ = false;
  return opened;
}

Opened PlanFile::beginFrom(const std::string& path, const Key& key) const {
  return openedFrom(*files_, files_->read(path), path, key ? key : key_);
}

void PlanFile::useKey(Key key) {
  key_ = std::move(key);
  journal_.useEnvelope(key_.get());
  trials_.useEnvelope(key_.get());
}

void PlanFile::claim(const std::string& apart) {
  isApart_ = false;
  claim_ = {};  // it may be one's own from before
  beside_ = {};
  claim_ = Claim(claims_, journalName());
  if (!claim_.isTaken()) return;
  beside_ = Claim::beside(claims_, path_);
  isApart_ = true;
  unsavedName_ = apart;
  claim_ = Claim(claims_, unsavedName_);
}

void PlanFile::begin(const std::string& name) {
  useKey(nullptr);
  path_.clear();
  unsavedName_ = name;
  isApart_ = false;
  claim_ = Claim(claims_, name);
  beside_ = {};
  stamp_.reset();
  base_ = Plan();
  problems_.clear();
  moreProblems_ = 0;
  readOnly_ = false;
  aside_.clear();
  trialAside_.clear();
  trialWaits_ = false;
}

Opened PlanFile::look() const {
  const StampedContent content = readStamped(*files_, path_);
  Opened opened = openedFrom(*files_, content.bytes, path_, key_);
  opened.stamp = content.stamp;
  return opened;
}

void PlanFile::knowOf(const Opened& theirs) {
  stamp_ = theirs.stamp;
  base_ = theirs.plan;
  problems_ = theirs.problems;
  moreProblems_ = theirs.moreProblems;
}

bool PlanFile::changedByOthers() const { return !path_.empty() && stamp_ && changedOnDisk(*files_, path_, *stamp_); }

void PlanFile::savedAs(const std::string& path, const std::string& content, const FileStamp& stamp) {
  const std::string real = files_->realPath(path);
  const bool isOther = real != path_;
  path_ = real;
  stamp_ = stamp;
  xml::Reading reading = xml::read(content);
  if (reading.plan) base_ = *std::move(reading.plan);
  problems_ = std::move(reading.problems);
  moreProblems_ = reading.moreProblems;
  readOnly_ = false;
  forgetAside();
  if (isOther) claim(unsavedName_);
}

std::optional<std::int64_t> PlanFile::savedAt() const {
  if (path_.empty() || !stamp_) return std::nullopt;
  return stamp_->modified;
}

Plan PlanFile::withPast(const Plan& plan) const { return path_.empty() ? plan : xml::withRevision(base_, plan); }

void PlanFile::save(const Plan& plan, const std::string& path) {
  const bool own = path == path_;
  const std::string before = journalName();
  const std::string content = xml::write(withPast(plan));
  xml::mustOpenAgain(content, path);
  const auto saved = [&](const FileStamp& stamp) {
    journal_.remove(before);
    if (!trialWaits_) trials_.remove(before);
    savedAs(path, content, stamp);
  };
  try {
    saved(saveSafely(*files_, path, key_ ? key_->closed(content) : content, own ? stamp_ : std::nullopt));
  } catch (const SavedUnsurely& unsure) {
    saved(unsure.stamp());
    throw;
  }
}

void PlanFile::seal(const Plan& plan, const std::string& path, const sharing::Passphrase& passphrase) {
  std::string content = xml::write(withPast(plan));
  auto key = std::make_shared<const sharing::SealKey>(sharing::sealInto(*files_, path, content, passphrase));
  // What was kept aside of it so far can be read without the passphrase.
  if (!journalName().empty()) {
    journal_.erase(journalName());
    trials_.erase(journalName());
  }
  useKey(std::move(key));
  savedAs(path, content, readStamped(*files_, path).stamp);
  sharing::wipe(content);
}

void PlanFile::takeSealOff(const Plan& plan, const std::string& path) {
  const std::string content = xml::write(withPast(plan));
  const FileStamp stamp = saveSafely(*files_, path, content, std::nullopt);
  forgetAside();
  useKey(nullptr);
  savedAs(path, content, stamp);
}

void PlanFile::keepAside(const Plan& plan) {
  std::string bytes = xml::write(plan);
  if (bytes == aside_ || journalName().empty()) return;
  journal_.write(journalName(), bytes, stamp_);
  aside_ = std::move(bytes);
}

void PlanFile::keepTrialAside(const Plan& tried) {
  std::string bytes = xml::write(tried);
  if (bytes == trialAside_ || journalName().empty()) return;
  trials_.write(journalName(), bytes, stamp_);
  trialAside_ = std::move(bytes);
  trialWaits_ = false;
}

void PlanFile::forgetTrial() {
  if (!journalName().empty()) trials_.remove(journalName());
  trialAside_.clear();
  trialWaits_ = false;
}

std::optional<Plan> PlanFile::leftTrial(const Plan& plan) {
  const auto entry = trials_.find(journalName());
  if (!entry || entry->problem) return std::nullopt;
  xml::Reading reading = xml::read(entry->content);
  trialWaits_ = reading.plan && !diff(plan, *reading.plan).empty();
  if (trialWaits_) return std::move(reading.plan);
  forgetTrial();
  return std::nullopt;
}

void PlanFile::forgetAside() {
  if (!journalName().empty()) journal_.remove(journalName());
  aside_.clear();
  if (!trialWaits_) forgetTrial();
}

std::optional<JournalEntry> PlanFile::leftAside() {
  auto entry = journal_.find(journalName());
  if (!entry || entry->problem) return std::nullopt;
  if (entry->content == xml::write(base_)) {
    journal_.remove(journalName());
    return std::nullopt;
  }
  return entry;
}

std::vector<LeftWork> leftWork(Files& files, const std::string& journalFolder) {
  std::vector<LeftWork> work;
  for (JournalEntry& entry : Journal(files, journalFolder).list()) {
    if (entry.problem) continue;
    const xml::Reading reading = xml::read(entry.content);
    if (!reading.plan || Claim::isHeld(journalFolder, entry.planPath)) continue;
    std::string title(reading.plan->root().title());
    work.push_back({std::move(entry), std::move(title)});
  }
  std::stable_sort(work.begin(), work.end(),
                   [](const LeftWork& a, const LeftWork& b) { return a.entry.written > b.entry.written; });
  return work;
}

std::string suggestedFileName(const Plan& plan, const std::string& otherwise) {
  constexpr std::size_t longest = 100;  // bytes; file systems take 255 with what is put behind it
  std::string name;
  for (const char sign : plan.root().title()) {
    const bool isRefused = static_cast<unsigned char>(sign) < 0x20 ||
                           std::string_view(R"(/\:*?"<>|)").find(sign) != std::string_view::npos;
    if (isRefused || (sign == ' ' && (name.empty() || name.back() == ' '))) continue;
    name += sign;
  }
  if (name.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80) --end;
    name.resize(end);
  }
  while (!name.empty() && (name.back() == ' ' || name.back() == '.')) name.pop_back();
  while (!name.empty() && name.front() == '.') name.erase(0, 1);
  return name.empty() ? otherwise : name;
}

}  // namespace trackloom::desktop
