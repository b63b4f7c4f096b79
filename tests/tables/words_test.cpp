#include "tables/words.h"

#include "tables/importing.h"

#include <algorithm>

using namespace trackloom;
using namespace trackloom::tables;
using trackloom::tables::testing::languages;

namespace {

bool means(const Words& words, KindId kind, std::string_view head, FieldNumber field) {
  const auto found = words.fieldsCalled(kind, head);
  return std::ranges::find(found, field) != found.end();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("A column may be called by the label of its field in every language, however Arabic letters are written") {
  const Words words(languages());
  for (const language::Language& language : languages())
    for (const Kind& kind : kinds())
      for (const Field& field : kind.fields) {
        const std::string label = language.translated(field.label);
        INFO(language.code() << ' ' << kind.name << ' ' << field.name << ": " << label);
        CHECK(means(words, kind.id, label, field.number));
        if (language.code() != "ar") continue;
        CHECK(means(words, kind.id, replaced(replaced(label, "ة", "ه"), "ى", "ي"), field.number));
        CHECK(means(words, kind.id, replaced(replaced(label, "أ", "ا"), "إ", "ا"), field.number));
      }
}

TEST_CASE("The Arabic article decides nothing in heads and words") {
  const Words words(languages());
  for (const char* head : {"البداية المقرّرة", "بداية مقررة", "البدايه المقرره", "البداية المخططة", "بدايه مخططه",
                           "تاريخ البداية المخططة", "تاريخ بدء مخطط"})
    CHECK(words.fieldsCalled(KindId::activity, head) == std::vector<FieldNumber>{key::plannedStart.number});
  CHECK(compared("البدء الفعلي") == compared("بدء فعلي"));
  CHECK(compared("إلى تاريخ") != compared("تاريخ"));
  CHECK(words.kindsCalled("الأنشطة") == words.kindsCalled("أنشطة"));
}
