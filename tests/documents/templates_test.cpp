#include "documents/papers.h"
#include "documents/pdf_page.h"
#include "documents/tags.h"
#include "documents/unpacked.h"
#include "plan/kind.h"
#include "support/golden.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::documents;

namespace {

namespace fs = std::filesystem;

constexpr DocumentFormat formats[] = {DocumentFormat::html, DocumentFormat::docx, DocumentFormat::odt,
                                      DocumentFormat::pdf};

/// The paper, or why there is none.
std::string made(const Plan& plan, const DocumentRequest& request, const TemplateList& templates = ownTemplates()) try {
  InstalledPrograms programs;
  const auto result = makeDocument(plan, request, templates, programs);
  if (result.failure) FAIL(plainText(result.failure->message()));
  return result.bytes;
} catch (const NothingAhead& none) {
  return plainText(none.message());
}

/// What people can read in a document, whatever its format.
std::string readable(const std::string& bytes, DocumentFormat format) {
  if (format == DocumentFormat::html) return bytes;
  return format == DocumentFormat::pdf ? pdfText(bytes) : allTexts(bytes);
}

/// The words of a page, one line for each piece between tags.
std::string wordsOf(const std::string& html) {
  std::string out;
  std::size_t at = html.find("<body");
  const auto add = [&](std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \n");
    if (first == std::string_view::npos) return;
    out += std::string(text.substr(first, text.find_last_not_of(" \n") - first + 1)) + "\n";
  };
  while (const auto tag = nextTag(html, at)) {
    add(std::string_view(html).substr(at, tag->begin - at));
    at = tag->name == "svg" && !tag->closing ? html.find("</svg>", tag->end) + 6 : tag->end;
  }
  return out;
}

std::vector<std::string> templateIds() {
  std::vector<std::string> ids;
  for (const Template& look : ownTemplates().templates) ids.push_back(look.id);
  return ids;
}

Plan examplePlan(const std::string& name) {
  std::ifstream in(TRACKLOOM_SOURCE_DIR "/templates/examples/" + name, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return *xml::read(text.str()).plan;
}

void checkMade(const Plan& plan, const DocumentRequest& request, std::string_view title) {
  INFO(request.templateId << "." << formatName(request.format));
  const std::string bytes = made(plan, request);
  const std::string text = readable(bytes, request.format);
  CHECK(contains(text, title));
  CHECK_FALSE(contains(text, "{{"));
  const bool office = request.format == DocumentFormat::docx || request.format == DocumentFormat::odt;
  if (office) CHECK(toldOf(bytes, "unzip -tqq {} 2>&1").empty());
}

void checkEveryTemplate(DocumentFormat format) {
  for (const Template& look : ownTemplates().templates) {
    DocumentRequest request = requestFor(look.id);
    request.format = format;
    checkMade(fullPlan(), request, "Dialogue &");
  }
}

ElementId idFor(const Plan& plan, KindId kind) {
  return kind == KindId::plan ? plan.root().id() : *ElementId::parse("m" + std::string(kindOf(kind).name));
}

/// A mark that names kind and field, or a link to the element of the first kind that the field can name.
std::optional<Value> markFor(const Plan& plan, const Kind& kind, const Field& field) {
  const std::string mark = "MARK " + std::string(kind.name) + " " + std::string(field.name);
  if (field.type == FieldType::text) return Text(mark);
  if (field.type == FieldType::texts && field.name != "field-levels" && field.name != "languages") return Texts{mark};
  for (const Kind& target : kinds()) {
    if (!field.targets.has(target.id) || target.id == kind.id || target.id == KindId::plan) continue;
    if (field.type == FieldType::ref) return Ref(idFor(plan, target.id));
    if (field.type == FieldType::refs) return Refs{idFor(plan, target.id)};
  }
  return std::nullopt;
}

/// A plan that has every kind, with a mark in every field that takes free text, all elements at a level.
Plan markedPlan(Classification level) {
  Plan plan;
  for (const Kind& kind : kinds()) {
    Element element(kind.id, idFor(plan, kind.id));
    for (const Field& field : kind.fields)
      if (auto mark = markFor(plan, kind, field)) element.set(field.number, std::move(*mark));
    if (kind.id != KindId::plan) element.set(key::classification, Choice{static_cast<std::uint16_t>(level), {}});
    plan = plan.with(std::move(element));
  }
  return plan;
}

/// The same for all eyes, but every field with a mark above a level by itself.
Plan planOfMarkedFields(std::string_view level) {
  Plan plan = markedPlan(Classification::open);
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      Texts levels;
      for (const auto& slot : element->slots())
        if (std::holds_alternative<Text>(slot.value) || std::holds_alternative<Texts>(slot.value))
          levels.push_back(std::string(kind.fields[slot.position].name) + ":" + std::string(level));
      Element marked = *element;
      marked.set("field-levels", std::move(levels));
      plan = plan.with(std::move(marked));
    }
  return plan;
}

/// What a document holds of marks for those below.
void checkNoMark(const Plan& plan, Classification audience, std::string_view allowed) {
  for (const Template& look : ownTemplates().templates) {
    DocumentRequest request = requestFor(look.id);
    request.audience = audience;
    INFO(look.id << " for level " << static_cast<int>(audience));
    if (audience < look.least || audience > look.audience) continue;
    const std::string html = made(plan, request);
    for (std::size_t at = html.find("MARK "); at != std::string::npos; at = html.find("MARK ", at + 1)) {
      const std::string mark = html.substr(at, 60);
      INFO(mark);
      CHECK((!allowed.empty() && mark.starts_with(allowed)));
    }
  }
}

}  // namespace

