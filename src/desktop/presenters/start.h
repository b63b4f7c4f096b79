#pragma once

#include "desktop/presenters/plan_file.h"
#include "desktop/presenters/speech.h"
#include "installation/installation.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// A plan to begin with or to look at.
struct StartItem {
  std::string id;
  std::string title;
  std::string help;
  std::string path;
};

/// Everything the start page offers.
struct StartContent {
  std::vector<StartItem> templates;
  std::vector<StartItem> examples;
  std::vector<StartItem> recent;  ///< those whose file is still there
  std::vector<LeftWork> left;     ///< unsaved work
  std::string language;           ///< the chosen one: `en`
  std::string organisation;
};

/// Reads what lies in the installation. A file that is no plan is passed over.
StartContent startContent(const Installation& installation, Files& files, const std::vector<std::string>& recent,
                          const std::string& journalFolder, const Speech& speech);

/// What is asked when a plan begins.
struct FirstAnswers {
  std::string title;
  std::string country;
  std::string convener;
  std::string nextMeeting;  ///< a date as people type it; may be empty
};

/// A new plan from a template: with a title, a country, the convener as an actor that is "us", and the next meeting on
/// the first track.
Plan firstPlan(const Plan& from, const FirstAnswers& answers, const Speech& speech, Day today);

}  // namespace trackloom::desktop
