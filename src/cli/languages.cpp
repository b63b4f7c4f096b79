#include "cli/languages.h"

#include "documents/plan_language.h"

#include <filesystem>

namespace trackloom::cli {

namespace fs = std::filesystem;

language::Language languageFor(const Shell& shell, const std::string& asked, const Plan& plan) {
  const std::string tag =
      language::withCountry(asked.empty() ? documents::mainLanguage(plan) : asked, plan.root().text(key::country));
  const std::string code = tag.substr(0, tag.find('-'));
  const fs::path catalogue = shell.installation().catalogues / (code + ".mo");
  std::error_code none;
  if (fs::is_regular_file(catalogue, none)) return {tag, shell.files().read(catalogue.string())};
  if (!asked.empty() && code != "en")
    throw Error(ErrorKind::usage, {tr("There are no words in the language {language}."), {{"language", asked}}}, {},
                {tr("Ask for en, fr, es or ar, with a country if it matters: ar-TN."), {}});
  return {tag, {}};
}

}  // namespace trackloom::cli
