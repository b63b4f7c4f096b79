#include "plan/message.h"

#include "plan/plan.h"

namespace trackloom {
namespace {

struct ArgumentText {
  const Plan* plan;

  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Day day) const { return isoText(day); }
  std::string operator()(const Date& date) const { return date.text(); }
  std::string operator()(const ElementId& id) const {
    const Element* element = plan ? plan->find(id) : nullptr;
    return element ? std::string(element->title()) : id.str();
  }
  std::string operator()(const std::vector<ElementId>& ids) const {
    std::string text;
    for (std::size_t i = 0; i < ids.size(); ++i) text += (i ? ", " : "") + (*this)(ids[i]);
    return text;
  }
};

}  // namespace

std::string plainText(const Message& message, const Plan* plan) {
  std::string out;
  const std::string& pattern = message.pattern;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
    if (close == std::string::npos) return out.append(pattern, at);
    out.append(pattern, at, open - at);
    const std::string_view name(pattern.data() + open + 1, close - open - 1);
    at = close + 1;
    bool found = false;
    for (const auto& place : message.places) {
      if (name != place.name) continue;
      out += std::visit(ArgumentText{plan}, place.value);
      found = true;
      break;
    }
    if (!found) out.append(pattern, open, close + 1 - open);
  }
  return out;
}

}  // namespace trackloom
