#include "installation/document_templates.h"

#include "xml/disk_files.h"

#include <filesystem>
#include <vector>

namespace trackloom {

namespace fs = std::filesystem;

documents::TemplateList documentTemplates(const Installation& installation, const std::string& folder) {
  std::vector<fs::path> places{installation.templates / "documents"};
  if (!installation.ownData.empty()) places.push_back(installation.ownData / "templates/documents");
  std::error_code none;
  if (!folder.empty() && !fs::is_directory(folder, none))
    throw Error(ErrorKind::usage, {tr("There is no such folder of templates."), {}}, folder,
                {tr("Name a folder that holds one folder for each template."), {}});
  if (!folder.empty()) places.emplace_back(folder);
  return documents::readTemplates(places);
}

documents::Template changeReportTemplate(const Installation& installation) {
  DiskFiles files;
  const fs::path shared = installation.templates / "documents/shared";
  documents::Template look;
  look.id = "changes";
  look.html = files.read((installation.templates / "changes/page.html").string());
  look.style = files.read((shared / "style.css").string());
  look.referenceDocx = files.read((shared / "reference.docx").string());
  look.referenceOdt = files.read((shared / "reference.odt").string());
  return look;
}

}  // namespace trackloom
