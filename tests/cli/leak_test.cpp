#include "checks/study.h"
#include "cli/program.h"
#include "documents/document.h"
#include "plugin/formats.h"
#include "sharing/paper_plan.h"
#include "sharing/redact.h"
#include "support/canaries.h"
#include "support/plan_text.h"
#include "xml/write.h"

#include <catch2/catch.hpp>

// What may not leave the house does not: canaries in every field of every kind, looked for in everything that is made
// of a plan for others. Plans with and without what is hidden also give the same bytes, so that nothing that was
// counted, drawn, spaced or compressed tells of it either.

using namespace trackloom;

namespace {

const Day day = *parseDay("2013-12-01");

plugin::PluginHost builtHost() {
  const std::filesystem::path build = TRACKLOOM_BINARY_DIR;
  return plugin::PluginHost({{build / "lib/trackloom/plugins", "/nowhere"}, "/nowhere/allowed", {"/nowhere/child"}});
}

documents::TemplateList ownTemplates() {
  const std::filesystem::path folders[] = {TRACKLOOM_SOURCE_DIR "/templates/documents"};
  return documents::readTemplates(folders);
}

/// What a program prints when it is given a file with these bytes, which stands for FILE among its words.
std::string printed(const std::string& bytes, const std::string& command) {
  const Folder folder;
  const std::string file = folder / "paper";
  const std::string out = folder / "text";
  std::ofstream(file, std::ios::binary) << bytes;
  std::string line = command;
  line.replace(line.find("FILE"), 4, file);
  REQUIRE(std::system((line + " > " + out).c_str()) == 0);
  return fileText(out);
}

/// The text with words whole that were broken at the end of a line.
std::string rejoined(std::string text) {
  for (const std::string_view end : {"\u2010\n", "\n"})
    for (std::size_t at = text.find(end); at != std::string::npos; at = text.find(end, at)) text.erase(at, end.size());
  return text;
}

/// The bytes, and what stands in them where they are packed.
std::string unpacked(const std::string& bytes) {
  if (bytes.starts_with("PK")) return bytes + printed(bytes, "unzip -p FILE");
  if (bytes.starts_with("%PDF")) {
    const std::string text = printed(bytes, "pdftotext FILE -");
    return bytes + text + rejoined(text) + printed(bytes, "pdfinfo FILE") + printed(bytes, "pdfdetach -list FILE");
  }
  return bytes;
}

void checkNoCanary(const std::string& bytes) {
  const std::string text = unpacked(bytes);
  for (const std::string& canary : testing::canaries()) {
    // Short numbers stand by chance in compressed data and among coordinates: there the bytes are compared.
    const bool isWord = canary.find_first_of("0123456789") == std::string::npos;
    if (!isWord && (bytes.starts_with("\x89PNG") || bytes.starts_with("%PDF") || bytes.starts_with("PK"))) continue;
    const std::size_t at = text.find(canary);
    if (at == std::string::npos) continue;
    INFO(canary << " in …" << text.substr(at < 80 ? 0 : at - 80, 200) << "…");
    CHECK(at == std::string::npos);
    return;
  }
}

std::string exported(const Plan& plan, const std::string& format, Classification audience,
                     const std::string& language = "en") {
  plugin::PluginHost host = builtHost();
  plugin::ExportRequest request{format, day, audience};
  request.language = language::Language(language, std::string());
  return plugin::exportPlan(plan, request, host).bytes;
}

std::vector<std::string> formatIds() {
  std::vector<std::string> ids;
  const plugin::PluginHost host = builtHost();
  for (const plugin::Format& format : plugin::formats(host)) ids.push_back(format.id);
  return ids;
}

/// What papers are made for these readers: in every state of completeness and as non-paper where that costs little.
std::vector<documents::DocumentRequest> requestsFor(const documents::Template& look, Classification audience,
                                                    documents::DocumentFormat format) {
  std::vector<documents::DocumentRequest> requests;
  if (audience < look.least || audience > look.audience) return requests;
  documents::DocumentRequest request;
  request.templateId = look.id;
  request.format = format;
  request.asOf = day;
  request.audience = audience;
  requests.push_back(request);
  if (format != documents::DocumentFormat::html) return requests;
  request.completeness = documents::Completeness::draft;
  requests.push_back(request);
  request.completeness = documents::Completeness::final;
  request.attribution = documents::Attribution::nonPaper;
  requests.push_back(request);
  return requests;
}

/// What a reader gets to see: the paper, or why there is none.
std::string paper(const Plan& plan, const documents::DocumentRequest& request) try {
  static const documents::TemplateList templates = ownTemplates();
  documents::InstalledPrograms programs;
  const documents::DocumentResult result = makeDocument(plan, request, templates, programs);
  CHECK_FALSE(result.failure);
  return result.bytes;
} catch (const documents::NothingAhead& none) {
  return plainText(none.message());
}

void checkExports(Classification audience, const std::vector<std::string>& formats) {
  const testing::CanaryPlans plans(audience);
  const Plan whole = plans.whole();
  const Plan seen = plans.seen();
  for (const std::string& format : formats) {
    INFO(format << " for level " << static_cast<int>(audience));
    const std::string bytes = exported(whole, format, audience);
    checkNoCanary(bytes);
    // The team's own papers hold findings, and these are not said where something hidden may answer them.
    if (audience < Classification::team) CHECK((bytes == exported(seen, format, audience)));
  }
}

void checkPapers(Classification audience, documents::DocumentFormat format) {
  const testing::CanaryPlans plans(audience);
  const Plan whole = plans.whole();
  const Plan seen = plans.seen();
  int made = 0;
  for (const documents::Template& look : ownTemplates().templates) {
    INFO(look.id << " as " << formatName(format) << " for level " << static_cast<int>(audience));
    for (const documents::DocumentRequest& request : requestsFor(look, audience, format)) {
      const std::string bytes = paper(whole, request);
      ++made;
      checkNoCanary(bytes);
      if (audience < Classification::team) CHECK((bytes == paper(seen, request)));
    }
  }
  CHECK(made > 0);
}

/// The ways in which papers write a day.
std::vector<std::string> waysToWrite(Day shown) {
  const std::string iso = isoText(shown);
  std::string compact = iso;
  std::erase(compact, '-');
  return {iso, compact, language::Language().date(shown)};
}

/// Activities that anybody may see and that only wait for each other, and a deadline that counts from the last.
Plan planOfForecasts() {
  return testing::planAsRead(R"(
    <track id="t" name="Talks" classification="public"/>
    <activity id="a" title="First" tracks="t" classification="public" planned-start="2013-11-03" duration="11"/>
    <activity id="b" title="Second" tracks="t" classification="public" duration="17"/>
    <activity id="c" title="Third" tracks="t" classification="public" duration="5"/>
    <activity id="o" title="Begun" tracks="t" classification="public" start="2013-11-20" duration="97"/>
    <dependency id="d" from="a" to="b" lag="77" classification="public"/>
    <dependency id="e" from="b" to="c" lag="31" classification="public"/>
    <deadline id="z" title="Report" of="c" anchor="c" offset="41" classification="public"/>)");
}

std::vector<std::string> forecastsIn(const Plan& plan) {
  const checks::Study study(plan, day);
  std::vector<std::string> ways;
  const auto add = [&](Day shown) {
    for (std::string& way : waysToWrite(shown)) ways.push_back(std::move(way));
  };
  for (const char* id : {"b", "c"}) {
    const checks::Times& times = study.times(*study.find(*ElementId::parse(id)));
    add(checks::firstDay(times.es));
    add(checks::lastDay(times.es, times.ef));
    add(checks::firstDay(times.ef));
  }
  const checks::Times& begun = study.times(*study.find("o"_id));
  add(checks::lastDay(begun.es, begun.ef));
  add(checks::firstDay(begun.ef));
  add(*study.deadlineDay(*study.find("z"_id)));
  return ways;
}

void checkNoForecast(const std::string& bytes, const std::vector<std::string>& forecasts) {
  const std::string text = unpacked(bytes);
  for (const std::string& forecast : forecasts) {
    INFO(forecast);
    CHECK((text.find(forecast) == std::string::npos));
  }
}

}  // namespace

