#include "installation/plan_templates.h"

#include "plan/error.h"

#include <algorithm>
#include <system_error>

namespace trackloom {

namespace fs = std::filesystem;

std::vector<std::string> planTemplateIds(const Installation& installation) {
  std::vector<std::string> ids;
  std::error_code ignored;
  for (fs::directory_iterator at(installation.templates / "plans", ignored), end; !ignored && at != end;
       at.increment(ignored))
    if (at->path().extension() == ".trackloom") ids.push_back(at->path().stem().string());
  std::sort(ids.begin(), ids.end());
  return ids;
}

fs::path planTemplate(const Installation& installation, const std::string& id) {
  const std::vector<std::string> ids = planTemplateIds(installation);
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return installation.templates / "plans" / (id + ".trackloom");
  std::string known;
  for (const std::string& one : ids) known += (known.empty() ? "" : ", ") + one;
  if (known.empty())
    throw Error(ErrorKind::unreadable, {tr("No plan templates are installed."), {}},
                (installation.templates / "plans").string(),
                {tr("Install Trackloom again, or copy a plan of your own."), {}});
  throw Error(ErrorKind::usage, {tr("There is no plan template {id}."), {{"id", id}}}, {},
              {tr("There are: {known}."), {{"known", known}}});
}

}  // namespace trackloom
