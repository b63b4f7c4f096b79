#include "installation/catalogues.h"

#include "documents/plan_language.h"
#include "plan/error.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace trackloom {

namespace fs = std::filesystem;

std::optional<language::Language> installedLanguage(const Installation& installation, const std::string& tag) {
  const std::string code = tag.substr(0, tag.find('-'));
  std::ifstream file(installation.catalogues / (code + ".mo"), std::ios::binary);
  if (file) return language::Language(tag, {std::istreambuf_iterator<char>(file), {}});
  if (code == "en") return language::Language(tag, {});
  return std::nullopt;
}

std::vector<language::Language> installedLanguages(const Installation& installation) {
  std::vector<language::Language> languages;
  for (const char* code : {"en", "fr", "es", "ar"})
    if (auto language = installedLanguage(installation, code)) languages.push_back(*std::move(language));
  return languages;
}

language::Language languageFor(const Installation& installation, const std::string& asked, const Plan& plan,
                               const Audience& audience) {
  const Plan seen = visibleTo(Plan().with(plan.root()), audience);
  const std::string tag =
      language::withCountry(asked.empty() ? documents::mainLanguage(seen) : asked, seen.root().text(key::country));
  if (const auto found = installedLanguage(installation, tag)) return *found;
  if (!asked.empty())
    throw Error(ErrorKind::usage, {tr("There are no words in the language {language}."), {{"language", asked}}}, {},
                {tr("Ask for en, fr, es or ar, with a country if it matters: ar-TN."), {}});
  return {tag, {}};
}

}  // namespace trackloom
