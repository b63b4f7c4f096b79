#include "checks/track_links.h"

#include "checks/rules/reads.h"
#include "graph/undirected.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// The nodes of a study, and which items of it have one.
class Nodes {
 public:
  explicit Nodes(const Study& study) {
    first.fill(none);
    for (const KindId kind : linkNodeKinds) {
      first[static_cast<std::size_t>(kind)] = count;
      count += static_cast<std::uint32_t>(study.all(kind).size());
    }
  }
  bool has(const Item* item) const { return item && first[static_cast<std::size_t>(item->kind())] != none; }
  std::uint32_t of(const Item& item) const { return first[static_cast<std::size_t>(item.kind())] + item.number(); }

  std::array<std::uint32_t, kindCount> first{};
  std::uint32_t count = 0;
};

bool isActorOrGroup(const Item& item) { return item.kind() == KindId::actor || item.kind() == KindId::group; }

/// Does a hand-over count?
bool counts(const HandOver& handOver, Carrying carrying) {
  if (carrying == Carrying::moreThanPressure) return !handOver.pressure;
  return carrying == Carrying::anything || handOver.carrier != none;
}

class Builder {
 public:
  Builder(const Study& study, Carrying carrying) : study_(study), ground_(study.linkGround()), carrying_(carrying) {
    result_.firstNode = Nodes(study).first;
    for (const KindId kind : linkNodeKinds)
      for (const Item& item : study.all(kind)) result_.items.push_back(&item);
    result_.network.nodeCount = static_cast<std::uint32_t>(result_.items.size());
    result_.network.mayBeCut.assign(result_.items.size(), false);
    isEnd_.assign(result_.items.size(), false);
  }

  LinkNetwork build() {
    for (const Item& track : study_.all(KindId::track)) result_.trackNode.push_back(result_.nodeOf(track));
    result_.network.tracks = result_.trackNode;
    result_.network.parts = ground_.parts;
    for (const HandOver& handOver : study_.handOvers())
      if (counts(handOver, carrying_)) add(handOver);
    result_.transferCount = static_cast<std::uint32_t>(study_.all(KindId::transfer).size());
    result_.handOverCount = result_.network.edges.size();
    for (const graph::Edge& role : ground_.roles)
      if (isEnd_[role.a]) result_.network.edges.push_back(role);
    result_.part = graph::connectedParts(result_.network.parts, result_.network.edges);
    return std::move(result_);
  }

 private:
  void add(const HandOver& handOver) {
    for (const std::uint32_t end : {handOver.from, handOver.to})
      if (isActorOrGroup(*result_.items[end])) isEnd_[end] = true;
    if (handOver.carrier != none) {
      if (result_.items[handOver.carrier]->kind() == KindId::actor) result_.network.mayBeCut[handOver.carrier] = true;
      join(handOver.from, handOver.carrier, handOver);
      join(handOver.carrier, handOver.to, handOver);
    } else {
      join(handOver.from, handOver.to, handOver);
    }
  }

  void join(std::uint32_t a, std::uint32_t b, const HandOver& handOver) {
    result_.network.edges.push_back({a, b});
    result_.transferOf.push_back(handOver.transfer);
  }

  const Study& study_;
  const LinkGround& ground_;
  Carrying carrying_;
  LinkNetwork result_;
  std::vector<bool> isEnd_;  // of a hand-over, and an actor or group
};

/// The network of hand-overs with each hand-over a node of its own behind the others, so that it can be cut; and all
/// who are an end of one without being a carrier, whom another rule asks about.
graph::TrackNetwork cuttable(const LinkNetwork& links) {
  graph::TrackNetwork network = links.network;
  const std::uint32_t first = network.nodeCount;
  network.nodeCount += links.transferCount;
  auto own = network.parts.empty() ? 0 : *std::ranges::max_element(network.parts) + 1;
  while (network.parts.size() < network.nodeCount) network.parts.push_back(own++);
  std::vector<bool> mayBeCut(network.nodeCount, false);
  for (std::size_t i = 0; i < links.handOverCount; ++i) {
    const graph::Edge edge = network.edges[i];
    const std::uint32_t handOver = first + links.transferOf[i];
    for (const std::uint32_t end : {edge.a, edge.b})
      if (links.items[end]->kind() == KindId::actor && !links.network.mayBeCut[end]) mayBeCut[end] = true;
    mayBeCut[handOver] = true;
    network.edges[i] = {edge.a, handOver};
    network.edges.push_back({handOver, edge.b});
  }
  network.mayBeCut = std::move(mayBeCut);
  return network;
}

}  // namespace

std::vector<graph::TrackCut> cutsByHandOver(const LinkNetwork& links) {
  return graph::cutsBetweenTracks(cuttable(links));
}

