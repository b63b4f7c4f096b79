#include "sharing/spoken_level.h"

#include "documents/wording.h"

namespace trackloom::sharing {

std::string spokenLevel(const documents::Material& material, KindId kind, const std::optional<Value>& value) {
  const Kind& definition = kindOf(kind);
  if (value) return documents::spoken(material, *definition.find(key::classification.number), *value);
  const auto term = findTerm(VocabularyId::classification, definition.level);
  return documents::labelOf(material, VocabularyId::classification, {term.value_or(Choice::unlisted), {}});
}

}  // namespace trackloom::sharing
