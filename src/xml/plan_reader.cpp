#include "xml/plan_reader.h"

#include "xml/field_reader.h"
#include "xml/write.h"

#include <algorithm>

#include <pugixml.hpp>

namespace trackloom::xml {
namespace {

std::size_t indexOf(KindId kind) { return static_cast<std::size_t>(kind); }

bool byId(const ElementPtr& a, const ElementPtr& b) { return a->id() < b->id(); }

bool isOfOtherNamespace(const pugi::xml_node& node) {
  const pugi::xml_attribute declared = node.attribute("xmlns");
  return declared && declared.value() != std::string_view(planNamespace);
}

/// The kind whose section this is; null for whatever else it is.
const Kind* sectionKind(const pugi::xml_node& node) {
  if (node.type() != pugi::node_element) return nullptr;
  const Kind* kind = findKindBySection(node.name());
  return kind && kind->id != KindId::plan && !isOfOtherNamespace(node) ? kind : nullptr;
}

}  // namespace

PlanReader::PlanReader(const Source& source, Problems& problems)
    : source_(source), problems_(problems), ids_(source.elements()) {
  inOrder_.fill(true);
}

void PlanReader::take(const pugi::xml_node& root) {
  readOwnTerms(root);
  readRoot(root);
  readDocument(root);
  KindId before = KindId::plan;
  for (const pugi::xml_node child : root) {
    if (const Kind* kind = sectionKind(child)) {
      readSection(child, *kind);
      before = kind->id;
    } else if (child.type() != pugi::node_element || !kindOf(KindId::plan).find(std::string_view(child.name()))) {
      keepForeign(child, {std::nullopt, before, {}, {}});
    }
  }
}

Plan PlanReader::finish() {
  Plan plan;
  for (std::size_t k = 0; k < kindCount; ++k) {
    if (elements_[k].empty()) continue;
    if (!inOrder_[k]) std::sort(elements_[k].begin(), elements_[k].end(), byId);
    plan.adopt(static_cast<KindId>(k), std::move(elements_[k]));
  }
  plan.setForeign(foreign_.finish(plan));
  return plan;
}

/// A team's own words must be known before the first element that uses one, wherever their section stands.
void PlanReader::readOwnTerms(const pugi::xml_node& root) {
  const Kind& kind = kindOf(KindId::term);
  Problems unheard;
  const ReadingContext context{source_, unheard, orders_, nullptr};
  std::vector<ElementPtr> terms;
  for (const pugi::xml_node section : root) {
    if (sectionKind(section) != &kind) continue;
    for (const pugi::xml_node node : section) {
      if (node.name() != kind.name) continue;
      const auto id = ElementId::parse(node.attribute("id").value());
      Element term(KindId::term, id.value_or(ElementId()));
      FieldReader fields(context, term);
      if (!fields.takeAttributes(node)) continue;
      for (const pugi::xml_node child : node) fields.takeChild(child);
      if (term.has(key::name.number)) terms.push_back(std::make_shared<const Element>(std::move(term)));
    }
  }
  if (terms.empty()) return;
  std::stable_sort(terms.begin(), terms.end(), byId);
  Plan small;
  small.adopt(KindId::term, std::move(terms));
  ownTerms_.emplace(small);
}

void PlanReader::readRoot(const pugi::xml_node& root) {
  const ReadingContext context{source_, problems_, orders_, ownTerms_ ? &*ownTerms_ : nullptr};
  const Kind& kind = kindOf(KindId::plan);
  const ElementId usual = Plan().root().id();
  const pugi::xml_attribute written = root.attribute("id");
  const auto id = written ? ElementId::parse(written.value()) : usual;
  const auto element = std::make_shared<Element>(kind.id, id.value_or(usual));
  if (!id)
    problems_.add(source_.placeOf(root), usual, [&] {
      return Message{tr("The plan has the id “{id}”, which is none: a letter, then letters, digits, _ . or -, 23 at "
                        "most. It is left out."),
                     {{"id", shortened(written.value())}}};
    });
  FieldReader fields(context, *element);
  fields.takeAttributes(root);
  for (const pugi::xml_node child : root)
    if (!sectionKind(child) && child.type() == pugi::node_element && kind.find(std::string_view(child.name())) &&
        !fields.takeChild(child))
      keepForeign(child, {std::nullopt, KindId::plan, {}, {}});
  fields.finish();
  add(element);
}

void PlanReader::readDocument(const pugi::xml_node& root) {
  ElementId after;
  for (const pugi::xml_node node : source_.document()) {
    if (node == root)
      after = elements_[indexOf(KindId::plan)].front()->id();
    else
      keepForeign(node, {KindId::plan, KindId::plan, after, {}});
  }
}

void PlanReader::readSection(const pugi::xml_node& section, const Kind& kind) {
  auto& elements = elements_[indexOf(kind.id)];
  const auto isOfKind = [&](const pugi::xml_node& node) { return isNamed(node.name(), kind.name); };
  const auto count =
      elements.size() + static_cast<std::size_t>(std::count_if(section.begin(), section.end(), isOfKind));
  if (count > elements.capacity()) elements.reserve(std::max(count, elements.size() + elements.size() / 2));

  for (const pugi::xml_attribute attribute : section.attributes())
    if (!foreign_.keepAttribute(kind.id, attribute.name(), source_.asWritten(attribute)))
      problems_.add(source_.placeOf(section), {}, [&] {
        return Message{tr("The section “{section}” has “{name}” twice. The first one counts; the other is “{text}”."),
                       {{"section", std::string(kind.section)},
                        {"name", shortened(attribute.name())},
                        {"text", shortened(attribute.value())}}};
      });

  ElementId after;
  for (pugi::xml_node node = section.first_child(); node; node = node.next_sibling()) {
    if (isOfKind(node) && readElement(node, kind))
      after = elements.back()->id();
    else
      keepForeign(node, {kind.id, KindId::plan, after, {}});
  }
}

bool PlanReader::readElement(const pugi::xml_node& node, const Kind& kind) {
  const auto before = problems_.mark();
  const ReadingContext context{source_, problems_, orders_, ownTerms_ ? &*ownTerms_ : nullptr};
  const auto element = std::make_shared<Element>(kind.id, idFor(node, kind));
  FieldReader fields(context, *element);
  if (!fields.takeAttributes(node)) {
    problems_.forgetSince(before);
    return false;
  }
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (fields.takeChild(child)) continue;
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      const bool blank = std::string_view(child.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
      if (!blank)
        problems_.add(source_.placeOf(child), element->id(), [&] {
          return Message{tr("“{element}” holds the text “{text}”, which belongs to no field. It is kept but not read."),
                         {{"element", element->id()}, {"text", shortened(child.value())}}};
        });
    }
    fields.keepChild(child);
  }
  fields.finish();
  add(element);
  return true;
}

