#pragma once

#include "tables/import.h"
#include "tables/known_names.h"
#include "tables/layout.h"

#include <map>
#include <set>

namespace trackloom::tables {

/// Why a cell is not understood, and what to do.
struct Unclear {
  Message why;
  Message toDo;
  Remedy remedy = Remedy::mend;
  Asked asked{};
};

/// How a sheet spells the name of an element by somebody's answer.
struct OtherSpelling {
  ElementId element;
  std::string name;
};

/// The field that people call an element of the kind by; null for links and others that have none.
const Field* titleField(const Kind& kind);

/// What the steps of one import share: the plan as it is, what they know of names, what they have begun, what they
/// could not understand.
class Undertaking {
 public:
  Undertaking(const Plan& plan, const ImportRequest& request, std::span<const language::Language> languages)
      : plan_(plan), request_(request), words_(languages), names_(plan) {}

  const Plan& plan() const { return plan_; }
  const ImportRequest& request() const { return request_; }
  const Words& words() const { return words_; }
  const KnownNames& names() const { return names_; }

  /// The kind of an element that is there or that a row begins; nothing for an id nobody has.
  std::optional<KindId> kindOfKnown(const ElementId& id) const;
  /// Takes an id for a row; false if another row has it.
  bool claim(const ElementId& id) { return claimed_.insert(id).second; }
  /// An id that nothing has, which follows from a text: importing the same elsewhere gives the same.
  ElementId newId(const Kind& kind, const std::string& text);
  /// From now on others may name something that a row begins.
  void begin(const Element& named);
  void forget(const ElementId& id) { begun_.erase(id); }
  /// Makes something that is only named, as the request has it.
  ElementId make(KindId kind, const std::string& name);
  const std::vector<ElementPtr>& made() const { return made_; }

  /// What an earlier answer says a name stands for: an element of these kinds, something new (an empty id), or nothing.
  std::optional<ElementId> answered(const KindSet& kinds, const std::string& name) const;
  /// The name itself, or the one that it is another spelling of by an earlier answer.
  const std::string& meant(const std::string& name) const;
  /// What an earlier answer says that a new name is of; nothing if it does not say.
  std::optional<KindId> kindAnswered(const std::string& name) const;
  /// Asks whether a name is another spelling of one that is known, if it may be and nobody said. Each name is asked
  /// about once; true also when it was asked before.
  bool asksSpelling(const Place& place, KindId kind, const KindSet& among, const std::string& name);

  /// Names that cells of the row that is being read spell by an answer.
  std::vector<OtherSpelling>& spelled() { return spelled_; }

  void report(Problem problem) { problems_.push_back(std::move(problem)); }
  void report(Place place, std::string value, const Unclear& unclear) {
    report(
        Problem{std::move(place), std::move(value), unclear.why, unclear.toDo, unclear.remedy, {}, {}, unclear.asked});
  }
  std::vector<Problem>& problems() { return problems_; }
  std::vector<SpellingQuestion>& spellings() { return spellings_; }

 private:
  const Plan& plan_;
  const ImportRequest& request_;
  Words words_;
  KnownNames names_;
  std::set<ElementId> claimed_;
  std::map<ElementId, KindId> begun_;
  std::vector<ElementPtr> made_;
  std::vector<OtherSpelling> spelled_;
  std::vector<Problem> problems_;
  std::vector<SpellingQuestion> spellings_;
  std::set<std::string> asked_;
};

std::string idsIn(std::span<const ElementId> ids);

}  // namespace trackloom::tables