TEST_CASE("canary plans have something to hide in every kind and field, and readers see the rest") {
  const testing::CanaryPlans plans(Classification::partners);
  const Plan whole = plans.whole();
  for (const Kind& kind : kinds()) {
    if (kind.id == KindId::plan) continue;
    INFO(kind.name);
    REQUIRE(whole.all(kind.id).size() >= 1);
    for (const Field& field : kind.fields) {
      INFO(field.name);
      const bool reference = field.type == FieldType::ref || field.type == FieldType::refs;
      const auto hidden = std::ranges::find_if(
          whole.all(kind.id), [](const ElementPtr& element) { return element->id().text().starts_with("Zqx"); });
      REQUIRE(hidden != whole.all(kind.id).end());
      if (!reference && field.name != "field-levels" && field.name != "suggested") CHECK((*hidden)->has(field.number));
    }
  }
  CHECK(plans.seen().size() > kindCount / 2);
}

TEST_CASE("exports for others hold nothing above their level, and do not change with it") {
  for (const Classification audience : {Classification::open, Classification::partners, Classification::team})
    checkExports(audience, {"timeline.svg", "actor-map.svg", "link-map.svg", "html-view", "icalendar", "xlsx"});
}

TEST_CASE("exports in another language of the plan hold nothing above their level either") {
  for (const Classification audience : {Classification::open, Classification::partners}) {
    const testing::CanaryPlans plans(audience);
    for (const char* format : {"timeline.svg", "actor-map.svg", "html-view"}) {
      INFO(format);
      const std::string bytes = exported(plans.whole(), format, audience, "ar");
      checkNoCanary(bytes);
      CHECK((bytes == exported(plans.seen(), format, audience, "ar")));
    }
  }
}

