#pragma once

#include <string_view>

namespace trackloom::documents {

/// What the page to send is made of, as it stood in templates/view/ when the program was built.
struct ViewPieces {
  std::string_view page;  ///< mustache
  std::string_view style;
  std::string_view script;
  std::string_view styleDigest;  ///< SHA-256 in hexadecimal
  std::string_view scriptDigest;
};

ViewPieces viewPieces();

}  // namespace trackloom::documents
