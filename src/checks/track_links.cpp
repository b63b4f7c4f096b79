#include "checks/track_links.h"

#include <algorithm>

#include "graph/undirected.h"

namespace trackloom::checks {
namespace {

constexpr KindId nodeKinds[] = {KindId::track, KindId::activity, KindId::body, KindId::actor, KindId::group};

class Builder {
 public:
  Builder(const Study& study, Carrying carrying) : study_(study), carrying_(carrying) {
    first_.fill(none);
    for (const KindId kind : nodeKinds) {
      first_[static_cast<std::size_t>(kind)] = static_cast<std::uint32_t>(result_.items.size());
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
        if (kind != KindId::activity || study_.progress(item) != Progress::leftOut)
          for (const Item* track : study_.tracks(item)) join(item, *track);
    for (const Item& activity : study_.all(KindId::activity))
      if (const Item* body = study_.find(KindId::body, activity.ref(key::body))) join(activity, *body);
    for (const Item& transfer : study_.all(KindId::transfer)) addTransfer(transfer);
    addRoles();
    result_.part = graph::connectedComponents(result_.network.nodeCount, result_.network.edges);
    return std::move(result_);
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t node(const Item& item) const { return first_[static_cast<std::size_t>(item.kind())] + item.number(); }
  const Item* nodeItem(const ElementId& id) const {
    const Item* item = study_.find(id);
    return item && first_[static_cast<std::size_t>(item->kind())] != none ? item : nullptr;
  }
  void join(const Item& a, const Item& b) { result_.network.edges.push_back({node(a), node(b)}); }

  bool counts(const Item& transfer) const {
    if (study_.state(transfer).is(TransferStatus::rejected)) return false;
    if (carrying_ == Carrying::moreThanPressure && transfer.is(key::content, TransferContent::pressure)) return false;
    return carrying_ != Carrying::namedCarriersOnly || nodeItem(transfer.ref(key::carrier));
  }

  void addTransfer(const Item& transfer) {
    const Item* from = nodeItem(transfer.ref(key::linkFrom));
    const Item* to = nodeItem(transfer.ref(key::linkTo));
    if (!from || !to || !counts(transfer)) return;
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
      const auto status = participation.word<ParticipationStatus>(key::status);
      const bool away = status == ParticipationStatus::declined || status == ParticipationStatus::notInvited || status == ParticipationStatus::withdrew;
      if (in && isEnd(who) && !away) join(*who, *in);
    }
    for (const Item& activity : study_.all(KindId::activity))
      if (const Item* lead = nodeItem(activity.ref(key::lead)); isEnd(lead)) join(*lead, activity);
  }

  const Study& study_;
  Carrying carrying_;
  LinkNetwork result_;
  std::array<std::uint32_t, kindCount> first_;
  std::vector<const Item*> ends_;
};

}  // namespace

LinkNetwork linkNetwork(const Study& study, Carrying carrying) { return Builder(study, carrying).build(); }

bool separated(const Study& study, const ElementId& a, const ElementId& b) {
  for (const Item& separation : study.all(KindId::separation)) {
    const Date* until = separation.get(key::until);
    if (until && isBefore(*until, study.asOf()) == Truth::yes) continue;
    const auto between = separation.refs(key::between);
    if (std::find(between.begin(), between.end(), a) != between.end() && std::find(between.begin(), between.end(), b) != between.end())
      return true;
  }
  return false;
}

void appendLinkReads(std::vector<Reads>& reads) {
  using enum KindId;
  for (const FieldNumber field : {FieldNumber("tracks"), FieldNumber("body"), FieldNumber("lead")}) reads.push_back({activity, field});
  reads.push_back({body, "tracks"});
  for (const FieldNumber field : {FieldNumber("from"), FieldNumber("to"), FieldNumber("carrier"), FieldNumber("content"), FieldNumber("status"), FieldNumber("delivered"), FieldNumber("acknowledged")})
    reads.push_back({transfer, field});
  for (const FieldNumber field : {FieldNumber("who"), FieldNumber("in"), FieldNumber("status")}) reads.push_back({participation, field});
  for (const FieldNumber field : {FieldNumber("between"), FieldNumber("until")}) reads.push_back({separation, field});
}

}  // namespace trackloom::checks
