// The problems of one form as they are found while it is compiled; put into the file's order at the end.
#pragma once

#include <string>
#include <vector>

#include "form/problem.h"

namespace buurtpeil {

class ProblemList {
 public:
  /// A cell with an empty sheet means the file as a whole. The same sentence about the same cell is kept
  /// once.
  void error(const Cell& cell, std::string message) { add({Severity::error, cell, std::move(message)}); }
  void warning(const Cell& cell, std::string message) { add({Severity::warning, cell, std::move(message)}); }
  /// What a kiosk does without: a warning that does not keep the form from going out.
  void passed_over(const Cell& cell, std::string message) {
    add({Severity::warning, cell, std::move(message), Gate::passes});
  }
  /// What whoever reads the export should know.
  void at_desk(const Cell& cell, std::string message) {
    add({Severity::warning, cell, std::move(message), Gate::passes_at_desk});
  }
  /// A file beside the form that is not there: its questions have no choices.
  void missing_file(const Cell& cell, std::string message) {
    add({Severity::warning, cell, std::move(message), Gate::stops_kiosk});
  }
  void add(Problem problem);

  [[nodiscard]] bool has_errors() const;
  /// Whether something was said about that cell.
  [[nodiscard]] bool is_about(const Cell& cell) const;

  /// In the file's order: first what has no sheet, then sheet by sheet in the order of `sheets`, row by row,
  /// column by column. At the end the number of those over limits::problems, which were not kept.
  [[nodiscard]] std::vector<Problem> in_order(const std::vector<std::string>& sheets) const;

 private:
  std::vector<Problem> problems_;
  std::size_t errors_ = 0, warnings_ = 0;  ///< added, kept or not
};

}  // namespace buurtpeil