TEST_CASE("the documents that come with the program are these") {
  CHECK(templateIds() == std::vector<std::string>{"brief", "ceasefire-monitoring", "commitments-matrix",
                                                  "coordination-matrix", "event-concept-note", "findings-report",
                                                  "follow-up-list", "inclusion-report", "national-dialogue",
                                                  "options-paper", "process-design", "stakeholder-analysis"});
  CHECK(ownTemplates().problems.empty());
}

TEST_CASE("every template is made as HTML") { checkEveryTemplate(DocumentFormat::html); }
TEST_CASE("every template is made as DOCX") { checkEveryTemplate(DocumentFormat::docx); }
TEST_CASE("every template is made as ODT") { checkEveryTemplate(DocumentFormat::odt); }
TEST_CASE("every template is made as PDF") { checkEveryTemplate(DocumentFormat::pdf); }

TEST_CASE("what every document says of a small plan is as approved") {
  for (const std::string& id : templateIds())
    test::compareWithGolden("document-" + id + ".txt", wordsOf(htmlOf(fullPlan(), ownTemplates(), requestFor(id))));
}

TEST_CASE("every template on every example plan in every format", "[.long]") {
  for (const auto& entry : fs::directory_iterator(TRACKLOOM_SOURCE_DIR "/templates/examples")) {
    if (entry.path().extension() != ".trackloom") continue;
    const Plan plan = examplePlan(entry.path().filename().string());
    INFO(entry.path().string());
    for (const Template& look : ownTemplates().templates) {
      DocumentRequest request = requestFor(look.id);
      request.asOf = plan.root().get(key::asOf)->first();
      if (look.isAboutActivity()) request.about = plan.all(KindId::activity).front()->id();
      for (const DocumentFormat format : formats) {
        request.format = format;
        checkMade(plan, request, "historical teaching");
      }
    }
  }
}

TEST_CASE("every template gives the same bytes in two runs and in every format", "[.long]") {
  for (const std::string& id : templateIds())
    for (const DocumentFormat format : formats) {
      INFO(id << "." << formatName(format));
      DocumentRequest request = requestFor(id);
      request.format = format;
      const std::string first = made(fullPlan(), request);
      CHECK(first == made(fullPlan(), request));
    }
}

TEST_CASE("no document for fewer eyes holds a word of what is above them") {
  checkNoMark(markedPlan(Classification::partners), Classification::open, "MARK plan ");
  checkNoMark(markedPlan(Classification::team), Classification::partners, "MARK plan ");
  checkNoMark(markedPlan(Classification::core), Classification::team, "MARK plan ");
  checkNoMark(planOfMarkedFields("partners"), Classification::open, "");
  checkNoMark(planOfMarkedFields("team"), Classification::partners, "");
  checkNoMark(planOfMarkedFields("core"), Classification::team, "");
}

TEST_CASE("what documents show of marks to all who may see them proves that the search finds them") {
  const std::string html = htmlOf(markedPlan(Classification::open), ownTemplates(), requestFor("process-design"));
  for (const char* shown : {"MARK actor name", "MARK body quorum", "MARK group constituency", "MARK risk contingency"})
    CHECK(contains(html, shown));
}

