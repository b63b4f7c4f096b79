#include "plugin/library.h"

#include "plan/error.h"

#include <cstddef>

#include <dlfcn.h>

namespace trackloom::plugin {
namespace {

Error unusable(Message what, const std::filesystem::path& path) {
  return Error(ErrorKind::unwritable, std::move(what), path.string(),
               {tr("Install a version of the plugin that was made for this version of Trackloom."), {}});
}

}  // namespace

void Library::Close::operator()(void* handle) const { ::dlclose(handle); }

Library::Library(const std::filesystem::path& path) : handle_(::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) {
  if (!handle_) {
    const char* const reason = ::dlerror();
    throw unusable(
        {tr("The plugin's library could not be loaded ({reason})."), {{"reason", std::string(reason ? reason : "")}}},
        path);
  }
  const auto ask = reinterpret_cast<decltype(&trackloom_plugin)>(::dlsym(handle_.get(), "trackloom_plugin"));
  if (!ask)
    throw unusable({tr("The library does not have the function trackloom_plugin, so it is no plugin."), {}}, path);
  plugin_ = ask();
  if (!plugin_) throw unusable({tr("The library says that it holds no plugin."), {}}, path);
  if (plugin_->abi != TRACKLOOM_PLUGIN_ABI)
    throw unusable({tr("The plugin was made for version {theirs} of the plugin interface, and this is version {ours}."),
                    {{"theirs", static_cast<std::int64_t>(plugin_->abi)},
                     {"ours", static_cast<std::int64_t>(TRACKLOOM_PLUGIN_ABI)}}},
                   path);
  if (plugin_->size < offsetof(TrackloomPlugin, readTables) || plugin_->api > TRACKLOOM_PLUGIN_API ||
      (!plugin_->exportPlan && !readsTables()))
    throw unusable({tr("The plugin needs what this version of Trackloom does not offer, or lacks what it needs."), {}},
                   path);
}

}  // namespace trackloom::plugin
