#include "documents/view_findings.h"

#include "documents/explanation.h"
#include "documents/fill.h"
#include "documents/findings_json.h"
#include "documents/process_tables.h"
#include "documents/wording.h"
#include "render/svg.h"

namespace trackloom::documents {
namespace {

using checks::Finding;

std::string ruleTitle(const Material& material, const Finding& finding) {
  const checks::Rule* rule = checks::findRule(finding.rule);
  return rule ? said(material, rule->title) : std::string(finding.rule);
}

std::string fieldOf(const Material& material, const char* label, const std::string& markup) {
  return markup.empty() ? markup : "<dt>" + escaped(said(material, label)) + "</dt><dd>" + markup + "</dd>";
}

void addFinding(std::string& out, const ViewRows& rows, const Finding& finding) {
  const Material& material = rows.material;
  const std::string anchor = "f-" + render::idText(finding.id);
  std::string because;
  for (const Message& reason : finding.because) because += "<p>" + escaped(said(material, reason)) + "</p>";
  out += rowStart(anchor, topicsOf(rows.topics, finding.elements), levelName(finding.level));
  out += "<th scope=\"row\"><a href=\"#" + anchor + "\">" + escaped(said(material, finding.message)) + "</a></th>";
  out += "<td><span class=\"level\">" + escaped(said(material, levelWord(finding.level))) + "</span></td>";
  out += "<td>" + linksTo(rows, finding.elements) + "</td><td>" + escaped(said(material, finding.clears)) + "</td>";
  out += "<td class=\"more\"><dl>" + fieldOf(material, tr("Check"), escaped(ruleTitle(material, finding))) +
         fieldOf(material, tr("Because"), because);
  if (finding.accepted) {
    out += fieldOf(material, tr("Accepted by"), escaped(finding.accepted->who));
    out += fieldOf(material, tr("Accepted on"), escaped(finding.accepted->date));
    out += fieldOf(material, tr("Accepted because"), escaped(finding.accepted->reason));
  }
  out += "</dl></td></tr>\n";
}

/// A table of findings; nothing without any.
std::string tableOf(const ViewRows& rows, std::vector<ViewSection>& contents, ViewSection section,
                    const std::vector<const Finding*>& findings) {
  if (findings.empty()) return {};
  section.count = findings.size();
  contents.push_back(section);
  const Material& material = rows.material;
  const std::string columns[] = {said(material, tr("Finding")), said(material, tr("Level")),
                                 said(material, tr("About")), said(material, tr("What would clear it"))};
  std::string out =
      tableStart(rows, section,
                 {said(material, tr("Finding")),
                  said(material, tr("What the checks noticed in the plan as it is recorded. For the team's own use."))},
                 columns);
  for (const Finding* finding : findings) addFinding(out, rows, *finding);
  return out.append(tableEnd);
}

/// One line a rule that could not tell, as documents have it.
std::string unknowns(const ViewRows& rows, std::vector<ViewSection>& contents) {
  Node root;
  addFindings(root, rows.material);
  const Node* found = root.find("unknowns");
  if (found->nothing()) return {};
  const auto& list = std::get<Node::List>(found->value);
  contents.push_back({"unknowns", said(rows.material, tr("What we do not know yet")), list.size()});
  std::string out = "<section id=\"unknowns\" aria-labelledby=\"unknowns-title\">\n<h2 id=\"unknowns-title\">" +
                    escaped(contents.back().label) + "</h2>\n<ul class=\"unknowns\">\n";
  for (const Node& row : list)
    out += "<li><strong>" + escaped(row.find("rule-title")->text()) + "</strong> (" +
           escaped(row.find("count")->text()) + "): " + escaped(row.find("example")->text()) + "</li>\n";
  return out + "</ul>\n</section>\n";
}

}  // namespace

std::string viewFindings(const ViewRows& rows, std::vector<ViewSection>& contents) {
  if (!rows.material.forTeam()) return {};
  std::vector<const Finding*> problems;
  std::vector<const Finding*> accepted;
  for (const Finding& finding : rows.material.findings)
    if (finding.accepted)
      accepted.push_back(&finding);
    else if (finding.verdict == checks::Verdict::problem)
      problems.push_back(&finding);
  std::string out = tableOf(rows, contents, {"s-findings", said(rows.material, tr("Findings"))}, problems);
  out += unknowns(rows, contents);
  return out + tableOf(rows, contents, {"s-accepted", said(rows.material, tr("Accepted findings"))}, accepted);
}

}  // namespace trackloom::documents
