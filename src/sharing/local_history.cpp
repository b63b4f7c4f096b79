#include "sharing/local_history.h"

#include "plan/bytes.h"
#include "plan/levels.h"
#include "sharing/packed_text.h"
#include "xml/read.h"
#include "xml/revisions.h"
#include "xml/safe_save.h"
#include "xml/write.h"

#include <algorithm>
#include <tuple>

namespace trackloom::sharing {
namespace {

constexpr std::string_view contentEnding = ".plan";
constexpr std::string_view nameEnding = ".name";
constexpr std::string_view offMark = "off";
/// Before the time of a version that was saved at another time than its file here was written.
constexpr std::string_view timeMark = "TLHT";
constexpr std::size_t timeBytes = timeMark.size() + sizeof(std::uint64_t);

/// A version kept in the folder, and what it takes there.
struct Stored {
  std::string name;  ///< of its files, without their endings
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;
  bool named = false;
};

std::string timed(std::string packed, std::int64_t saved) {
  const std::uint64_t bytes = littleEndian(static_cast<std::uint64_t>(saved));
  std::string head(timeMark);
  head.append(reinterpret_cast<const char*>(&bytes), sizeof bytes);
  return head + packed;
}

std::optional<std::int64_t> timeIn(std::string_view content) {
  if (content.size() < timeBytes || !content.starts_with(timeMark)) return std::nullopt;
  return static_cast<std::int64_t>(eightAt(content.data() + timeMark.size()));
}

std::optional<std::string> textIn(std::string_view content) {
  return unpackedText(content.substr(timeIn(content) ? timeBytes : 0));
}

/// Does the root of a plan's text name one of the revisions? Told without reading the plan, of which there may be many.
bool namesAny(std::string_view text, const std::vector<std::string>& revisions) {
  constexpr std::string_view attribute = " revisions=\"";
  const std::size_t at = text.find(attribute);
  if (at == text.npos) return false;
  text = text.substr(at + attribute.size());
  text = text.substr(0, text.find('"'));
  return std::ranges::any_of(revisions, [&](const std::string& one) { return text.find(one) != text.npos; });
}

bool isFor(const Element& element, Classification level) {
  if (classificationOf(element) >= level) return true;
  return std::ranges::any_of(fieldLevels(element), [&](const FieldLevel& entry) { return entry.level >= level; });
}

std::vector<Stored> storedIn(Files& files, const std::string& folder) {
  std::vector<Stored> all;
  if (!files.state(folder)) return all;
  for (const std::string& file : files.list(folder)) {
    if (!file.ends_with(contentEnding)) continue;
    const auto state = files.state(folder + '/' + file);
    if (!state) continue;
    const std::string name = file.substr(0, file.size() - contentEnding.size());
    const bool named = files.state(folder + '/' + name + std::string(nameEnding)).has_value();
    all.push_back({name, state->size, state->modified, named});
  }
  return all;
}

}  // namespace

std::string LocalHistory::calledFor(const std::string& revision) const {
  return envelope_ ? envelope_->nameOf(revision) : revision;
}

std::string LocalHistory::contentFile(const std::string& revision) const {
  return folder_ + '/' + calledFor(revision) + std::string(contentEnding);
}

std::string LocalHistory::nameFile(const std::string& revision) const {
  return folder_ + '/' + calledFor(revision) + std::string(nameEnding);
}

std::string LocalHistory::closed(std::string content) const {
  return envelope_ ? envelope_->closed(content) : std::move(content);
}

std::optional<std::string> LocalHistory::contentOf(const std::string& file) const {
  if (!files_.state(file)) return std::nullopt;
  std::string bytes = files_.read(file);
  return envelope_ ? envelope_->opened(bytes) : std::move(bytes);
}

bool LocalHistory::isOff() const { return files_.state(folder_ + '/' + std::string(offMark)).has_value(); }

void LocalHistory::turnOff() {
  for (const Stored& version : storedIn(files_, folder_)) eraseStored(version.name);
  files_.makeFolder(folder_);
  replaceSafely(files_, folder_ + '/' + std::string(offMark), "off\n");
}

void LocalHistory::turnOn() {
  if (isOff()) files_.remove(folder_ + '/' + std::string(offMark));
}

void LocalHistory::keep(const Plan& plan, std::optional<std::int64_t> saved) {
  if (isOff()) return;
  const std::string revision = xml::revisionOf(plan);
  if (const auto kept = find(revision)) {
    if (xml::pastOf(*kept).size() >= xml::pastOf(plan).size()) return;
    saved = timeOf(revision);
  }
  std::string content = packedText(xml::write(plan));
  if (saved) content = timed(std::move(content), *saved);
  files_.makeFolder(folder_);
  replaceSafely(files_, contentFile(revision), closed(std::move(content)));
  makeRoom(calledFor(revision));
}

std::optional<std::int64_t> LocalHistory::timeOf(const std::string& revision) const {
  const std::string file = contentFile(revision);
  const auto state = files_.state(file);
  if (!state) return std::nullopt;
  const auto content = contentOf(file);
  return content ? std::optional(timeIn(*content).value_or(state->modified)) : std::nullopt;
}

std::optional<Plan> LocalHistory::find(const std::string& revision) const {
  const auto content = contentOf(contentFile(revision));
  if (!content) return std::nullopt;
  const auto text = textIn(*content);
  if (!text) return std::nullopt;
  xml::Reading reading = xml::read(*text);
  if (!reading.plan || xml::revisionOf(*reading.plan) != revision) return std::nullopt;
  return std::move(reading.plan);
}

std::vector<KeptVersion> LocalHistory::versions(const Plan& plan) const {
  std::vector<KeptVersion> kept;
  std::vector<std::string> past = xml::pastOf(plan);
  std::ranges::reverse(past);
  for (const std::string& revision : past) {
    const auto saved = timeOf(revision);
    if (!saved || std::ranges::find(kept, revision, &KeptVersion::revision) != kept.end()) continue;
    kept.push_back({revision, *saved, contentOf(nameFile(revision)).value_or(std::string())});
  }
  std::ranges::stable_sort(kept, std::ranges::greater(), &KeptVersion::kept);
  return kept;
}

void LocalHistory::name(const std::string& revision, std::string_view name) {
  const std::string file = nameFile(revision);
  if (!name.empty()) {
    replaceSafely(files_, file, closed(std::string(name)));
  } else if (files_.state(file)) {
    files_.remove(file);
  }
}

std::vector<std::string> LocalHistory::past(const Plan& plan) const {
  std::vector<std::string> past = xml::pastOf(plan);
  for (std::size_t at = 0; at < past.size(); ++at)
    if (const auto kept = find(past[at]))
      for (const std::string& earlier : xml::pastOf(*kept))
        if (std::ranges::find(past, earlier) == past.end()) past.push_back(earlier);
  return past;
}

bool LocalHistory::has(const std::string& revision) const { return files_.state(contentFile(revision)).has_value(); }

std::vector<StoredVersion> LocalHistory::comingFrom(const std::vector<std::string>& past) const {
  std::set<std::string> own;
  for (const std::string& revision : past) own.insert(calledFor(revision));
  std::vector<StoredVersion> found;
  for (const Stored& stored : storedIn(files_, folder_)) {
    if (own.contains(stored.name)) continue;
    const auto content = contentOf(folder_ + '/' + stored.name + std::string(contentEnding));
    const auto text = content ? textIn(*content) : std::nullopt;
    if (!text || !namesAny(*text, past)) continue;
    xml::Reading reading = xml::read(*text);
    if (!reading.plan) continue;
    std::string revision = xml::revisionOf(*reading.plan);
    if (calledFor(revision) != stored.name) continue;
    found.push_back({*std::move(reading.plan), std::move(revision), timeIn(*content).value_or(stored.modified)});
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &StoredVersion::saved);
  return found;
}

/// Those that only others know of go first, so that whatever is left after a crash is found again.
void LocalHistory::forget(const Plan& plan, const std::set<std::string>& but) {
  std::vector<std::string> all = past(plan);
  std::ranges::reverse(all);
  for (const std::string& revision : all)
    if (!but.contains(revision)) eraseStored(calledFor(revision));
}

void LocalHistory::copyTo(LocalHistory& to, const Plan& plan) const {
  std::vector<KeptVersion> all = versions(plan);
  std::ranges::reverse(all);  // so that the newest stay where there is not room for all
  for (const KeptVersion& version : all) {
    const auto content = find(version.revision);
    if (!content) continue;
    to.keep(*content, version.kept);
    if (!version.name.empty()) to.name(version.revision, version.name);
  }
}

void LocalHistory::eraseStored(const std::string& name) {
  for (const std::string_view ending : {contentEnding, nameEnding})
    if (const std::string file = folder_ + '/' + name + std::string(ending); files_.state(file))
      eraseWithTraces(files_, file);
}

/// The newest version stays, however large it is.
void LocalHistory::makeRoom(const std::string& newest) {
  std::vector<Stored> all = storedIn(files_, folder_);
  std::ranges::sort(all, [](const Stored& a, const Stored& b) {
    return std::tuple(a.named, a.modified, std::string_view(a.name)) <
           std::tuple(b.named, b.modified, std::string_view(b.name));
  });
  std::uint64_t bytes = 0;
  for (const Stored& version : all) bytes += version.bytes;
  for (const Stored& version : all) {
    if (bytes <= mostBytes_) return;
    if (version.name == newest) continue;
    eraseStored(version.name);
    bytes -= version.bytes;
  }
}

std::vector<KindId> kindsForCore(const Plan& plan) {
  std::vector<KindId> found;
  for (const Kind& kind : kinds())
    if (std::ranges::any_of(plan.all(kind.id),
                            [](const ElementPtr& element) { return isFor(*element, Classification::core); }))
      found.push_back(kind.id);
  return found;
}

bool mayKeepUnasked(const Plan& plan) { return kindsForCore(plan).empty(); }

}  // namespace trackloom::sharing
