#include "plan/mentions.h"

#include <catch2/catch.hpp>

using namespace trackloom;

namespace {

Element separation() {
  Element element(KindId::separation, "s"_id);
  return element.set(FieldNumber("between"), Refs{"a"_id, "b"_id, "c"_id});
}

}  // namespace

TEST_CASE("an element names what its references name") {
  const Element element = separation();
  CHECK(mentionsIn(*element.find("between")) == Refs{"a"_id, "b"_id, "c"_id});
  CHECK(mentionsIn(Value(Ref("a"_id))) == Refs{"a"_id});
  CHECK(mentionsIn(Value(Text("a"))).empty());
  CHECK(mentionsAny(element, {"b"_id}));
  CHECK_FALSE(mentionsAny(element, {"s"_id}));
  CHECK(neededBy(element) == Refs{"a"_id, "b"_id, "c"_id});
  CHECK(neededBy(Element(KindId::activity, "x"_id).set(FieldNumber("lead"), Ref("a"_id))).empty());
}

TEST_CASE("an element forgets what is gone, and the field with the last of it") {
  CHECK(forgetting(separation(), {"a"_id, "c"_id}).refs(Key<Refs>{"between"}).size() == 1);
  CHECK_FALSE(forgetting(separation(), {"a"_id, "b"_id, "c"_id}).has("between"));
  CHECK(forgetting(separation(), {"x"_id}) == separation());
}
