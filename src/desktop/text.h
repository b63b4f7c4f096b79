#pragma once

#include "scene/palette.h"

#include <string>
#include <string_view>

#include <wx/scrolwin.h>

class wxColour;
class wxStaticText;
class wxString;
class wxWindow;

namespace trackloom::desktop {

/// Our texts as windows take them, and back. Always UTF-8.
wxString shown(std::string_view text);
std::string typed(const wxString& text);
/// A label of a menu without the mark before the letter that chooses it.
std::string withoutMark(std::string label);

/// A colour of a palette as windows take it.
wxColour colourOf(const scene::Palette& palette, scene::Colour colour);

/// How much larger the user has text than is usual, within bounds.
double textScale(const wxWindow& window);

/// Lets a control be as narrow as this, and as high as its text needs however large the user has it.
void keepTextWhole(wxWindow& control, int width);

/// Each line of a text runs as its window does, whatever letters it begins with.
wxString turnedLines(const wxWindow& window, const wxString& text);

/// A text that begins where lines of its window begin, on the left or on the right.
wxStaticText* newLabel(wxWindow* parent, const wxString& text, long style = 0);
/// Breaks the lines of such a text so that they are no wider than this, whatever they were broken to before.
void wrapAt(wxStaticText& label, int width);

/// The wheel over a control scrolls what the control stands on; it neither stops at a text nor changes a choice.
void leaveWheelTo(wxScrolledWindow& outer, wxWindow& control);

/// Gives a control the name that screen readers say.
void nameFor(wxWindow& control, const std::string& name);
/// What screen readers say beside the name: of a drawing, what it shows and what is chosen there.
void describe(wxWindow& control, const std::string& description);

/// Lets a text be pasted elsewhere.
void toClipboard(const std::string& text);

}  // namespace trackloom::desktop
