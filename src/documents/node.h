#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace trackloom::documents {

struct Entry;

/// Markup of our own making that goes into a page as it is. Never made from a plan's texts.
struct Markup {
  std::string html;
};

/// What a template is filled from: nothing, yes, a text, markup, a list, or named entries.
/// A template asks for a name; nothing, an empty list and an unknown name count as no.
struct Node {
  using List = std::vector<Node>;
  using Entries = std::vector<Entry>;

  std::variant<std::monostate, bool, std::string, Markup, List, Entries> value;

  Node();
  Node(std::string text);  // NOLINT: a text is a node; an empty one is nothing
  Node(const char* text);  // NOLINT
  Node(Markup markup);     // NOLINT
  Node(List list);         // NOLINT
  static Node yes(bool is);
  static Node number(std::size_t count);

  /// Adds a named entry, or replaces the one of that name.
  Node& set(std::string name, Node node);
  /// The entry of a name, or null.
  const Node* find(std::string_view name) const;
  /// The text, or nothing if it is none.
  std::string_view text() const;
  bool nothing() const;
};

struct Entry {
  std::string name;
  Node node;
};

inline Node::Node() = default;
inline Node::Node(std::string text) {
  if (!text.empty()) value = std::move(text);
}
inline Node::Node(const char* text) : Node(std::string(text)) {}
inline Node::Node(Markup markup) : value(std::move(markup)) {}
inline Node::Node(List list) : value(std::move(list)) {}

inline Node Node::yes(bool is) {
  Node node;
  node.value = is;
  return node;
}

inline Node Node::number(std::size_t count) { return Node(std::to_string(count)); }

inline Node& Node::set(std::string name, Node node) {
  if (!std::holds_alternative<Entries>(value)) value = Entries{};
  Entries& entries = std::get<Entries>(value);
  for (Entry& entry : entries) {
    if (entry.name != name) continue;
    entry.node = std::move(node);
    return *this;
  }
  entries.push_back({std::move(name), std::move(node)});
  return *this;
}

inline const Node* Node::find(std::string_view name) const {
  if (const Entries* entries = std::get_if<Entries>(&value))
    for (const Entry& entry : *entries)
      if (entry.name == name) return &entry.node;
  return nullptr;
}

inline std::string_view Node::text() const {
  const std::string* text = std::get_if<std::string>(&value);
  return text ? std::string_view(*text) : std::string_view();
}

inline bool Node::nothing() const {
  if (const bool* is = std::get_if<bool>(&value)) return !*is;
  if (const List* list = std::get_if<List>(&value)) return list->empty();
  return std::holds_alternative<std::monostate>(value);
}

/// Sets a list with `has-<name>` beside it, which templates need for what stands around a list only once.
inline void setList(Node& node, const std::string& name, Node::List list) {
  node.set("has-" + name, Node::yes(!list.empty()));
  node.set(name, std::move(list));
}

}  // namespace trackloom::documents
