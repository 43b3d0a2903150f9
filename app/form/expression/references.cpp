#include "form/expression/references.h"

#include <algorithm>

#include "form/strings.h"

namespace buurtpeil {
namespace {

/// Containers around a row, outermost first, and the row itself when it is one.
std::vector<int> containers_of(const Form& form, int row) {
  std::vector<int> containers;
  for (int at = row; at >= 0; at = form.rows[at].parent)
    if (form.rows[at].is_container()) containers.push_back(at);
  std::ranges::reverse(containers);
  return containers;
}

std::size_t shared(const std::vector<int>& a, const std::vector<int>& b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

NameIndex::NameIndex(const Form& form) : form_(form) {
  for (int i = 0; i < static_cast<int>(form.rows.size()); ++i) {
    by_name_[form.rows[i].name].push_back(i);
    by_path_.try_emplace(form.rows[i].path, i);
  }
}

std::vector<int> NameIndex::nearest(const std::string& name, int from) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return {};
  if (found->second.size() == 1) return found->second;
  const int container = from < 0 || form_.rows[from].is_container() ? from : form_.rows[from].parent;
  auto& known = nearest_[{found->second.front(), container}];
  if (!known.empty()) return known;
  std::size_t most = 0;
  const std::vector<int> around = containers_of(form_, container);
  for (const int row : found->second) {
    const std::size_t common = shared(around, containers_of(form_, row));
    if (!known.empty() && common < most) continue;
    if (common > most) known.clear();
    most = common;
    if (known.size() < 2) known.push_back(row);
  }
  return known;
}

std::vector<int> NameIndex::meant(const std::string& name, int from) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return {};
  for (int at = found->second.size() == 1 ? -1 : from; at >= 0; at = form_.rows[at].parent) {
    if (form_.rows[at].type != Type::repeat) continue;
    std::vector<int> inside;
    for (const int row : found->second)
      if (row >= at && row < form_.rows[at].end) inside.push_back(row);
    if (!inside.empty()) return inside;
  }
  return found->second;
}

int NameIndex::at(const std::string& path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? -1 : found->second;
}

int NameIndex::by_path(const std::string& path, int from) const {
  if (path.starts_with('/')) {
    const std::size_t below_root = path.find('/', 1);
    return below_root == std::string::npos ? -1 : at(path.substr(below_root + 1));
  }
  int row = from;
  for (const std::string& step : split(path, "/")) {
    if (step == "." || step == "current()") continue;
    if (step == "..") {
      if (row < 0) return -1;
      row = form_.rows[row].parent;
      continue;
    }
    if (row >= 0 && !form_.rows[row].is_container()) return -1;
    row = at(row < 0 ? step : form_.rows[row].path + "/" + step);
    if (row < 0) return -1;
  }
  return row;
}

}  // namespace buurtpeil