TEST_CASE("canaries can be found where they may be seen") {
  const Plan whole = testing::CanaryPlans(Classification::team).whole();
  for (const char* format : {"timeline.svg", "html-view", "icalendar", "xlsx", "timeline.pdf"}) {
    INFO(format);
    CHECK(unpacked(exported(whole, format, Classification::core)).find("Zqx") != std::string::npos);
  }
  CHECK(unpacked(exported(whole, "html-view", Classification::core)).find("2471") != std::string::npos);
  CHECK(unpacked(exported(whole, "html-view", Classification::core)).find("4711") != std::string::npos);
}

TEST_CASE("what follows from a whole plan is told to others without a name in it") {
  const Folder folder;
  const std::string file = folder / "whole.trackloom";
  std::ofstream(file, std::ios::binary) << xml::write(testing::CanaryPlans(Classification::open).whole());
  for (const char* audience : {"public", "partners", "team"})
    for (const char* what : {"actors", "transfers", "dependencies"}) {
      const Ended said = called({"network", file, "--what", what, "--audience", audience});
      INFO(what << ' ' << audience << '\n' << said.out);
      CHECK(said.code == 0);
      CHECK(said.out.find("Zqx") == std::string::npos);
    }
}

TEST_CASE("papers for others hold nothing above their level, and do not change with it") {
  for (const Classification audience : {Classification::open, Classification::partners, Classification::team})
    checkPapers(audience, documents::DocumentFormat::html);
}

namespace {

/// What is made of a plan with suggestions is what is made of it without them, for whomever.
void checkSuggestionsStay(Classification audience, const std::vector<std::string>& formats,
                          std::initializer_list<documents::DocumentFormat> kinds) {
  const testing::CanaryPlans plans(std::min(audience, Classification::team));
  const Plan kept = plans.seen();
  const Plan suggesting = plans.suggesting();
  REQUIRE(suggesting.size() > kept.size() + kindCount / 2);
  for (const std::string& format : formats) {
    INFO(format << " for level " << static_cast<int>(audience));
    const std::string bytes = exported(suggesting, format, audience);
    checkNoCanary(bytes);
    CHECK((bytes == exported(kept, format, audience)));
  }
  for (const documents::DocumentFormat format : kinds)
    for (const documents::Template& look : ownTemplates().templates)
      for (const documents::DocumentRequest& request : requestsFor(look, audience, format)) {
        INFO(look.id << " as " << formatName(format) << " for level " << static_cast<int>(audience));
        const std::string bytes = paper(suggesting, request);
        checkNoCanary(bytes);
        CHECK((bytes == paper(kept, request)));
      }
}

constexpr Classification allLevels[] = {Classification::open, Classification::partners, Classification::team,
                                        Classification::core};

}  // namespace

