#pragma once

#include "desktop/presenters/speech.h"
#include "documents/document.h"
#include "documents/programs.h"
#include "documents/template_list.h"
#include "plugin/formats.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// Something that can be handed out: a document, a drawing, or another format.
struct Paper {
  enum class Sort : std::uint8_t { document, drawing, other } sort = Sort::document;
  std::string id;
  std::string title;
  std::string help;
  std::vector<std::string> formats;  ///< endings it can be written as, the most useful first
  Classification least = Classification::open;
  Classification most = Classification::core;
};

/// All papers: documents by their templates, drawings, then what plugins write.
std::vector<Paper> papers(const Speech& speech, const documents::TemplateList& templates,
                          const plugin::PluginHost& host);

/// For whom and how a paper is made.
struct PaperWish {
  std::string format;  ///< one of the paper's
  Classification audience = Classification::team;
  documents::Completeness completeness = documents::Completeness::plain;
  language::Language language{};
  Day asOf;
};

struct MadePaper {
  std::string bytes;
  std::string extension;
  std::vector<Message> notes;
};

/// Makes a paper, on whatever thread. Throws what making documents and exporting throw.
class PaperMaker {
 public:
  PaperMaker(const documents::TemplateList& templates, plugin::PluginHost& host, documents::Programs& programs)
      : templates_(templates), host_(host), programs_(programs) {}
  MadePaper make(const Plan& plan, const Paper& paper, const PaperWish& wish);

 private:
  const documents::TemplateList& templates_;
  plugin::PluginHost& host_;
  documents::Programs& programs_;
};

/// For readers outside the team: how much of the plan they may see, and what says so. Empty for the team.
std::string whatIsSeen(const Plan& plan, Classification audience, const Speech& speech);

/// A name for the paper's file, without folders: `tunisia-2013-timeline.pdf`.
std::string paperFileName(const std::string& planPath, const Paper& paper, const std::string& extension);

}  // namespace trackloom::desktop
