#pragma once

#include "plan/levels.h"
#include "plan/plan.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::testing {

// What nobody outside may see, in forms that nothing else has.
inline constexpr std::string_view canaryWord = "Zqx";
inline constexpr std::string_view canaryYear = "2471";
inline constexpr std::string_view canaryNumber = "4711";

/// All ways in which a canary may stand in a text, digits of other countries and marks between digits among them.
inline std::vector<std::string> canaries() {
  return {"Zqx", "zqx", "ZQX", "2471", "٢٤٧١", "۲۴۷۱", "4711", "4,711", "4.711", "٤٧١١", "٤٬٧١١"};
}

/// Plans with an element of every kind and a value in every field, seen by the public and hidden from others. They walk
/// the table of kinds: a new kind or field is in them by itself.
class CanaryPlans {
 public:
  /// `level` is that of the readers; what they may not see is one level above or more.
  explicit CanaryPlans(Classification level) : level_(level) {}

  /// What the readers may see and what they may not.
  Plan whole() const { return make(Content::whole); }
  /// What the readers may see, as if nothing else had ever been there.
  Plan seen() const { return make(Content::seen); }
  /// What the readers may see, and beside it an element of every kind that is only suggested, which theirs mention.
  Plan suggesting() const {
    Plan plan = seen();
    for (const Kind& kind : kinds()) {
      if (kind.id == KindId::plan) continue;
      Element suggested = hiddenElement(kind, "public");
      suggested.set(key::suggested, Flag{true});
      plan = plan.with(std::move(suggested));
    }
    for (const Kind& kind : kinds()) {
      if (kind.id == KindId::audience || kind.id == KindId::copy) continue;
      Element mentioning = kind.id == KindId::plan ? plan.root() : *plan.find(seenId(kind.id));
      for (const Field& field : kind.fields) {
        const auto target = field.type == FieldType::refs ? targetOf(field, kind.id) : std::nullopt;
        if (!target || field.presence == Presence::required) continue;
        const auto named = mentioning.refs(Key<Refs>{field.number});
        Refs ids(named.begin(), named.end());
        ids.push_back(hiddenId(*target));
        mentioning.set(field.number, ids);
      }
      plan = plan.with(std::move(mentioning));
    }
    return plan;
  }

 private:
  enum class Content { seen, whole };

  static ElementId seenId(KindId kind) { return *ElementId::parse("seen-" + std::to_string(number(kind))); }
  static ElementId hiddenId(KindId kind) { return *ElementId::parse("Zqx-" + std::to_string(number(kind))); }
  static std::size_t number(KindId kind) { return static_cast<std::size_t>(kind); }

  Plan make(Content content) const {
    Plan plan;
    for (const Kind& kind : kinds()) {
      if (kind.id == KindId::audience || kind.id == KindId::copy) continue;  // below
      plan = plan.with(seenElement(kind, content));
      if (kind.id == KindId::plan || content == Content::seen) continue;
      plan = plan.with(hiddenElement(kind, classificationAbove()));
      plan = plan.with(
          hiddenElement(kind, "Zqx?").withId(*ElementId::parse("Zqx-odd-" + std::to_string(number(kind.id)))));
    }
    if (content == Content::whole)
      for (const KindId kind : {KindId::audience, KindId::copy})
        plan = plan.with(hiddenElement(kindOf(kind), classificationAbove()));
    if (content == Content::whole) addForeign(plan);
    return plan;
  }

  std::string classificationAbove() const {
    return std::string(vocabulary(VocabularyId::classification).terms[static_cast<std::size_t>(level_) + 1].name);
  }

  /// An element that everybody may see; where there is more to it, its hidden fields and mentions as well.
  Element seenElement(const Kind& kind, Content content) const {
    Element made(kind.id, kind.id == KindId::plan ? Plan().root().id() : seenId(kind.id));
    Texts levels;
    bool hide = false;
    for (const Field& field : kind.fields) {
      if (isReference(field)) {
        setReferences(made, field, content);
      } else if (field.name == "classification") {
        made.set(field.number, parseValue(field, "public"));
      } else if (field.name == "suggested") {
        continue;  // nobody sees what is only suggested, whatever its level
      } else if (field.presence == Presence::required || field.redaction == Redaction::structural || (hide = !hide)) {
        setOpen(made, field);
      } else if (field.name != "field-levels" && content == Content::whole) {
        setCanary(made, field);
        levels.push_back(std::string(field.name) + ':' + classificationAbove());
      }
    }
    if (!levels.empty()) made.set(FieldNumber("field-levels"), levels);
    if (content == Content::whole) addCanaryExtras(made, levels);
    return made;
  }

  static bool isReference(const Field& field) { return field.type == FieldType::ref || field.type == FieldType::refs; }

  /// A kind of the field's targets that plans here have.
  static std::optional<KindId> targetOf(const Field& field, KindId self) {
    for (const Kind& kind : kinds()) {
      const bool odd = kind.id == KindId::plan || kind.id == KindId::copy || kind.id == KindId::audience;
      if (!odd && kind.id != self && field.targets.has(kind.id) && !kindOf(kind.id).isLink()) return kind.id;
    }
    return std::nullopt;
  }

