#include "plan/missing.h"

#include <array>

namespace trackloom {
namespace {

using Required = std::array<std::vector<const Field*>, kindCount>;

Required requiredFields() {
  Required required;
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields)
      if (isNeeded(kind, field)) required[static_cast<std::size_t>(kind.id)].push_back(&field);
  return required;
}

}  // namespace

bool isNeeded(const Kind& kind, const Field& field) {
  return kind.id != KindId::plan && field.presence == Presence::required;
}

std::vector<const Field*> missingFields(const Element& element) {
  static const Required required = requiredFields();
  std::vector<const Field*> missing;
  for (const Field* field : required[static_cast<std::size_t>(element.kind())])
    if (!element.has(field->number)) missing.push_back(field);
  return missing;
}

Message aboutMissing(const Element& element, const std::vector<const Field*>& missing) {
  std::vector<std::string_view> labels;
  for (const Field* field : missing) labels.push_back(field->label);
  return {tr("“{item}” does not say: {fields}."), {{"item", element.id()}, {"fields", ownWords(labels)}}};
}

}  // namespace trackloom
