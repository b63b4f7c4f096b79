#pragma once

#include "installation/installation.h"

#include <filesystem>
#include <string>
#include <vector>

namespace trackloom {

/// The names of the plans to begin with, sorted.
std::vector<std::string> planTemplateIds(const Installation& installation);

/// Where such a plan lies. Throws an `Error` of kind usage that names those there are.
std::filesystem::path planTemplate(const Installation& installation, const std::string& id);

}  // namespace trackloom
