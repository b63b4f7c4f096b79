#pragma once

#include "documents/context.h"
#include "documents/view_topics.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace trackloom::documents {

/// A part of the page to send, as its contents list it.
struct ViewSection {
  std::string anchor;
  std::string label;
  std::size_t count = 0;  ///< of entries; 0 if it has none to count
};

/// What the tables of the page to send are written from: the elements that have a row there, and their topics.
struct ViewRows {
  explicit ViewRows(const Material& material);

  const Material& material;
  std::map<ElementId, Topics> topics;
  std::vector<std::pair<KindId, std::vector<const checks::Item*>>> kinds;  ///< in the order of the page, none empty
  std::unordered_set<std::string_view> linked;                             ///< ids of elements that have a row
};

/// The anchor of an element's row.
std::string anchorOf(const ElementId& id);

/// Names with links to their rows, with commas between.
std::string linksTo(const ViewRows& rows, std::span<const ElementId> ids);

/// The beginning of a row, by its anchor, with what it has to do with for the filters.
std::string rowStart(const std::string& anchor, const Topics& topics, std::string_view style);

/// What opens a table: its heading with the anchor, what it holds, and titles of columns; the last column is for
/// further fields.
struct TableName {
  std::string kind;
  std::string caption;
};
std::string tableStart(const ViewRows& rows, const ViewSection& section, const TableName& name,
                       std::span<const std::string> columns);
extern const std::string_view tableEnd;

/// The tables of all kinds.
std::string viewTables(const ViewRows& rows, std::vector<ViewSection>& contents);

/// What the plan says of itself, as a list of fields.
std::string planFacts(const ViewRows& rows);

}  // namespace trackloom::documents
