#pragma once

#include "desktop/presenters/speech.h"
#include "documents/document.h"
#include "documents/programs.h"
#include "documents/template_list.h"
#include "plugin/formats.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// What can be chosen of a paper beside whom it is for, each of some papers.
enum class PaperDetail : std::uint8_t { about, since, nonPaper, reference, tracks, issues, period, colours, sheet };

/// What was chosen. Nothing, an empty id and an empty list stand for what is usual.
struct PaperDetails {
  ElementId about{};  ///< the activity that a paper about one is about
  std::optional<Day> since{};
  bool nonPaper = false;
  std::string reference{};  ///< the path of an organisation's own document whose look is taken
  Scope scope{};
  std::optional<Day> from{};
  std::optional<Day> until{};
  scene::Theme theme = scene::Theme::colour;
  render::SheetSize sheet = render::SheetSize::a4;
};

/// Something that can be handed out: a document, a drawing, or another format.
struct Paper {
  enum class Sort : std::uint8_t { document, drawing, other } sort = Sort::document;
  std::string id;
  std::string title;
  std::string help;
  std::vector<std::string> formats;             ///< endings it can be written as, the most useful first
  Classification least = Classification::open;  ///< whom it is for at least: others may see nothing of what it tells
  Classification most = Classification::core;
  std::vector<PaperDetail> details{};  ///< what can be chosen of it
};

/// All papers: documents by their templates, drawings, then what plugins write.
std::vector<Paper> papers(const Speech& speech, const documents::TemplateList& templates,
                          const plugin::PluginHost& host);

/// For whom and how a paper is made.
struct PaperWish {
  std::string format;  ///< one of the paper's
  Audience audience = Classification::team;
  documents::Completeness completeness = documents::Completeness::plain;
  language::Language language{};
  Day asOf;
  PaperDetails details{};
};

struct MadePaper {
  std::string bytes;
  std::string extension;
  std::vector<Message> notes;
};

/// Why a paper is not for some readers, and what to do; empty if it is for them.
std::string whyNotFor(const Paper& paper, const Audience& readers, const Speech& speech);

/// What is chosen of a paper, as a menu says it: `Changes since: 1 May 2026`.
std::string whatIsChosen(PaperDetail detail, const PaperDetails& details, const Plan& plan, const Speech& speech);

/// Makes a paper, on whatever thread. Throws what making documents and exporting throw, and where the paper is not for
/// its readers.
class PaperMaker {
 public:
  PaperMaker(const documents::TemplateList& templates, plugin::PluginHost& host, documents::Programs& programs)
      : templates_(templates), host_(host), programs_(programs) {}
  MadePaper make(const Plan& plan, const Paper& paper, const PaperWish& wish);
  /// How a drawing looks. Precondition: the paper is one.
  static scene::Scene drawing(const Plan& plan, const Paper& paper, const PaperWish& wish);

 private:
  const documents::TemplateList& templates_;
  plugin::PluginHost& host_;
  documents::Programs& programs_;
};

/// For readers outside the team: how much of the plan they may see, and what says so. Empty for the team.
std::string whatIsSeen(const Plan& plan, const Audience& audience, const Speech& speech);

/// A name for the paper's file, without folders: `tunisia-2013-timeline.pdf`.
std::string paperFileName(const std::string& planPath, const Paper& paper, const std::string& extension);

}  // namespace trackloom::desktop
