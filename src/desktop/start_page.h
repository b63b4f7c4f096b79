#pragma once

#include "desktop/presenters/speech.h"
#include "desktop/presenters/start.h"

#include <functional>
#include <string>

#include <wx/scrolwin.h>

class wxChoice;
class wxListBox;
class wxTextCtrl;

namespace trackloom::desktop {

/// What one meets before a plan is open: begin one, go on with one, look at an example, take up unsaved work.
class StartPage : public wxScrolledWindow {
 public:
  struct Wishes {
    std::function<void(const StartItem&)> begin;
    std::function<void(const StartItem&)> look;  ///< an example, without a file of its own
    std::function<void(const std::string&)> open;
    std::function<void(const LeftWork&)> recover;
    std::function<void()> choose;
    std::function<void(const std::string&)> language;
    std::function<void(const std::string&)> organisation;
  };
  StartPage(wxWindow* parent, const Speech& speech, const StartContent& content, Wishes wishes);
  wxListBox& templates() { return *templates_; }

 private:
  wxListBox* addList(wxSizer* rows, const char* heading, const std::vector<std::string>& texts,
                     std::function<void(std::size_t)> act);

  const Speech& speech_;
  StartContent content_;
  Wishes wishes_;
  wxListBox* templates_ = nullptr;
};

}  // namespace trackloom::desktop