TEST_CASE("papers for partners hold no finding, view, line of discord, reason or forecast in any format") {
  const Plan plan = planOf(R"(<tracks><track id="t1" name="Official" level="1" classification="public"/></tracks>
<actors><actor id="a1" name="Alpha" classification="public"/><actor id="a2" name="Beta" classification="public"/><actor id="a3" name="SECRETactor"/></actors>
<assessments><assessment id="as" actor="a1" stance="opposed" classification="public"><position>SECRETposition</position></assessment></assessments>
<activities><activity id="x1" title="Shown talks" tracks="t1" classification="public" planned-start="2013-10-01" duration="5" status="suspended" updated="2013-10-01"><notes>Shown notes</notes></activity>
<activity id="x2" title="SECRETtalks" tracks="t1" planned-start="2013-12-05" duration="10"/></activities>
<participations><participation id="p1" who="a2" in="x1" status="not-invited" reason="SECRETreason" classification="public"/></participations>
<relations><relation id="r1" from="a1" to="a2" type="conflict" classification="public"><notes>SECRETdiscord</notes></relation></relations>
<events><event id="e1" title="SECRETevent" date="2013-11-20" about="p1" classification="public"/></events>
<waivers><waiver id="w1" rule="ACTOR-ORPHAN" elements="a1" reason="SECRETwaiver" classification="public"/></waivers>
)",
                           "title=\"Small dialogue\"");
  for (const Template& look : ownTemplates().templates) {
    DocumentRequest request = requestFor(look.id);
    request.audience = Classification::partners;
    if (look.least > Classification::partners) continue;
    for (const DocumentFormat format : formats) {
      // The other formats are made from the HTML: one template shows that nothing comes in on the way.
      if (format != DocumentFormat::html && look.id != "process-design") continue;
      INFO(look.id << "." << formatName(format));
      request.format = format;
      const std::string bytes = made(plan, request);
      const bool office = format == DocumentFormat::docx || format == DocumentFormat::odt;
      const std::string text = office ? allEntries(bytes) : readable(bytes, format);
      for (const char* own : {"SECRET", "stalled", "forecast", "Look at", "Contradiction"}) {
        INFO(own);
        CHECK_FALSE(contains(text, own));
      }
    }
  }
}

TEST_CASE("a document is for its template's readers or fewer") {
  DocumentRequest request = requestFor("process-design");
  request.audience = Classification::core;
  CHECK_THROWS_AS(htmlOf(fullPlan(), ownTemplates(), request), Error);
  request = requestFor("findings-report");
  request.audience = Classification::partners;
  CHECK_THROWS_AS(htmlOf(fullPlan(), ownTemplates(), request), Error);
}

TEST_CASE("a non-paper does not tell where it comes from") {
  const Plan plan = planOf(R"(<actors><actor id="us" name="Our house" us="yes"/></actors>)",
                           "title=\"Small dialogue\" author=\"AUTHOR\"");
  for (const DocumentFormat format : formats) {
    INFO(formatName(format));
    DocumentRequest request = requestFor("process-design");
    request.format = format;
    const std::string named = made(plan, request);
    CHECK(contains(readable(named, format), "AUTHOR"));
    request.attribution = Attribution::nonPaper;
    const std::string bytes = made(plan, request);
    const std::string text = readable(bytes, format);
    for (const char* gone :
         {"AUTHOR", "Trackloom", "trackloom", "Pandoc", "pandoc", "WeasyPrint", "Microsoft Word", "2013-12-01T"}) {
      INFO(gone);
      CHECK_FALSE(contains(text, gone));
      CHECK_FALSE(contains(bytes, gone));
    }
    CHECK(contains(text, "Non-paper"));
    if (format == DocumentFormat::pdf) CHECK_FALSE(contains(toldOf(bytes, "pdfinfo {}"), "Producer:        W"));
  }
}

