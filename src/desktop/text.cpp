#include "desktop/text.h"

#include "desktop/gtk.h"
#include "scene/text_measure.h"

#include <algorithm>

#include <wx/clipbrd.h>
#include <wx/colour.h>
#include <wx/stattext.h>
#include <wx/string.h>
#include <wx/window.h>

namespace trackloom::desktop {

wxString shown(std::string_view text) { return wxString::FromUTF8(text.data(), text.size()); }

std::string typed(const wxString& text) { return text.utf8_string(); }

std::string withoutMark(std::string label) {
  std::erase(label, '&');
  return label;
}

wxColour colourOf(const scene::Palette& palette, scene::Colour colour) {
  const scene::Rgb rgb = palette.of(colour);
  return {rgb.red, rgb.green, rgb.blue};
}

double textScale(const wxWindow& window) {
  constexpr double usualHeight = 19;  // pixels of a line at eleven points
  return std::clamp(window.GetCharHeight() / usualHeight, 0.8, 2.5);
}

void keepTextWhole(wxWindow& control, int width) {
  const int line = control.GetCharHeight() * 9 / 5;
  const int least = std::max(control.GetMinSize().y, control.GetBestSize().y);
  control.SetMinSize({width, std::max(line, least)});
}

namespace {

/// A mark in front of each line of a text that would run from right to left by its first letter.
wxString keptFromTurning(const wxString& text) {
  const wxString mark = wxUniChar(0x200E);
  wxString kept;
  std::size_t line = 0;
  bool isOpen = true;  // no letter of this line yet
  for (const wxUniChar c : text) {
    const bool turns = scene::isRightToLeft(static_cast<char32_t>(c.GetValue()));
    if (isOpen && turns) kept.insert(line, mark);
    if (turns || wxIsalpha(c)) isOpen = false;
    kept += c;
    if (c != '\n') continue;
    line = kept.size();
    isOpen = true;
  }
  return kept;
}

}  // namespace

wxString turnedLines(const wxWindow& window, const wxString& text) {
  if (window.GetLayoutDirection() != wxLayout_RightToLeft) return keptFromTurning(text);
  const wxString mark = wxUniChar(0x200F);
  wxString lines = text;
  lines.Replace("\n", "\n" + mark);
  return mark + lines;
}

namespace {

/// Remembers its text as it was before its lines were broken. An ampersand in it is one: it marks no letter.
class Label : public wxStaticText {
 public:
  Label(wxWindow* parent, const wxString& text, long style)
      : wxStaticText(parent, wxID_ANY, wxControl::EscapeMnemonics(text), wxDefaultPosition, wxDefaultSize, style),
        whole_(wxControl::EscapeMnemonics(text)) {}

  void SetLabel(const wxString& text) override {
    if (!wrapping_) whole_ = wxControl::EscapeMnemonics(text);
    wxStaticText::SetLabel(wrapping_ ? text : whole_);
  }
  void wrap(int width) {
    wrapping_ = true;
    if (GetLabel() != whole_) wxStaticText::SetLabel(whole_);
    Wrap(width);
    wxStaticText::SetLabel(turnedLines(*this, GetLabel()));
    wrapping_ = false;
  }

 private:
  wxString whole_;
  bool wrapping_ = false;
};

}  // namespace

wxStaticText* newLabel(wxWindow* parent, const wxString& text, long style) {
  auto* label = new Label(parent, text, style);
  beginAtStart(label->GetHandle());
  return label;
}

void leaveWheelTo(wxScrolledWindow& outer, wxWindow& control) {
  const auto scrollDown = [&outer](int steps) {
    constexpr int lines = 3;
    outer.Scroll(-1, std::max(0, outer.GetViewStart().y + steps * lines));
  };
  control.Bind(wxEVT_MOUSEWHEEL, [scrollDown](wxMouseEvent& event) {
    scrollDown(-event.GetWheelRotation() / std::max(1, event.GetWheelDelta()));
  });
  takeWheelOfArrow(control.GetHandle(), scrollDown);
}

void wrapAt(wxStaticText& label, int width) {
  // A line measured whole may be a little wider than its words measured one by one, where letters join.
  if (auto* ours = dynamic_cast<Label*>(&label)) ours->wrap(width - width / 30);
}

void nameFor(wxWindow& control, const std::string& name) {
  control.SetName(shown(name));
  nameForScreenReaders(control.GetHandle(), name);
}

void describe(wxWindow& control, const std::string& description) {
  describeForScreenReaders(control.GetHandle(), description);
}

void toClipboard(const std::string& text) {
  if (!wxTheClipboard->Open()) return;
  wxTheClipboard->SetData(new wxTextDataObject(shown(text)));
  wxTheClipboard->Close();
}

}  // namespace trackloom::desktop
