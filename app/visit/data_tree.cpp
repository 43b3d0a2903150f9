#include "visit/data_tree.h"

#include <algorithm>

namespace buurtpeil {

DataTree::DataTree(const std::vector<Choice>& records) {
  const std::uint32_t root = add(add(none, ""), "root");
  for (const Choice& record : records) {
    const std::uint32_t item = add(root, "item");
    items_.push_back(item);
    // Of a file "name" and "label" may be columns as any other.
    if (!record.name.empty() && !record.columns.contains("name")) add(item, "name", record.name);
    if (!record.label.empty() && !record.columns.contains("label"))
      leaves_[add(item, "label")].text = &record.label;
    for (const auto& [column, value] : record.columns) add(item, column, value);
  }
}

std::uint32_t DataTree::add(std::uint32_t parent, std::string name, std::string value) {
  const auto node = static_cast<std::uint32_t>(leaves_.size());
  leaves_.push_back({std::move(name), std::move(value), nullptr, parent, none, none, none});
  if (parent == none) return node;
  Leaf& above = leaves_[parent];
  if (above.first_child == none)
    above.first_child = node;
  else
    leaves_[above.last_child].next = node;
  above.last_child = node;
  return node;
}

std::size_t DataTree::index_of(std::uint32_t item) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(items_, item) - items_.begin());
}

std::optional<std::uint32_t> DataTree::parent(std::uint32_t node) const {
  return leaves_[node].parent == none ? std::nullopt : std::optional(leaves_[node].parent);
}

std::vector<std::uint32_t> DataTree::children(std::uint32_t node, std::string_view name) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t child = leaves_[node].first_child; child != none; child = leaves_[child].next)
    if (name == "*" || leaves_[child].name == name) found.push_back(child);
  return found;
}

}  // namespace buurtpeil
