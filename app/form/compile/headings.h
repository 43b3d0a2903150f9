// The columns of a sheet: which of XLSForm's columns each heading means, whatever its case, spelling or
// place, and in which language. The aliases are those of the reference converter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "form/problem_list.h"
#include "form/read/grid.h"

namespace buurtpeil {

enum class SheetKind { survey, choices, settings };

struct Heading {
  std::string column;    ///< XLSForm's name ("label", "required_message", "image"), "" for one to pass over,
                         ///< else as it was written
  std::string language;  ///< "Nederlands (nl)" of "label::Nederlands (nl)", or ""
  std::string written;   ///< as in the file
  int place = 0;         ///< number of the column, from 1
  bool known = false;    ///< XLSForm or the kiosk defines it; otherwise the form's own (for filters)
};

/// A sheet with its headings understood.
struct SheetTable {
  std::string sheet;  ///< the name as it was written
  int heading_row = 0;
  std::vector<Heading> headings;
  std::vector<GridRow> rows;  ///< below the headings

  /// The column without a language, nullptr when there is none.
  [[nodiscard]] const Heading* heading(std::string_view column) const;
  /// The column at that place, from 1; "" when there is none.
  [[nodiscard]] std::string_view column_at(int place) const;
  /// What the row has in that column; "" when there is no such column or nothing in it.
  [[nodiscard]] const std::string& at(const GridRow& row, const Heading& heading) const;
  [[nodiscard]] const std::string& at(const GridRow& row, std::string_view column) const;
  /// True when the row has something in that column, in whatever language.
  [[nodiscard]] bool has(const GridRow& row, std::string_view column) const;
  /// "; 'type;name;label' stands in one cell ...", when a heading seems to hold that column and others; or
  /// "".
  [[nodiscard]] std::string several_in_one(std::string_view column) const;
  /// The cell for messages; column A when the sheet has no such column.
  [[nodiscard]] Cell cell(const GridRow& row, std::string_view column) const;
  [[nodiscard]] Cell cell(const GridRow& row, const Heading& heading) const {
    return {sheet, heading.place, row.number};
  }
};

/// A column that XLSForm or the kiosk defines, or a heading that is known and passed over.
struct KnownColumn {
  std::string_view name;
  bool passed_over = false;
};
[[nodiscard]] std::vector<KnownColumn> known_columns(SheetKind kind);

/// The first row gives the headings. Two headings for the same column are an error; an unknown one that
/// resembles a known one is a warning.
[[nodiscard]] SheetTable read_table(const Sheet& sheet, SheetKind kind, ProblemList& problems);

}  // namespace buurtpeil
