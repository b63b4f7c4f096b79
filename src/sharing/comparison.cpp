#include "sharing/comparison.h"

#include "documents/context.h"
#include "documents/findings_json.h"
#include "documents/wording.h"
#include "sharing/versions.h"

namespace trackloom::sharing {
namespace {

using checks::Finding;
using documents::Json;
using documents::Node;

std::string findingText(const documents::Material& material, const Comparison& comparison, const Finding& finding) {
  const std::string text = documents::said(material, finding.message);
  if (finding.verdict == checks::Verdict::problem) return text;
  return documents::said(comparison.after, {tr("Cannot tell: {finding}"), {{"finding", text}}});
}

Json findingsJson(const documents::Material& material, const Comparison& comparison,
                  const std::vector<const Finding*>& findings) {
  Json list = Json::array();
  for (const Finding* finding : findings)
    list.add(Json()
                 .put("id", finding->id)
                 .put("rule", finding->rule)
                 .put("level", documents::levelName(finding->level))
                 .put("cannotTell", finding->verdict == checks::Verdict::cannotTell)
                 .put("message", findingText(material, comparison, *finding)));
  return list;
}

std::string headingOf(const Comparison& comparison, const ChangeGroup& group) {
  if (group.track.empty()) return documents::said(comparison.after, tr("On no track"));
  return Versions{comparison.before, comparison.after}.nameOf(group.track);
}

void addFindings(std::vector<ToldPart>& parts, const Comparison& comparison, const documents::Material& material,
                 const char* heading) {
  const bool fresh = &material == &comparison.after;
  ToldPart part{documents::said(comparison.after, heading), {}};
  for (const Finding* finding : fresh ? comparison.findings.fresh : comparison.findings.gone)
    part.sentences.push_back({finding->elements.empty() ? ElementId() : finding->elements.front(),
                              findingText(material, comparison, *finding)});
  if (!part.sentences.empty()) parts.push_back(std::move(part));
}

}  // namespace

Comparison compare(const documents::Material& before, const documents::Material& after,
                   std::span<const Change> changes) {
  Comparison comparison{before, after, changeSentences(before, after, changes), {}};
  if (after.forTeam()) comparison.findings = findingChanges(before.findings, after.findings);
  return comparison;
}

std::vector<ToldPart> toldParts(const Comparison& comparison) {
  std::vector<ToldPart> parts;
  for (const ChangeGroup& group : comparison.groups) {
    ToldPart& part = parts.emplace_back(ToldPart{headingOf(comparison, group), {}});
    for (const ChangeSentence& change : group.sentences)
      part.sentences.push_back({change.element, documents::said(comparison.after, change.sentence)});
  }
  addFindings(parts, comparison, comparison.after, tr("What the checks say now and did not say before"));
  addFindings(parts, comparison, comparison.before, tr("What the checks no longer say"));
  return parts;
}

Json comparisonJson(const Comparison& comparison) {
  Json groups = Json::array();
  for (const ChangeGroup& group : comparison.groups) {
    Json changes = Json::array();
    for (const ChangeSentence& change : group.sentences)
      changes.add(Json()
                      .put("element", change.element.text())
                      .put("sentence", documents::said(comparison.after, change.sentence)));
    groups.add(Json()
                   .put("track", group.track.empty() ? Json() : Json(group.track.text()))
                   .put("changes", std::move(changes)));
  }
  Json findings;
  findings.put("new", findingsJson(comparison.after, comparison, comparison.findings.fresh))
      .put("gone", findingsJson(comparison.before, comparison, comparison.findings.gone));
  return std::move(Json().put("groups", std::move(groups)).put("findings", std::move(findings)));
}

Node comparisonNode(const Comparison& comparison) {
  Node root;
  documents::addCover(root, comparison.after);
  Node::List parts;
  for (const ToldPart& part : toldParts(comparison)) {
    Node::List sentences;
    for (const ToldSentence& sentence : part.sentences) sentences.emplace_back(sentence.text);
    Node node;
    node.set("heading", part.heading).set("sentences", std::move(sentences));
    parts.push_back(std::move(node));
  }
  documents::setList(root, "parts", std::move(parts));
  return root;
}

}  // namespace trackloom::sharing
