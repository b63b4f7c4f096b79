#include "xml/plan_reader.h"

#include "xml/migrate.h"
#include "xml/references.h"
#include "xml/root_check.h"
#include "xml/write.h"

#include <algorithm>
#include <utility>

namespace trackloom::xml {
namespace {

using Token = Tokens::Kind;

std::size_t indexOf(KindId kind) { return static_cast<std::size_t>(kind); }

std::string_view withoutBlanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

bool isOfOtherNamespace(const Tokens& tokens) {
  return tokens.declaresNamespace() && find(tokens.attributes(), "xmlns")->raw != planNamespace;
}

/// An id that does not read, as a remark that stays with the element; empty where a remark cannot hold it.
std::string remarkOnId(std::string_view written) {
  if (written.empty() || written.find("--") != std::string_view::npos) return {};
  return "<!-- id: " + std::string(written) + " -->";
}

/// The kind whose section begins here; null for whatever else does.
const Kind* sectionKind(const Tokens& tokens) {
  const Kind* kind = findKindBySection(tokens.name());
  return kind && kind->id != KindId::plan && !isOfOtherNamespace(tokens) ? kind : nullptr;
}

}  // namespace

PlanReader::PlanReader(std::string_view text, Problems& problems)
    : problems_(problems), tokens_(text), context_{tokens_, problems_, {}, {}} {}

std::optional<Refusal> PlanReader::read() {
  ElementId after;
  for (;;) {
    const std::size_t from = tokens_.to();
    switch (tokens_.next()) {
      case Token::nothing:
        return tokens_.refusal();
      case Token::start:
        if (auto refusal = readRoot()) return refusal;
        after = elements_[indexOf(KindId::plan)].front()->id();
        break;
      case Token::doctype:
        problems_.add(from, {}, [] {
          return Message{tr("The file declares a document type. It is left out: plans have none, and what it defines "
                            "is not put in place."),
                         {}};
        });
        break;
      case Token::text:
        break;
      default:
        if (from > 0 || tokens_.kind() != Token::instruction || tokens_.name() != "xml")
          keep(from, {KindId::plan, KindId::plan, after, {}});
    }
  }
}

Plan PlanReader::finish() {
  decide();
  Plan plan;
  for (std::size_t k = 0; k < kindCount; ++k) {
    if (elements_[k].empty()) continue;
    const auto adopt = outOfOrder_[k] ? &Plan::adopt : &Plan::adoptInOrder;
    (plan.*adopt)(static_cast<KindId>(k), std::move(elements_[k]));
  }
  plan.setForeign(foreign_.finish(plan));
  return plan;
}

/// A team's own words may stand behind the elements that use them, and elements behind those that mention them, so that
/// both are looked up again at the end.
void PlanReader::decide() {
  if (context_.undecided.empty()) return;
  Plan terms;
  terms.adopt(KindId::term, elements_[indexOf(KindId::term)]);
  const PlanTerms ownTerms(terms);
  for (const Undecided& open : context_.undecided) {
    const std::string text = valueText(*open.field, *open.element->find(open.field->number));
    const bool isWord = open.field->vocabulary != VocabularyId::none;
    Value value = parseValue(*open.field, isWord ? text : ids_.following(text), &ownTerms);
    if (std::holds_alternative<Unread>(value))
      sayUnread(problems_, *open.element, *open.field, open.at);
    else
      open.element->set(open.field->number, std::move(value));
  }
}

std::optional<Refusal> PlanReader::checkRoot() {
  std::string scratch;
  const Attribute* space = find(tokens_.attributes(), "xmlns");
  const Attribute* written = find(tokens_.attributes(), "version");
  auto refusal = refusalOfRoot(tokens_.name(), space ? valueOf(*space, scratch) : "");
  const std::string version(written ? valueOf(*written, scratch) : "1");
  if (!refusal) refusal = refusalOfVersion(version);
  if (refusal) {
    refusal->at = tokens_.from();
    return refusal;
  }
  if (!written)
    problems_.add(tokens_.from(), {}, [] {
      return Message{tr("The plan does not say which version of the format it is in. It is read as version 1."), {}};
    });
  if (const int number = versionNumber(version).value_or(formatVersion); number < formatVersion)
    earlierVersion_ = number;
  return std::nullopt;
}

std::optional<Refusal> PlanReader::readRoot() {
  if (auto refusal = checkRoot()) return refusal;
  const auto root = newElement(KindId::plan, idOfRoot());
  add(root);
  FieldReader fields(context_, *root);
  fields.takeAttributes();
  if (!tokens_.empty()) readRootContent(fields);
  fields.finish();
  return tokens_.refusal();
}

/// Goes over the content of the element whose start tag is the present piece. `take` is asked at each start tag whether
/// it takes the child; whatever nobody takes goes to `keepRest`, which is told where it begins.
template <class Take, class KeepRest>
void PlanReader::readContent(const Element* inside, Take take, KeepRest keepRest) {
  for (;;) {
    const std::size_t from = tokens_.to();
    switch (tokens_.next()) {
      case Token::nothing:
      case Token::end:
        return;
      case Token::start:
        if (take(from)) continue;
        break;
      case Token::text:
      case Token::characters:
        if (tokens_.blank()) continue;
        sayStray(inside);
        break;
      default:
        break;
    }
    keepRest(from);
  }
}

void PlanReader::readRootContent(FieldReader& fields) {
  KindId before = KindId::plan;
  const auto take = [&](std::size_t from) {
    if (const Kind* kind = sectionKind(tokens_)) {
      readSection(*kind);
      before = kind->id;
      return true;
    }
    const std::string_view name = tokens_.name();
    const bool other = isOfOtherNamespace(tokens_);
    if (fields.takeChild()) return true;
    if (!other) sayMisplaced(name, from);
    return false;
  };
  readContent(nullptr, take, [&](std::size_t from) { keep(from, {std::nullopt, before, {}, {}}); });
}

void PlanReader::readSectionAttributes(const Kind& kind) {
  for (const Attribute& attribute : tokens_.attributes()) {
    if (foreign_.keepAttribute(kind.id, std::string(attribute.name), asWritten(attribute))) continue;
    problems_.add(tokens_.from(), {}, [&] {
      std::string scratch;
      return Message{tr("The section “{section}” has “{name}” twice. The first one counts; the other is “{text}”."),
                     {{"section", std::string(kind.section)},
                      {"name", shortened(attribute.name)},
                      {"text", shortened(valueOf(attribute, scratch))}}};
    });
  }
}

void PlanReader::readSection(const Kind& kind) {
  readSectionAttributes(kind);
  if (tokens_.empty()) return;
  ElementId after;
  const auto take = [&](std::size_t from) {
    const std::string_view name = tokens_.name();
    if (name == kind.name && readElement(kind)) {
      after = elements_[indexOf(kind.id)].back()->id();
      return true;
    }
    const bool other = name == kind.name || isOfOtherNamespace(tokens_);
    tokens_.skip();
    if (!other) sayMisplaced(name, from);
    return false;
  };
  readContent(nullptr, take, [&](std::size_t from) { keep(from, {kind.id, KindId::plan, after, {}}); });
}

bool PlanReader::readElement(const Kind& kind) {
  if (isOfOtherNamespace(tokens_)) return false;
  auto element = newElement(kind.id, idFor(kind));
  FieldReader fields(context_, *element);
  fields.takeAttributes();
  if (!remark_.empty()) fields.keepChild(std::exchange(remark_, {}));
  if (!tokens_.empty())
    readContent(
        element.get(), [&](std::size_t) { return fields.takeChild(); },
        [&](std::size_t from) { fields.keepChild(withoutBlanks(tokens_.since(from))); });
  fields.finish();
  add(std::move(element));
  return true;
}

std::shared_ptr<Element> PlanReader::newElement(KindId kind, ElementId id) {
  if (!block_ || block_->elements.size() == Block::elementCount) block_ = std::make_shared<Block>();
  return {block_, &block_->elements.emplace_back(kind, id, block_->memory)};
}

void PlanReader::add(std::shared_ptr<const Element> element) {
  const std::size_t kind = indexOf(element->kind());
  auto& others = elements_[kind];
  outOfOrder_[kind] |= !others.empty() && !(others.back()->id() < element->id());
  others.push_back(std::move(element));
}

ElementId PlanReader::idOfRoot() {
  const ElementId usual = Plan().root().id();
  const Attribute* written = find(tokens_.attributes(), "id");
  const auto id = written ? ElementId::parse(written->raw) : usual;
  if (!id)
    problems_.add(tokens_.from(), usual, [&] {
      return Message{tr("The plan has the id “{id}”, which is none: a letter, then letters, digits, _ . or -, 23 at "
                        "most. It is left out."),
                     {{"id", shortened(written->raw)}}};
    });
  ids_.take(id.value_or(usual));
  return id.value_or(usual);
}

ElementId PlanReader::idFor(const Kind& kind) {
  const std::size_t ordinal = ++met_[indexOf(kind.id)];
  const Attribute* written = find(tokens_.attributes(), "id");
  const auto id = written ? ElementId::parse(written->raw) : std::nullopt;
  if (id && ids_.take(*id)) return *id;
  const ElementId derived = ids_.takeDerived(kind.name, written ? written->raw : "", ordinal);
  std::string scratch;
  const std::string text(written ? valueOf(*written, scratch) : "");
  if (!id && !text.empty()) {
    ids_.replace(text, derived);
    remark_ = remarkOnId(written->raw);
  }
  problems_.add(tokens_.from(), derived, [&] {
    if (!written)
      return Message{tr("An element “{kind}” has no id. It is given the id “{new}”."),
                     {{"kind", std::string(kind.label)}, {"new", derived.str()}}};
    if (!id && ElementId::parse(written->raw.substr(0, ElementId::maxLength)))
      return Message{tr("An element “{kind}” has the id “{id}”, which is too long: {count} characters, and 23 at most. "
                        "It is given the id “{new}”; mentions of it follow, unless another has the same."),
                     {{"kind", std::string(kind.label)},
                      {"id", shortened(text)},
                      {"count", static_cast<std::int64_t>(written->raw.size())},
                      {"new", derived.str()}}};
    if (!id)
      return Message{
          tr("An element “{kind}” has the id “{id}”, which is none: a letter, then letters, digits, _ . or "
             "-, 23 at most. It is given the id “{new}”; mentions of it follow, unless another has the same."),
          {{"kind", std::string(kind.label)}, {"id", shortened(text)}, {"new", derived.str()}}};
    return Message{tr("An element “{kind}” has the id “{id}”, which another one has already. It is given the id "
                      "“{new}”; check what refers to it."),
                   {{"kind", std::string(kind.label)}, {"id", id->str()}, {"new", derived.str()}}};
  });
  return derived;
}

void PlanReader::keep(std::size_t from, ForeignXml::Piece place) {
  place.xml = verbatim(withoutBlanks(tokens_.since(from)));
  foreign_.keep(std::move(place));
}

void PlanReader::sayMisplaced(std::string_view name, std::size_t at) {
  if (name.find(':') != std::string_view::npos || find(tokens_.attributes(), "xmlns")) return;
  const bool ours = findKind(name) || findKindBySection(name);
  problems_.add(at, {}, [&] {
    return Message{ours ? tr("“{name}” stands where it does not belong. It is kept but not read.")
                        : tr("“{name}” is nothing this version knows. It is kept but not read; check how it is spelt."),
                   {{"name", shortened(name)}}};
  });
}

void PlanReader::sayStray(const Element* inside) {
  const std::string_view stray = withoutBlanks(tokens_.since(tokens_.from()));
  if (stray.empty()) return;
  problems_.add(tokens_.from(), inside ? inside->id() : ElementId(), [&] {
    if (inside)
      return Message{tr("“{element}” holds the text “{text}”, which belongs to no field. It is kept but not read."),
                     {{"element", inside->id()}, {"text", shortened(stray)}}};
    return Message{tr("The text “{text}” stands where only elements belong. It is kept but not read."),
                   {{"text", shortened(stray)}}};
  });
}

}  // namespace trackloom::xml
