// The survey sheet line by line, its types read and its loops written out, before it becomes the rows of a
// form.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "form/compile/loading.h"
#include "form/compile/type_cell.h"

namespace buurtpeil {

struct SurveyLine {
  GridRow row;
  TypeCell type;
};

/// Cleans the cells, drops comments and disabled rows, reads the types. A wrong type is a problem and
/// the nearest one is taken.
[[nodiscard]] std::vector<SurveyLine> read_survey_lines(Loading& loading);

/// "begin loop over c1" (legacy): a group with a group for each choice, in which %(label)s and %(name)s are
/// the choice's. Afterwards there is no loop left.
[[nodiscard]] std::vector<SurveyLine> write_out_loops(Loading& loading, std::vector<SurveyLine> lines);

/// question.cpp: fills the row from its line; `index` is its place in Form::rows. Name and parent are already
/// there.
void compile_row(Loading& loading, const SurveyLine& line, int index);
/// parameters.cpp: every parameter of every type.
struct KnownParameter {
  std::string_view type, name;
};
[[nodiscard]] std::vector<KnownParameter> known_parameters();
/// parameters.cpp: reads the column, holds it to what the type allows, and fills in what the row keeps of it.
/// Gives all of them as written, "start" -> "1". `no_ticks`: the range has this appearance.
using Parameters = std::map<std::string, std::string>;
Parameters compile_parameters(Loading& loading, const SurveyLine& line, Row& row, bool no_ticks);

}  // namespace buurtpeil
