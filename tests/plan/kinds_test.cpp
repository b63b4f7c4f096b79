#include "plan/element.h"
#include "plan/key.h"
#include "plan/kind.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

using namespace trackloom;

namespace {

bool kebabCase(std::string_view name) {
  const bool letters = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
  return letters && !name.empty() && name.front() != '-' && name.back() != '-' &&
         name.find("--") == std::string_view::npos;
}

bool takesWords(FieldType type) { return type == FieldType::choice || type == FieldType::terms; }
bool takesReferences(FieldType type) { return type == FieldType::ref || type == FieldType::refs; }

template <class T>
std::pair<std::string, std::set<FieldType>> typeOf() {
  if constexpr (std::is_same_v<T, Text>) return {"Text", {FieldType::text}};
  if constexpr (std::is_same_v<T, Integer>) return {"Integer", {FieldType::integer}};
  if constexpr (std::is_same_v<T, Number>) return {"Number", {FieldType::number}};
  if constexpr (std::is_same_v<T, Flag>) return {"Flag", {FieldType::flag}};
  if constexpr (std::is_same_v<T, Date>) return {"Date", {FieldType::date}};
  if constexpr (std::is_same_v<T, Choice>) return {"Choice", {FieldType::choice}};
  if constexpr (std::is_same_v<T, Money>) return {"Money", {FieldType::money}};
  if constexpr (std::is_same_v<T, Ref>) return {"Ref", {FieldType::ref}};
  if constexpr (std::is_same_v<T, Refs>) return {"Refs", {FieldType::refs}};
  if constexpr (std::is_same_v<T, Texts>) return {"Texts", {FieldType::texts, FieldType::terms}};
}

struct KeyRow {
  std::string identifier;
  FieldNumber number;
  std::string type;
  std::set<FieldType> fieldTypes;
};

template <class T>
KeyRow row(const char* identifier, Key<T> key) {
  auto [type, fieldTypes] = typeOf<T>();
  return {identifier, key.number, type, fieldTypes};
}

std::vector<KeyRow> keys() {
  return {
      row("title", key::title),
      row("name", key::name),
      row("notes", key::notes),
      row("source", key::source),
      row("reason", key::reason),
      row("label", key::label),
      row("text", key::text),
      row("outputs", key::outputs),
      row("component", key::component),
      row("colour", key::colour),
      row("context", key::context),
      row("mandate", key::mandate),
      row("venue", key::venue),
      row("fingerprint", key::fingerprint),
      row("rule", key::rule),
      row("country", key::country),
      row("what", key::what),
      row("evidence", key::evidence),
      row("author", key::author),
      row("side", key::side),
      row("principles", key::principles),
      row("confidentialityRule", key::confidentialityRule),
      row("quorum", key::quorum),
      row("measure", key::measure),
      row("reference", key::reference),
      row("contingency", key::contingency),
      row("trigger", key::trigger),
      row("outreach", key::outreach),
      row("genderStrategy", key::genderStrategy),
      row("exit", key::exit),
      row("because", key::because),
      row("eventStatus", key::eventStatus),
      row("format", key::format),
      row("unit", key::unit),
      row("plannedStart", key::plannedStart),
      row("plannedFinish", key::plannedFinish),
      row("start", key::start),
      row("finish", key::finish),
      row("updated", key::updated),
      row("asOf", key::asOf),
      row("analysisDate", key::analysisDate),
      row("date", key::date),
      row("since", key::since),
      row("until", key::until),
      row("from", key::from),
      row("planned", key::planned),
      row("delivered", key::delivered),
      row("acknowledged", key::acknowledged),
      row("due", key::due),
      row("duration", key::duration),
      row("lag", key::lag),
      row("count", key::count),
      row("offset", key::offset),
      row("order", key::order),
      row("influence", key::influence),
      row("share", key::share),
      row("number", key::number),
      row("us", key::us),
      row("codeNameOnly", key::codeNameOnly),
      row("singleUndertaking", key::singleUndertaking),
      row("agreed", key::agreed),
      row("suggested", key::suggested),
      row("status", key::status),
      row("type", key::type),
      row("level", key::level),
      row("nature", key::nature),
      row("direction", key::direction),
      row("content", key::content),
      row("mechanism", key::mechanism),
      row("role", key::role),
      row("modality", key::modality),
      row("decisionPower", key::decisionPower),
      row("confidence", key::confidence),
      row("classification", key::classification),
      row("dayCount", key::dayCount),
      row("anchorEnd", key::anchorEnd),
      row("stage", key::stage),
      row("substage", key::substage),
      row("ceasefireType", key::ceasefireType),
      row("layer", key::layer),
      row("score", key::score),
      row("decisionRule", key::decisionRule),
      row("outcomeStatus", key::outcomeStatus),
      row("purpose", key::purpose),
      row("state", key::state),
      row("theme", key::theme),
      row("budget", key::budget),
      row("amount", key::amount),
      row("lead", key::lead),
      row("body", key::body),
      row("strand", key::strand),
      row("phase", key::phase),
      row("linkFrom", key::linkFrom),
      row("linkTo", key::linkTo),
      row("carrier", key::carrier),
      row("linkWho", key::linkWho),
      row("linkIn", key::linkIn),
      row("of", key::of),
      row("anchor", key::anchor),
      row("parent", key::parent),
      row("group", key::group),
      row("actor", key::actor),
      row("issue", key::issue),
      row("agreement", key::agreement),
      row("verifier", key::verifier),
      row("track", key::track),
      row("viewpoint", key::viewpoint),
      row("activity", key::activity),
      row("expert", key::expert),
      row("heldBy", key::heldBy),
      row("origin", key::origin),
      row("tabledIn", key::tabledIn),
      row("response", key::response),
      row("tracks", key::tracks),
      row("issues", key::issues),
      row("objectives", key::objectives),
      row("partners", key::partners),
      row("about", key::about),
      row("between", key::between),
      row("memberOf", key::memberOf),
      row("groups", key::groups),
      row("elements", key::elements),
      row("conveners", key::conveners),
      row("covers", key::covers),
      row("signatories", key::signatories),
      row("responsible", key::responsible),
      row("supporting", key::supporting),
      row("agreedBy", key::agreedBy),
      row("members", key::members),
      row("chair", key::chair),
      row("forWhom", key::forWhom),
      row("reportsTo", key::reportsTo),
      row("aliases", key::aliases),
      row("languages", key::languages),
      row("dimensions", key::dimensions),
      row("provisions", key::provisions),
      row("bodyFunctions", key::bodyFunctions),
      row("identity", key::identity),
      row("restDays", key::restDays),
      row("expertise", key::expertise),
      row("expertiseNeeded", key::expertiseNeeded),
  };
}

std::string declaration(const std::string& type, const std::string& identifier, std::string_view field) {
  return "Key<" + type + "> " + identifier + "{" + std::string(field) + "}";
}

/// What stands between two texts behind a place, which moves behind the second one; empty if they do not come.
std::string between(const std::string& text, std::size_t& at, std::string_view open, std::string_view close) {
  const std::size_t begin = text.find(open, at);
  const std::size_t end = begin == std::string::npos ? begin : text.find(close, begin + open.size());
  if (end == std::string::npos) return {};
  at = end + close.size();
  return text.substr(begin + open.size(), end - begin - open.size());
}

/// The keys as they stand in the text of the header.
std::set<std::string> keysInHeader() {
  std::ifstream file(TRACKLOOM_SOURCE_DIR "/src/plan/key.h");
  REQUIRE(file);
  std::stringstream content;
  content << file.rdbuf();
  const std::string text = content.str();
  std::set<std::string> found;
  std::size_t at = 0;
  for (std::string group; !(group = between(text, at, "inline constexpr Key<", ";")).empty();) {
    const std::string type = group.substr(0, group.find('>'));
    group = group.substr(group.find('>') + 1);
    std::size_t inGroup = 0;
    while (group.find('{', inGroup) != std::string::npos) {
      const std::size_t identifier = group.find_first_not_of(" ,\n", inGroup);
      const std::size_t brace = group.find('{', identifier);
      found.insert(
          declaration(type, group.substr(identifier, brace - identifier), between(group, inGroup, "{\"", "\"}")));
    }
  }
  return found;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

/// Words that a text on screen never says, because they judge people.
bool saysForbidden(std::string_view text) {
  const std::string low = lower(text);
  for (const char* word : {"spoiler", "blocker", "obstacle", "capture", "crowd", "excluded"})
    if (low.find(word) != std::string::npos) return true;
  return false;
}

bool wellSaid(std::string_view text) {
  return !text.empty() && text.front() != ' ' && text.back() != ' ' && !saysForbidden(text);
}

}  // namespace

TEST_CASE("kinds have names and sections of their own, in kebab-case") {
  std::set<std::string_view> names;
  std::set<std::string_view> sections;
  CHECK(kinds().size() == kindCount);
  for (const Kind& kind : kinds()) {
    INFO(kind.name);
    CHECK(kebabCase(kind.name));
    CHECK(kebabCase(kind.section));
    CHECK(names.insert(kind.name).second);
    CHECK(sections.insert(kind.section).second);
    CHECK(findKind(kind.name) == &kind);
    CHECK(findKindBySection(kind.section) == &kind);
    CHECK(&kindOf(kind.id) == &kind);
    CHECK((kind.level == "team" || kind.level == "core"));
  }
  CHECK(findKind("activities") == nullptr);
  CHECK(findKindBySection("activity") == nullptr);
}

TEST_CASE("kinds and fields are named and explained in words for people") {
  for (const Kind& kind : kinds()) {
    INFO(kind.name);
    CHECK(wellSaid(kind.label));
    CHECK(wellSaid(kind.pluralLabel));
    CHECK(wellSaid(kind.help));
    CHECK(kind.help.ends_with('.'));
    std::set<std::string_view> labels;
    for (const Field& field : kind.fields) {
      INFO(field.name);
      CHECK(wellSaid(field.label));
      CHECK(wellSaid(field.help));
      CHECK(field.help.ends_with('.'));
      CHECK(labels.insert(field.label).second);
      CHECK(std::isupper(static_cast<unsigned char>(field.label.front())));
    }
  }
}

TEST_CASE("fields have names of their own and are found by name and number") {
  for (const Kind& kind : kinds()) {
    std::set<std::string_view> names;
    for (std::size_t place = 0; place < kind.fields.size(); ++place) {
      const Field& field = kind.fields[place];
      INFO(kind.name << '/' << field.name);
      CHECK(kebabCase(field.name));
      CHECK(field.name != "id");
      CHECK(names.insert(field.name).second);
      CHECK(field.number.name() == field.name);
      CHECK(kind.position(field.number) == static_cast<int>(place));
      CHECK(kind.find(field.number) == &field);
      CHECK(kind.find(field.name) == &field);
    }
    CHECK(kind.find(std::string_view("no-such-field")) == nullptr);
  }
  CHECK(kindOf(KindId::track).position("lag") == -1);
  CHECK(kindOf(KindId::track).find(FieldNumber("lag")) == nullptr);
}

TEST_CASE("every name in the list of field names is a field of some kind, and stands there once") {
  std::set<std::string_view> used;
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields) used.insert(field.name);
  std::set<std::string_view> listed;
  for (const std::string_view name : fieldNames) {
    INFO(name);
    CHECK(used.contains(name));
    CHECK(listed.insert(name).second);
  }
}

