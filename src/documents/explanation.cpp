#include "documents/explanation.h"

#include "checks/follow_up.h"
#include "checks/rules/reads.h"
#include "documents/wording.h"

#include <charconv>
#include <map>

namespace trackloom::documents {
namespace {

using checks::Finding;
using checks::Item;
using checks::Rule;
using checks::Study;

constexpr std::size_t mostLines = 40;

std::string numberText(double number) {
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, number).ptr};
}

void addPart(std::vector<ExplainedPart>& parts, Message heading, std::vector<Message> lines,
             std::vector<ElementId> about = {}) {
  if (lines.empty()) return;
  if (lines.size() > mostLines) {
    const auto more = static_cast<std::int64_t>(lines.size() - mostLines);
    lines.resize(mostLines);
    lines.push_back({tr("… and {count} more."), {{"count", more}}});
  }
  about.resize(lines.size());
  parts.push_back({std::move(heading), std::move(lines), std::move(about)});
}

Message fieldLine(const Material& material, const Field& field, const Value& value) {
  return {tr("{field}: {value}"), {{"field", ownWord(field.label)}, {"value", spoken(material, field, value)}}};
}

Message findingLine(const Finding& finding) {
  return {tr("{id}: {message}"), {{"id", finding.id}, {"message", std::vector{finding.message}}}};
}

/// The numbers of a rule as this plan sets them, for all tracks and for those the finding is about.
std::vector<Message> numbers(const Study& study, const Rule& rule, const Finding& finding) {
  std::vector<Message> lines;
  for (const checks::ThresholdDefault& threshold : rule.thresholds) {
    const double general = study.threshold(rule.id, threshold.name);
    lines.push_back({general == threshold.value
                         ? tr("{name}: {number}. {help}")
                         : tr("{name}: {number}, set in this plan; Trackloom's own is {own}. {help}"),
                     {{"name", std::string(threshold.name)},
                      {"number", numberText(general)},
                      {"own", numberText(threshold.value)},
                      {"help", ownWord(threshold.help)}}});
    for (const ElementId& id : finding.elements)
      if (study.find(KindId::track, id))
        if (const double own = study.threshold(rule.id, threshold.name, id); own != general)
          lines.push_back({tr("{name} on “{track}”: {number}, set in this plan."),
                           {{"name", std::string(threshold.name)}, {"track", id}, {"number", numberText(own)}}});
  }
  return lines;
}

/// What the rule reads of one of the finding's elements, and where that is from.
std::vector<Message> whatStands(const Material& material, const Rule& rule, const Item& item) {
  std::vector<Message> lines;
  for (const Element::Slot& slot : item.element().slots()) {
    const Field& field = item.element().definition().fields[slot.position];
    const bool read =
        std::find(rule.reads.begin(), rule.reads.end(), checks::Reads{item.kind(), slot.number}) != rule.reads.end();
    if (read || field.name == "source" || field.name == "confidence")
      lines.push_back(fieldLine(material, field, slot.value));
  }
  const bool looks =
      std::ranges::any_of(rule.reads, [&](const checks::Reads& each) { return each.kind == item.kind(); });
  if (lines.empty() && looks) lines.push_back({tr("Nothing that the rule looks at is recorded of it."), {}});
  return lines;
}

/// The records a finding rests on: what it is about, then the events and hand-overs that its reasons name.
std::vector<const Item*> recordsBehind(const Study& study, const Finding& finding) {
  std::vector<const Item*> records;
  const auto take = [&](const Item* item) {
    if (item && std::find(records.begin(), records.end(), item) == records.end()) records.push_back(item);
  };
  for (const ElementId& id : finding.elements) take(study.find(id));
  for (const Message& reason : finding.because)
    for (const Message::Place& place : reason.places)
      if (const auto* id = std::get_if<ElementId>(&place.value)) {
        take(study.find(KindId::event, *id));
        take(study.find(KindId::transfer, *id));
      }
  return records;
}

