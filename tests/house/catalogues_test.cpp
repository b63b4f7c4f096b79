#include "installation/catalogues.h"

#include "checks/rule.h"
#include "checks/study.h"
#include "documents/explanation.h"
#include "documents/template_list.h"
#include "documents/template_words.h"
#include "documents/wording.h"
#include "language/language.h"
#include "plan/kind.h"
#include "plan/vocabulary.h"
#include "plugin/plugin_list.h"
#include "support/golden.h"
#include "xml/disk_files.h"
#include "xml/read.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>

using namespace trackloom;

namespace {

const std::filesystem::path source = TRACKLOOM_SOURCE_DIR;

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What the plans to begin with are called, say of themselves and hold.
void addPlanTemplates(std::set<std::string>& words) {
  for (const auto& file : std::filesystem::directory_iterator(source / "templates/plans")) {
    const xml::Reading reading = xml::read(contents(file.path()));
    REQUIRE(reading.plan);
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : reading.plan->all(kind.id))
        for (const Element::Slot& slot : element->slots())
          if (const Text* text = std::get_if<Text>(&slot.value); text && kind.fields[slot.position].translatable)
            words.insert(*text);
  }
}

void addPlugins(std::set<std::string>& words) {
  DiskFiles files;
  const plugin::Permissions none(files, {});
  for (const plugin::PluginEntry& plugin : plugin::listPlugins(files, {source / "plugins", {}}, none))
    words.insert({plugin.title, plugin.help});
}

/// Words that translators do not find marked in the source: those of templates, plugins, rules, kinds and vocabularies.
/// The meaning of vocabulary words is told to programs only.
std::set<std::string> unmarkedWords() {
  std::set<std::string> words;
  addPlanTemplates(words);
  addPlugins(words);
  for (const checks::Rule& rule : checks::rules()) {
    for (const std::string_view text : {rule.title, rule.help, rule.clears, rule.source}) words.emplace(text);
    for (const checks::ThresholdDefault& threshold : rule.thresholds) words.emplace(threshold.help);
  }
  const std::filesystem::path folders[] = {source / "templates/documents"};
  for (const documents::Template& look : documents::readTemplates(folders).templates) {
    words.insert({look.title, look.help});
    for (std::string& word : documents::templateWords(look.html)) words.insert(std::move(word));
  }
  for (std::string& word : documents::templateWords(contents(source / "templates/changes/page.html")))
    words.insert(std::move(word));
  for (const Kind& kind : kinds()) {
    for (const std::string_view text : {kind.label, kind.pluralLabel, kind.help}) words.emplace(text);
    for (const Field& field : kind.fields) {
      words.emplace(field.label);
      words.emplace(field.help);
    }
  }
  for (const Vocabulary& vocabulary : vocabularies())
    for (const Term& term : vocabulary.terms) words.emplace(term.label);
  return words;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' || c == '\\' ? "\\" : "") += c;
  return out + '"';
}

std::string outputOf(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  REQUIRE(pipe);
  std::string out;
  std::array<char, 4096> part{};
  while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe.get())) out.append(part.data(), count);
  return out;
}

std::string unquoted(const std::string& line) {
  std::string out;
  const std::size_t end = line.rfind('"');
  for (std::size_t i = line.find('"') + 1; i < end; ++i) {
    if (line[i] == '\\') ++i;
    out += line[i];
  }
  return out;
}

/// The translations of a catalogue, by what they translate.
std::map<std::string, std::string> catalogue(const std::string& file) {
  std::map<std::string, std::string> words;
  std::istringstream lines(outputOf("msgcat --no-wrap '" + (source / "po" / file).string() + "'"));
  std::string line;
  std::string id;
  while (std::getline(lines, line)) {
    if (line.starts_with("msgid ")) id = unquoted(line);
    if (line.starts_with("msgstr ") && !id.empty()) words[id] = unquoted(line);
  }
  return words;
}

/// The names of the places of a pattern; forms for a number say it too, in words or by their `#`.
std::set<std::string> placesOf(const std::string& pattern) {
  std::set<std::string> names;
  for (std::size_t at = pattern.find('{'); at != std::string::npos; at = pattern.find('{', at + 1)) {
    const std::size_t end = pattern.find_first_of("}|", at);
    if (end != std::string::npos) names.insert(pattern.substr(at + 1, end - at - 1));
  }
  return names;
}

/// How many forms each choice of forms in a pattern has.
std::set<std::size_t> formsOf(const std::string& pattern) {
  std::set<std::size_t> counts;
  for (std::size_t at = pattern.find('{'); at != std::string::npos; at = pattern.find('{', at + 1)) {
    const std::string inside = pattern.substr(at, pattern.find('}', at) - at);
    if (const auto bars = std::count(inside.begin(), inside.end(), '|'); bars > 0)
      counts.insert(static_cast<std::size_t>(bars));
  }
  return counts;
}

/// As many as the language has kinds of numbers; French and Spanish say millions as they say two.
const std::map<std::string, std::size_t> formCount = {{"fr", 2}, {"es", 2}, {"ar", 6}};

