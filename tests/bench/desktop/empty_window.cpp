// An empty window of the toolkit: what starting the desktop is measured beside.

#include <wx/app.h>
#include <wx/frame.h>

namespace {

class EmptyApp : public wxApp {
 public:
  bool OnInit() override {
    auto* frame = new wxFrame(nullptr, wxID_ANY, "empty", {0, 0}, {1366, 740});
    frame->Show();
    return true;
  }
};

}  // namespace

wxIMPLEMENT_APP(EmptyApp);