TEST_CASE("the brief tells what changed since a day") {
  const Plan plan = planOf(
      R"(<activities><activity id="a" title="Old talks" start="2013-08-01" finish="2013-08-02"/><activity id="b" title="New talks" start="2013-11-20" finish="2013-11-21"/></activities>
<agreements><agreement id="g" title="New text" date="2013-11-25"/><agreement id="h" title="Later text" date="2013-12-20"/></agreements>
<follow-ups><follow-up id="f" title="Send the minutes" done="2013-11-28"/></follow-ups>)");
  DocumentRequest request = requestFor("brief");
  const auto changes = [&] {
    const std::string html = htmlOf(plan, ownTemplates(), request);
    const std::size_t from = html.find("<h2 id=\"changes\">");
    return wordsOf("<body>" + html.substr(from, html.find("</section>", from) - from));
  };
  CHECK(contains(changes(), "since 1 November 2013"));
  CHECK(contains(changes(),
                 "20 November 2013\nBegan\nNew talks\n21 November 2013\nCompleted\nNew talks\n25 November "
                 "2013\nAgreed\nNew text\n28 November 2013\nDone\nSend the minutes"));
  CHECK_FALSE(contains(changes(), "Old talks"));
  CHECK_FALSE(contains(changes(), "Later text"));
  request.since = dayNamed("2013-07-01");
  CHECK(contains(changes(), "Old talks"));
}

TEST_CASE("an event concept note is about the activity that is named, else the next") {
  DocumentRequest request = requestFor("event-concept-note");
  CHECK(contains(htmlOf(fullPlan(), ownTemplates(), request), "<h2 class=\"event\">Forum of associations</h2>"));
  request.about = *ElementId::parse("x1");
  CHECK(contains(htmlOf(fullPlan(), ownTemplates(), request), "<h2 class=\"event\">Opening session</h2>"));
  request.about = *ElementId::parse("a1");
  CHECK_THROWS_AS(htmlOf(fullPlan(), ownTemplates(), request), Error);
}

