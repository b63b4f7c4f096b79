#pragma once

#include "plan/element.h"
#include "sharing/names_in_text.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::sharing {

/// Whose name it is: people are called by each word of their names, organisations by those nothing else has, and what
/// only has a title by the whole of it. Actors of whom nobody said what they are may be people.
enum class Bearer { person, unknown, organisation, other };

/// What the names of an element are of.
Bearer bearerOf(const Element& element);

/// What somebody is called in texts, and where it stands for them.
struct NameForm {
  std::string text;
  std::optional<Stands> masked;  ///< nothing where it may as well mean something else
  std::optional<Stands> told;    ///< where whoever sends the text should look at it if it is still there
};

/// Words that tell nobody: the program's own, those of names that readers see and of the plan's title, and those that
/// texts write small or in many places. Only what readers see is asked.
class CommonWords {
 public:
  /// A name that readers see.
  void addOpenName(std::string_view name);
  void addOpenWord(const std::u32string& word) { open_.insert(word); }
  /// What readers see of an element.
  void addTexts(const Element& element);
  /// The names of one organisation, seen or not: what several have in their names tells none of them.
  void addOrganisation(const std::set<std::string>& names);

  bool isOpen(const std::u32string& word) const { return open_.contains(word); }
  /// Is it no name in texts, but a word like others: one of the program's own, or more often written small than not?
  bool isOrdinary(const std::u32string& word) const;
  /// Do texts write it small anywhere?
  bool isEverSmall(const std::u32string& word) const;
  bool isFrequent(const std::u32string& word) const;
  /// Does the title of the plan say it?
  bool isTopic(const std::u32string& word) const { return topic_.contains(word); }

 private:
  static constexpr std::size_t many = 10;  // elements
  std::set<std::u32string> open_;
  std::set<std::u32string> topic_;
  struct Count {
    std::size_t small = 0;
    std::size_t capital = 0;
  };
  std::map<std::u32string, Count> written_;
  std::map<std::u32string, std::size_t> elements_;
  std::map<std::u32string, std::size_t> organisations_;
};

/// Does the name say that no person is meant: "Council of Elders", and not "Ali, clerk of the council"?
bool isCalledAsOrganisationsAre(std::string_view name);

/// All forms of a name, the whole first. Nothing else in it is looked for than what `CommonWords` does not know, except
/// for two words of somebody's name and more beside each other, and the last one.
std::vector<NameForm> formsOf(std::string_view name, Bearer bearer, const CommonWords& common);

/// The name, and where part of it stands in brackets what is left without, and what stands in them if that is an
/// abbreviation: "General Command (LNA)" is also called General Command, and LNA.
std::vector<std::string> waysToCall(std::string_view name);

/// The last word of a name of several, by which people are often called; empty if it is too short to say who is meant,
/// and for the name of an office.
std::string calledBy(std::string_view name);

}  // namespace trackloom::sharing
