#include "documents/template_list.h"
#include "documents/template_words.h"
#include "language/language.h"
#include "plan/kind.h"
#include "plan/vocabulary.h"
#include "support/golden.h"

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

/// Words that translators do not find marked in the source: those of templates, kinds and vocabularies.
std::set<std::string> unmarkedWords() {
  std::set<std::string> words;
  const std::filesystem::path folders[] = {source / "templates/documents"};
  for (const documents::Template& look : documents::readTemplates(folders).templates) {
    words.insert(look.title);
    for (std::string& word : documents::templateWords(look.html)) words.insert(std::move(word));
  }
  for (std::string& word : documents::templateWords(contents(source / "templates/changes/page.html")))
    words.insert(std::move(word));
  for (const Kind& kind : kinds()) {
    words.emplace(kind.label);
    for (const Field& field : kind.fields) words.emplace(field.label);
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
std::map<std::string, std::string> catalogue(const std::string& language) {
  std::map<std::string, std::string> words;
  std::istringstream lines(outputOf("msgcat --no-wrap '" + (source / "po" / (language + ".po")).string() + "'"));
  std::string line;
  std::string id;
  while (std::getline(lines, line)) {
    if (line.starts_with("msgid ")) id = unquoted(line);
    if (line.starts_with("msgstr ") && !id.empty()) words[id] = unquoted(line);
  }
  return words;
}

/// The names of the places of a pattern.
std::multiset<std::string> placesOf(const std::string& pattern) {
  std::multiset<std::string> names;
  for (std::size_t at = pattern.find('{'); at != std::string::npos; at = pattern.find('{', at + 1)) {
    const std::size_t end = pattern.find_first_of("}|", at);
    if (end != std::string::npos && pattern[end] == '}') names.insert(pattern.substr(at + 1, end - at - 1));
  }
  return names;
}

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

TEST_CASE("what translators are asked for is what drawings and documents say") {
  const std::string made = outputOf(
      "cd '" + source.string() +
      "' && LC_ALL=C xgettext --from-code=UTF-8 --keyword=tr --omit-header --no-location --no-wrap --sort-output "
      "--output=- $(find src/language src/scene src/documents src/sharing src/tables src/plan -name '*.cpp' | LC_ALL=C sort) "
      "po/words.pot "
      "2>/dev/null");
  checkGolden("po/trackloom.pot", made);
}

TEST_CASE("every translation keeps the places of its pattern and breaks no rule of wording") {
  for (const auto& [language, wrong] : forbidden) {
    const auto words = catalogue(language);
    CHECK(words.size() > 500);
    for (const auto& [english, other] : words) {
      if (other.empty()) continue;
      INFO(language << ": " << english << " → " << other);
      const auto wanted = placesOf(english);
      const auto there = placesOf(other);
      CHECK(std::set<std::string>(wanted.begin(), wanted.end()) == std::set<std::string>(there.begin(), there.end()));
      for (const std::string& word : wrong) CHECK(other.find(word) == std::string::npos);
    }
  }
}
