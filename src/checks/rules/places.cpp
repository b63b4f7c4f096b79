#include "checks/rules/places.h"

#include "checks/rules/present.h"
#include "checks/track_links.h"

namespace trackloom::checks {

Parts::Parts(const Study& study) : actors_(study.all(KindId::actor).size()) {
  parts_.resize(actors_ + study.all(KindId::group).size());
  answered_.resize(parts_.size(), false);
  later_.resize(parts_.size(), false);
  for (const Item& participation : study.all(KindId::participation)) {
    const Item* who = study.target(participation, key::linkWho);
    if (!who || (who->kind() != KindId::actor && who->kind() != KindId::group)) continue;
    if (tookPart(study, participation)) {
      const Item* in = study.target(participation, key::linkIn);
      if (in && isLeftOut(study, *in)) continue;
      if (!in || study.known(*in))
        parts_[place(*who)].push_back({&participation, in});
      else
        later_[place(*who)] = true;
    } else if (!study.state(participation).is(ParticipationStatus::notInvited) ||
               participation.has(key::reason.number)) {
      answered_[place(*who)] = true;
    }
  }
}

std::size_t Parts::place(const Item& who) const {
  return who.kind() == KindId::group ? actors_ + who.number() : who.number();
}

std::span<const Part> Parts::of(const Item& who) const { return parts_[place(who)]; }

bool Parts::answered(const Item& who) const { return answered_[place(who)]; }

bool Parts::comesLater(const Item& who) const { return later_[place(who)]; }

void appendPartReads(std::vector<Reads>& reads) {
  appendProgressReads(reads);
  appendReads(reads, KindId::participation, {"who", "in", "status", "reason"});
  for (const KindId in : {KindId::activity, KindId::body}) appendKnownReads(reads, in);
}

}  // namespace trackloom::checks