std::uint32_t nodeOf(const Study& study, const Item& item) { return Nodes(study).of(item); }

bool standsOn(const Study& study, const Item& item) {
  if (item.kind() == KindId::activity && study.progress(item) == Progress::leftOut) return false;
  return study.known(item);
}

LinkGround linkGround(const Study& study) {
  const Nodes nodes(study);
  LinkGround ground;
  ground.stands.assign(nodes.count, true);
  for (const KindId kind : {KindId::activity, KindId::body})
    for (const Item& item : study.all(kind)) {
      ground.stands[nodes.of(item)] = standsOn(study, item);
      if (!ground.stands[nodes.of(item)]) continue;
      for (const Item* track : study.tracks(item)) ground.standing.push_back({nodes.of(item), nodes.of(*track)});
    }
  const auto standing = [&](const Item* item) { return nodes.has(item) && ground.stands[nodes.of(*item)]; };
  const auto enterRole = [&](const Item* who, const Item* in) {
    if (who && isActorOrGroup(*who) && standing(in)) ground.roles.push_back({nodes.of(*who), nodes.of(*in)});
  };
  for (const Item& participation : study.all(KindId::participation))
    if (tookPart(study, participation))
      enterRole(study.target(participation, key::linkWho), study.target(participation, key::linkIn));
  for (const Item& activity : study.all(KindId::activity)) {
    const Item* body = study.target(KindId::body, activity, key::body);
    if (body && standing(&activity)) ground.standing.push_back({nodes.of(activity), nodes.of(*body)});
    enterRole(study.target(activity, key::lead), &activity);
  }
  ground.parts = graph::connectedComponents(nodes.count, ground.standing);
  return ground;
}

std::vector<HandOver> handOvers(const Study& study) {
  const Nodes nodes(study);
  const LinkGround& ground = study.linkGround();
  const auto standing = [&](const Item* item) { return nodes.has(item) && ground.stands[nodes.of(*item)]; };
  std::vector<HandOver> found;
  for (const Item& transfer : study.all(KindId::transfer)) {
    const auto [from, to] = study.ends(KindId::transfer)[transfer.number()];
    if (!standing(from) || !standing(to) || study.isRefused(transfer)) continue;
    const Item* carrier = study.target(transfer, key::carrier);
    found.push_back({nodes.of(*from), nodes.of(*to), nodes.has(carrier) ? nodes.of(*carrier) : none, transfer.number(),
                     transfer.is(key::content, TransferContent::pressure)});
  }
  return found;
}

bool leavesOutNone(std::span<const HandOver> handOvers, Carrying carrying) {
  return std::ranges::all_of(handOvers, [&](const HandOver& each) { return counts(each, carrying); });
}

LinkNetwork linkNetwork(const Study& study, Carrying carrying) { return Builder(study, carrying).build(); }

Separations::Separations(const Study& study) {
  for (const Item& separation : study.all(KindId::separation)) {
    const Date* until = separation.get(key::until);
    if (until && isBefore(*until, study.asOf()) == Truth::yes) continue;
    for (const Item* item : study.named(separation, key::between.number))
      if (item) named_.push_back({item->place(), separation.number()});
  }
  std::ranges::sort(named_);
}

bool Separations::keepApart(const Item& a, const Item& b) const {
  const auto of = [this](const Item& item) {
    return std::ranges::equal_range(named_, item.place(), {}, &Named::first);
  };
  return std::ranges::any_of(
      of(a), [&](const Named& each) { return std::ranges::binary_search(of(b), each.second, {}, &Named::second); });
}

bool tookPart(const Study& study, const Item& participation) {
  switch (study.state(participation).word<ParticipationStatus>().value_or(ParticipationStatus::accepted)) {
    case ParticipationStatus::declined:
    case ParticipationStatus::notInvited:
    case ParticipationStatus::withdrew:
      return false;
    default:
      return true;
  }
}

void appendStandingReads(std::vector<Reads>& reads) {
  appendProgressReads(reads);
  appendKnownReads(reads, KindId::activity);
  appendKnownReads(reads, KindId::body);
}

void appendGroundReads(std::vector<Reads>& reads) {
  appendStandingReads(reads);
  appendReads(reads, KindId::activity, {"tracks", "body", "lead"});
  appendReads(reads, KindId::body, {"tracks"});
  appendReads(reads, KindId::participation, {"who", "in", "status"});
}

void appendLinkReads(std::vector<Reads>& reads) {
  appendGroundReads(reads);
  appendTransferReads(reads);
  appendReads(reads, KindId::transfer, {"carrier", "content"});
  appendReads(reads, KindId::separation, {"between", "until"});
}

}  // namespace trackloom::checks
