#include "desktop/actions.h"

#include "desktop/frame.h"
#include "plan/message.h"

namespace trackloom::desktop {

std::span<const Action> actions() {
  using F = Frame;
  using Q = QuestionId;
  using enum Action::Place;
  constexpr const char* file = tr("&File");
  constexpr const char* edit = tr("&Edit");
  constexpr const char* plan = tr("&Plan");
  constexpr const char* view = tr("&View");
  constexpr const char* work = tr("&Work");
  constexpr const char* ask = tr("As&k");
  constexpr const char* help = tr("&Help");
  // clang-format off
  static constexpr Action all[] = {
      {"start", file, tr("&New or example …"), tr("Begin a plan, or look at an example."), "Ctrl+N", &F::showStart, nullptr, "wxART_NEW"},
      {"open", file, tr("&Open …"), tr("Open a plan."), "Ctrl+O", &F::askOpen, nullptr, "wxART_FILE_OPEN"},
      {"save", file, tr("&Save"), tr("Save the plan in its file."), "Ctrl+S", &F::save, &F::hasPlan, "wxART_FILE_SAVE"},
      {"save-as", file, tr("Save &as …"), tr("Save the plan in another file."), "Ctrl+Shift+S", &F::saveAs, &F::hasPlan},
      {"copy-for", file, tr("&Prepare a copy for …"), tr("A copy for other eyes, in which what they may not see leaves no trace."), "Ctrl+Shift+E", &F::prepareCopy, &F::hasPlan, "wxART_GO_FORWARD", beginsGroup},
      {"seal", file, tr("Sea&l …"), tr("Save the plan under a passphrase: without it nobody can read the file."), "", &F::seal, &F::hasPlan},
      {"unseal", file, tr("&Take off the seal …"), tr("Save the plan so that everybody who has the file can read it."), "", &F::takeSealOff, &F::isSealed},
      {"bring-in", file, tr("&Bring in a version …"), tr("Join what somebody else did in their copy with yours; what both changed is asked."), "", &F::bringIn, &F::hasPlan},
      {"import", file, tr("Bring in a sprea&dsheet …"), tr("Take the rows of a spreadsheet, or a form that came back, into the plan; what is not understood is asked."), "", &F::bringInSpreadsheet, &F::hasPlan},
      {"partner-form", file, tr("A for&m for a partner …"), tr("A spreadsheet in which a partner brings the activities it leads or carries out up to date."), "", &F::partnerForm, &F::hasPlan},
      {"earlier", file, tr("&Earlier versions …"), tr("Go back to a version that was kept on this machine."), "", &F::earlierVersion, &F::hasPlan},
      {"forget-recent", file, tr("&Forget what was open"), tr("Forget the list of plans that were open on this machine."), "", &F::forgetRecent},
      {"write-paper", file, tr("&Write a paper …"), tr("Choose a document or drawing, look at it, write it to a file."), "Ctrl+P", &F::showPapers, &F::hasPlan, nullptr, beginsGroup},
      {"print", file, tr("Pr&int …"), tr("Send the pages of the chosen paper to a printer."), "", &F::printPaper, &F::hasPlan, "wxART_PRINT"},
      {"quit", file, tr("&Quit"), tr("Close Trackloom."), "Ctrl+Q", &F::quit, nullptr, nullptr, beginsGroup},
      {"undo", edit, tr("&Undo"), tr("Take back the last change."), "Ctrl+Z", &F::undo, &F::canUndo, "wxART_UNDO"},
      {"redo", edit, tr("&Redo"), tr("Make again what was taken back."), "Ctrl+Shift+Z", &F::redo, &F::canRedo, "wxART_REDO"},
      {"copy", edit, tr("&Copy"), tr("Copy what is chosen; in the table, its rows for a spreadsheet."), "Ctrl+C", &F::copy, &F::hasSelection, nullptr, beginsGroup},
      {"paste", edit, tr("&Paste"), tr("Add what was copied here, in another plan, or in a spreadsheet."), "Ctrl+V", &F::paste, &F::hasPlan},
      {"duplicate", edit, tr("&Duplicate"), tr("Add a copy of what is chosen."), "Ctrl+D", &F::duplicateChosen, &F::hasSelection},
      {"delete", edit, tr("De&lete"), tr("Remove what is chosen, with the links that need it."), "Ctrl+Delete", &F::removeChosen, &F::hasSelection},
      {"find", edit, tr("&Find …"), tr("Go to anything in the plan by its name."), "Ctrl+F", &F::find, &F::hasPlan, nullptr, beginsGroup},
      {"replace", edit, tr("R&eplace …"), tr("Replace a text wherever it stands in the plan."), "Ctrl+H", &F::replace, &F::hasPlan},
      {"fields", edit, tr("Edit the f&ields"), tr("Go to the first field of what is chosen."), "F2", &F::editFields, &F::hasPlan},
      {"preferences", edit, tr("Prefere&nces …"), tr("The language, who you are, and what stays on this machine."), "Ctrl+,", &F::preferences, nullptr, nullptr, beginsGroup},
      {"add-activity", plan, tr("Add an &activity"), tr("Add an activity on the lane of what is chosen, from the day the plan is looked at."), "Ctrl+Shift+A", &F::addActivity, &F::hasPlan, "wxART_PLUS"},
      {"add", plan, tr("A&dd …"), tr("Add anything a plan can hold."), "Ctrl+Shift+N", &F::addAnything, &F::hasPlan},
      {"quick-add", plan, tr("&Quick line"), tr("Type an activity in one line: consultation women Aden 12 May 3d."), "Ctrl+L", &F::goToQuickLine, &F::hasPlan},
      {"link", plan, tr("&Link with …"), tr("Link what is chosen with something else."), "Ctrl+K", &F::linkChosen, &F::hasSelection, nullptr, beginsGroup},
      {"confirm", plan, tr("&Confirm as it stands"), tr("Note that what is recorded of the chosen activity still holds."), "Ctrl+Return", &F::confirmChosen, &F::hasSelection},
      {"keep-suggested", plan, tr("&Keep what is suggested"), tr("Keep what the template suggests of what is chosen: it is checked and handed out from then on."), "Ctrl+Shift+K", &F::keepChosen, &F::hasChosenSuggestion, nullptr, beginsGroup},
      {"keep-all-suggested", plan, tr("Keep all &suggestions"), tr("Keep everything that the template suggests."), "", &F::keepAllSuggested, &F::hasSuggestions},
      {"drop-suggested", plan, tr("Dro&p the suggestions not kept"), tr("Remove what the template suggests and nobody has kept."), "", &F::dropSuggested, &F::hasSuggestions},
      {"timeline", view, tr("&Timeline"), tr("The tracks over time."), "Ctrl+1", &F::showTimeline, &F::hasPlan},
      {"people", view, tr("&People"), tr("The actors and what joins them."), "Ctrl+2", &F::showPeople, &F::hasPlan},
      {"links", view, tr("&Links"), tr("What waits for what, and what is handed over."), "Ctrl+3", &F::showLinks, &F::hasPlan},
      {"table", view, tr("T&able"), tr("Every kind of entry as a table."), "Ctrl+4", &F::showTable, &F::hasPlan},
      {"papers", view, tr("Pape&rs"), tr("Documents, drawings and matrices to hand out."), "Ctrl+5", &F::showPapers, &F::hasPlan},
      {"findings", view, tr("&Findings"), tr("Show or hide what the checks say."), "Ctrl+6", &F::toggleFindings, &F::hasPlan, nullptr, beginsGroup},
      {"changes", view, tr("C&hanges"), tr("What changed since the plan was opened or saved, or against another file."), "Ctrl+9", &F::showChanges, &F::hasPlan},
      {"answers", view, tr("Ans&wers"), tr("What was asked of the plan."), "", &F::showAnswers, &F::hasPlan},
      {"steps", view, tr("&Steps"), tr("Show or hide the steps of planning."), "Ctrl+7", &F::toggleSteps, &F::hasPlan},
      {"outline", view, tr("&Outline"), tr("Show or hide the outline."), "Ctrl+8", &F::toggleOutline, &F::hasPlan},
      {"next-pane", view, tr("Ne&xt pane"), tr("Go on to the next pane: as-of day, outline, view, fields, what is open below."), "F6", &F::nextPane, &F::hasPlan, nullptr, beginsGroup},
      {"previous-pane", view, tr("Pane &before"), tr("Go back to the pane before."), "Shift+F6", &F::previousPane, &F::hasPlan},
      {"zoom-in", view, tr("Clos&er"), tr("Show less time, larger."), "Ctrl++", &F::zoomIn, &F::hasPlan, "wxART_PLUS", beginsGroup},
      {"zoom-out", view, tr("Fart&her"), tr("Show more time, smaller."), "Ctrl+-", &F::zoomOut, &F::hasPlan, "wxART_MINUS"},
      {"fit", view, tr("&All of it"), tr("Show all of the time there is."), "Ctrl+0", &F::fit, &F::hasPlan},
      {"as-of", work, tr("Look as &of …"), tr("Go to the day the plan is looked at."), "Ctrl+T", &F::goToAsOf, &F::hasPlan},
      {"try-out", work, tr("&Try something out"), tr("Change a copy, and see which dates and findings change."), "Ctrl+Shift+T", &F::tryOut, &F::canTryOut, nullptr, beginsGroup},
      {"keep", work, tr("&Keep what was tried out"), tr("Make what was tried out a change of the plan."), "", &F::keepTried, &F::isTryingOut},
      {"discard", work, tr("&Discard what was tried out"), tr("Forget what was tried out."), "", &F::discardTried, &F::isTryingOut},
      {"slip", work, tr("What if it is &late …"), tr("Let the chosen activity end later, and see what follows."), "", &F::slipChosen, &F::hasSelection},
      {"without", work, tr("What if it &falls away or leaves"), tr("Suppose that the chosen actor leaves, or that anything else that is chosen is not there, and see what follows."), "", &F::dropChosen, &F::hasSelection},
      {"round", work, tr("&Update round"), tr("Go through what nobody has confirmed for thirty days."), "Ctrl+R", &F::updateRound, &F::hasPlan, nullptr, beginsGroup},
      {"ask", ask, tr("Ask a &question …"), tr("Choose from the list of questions to the plan."), "Ctrl+J", &F::askAnything, &F::hasPlan},
      {"ask-carriers", ask, tr("Who carries the &most?"), tr("How actors hang together by relations and by sitting together, and who holds them together."), "", &F::ask<Q::carriers>, &F::hasPlan, nullptr, beginsGroup},
      {"ask-hand-overs", ask, tr("Who carries the &hand-overs?"), tr("How what hands over and what receives hang together, and what holds them together."), "", &F::ask<Q::handOvers>, &F::hasPlan},
      {"ask-waiting", ask, tr("Which &activities hold the others together?"), tr("How activities hang together by what waits for what."), "", &F::ask<Q::waiting>, &F::hasPlan},
      {"ask-ways", ask, tr("Which &ways lead from one to the other?"), tr("The independent channels between two tracks, actors, groups, bodies or activities, and what would cut them."), "", &F::ask<Q::ways>, &F::hasPlan},
      {"ask-experts", ask, tr("Who fits where e&xpertise is lacking?"), tr("Experts who are free, for activities that lack what they know."), "", &F::ask<Q::experts>, &F::hasPlan},
      {"ask-without", ask, tr("What &rests on this?"), tr("What depends on what is chosen, and what changes without it."), "", &F::ask<Q::without>, &F::hasPlan, nullptr, beginsGroup},
      {"ask-late", ask, tr("What follows if it is &late?"), tr("Which dates move and which findings appear and go if the chosen activity ends later."), "", &F::ask<Q::late>, &F::hasPlan},
      {"ask-dates", ask, tr("When does what happen, and why &then?"), tr("The earliest and latest dates of all activities, the days in hand and the reasons."), "", &F::ask<Q::dates>, &F::hasPlan, nullptr, beginsGroup},
      {"ask-decides", ask, tr("What &decides the dates of this?"), tr("The chain of reasons back from the chosen activity to a record or a planned date."), "", &F::ask<Q::decides>, &F::hasPlan},
      {"ask-rule", ask, tr("Why does the rule &say this?"), tr("What a rule asks, its numbers and the guidance it rests on."), "", &F::ask<Q::rule>, &F::hasPlan, nullptr, beginsGroup},
      {"ask-element", ask, tr("What is &known of this?"), tr("What is recorded of what is chosen, what names it, and which findings are about it."), "", &F::ask<Q::element>, &F::hasPlan},
      {"ask-contents", ask, tr("What is in this &plan?"), tr("All entries by kind."), "", &F::ask<Q::contents>, &F::hasPlan},
      {"ask-reading", ask, tr("What could not be read in the &file?"), tr("What in the file could not be taken as it stands; it is kept."), "", &F::ask<Q::reading>, &F::hasPlan},
      {"ask-house-rules", ask, tr("What do our &own rules say?"), tr("A file of a team's own rules, asked in a process of its own with limits."), "", &F::ask<Q::houseRules>, &F::hasPlan, nullptr, beginsGroup},
      {"ask-plugins", ask, tr("Which plu&gins are there, and what may they do?"), tr("The plugins on this machine, where they come from, and which of them are on."), "", &F::ask<Q::plugins>, &F::hasPlan},
      {"commands", help, tr("&Commands …"), tr("Find a command by typing what it does."), "Ctrl+Shift+P", &F::commandPalette},
      {"keys", help, tr("&Keys"), tr("All keys of Trackloom."), "F1", &F::showKeys},
      {"about", help, tr("&About Trackloom"), tr("The version, its plugins and licences."), "", &F::about},
  };
  // clang-format on
  return all;
}

const Action* findAction(std::string_view id) {
  for (const Action& action : actions())
    if (action.id == id) return &action;
  return nullptr;
}

}  // namespace trackloom::desktop
