#include "plan/suggestions.h"
#include "scene/swimlane/collector.h"

#include <algorithm>

namespace trackloom::scene::swimlane {
namespace {

Carried carriedBy(std::optional<TransferContent> content) {
  if (!content) return Carried::unsaid;
  switch (*content) {
    case TransferContent::people:
      return Carried::people;
    case TransferContent::ideas:
    case TransferContent::texts:
      return Carried::texts;
    case TransferContent::information:
    case TransferContent::analysis:
    case TransferContent::monitoringData:
      return Carried::knowledge;
    case TransferContent::relationships:
    case TransferContent::norms:
    case TransferContent::pressure:
      return Carried::influence;
  }
  return Carried::unsaid;
}

/// When it was handed over as far as known on the as-of day, else when it should be.
const Date* transferDate(const Element& transfer, Day asOf) {
  for (const auto& key : {key::delivered, key::acknowledged}) {
    const Date* date = transfer.get(key);
    if (date && date->first() <= asOf) return date;
  }
  return transfer.get(key::planned);
}

std::size_t itemAt(const Collector& collector, const checks::Item* end) {
  return end && end->kind() == KindId::activity ? collector.itemOfActivity[end->number()] : nowhere;
}

/// An end of a hand-over that is no activity gets a place of its own on the day of the hand-over.
std::size_t addPort(Collector& collector, const Transfer& transfer, const checks::Item& end) {
  Item port;
  port.element = transfer.element;
  port.suggested = transfer.suggested;
  port.kind = ItemKind::port;
  port.lane = collector.laneOf(end).value_or(collector.generalLane());
  port.actual = Span{*transfer.day, *transfer.day};
  port.label = collector.words.name(end.element());
  port.title = transfer.title;
  port.description = transfer.description;
  return collector.add(std::move(port));
}

bool isDelivered(const checks::Study& study, const checks::Item& transfer) {
  const auto status = study.state(transfer).word<TransferStatus>();
  return status && *status != TransferStatus::planned;
}

std::string describe(const checks::Study& study, const Words& words, const checks::Item& item) {
  const Element& transfer = item.element();
  std::vector<Message> sentences;
  std::string what = words.text(transfer, key::what);
  if (what.empty()) what = words.word(transfer.get(key::content), VocabularyId::transferContent);
  if (!what.empty()) sentences.push_back({tr("What: {what}."), {{"what", what}}});
  const std::string means = words.word(transfer.get(key::mechanism), VocabularyId::transferMechanism);
  if (!means.empty()) sentences.push_back({tr("How: {mechanism}."), {{"mechanism", means}}});
  if (const Date* date = transferDate(transfer, study.asOf()))
    sentences.push_back(
        {isDelivered(study, item) ? tr("Handed over on {day}.") : tr("Planned for {day}."), {{"day", *date}}});
  std::string text;
  for (const Message& sentence : sentences) text += (text.empty() ? "" : " ") + words.say(sentence);
  return text;
}

std::string titleOf(const Words& words, const Element& transfer) {
  const ElementId from = transfer.ref(key::linkFrom);
  const ElementId to = transfer.ref(key::linkTo);
  const ElementId carrier = transfer.ref(key::carrier);
  if (carrier.empty())
    return words.say({tr("Hand-over from {from} to {to}; nobody named to carry it"), {{"from", from}, {"to", to}}});
  return words.say(
      {tr("Hand-over from {from} to {to}, carried by {carrier}"), {{"from", from}, {"to", to}, {"carrier", carrier}}});
}

/// A hand-over without a date happens where one of its activities ends or begins: at the end of the first, and not
/// after the beginning of the second while that lies in the days of the first.
std::optional<std::int64_t> dayBeside(const Content& content, const Transfer& transfer) {
  if (transfer.from != nowhere) {
    const Span from = content.items[transfer.from].main();
    if (transfer.to == nowhere) return from.to;
    return std::clamp(content.items[transfer.to].main().from, from.from, from.to);
  }
  if (transfer.to != nowhere) return content.items[transfer.to].main().from;
  return std::nullopt;
}

const char* dependencyTitle(DependencyType type) {
  switch (type) {
    case DependencyType::SS:
      return tr("{to} starts once {from} has started");
    case DependencyType::FF:
      return tr("{to} finishes after {from}");
    case DependencyType::SF:
      return tr("{to} finishes once {from} has started");
    case DependencyType::FS:
      break;
  }
  return tr("{to} starts after {from}");
}

const char* natureSentence(DependencyNature nature) {
  switch (nature) {
    case DependencyNature::soft:
      return tr("The order is wise but could be changed.");
    case DependencyNature::political:
      return tr("A political precondition.");
    case DependencyNature::hard:
      break;
  }
  return tr("A hard dependency.");
}

DependencyType typeOf(const Element& dependency) {
  return dependency.word<DependencyType>(key::type).value_or(DependencyType::FS);
}

DependencyNature natureOf(const Element& dependency) {
  return dependency.word<DependencyNature>(key::nature).value_or(DependencyNature::hard);
}

}  // namespace

Said saidOfTransfer(const Collector& collector, const checks::Item& transfer) {
  return {titleOf(collector.words, transfer.element()), describe(collector.study, collector.words, transfer)};
}

Said saidOfDependency(const Collector& collector, const checks::Item& dependency) {
  const Element& element = dependency.element();
  return {collector.words.say({dependencyTitle(typeOf(element)),
                               {{"from", element.ref(key::linkFrom)}, {"to", element.ref(key::linkTo)}}}),
          collector.words.say({natureSentence(natureOf(element)), {}})};
}

void addTransfers(Collector& collector) {
  const Day asOf = collector.study.asOf();
  const auto ends = collector.study.ends(KindId::transfer);
  for (const checks::Item& item : collector.study.all(KindId::transfer)) {
    const Element& element = item.element();
    const auto [from, to] = ends[item.number()];
    if (!isShown(item, collector.options)) {
      collector.countOutside(from, to);
      continue;
    }
    if (!from || !to || from == to) continue;
    Transfer transfer;
    transfer.element = item.id();
    transfer.suggested = isSuggested(element);
    transfer.from = itemAt(collector, from);
    transfer.to = itemAt(collector, to);
    transfer.carried = carriedBy(element.word<TransferContent>(key::content));
    transfer.delivered = isDelivered(collector.study, item);
    if (const Date* date = transferDate(element, asOf)) transfer.day = date->first().number;
    if (!transfer.day) transfer.day = dayBeside(collector.content, transfer);
    const auto undatedActivity = [&](std::size_t place, const checks::Item* end) {
      return place == nowhere && end->kind() == KindId::activity;
    };
    if (!transfer.day || undatedActivity(transfer.from, from) || undatedActivity(transfer.to, to)) {
      collector.content.undated.push_back({item.id(), titleOf(collector.words, element)});
      continue;
    }
    if (collector.texts == Texts::all) {
      Said said = saidOfTransfer(collector, item);
      transfer.title = std::move(said.title);
      transfer.description = std::move(said.description);
    }
    if (transfer.from == nowhere) transfer.from = addPort(collector, transfer, *from);
    if (transfer.to == nowhere) transfer.to = addPort(collector, transfer, *to);
    collector.content.transfers.push_back(std::move(transfer));
  }
}

void addDependencies(Collector& collector) {
  const auto ends = collector.study.ends(KindId::dependency);
  collector.content.dependencies.reserve(ends.size());
  for (const checks::Item& item : collector.study.all(KindId::dependency)) {
    const Element& element = item.element();
    const auto [from, to] = ends[item.number()];
    if (!isShown(item, collector.options)) {
      collector.countOutside(from, to);
      continue;
    }
    Dependency link;
    link.element = element.id();
    link.from = itemAt(collector, from);
    link.to = itemAt(collector, to);
    if (link.from == nowhere || link.to == nowhere || link.from == link.to) continue;
    const DependencyType type = typeOf(element);
    link.leaves = type == DependencyType::FS || type == DependencyType::FF ? End::finish : End::start;
    link.enters = type == DependencyType::FS || type == DependencyType::SS ? End::start : End::finish;
    link.nature = natureOf(element);
    if (collector.texts == Texts::all) {
      Said said = saidOfDependency(collector, item);
      link.title = std::move(said.title);
      link.description = std::move(said.description);
    }
    collector.content.dependencies.push_back(std::move(link));
  }
}

}  // namespace trackloom::scene::swimlane
