#include "sharing/local_history.h"

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

/// A revision kept in the folder, and what it takes there.
struct Stored {
  std::string revision;
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;
  bool named = false;
};

bool isFor(const Element& element, Classification level) {
  if (classificationOf(element) >= level) return true;
  static constexpr Key<Texts> fieldLevels{"field-levels"};
  const Texts* entries = element.get(fieldLevels);
  return entries && std::ranges::any_of(*entries, [&](const std::string& entry) {
           return fieldLevel(element.definition(), entry).level >= level;
         });
}

std::vector<Stored> storedIn(Files& files, const std::string& folder) {
  std::vector<Stored> all;
  if (!files.state(folder)) return all;
  for (const std::string& file : files.list(folder)) {
    if (!file.ends_with(contentEnding)) continue;
    const auto state = files.state(folder + '/' + file);
    if (!state) continue;
    const std::string revision = file.substr(0, file.size() - contentEnding.size());
    const bool named = files.state(folder + '/' + revision + std::string(nameEnding)).has_value();
    all.push_back({revision, state->size, state->modified, named});
  }
  return all;
}

}  // namespace

std::string LocalHistory::contentFile(const std::string& revision) const {
  return folder_ + '/' + revision + std::string(contentEnding);
}

std::string LocalHistory::nameFile(const std::string& revision) const {
  return folder_ + '/' + revision + std::string(nameEnding);
}

bool LocalHistory::isOff() const { return files_.state(folder_ + '/' + std::string(offMark)).has_value(); }

void LocalHistory::turnOff() {
  for (const Stored& version : storedIn(files_, folder_)) remove(version.revision);
  files_.makeFolder(folder_);
  replaceSafely(files_, folder_ + '/' + std::string(offMark), "off\n");
}

void LocalHistory::turnOn() {
  if (isOff()) files_.remove(folder_ + '/' + std::string(offMark));
}

void LocalHistory::keep(const Plan& plan) {
  if (isOff()) return;
  const std::string revision = xml::revisionOf(plan);
  if (const auto kept = find(revision); kept && xml::pastOf(*kept).size() >= xml::pastOf(plan).size()) return;
  files_.makeFolder(folder_);
  replaceSafely(files_, contentFile(revision), packedText(xml::write(plan)));
  makeRoom(revision);
}

std::optional<Plan> LocalHistory::find(const std::string& revision) const {
  const std::string file = contentFile(revision);
  if (!files_.state(file)) return std::nullopt;
  const auto text = unpackedText(files_.read(file));
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
    const auto state = files_.state(contentFile(revision));
    if (!state || std::ranges::find(kept, revision, &KeptVersion::revision) != kept.end()) continue;
    const std::string name = nameFile(revision);
    kept.push_back({revision, state->modified, files_.state(name) ? files_.read(name) : std::string()});
  }
  return kept;
}

void LocalHistory::name(const std::string& revision, std::string_view name) {
  const std::string file = nameFile(revision);
  if (!name.empty()) {
    replaceSafely(files_, file, name);
  } else if (files_.state(file)) {
    files_.remove(file);
  }
}

void LocalHistory::forget(const Plan& plan) {
  for (const KeptVersion& version : versions(plan)) remove(version.revision);
}

void LocalHistory::remove(const std::string& revision) {
  for (const std::string& file : {contentFile(revision), nameFile(revision)})
    if (files_.state(file)) files_.remove(file);
}

/// The newest version stays, however large it is.
void LocalHistory::makeRoom(const std::string& newest) {
  std::vector<Stored> all = storedIn(files_, folder_);
  std::ranges::sort(all, [](const Stored& a, const Stored& b) {
    return std::tuple(a.named, a.modified, std::string_view(a.revision)) <
           std::tuple(b.named, b.modified, std::string_view(b.revision));
  });
  std::uint64_t bytes = 0;
  for (const Stored& version : all) bytes += version.bytes;
  for (const Stored& version : all) {
    if (bytes <= mostBytes_) return;
    if (version.revision == newest) continue;
    remove(version.revision);
    bytes -= version.bytes;
  }
}

bool mayKeepUnasked(const Plan& plan) {
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      if (isFor(*element, Classification::core)) return false;
  return true;
}

}  // namespace trackloom::sharing
