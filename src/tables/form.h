#pragma once

#include "plan/levels.h"
#include "plugin/host.h"
#include "plugin/sheet.h"
#include "tables/import.h"

namespace trackloom::tables {

/// For whom a form is made.
struct FormRequest {
  ElementId organisation;
  Audience audience = Classification::partners;
  Day asOf;
};

/// A form for a partner, and what its author should know of it.
struct PartnerForm {
  plugin::WrittenTable table;
  std::vector<Message> notes;
  std::size_t rows = 0;
  std::size_t notShown = 0;  ///< activities of theirs that the audience may not see
  std::size_t untold = 0;    ///< that it may see, but neither id nor title can say which they are
  bool unnamed = false;      ///< the organisation's id may say whom the audience may not see
};

/// A table of an organisation's activities (those it leads or carries out) for it to fill in: status, dates, outputs, a
/// comment. It holds what the audience may see, as papers do: names that it may not know are masked in texts, and an
/// activity whose id may say one is known by its title alone when the form comes back.
PartnerForm partnerForm(const Plan& plan, const FormRequest& request, const language::Language& language);

/// Why there is nothing to fill in, and what to do; nothing where there is.
struct NothingToFill {
  Message why;
  Message toDo;
};
std::optional<NothingToFill> nothingToFill(const PartnerForm& form, const ElementId& organisation);

/// An organisation that a form can be made for.
struct FormTaker {
  ElementId organisation;
  std::size_t activities = 0;  ///< that it leads or carries out
};
/// All of a plan, those with most activities first.
std::vector<FormTaker> formTakers(const Plan& plan);

/// The form as a file: comma-separated values where its name ends in `.csv`, else a workbook. Throws an `Error` where
/// no plugin writes that, or it fails.
std::string formFile(const PartnerForm& form, const std::string& name, Day made, plugin::PluginHost& host);

/// The organisation that a sheet is a form for; nothing if it is no form, an empty id if its mark is damaged.
std::optional<ElementId> formIn(const Sheet& sheet);

/// Takes a form that came back: it changes the status, dates and outputs of that organisation's activities and nothing
/// else, and each comment becomes a comment in the plan, once, for the core team. The request's kind, mapping of
/// columns and restriction are the form's.
Import importForm(const Plan& plan, std::span<const Sheet> sheets, ImportRequest request,
                  std::span<const language::Language> languages);

/// Takes the sheets of a file into a plan, as a form if it is one that came back.
Import importFile(const Plan& plan, std::span<const Sheet> sheets, const ImportRequest& request,
                  std::span<const language::Language> languages);

}  // namespace trackloom::tables
