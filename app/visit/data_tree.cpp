#include "visit/data_tree.h"

#include <algorithm>

#include "form/grid.h"
#include "form/limits.h"
#include "form/xml_reader.h"

namespace buurtpeil {

DataTree::DataTree(const std::vector<Choice>& choices) {
  const std::uint32_t root = add(add(none, ""), "root");
  for (const Choice& choice : choices) {
    const std::uint32_t item = add(root, "item");
    add(item, "name", choice.name);
    leaves_[add(item, "label")].text = &choice.label;
    for (const auto& [column, value] : choice.columns) add(item, column, value);
  }
  find_items();
}

DataTree::DataTree(std::string_view file, std::string_view bytes) {
  add(none, "");
  if (file.ends_with(".csv")) read_csv(bytes);
  if (file.ends_with(".xml")) read_xml(bytes);
  find_items();
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

void DataTree::read_csv(std::string_view bytes) {
  const std::uint32_t root = add(document, "root");
  const auto rows = read_plain_csv(bytes);
  if (!rows || rows->empty()) return;
  const std::vector<std::string>& heading = rows->front().cells;
  for (std::size_t i = 1; i < rows->size(); ++i) {
    const std::vector<std::string>& cells = (*rows)[i].cells;
    const std::uint32_t item = add(root, "item");
    for (std::size_t column = 0; column < heading.size(); ++column)
      if (!heading[column].empty()) add(item, heading[column], column < cells.size() ? cells[column] : "");
  }
}

void DataTree::read_xml(std::string_view bytes) {
  XmlReader reader(bytes);
  std::uint32_t at = document;
  while (reader.next()) {
    if (leaves_.size() > limits::cells) break;
    if (reader.is_start()) {
      const std::uint32_t node = add(at, std::string(reader.name()));
      if (!reader.is_empty_element()) at = node;
    } else if (reader.is_end() && leaves_[at].parent != none) {
      at = leaves_[at].parent;
    } else if (reader.is_text()) {
      leaves_[at].value += reader.text();
    }
  }
  for (Leaf& leaf : leaves_)
    if (leaf.first_child != none) leaf.value.clear();  // white space between elements
}

void DataTree::find_items() {
  for (const std::uint32_t root : children(document, "*")) items_ = children(root, "item");
}

std::size_t DataTree::index_of(std::uint32_t node) const {
  const auto found = std::lower_bound(items_.begin(), items_.end(), node);
  return found != items_.end() && *found == node ? static_cast<std::size_t>(found - items_.begin())
                                                 : items_.size();
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

std::string DataTree::column(std::uint32_t item, std::string_view name) const {
  const std::vector<std::uint32_t> found = children(item, name);
  return found.empty() ? std::string{} : leaves_[found.front()].value;
}

}  // namespace buurtpeil