void explainRoots(std::vector<ExplainedPart>& parts, std::span<const Finding> all, const Finding& finding) {
  std::vector<Message> before;
  std::vector<Message> after;
  for (const Finding& other : all) {
    if (!finding.root.empty() && other.id == finding.root) before.push_back(findingLine(other));
    if (other.root == finding.id) after.push_back(findingLine(other));
  }
  addPart(parts, {tr("It follows from"), {}}, std::move(before));
  addPart(parts, {tr("What follows from it"), {}}, std::move(after));
}

void explainWayOut(std::vector<ExplainedPart>& parts, const Finding& finding) {
  if (!finding.clears.pattern.empty()) addPart(parts, {tr("What would clear it"), {}}, {finding.clears});
  std::vector<Message> edits;
  for (const checks::Fix& fix : checks::fixesOf(finding))
    edits.push_back({tr("{number}: {edit}"),
                     {{"number", static_cast<std::int64_t>(edits.size() + 1)}, {"edit", std::vector{fix.label}}}});
  addPart(parts, {tr("What Trackloom can do"), {}}, std::move(edits));
  if (!finding.accepted) return;
  const checks::Acceptance& by = *finding.accepted;
  addPart(parts, {tr("Accepted"), {}},
          {{tr("By {who} on {date}: {reason}"), {{"who", by.who}, {"date", by.date}, {"reason", by.reason}}}});
}

/// Lines, and which element each is about.
struct Told {
  std::vector<Message> lines;
  std::vector<ElementId> about;

  void add(const ElementId& element, Message line) {
    lines.push_back(std::move(line));
    about.push_back(element);
  }
};

/// The chain of reasons behind an activity's dates, from itself back.
Told datesOf(const Study& study, const Item& activity) {
  const checks::Schedule& schedule = study.schedule();
  Told told;
  std::vector<bool> seen(schedule.times.size(), false);
  for (std::uint32_t at = activity.number(); !seen[at];) {
    seen[at] = true;
    const checks::Times& times = schedule.times[at];
    const ElementId id = study.all(KindId::activity)[at].id();
    const std::vector<Message> reason{whyThen(study.plan(), study.network(), schedule, at)};
    if (!times.included || times.open)
      told.add(id, {tr("“{activity}”: {why}"), {{"activity", id}, {"why", reason}}});
    else
      told.add(id, {tr("“{activity}”, {first} to {last}: {why}"),
                    {{"activity", id},
                     {"first", checks::firstDay(times.es)},
                     {"last", checks::lastDay(times.es, times.ef)},
                     {"why", reason}}});
    if (times.included && times.open) {
      if (study.network().tasks[at].stopped) break;
      at = study.network().arcs[times.openArc].from;
    } else if (times.included && times.driver == checks::Driver::link) {
      at = study.network().arcs[times.drivingArc].from;
    }
  }
  return told;
}

/// All elements that name this one, and as what.
Told mentions(const Material& material, const ElementId& id) {
  Told told;
  for (const Kind& kind : kinds())
    for (const Item& item : material.study.all(kind.id))
      for (const Element::Slot& slot : item.element().slots()) {
        const Field& field = kind.fields[slot.position];
        if (!isReference(field)) continue;
        checks::eachReference(item, field, [&](const ElementId& named) {
          if (named == id)
            told.add(item.id(), {tr("{kind} “{name}” ({id}) names it as: {field}"),
                                 {{"kind", ownWord(kind.label)},
                                  {"name", nameOf(material, item.id())},
                                  {"id", item.id().str()},
                                  {"field", ownWord(field.label)}}});
        });
      }
  return told;
}

}  // namespace

const char* levelWord(checks::Level level) {
  switch (level) {
    case checks::Level::error:
      return tr("Contradiction");
    case checks::Level::warning:
      return tr("Look at");
    case checks::Level::info:
      return tr("Question");
  }
  return "";
}

