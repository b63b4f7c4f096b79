#include "scene/drawing_options.h"

namespace trackloom::scene {

bool isShown(const checks::Item& item, const DrawingOptions& options) {
  return !options.part || options.part->find(item.id()) != nullptr;
}

std::vector<const checks::Item*> shown(const checks::Study& study, const DrawingOptions& options, KindId kind) {
  std::vector<const checks::Item*> items;
  for (const checks::Item& item : study.all(kind))
    if (isShown(item, options)) items.push_back(&item);
  return items;
}

}  // namespace trackloom::scene