const std::map<std::string, std::vector<std::string>> forbidden = {
    {"fr", {"spoiler", "fauteur", "saboteur", "obstacle", "captur", "évinc", "exclu"}},
    {"es", {"spoiler", "saboteador", "aguafiestas", "obstáculo", "captur", "excluid", "excluir"}},
    {"ar", {"مفسد", "مخرّب", "مخرب", "معرقل", "عقبة", "عائق", "استحواذ", "مستبعد", "إقصاء", "مقصى"}}};

}  // namespace

TEST_CASE("words that are not marked in the source are listed for translators") {
  std::string pot = "# Words of templates, kinds and vocabularies. Made by ./dev approve.\n";
  pot += "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n";
  for (const std::string& word : unmarkedWords()) pot += "\nmsgid " + quoted(word) + "\nmsgstr \"\"\n";
  checkGolden("po/words.pot", pot);
}

/// Everything the program says but for the command line, whose options and errors are in English; the findings that it
/// lists are the same in every language.
TEST_CASE("what translators are asked for is all that the program says to those who read plans") {
  const std::string all =
      outputOf("cd '" + source.string() +
               "' && LC_ALL=C xgettext --from-code=UTF-8 --keyword=tr --no-location --no-wrap --sort-output --output=- "
               "$(find src '(' -name '*.cpp' -o -name '*.h' ')' -not -path 'src/cli/*' | LC_ALL=C sort) "
               "src/cli/check_text.cpp po/words.pot");
  // The header that xgettext makes says when; without one it drops what is not ASCII.
  const std::size_t end = all.find("\n\n");
  REQUIRE(end != std::string::npos);
  const std::string made =
      "# All words of Trackloom. Made by ./dev approve.\nmsgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; "
      "charset=UTF-8\\n\"\n" +
      all.substr(end + 1);
  checkGolden("po/trackloom.pot", made);
}

TEST_CASE("every translation keeps the places of its pattern and breaks no rule of wording") {
  for (const auto& [language, wrong] : forbidden) {
    const auto words = catalogue(language + ".po");
    CHECK(words.size() > 500);
    for (const auto& [english, other] : words) {
      if (other.empty()) continue;
      INFO(language << ": " << english << " → " << other);
      CHECK(placesOf(english) == placesOf(other));
      for (const std::size_t count : formsOf(english)) CHECK(count == 2);
      for (const std::size_t count : formsOf(other)) CHECK(count == formCount.at(language));
      for (const std::string& word : wrong) CHECK(other.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("sentences that both programs say name neither of them, nor options of a command line") {
  for (const auto& [english, other] : catalogue("fr.po")) {
    if (english == "{count} more follow from it; trackloom-cli explain names them.")
      continue;  // the command line's own
    INFO(english);
    CHECK(english.find("trackloom-cli") == std::string::npos);
    for (std::size_t at = english.find("--"); at != std::string::npos; at = english.find("--", at + 2))
      CHECK_FALSE((at + 2 < english.size() && english[at + 2] >= 'a' && english[at + 2] <= 'z'));
  }
}

TEST_CASE("nothing that translators are asked for stays in English") {
  const auto asked = catalogue("trackloom.pot");
  CHECK(asked.size() > 2000);
  for (const auto& [language, wrong] : forbidden) {
    const auto words = catalogue(language + ".po");
    const language::Language uncatalogued(language, "");  // knows the months, which are the country's own
    for (const auto& [english, none] : asked) {
      if (uncatalogued.knows(english)) continue;
      INFO(language << ": " << english);
      const auto found = words.find(english);
      CHECK((found != words.end() && !found->second.empty()));
    }
  }
}

TEST_CASE("catalogues hold nothing that is not said any more") {
  const auto asked = catalogue("trackloom.pot");
  for (const auto& [language, wrong] : forbidden)
    for (const auto& [english, other] : catalogue(language + ".po")) {
      INFO(language << ": " << english);
      CHECK(asked.contains(english));
    }
}

TEST_CASE("what the checks find in the examples is said whole in every language") {
  const Installation installation = findInstallation(TRACKLOOM_BINARY_DIR "/bin/trackloom");
  for (const auto& [tag, wrong] : forbidden) {
    const auto language = installedLanguage(installation, tag);
    REQUIRE(language);
    std::size_t said = 0;
    for (const auto& file : std::filesystem::directory_iterator(source / "templates/examples")) {
      if (file.path().extension() != ".trackloom") continue;
      const xml::Reading reading = xml::read(contents(file.path()));
      REQUIRE(reading.plan);
      const Date* asOf = reading.plan->root().get(Key<Date>{"as-of"});
      const checks::Study study(*reading.plan, asOf ? asOf->first() : dayOf({2014, 1, 1}));
      const std::vector<checks::Finding> findings = check(study);
      const documents::Material material{study, Classification::core, {}, *language};
      for (const checks::Finding& finding : findings)
        for (const documents::ExplainedPart& part : explainFinding(material, findings, finding)) {
          documents::said(material, part.heading);
          for (const Message& line : part.lines) documents::said(material, line);
          ++said;
        }
    }
    CHECK(said > 100);
    for (const std::string& english : language->missing()) {
      INFO(tag << ": " << english);
      CHECK(false);
    }
  }
}
