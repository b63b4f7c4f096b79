#pragma once

#include "documents/document.h"

#include <string>
#include <vector>

namespace trackloom::documents {

/// What becomes of empty sections, and in which language sections are numbered and that is said.
struct SectionStyle {
  Completeness completeness = Completeness::plain;
  language::Language language = {};
};

/// A page whose sections are numbered and listed.
struct NumberedPage {
  std::string html;
  std::vector<Message> leftOut;  ///< for the author: each section that was left out
};

/// Numbers the headings of a filled template, marks or leaves out sections about which nothing was filled in, and lists
/// the sections that stay in `<nav id="contents">`.
///
/// A section is `<section id="mandate" data-gap="This section tells …"><h2>Mandate</h2> … </section>`; sections may lie
/// in sections. It is empty if nothing but headings can be read in it. Sections without `data-gap` stay as they are.
/// Throws `Error` naming `where` if sections are not closed in order.
NumberedPage numberSections(const std::string& html, const SectionStyle& style, const std::string& where);

}  // namespace trackloom::documents
