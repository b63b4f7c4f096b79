#include "documents/template_list.h"

#include "documents/pieces.h"
#include "plan/vocabulary.h"
#include "xml/manifest.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <optional>

namespace trackloom::documents {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t maxBytes = 16U << 20U;

/// The content of a file; empty if there is none.
std::string bytesOf(const fs::path& file) {
  std::error_code none;
  if (!fs::is_regular_file(file, none)) return {};
  if (fs::file_size(file, none) > maxBytes)
    throw Error(ErrorKind::unreadable, {tr("The file is too large for a template."), {}}, file.string(),
                {tr("Make it smaller than 16 MB, or remove it."), {}});
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// What stands in the folder `shared` of the directories so far.
struct Shared {
  Pieces pieces;
  std::string style;
  std::string referenceDocx;
  std::string referenceOdt;
};

void replaceIfThere(std::string& bytes, const fs::path& file) {
  std::string own = bytesOf(file);
  if (!own.empty()) bytes = std::move(own);
}

void addShared(Shared& shared, const fs::path& folder) {
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (entry.path().extension() == ".html") shared.pieces[entry.path().stem().string()] = bytesOf(entry.path());
  replaceIfThere(shared.style, folder / "style.css");
  replaceIfThere(shared.referenceDocx, folder / "reference.docx");
  replaceIfThere(shared.referenceOdt, folder / "reference.odt");
}

std::optional<Classification> levelNamed(const xml::Manifest& manifest, const std::string& attribute) {
  const auto found = manifest.values.find(attribute);
  const auto level =
      found == manifest.values.end() ? std::nullopt : findTerm(VocabularyId::classification, found->second);
  return level ? std::optional(static_cast<Classification>(*level)) : std::nullopt;
}

/// Ids name files and are typed by people.
bool isPlainId(std::string_view id) {
  return id.size() <= 64 && std::ranges::all_of(id, [](unsigned char c) { return std::isalnum(c) || c == '-'; });
}

void takeManifest(Template& read, const xml::Manifest& manifest, const std::string& where) {
  if (!isPlainId(manifest.id))
    throw Error(
        ErrorKind::unreadable,
        {tr("The template's id has signs other than letters, digits and hyphens, or more than 64 of them."), {}}, where,
        {tr("Give its manifest an id such as “concept-note”."), {}});
  const auto audience = levelNamed(manifest, "audience");
  if (!audience)
    throw Error(ErrorKind::unreadable, {tr("The template does not say for whom its documents are."), {}}, where,
                {tr("Give its manifest audience=\"public\", \"partners\", \"team\" or \"core\"."), {}});
  read.id = manifest.id;
  read.title = manifest.title;
  read.help = manifest.help;
  read.audience = *audience;
  read.least = levelNamed(manifest, "least").value_or(Classification::open);
}

Template readTemplate(const fs::path& folder, const Shared& shared) {
  const std::string where = (folder / "manifest.xml").string();
  Template read;
  takeManifest(read, xml::readManifest(bytesOf(where), where), where);
  const std::string page = (folder / "template.html").string();
  const std::string html = bytesOf(page);
  if (html.empty())
    throw Error(ErrorKind::unreadable, {tr("The template has no text."), {}}, page,
                {tr("Write its page into template.html, or remove the folder."), {}});
  read.html = withPieces(html, shared.pieces, page);
  read.style = shared.style;
  read.referenceDocx = shared.referenceDocx;
  read.referenceOdt = shared.referenceOdt;
  replaceIfThere(read.style, folder / "style.css");
  replaceIfThere(read.referenceDocx, folder / "reference.docx");
  replaceIfThere(read.referenceOdt, folder / "reference.odt");
  return read;
}

void add(TemplateList& list, Template read) {
  std::erase_if(list.templates, [&](const Template& other) { return other.id == read.id; });
  list.templates.push_back(std::move(read));
}

std::vector<fs::path> foldersIn(const fs::path& directory) {
  std::vector<fs::path> folders;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(directory, none))
    if (fs::exists(entry.path() / "manifest.xml", none)) folders.push_back(entry.path());
  std::ranges::sort(folders);
  return folders;
}

/// Does something that may fail; what goes wrong is kept for those who list the templates.
void noting(std::vector<Error>& problems, auto work) {
  try {
    work();
  } catch (const Error& error) {
    problems.push_back(error);
  }
}

}  // namespace

bool Template::isAboutActivity() const { return html.find("{{#event}}") != html.npos; }

bool Template::tellsChanges() const { return html.find("{{since}}") != html.npos; }

const Template* TemplateList::find(std::string_view id) const {
  const auto found = std::ranges::find(templates, id, &Template::id);
  return found == templates.end() ? nullptr : &*found;
}

TemplateList readTemplates(std::span<const fs::path> directories) {
  TemplateList list;
  Shared shared;
  for (const fs::path& directory : directories) {
    noting(list.problems, [&] { addShared(shared, directory / "shared"); });
    for (const fs::path& folder : foldersIn(directory))
      noting(list.problems, [&] { add(list, readTemplate(folder, shared)); });
  }
  std::ranges::sort(list.templates, {}, &Template::id);
  return list;
}

}  // namespace trackloom::documents
