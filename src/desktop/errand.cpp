#include "desktop/errand.h"

#include <exception>
#include <utility>

#include <wx/app.h>

namespace trackloom::desktop {

/// Touched by the window only.
struct Errand::Count {
  Guard guard;
  std::uint64_t asked = 0;  ///< how much was asked for
  std::uint64_t done = 0;   ///< of that, up to where the window was told or no longer wants to know
};

Errand::Errand(Guard guard) : count_(std::make_shared<Count>()) { count_->guard = std::move(guard); }

Errand::~Errand() { cancel(); }

void Errand::start(Work work) {
  background_.drop();
  background_.run([count = count_, number = ++count_->asked, work = std::move(work)](const std::stop_token& stop) {
    std::function<void()> tell;
    try {
      tell = work(stop);
    } catch (...) {
      tell = [problem = std::current_exception()] { std::rethrow_exception(problem); };
    }
    wxTheApp->CallAfter([count, number, tell = std::move(tell)] {
      if (count->asked != number || count->done == number) return;
      count->done = number;
      count->guard(tell);
    });
  });
}

void Errand::cancel() {
  background_.drop();
  count_->done = ++count_->asked;
}

bool Errand::isBusy() const { return count_->done != count_->asked; }

}  // namespace trackloom::desktop
