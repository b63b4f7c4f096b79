#pragma once

#include "desktop/presenters/preferences.h"

#include <cstdint>
#include <functional>
#include <string>

class wxWindow;

namespace trackloom::desktop {

// The few things that wxWidgets does not offer on GTK.

enum class Writing : std::uint8_t { leftToRight, rightToLeft };
/// The way in which lists and menus run, those that are there already, too.
void setDirection(Writing writing);
/// Light or dark windows, and the size of all text in percent of what the desktop environment has.
void setLook(Colours colours, int textSize);
/// Lets the lines of a label begin where its language begins them: wxWidgets turns them round once too often.
void beginAtStart(void* label);
/// Leaves room around a text of several lines: wxTextCtrl::SetMargins does so for one line alone.
void keepFromEdges(void* text);
/// The bar beside what scrolls is there whenever something is out of sight, not only while the mouse moves.
void keepBarInSight(void* scrolled);
/// Gives a widget the name that screen readers say.
void nameForScreenReaders(void* widget, const std::string& name);
/// What screen readers say of a widget beside its name.
void describeForScreenReaders(void* widget, const std::string& description);
/// What is typed into a choice is completed from its list, whatever is put into that later. wxWidgets' own way (3.2)
/// keeps the list and its window in memory for ever.
void completeFromChoices(void* choice);
/// Fills a choice before its list opens under the arrow beside it, which can be pressed although the list is empty yet.
void fillBeforeOpening(void* choice, std::function<void()> fill);
/// The wheel over the arrow beside a choice, of which wxWidgets (3.2) does not hear, turns nothing over: it is told to
/// `turned`, in steps downwards.
void takeWheelOfArrow(void* choice, std::function<void(int)> turned);
/// Is the keyboard in a widget or in anything inside it? Also where wxWidgets does not know: in a choice.
bool hasKeyboard(void* widget);
/// Lays the head of what folds out from where the language begins: one that is made while lists run from right to left
/// begins at the left.
void foldFromStart(void* expander);
/// Tells screen readers that a widget shows a drawing.
void tellThatItDraws(void* widget);
/// Tells screen readers that a window asks something, so that they read all of it.
void tellThatItAsks(void* window);
/// Asks for a printer and sends it a PDF as it stands; nothing is written to the disk here. `done` hears why it failed,
/// or an empty text; not at all if the user thought better of it.
void printPages(wxWindow& parent, const std::string& title, const std::string& pdf,
                std::function<void(const std::string& problem)> done);
/// Takes a file out of the list of recent files that all programs share, and keeps it out of it as long as the program
/// runs: dialogs for files put there what was chosen, some time after they close.
void forgetInDesktop(const std::string& path);
/// The name under which the desktop environment finds the icon of the windows.
void setProgramName(const char* name);

}  // namespace trackloom::desktop
