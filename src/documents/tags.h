#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::documents {

/// An attribute of a tag: its name in lower case, its value as written, and where it stands in the page.
struct Attribute {
  std::string name;
  std::string_view value;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A tag of a page of HTML.
struct Tag {
  std::string name;  ///< in lower case
  bool closing = false;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind its `>`
  std::vector<Attribute> attributes;

  std::optional<std::string_view> get(std::string_view attribute) const;
};

/// The next tag from a place on, passing over comments and declarations.
std::optional<Tag> nextTag(std::string_view html, std::size_t from);

/// The page without anything that points outside it: attributes that name a file or address (unless `#…` or an image in
/// `data:`), `url(…)` and `@import` in styles. What other programs read of it can then not make them fetch anything.
std::string withoutOutsideReferences(const std::string& html);

/// The page without its images; drawings stay.
std::string withoutImages(const std::string& html);

}  // namespace trackloom::documents
