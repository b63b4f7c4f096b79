#include "sharing/versions.h"

#include "documents/wording.h"

namespace trackloom::sharing {

const documents::Material& Versions::having(const ElementId& id) const { return after.study.find(id) ? after : before; }

std::string Versions::nameOf(const ElementId& id) const { return documents::nameOf(having(id), id); }

std::string Versions::namesOf(std::span<const ElementId> ids) const {
  std::string names;
  for (const ElementId& id : ids)
    names.append(names.empty() ? std::string() : documents::said(after, tr(", "))).append(nameOf(id));
  return names;
}

}  // namespace trackloom::sharing