namespace {

/// A folder of templates of somebody's own.
class OwnFolder {
 public:
  OwnFolder() {
    std::string pattern = (fs::temp_directory_path() / "trackloom-own-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()));
    path_ = pattern;
  }
  ~OwnFolder() { fs::remove_all(path_); }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  void write(const fs::path& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  TemplateList read() const {
    const fs::path folders[] = {TRACKLOOM_SOURCE_DIR "/templates/documents", path_};
    return readTemplates(folders);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string manifest(const std::string& id, const std::string& more = "audience=\"team\"") {
  return "<manifest id=\"" + id + "\" title=\"Ours\" " + more + "/>";
}

}  // namespace

TEST_CASE("a copied template folder is listed, uses the shared pieces, and takes the place of its namesake") {
  const OwnFolder folder;
  fs::copy(TRACKLOOM_SOURCE_DIR "/templates/documents/brief", folder.path() / "brief-of-ours");
  folder.write("brief-of-ours/manifest.xml", manifest("our-brief"));
  folder.write("other/manifest.xml", manifest("brief"));
  folder.write("other/template.html", "<p>{{title}}</p>{{>ours}}");
  folder.write("shared/ours.html", "<p>A piece of ours</p>");
  const TemplateList list = folder.read();
  CHECK(list.problems.empty());
  CHECK(contains(htmlOf(fullPlan(), list, requestFor("our-brief")), "How the tracks stand"));
  CHECK(contains(htmlOf(fullPlan(), list, requestFor("brief")), "A piece of ours"));
}

TEST_CASE("a template that is broken or means harm is one sentence, and the others are there") {
  const OwnFolder folder;
  const std::pair<const char*, std::string> broken[] = {
      {"not XML", "<manifest"},
      {"another root", "<plan/>"},
      {"no audience", manifest("a", "")},
      {"an unknown audience", manifest("a", "audience=\"everybody\"")},
      {"a path for an id", manifest("../../etc/cron")},
      {"a long id", manifest(std::string(500, 'a'))},
      {"an entity", "<!DOCTYPE manifest [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + manifest("&x;")},
      {"bytes", std::string("\0\xFF\x01", 3)},
  };
  for (const auto& [what, text] : broken) {
    INFO(what);
    folder.write("bad/manifest.xml", text);
    folder.write("bad/template.html", "<p>x</p>");
    const TemplateList list = folder.read();
    REQUIRE(list.problems.size() == 1);
    CHECK_FALSE(plainText(list.problems[0].message()).empty());
    CHECK(contains(list.problems[0].where(), "bad"));
    CHECK(list.templates.size() == 12);
  }
  const std::pair<const char*, std::string> pages[] = {
      {"an empty page", ""},
      {"a piece that is not there", "{{>../../secret}}"},
      {"a page of 17 MB", std::string(17U << 20U, 'x')},
  };
  folder.write("bad/manifest.xml", manifest("bad"));
  for (const auto& [what, text] : pages) {
    INFO(what);
    folder.write("bad/template.html", text);
    CHECK(folder.read().problems.size() == 1);
  }
  folder.write("bad/template.html", "{{>loop}}");
  folder.write("shared/loop.html", "{{>loop}}{{>loop}}");
  CHECK(folder.read().problems.size() == 1);
}

TEST_CASE("office documents take the look of an organisation's own document of the same format") {
  std::ifstream in(TRACKLOOM_SOURCE_DIR "/templates/documents/shared/reference.docx", std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  DocumentRequest request = requestFor("brief");
  request.format = DocumentFormat::docx;
  request.reference = bytes.str();
  CHECK(contains(toldOf(made(fullPlan(), request), "unzip -p {} word/footer1.xml"), "NUMPAGES"));
  request.format = DocumentFormat::odt;
  CHECK_THROWS_AS(made(fullPlan(), request), Error);
  request.format = DocumentFormat::docx;
  request.reference = "not a document";
  CHECK_THROWS_AS(made(fullPlan(), request), Error);
  request.reference = bytes.str();
  request.attribution = Attribution::nonPaper;
  CHECK_THROWS_AS(made(fullPlan(), request), Error);
}

TEST_CASE("one document in each language is as approved") {
  std::ifstream file(TRACKLOOM_SOURCE_DIR "/templates/examples/yemen-2011-ar.trackloom", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const Plan plan = *xml::read(bytes).plan;
  for (const std::string language : {"en", "fr", "es", "ar"}) {
    std::ifstream words(TRACKLOOM_BINARY_DIR "/lib/trackloom/locale/" + language + ".mo", std::ios::binary);
    DocumentRequest request = requestFor("coordination-matrix", Completeness::draft);
    request.asOf = dayNamed("2013-10-01");
    request.language = language::Language(language == "ar" ? "ar-YE" : language,
                                          {std::istreambuf_iterator<char>(words), std::istreambuf_iterator<char>()});
    test::compareWithGolden("words-" + language + ".txt", wordsOf(htmlOf(plan, ownTemplates(), request)));
  }
}

TEST_CASE("documents that run from right to left do so in tables and drawings of every format") {
  const Plan plan = planOf(R"(<tracks><track id="t1" name="المسار الأول" level="1"/></tracks>
<activities><activity id="x1" title="الجلسة الافتتاحية" tracks="t1" planned-start="2013-10-23" duration="9" start="2013-10-25"/></activities>)",
                           "title=\"الحوار الوطني\" languages=\"ar\"");
  DocumentRequest request = requestFor("process-design");
  request.language = language::Language("ar", "");
  request.format = DocumentFormat::docx;
  const std::string docx = toldOf(made(plan, request), "unzip -p {} word/document.xml");
  CHECK(countOf(docx, "<w:tbl>") == countOf(docx, "<w:bidiVisual />"));
  CHECK(contains(docx, "<w:tblStyle w:val=\"Table\" /><w:bidiVisual />"));
  CHECK(contains(docx, "<w:rtl />"));
  request.format = DocumentFormat::odt;
  const std::string odt = allTexts(made(plan, request));
  CHECK(contains(odt, "<style:table-properties style:writing-mode=\"rl-tb\""));
  request.format = DocumentFormat::pdf;
  CHECK(contains(pdfText(made(plan, request)), "Executive summary"));
}

TEST_CASE("the PDF of an Arabic plan can be searched: its letters come in the order they are read") {
  // Without a lam before an alef, which are one sign: what tells the text here turns these two round.
  const Plan plan = planOf(R"(<tracks><track id="t1" name="مسار المجتمع" level="1"/></tracks>
<activities><activity id="x1" title="جلسة تمهيدية" tracks="t1" planned-start="2013-10-23" duration="9"/></activities>)",
                           "title=\"الحوار الوطني\" languages=\"ar\"");
  DocumentRequest request = requestFor("process-design");
  request.language = language::Language("ar-TN", "");
  request.format = DocumentFormat::pdf;
  const std::string western = pdfText(made(plan, request));
  CHECK(contains(western, "الحوار الوطني"));
  CHECK(contains(western, "جلسة تمهيدية"));
  CHECK(contains(western, "مسار المجتمع"));
  CHECK_FALSE(contains(western, "٢"));
  request.language = language::Language("ar-YE", "");  // which numbers pages as it numbers the rest
  CHECK(contains(pdfText(made(plan, request)), "٢"));
}

TEST_CASE("a heading goes to the sheet of the drawing below it") {
  InstalledPrograms programs;
  const std::string drawing = "\n<figure class=\"drawing across\"><p>a</p></figure>";
  CHECK(pdfPage("<h2 id=\"map\">Map</h2>" + drawing, dayNamed("2013-12-01"), programs) ==
        "<h2 style=\"page: across\" id=\"map\">Map</h2>" + drawing);
  for (const std::string& other : {"<h2>Map</h2><p>Said before</p>" + drawing, drawing,
                                   std::string("<h2>Map</h2><figure class=\"drawing\"></figure>")})
    CHECK(pdfPage(other, dayNamed("2013-12-01"), programs) == other);
}

TEST_CASE("drawings whose script weasyprint cannot set become outlines, each with names of its own") {
  InstalledPrograms programs;
  const std::string latin = "<svg viewBox=\"0 0 9 9\"><text x=\"1\" y=\"5\">Alpha</text></svg>";
  const std::string arabic = "<svg viewBox=\"0 0 90 9\"><text x=\"1\" y=\"5\">الحوار</text></svg>";
  const std::string page = pdfPage("<p>الحوار</p>" + latin + arabic + arabic, dayNamed("2013-12-01"), programs);
  CHECK(contains(page, "<p>الحوار</p>" + latin));
  CHECK(countOf(page, "<text") == 1);
  CHECK(countOf(page, "<svg") == 3);
  CHECK(contains(page, "id=\"outline0-"));
  CHECK(contains(page, "id=\"outline1-"));
}

TEST_CASE("matrices lie on the long side of the sheet") {
  DocumentRequest request = requestFor("coordination-matrix");
  request.format = DocumentFormat::docx;
  const std::string docx = toldOf(made(fullPlan(), request), "unzip -p {} word/document.xml");
  CHECK(contains(docx, "w:w=\"16838\""));
  CHECK(contains(docx, "w:orient=\"landscape\""));
  request.format = DocumentFormat::odt;
  CHECK(contains(toldOf(made(fullPlan(), request), "unzip -p {} styles.xml"), "style:print-orientation=\"landscape\""));
  request.format = DocumentFormat::pdf;
  CHECK(contains(toldOf(made(fullPlan(), request), "pdfinfo {}"), "841.89 x 595.276"));
}

TEST_CASE("names that mean harm are text in every template and format") {
  const Plan plan =
      planOf(R"(<tracks><track id="t1" name="]]&gt; {{title}} &lt;svg onload='x()'&gt;" level="1"/></tracks>
<actors><actor id="a1" name="&lt;script&gt;alert(1)&lt;/script&gt;" layer="primary"/></actors>
<activities><activity id="x1" title="&lt;img src='file:///etc/passwd'&gt; &#x202E;evil" tracks="t1" planned-start="2013-12-10" lead="a1"/></activities>
<bodies><body id="b1" title="Plenary" quorum="&lt;/td&gt;&lt;/table&gt;"/></bodies>)",
             "title=\"&lt;/title&gt;&lt;script&gt;x()&lt;/script&gt;\"");
  for (const std::string& id : templateIds()) {
    INFO(id);
    const std::string html = htmlOf(plan, ownTemplates(), requestFor(id));
    for (const char* bad : {"<script", "<img", "<svg onload", "</td></table>"}) CHECK_FALSE(contains(html, bad));
    CHECK(countOf(html, "<table") == countOf(html, "</table>"));
  }
  for (const DocumentFormat format : formats) {
    DocumentRequest request = requestFor("process-design");
    request.format = format;
    const std::string bytes = made(plan, request);
    const std::string text = readable(bytes, format);
    CHECK_FALSE(contains(text, "root:x:0"));
    if (format == DocumentFormat::docx)
      CHECK(toldOf(bytes, "unzip -p {} word/document.xml | xmllint --noout --huge - 2>&1").empty());
    if (format == DocumentFormat::odt)
      CHECK(toldOf(bytes, "unzip -p {} content.xml | xmllint --noout --huge - 2>&1").empty());
  }
}

TEST_CASE("a name of 10,000 characters does no harm in any format", "[.long]") {
  const Plan plan = planOf("<activities><activity id=\"x1\" title=\"" + std::string(10000, 'W') +
                           "\" planned-start=\"2013-12-10\"/></activities>");
  for (const DocumentFormat format : formats) {
    DocumentRequest request = requestFor("brief");
    request.format = format;
    CHECK(countOf(readable(made(plan, request), format), "W") >= 10000);
  }
}
