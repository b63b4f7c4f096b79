#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace trackloom::documents {

/// A value as JSON (RFC 8259) has them. Objects keep the order in which their members were put in.
class Json {
 public:
  struct Member;
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;
  using Content = std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>;

  /// null
  Json();
  Json(std::string text);
  Json(std::string_view text);
  Json(const char* text);
  Json(double number);
  template <std::integral T>
  Json(T number);
  /// null where there is nothing
  template <class T>
  Json(const std::optional<T>& value);

  static Json array();
  static Json object();

  /// Adds to an array; a null becomes one.
  Json& add(Json value);
  /// Puts a member behind the others of an object; a null becomes one. Precondition: it has no such member yet.
  Json& put(std::string_view name, Json value);
  /// Empty object or array?
  bool empty() const;

  const Content& content() const { return content_; }

 private:
  static Json withContent(Content content);

  Content content_;
};

struct Json::Member {
  std::string name;
  Json value;
};

template <std::integral T>
Json::Json(T number) {
  if constexpr (std::same_as<T, bool>) {
    content_ = number;
  } else {
    content_ = static_cast<std::int64_t>(number);
  }
}

template <class T>
Json::Json(const std::optional<T>& value) {
  if (value) *this = Json(*value);
}

/// A plain value, or a list of them with spaces between, as a cell of a table; truth values as yes and no.
std::string cellText(const Json& value);

/// The text of a value, indented by two spaces, lists of plain values on one line, with a line end behind it.
/// What is not UTF-8 becomes U+FFFD.
std::string jsonText(const Json& value);

}  // namespace trackloom::documents
