#include "checks/rules/listing.h"
#include "checks/rules/reads.h"
#include "graph/digraph.h"

#include <array>

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t cellCount = 4;

/// In which of the four cells each activity works.
struct Cells {
  static constexpr std::uint16_t unknown = 0xFFFF;
  static constexpr std::uint16_t leftOut = 0xFFFE;
  std::vector<std::uint16_t> of;  ///< by number of the activity: the word of the list, or one of the two above
  std::array<std::int64_t, cellCount> count{};
  std::int64_t recorded = 0;
  std::int64_t unrecorded = 0;
};

bool individual(std::uint16_t cell) { return cell < 2; }       // the first two words of the list
bool morePeople(std::uint16_t cell) { return cell % 2 == 0; }  // the first and third
bool known(std::uint16_t cell) { return cell < cellCount; }

Cells cellsOf(const Study& study) {
  Cells cells;
  for (const Item& activity : study.all(KindId::activity)) {
    std::uint16_t cell = Cells::leftOut;
    if (study.progress(activity) != Progress::leftOut) {
      const Choice* choice = activity.get(Key<Choice>{"rpp-cell"});
      cell = choice && choice->term < cellCount ? choice->term : Cells::unknown;
      known(cell) ? ++cells.recorded : ++cells.unrecorded;
      if (known(cell)) ++cells.count[cell];
    }
    cells.of.push_back(cell);
  }
  return cells;
}

/// What leads to what: dependencies, hand-overs that were not refused, and bodies with their activities.
graph::Digraph ways(const Study& study) {
  std::vector<graph::Arc> arcs;
  const auto activities = static_cast<std::uint32_t>(study.all(KindId::activity).size());
  const auto bodies = static_cast<std::uint32_t>(study.all(KindId::body).size());
  const auto node = [&](const Item* item) -> std::optional<std::uint32_t> {
    if (item && item->kind() == KindId::activity) return item->number();
    if (item && item->kind() == KindId::body) return activities + item->number();
    return std::nullopt;
  };
  const auto enter = [&](const Item* a, const Item* b) {
    const auto from = node(a), to = node(b);
    if (from && to) arcs.push_back({*from, *to, 0});
  };
  for (const Study::Ends& ends : study.ends(KindId::dependency)) enter(ends.from, ends.to);
  const auto transfers = study.ends(KindId::transfer);
  for (const Item& transfer : study.all(KindId::transfer))
    if (!study.isRefused(transfer)) enter(transfers[transfer.number()].from, transfers[transfer.number()].to);
  for (const Item& activity : study.all(KindId::activity)) {
    const Item* body = study.target(KindId::body, activity, key::body);
    enter(&activity, body);
    enter(body, &activity);
  }
  return {activities + bodies, std::move(arcs)};
}

template <class Wanted>
std::vector<std::uint32_t> where(const Cells& cells, Wanted wanted) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < cells.of.size(); ++i)
    if (wanted(cells.of[i])) found.push_back(i);
  return found;
}

Finding question(const Study& study, Message message, const Cells& cells, const char* clears) {
  Finding finding;
  finding.level = Level::info;
  finding.elements = {study.all(KindId::plan).front().id()};
  finding.message = std::move(message);
  finding.because.push_back({tr("For {recorded} {recorded|activity|activities} it is recorded who is reached and what "
                                "should change, for {unrecorded} it is not."),
                             {{"recorded", cells.recorded}, {"unrecorded", cells.unrecorded}}});
  finding.clears = {clears, {}};
  return finding;
}

/// What is said of one activity, and of several.
struct Sentences {
  const char* one;
  const char* many;
};

constexpr Sentences stuckSentences = {
    tr("“{activity}” works on how people think and feel, and nothing leads from it to work on institutions and public "
       "life. "
       "Should it?"),
    tr("{count} activities work on how people think and feel, and nothing leads from them to work on institutions and "
       "public life, among them: {some}. Should it?")};
constexpr Sentences unclearSentences = {tr("Whether “{activity}” leads on to work on institutions and public life "
                                           "cannot be told: what it leads to has no such "
                                           "record."),
                                        tr("Whether {count} activities lead on to work on institutions and public life "
                                           "cannot be told: what they lead to has no "
                                           "such record. Among them: {some}.")};

Finding leadsOn(const Study& study, std::vector<ElementId> activities, const Sentences& sentences, const Cells& cells) {
  Message message{sentences.one, {{"activity", activities.front()}}};
  if (activities.size() > 1)
    message = {sentences.many,
               {{"count", static_cast<std::int64_t>(activities.size())}, {"some", amongThem(activities)}}};
  Finding finding =
      question(study, std::move(message), cells,
               tr("It clears when a hand-over or a dependency leads on to work on institutions and public life."));
  finding.elements = std::move(activities);
  return finding;
}

/// Activities of individual change: those from which no way leads on for sure, and those where it cannot be told.
std::vector<Finding> checkStuck(const Study& study) {
  std::vector<Finding> findings;
  const Cells cells = cellsOf(study);
  if (cells.count[0] + cells.count[1] == 0) return findings;
  const graph::Digraph back = ways(study).reversed();
  const auto social = [](std::uint16_t cell) { return known(cell) && !individual(cell); };
  const std::vector<bool> reaches = graph::reachable(back, where(cells, social));
  const std::vector<bool> mayReach =
      graph::reachable(back, where(cells, [&](std::uint16_t cell) { return social(cell) || cell == Cells::unknown; }));
  std::vector<ElementId> stuck, unclear;
  for (const Item& activity : study.all(KindId::activity)) {
    const std::uint16_t cell = cells.of[activity.number()];
    if (!known(cell) || !individual(cell) || reaches[activity.number()]) continue;
    (mayReach[activity.number()] ? unclear : stuck).push_back(activity.id());
  }
  if (!stuck.empty()) findings.push_back(leadsOn(study, std::move(stuck), stuckSentences, cells));
  if (!unclear.empty()) {
    findings.push_back(leadsOn(study, std::move(unclear), unclearSentences, cells));
    findings.back().verdict = Verdict::cannotTell;
  }
  return findings;
}