  static void setReferences(Element& made, const Field& field, Content content) {
    const auto target = targetOf(field, made.kind());
    if (!target) return;
    if (field.type == FieldType::ref) {
      // An optional reference to what is hidden is simply not there for others.
      if (field.presence == Presence::required || field.number.value % 2 == 0)
        made.set(field.number, seenId(*target));
      else if (content == Content::whole)
        made.set(field.number, hiddenId(*target));
      return;
    }
    Refs ids{seenId(*target)};
    if (field.presence == Presence::required) {
      ids.push_back(seenId(*target == KindId::track ? KindId::activity : KindId::track));
      if (!field.targets.has(kindOfSeen(ids.back()))) ids.pop_back();
    } else if (content == Content::whole) {
      ids.insert(field.number.value % 2 == 0 ? ids.begin() : ids.end(), hiddenId(*target));
    }
    made.set(field.number, ids);
  }

  static KindId kindOfSeen(const ElementId& id) {
    for (const Kind& kind : kinds())
      if (seenId(kind.id) == id) return kind.id;
    return KindId::plan;
  }

  static void setOpen(Element& made, const Field& field) {
    switch (field.type) {
      case FieldType::text:
        if (Text open = openText(made, field); !open.empty()) made.set(field.number, std::move(open));
        break;
      case FieldType::texts:
        if (field.name == "languages") made.set(field.number, Texts{"en", "ar"});
        break;
      case FieldType::date:
        made.set(field.number, parseValue(field, field.name == "as-of" ? "2013-12-01" : "2014-01-15"));
        break;
      case FieldType::integer:
      case FieldType::number:
        made.set(field.number, parseValue(field, field.name == "order" ? "7" : "3"));
        break;
      case FieldType::choice:
        made.set(field.number, Choice{0, {}});
        break;
      default:
        break;
    }
  }

  static Text openText(const Element& made, const Field& field) {
    if (field.name == "colour") return "#336699";
    if (made.kind() == KindId::term && field.name == "vocabulary") return "activity-type";
    if (made.kind() == KindId::term && field.name == "name") return "open-word";
    if (made.kind() == KindId::term && field.name == "like") return "shuttle";
    if (field.name == "rule") return "GAP-NO-LINK";
    if (field.name == "template" || field.name == "fingerprint" || field.name == "finding") return {};
    if (field.redaction == Redaction::structural) return {};
    return "Open " + std::string(made.definition().name) + ' ' + std::string(field.name);
  }

  static void setCanary(Element& made, const Field& field) {
    const std::string word = "Zqx" + std::string(made.definition().name) + std::string(field.name);
    switch (field.type) {
      case FieldType::text:
        made.set(field.number, Text(word));
        break;
      case FieldType::texts:
        made.set(field.number, Texts{word, word + " two"});
        break;
      case FieldType::date:
        made.set(field.number, parseValue(field, "2471-03-17"));
        break;
      case FieldType::integer:
      case FieldType::number:
        made.set(field.number, parseValue(field, field.most >= 4711 ? "4711" : "3"));
        break;
      case FieldType::money:
        made.set(field.number, parseValue(field, "4711 EUR"));
        break;
      case FieldType::choice:
      case FieldType::terms:
        made.set(field.number, Unread{word});
        break;
      case FieldType::flag:
        made.set(field.number, Flag{true});
        break;
      default:
        break;
    }
  }

  Element hiddenElement(const Kind& kind, const std::string& classification) const {
    Element made(kind.id, hiddenId(kind.id));
    for (const Field& field : kind.fields) {
      const auto target = isReference(field) ? targetOf(field, kind.id) : std::nullopt;
      if (field.name == "classification")
        made.set(field.number, parseValue(field, classification));
      else if (target && field.type == FieldType::ref)
        made.set(field.number, seenId(*target));
      else if (target)
        made.set(field.number, Refs{seenId(*target), hiddenId(*target)});
      else if (field.name != "field-levels" && field.name != "suggested")
        setCanary(made, field);
    }
    if (kind.id == KindId::term) {
      made.set(FieldNumber("vocabulary"), Text("activity-type"));
      made.set(key::name, Text("Zqxword"));
    }
    addCanaryExtras(made, {});
    return made;
  }

  /// Further languages of hidden texts, and XML that this version does not know.
  static void addCanaryExtras(Element& made, const Texts& hidden) {
    Extras extras;
    for (const Field& field : made.definition().fields) {
      const auto isField = [&](const std::string& level) { return level.substr(0, level.find(':')) == field.name; };
      const bool own = made.id().text().starts_with("Zqx");
      if (field.translatable && (own || std::ranges::any_of(hidden, isField)))
        extras.translations.push_back({field.number, "ar", "Zqx عصفور"});
    }
    extras.unknownAttributes = " Zqxattribute=\"Zqx\"";
    if (made.kind() != KindId::plan) extras.unknownChildren = "<Zqxchild>Zqx</Zqxchild><!-- Zqx -->";
    made.setExtras(std::move(extras));
  }

  static void addForeign(Plan& plan) {
    ForeignXml foreign;
    foreign.pieces.push_back({KindId::plan, KindId::plan, {}, "<!-- Zqx -->"});
    foreign.pieces.push_back({std::nullopt, KindId::plan, {}, "<Zqxsection/>"});
    foreign.sectionAttributes.emplace_back(KindId::actor, " Zqxnote=\"Zqx\"");
    plan.setForeign(std::move(foreign));
  }

  Classification level_;
};

}  // namespace trackloom::testing
