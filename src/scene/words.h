#pragma once

#include "plan/plan.h"
#include "scene/drawing_options.h"

#include <string>

namespace trackloom::scene {

/// What is said of one thing in a drawing, to those who point at it or cannot see it; empty where nothing is.
struct Said {
  std::string title;
  std::string description;
};

/// What a drawing says: its own sentences translated, names in the reader's language, each name kept from reordering
/// what stands around it.
class Words {
 public:
  Words(const Plan& plan, const DrawingOptions& options);

  std::string say(const Message& message) const;
  /// A number by itself, in the digits of the reader's country.
  std::string number(std::size_t number) const;
  /// What it is called; of what is only suggested it says so.
  std::string name(const Element& element) const;
  std::string name(const ElementId& id) const;
  std::string names(std::span<const ElementId> ids) const;
  /// A text of an element in the reader's language, on one line.
  std::string text(const Element& element, Key<Text> key) const;
  /// The label of a vocabulary word, or the team's own word; empty for neither.
  std::string word(const Choice* choice, VocabularyId vocabulary) const;

  const std::string& language() const { return language_; }
  Direction direction() const { return direction_; }

 private:
  std::string isolated(std::string text) const;
  /// What parts the names of a list.
  std::string between() const;

  const Plan& plan_;
  Translate translate_;
  std::function<Message(const Message&)> localize_;
  std::string language_;
  Direction direction_;
};

/// Which drawings show a period only, where one is asked for.
enum class Periods : std::uint8_t { shown, ignored };

/// What stands below the title of a drawing: to what it is narrowed, whom it is for, what it is.
std::string captionOf(const Words& words, const DrawingOptions& options, std::string drawing, Periods periods);

}  // namespace trackloom::scene
