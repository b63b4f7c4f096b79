#include "documents/template_list.h"

#include "plan/error.h"
#include "plan/vocabulary.h"
#include "xml/manifest.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace trackloom::documents {
namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Classification audienceOf(const xml::Manifest& manifest, const std::string& where) {
  const auto found = manifest.values.find("audience");
  const auto level =
      found == manifest.values.end() ? std::nullopt : findTerm(VocabularyId::classification, found->second);
  if (level) return static_cast<Classification>(*level);
  throw Error(ErrorKind::unreadable, {tr("The template does not say for whom its documents are."), {}}, where,
              {tr("Give its manifest audience=\"public\", \"partners\", \"team\" or \"core\"."), {}});
}

Template readTemplate(const fs::path& folder) {
  const std::string where = (folder / "manifest.xml").string();
  const xml::Manifest manifest = xml::readManifest(bytesOf(where), where);
  Template read;
  read.id = manifest.id;
  read.title = manifest.title;
  read.help = manifest.help;
  read.audience = audienceOf(manifest, where);
  read.html = bytesOf(folder / "template.html");
  read.style = bytesOf(folder / "style.css");
  read.referenceDocx = bytesOf(folder / "reference.docx");
  read.referenceOdt = bytesOf(folder / "reference.odt");
  if (!read.html.empty()) return read;
  throw Error(ErrorKind::unreadable, {tr("The template has no text."), {}}, (folder / "template.html").string(),
              {tr("Write its page into template.html, or remove the folder."), {}});
}

}  // namespace

const Template* TemplateList::find(std::string_view id) const {
  const auto found = std::ranges::find(templates, id, &Template::id);
  return found == templates.end() ? nullptr : &*found;
}

TemplateList readTemplates(const fs::path& directory) {
  TemplateList list;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(directory, none))
    if (fs::is_regular_file(entry.path() / "manifest.xml", none)) list.templates.push_back(readTemplate(entry.path()));
  std::ranges::sort(list.templates, {}, &Template::id);
  return list;
}

}  // namespace trackloom::documents