void PlanReader::add(std::shared_ptr<const Element> element) {
  const std::size_t k = indexOf(element->kind());
  if (!elements_[k].empty() && !byId(elements_[k].back(), element)) inOrder_[k] = false;
  ids_.add(*element);
  elements_[k].push_back(std::move(element));
}

ElementId PlanReader::idFor(const pugi::xml_node& node, const Kind& kind) {
  const std::size_t ordinal = ++met_[indexOf(kind.id)];
  pugi::xml_attribute written = node.first_attribute();
  if (!isNamed(written.name(), "id")) written = node.attribute("id");
  const auto id = ElementId::parse(written.value());
  if (id && !ids_.has(*id)) return *id;
  const ElementId derived = ids_.derive(kind.name, written.value(), ordinal);
  problems_.add(source_.placeOf(node), derived, [&] {
    if (!written)
      return Message{tr("An element “{kind}” has no id. It is given the id “{new}”."),
                     {{"kind", std::string(kind.label)}, {"new", derived.str()}}};
    if (!id)
      return Message{tr("An element “{kind}” has the id “{id}”, which is none: a letter, then letters, digits, _ . or "
                        "-, 23 at most. It is given the id “{new}”."),
                     {{"kind", std::string(kind.label)}, {"id", shortened(written.value())}, {"new", derived.str()}}};
    return Message{tr("An element “{kind}” has the id “{id}”, which another one has already. It is given the id "
                      "“{new}”; check what refers to it."),
                   {{"kind", std::string(kind.label)}, {"id", id->str()}, {"new", derived.str()}}};
  });
  return derived;
}

void PlanReader::keepForeign(const pugi::xml_node& node, ForeignXml::Piece place) {
  place.xml = source_.asWritten(node);
  if (place.xml.empty()) return;
  sayMisplaced(node);
  foreign_.keep(std::move(place));
}

void PlanReader::sayMisplaced(const pugi::xml_node& node) {
  const std::size_t at = source_.placeOf(node);
  const std::string_view name = node.name();
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    problems_.add(at, {}, [&] {
      return Message{tr("The text “{text}” stands where only elements belong. It is kept but not read."),
                     {{"text", shortened(node.value())}}};
    });
  } else if (node.type() == pugi::node_element && name.find(':') == std::string_view::npos &&
             !isOfOtherNamespace(node) && (findKind(name) || findKindBySection(name))) {
    problems_.add(at, {}, [&] {
      return Message{tr("“{name}” stands where it does not belong. It is kept but not read."),
                     {{"name", std::string(name)}}};
    });
  }
}

}  // namespace trackloom::xml
