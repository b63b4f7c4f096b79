#pragma once

#include "desktop/errand.h"
#include "documents/pdf_pages.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <wx/bitmap.h>
#include <wx/scrolwin.h>

namespace trackloom::desktop {

/// A PDF and how large its pages are.
struct PagesToShow {
  std::string pdf;
  std::vector<documents::PageSize> sizes;
  documents::WorkPlace workPlace = documents::WorkPlace::disk;
};

/// Shows the pages of a PDF one below the other, as they will be printed.
class PagesView : public wxScrolledCanvas {
 public:
  PagesView(wxWindow* parent, Errand::Guard guard, const std::string& name);

  void show(std::shared_ptr<const PagesToShow> pages);
  /// A sentence in place of pages.
  void say(const std::string& sentence);
  std::size_t pageCount() const { return pages_ ? pages_->sizes.size() : 0; }
  /// Hears which page is in view, counted from one, and of how many; none: nothing is.
  std::function<void(std::size_t page, std::size_t count)> onPage;
  /// Whether everything in view has been drawn.
  bool isComplete() const { return complete_; }

 private:
  void paint();
  void layOut();
  void tellPage();
  void askFor(std::size_t page);
  void zoom(double factor);
  void takeKey(wxKeyEvent& key);
  double pixelsPerPoint() const;
  int dotsPerInch() const;
  wxSize sizeOf(std::size_t page) const;

  struct Picture {
    int dotsPerInch = 0;
    wxBitmap bitmap;
  };

  std::shared_ptr<const PagesToShow> pages_;
  std::string sentence_;
  std::map<std::size_t, Picture> pictures_;
  std::vector<int> tops_;  ///< of the pages, in pixels, and the end of the last
  double magnification_ = 1;
  std::pair<std::size_t, std::size_t> told_;  ///< the page in view, and of how many
  bool complete_ = true;
  Errand drawing_;
};

}  // namespace trackloom::desktop
