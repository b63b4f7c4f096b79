#pragma once

#include "sharing/other_ids.h"
#include "sharing/redact.h"

#include <optional>
#include <string>
#include <vector>

namespace trackloom::sharing {

/// What the author of papers should know of the names in them, told of each paper as far as it stands there. It is for
/// those who see the whole plan.
class PaperNotes {
 public:
  PaperNotes() = default;
  /// Names that were masked in a plan, and words of them that still stand.
  PaperNotes(Plan plan, RedactionReport report);

  void add(Message note) { always_.push_back(std::move(note)); }
  void add(const OtherIds& ids) { ids_ = ids; }

  /// Of a paper with all that its readers may see.
  std::vector<Message> all() const;
  /// Of a paper that says this as plain text or in HTML, JSON or SVG; one sentence for all names where nothing tells
  /// what it says.
  std::vector<Message> of(const std::optional<std::string>& said) const;

 private:
  template <class Stands>
  std::vector<Message> where(Stands& stands) const;
  Message untold() const;

  std::vector<Message> always_;
  Plan plan_;
  RedactionReport report_;
  OtherIds ids_;
};

}  // namespace trackloom::sharing
