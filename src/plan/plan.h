#pragma once

#include "plan/element.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trackloom {

/// XML that this version does not know, kept between the elements where it stood.
struct ForeignXml {
  struct Piece {
    std::optional<KindId> section;       ///< the section it stands in; nothing: between the sections of the plan
    KindId afterSection = KindId::plan;  ///< between sections: the one before it, `plan` for before all
    ElementId after;                     ///< inside a section: the element before it; empty: at its start
    std::string xml;
    friend bool operator==(const Piece&, const Piece&) = default;
  };
  std::vector<Piece> pieces;                                      ///< in the order of the file
  std::vector<std::pair<KindId, std::string>> sectionAttributes;  ///< each ` name="value"`
  friend bool operator==(const ForeignXml&, const ForeignXml&) = default;
};

/// One element before and after something was changed; null where it did not or does not exist.
/// Edits, undo, comparisons and fixes are all lists of these.
struct Change {
  ElementPtr before;
  ElementPtr after;

  const Element& any() const { return after ? *after : *before; }
};

/// A whole plan. A value: cheap to copy, never changed in place; elements are shared between plans.
class Plan {
 public:
  /// An empty plan: nothing but the `plan` element itself.
  Plan();

  /// The one element of kind `plan`.
  const Element& root() const { return *all(KindId::plan).front(); }
  /// All elements of a kind, by id.
  std::span<const ElementPtr> all(KindId kind) const { return *sections_[static_cast<std::size_t>(kind)]; }
  const Element* find(const ElementId& id) const;
  const Element* find(KindId kind, const ElementId& id) const;
  ElementPtr share(const ElementId& id) const;
  /// How many elements there are in all, the `plan` element included.
  std::size_t size() const;

  /// The plan with an element in the place of the one with its kind and id, if there is one. The `plan` element is
  /// always there exactly once: another one replaces it, and it cannot be removed.
  Plan with(Element element) const;
  Plan without(const ElementId& id) const;
  /// The plan with all changes made. A change whose `before` is not there counts for its `after` alone; of several
  /// changes to one element the last holds.
  Plan with(std::span<const Change> changes) const&;
  /// The same from a plan that is given up: where nobody else holds a section, replacing an element in it costs no
  /// copy.
  Plan with(std::span<const Change> changes) &&;

  /// For readers: takes the elements of a kind at once. Precondition: no id twice.
  void adopt(KindId kind, std::vector<ElementPtr> elements);
  /// The same for elements that are known to be by id, so that they need not be looked at.
  void adoptInOrder(KindId kind, std::vector<ElementPtr> elements);

  const ForeignXml& foreign() const;
  void setForeign(ForeignXml foreign);

  friend bool operator==(const Plan& a, const Plan& b);

 private:
  using Section = std::vector<ElementPtr>;
  std::array<std::shared_ptr<Section>, kindCount> sections_;  // shared ones are never changed
  std::shared_ptr<const ForeignXml> foreign_;
};

/// Which elements differ between two plans, by kind and id.
std::vector<Change> diff(const Plan& before, const Plan& after);

/// The day the plan says it should be looked at.
std::optional<Day> asOfDay(const Plan& plan);

/// The plan's own words: `term` elements by vocabulary and name.
class PlanTerms : public OwnTerms {
 public:
  explicit PlanTerms(const Plan& plan);
  Choice find(const Field& field, std::string_view name) const override;
  Choice find(VocabularyId list, std::string_view name) const;
  bool empty() const { return words_.empty(); }

 private:
  struct Word {
    VocabularyId vocabulary;
    ElementId name;
    std::uint16_t like;
  };
  std::vector<Word> words_;  // by vocabulary and name
};

}  // namespace trackloom