TEST_CASE("the columns of every field agree with its type") {
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields) {
      INFO(kind.name << '/' << field.name);
      CHECK((field.vocabulary != VocabularyId::none) == takesWords(field.type));
      if (takesWords(field.type)) CHECK_FALSE(vocabulary(field.vocabulary).terms.empty());
      CHECK(field.targets.empty() != takesReferences(field.type));
      const bool isNumber = field.type == FieldType::integer || field.type == FieldType::number;
      if (!isNumber) CHECK((std::isinf(field.least) && std::isinf(field.most)));
      CHECK(field.least < field.most);
      if (field.translatable || field.form == Form::prose) CHECK(field.type == FieldType::text);
      if (field.order == Order::firstIsPrimary) CHECK(field.type == FieldType::refs);
      if (takesWords(field.type) || takesReferences(field.type)) CHECK(field.redaction == Redaction::structural);
      if (field.type == FieldType::date) CHECK(field.redaction == Redaction::date);
      if (isNumber || field.type == FieldType::money) CHECK(field.redaction == Redaction::number);
    }
}

TEST_CASE("every vocabulary is used by some field") {
  std::set<VocabularyId> used;
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields) used.insert(field.vocabulary);
  for (const Vocabulary& list : vocabularies()) {
    INFO(list.name);
    if (list.id != VocabularyId::none) CHECK(used.contains(list.id));
  }
}

