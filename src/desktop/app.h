#pragma once

#include "desktop/settings.h"
#include "xml/disk_files.h"

#include <memory>
#include <string>
#include <vector>

#include <wx/app.h>

namespace trackloom::desktop {

class Frame;

/// The program with its one window.
class App : public wxApp {
 public:
  bool OnInit() override;
  wxLayoutDirection GetLayoutDirection() const override;
  void OnInitCmdLine(wxCmdLineParser& parser) override;
  bool OnCmdLineParsed(wxCmdLineParser& parser) override;
  /// What no part of the window caught is told in it, and the work goes on.
  bool OnExceptionInMainLoop() override;

 private:
  void openFurther() const;

  DiskFiles files_;
  std::unique_ptr<Settings> settings_;
  std::string file_;
  std::vector<wxString> further_;
  Frame* frame_ = nullptr;
};

}  // namespace trackloom::desktop