TEST_CASE("nothing that is made of a plan holds what is only suggested in it, not for the team either") {
  for (const Classification audience : allLevels) {
    checkSuggestionsStay(audience, {"timeline.svg", "actor-map.svg", "link-map.svg", "html-view", "icalendar", "xlsx"},
                         {documents::DocumentFormat::html});
    const testing::CanaryPlans plans(std::min(audience, Classification::team));
    CHECK(sharing::planForPaper(plans.suggesting(), {audience, day}).plan ==
          sharing::planForPaper(plans.seen(), {audience, day}).plan);
    const sharing::RedactionRequest request{audience, day, "a seed of a length that seeds have", {}};
    CHECK(sharing::redact(plans.suggesting(), request).plan == sharing::redact(plans.seen(), request).plan);
  }
}

TEST_CASE("every format of every drawing, plugin and paper is without what is only suggested", "[.long]") {
  for (const Classification audience : allLevels)
    checkSuggestionsStay(
        audience, formatIds(),
        {documents::DocumentFormat::docx, documents::DocumentFormat::odt, documents::DocumentFormat::pdf});
}

TEST_CASE("what commands work out of a plan rests on nothing that is only suggested") {
  const Folder folder;
  const auto written = [&](const char* name, const Plan& plan) {
    const std::string file = folder / name;
    std::ofstream(file, std::ios::binary) << xml::write(plan);
    return file;
  };
  const testing::CanaryPlans plans(Classification::team);
  const std::string suggesting = written("suggesting.trackloom", plans.suggesting());
  const std::string kept = written("kept.trackloom", plans.seen());
  const auto number = [](KindId kind) { return std::to_string(static_cast<int>(kind)); };
  const std::string actor = "seen-" + number(KindId::actor);
  const std::string activity = "seen-" + number(KindId::activity);
  const std::vector<std::vector<std::string>> asked{{"schedule"},
                                                    {"schedule", "--format", "csv"},
                                                    {"network"},
                                                    {"network", "--what", "transfers"},
                                                    {"network", "--what", "dependencies"},
                                                    {"match"},
                                                    {"impact", actor},
                                                    {"explain", activity},
                                                    {"network", "--audience", "team"}};
  for (const auto& words : asked) {
    INFO(words.front() << ' ' << words.back());
    const auto answer = [&](const std::string& file) {
      std::vector<std::string> line{words.front(), file};
      line.insert(line.end(), words.begin() + 1, words.end());
      return called(line);
    };
    const Ended said = answer(suggesting);
    CHECK(said.code == 0);
    CHECK(said.out == answer(kept).out);
    CHECK(said.out.find("Zqx") == std::string::npos);
  }
}

TEST_CASE("exports and papers for others hold no forecasts") {
  const Plan plan = planOfForecasts();
  const std::vector<std::string> forecasts = forecastsIn(plan);
  for (const Classification audience : {Classification::open, Classification::partners}) {
    for (const char* format : {"timeline.svg", "link-map.svg", "html-view", "icalendar", "xlsx"}) {
      INFO(format);
      checkNoForecast(exported(plan, format, audience), forecasts);
    }
    for (const documents::Template& look : ownTemplates().templates)
      for (const auto& request : requestsFor(look, audience, documents::DocumentFormat::html)) {
        INFO(look.id);
        checkNoForecast(paper(plan, request), forecasts);
      }
  }
  INFO("forecasts can be found");
  const std::string own = exported(plan, "icalendar", Classification::team);
  CHECK(own.find(forecasts[1]) != std::string::npos);
}

TEST_CASE("every format of every drawing, plugin and paper for others holds nothing above their level", "[.long]") {
  for (const Classification audience : {Classification::open, Classification::partners, Classification::team}) {
    checkExports(audience, formatIds());
    for (const auto format :
         {documents::DocumentFormat::docx, documents::DocumentFormat::odt, documents::DocumentFormat::pdf})
      checkPapers(audience, format);
  }
}
