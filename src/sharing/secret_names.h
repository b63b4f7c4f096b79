#pragma once

#include "sharing/name_forms.h"
#include "sharing/word_parts.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trackloom::sharing {

/// Names that are not to stand in texts, in all their forms.
class SecretNames {
 public:
  /// A form of a name that is looked for.
  struct Form {
    std::string name;  ///< the whole
    std::string text;
    std::size_t number = 0;  ///< that the name was added under
  };

  explicit SecretNames(CommonWords common) : common_(std::move(common)) {}

  const CommonWords& common() const { return common_; }

  /// A name that may stand. What is called by it has to be added before what is not to stand.
  void addOpen(std::string_view name);

  /// False if it is too short to be looked for.
  bool add(const std::string& name, Bearer bearer, std::size_t number = 0);
  /// Looks for the whole of a name even where it may as well mean something else.
  void addWhole(const std::string& name, Bearer bearer, std::size_t number);
  /// A name that also somebody bears who may be named: where it stands is only told.
  void addAmbiguous(const std::string& name, Bearer bearer);

  const Form& form(const FoundName& place) const { return forms_[place.name]; }

  /// Where a text says such a name for sure.
  std::vector<FoundName> find(std::string_view text) const { return masked_.find(text); }

  /// Where a text may say one beside those places: words of names, what only sounds like one, and what has somebody's
  /// in it.
  std::vector<FoundName> standing(std::string_view text, const std::vector<FoundName>& found) const;

 private:
  void addTold(const NameForm& form, Bearer bearer, std::size_t number);
  void addParts(const NameForm& form, const std::string& name, Bearer bearer, std::size_t number);
  std::optional<std::size_t> soundingLike(const language::FoldedWord& word, std::string_view text) const;
  bool tellsNobody(const std::u32string& word) const;
  std::optional<std::size_t> inside(const language::FoldedWord& word) const;

  CommonWords common_;
  std::vector<Form> forms_;
  NameSearch masked_;
  NameSearch told_;
  NameSearch open_;
  std::unordered_map<std::string, std::size_t> sounds_;  ///< of words that tell
  WordParts parts_;                                      ///< names of people that longer words may have in them
};

}  // namespace trackloom::sharing
