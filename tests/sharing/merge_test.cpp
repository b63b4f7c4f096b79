#include "sharing/merge.h"

#include "plan/mentions.h"
#include "random_triples.h"
#include "support/plan_text.h"
#include "xml/read.h"
#include "xml/write.h"

#include <set>
#include <tuple>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using namespace trackloom::testing;

namespace {

using Triple = RandomTriples::Triple;

/// As files hold it: what edits leave behind that no file says is gone.
Plan asFiled(const Plan& plan) {
  auto reading = xml::read(xml::write(plan));
  INFO((reading.refusal ? plainText(reading.refusal->what) : std::string()));
  REQUIRE(reading.plan);
  return *std::move(reading.plan);
}

Triple filed(const Triple& triple) { return {asFiled(triple.base), asFiled(triple.ours), asFiled(triple.theirs)}; }

Conflict turned(Conflict conflict) {
  std::swap(conflict.ours, conflict.theirs);
  for (std::optional<Side>* side : {&conflict.remover, &conflict.parted})
    if (*side) *side = **side == Side::ours ? Side::theirs : Side::ours;
  return conflict;
}

using Mention = std::tuple<ElementId, std::uint16_t, ElementId>;

/// What refers to elements that are not there.
std::set<Mention> dangling(const Plan& plan) {
  std::set<Mention> all;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      for (const auto& slot : element->slots())
        for (const ElementId& id : mentionsIn(slot.value))
          if (!plan.find(id)) all.emplace(element->id(), slot.number.value, id);
  return all;
}

/// Has the element an id that it was given because both sides added one under another?
bool isParted(const Triple& triple, const ElementId& id) {
  return !triple.base.find(id) && !triple.ours.find(id) && !triple.theirs.find(id);
}

std::vector<std::string> newlyDangling(const Plan& merged, const Triple& triple) {
  std::set<Mention> before = dangling(triple.ours);
  before.merge(dangling(triple.theirs));
  std::vector<std::string> fresh;
  for (const Mention& mention : dangling(merged))
    if (!before.contains(mention) && !isParted(triple, std::get<0>(mention)))
      fresh.push_back(std::get<0>(mention).str() + " " + std::string(fieldNames[std::get<1>(mention)]) + " " +
                      std::get<2>(mention).str());
  return fresh;
}

/// Does one of the three need any of these for the element? What went because of them is put back as the other side has
/// it.
bool needsAny(const Triple& triple, const ElementId& element, const std::set<ElementId>& wanted) {
  for (const Plan* plan : {&triple.base, &triple.ours, &triple.theirs})
    if (const Element* found = plan->find(element))
      for (const ElementId& needed : neededBy(*found))
        if (wanted.contains(needed)) return true;
  return false;
}

/// What a conflict keeps although a side removed it: what is contested, and what went because of that.
std::set<ElementId> keptElements(const Triple& triple, const Merge& merge) {
  std::set<ElementId> contested;
  for (const Conflict& conflict : merge.conflicts)
    if (conflict.remover) contested.insert(conflict.element);
  std::set<ElementId> kept = contested;
  for (bool more = true; more;) {
    more = false;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : triple.base.all(kind.id))
        if (merge.plan.find(element->id()) && !(triple.ours.find(element->id()) && triple.theirs.find(element->id())) &&
            needsAny(triple, element->id(), kept))
          more |= kept.insert(element->id()).second;
  }
  return kept;
}

bool isContested(const Merge& merge, const ElementId& id, FieldNumber field) {
  return std::ranges::any_of(merge.conflicts, [&](const Conflict& c) { return c.element == id && c.field == field; });
}

bool isList(const Value* value) {
  return value && (std::holds_alternative<Refs>(*value) || std::holds_alternative<Texts>(*value));
}

bool sameValue(const Value* a, const Value* b) { return a && b ? *a == *b : a == b; }

/// The single edits of one side which nothing contests, and that the other side did not touch, are in the result.
void requireEditsOf(const Plan& side, const Plan& other, const Triple& triple, const Merge& merge) {
  const std::set<ElementId> kept = keptElements(triple, merge);
  const bool parts =
      std::ranges::any_of(merge.conflicts, [](const Conflict& conflict) { return conflict.parted.has_value(); });
  const bool ownWords = !diff(triple.base, side).empty() &&
                        std::ranges::any_of(diff(triple.ours, triple.theirs),
                                            [](const Change& c) { return c.any().kind() == KindId::term; });
  for (const Change& change : diff(triple.base, side)) {
    const Element& any = change.any();
    INFO(any.definition().name << " " << any.id().str());
    const Element* inOther = other.find(any.kind(), any.id());
    const Element* merged = merge.plan.find(any.kind(), any.id());
    if (!change.after) {
      if (inOther && *inOther == *change.before && !kept.contains(any.id())) REQUIRE_FALSE(merged);
      continue;
    }
    if (any.kind() == KindId::plan) continue;
    if (!inOther && change.before) continue;  // removed by the other: a conflict, or what it needs is one
    REQUIRE(merged);
    if (parts && inOther && !change.before) continue;  // one of the two may have another id by now
    for (const Field& field : any.definition().fields) {
      INFO(field.name);
      const Value* was = change.before ? change.before->find(field.number) : nullptr;
      const Value* is = change.after->find(field.number);
      const Value* there = inOther ? inOther->find(field.number) : nullptr;
      const bool mine = !sameValue(was, is);
      const bool theirs = !sameValue(was, there);
      if (!mine || theirs || isContested(merge, any.id(), field.number)) continue;
      if (was && std::ranges::any_of(mentionsIn(*was), [&](const ElementId& id) { return kept.contains(id); }))
        continue;
      if (ownWords && field.vocabulary != VocabularyId::none) continue;  // read again with the words of both
      REQUIRE(sameValue(merged->find(field.number), is));
    }
  }
}

