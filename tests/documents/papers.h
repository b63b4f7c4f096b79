#pragma once

#include "documents/document.h"
#include "documents/template_list.h"
#include "xml/read.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace trackloom::documents {

/// A plan from the inside of its file.
inline Plan planOf(const std::string& sections, const std::string& attributes = {}, const std::string& prose = {}) {
  const std::string file =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\" " +
      (attributes.empty() ? std::string("title=\"A small dialogue\"") : attributes) + ">\n" + prose + sections +
      "</plan>\n";
  const xml::Reading reading = xml::read(file);
  for (const auto& problem : reading.problems) UNSCOPED_INFO(problem.line << ": " << plainText(problem.what));
  REQUIRE(reading.plan);
  CHECK(reading.problems.empty());
  return *reading.plan;
}

inline Day dayNamed(std::string_view text) { return *parseDay(text); }

inline std::size_t countOf(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
  return count;
}

inline bool contains(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

/// A list with one template of the test's own.
inline TemplateList templateOf(const std::string& html, Classification audience = Classification::team) {
  Template look;
  look.id = "test";
  look.audience = audience;
  look.html = html;
  return {{look}};
}

/// The templates that come with the program.
inline TemplateList ownTemplates() { return readTemplates(TRACKLOOM_SOURCE_DIR "/templates/documents"); }

/// Programs of which none is there.
class NoPrograms : public Programs {
 public:
  std::string run(const Task& task) override {
    throw Error(ErrorKind::unwritable, {"{program} is not installed.", {{"program", task.command.front()}}},
                task.command.front(), {});
  }
};

inline std::string htmlOf(const Plan& plan, const TemplateList& templates, DocumentRequest request) {
  NoPrograms none;
  return makeDocument(plan, request, templates, none).bytes;
}

inline DocumentRequest requestFor(const std::string& id, Completeness completeness = Completeness::plain) {
  return {id, DocumentFormat::html, completeness, dayNamed("2013-12-01")};
}

/// A plan in which most sections have something to tell, among it names that try to be markup.
inline Plan fullPlan() {
  return planOf(R"(  <tracks>
    <track id="t1" name="Official talks" level="1" order="1"/>
    <track id="t2" name="Civil society" level="2" order="2"/>
  </tracks>
  <phases>
    <phase id="ph1" title="Preparation" order="1" planned-start="2013-07" planned-finish="2013-10"/>
  </phases>
  <issues>
    <issue id="i1" title="Choice of a prime minister" type="agenda-item"/>
  </issues>
  <objectives>
    <objective id="o1" title="A &lt;b&gt;legitimate&lt;/b&gt; government" level="ambition">
      <if>the parties agree</if>
    </objective>
  </objectives>
  <actors>
    <actor id="a1" name="&lt;script&gt;alert('x')&lt;/script&gt; &amp; Sons" type="union" layer="primary"/>
    <actor id="a2" name="Party of Stones" type="political-party" layer="primary"/>
  </actors>
  <groups>
    <group id="g1" name="Women"/>
  </groups>
  <quotas>
    <quota id="q1" group="g1" body="b1" share="30" agreed="yes"/>
  </quotas>
  <bodies>
    <body id="b1" title="Plenary" type="plenary" count="20" decision-rule="consensus"/>
  </bodies>
  <seats>
    <seat id="s1" body="b1" group="g1" count="3"/>
    <seat id="s2" body="b1" component="North" group="g1"/>
  </seats>
  <activities>
    <activity id="x1" title="Opening session" type="dialogue-plenary" tracks="t1" planned-start="2013-10-23" start="2013-10-25" finish="2013-10-25" lead="a1"/>
    <activity id="x2" title="Selection talks" type="negotiation-round" tracks="t1" planned-start="2013-11-01" duration="7" start="2013-11-01"/>
    <activity id="x3" title="Forum of associations" type="civil-society-forum" tracks="t2" planned-start="2014-01-10" duration="2"/>
  </activities>
  <participations>
    <participation id="p1" who="a1" in="x1" role="convener" status="attended"/>
    <participation id="p2" who="a2" in="x1" role="party" status="declined" reason="Wants elections first"/>
  </participations>
  <transfers>
    <transfer id="h1" from="x3" to="x2" content="ideas" status="planned" planned="2014-02"/>
  </transfers>
  <deadlines>
    <deadline id="d1" title="Name a prime minister" of="x2" anchor="x1" offset="7"/>
  </deadlines>
  <events>
    <event id="e1" title="Talks rest" date="2013-11-04" about="x2" status="suspended"/>
  </events>
)",
                "title=\"Dialogue &amp; &quot;Peace&quot;\" country=\"Somewhere\" languages=\"en\"",
                "  <mandate>Asked for by all.</mandate>\n");
}

}  // namespace trackloom::documents
