#pragma once

#include "desktop/presenters/speech.h"
#include "tables/form.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// Whom a form can be made for, a line each with how many activities they lead or carry out; in the order of
/// `tables::formTakers`.
std::vector<std::string> takerLines(const Plan& plan, const std::vector<tables::FormTaker>& takers,
                                    const Speech& speech);

/// What its author should know of a form before it is saved: how many activities are in it, how many are not, what was
/// hidden, and how it comes back.
std::string formReport(const tables::PartnerForm& form, const Plan& plan, const ElementId& organisation,
                       const Speech& speech);

/// A name for its file without an ending: `Forum - update`.
std::string formName(const Plan& plan, const ElementId& organisation, const Speech& speech);

}  // namespace trackloom::desktop
