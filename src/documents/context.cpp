#include "documents/context.h"

#include "documents/fill.h"
#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/reading_order.h"
#include "documents/wording.h"

#include <algorithm>

namespace trackloom::documents {
namespace {

using checks::Item;

Node::List texts(const std::vector<std::string>& lines) { return {lines.begin(), lines.end()}; }

Node labelled(const Material& material, const Field& field, const std::string& value) {
  Node node;
  node.set("label", said(material, field.label));
  node.set("value", value);
  return node;
}

void addKinds(Node& root, const Material& material) {
  for (const Kind& kind : kinds()) {
    if (kind.id == KindId::plan) continue;
    Node::List elements;
    for (const Item* item : inReadingOrder(material, knownOf(material.study, kind.id))) {
      Node node = elementNode(material, *item);
      if (kind.id == KindId::activity) addTimes(node, material, *item);
      elements.push_back(std::move(node));
    }
    const std::string name(kind.section);
    root.set("count-" + name,
             elements.empty() ? Node() : Node(material.language.digits(std::to_string(elements.size()))));
    setList(root, name, std::move(elements));
  }
}

std::string unknownMark(const std::string& words) { return "<em class=\"unknown\">" + words + "</em>"; }

}  // namespace

bool forReaders(const Field& field) {
  static constexpr FieldNumber own[] = {"field-levels", "classification", "fingerprint", "suggested"};
  return std::ranges::find(own, field.number) == std::end(own);
}

void addCover(Node& root, const Material& material) {
  const Element& plan = material.plan().root();
  root.set("language", material.language.tag());
  root.set("direction", material.language.rightToLeft() ? "rtl" : "ltr");
  root.set("right-to-left", Node::yes(material.language.rightToLeft()));
  root.set("colon", said(material, tr(": ")));
  root.set("arabic-indic-digits", Node::yes(material.language.digits("1") == "١"));  // for numbers of pages
  root.set("title", plan.has("title") ? std::string(plan.title()) : said(material, tr("Untitled plan")));
  root.set("as-of", spoken(material, material.study.asOf()));
  const auto level = static_cast<std::size_t>(material.audience);
  const std::string levelName = said(material, vocabulary(VocabularyId::classification).terms[level].label);
  root.set("audience", material.theseOnly
                           ? said(material, {tr("{level}, but these readers only"), {{"level", levelName}}})
                           : levelName);
  root.set("for-team", Node::yes(material.forTeam()));
  // Outside the team, what is not shown may well be known.
  root.set("not-known", material.forTeam() ? Markup{unknownMark(escaped(said(material, tr("not known"))))}
                                           : Markup{unknownMark("–")});
}

Node elementNode(const Material& material, const Item& item) {
  const Element& element = item.element();
  Node node;
  Node::List filled;
  node.set("id", element.id().str());
  node.set("kind-label", said(material, element.definition().label));
  for (const Field& field : element.definition().fields) {
    const Value* value = tellsOfLater(material.study, item, field.number) ? nullptr : element.find(field.number);
    std::string text = value ? spoken(material, field, *value) : std::string();
    if (field.number == key::country.number) text = material.language.country(text);
    node.set(std::string(field.name), text);
    if (field.form == Form::prose) setList(node, std::string(field.name) + "-paragraphs", texts(paragraphs(text)));
    if (!text.empty() && forReaders(field)) filled.push_back(labelled(material, field, text));
  }
  if (statusVocabulary(element.kind()) != VocabularyId::none) node.set("state", stateLabel(material, item));
  if (const Node* title = node.find("title"); !title || title->nothing())
    node.set("title", nameOf(material, element.id()));
  setList(node, "fields", std::move(filled));
  return node;
}

Node context(const Material& material) {
  Node root;
  root.set("plan", elementNode(material, material.study.all(KindId::plan).front()));
  addKinds(root, material);
  addCover(root, material);
  addDesign(root, material);
  addPeople(root, material);
  addSeats(root, material);
  addSchedule(root, material);
  addDeadlines(root, material);
  addOutcomes(root, material);
  addMeans(root, material);
  addFindings(root, material);
  addSummary(root, material);
  addOptions(root, material);
  addCoordination(root, material);
  return root;
}

}  // namespace trackloom::documents
