// What is wrong with a form, and where. A form's mistakes are a list of these: all at once, in the file's
// order.
#pragma once

#include <string>
#include <vector>

namespace buurtpeil {

/// A cell of a spreadsheet. `column` counts from 1 (A); `row` counts from 1 as the spreadsheet program shows
/// it. In .csv and .md files the column counts after the one with the sheet's name, and the row is the line
/// of the file. 0 means "the whole sheet".
struct Cell {
  std::string sheet;
  int column = 0;
  int row = 0;
};

/// "C12", as a spreadsheet program calls it.
[[nodiscard]] std::string cell_name(const Cell& cell);

enum class Severity { warning, error };

/// Whether a warning stops a form from going out (check --deploy makes it an error), or even a kiosk from
/// starting with it: an attached file that is missing. What a kiosk passes over stops nothing: the same form
/// may ask it elsewhere. Nor does what is about the export alone, of which a kiosk that starts says nothing.
enum class Gate { stops, stops_kiosk, passes, passes_at_desk };

/// One sentence about one cell, with the remedy where there is one. It never holds an answer.
struct Problem {
  Severity severity = Severity::error;
  Cell cell{};
  std::string message;
  Gate gate = Gate::stops;
  std::string
      excerpt{};  ///< of the expression that it is about, with a caret: form/expression/excerpt.h; or ""
};

/// "street.xlsx: survey!C12: error: unknown question 'ag'; did you mean 'age'?"; without a sheet just
/// "street.xlsx: error: ...". An excerpt follows in lines of its own, which begin with two spaces. No line
/// break at the end.
[[nodiscard]] std::string to_line(const std::string& file, const Problem& problem);

/// What is the same in all problems of a kind: severity and sentence, up to the remedy behind its first
/// semicolon, without what stands in quotes and without numbers: "warning: the choice '' has no label".
[[nodiscard]] std::string kind_of(const Problem& problem);

enum class Listing {
  brief,  ///< limits::shown_of_a_kind of each kind; below the last of them the number of the others
  all,
};
/// to_line() of each, in their order.
[[nodiscard]] std::vector<std::string> to_lines(const std::string& file, const std::vector<Problem>& problems,
                                                Listing listing);

/// True when at least one of them is an error (a form with only warnings can be asked).
[[nodiscard]] bool has_errors(const std::vector<Problem>& problems);

/// The same problems for a kiosk that starts: what stops it is an error.
[[nodiscard]] std::vector<Problem> problems_at_start(std::vector<Problem> problems);

}  // namespace buurtpeil
