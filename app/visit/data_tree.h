// A choice list or attached data as expressions see it: a tree of a document, a root, items, and a leaf for
// each column.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"

namespace buurtpeil {

class DataTree {
 public:
  /// Leaves of each item: "name", "label" (in the visitor's language), and every further column. `records`
  /// must outlive it.
  explicit DataTree(const std::vector<Choice>& records);

  static constexpr std::uint32_t document = 0;
  [[nodiscard]] std::size_t item_count() const { return items_.size(); }
  /// The node of a record.
  [[nodiscard]] std::uint32_t item(std::size_t index) const { return items_[index]; }
  /// Which record the node of an item is.
  [[nodiscard]] std::size_t index_of(std::uint32_t item) const;

  [[nodiscard]] std::optional<std::uint32_t> parent(std::uint32_t node) const;
  /// "*" gives all.
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t node, std::string_view name) const;
  [[nodiscard]] const std::string& name(std::uint32_t node) const { return leaves_[node].name; }
  [[nodiscard]] const std::string& value(std::uint32_t node) const { return leaves_[node].value; }
  /// The text of a choice's "label": its words depend on the language. nullptr for any other node.
  [[nodiscard]] const Text* text(std::uint32_t node) const { return leaves_[node].text; }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Leaf {
    std::string name, value;
    const Text* text = nullptr;
    std::uint32_t parent = none, first_child = none, last_child = none, next = none;
  };
  std::uint32_t add(std::uint32_t parent, std::string name, std::string value = {});

  std::vector<Leaf> leaves_;
  std::vector<std::uint32_t> items_;  // ascending
};

}  // namespace buurtpeil