std::vector<ExplainedPart> explainFinding(const Material& material, std::span<const Finding> all,
                                          const Finding& finding) {
  const Study& study = material.study;
  std::vector<ExplainedPart> parts;
  std::vector<Message> said{finding.message};
  said.insert(said.end(), finding.because.begin(), finding.because.end());
  const bool told = finding.verdict == checks::Verdict::problem;
  addPart(parts,
          {tr("{level}: {id}"),
           {{"level", ownWord(told ? levelWord(finding.level) : tr("What we do not know yet"))}, {"id", finding.id}}},
          std::move(said));
  explainRoots(parts, all, finding);
  const Rule* rule = checks::findRule(finding.rule);
  if (rule) {
    for (const Item* item : recordsBehind(study, finding))
      addPart(parts, {tr("What is recorded of “{name}”"), {{"name", item->id()}}}, whatStands(material, *rule, *item));
    addPart(parts, {tr("What the rule asks"), {}}, {{std::string(rule->help), {}}});
    addPart(parts, {tr("Its numbers"), {}}, numbers(study, *rule, finding));
    addPart(parts, {tr("On what it rests"), {}}, {{std::string(rule->source), {}}});
  }
  explainWayOut(parts, finding);
  return parts;
}

std::vector<ExplainedPart> explainElement(const Material& material, std::span<const Finding> all, const Item& item) {
  std::vector<ExplainedPart> parts;
  std::vector<Message> recorded;
  for (const Element::Slot& slot : item.element().slots())
    recorded.push_back(fieldLine(material, item.element().definition().fields[slot.position], slot.value));
  if (recorded.empty()) recorded.push_back({tr("Nothing is recorded of it."), {}});
  addPart(parts,
          {tr("{kind} “{name}” ({id})"),
           {{"kind", ownWord(item.element().definition().label)},
            {"name", nameOf(material, item.id())},
            {"id", item.id().str()}}},
          std::move(recorded));
  if (item.kind() == KindId::activity) {
    Told dates = datesOf(material.study, item);
    addPart(parts, {tr("Why its dates are what they are"), {}}, std::move(dates.lines), std::move(dates.about));
  }
  Told named = mentions(material, item.id());
  addPart(parts, {tr("What names it"), {}}, std::move(named.lines), std::move(named.about));
  std::vector<Message> findings;
  for (const Finding& finding : all)
    if (std::find(finding.elements.begin(), finding.elements.end(), item.id()) != finding.elements.end())
      findings.push_back(findingLine(finding));
  addPart(parts, {tr("Findings about it"), {}}, std::move(findings));
  return parts;
}

std::vector<ExplainedPart> explainRule(const Rule& rule) {
  std::vector<ExplainedPart> parts;
  addPart(parts, {tr("{id}: {title}"), {{"id", std::string(rule.id)}, {"title", ownWord(rule.title)}}},
          {{std::string(rule.help), {}}, {tr("Said as: {level}."), {{"level", ownWord(levelWord(rule.level))}}}});
  std::vector<Message> numbers;
  for (const checks::ThresholdDefault& threshold : rule.thresholds)
    numbers.push_back({tr("{name}: {number}. {help}"),
                       {{"name", std::string(threshold.name)},
                        {"number", numberText(threshold.value)},
                        {"help", ownWord(threshold.help)}}});
  addPart(parts, {tr("Its numbers"), {}}, std::move(numbers));
  addPart(parts, {tr("On what it rests"), {}}, {{std::string(rule.source), {}}});
  addPart(parts, {tr("What clears it"), {}}, {{std::string(rule.clears), {}}});
  std::map<KindId, std::vector<std::string_view>> reads;
  for (const checks::Reads& read : rule.reads) {
    const Field* field = kindOf(read.kind).find(read.field);
    if (field) reads[read.kind].push_back(field->label);
  }
  std::vector<Message> lines;
  for (const auto& [kind, fields] : reads)
    lines.push_back({tr("{kind}: {fields}"), {{"kind", ownWord(kindOf(kind).label)}, {"fields", ownWords(fields)}}});
  addPart(parts, {tr("What it looks at"), {}}, std::move(lines));
  return parts;
}

}  // namespace trackloom::documents
