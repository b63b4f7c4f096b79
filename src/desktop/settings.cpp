#include "desktop/settings.h"

#include "desktop/text.h"

#include <algorithm>
#include <filesystem>

#include <wx/fileconf.h>
#include <wx/log.h>
#include <wx/sstream.h>

namespace trackloom::desktop {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostRecent = 10;

std::string recentKey(std::size_t place) { return "recent/" + std::to_string(place); }

}  // namespace

Settings::Settings(const std::string& path) : path_(path) {
  if (path.empty()) {
    wxStringInputStream nothing{wxString()};
    config_ = std::make_unique<wxFileConfig>(nothing);
    return;
  }
  std::error_code none;
  fs::create_directories(fs::path(path).parent_path(), none);
  config_ = std::make_unique<wxFileConfig>(wxString(), wxString(), shown(path), wxString(), wxCONFIG_USE_LOCAL_FILE);
  config_->SetUmask(0077);
}

Settings::~Settings() = default;

std::string Settings::text(const char* key) const { return typed(config_->Read(key, wxString())); }
long Settings::number(const char* key, long otherwise) const { return config_->Read(key, otherwise); }

void Settings::set(const char* key, const std::string& value) {
  config_->Write(key, shown(value));
  flush();
}

void Settings::set(const char* key, long value) {
  config_->Write(key, value);
  flush();
}

std::vector<std::string> Settings::recent() const {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < mostRecent; ++i)
    if (std::string path = text(recentKey(i).c_str()); !path.empty()) paths.push_back(std::move(path));
  return paths;
}

bool Settings::remembersRecent() const { return number("recent-plans", 1) != 0; }

void Settings::rememberRecent(bool remember) {
  set("recent-plans", remember ? 1L : 0L);
  if (!remember) forgetRecent();
}

void Settings::remember(const std::string& path) {
  if (!remembersRecent()) {
    if (onForget) onForget(path);
    return;
  }
  std::vector<std::string> paths = recent();
  std::erase(paths, path);
  paths.insert(paths.begin(), path);
  paths.resize(std::min(paths.size(), mostRecent));
  for (std::size_t i = 0; i < paths.size(); ++i) config_->Write(shown(recentKey(i)), shown(paths[i]));
  flush();
}

void Settings::forget(const std::string& path) {
  std::vector<std::string> paths = recent();
  std::erase(paths, path);
  if (onForget) onForget(path);
  paths.resize(mostRecent);
  for (std::size_t i = 0; i < paths.size(); ++i) config_->Write(shown(recentKey(i)), shown(paths[i]));
  flush();
}

void Settings::forgetRecent() {
  if (onForget)
    for (const std::string& path : recent()) onForget(path);
  config_->DeleteGroup("recent");
  flush();
}

/// Settings that cannot be kept are no reason to stop anybody's work.
void Settings::flush() {
  const wxLogNull silent;
  if (!path_.empty()) config_->Flush();
}

}  // namespace trackloom::desktop
