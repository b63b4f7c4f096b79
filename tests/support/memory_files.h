#pragma once

#include "xml/disk_files.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace trackloom::test {

/// The power went; nothing in the program runs on. Not an `Error`, so that no code can handle it by mistake.
struct PowerCut {};

/// What the disk holds after a power cut of content that was never flushed.
enum class Unflushed { kept, lost, torn };

enum class Fault {
  errorBefore,  ///< the step fails and does nothing
  errorAfter,   ///< the step does its work and fails all the same, as network disks do
  powerCut,     ///< the step and everything after it does not happen; of a new file half is written
};

/// A disk in memory that can fail at its Nth step. It knows what was flushed: content by `flush`, names by
/// `flushFolder`.
class MemoryFiles : public Files {
 public:
  /// Counts from 1.
  void breakAt(int step, Fault fault) {
    faultStep_ = step;
    fault_ = fault;
    steps_ = 0;
  }
  int steps() const { return steps_; }
  void pass(std::int64_t nanoseconds) { clock_ += nanoseconds; }

  /// Puts a file there, flushed.
  void put(const std::string& path, std::string bytes, std::uint32_t mode = 0644) {
    nodes_.push_back({std::move(bytes), ++clock_, mode, true});
    names_[path] = flushedNames_[path] = nodes_.size() - 1;
  }
  bool has(const std::string& path) const { return names_.contains(path); }
  const std::string& at(const std::string& path) const { return nodes_.at(names_.at(path)).bytes; }
  std::uint32_t modeOf(const std::string& path) const { return nodes_.at(names_.at(path)).mode; }
  std::vector<std::string> paths() const {
    std::vector<std::string> paths;
    for (const auto& name : names_) paths.push_back(name.first);
    return paths;
  }
  const std::set<std::string>& folders() const { return folders_; }

  /// Changes of names that no `flushFolder` has made sure of yet.
  std::size_t unflushedNames() const { return changes_.size(); }
  /// The disk after a power cut: the first `kept` unflushed changes of names made it.
  MemoryFiles restarted(std::size_t kept, Unflushed content) const {
    MemoryFiles disk;
    disk.nodes_ = nodes_;
    disk.folders_ = folders_;
    disk.clock_ = clock_;
    disk.names_ = flushedNames_;
    for (std::size_t i = 0; i < kept; ++i) apply(changes_[i], disk.names_);
    for (Node& node : disk.nodes_) {
      if (!node.flushed && content == Unflushed::lost) node.bytes.clear();
      if (!node.flushed && content == Unflushed::torn)
        node.bytes.replace(node.bytes.size() / 2, node.bytes.npos, node.bytes.size() - node.bytes.size() / 2, '\0');
      node.flushed = true;
    }
    disk.flushedNames_ = disk.names_;
    return disk;
  }

  std::string read(const std::string& path) override {
    begin(path);
    const auto name = names_.find(path);
    if (name == names_.end()) throw fileError(FileStep::reading, path, ENOENT);
    end(path);
    return nodes_[name->second].bytes;
  }
  void create(const std::string& path, std::string_view bytes, const FileState* like) override {
    const bool cut = !dead_ && steps_ + 1 == faultStep_ && fault_ == Fault::powerCut;
    if (!cut) begin(path);
    if (names_.contains(path)) throw fileError(FileStep::writing, path, EEXIST);
    nodes_.push_back({std::string(bytes.substr(0, cut ? bytes.size() / 2 : bytes.size())), ++clock_,
                      like ? like->mode : 0600, false});
    change({path, "", nodes_.size() - 1});
    if (cut) begin(path);
    if (steps_ == faultStep_ && fault_ == Fault::errorAfter) change({"", path, 0});
    end(path);
  }
  /// As on a disk that cannot tell who works on a file.
  std::shared_ptr<void> hold(const std::string&) override { return nullptr; }
  bool removeUnheld(const std::string&) override { return false; }
  void flush(const std::string& path) override {
    begin(path);
    nodes_.at(names_.at(path)).flushed = true;
    end(path);
  }
  void rename(const std::string& from, const std::string& to) override {
    begin(to);
    if (!names_.contains(from)) throw fileError(FileStep::writing, to, ENOENT);
    change({to, from, names_.at(from)});
    end(to);
  }
  void flushFolder(const std::string& folder) override {
    begin(folder + "/");
    flushedNames_ = names_;
    changes_.clear();
    end(folder + "/");
  }
  void remove(const std::string& path) override {
    begin(path);
    if (!names_.contains(path)) throw fileError(FileStep::writing, path, ENOENT);
    change({"", path, 0});
    end(path);
  }
  void erase(const std::string& path) override {
    begin(path);
    if (!names_.contains(path)) throw fileError(FileStep::writing, path, ENOENT);
    nodes_.at(names_.at(path)).bytes.assign(nodes_.at(names_.at(path)).bytes.size(), '#');
    change({"", path, 0});
    end(path);
  }
  std::vector<std::string> list(const std::string& folder) override {
    begin(folder + "/");
    std::vector<std::string> found;
    for (const auto& [path, node] : names_)
      if (path.starts_with(folder + "/")) found.push_back(path.substr(folder.size() + 1));
    end(folder + "/");
    return found;
  }
  std::optional<FileState> state(const std::string& path) override {
    begin(path);
    end(path);
    FileState state;
    state.folder = folders_.contains(path);
    if (state.folder) return state;
    const auto name = names_.find(path);
    if (name == names_.end()) return std::nullopt;
    const Node& node = nodes_[name->second];
    state.size = node.bytes.size();
    state.modified = node.modified;
    state.inode = name->second;
    state.mode = node.mode;
    state.writable = (node.mode & 0200) != 0;
    return state;
  }
  void makeFolder(const std::string& path) override {
    begin(path);
    folders_.insert(path);
    end(path);
  }
  std::string realPath(const std::string& path) override {
    begin(path);
    end(path);
    return path;
  }

 private:
  struct Node {
    std::string bytes;
    std::int64_t modified;
    std::uint32_t mode;
    bool flushed;
  };
  struct Change {
    std::string added;
    std::string removed;
    std::size_t node;
  };
  using Names = std::map<std::string, std::size_t>;

  static void apply(const Change& change, Names& names) {
    if (!change.removed.empty()) names.erase(change.removed);
    if (!change.added.empty()) names[change.added] = change.node;
  }
  void change(Change change) {
    apply(change, names_);
    changes_.push_back(std::move(change));
  }
  void begin(const std::string& path) {
    ++steps_;
    if (dead_) throw PowerCut{};
    if (steps_ != faultStep_) return;
    if (fault_ == Fault::errorBefore) throw fileError(FileStep::writing, path, ENOSPC);
    dead_ = fault_ == Fault::powerCut;
    if (dead_) throw PowerCut{};
  }
  void end(const std::string& path) const {
    if (steps_ == faultStep_ && fault_ == Fault::errorAfter) throw fileError(FileStep::writing, path, EIO);
  }

  std::vector<Node> nodes_;
  Names names_;
  Names flushedNames_;
  std::vector<Change> changes_;
  std::set<std::string> folders_;
  std::int64_t clock_ = 0;
  int steps_ = 0;
  int faultStep_ = 0;
  Fault fault_ = Fault::errorBefore;
  bool dead_ = false;
};

}  // namespace trackloom::test
