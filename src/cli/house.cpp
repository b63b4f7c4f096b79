#include "cli/house.h"

#include "house_rules/ask_house.h"

#include <iterator>

namespace trackloom::cli {

void HouseRules::declare(Arguments& arguments) {
  arguments.option("--rules", names_, "FILE", tr("A team's own rules too; may stand there several times."));
}

void HouseRules::read(const Shell& shell) {
  for (const std::string& name : names_) files_.push_back(house_rules::readRuleFile(shell.files().read(name), name));
}

std::size_t HouseRules::questions() const {
  std::size_t count = 0;
  for (const house_rules::RuleFile& file : files_)
    for (const house_rules::Pattern& pattern : file.patterns) count += pattern.questions.size();
  return count;
}

void HouseRules::addFindings(const Shell& shell, const checks::Study& study,
                             std::vector<checks::Finding>& findings) const {
  const std::vector<std::string> command{shell.installation().executable.string(), "rules-run"};
  for (const house_rules::RuleFile& file : files_) {
    auto found = house_rules::ask(file, study, command);
    std::move(found.begin(), found.end(), std::back_inserter(findings));
  }
  checks::sortByLevel(findings);
}

}  // namespace trackloom::cli
