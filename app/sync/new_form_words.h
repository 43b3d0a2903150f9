// What stands in a new form: headings with their comments, the questions to begin with, and the explanation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil::sync::new_form {

struct HeadingWords {
  const char* heading;
  double width;         ///< in letters
  const char* comment;  ///< Dutch, level B1; "" for none
};

struct SheetWords {
  const char* name;
  std::vector<HeadingWords> columns;
  std::vector<std::vector<const char*>> rows;  ///< cells from the left, "" for an empty one
};

extern const SheetWords survey, choices, settings;
/// The types that a kiosk asks, each with what it is. Those in the first column are picked from: at most 255
/// letters together, Excel's limit.
extern const SheetWords explanation;
/// Its first column.
[[nodiscard]] std::vector<std::string> types();
/// Shown beside the cell when somebody picks a type; at most 255 letters.
extern const char* const type_help;
/// Comment on a form that follows a core.
extern const char* const core_help;

}  // namespace buurtpeil::sync::new_form
