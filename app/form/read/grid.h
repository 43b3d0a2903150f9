// A file of cells as it was read, before anybody asks what the cells mean: .xlsx, the XLSForm layouts of .csv
// and .md (the sheet's name in the first column), and plain .csv (attached data, the kiosk's own words).
// Texts are UTF-8 and trimmed. Readers never throw, hold to form/limits.h, and put what is wrong into
// `problems`, as errors with the cell.
#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "form/problem.h"

namespace buurtpeil {

/// A row that has at least one cell with text. Column A is cells[0]; cells after the last one with text are
/// left out.
struct GridRow {
  int number = 0;  ///< as the spreadsheet program shows it; in .csv and .md the line of the file, from 1
  std::vector<std::string> cells;
};

struct Sheet {
  std::string name;
  std::vector<GridRow> rows;
};

struct Workbook {
  std::vector<Sheet> sheets;  ///< in the file's order
};

/// The reference converter's Markdown layout: lines "| survey |" and "| | type | name |"; other lines are
/// prose.
[[nodiscard]] Workbook read_md(std::string_view bytes, std::vector<Problem>& problems);

/// XLSForm in one .csv: a line "survey", then lines with an empty first cell. RFC 4180 quotes; spaces beside
/// separators do not count. Separators and letters may be those of csv_records.h; which were found is a
/// warning, where they are not the usual ones.
[[nodiscard]] Workbook read_csv(std::string_view bytes, std::vector<Problem>& problems);

/// An .xlsx workbook. Only sheets named in `wanted` (whatever the case) are read; the others come back with
/// their name and no rows. Numbers are printed shortest ("5", "2.5"), booleans TRUE and FALSE, dates
/// YYYY-MM-DD HH:MM:SS, times HH:MM:SS; formulas give the value that was saved with them, and are an error
/// where none was.
[[nodiscard]] Workbook read_xlsx(std::string_view bytes, std::span<const std::string_view> wanted,
                                 std::vector<Problem>& problems);

/// One of the three, by the file's suffix; of an .xlsx the sheets that are wanted.
[[nodiscard]] Workbook read_workbook(const std::string& file, std::string_view bytes,
                                     std::span<const std::string_view> wanted,
                                     std::vector<Problem>& problems);

struct PlainCsv {
  std::vector<GridRow> rows;
  std::string unusual;  ///< "is read with semicolons between its cells"; "" for commas and UTF-8
};
/// A plain .csv without sheets: every line a row, in one of the ways that spreadsheet programs write
/// (csv_records.h). The Problem's sheet is empty, its message says the line.
[[nodiscard]] std::expected<PlainCsv, Problem> read_plain_csv(std::string_view bytes);

/// Holds a workbook to form/limits.h while it grows, and keeps rows in their shape; readers share it.
class GridBuilder {
 public:
  /// Begins a sheet; false when there are too many.
  [[nodiscard]] bool begin_sheet(std::string name);
  /// Adds a row to the current sheet: trims, drops cells after the last with text, skips an empty row. False
  /// when a limit is passed.
  [[nodiscard]] bool add_row(int number, std::vector<std::string> cells);
  /// Which limit was passed, as a sentence about the file; "" when none was.
  [[nodiscard]] const std::string& complaint() const { return complaint_; }
  /// The cell that was one too many.
  [[nodiscard]] const Cell& place() const { return place_; }
  [[nodiscard]] bool has_sheet() const { return !workbook_.sheets.empty(); }
  [[nodiscard]] Workbook take() { return std::move(workbook_); }

 private:
  bool refuse(int column, int row, std::string complaint);
  Workbook workbook_;
  std::size_t cells_ = 0;
  std::string complaint_;
  Cell place_;
};

}  // namespace buurtpeil
