#include "documents/sections.h"

#include "documents/fill.h"
#include "documents/tags.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace trackloom::documents {
namespace {

struct Section {
  std::string id;
  std::optional<std::string> gap;
  std::optional<std::size_t> parent;
  std::size_t begin = 0, bodyBegin = 0, bodyEnd = 0, end = 0;
  std::size_t headingBegin = 0, headingText = 0, headingTextEnd = 0, headingEnd = 0;  // 0: no heading
  std::string number;
  int children = 0;
  bool filled = false;

  bool hasHeading() const { return headingEnd != 0; }
};

bool isHeading(const Tag& tag) {
  return tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6';
}

bool readable(std::string_view text) { return text.find_first_not_of(" \t\r\n") != std::string_view::npos; }

/// Finds the sections of a page, in the order they open.
class SectionReader {
 public:
  SectionReader(std::string_view html, const std::string& where) : html_(html), where_(where) {}

  std::vector<Section> read() {
    std::size_t at = 0;
    while (const auto tag = nextTag(html_, at)) {
      takeText(html_.substr(at, tag->begin - at));
      take(*tag);
      at = tag->end;
    }
    if (!open_.empty()) refuse(sections_[open_.back()].id);
    return std::move(sections_);
  }

 private:
  void take(const Tag& tag) {
    if (tag.name == "section") return tag.closing ? close(tag) : open(tag);
    if (tag.name == "svg" || tag.name == "img") return markFilled();
    if (!isHeading(tag)) return;
    inHeading_ = !tag.closing;
    if (open_.empty()) return;
    Section& section = sections_[open_.back()];
    if (!tag.closing && !section.headingText) {
      section.headingBegin = tag.begin;
      section.headingText = tag.end;
    } else if (tag.closing && !section.hasHeading()) {
      section.headingTextEnd = tag.begin;
      section.headingEnd = tag.end;
    }
  }

  void open(const Tag& tag) {
    Section section;
    section.id = tag.get("id").value_or("");
    if (const auto gap = tag.get("data-gap")) section.gap = *gap;
    if (!open_.empty()) section.parent = open_.back();
    section.begin = tag.begin;
    section.bodyBegin = tag.end;
    open_.push_back(sections_.size());
    sections_.push_back(std::move(section));
  }

  void close(const Tag& tag) {
    if (open_.empty()) refuse("");
    Section& section = sections_[open_.back()];
    section.bodyEnd = tag.begin;
    section.end = tag.end;
    open_.pop_back();
  }

  void takeText(std::string_view text) {
    if (!inHeading_ && !open_.empty() && readable(text)) markFilled();
  }

  void markFilled() {
    for (const std::size_t at : open_) sections_[at].filled = true;
  }

  [[noreturn]] void refuse(const std::string& id) const {
    throw Error(ErrorKind::unreadable,
                {tr("A section of the template is not closed, or closed twice: {section}"), {{"section", id}}}, where_,
                {tr("Give every <section> its own </section> in template.html."), {}});
  }

  std::string_view html_;
  const std::string& where_;
  std::vector<Section> sections_;
  std::vector<std::size_t> open_;
  bool inHeading_ = false;
};

/// Writes the page with its sections numbered.
class SectionWriter {
 public:
  SectionWriter(std::string_view html, std::vector<Section> sections, const SectionStyle& style)
      : html_(html), sections_(std::move(sections)), style_(style) {}

  NumberedPage write() {
    std::size_t at = 0;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      Section& section = sections_[i];
      if (!section.gap || section.begin < at) continue;
      const bool left = !section.filled && style_.completeness == Completeness::final;
      copy(at, section.begin);
      at = section.end;
      if (left) {
        page_.leftOut.push_back({tr("Left out, because nothing is recorded for it that may be shown: “{section}”."),
                                 {{"section", heading(section)}}});
        continue;
      }
      number(section);
      out_ += "<section>";
      writeHeading(section);
      if (section.filled) {
        at = section.hasHeading() ? section.headingEnd : section.bodyBegin;
      } else {
        out_ += gapText(section) + "</section>";
      }
    }
    copy(at, html_.size());
    insertContents();
    page_.html = std::move(out_);
    return std::move(page_);
  }

 private:
  void copy(std::size_t from, std::size_t to) { out_.append(html_.substr(from, to - from)); }

  std::string said(const char* words) const { return escaped(style_.language.translated(words)); }

  std::string heading(const Section& section) const {
    return std::string(html_.substr(section.headingText, section.headingTextEnd - section.headingText));
  }

  void number(Section& section) {
    Section* parent = section.parent ? &sections_[*section.parent] : nullptr;
    int& count = parent ? parent->children : count_;
    section.number = (parent && !parent->number.empty() ? parent->number + "." : "") +
                     style_.language.digits(std::to_string(++count));
  }

  void writeHeading(const Section& section) {
    if (!section.hasHeading()) return;
    const std::string tag(html_.substr(section.headingBegin + 1, 2));
    const std::string text = heading(section);
    out_ += "<" + tag + " id=\"" + section.id + "\">" + section.number + ". " + text + "</" + tag + ">";
    if (!section.parent)
      contents_ += "<li><a href=\"#" + section.id + "\">" + section.number + ". " + text + "</a></li>\n";
  }

  std::string gapText(const Section& section) const {
    if (style_.completeness == Completeness::draft)
      return marked("gap", "Gap", said(tr("Nothing that may be shown is recorded here yet.")) + " " + *section.gap);
    return marked("unrecorded", "Unrecorded", said(tr("Nothing is recorded that may be shown here.")));
  }

  /// The style's name is for the programs that make office documents of the page.
  static std::string marked(const std::string& name, const std::string& style, const std::string& text) {
    return "<div class=\"" + name + "\" data-custom-style=\"" + style + "\"><p>" + text + "</p></div>";
  }

  void insertContents() {
    for (auto tag = nextTag(out_, 0); tag; tag = nextTag(out_, tag->end)) {
      if (tag->name != "nav" || tag->closing || tag->get("id") != "contents") continue;
      const auto close = out_.find("</nav>", tag->end);
      if (close != std::string::npos) out_.insert(close, "<ul>\n" + contents_ + "</ul>\n");
      return;
    }
  }

  std::string_view html_;
  std::vector<Section> sections_;
  const SectionStyle& style_;
  NumberedPage page_;
  std::string out_;
  std::string contents_;
  int count_ = 0;
};

}  // namespace

NumberedPage numberSections(const std::string& html, const SectionStyle& style, const std::string& where) {
  return SectionWriter(html, SectionReader(html, where).read(), style).write();
}

}  // namespace trackloom::documents
