#include "plan/kind.h"
#include "plan/kinds/builders.h"

#include <array>
#include <cassert>

// Where kinds and fields are declared: the fields that every kind has stand here, the kinds themselves in the
// chapters under kinds/. Everything else (files, schema, forms, tables, documents) follows from this table.

namespace trackloom {

constinit std::array<std::array<std::int8_t, fieldNames.size()>, kindCount> fieldPlaces{};

namespace {

using namespace declare;

std::vector<Field> commonFields() {
  return {
      prose("notes", "Notes", "Anything worth remembering about it."),
      text("source", "Source", "Where this is known from: a text, a meeting, a publication."),
      choice("confidence", "Confidence", "How sure you are that this is right.", VocabularyId::confidence),
      choice("classification", "Who may see it",
             "The lowest level of reader this may be shown to. Unknown counts as core.", VocabularyId::classification),
      texts("field-levels", "Levels of single fields",
            "Fields that only some of those readers may see, each as field:level, such as venue:core.")
          .redactedAs(Redaction::structural),
      flag("suggested", "Suggested",
           "Comes from a template and was not kept yet: neither checked nor handed out. Keeping it takes this away."),
  };
}

/// A plan that holds nothing but suggestions is a plan all the same.
bool mayHave(const Kind& kind, const Field& field) {
  return kind.id != KindId::plan || field.number != FieldNumber("suggested");
}

struct Table {
  std::vector<Kind> kinds;

  Table() {
    for (auto chapter : {designKinds, peopleKinds, activityKinds, outcomeKinds, teamKinds})
      for (Kind& kind : chapter()) kinds.push_back(std::move(kind));
    assert(kinds.size() == kindCount);
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      assert(static_cast<std::size_t>(kinds[k].id) == k);
      for (const Field& field : commonFields())
        if (mayHave(kinds[k], field) && !hasField(kinds[k], field.number)) kinds[k].fields.push_back(field);
      assert(kinds[k].fields.size() <= mostFields);
      fieldPlaces[k].fill(noPlace);
      for (std::size_t f = 0; f < kinds[k].fields.size(); ++f)
        fieldPlaces[k][kinds[k].fields[f].number.value] = static_cast<std::int8_t>(f);
    }
  }

  static bool hasField(const Kind& kind, FieldNumber number) {
    for (const Field& field : kind.fields)
      if (field.number == number) return true;
    return false;
  }
};

const Table& table() {
  static const Table instance;
  return instance;
}

}  // namespace

std::span<const Kind> kinds() { return table().kinds; }

const Kind& kindOf(KindId id) { return table().kinds[static_cast<std::size_t>(id)]; }

const Kind* findKind(std::string_view name) {
  for (const Kind& kind : kinds())
    if (kind.name == name) return &kind;
  return nullptr;
}

const Kind* findKindBySection(std::string_view section) {
  for (const Kind& kind : kinds())
    if (kind.section == section) return &kind;
  return nullptr;
}

int Kind::position(FieldNumber number) const { return fieldPlaces[static_cast<std::size_t>(id)][number.value]; }

const Field* Kind::find(FieldNumber number) const {
  const int place = position(number);
  return place < 0 ? nullptr : &fields[static_cast<std::size_t>(place)];
}

const Field* Kind::find(std::string_view fieldName) const {
  for (const Field& field : fields)
    if (field.name == fieldName) return &field;
  return nullptr;
}

bool Kind::isLink() const {
  int ends = 0;
  for (const Field& field : fields)
    if (isReference(field) && field.presence == Presence::required) ends += field.type == FieldType::refs ? 2 : 1;
  return ends >= 2;
}

}  // namespace trackloom
