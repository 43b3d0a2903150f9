#include "visit/data_tree.h"

#include <algorithm>
#include <iterator>

namespace buurtpeil {
namespace {

// Of a file "name" and "label" may be columns as any other.
bool has_name(const Choice& record) { return !record.name.empty() && !record.columns.contains("name"); }
bool has_label(const Choice& record) { return !record.label.empty() && !record.columns.contains("label"); }

}  // namespace

DataTree::DataTree(const std::vector<Choice>& records, const ColumnIndexes* indexes)
    : records_(records), indexes_(indexes) {
  std::size_t columns = 0;
  for (const Choice& record : records) columns = std::max(columns, record.columns.size());
  stride_ = first_column_slot + static_cast<std::uint32_t>(columns);
}

std::optional<std::uint32_t> DataTree::parent(std::uint32_t node) const {
  if (node == document) return std::nullopt;
  if (node == root) return document;
  return slot(node) == 0 ? root : node - slot(node);
}

std::vector<std::uint32_t> DataTree::children(std::uint32_t node, std::string_view name) const {
  const bool all = name == "*";
  if (node == document) return all || name == "root" ? std::vector{root} : std::vector<std::uint32_t>{};
  std::vector<std::uint32_t> found;
  if (node == root) {
    if (!all && name != "item") return found;
    found.reserve(records_.size());
    for (std::size_t i = 0; i < records_.size(); ++i) found.push_back(item(i));
    return found;
  }
  if (slot(node) != 0) return found;  // a leaf
  const Choice& of = record(node);
  if ((all || name == "name") && has_name(of)) found.push_back(node + name_slot);
  if ((all || name == "label") && has_label(of)) found.push_back(node + label_slot);
  std::uint32_t at = node + first_column_slot;
  for (auto column = of.columns.begin(); column != of.columns.end(); ++column, ++at)
    if (all || column->first == name) found.push_back(at);
  return found;
}

const std::pair<const std::string, std::string>& DataTree::column(std::uint32_t node) const {
  return *std::next(record(node).columns.begin(), slot(node) - first_column_slot);
}

const std::string& DataTree::name(std::uint32_t node) const {
  static const std::string names[] = {"", "root", "item", "name", "label"};
  if (node < first_item) return names[node];
  return slot(node) < first_column_slot ? names[first_item + slot(node)] : column(node).first;
}

const std::string& DataTree::value(std::uint32_t node) const {
  static const std::string none;
  if (node < first_item || slot(node) == 0 || slot(node) == label_slot) return none;
  return slot(node) == name_slot ? record(node).name : column(node).second;
}

const Text* DataTree::text(std::uint32_t node) const {
  return node >= first_item && slot(node) == label_slot ? &record(node).label : nullptr;
}

const ColumnIndex* DataTree::index(std::string_view column) const {
  if (indexes_ == nullptr) return nullptr;
  const auto found = indexes_->find(column);
  return found == indexes_->end() ? nullptr : &found->second;
}

}  // namespace buurtpeil