/// Every element and value of the result stands in one of the three; lists hold nothing that stands in none.
void requireNothingInvented(const Triple& triple, const Merge& merge) {
  for (const Kind& kind : kinds()) {
    for (const ElementPtr& element : merge.plan.all(kind.id)) {
      INFO(kind.name << " " << element->id().str());
      std::vector<const Element*> sources;
      for (const Plan* plan : {&triple.base, &triple.ours, &triple.theirs})
        if (const Element* source = kind.id == KindId::plan ? &plan->root() : plan->find(kind.id, element->id()))
          sources.push_back(source);
      if (isParted(triple, element->id())) continue;
      REQUIRE_FALSE(sources.empty());
      for (const auto& slot : element->slots()) {
        INFO(slot.number.name());
        const Field& field = kind.fields[slot.position];
        const std::string text = valueText(field, slot.value);
        const bool written = std::ranges::any_of(sources, [&](const Element* source) {
          const Value* value = source->find(slot.number);
          return value && valueText(field, *value) == text;
        });
        const Refs named = mentionsIn(slot.value);
        if (written || std::ranges::any_of(named, [&](const ElementId& id) { return isParted(triple, id); })) continue;
        REQUIRE((isList(&slot.value) || field.form == Form::prose));
        for (const ElementId& id : mentionsIn(slot.value))
          REQUIRE(std::ranges::any_of(sources, [&](const Element* source) {
            const Value* value = source->find(slot.number);
            const Refs ids = value ? mentionsIn(*value) : Refs();
            return std::ranges::find(ids, id) != ids.end();
          }));
      }
    }
  }
}

void requireMerges(const Triple& triple) {
  const auto& [base, ours, theirs] = triple;
  REQUIRE(mergePlans(base, ours, ours).plan == ours);
  REQUIRE(mergePlans(base, ours, ours).conflicts.empty());
  REQUIRE(mergePlans(base, base, theirs).plan == theirs);
  REQUIRE(mergePlans(base, ours, base).plan == ours);

  const Merge merge = mergePlans(base, ours, theirs);
  const Merge mirror = mergePlans(base, theirs, ours);
  REQUIRE(merge.conflicts.size() == mirror.conflicts.size());
  for (std::size_t i = 0; i < merge.conflicts.size(); ++i) REQUIRE(merge.conflicts[i] == turned(mirror.conflicts[i]));
  if (merge.conflicts.empty()) REQUIRE(merge.plan == mirror.plan);

  std::set<std::string> names;
  sharing::Answers each;
  for (const Conflict& conflict : merge.conflicts) {
    REQUIRE(names.insert(nameOf(conflict)).second);
    each.push_back(conflict.answers[each.size() % conflict.answers.size()]);
  }
  REQUIRE(newlyDangling(resolveAll(merge, each), triple) == std::vector<std::string>());

  for (const Side side : {Side::ours, Side::theirs}) {
    const Plan settled = resolveAll(merge, side);
    const Plan mirrored = resolveAll(mirror, side == Side::ours ? Side::theirs : Side::ours);
    REQUIRE(xml::write(settled) == xml::write(mirrored));
    REQUIRE(newlyDangling(settled, triple) == std::vector<std::string>());
    REQUIRE(asFiled(settled) == asFiled(asFiled(settled)));
  }
  REQUIRE(newlyDangling(merge.plan, triple) == std::vector<std::string>());
  REQUIRE(asFiled(merge.plan) == merge.plan);
  requireEditsOf(ours, theirs, triple, merge);
  requireEditsOf(theirs, ours, triple, merge);
  requireNothingInvented(triple, merge);
}

void requireManyMerges(std::uint64_t seed, int count) {
  RandomTriples triples(seed, {.perKind = 2});
  for (int i = 0; i < count; ++i) {
    INFO("triple " << i << " of seed " << seed);
    requireMerges(filed(triples.next()));
  }
}

}  // namespace

TEST_CASE("a merge keeps what each side did, is the same from both sides, and leaves nothing dangling") {
  requireManyMerges(1, 300);
}

TEST_CASE("ten thousand random merges", "[.long]") { requireManyMerges(2, 10'000); }
