#pragma once

#include "language/language.h"
#include "plan/kind.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::tables {

/// A head or word of a sheet as it is compared: letters folded, Arabic words without their article, what stands between
/// words as one space.
std::string compared(std::string_view text);

/// The names that kinds, fields and words of lists have in several languages, and other words that people use for
/// fields.
class Words {
 public:
  /// English is always among the languages.
  explicit Words(std::span<const language::Language> languages);

  /// The kinds that a sheet's name or a cell names, in the singular or plural.
  std::vector<KindId> kindsCalled(std::string_view text) const;
  /// The fields of a kind that the head of a column may mean.
  std::vector<FieldNumber> fieldsCalled(KindId kind, std::string_view head) const;
  bool meansId(std::string_view head) const;
  bool meansKind(std::string_view head) const;
  /// The words of a list that a text may mean; if none is written so, those that differ in a last vowel or s alone, as
  /// French and Spanish words do.
  std::vector<std::uint16_t> termsCalled(VocabularyId list, std::string_view text) const;
  /// What may have been meant: the labels of a list's words that have a word of the text in them, in the language in
  /// which there are such; of a list that is soon read, then the others. Nothing if there are none.
  std::vector<std::string> labelsLike(const Vocabulary& list, std::string_view text) const;
  /// Yes or no.
  std::optional<bool> flagCalled(std::string_view text) const;

  std::span<const language::Language> languages() const { return languages_; }

 private:
  std::vector<std::string> inAll(std::string_view english) const;
  void addKinds();
  void addTerms();

  std::vector<language::Language> languages_;
  std::multimap<std::string, KindId> kinds_;
  std::map<std::pair<KindId, std::string>, std::vector<FieldNumber>> fields_;
  std::map<std::pair<VocabularyId, std::string>, std::vector<std::uint16_t>> terms_;
  std::map<std::string, bool> flags_;
  std::vector<std::string> ids_;
  std::vector<std::string> kindHeads_;
};

}  // namespace trackloom::tables
