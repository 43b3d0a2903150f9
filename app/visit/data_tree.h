// A choice list or attached data as expressions see it: a tree of a document, a root, items, and a leaf for
// each column. Only a way to look at the records: it costs nothing to make, however long the list is.
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
  /// and `indexes` (may be null: none) must outlive it.
  DataTree(const std::vector<Choice>& records, const ColumnIndexes* indexes);

  static constexpr std::uint32_t document = 0;
  [[nodiscard]] std::size_t item_count() const { return records_.size(); }
  /// The node of a record.
  [[nodiscard]] std::uint32_t item(std::size_t index) const {
    return first_item + static_cast<std::uint32_t>(index) * stride_;
  }
  /// Which record the node of an item, or of a leaf of it, belongs to.
  [[nodiscard]] std::size_t index_of(std::uint32_t node) const { return (node - first_item) / stride_; }

  [[nodiscard]] std::optional<std::uint32_t> parent(std::uint32_t node) const;
  /// "*" gives all.
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t node, std::string_view name) const;
  [[nodiscard]] const std::string& name(std::uint32_t node) const;
  [[nodiscard]] const std::string& value(std::uint32_t node) const;
  /// The text of a choice's "label": its words depend on the language. nullptr for any other node.
  [[nodiscard]] const Text* text(std::uint32_t node) const;

  /// The index of a column; nullptr where it has none.
  [[nodiscard]] const ColumnIndex* index(std::string_view column) const;

 private:
  static constexpr std::uint32_t root = 1, first_item = 2;
  // Behind the node of an item: its name, its label, its columns in their order.
  static constexpr std::uint32_t name_slot = 1, label_slot = 2, first_column_slot = 3;
  [[nodiscard]] const Choice& record(std::uint32_t node) const { return records_[index_of(node)]; }
  [[nodiscard]] std::uint32_t slot(std::uint32_t node) const { return (node - first_item) % stride_; }
  [[nodiscard]] const std::pair<const std::string, std::string>& column(std::uint32_t node) const;

  const std::vector<Choice>& records_;
  const ColumnIndexes* indexes_;
  std::uint32_t stride_ = first_column_slot;  ///< nodes for each item
};

}  // namespace buurtpeil
