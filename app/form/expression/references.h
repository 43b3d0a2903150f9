// Which row a reference means, for the checks that need the whole form.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "form/expression/expression.h"
#include "form/form.h"

namespace buurtpeil {

/// The rows of a form by name and by path. The form must outlive it and stay as it is.
class NameIndex {
 public:
  explicit NameIndex(const Form& form);

  /// Rows called `name` that are nearest to row `from` (-1: the form itself): those that share the most
  /// groups and repeats with it. Two when several are equally near, none when there is no such name.
  [[nodiscard]] std::vector<int> nearest(const std::string& name, int from) const;

  /// What `${name}` may mean as seen from row `from`: the rows of that name inside the innermost repeat that
  /// has one, else all of that name. Several are a mistake of the form: groups tell no names apart, as in the
  /// reference converter.
  [[nodiscard]] std::vector<int> meant(const std::string& name, int from) const;

  /// The row that a location path without predicates ("/data/a/b", "../a", ".", "current()/../a") means as
  /// seen from row `from`, or -1.
  [[nodiscard]] int by_path(const std::string& path, int from) const;

 private:
  [[nodiscard]] int at(const std::string& path) const;
  const Form& form_;
  std::map<std::string, std::vector<int>> by_name_;
  std::map<std::string, int> by_path_;
  /// What was asked before: by the first row of that name and the container from where.
  mutable std::map<std::pair<int, int>, std::vector<int>> nearest_;
};

}  // namespace buurtpeil
