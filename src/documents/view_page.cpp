#include "documents/view_page.h"

#include "documents/figures.h"
#include "documents/fill.h"
#include "documents/process_tables.h"
#include "documents/view_findings.h"
#include "documents/view_pieces.h"
#include "documents/view_tables.h"
#include "documents/wording.h"
#include "scene/drawings.h"
#include "scene/text_measure.h"

#include <array>

namespace trackloom::documents {
namespace {

/// A drawing of the page, and of how many elements of a kind it can still be read and moved about in.
struct PageDrawing {
  std::string_view id;
  KindId kind;
  std::size_t most;
};

/// In the order of the page.
constexpr std::array<PageDrawing, 3> pageDrawings = {{
    {"timeline", KindId::activity, 2000},
    {"actor-map", KindId::actor, 1000},
    {"link-map", KindId::activity, 600},
}};

unsigned valueOf(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

/// Base 64 (RFC 4648) of bytes in hexadecimal, as Content-Security-Policy has digests.
std::string base64(std::string_view hexadecimal) {
  constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < hexadecimal.size(); at += 6) {
    const std::string_view group = hexadecimal.substr(at, 6);
    unsigned bits = 0;
    for (std::size_t i = 0; i < 6; ++i) bits = bits << 4 | (i < group.size() ? valueOf(group[i]) : 0);
    const std::size_t bytes = group.size() / 2;
    for (std::size_t i = 0; i < 4; ++i) out += i <= bytes ? signs[bits >> (18 - 6 * i) & 63] : '=';
  }
  return out;
}

void addWords(Node& root, const Material& material) {
  const std::pair<const char*, const char*> words[] = {
      {"skip", tr("Skip to the content")},
      {"contents", tr("Contents")},
      {"overview", tr("Overview")},
      {"process", tr("About the process")},
      {"search-and-filter", tr("Search and filter")},
      {"search", tr("Search")},
      {"track", tr("Track")},
      {"all-tracks", tr("All tracks")},
      {"issue", tr("Issue")},
      {"all-issues", tr("All issues")},
      {"clear", tr("Show everything")},
      {"close", tr("Close")},
      {"on-timeline", tr("On the timeline")},
      {"on-actor-map", tr("On the actor map")},
      {"in-table", tr("In its table")},
      {"linked", tr("Named by")},
      {"figure", tr("drawing whose parts can be chosen")},
      {"figure-help", tr("Choose a part of the drawing to see its details; with the keyboard, Tab and the arrow keys, "
                         "then Enter.")},
      {"all", tr("{total} entries")},
      {"some", tr("{shown} of {total} entries")},
      {"nothing", tr("Nothing found")},
      {"outward", tr("Made for these readers; what is not shown here may well be known or recorded.")},
  };
  for (const auto& [name, text] : words) root.set("word-" + std::string(name), said(material, text));
  const Message standing{tr("As of {day}. For: {audience}."),
                         {{"day", material.study.asOf()}, {"audience", std::string(root.find("audience")->text())}}};
  root.set("word-standing", said(material, standing));
}

/// What a filter can be set to: the elements of a kind that have a row, in its order.
Node::List optionsOf(const ViewRows& rows, KindId kind) {
  constexpr double room = 420;  // points, so that lists to choose from stay on the screen
  Node::List options;
  for (const auto& [each, items] : rows.kinds) {
    if (each != kind) continue;
    for (const checks::Item* item : items) {
      Node option;
      option.set("value", anchorOf(item->id()).substr(2));
      option.set("label",
                 scene::fitted(scene::FixedMetrics(), scene::oneLine(nameOf(rows.material, item->id())), {}, room));
      options.push_back(std::move(option));
    }
  }
  return options;
}

/// The drawing as markup; nothing where it has nothing to show.
std::string drawingOf(const Material& material, const PageDrawing& drawing) {
  const std::string name = "figure-" + std::string(drawing.id);
  Node drawn;
  addFigures(drawn, material, name);
  const Node* found = drawn.find(name);
  const Markup* markup = found ? std::get_if<Markup>(&found->value) : nullptr;
  return markup ? markup->html : std::string();
}

Message tooLarge(const PageDrawing& drawing, std::size_t count) {
  return {
      tr("This drawing is left out: it would show {count} {elements}. A plan narrowed to what these readers need has "
         "one, and so has the drawing that is written by itself ({format})."),
      {{"count", static_cast<std::int64_t>(count)},
       {"elements", std::string(kindOf(drawing.kind).pluralLabel)},
       {"format", std::string(drawing.id) + ".svg"}}};
}

Node::List drawingsOf(const Material& material, std::vector<ViewSection>& contents) {
  Node::List figures;
  for (const PageDrawing& drawing : pageDrawings) {
    const std::size_t count = material.plan().all(drawing.kind).size();
    Node figure;
    if (count > drawing.most) {
      figure.set("left-out", said(material, tooLarge(drawing, count)));
    } else if (const std::string markup = drawingOf(material, drawing); !markup.empty()) {
      figure.set("drawing", Markup{markup});
    } else {
      continue;
    }
    contents.push_back({"figure-" + std::string(drawing.id), said(material, scene::findDrawing(drawing.id)->title)});
    figure.set("anchor", contents.back().anchor);
    figure.set("label", contents.back().label);
    figures.push_back(std::move(figure));
  }
  return figures;
}

Node::List contentsNode(const std::vector<ViewSection>& contents) {
  Node::List list;
  for (const ViewSection& section : contents) {
    Node node;
    node.set("anchor", section.anchor);
    node.set("label", section.label);
    node.set("count", section.count ? Node::number(section.count) : Node());
    list.push_back(std::move(node));
  }
  return list;
}

/// So many elements that a browser should lay out only what is in sight.
bool isLarge(const ViewRows& rows) {
  constexpr std::size_t most = 2000;
  return rows.linked.size() > most;
}

Node pageNode(const Material& material) {
  const ViewRows rows(material);
  std::vector<ViewSection> contents{{"overview", said(material, tr("Overview"))}};
  Node root;
  addCover(root, material);
  addSummary(root, material);
  addWords(root, material);
  root.set("large", Node::yes(isLarge(rows)));
  root.set("outward", Node::yes(!material.forTeam()));
  setList(root, "track-options", optionsOf(rows, KindId::track));
  setList(root, "issue-options", optionsOf(rows, KindId::issue));
  root.set("figures", drawingsOf(material, contents));
  const std::string facts = planFacts(rows);
  if (!facts.empty()) contents.push_back({"process", said(material, tr("About the process"))});
  root.set("has-plan-facts", Node::yes(!facts.empty()));
  root.set("plan-facts", Markup{facts});
  root.set("findings", Markup{viewFindings(rows, contents)});
  root.set("tables", Markup{viewTables(rows, contents)});
  setList(root, "contents", contentsNode(contents));
  return root;
}

}  // namespace

std::string viewPage(const Plan& whole, const ViewRequest& request) {
  const checks::Study study(shownTo(whole, request.audience, request.asOf), request.asOf);
  const Classification level = request.audience.level;
  const Material material{study, level, findingsFor(whole, study, level), request.language,
                          !request.audience.include.empty()};
  const ViewPieces pieces = viewPieces();
  Node root = pageNode(material);
  root.set("style", Markup{std::string(pieces.style)});
  root.set("script", Markup{std::string(pieces.script)});
  root.set("style-digest", Markup{base64(pieces.styleDigest)});
  root.set("script-digest", Markup{base64(pieces.scriptDigest)});
  return fill(std::string(pieces.page), root, "page.html");
}

}  // namespace trackloom::documents
