#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/wording.h"

#include <algorithm>
#include <vector>

namespace trackloom::documents {
namespace {

using checks::Item;

/// A date of a kind that tells of a change, and how it is said.
struct Dated {
  KindId kind;
  FieldNumber field;
  const char* sort;
};

constexpr Dated dated[] = {{KindId::event, "date", tr("Event")},
                           {KindId::activity, "start", tr("Began")},
                           {KindId::activity, "finish", tr("Completed")},
                           {KindId::agreement, "date", tr("Agreed")},
                           {KindId::transfer, "delivered", tr("Handed over")},
                           {KindId::transfer, "acknowledged", tr("Receipt confirmed")},
                           {KindId::proposal, "date", tr("Proposed")},
                           {KindId::proposal, "feedback", tr("Feedback given")},
                           {KindId::consent, "since", tr("Consent")},
                           {KindId::followUp, "done", tr("Done")},
                           {KindId::review, "date", tr("Reviewed")},
                           {KindId::reading, "date", tr("Measured")}};

struct ChangeRow {
  Date date;
  Node node;
};

class Changes {
 public:
  Changes(const Material& material, Day since) : material_(material), since_(since) {}

  Node::List list() {
    for (const Dated& sort : dated)
      for (const Item* item : knownOf(material_.study, sort.kind)) {
        const Value* value = item->element().find(sort.field);
        const Date* date = value ? std::get_if<Date>(value) : nullptr;
        if (date && !(sort.field == FieldNumber("finish") && isOneDay(*item))) add(*date, sort.sort, told(*item));
      }
    for (const Item& commitment : material_.study.all(KindId::commitment)) addScore(commitment);
    std::ranges::stable_sort(rows_, {}, [](const ChangeRow& row) { return row.date.first(); });
    Node::List list;
    for (ChangeRow& row : rows_) list.push_back(std::move(row.node));
    return list;
  }

 private:
  /// Up to the day the plan is looked at; of a partial date it is enough that it may have been after the other day.
  void add(const Date& date, const char* sort, const std::string& what) {
    if (date.last() <= since_ || date.first() > material_.study.asOf()) return;
    Node node;
    node.set("day", spoken(material_, date));
    node.set("sort", said(material_, sort));
    node.set("what", what);
    rows_.push_back({date, std::move(node)});
  }

  /// What began and ended on one day is told once.
  static bool isOneDay(const Item& activity) {
    const Date* start = activity.get(key::start);
    const Date* finish = activity.get(key::finish);
    return start && finish && *start == *finish;
  }

  std::string told(const Item& item) const {
    const std::string name = nameOf(material_, item.id());
    const std::string state = item.kind() == KindId::consent ? stateLabel(material_, item) : std::string();
    return state.empty() ? name : said(material_, {tr("{name}: {state}"), {{"name", name}, {"state", state}}});
  }

  void addScore(const Item& commitment) {
    const State state = material_.study.state(commitment);
    if (!state.since || state.term == Choice::unlisted) return;
    const std::string label = labelOf(material_, VocabularyId::implementationScore, {state.term, {}});
    add(Date(*state.since), tr("Implementation"),
        said(material_, {tr("{name}: {state}"), {{"name", nameOf(material_, commitment.id())}, {"state", label}}}));
  }

  const Material& material_;
  Day since_;
  std::vector<ChangeRow> rows_;
};

}  // namespace

void addChanges(Node& root, const Material& material, Day since) {
  root.set("since", spoken(material, since));
  setList(root, "changes", Changes(material, since).list());
}

}  // namespace trackloom::documents