TEST_CASE("references go to kinds that there are, and hardly ever to the plan itself") {
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields) {
      if (!takesReferences(field.type)) continue;
      const auto targets =
          std::count_if(kinds().begin(), kinds().end(), [&](const Kind& k) { return field.targets.has(k.id); });
      INFO(kind.name << '/' << field.name);
      CHECK((targets == static_cast<std::ptrdiff_t>(kindCount) || (targets > 0 && !field.targets.has(KindId::plan))));
    }
}

TEST_CASE("every kind has the fields that all kinds have, last and in the same order") {
  static constexpr std::string_view common[] = {"notes",          "source",       "confidence",
                                                "classification", "field-levels", "suggested"};
  for (const Kind& kind : kinds()) {
    INFO(kind.name);
    REQUIRE(kind.fields.size() > std::size(common));
    const std::size_t count = std::size(common) - (kind.id == KindId::plan ? 1 : 0);  // the plan is no suggestion
    for (std::size_t i = 0; i < count; ++i) CHECK(kind.fields[kind.fields.size() - count + i].name == common[i]);
  }
}

TEST_CASE("every key names a field of its type on some kind") {
  for (const KeyRow& key : keys()) {
    INFO("key::" << key.identifier);
    const bool fits = std::any_of(kinds().begin(), kinds().end(), [&](const Kind& kind) {
      const Field* field = kind.find(key.number);
      return field && key.fieldTypes.contains(field->type);
    });
    CHECK(fits);
  }
}

