// search('places', 'matches', 'kind', ${kind}) in an appearance, as SurveyCTO brought it and ODK Collect and
// Kobo have it: the choices of a select come from a file, and its list in the sheet choices says which
// columns hold their names and labels.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "form/compile/loading.h"

namespace buurtpeil {

struct SearchCall {
  std::optional<Search>
      search;        ///< nothing when there is no such call, or a wrong one, which is then a problem
  std::string file;  ///< "places.csv"
  std::string rest;  ///< the appearance without the call
};
[[nodiscard]] SearchCall read_search_call(Loading& loading, const std::string& appearance, const Cell& cell,
                                          int row);

/// The choices that such a list stands for: every record of the file once for each row of the list, but a row
/// whose name is a whole number as it is. Their lines in the file are put into `lines`, 0 for such a row.
[[nodiscard]] std::vector<Choice> searched_choices(Loading& loading, const FileList& list,
                                                   const std::vector<Choice>& records,
                                                   std::vector<int>& lines);

/// "-99": the name of a row that is a choice as it stands.
[[nodiscard]] bool is_whole_number(const std::string& name);

}  // namespace buurtpeil
