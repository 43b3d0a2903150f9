// Where in a form's file its rows, choices and settings stand, column by column: what is compiled of them
// knows one cell each.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "form/compile/headings.h"
#include "form/form.h"

namespace buurtpeil::sync {

class FormCells {
 public:
  /// Reads the form's source once more.
  explicit FormCells(const Form& form);

  /// The cell of a row, choice or the settings in that column; `language` is a heading. Where the sheet has
  /// no such column, the cell that the row itself has (of the settings the whole sheet).
  [[nodiscard]] Cell of(const Row& row, std::string_view column, std::string_view language = "") const;
  [[nodiscard]] Cell of(const Choice& choice, std::string_view column, std::string_view language = "") const;
  [[nodiscard]] Cell of_setting(std::string_view column) const;
  /// The survey sheet as a whole.
  [[nodiscard]] const Cell& survey() const { return survey_; }
  /// What the author wrote there; "" for nothing.
  [[nodiscard]] const std::string& written(const Row& row, std::string_view column) const;

 private:
  [[nodiscard]] Cell in_column(const Cell& cell, std::string_view column, std::string_view language) const;
  std::map<std::string, SheetTable, std::less<>> tables_;  ///< by the sheet's name
  std::map<int, const GridRow*> survey_rows_;              ///< by their number
  Cell survey_, settings_;                                 ///< the sheets as a whole
};

}  // namespace buurtpeil::sync
