#include "checks/track_links.h"

#include "checks/rules/reads.h"
#include "graph/undirected.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

constexpr KindId nodeKinds[] = {KindId::track, KindId::activity, KindId::body, KindId::actor, KindId::group};

class Builder {
 public:
  Builder(const Study& study, Carrying carrying) : study_(study), carrying_(carrying) {
    result_.firstNode.fill(none);
    for (const KindId kind : nodeKinds) {
      result_.firstNode[static_cast<std::size_t>(kind)] = static_cast<std::uint32_t>(result_.items.size());
      for (const Item& item : study.all(kind)) result_.items.push_back(&item);
    }
    result_.network.nodeCount = static_cast<std::uint32_t>(result_.items.size());
    result_.network.mayBeCut.assign(result_.items.size(), false);
  }

  LinkNetwork build() {
    for (const Item& track : study_.all(KindId::track)) result_.trackNode.push_back(node(track));
    result_.network.tracks = result_.trackNode;
    for (const KindId kind : {KindId::activity, KindId::body})
      for (const Item& item : study_.all(kind))
        if (standsOn(item))
          for (const Item* track : study_.tracks(item)) join(item, *track);
    for (const Item& activity : study_.all(KindId::activity))
      if (const Item* body = study_.target(KindId::body, activity, key::body); body && standsOn(activity))
        join(activity, *body);
    result_.firstHandOver = result_.network.edges.size();
    for (const Item& transfer : study_.all(KindId::transfer)) {
      addTransfer(transfer);
      result_.transferOf.resize(result_.network.edges.size() - result_.firstHandOver, transfer.number());
    }
    result_.transferCount = static_cast<std::uint32_t>(study_.all(KindId::transfer).size());
    result_.endHandOver = result_.network.edges.size();
    addRoles();
    result_.part = graph::connectedComponents(result_.network.nodeCount, result_.network.edges);
    return std::move(result_);
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t node(const Item& item) const { return result_.nodeOf(item); }
  bool isNode(const Item* item) const {
    return item && result_.firstNode[static_cast<std::size_t>(item->kind())] != none;
  }
  const Item* nodeItem(const ElementId& id) const {
    const Item* item = study_.find(id);
    return isNode(item) ? item : nullptr;
  }
  /// Not so for an activity that was cancelled, ended without result or was replaced: nothing passes over it; nor for
  /// what nobody could know of yet.
  bool standsOn(const Item& item) const {
    if (item.kind() == KindId::activity && study_.progress(item) == Progress::leftOut) return false;
    return study_.known(item);
  }
  void join(const Item& a, const Item& b) { result_.network.edges.push_back({node(a), node(b)}); }

  bool counts(const Item& transfer) const {
    if (study_.state(transfer).is(TransferStatus::rejected)) return false;
    if (carrying_ == Carrying::moreThanPressure && transfer.is(key::content, TransferContent::pressure)) return false;
    return carrying_ != Carrying::namedCarriersOnly || nodeItem(transfer.ref(key::carrier));
  }

  void addTransfer(const Item& transfer) {
    const auto [from, to] = study_.ends(KindId::transfer)[transfer.number()];
    if (!isNode(from) || !isNode(to) || !standsOn(*from) || !standsOn(*to) || !counts(transfer)) return;
    for (const Item* end : {from, to})
      if (end->kind() == KindId::actor || end->kind() == KindId::group) ends_.push_back(end);
    if (const Item* carrier = nodeItem(transfer.ref(key::carrier))) {
      if (carrier->kind() == KindId::actor) result_.network.mayBeCut[node(*carrier)] = true;
      join(*from, *carrier);
      join(*carrier, *to);
    } else {
      join(*from, *to);
    }
  }

  bool isEnd(const Item* item) const { return item && std::binary_search(ends_.begin(), ends_.end(), item); }

  /// Whoever a hand-over starts or ends with stands where they take part.
  void addRoles() {
    std::sort(ends_.begin(), ends_.end());
    for (const Item& participation : study_.all(KindId::participation)) {
      const Item* who = nodeItem(participation.ref(key::linkWho));
      const Item* in = nodeItem(participation.ref(key::linkIn));
      if (in && isEnd(who) && standsOn(*in) && tookPart(study_, participation)) join(*who, *in);
    }
    for (const Item& activity : study_.all(KindId::activity))
      if (const Item* lead = nodeItem(activity.ref(key::lead)); isEnd(lead) && standsOn(activity))
        join(*lead, activity);
  }

  const Study& study_;
  Carrying carrying_;
  LinkNetwork result_;
  std::vector<const Item*> ends_;
};

}  // namespace

LinkNetwork linkNetwork(const Study& study, Carrying carrying) { return Builder(study, carrying).build(); }

Separations::Separations(const Study& study) : of_(study.places()) {
  for (const Item& separation : study.all(KindId::separation)) {
    const Date* until = separation.get(key::until);
    if (until && isBefore(*until, study.asOf()) == Truth::yes) continue;
    for (const Item* item : study.named(separation, key::between.number))
      if (item && (of_[item->place()].empty() || of_[item->place()].back() != separation.number()))
        of_[item->place()].push_back(separation.number());
  }
}

bool Separations::keepApart(const Item& a, const Item& b) const {
  const auto& ofA = of_[a.place()];
  const auto& ofB = of_[b.place()];
  for (auto atA = ofA.begin(), atB = ofB.begin(); atA != ofA.end() && atB != ofB.end();) {
    if (*atA == *atB) return true;
    ++(*atA < *atB ? atA : atB);
  }
  return false;
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

void appendLinkReads(std::vector<Reads>& reads) {
  appendProgressReads(reads);
  appendKnownReads(reads, KindId::activity);
  appendKnownReads(reads, KindId::body);
  appendTransferReads(reads);
  appendReads(reads, KindId::activity, {"tracks", "body", "lead"});
  appendReads(reads, KindId::body, {"tracks"});
  appendReads(reads, KindId::transfer, {"carrier", "content"});
  appendReads(reads, KindId::participation, {"who", "in", "status"});
  appendReads(reads, KindId::separation, {"between", "until"});
}

}  // namespace trackloom::checks
