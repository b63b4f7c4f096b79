#include "documents/json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace trackloom::documents {
namespace {

bool isPlain(const Json& value) {
  return !std::holds_alternative<Json::Array>(value.content()) &&
         !std::holds_alternative<Json::Object>(value.content());
}

/// Goes as deep as the shapes that the code builds, never as deep as what a user wrote.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void write(const Json& value) {
    std::visit([this](const auto& content) { put(content); }, value.content());
  }

 private:
  void put(std::monostate) { out_ += "null"; }
  void put(bool on) { out_ += on ? "true" : "false"; }
  void put(std::int64_t number) { out_ += nlohmann::json(number).dump(); }
  void put(double number) { out_ += nlohmann::json(number).dump(); }
  void put(const std::string& text) {
    out_ += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
  void put(const Json::Array& items) {
    if (std::all_of(items.begin(), items.end(), isPlain)) return putLine(items);
    out_ += '[';
    depth_ += 2;
    for (std::size_t i = 0; i < items.size(); ++i) {
      breakLine(i);
      write(items[i]);
    }
    depth_ -= 2;
    breakLine(0);
    out_ += ']';
  }
  void putLine(const Json::Array& items) {
    out_ += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i) out_ += ", ";
      write(items[i]);
    }
    out_ += ']';
  }
  void put(const Json::Object& members) {
    out_ += '{';
    depth_ += 2;
    for (std::size_t i = 0; i < members.size(); ++i) {
      breakLine(i);
      put(members[i].name);
      out_ += ": ";
      write(members[i].value);
    }
    depth_ -= 2;
    if (!members.empty()) breakLine(0);
    out_ += '}';
  }
  void breakLine(std::size_t before) {
    if (before) out_ += ',';
    out_ += '\n';
    out_.append(depth_, ' ');
  }

  std::string& out_;
  std::size_t depth_ = 0;
};

struct CellText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool on) const { return on ? "yes" : "no"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return nlohmann::json(number).dump(); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Json::Array& items) const {
    std::string text;
    for (const Json& item : items) text.append(text.empty() ? "" : " ").append(cellText(item));
    return text;
  }
  std::string operator()(const Json::Object&) const { return {}; }
};

}  // namespace

std::string cellText(const Json& value) { return std::visit(CellText{}, value.content()); }

Json::Json() = default;
Json::Json(std::string text) : content_(std::move(text)) {}
Json::Json(std::string_view text) : content_(std::string(text)) {}
Json::Json(const char* text) : content_(std::string(text)) {}
Json::Json(double number) : content_(number) {}

Json Json::array() { return withContent(Array()); }
Json Json::object() { return withContent(Object()); }

Json Json::withContent(Content content) {
  Json value;
  value.content_ = std::move(content);
  return value;
}

Json& Json::add(Json value) {
  if (std::holds_alternative<std::monostate>(content_)) content_ = Array();
  std::get<Array>(content_).push_back(std::move(value));
  return *this;
}

Json& Json::put(std::string_view name, Json value) {
  if (std::holds_alternative<std::monostate>(content_)) content_ = Object();
  std::get<Object>(content_).push_back({std::string(name), std::move(value)});
  return *this;
}

bool Json::empty() const {
  if (const Array* items = std::get_if<Array>(&content_)) return items->empty();
  if (const Object* members = std::get_if<Object>(&content_)) return members->empty();
  return false;
}

std::string jsonText(const Json& value) {
  std::string out;
  Writer(out).write(value);
  out += '\n';
  return out;
}

}  // namespace trackloom::documents
