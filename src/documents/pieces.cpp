#include "documents/pieces.h"

#include "plan/error.h"

#include <string_view>

namespace trackloom::documents {
namespace {

constexpr int maxDepth = 8;
constexpr std::size_t maxBytes = 4U << 20U;

class Assembly {
 public:
  Assembly(const Pieces& pieces, const std::string& where) : pieces_(pieces), where_(where) {}

  void add(std::string_view html, int depth) {
    constexpr std::string_view open = "{{>";
    for (std::size_t at = html.find(open); at != std::string_view::npos; at = html.find(open)) {
      const std::size_t close = html.find("}}", at);
      if (close == std::string_view::npos) break;
      out_.append(html.substr(0, at));
      addPiece(trimmed(html.substr(at + open.size(), close - at - open.size())), depth + 1);
      html.remove_prefix(close + 2);
    }
    out_.append(html);
    if (out_.size() > maxBytes) refuse({tr("The template becomes too long with its pieces."), {}});
  }

  std::string take() { return std::move(out_); }

 private:
  static std::string_view trimmed(std::string_view name) {
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    return name;
  }

  void addPiece(std::string_view name, int depth) {
    const auto found = pieces_.find(name);
    if (found == pieces_.end())
      refuse({tr("The template asks for a piece that is not there: {name}."), {{"name", std::string(name)}}});
    if (depth > maxDepth)
      refuse({tr("Pieces of the template ask for each other: {name}."), {{"name", std::string(name)}}});
    std::string_view piece = found->second;
    if (piece.ends_with('\n')) piece.remove_suffix(1);
    add(piece, depth);
  }

  [[noreturn]] void refuse(Message what) const {
    throw Error(ErrorKind::unreadable, std::move(what), where_,
                {tr("Correct its name in template.html; docs/templates.md tells of pieces."), {}});
  }

  const Pieces& pieces_;
  const std::string& where_;
  std::string out_;
};

}  // namespace

std::string withPieces(const std::string& html, const Pieces& pieces, const std::string& where) {
  Assembly assembly(pieces, where);
  assembly.add(html, 0);
  return assembly.take();
}

}  // namespace trackloom::documents
