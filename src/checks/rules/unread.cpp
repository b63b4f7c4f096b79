#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t mostTold = 12;

/// Dates that do not read are contradictions of their own (DATE-INV).
bool isAsked(const Kind&, const Field& field) { return field.type != FieldType::date; }

/// What does not read, element by element.
class Gathering {
 public:
  void add(const Item& item, Message told) {
    if (elements_.empty() || !(elements_.back() == item.id())) elements_.push_back(item.id());
    ++count_;
    if (told_.size() < mostTold) told_.push_back(std::move(told));
  }

  std::vector<Finding> findings() {
    if (count_ == 0) return {};
    Finding finding;
    finding.level = Level::info;
    finding.verdict = Verdict::cannotTell;
    finding.elements = std::move(elements_);
    finding.message = {
        tr("{count} {count|entry|entries} cannot be read, so nothing can be concluded from {count|it|them}."),
        {{"count", count_}}};
    finding.because = std::move(told_);
    if (count_ > static_cast<std::int64_t>(mostTold))
      finding.because.push_back({tr("There are more; only the first of them are named here."), {}});
    finding.clears = {tr("It clears when what stands there can be read, or the word is added to the plan's own words."),
                      {}};
    return {std::move(finding)};
  }

 private:
  std::vector<ElementId> elements_;
  std::vector<Message> told_;
  std::int64_t count_ = 0;
};

void lookAtFields(const Item& item, Gathering& gathering) {
  const auto& fields = item.element().definition().fields;
  for (const Element::Slot& slot : item.element().slots()) {
    const Field& field = fields[slot.position];
    if (!isAsked(item.element().definition(), field) || !std::holds_alternative<Unread>(slot.value)) continue;
    gathering.add(
        item, {tr("“{item}”: {field} reads “{text}”."),
               {{"item", item.id()}, {"field", ownWord(field.label)}, {"text", std::get<Unread>(slot.value).text}}});
  }
}

/// A word that an event sets and none of its subjects can have.
void lookAtEvent(const Study& study, const Item& event, const PlanTerms& ownTerms, Gathering& gathering) {
  const std::string_view word = event.text(key::eventStatus);
  if (word.empty()) return;
  for (const ElementId& id : event.refs(key::about)) {
    const auto kind = study.kindNamed(id);
    const VocabularyId list = kind ? statusVocabulary(*kind) : VocabularyId::none;
    if (!kind || list == VocabularyId::none || findTerm(list, word) || !ownTerms.find(list, word).own.empty()) continue;
    gathering.add(event, {tr("“{event}” sets “{subject}” to “{word}”, which is no status of it."),
                          {{"event", event.id()}, {"subject", id}, {"word", std::string(word)}}});
    return;
  }
}

std::vector<Finding> check(const Study& study) {
  Gathering gathering;
  const PlanTerms ownTerms(study.plan());
  for (const Kind& kind : kinds()) {
    const bool any = study.anyUnread(kind.id);
    if (!any && kind.id != KindId::event) continue;
    for (const Item& item : study.all(kind.id)) {
      if (any) lookAtFields(item, gathering);
      if (kind.id == KindId::event) lookAtEvent(study, item, ownTerms, gathering);
    }
  }
  return gathering.findings();
}

}  // namespace

Rule unread() {
  Rule rule;
  rule.id = "DATA-UNK";
  rule.family = "Structure";
  rule.title = "Entries that cannot be read";
  rule.help =
      "Do texts stand in the plan that their field cannot hold: a word that is in no list, a number out of bounds, a "
      "status "
      "that its subject cannot have? They are kept as they stand, but make checks inconclusive. Dates that cannot be "
      "read have a rule of their own.";
  rule.level = Level::info;
  rule.source = "Missing data are told as such and never taken as an answer.";
  rule.clears = "What stands there can be read, or the word is added to the plan's own words.";
  rule.reads = readsWhere(isAsked);
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
