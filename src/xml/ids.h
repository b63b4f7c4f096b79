#pragma once

#include "plan/element_id.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::xml {

/// The ids of the elements read so far, over all kinds.
///
/// Files that Trackloom wrote hold the ids of each section in order. As long as ids come in few ascending runs, a new
/// one is looked for where the earlier ones, in order, have got to: that costs a comparison or two and no look-up.
class Ids {
 public:
  /// Takes an id; false if it is taken already.
  bool take(const ElementId& id);
  /// Takes an id that is derived from what stood in the file: the same file gives the same id.
  ElementId takeDerived(std::string_view kind, std::string_view oldId, std::size_t ordinal);

  /// Notes that an element whose id does not read is given another.
  void replace(const std::string& written, const ElementId& given);
  /// The text of a mention with the ids given in place of those that were replaced, as far as one element only had
  /// them.
  std::string following(std::string_view mention) const;

 private:
  void beginRun(const ElementId& id);
  const ElementId* given(std::string_view written) const;

  std::vector<ElementId> earlier_;  // the ids of the runs before, in order
  std::size_t next_ = 0;            // the first of them that the present run has not passed
  std::vector<ElementId> run_;      // the present run
  ElementId last_;                  // the id asked for last, taken or not
  std::size_t runs_ = 0;
  std::set<ElementId> all_;  // once there are too many runs
  /// The ids given in place of texts that are none; nothing where several elements had the text.
  std::map<std::string, std::optional<ElementId>, std::less<>> replaced_;
};

}  // namespace trackloom::xml
