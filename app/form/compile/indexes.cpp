// index_columns: long lists by the columns that expressions filter them by.
#include <algorithm>

#include "form/compile/loading.h"
#include "form/limits.h"
#include "form/read/attached_data.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

ColumnIndex index_of(const std::vector<Choice>& records, const std::string& column) {
  ColumnIndex index;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto found = records[i].columns.find(column);
    if (found != records[i].columns.end())
      index[found->second].push_back(static_cast<std::uint32_t>(i));
    else if (column == "name" && !records[i].name.empty())
      index[records[i].name].push_back(static_cast<std::uint32_t>(i));
  }
  return index;
}

}  // namespace

void index_columns(Loading& loading) {
  Form& form = loading.form;
  std::set<std::string> columns;                        // compared in a filter: "district = ${district}"
  std::set<const std::vector<Choice>*> in_all_columns;  // pulldata() may ask for any
  for (const Use& use : loading.uses)
    for (const Reference& reference : use.expression.references()) {
      if (reference.kind == Reference::Kind::path && is_name(reference.name)) columns.insert(reference.name);
      if (reference.kind == Reference::Kind::instance && is_pulldata(use.expression, reference))
        in_all_columns.insert(form.instance(reference.name));
    }
  for (const auto& [list, records] : form.choices) {
    if (records.size() < limits::indexed_from) continue;
    std::set<std::string> wanted = columns;
    if (in_all_columns.contains(&records))
      for (const auto& [column, value] : records.front().columns) wanted.insert(column);
    for (const std::string& column : wanted)
      if (ColumnIndex index = index_of(records, column); !index.empty())
        form.indexes[list].emplace(column, std::move(index));
  }
}

}  // namespace buurtpeil