std::vector<Finding> checkEmpty(const Study& study) {
  const Cells cells = cellsOf(study);
  if (static_cast<double>(cells.recorded) < study.threshold("RPP-EMPTY-CELL", "activities")) return {};
  std::vector<Message> empty;
  for (std::size_t cell = 0; cell < cellCount; ++cell)
    if (cells.count[cell] == 0) empty.push_back({std::string(vocabulary(VocabularyId::rppCell).terms[cell].label), {}});
  if (empty.empty()) return {};
  constexpr const char* clears = tr("It clears when an activity is recorded there.");
  std::vector<Finding> findings;
  if (cells.unrecorded == 0) {
    findings.push_back(question(study, {tr("No activity works here: {cells}. Does anybody else?"), {{"cells", empty}}},
                                cells, clears));
  } else {
    findings.push_back(question(
        study, {tr("Whether an activity works here cannot be told: {cells}."), {{"cells", empty}}}, cells, clears));
    findings.back().verdict = Verdict::cannotTell;
  }
  return findings;
}

bool meets(const std::vector<bool>& reached, const std::vector<std::uint32_t>& goals) {
  return std::any_of(goals.begin(), goals.end(), [&](std::uint32_t goal) { return reached[goal]; });
}

std::vector<Finding> checkCross(const Study& study) {
  std::vector<Finding> findings;
  const Cells cells = cellsOf(study);
  const auto more = where(cells, [](std::uint16_t cell) { return known(cell) && morePeople(cell); });
  const auto few = where(cells, [](std::uint16_t cell) { return known(cell) && !morePeople(cell); });
  if (more.empty() || few.empty()) return findings;
  const graph::Digraph graph = ways(study);
  const std::vector<bool> fromMore = graph::reachable(graph, more);
  const std::vector<bool> fromFew = graph::reachable(graph, few);
  if (meets(fromMore, few) || meets(fromFew, more)) return findings;
  constexpr const char* clears = tr("It clears when a hand-over or a dependency leads from one to the other.");
  const auto unknown = where(cells, [](std::uint16_t cell) { return cell == Cells::unknown; });
  const std::vector<bool> fromUnknown = graph::reachable(graph, unknown);
  if (meets(fromMore, unknown) || meets(fromFew, unknown) || meets(fromUnknown, more) || meets(fromUnknown, few)) {
    findings.push_back(question(
        study, {tr("Whether work with many people and work with key people lead to each other cannot be told."), {}},
        cells, clears));
    findings.back().verdict = Verdict::cannotTell;
  } else {
    findings.push_back(
        question(study,
                 {tr("Nothing leads from work with many people ({more} {more|activity|activities}) to work with key "
                     "people ({few}), or "
                     "back. Should it?"),
                  {{"more", static_cast<std::int64_t>(more.size())}, {"few", static_cast<std::int64_t>(few.size())}}},
                 cells, clears));
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Strategy";
  rule.level = Level::info;
  rule.source =
      "CDA, Reflecting on Peace Practice: linkages between more people and key people, individual and socio-political "
      "change.";
  appendProgressReads(rule.reads);
  appendReads(rule.reads, KindId::dependency, {"from", "to"});
  appendReads(rule.reads, KindId::activity, {"rpp-cell"});
  return rule;
}

void appendWayReads(Rule& rule) {
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"body"});
}

}  // namespace

Rule individualStuck() {
  Rule rule = base();
  rule.id = "RPP-STUCK-INDIVIDUAL";
  rule.title = "Individual change that leads no further";
  rule.help =
      "Does work on how people think, feel or relate lead on to work on institutions and public life? Ways are "
      "dependencies, hand-overs that were not refused, and bodies with their activities.";
  rule.clears = "A hand-over or a dependency leads on.";
  appendWayReads(rule);
  rule.check = checkStuck;
  return rule;
}

Rule cellEmpty() {
  Rule rule = base();
  rule.id = "RPP-EMPTY-CELL";
  rule.title = "A kind of work that nobody does";
  rule.help =
      "Is there one of the four cells (many or key people, individual or socio-political change) in which no activity "
      "works? Asked where it is recorded for some activities; where it is not for others it cannot be told.";
  rule.clears = "An activity is recorded there.";
  appendThresholdReads(rule.reads);
  rule.thresholds = {{"activities", 3, "asked from so many activities on for which it is recorded"}};
  rule.check = checkEmpty;
  return rule;
}

Rule noCross() {
  Rule rule = base();
  rule.id = "RPP-NO-CROSS";
  rule.title = "Work with many people and with key people stand apart";
  rule.help =
      "Does any way lead from work with many people to work with key people, or back? Ways are dependencies, "
      "hand-overs "
      "that were not refused, and bodies with their activities. Asked where both are recorded.";
  rule.clears = "A hand-over or a dependency leads from one to the other.";
  appendWayReads(rule);
  rule.check = checkCross;
  return rule;
}

}  // namespace trackloom::checks::catalogue
