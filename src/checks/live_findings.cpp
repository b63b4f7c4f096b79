#include "checks/live_findings.h"

#include "checks/touched.h"

namespace trackloom::checks {

LiveFindings::LiveFindings(Plan plan, Day asOf, CheckOptions options)
    : study_(std::move(plan), asOf),
      options_(std::move(options)),
      answers_(rules().size()),
      due_(rules().size(), true) {
  run();
}

void LiveFindings::follow(Plan plan) {
  const Touched touched = study_.follow(std::move(plan));
  for (std::size_t i = 0; i < answers_.size(); ++i)
    due_[i] = due_[i] || answers_[i].failed || touched.concerns(rules()[i]);
  run();
}

void LiveFindings::run() {
  all_.clear();
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    if (due_[i] && !options_.stop.stop_requested()) {
      answers_[i] = answer(rules()[i], study_, options_);
      due_[i] = false;
    }
    all_.insert(all_.end(), answers_[i].findings.begin(), answers_[i].findings.end());
  }
  conclude(study_, all_);
}

}  // namespace trackloom::checks