TEST_CASE("the list of keys in this test is the list of keys in the header") {
  std::set<std::string> listed;
  for (const KeyRow& key : keys()) listed.insert(declaration(key.type, key.identifier, key.number.name()));
  const auto declared = keysInHeader();
  CHECK(declared.size() > 100);
  CHECK(listed == declared);
}

TEST_CASE("links are the kinds that tie others together") {
  for (const char* name : {"dependency", "transfer", "relation", "participation", "separation", "assignment"}) {
    INFO(name);
    CHECK(findKind(name)->isLink());
  }
  for (const char* name : {"activity", "actor", "track", "event", "deadline", "body", "plan"}) {
    INFO(name);
    CHECK_FALSE(findKind(name)->isLink());
  }
}

TEST_CASE("the names that other programs rely on are there") {
  const std::vector<std::pair<const char*, std::vector<const char*>>> promised = {
      {"plan", {"title", "as-of", "languages"}},
      {"track", {"name", "level"}},
      {"actor", {"name", "aliases", "type"}},
      {"activity",
       {"title", "type", "tracks", "status", "planned-start", "planned-finish", "duration", "start", "finish",
        "updated", "lead", "issues", "body"}},
      {"dependency", {"from", "to", "type", "lag", "nature"}},
      {"transfer", {"from", "to", "direction", "content", "mechanism", "carrier", "status", "planned", "delivered"}},
      {"relation", {"from", "to", "type"}},
      {"participation", {"who", "in", "role", "modality", "decision-power", "status"}},
      {"seat", {"body", "component", "group", "count"}},
      {"event", {"date", "about", "status"}}};
  for (const auto& [kind, fields] : promised) {
    REQUIRE(findKind(kind));
    for (const char* field : fields) {
      INFO(kind << '/' << field);
      CHECK(findKind(kind)->find(std::string_view(field)) != nullptr);
    }
  }
  for (const char* section : {"tracks", "actors", "activities", "dependencies", "transfers", "relations",
                              "participations", "seats", "events"}) {
    INFO(section);
    CHECK(findKindBySection(section) != nullptr);
  }
  for (const char* line : {"close", "alliance", "informal", "influence", "conflict", "broken", "shadow"}) {
    INFO(line);
    CHECK(findTerm(VocabularyId::relationType, line));
  }
  for (const char* type : {"FS", "SS", "FF", "SF"}) CHECK(findTerm(VocabularyId::dependencyType, type));
}

TEST_CASE("every kind can be called by something: a title, a name or its id") {
  for (const Kind& kind : kinds()) {
    const bool hasTitle = kind.find(std::string_view("title")) != nullptr;
    const bool hasName = kind.find(std::string_view("name")) != nullptr;
    INFO(kind.name);
    CHECK_FALSE((hasTitle && hasName));
    if (!hasTitle && !hasName) CHECK(Element(kind.id, "x"_id).title() == "x");
  }
}
