#include "desktop/app.h"

#include "desktop/frame.h"
#include "desktop/gtk.h"
#include "desktop/text.h"
#include "plan/writing.h"

#include <ctime>

#include <wx/cmdline.h>
#include <wx/utils.h>

namespace trackloom::desktop {
namespace {

Day today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return dayOf({local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

}  // namespace

void App::OnInitCmdLine(wxCmdLineParser& parser) {
  parser.SetSwitchChars("-");
  parser.AddParam("PLAN", wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL | wxCMD_LINE_PARAM_MULTIPLE);
  parser.AddSwitch("h", "help", "Say how Trackloom is started", wxCMD_LINE_OPTION_HELP);
}

bool App::OnCmdLineParsed(wxCmdLineParser& parser) {
  if (parser.GetParamCount() > 0) file_ = typed(parser.GetParam(0));
  for (std::size_t i = 1; i < parser.GetParamCount(); ++i) further_.push_back(parser.GetParam(i));
  return true;
}

/// One window holds one plan: each further one is opened by a program of its own.
void App::openFurther() const {
  const wxString program = shown(runningProgram().string());
  for (const wxString& file : further_) {
    const wchar_t* words[] = {program.wc_str(), file.wc_str(), nullptr};
    wxExecute(words);
  }
}

wxLayoutDirection App::GetLayoutDirection() const {
  const bool rightToLeft = settings_ && writtenRightToLeft(settings_->text("language"));
  return rightToLeft ? wxLayout_RightToLeft : wxLayout_LeftToRight;
}

bool App::OnInit() {
  SetAppName("trackloom");
  SetAppDisplayName("Trackloom");
  setProgramName("trackloom");
  if (!wxApp::OnInit()) return false;
  settings_ = std::make_unique<Settings>(userSettingsFile().string());
  if (GetLayoutDirection() == wxLayout_RightToLeft) setDirection(Writing::rightToLeft);
  frame_ = new Frame({files_, findInstallation(runningProgram()), *settings_, today()}, nullptr);
  frame_->Show();
  if (!file_.empty()) frame_->openPath(file_);
  openFurther();
  return true;
}

bool App::OnExceptionInMainLoop() {
  if (!frame_) throw;
  frame_->guarded([] { throw; });
  return true;
}

}  // namespace trackloom::desktop
