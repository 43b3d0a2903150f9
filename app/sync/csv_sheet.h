// One exported table of responses: the form's own with what ODK Central and the kiosk add to it, or that of a
// repeat; as lines, and as a file.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"
#include "store/stored_response.h"
#include "sync/cells.h"
#include "sync/columns.h"
#include "sync/whole_file.h"

namespace buurtpeil::sync {

/// The columns that every export has beside the questions: ODK Central's and our own, or the keys of a
/// repeat.
[[nodiscard]] std::vector<std::string> fixed_headers(const Table& table);

/// The version as its author named it, or the first 8 digits of its hash.
[[nodiscard]] std::string_view version_name(std::string_view version, std::string_view hash);

/// The header of a file, one row; for Excel after the byte-order mark. The questions' texts are in the
/// codebook.
[[nodiscard]] std::string header_lines(const Table& table, const Style& style);

/// The lines that responses have in a table, one response after another: first all its answers are put, then
/// its lines are added.
class TableLines {
 public:
  /// Table and style must outlive it.
  TableLines(const Table& table, const Style& style);

  /// `place` is of this table. The value must stay until the lines are added.
  void put(const Place& place, std::string_view value);
  /// Appends the lines of the response whose answers were put, and gives their number: one, or one for each
  /// time a repeat was answered. `form` is the version that was answered, null where it cannot be read.
  int add(std::string& lines, const StoredResponse& response, const Form* form);

 private:
  struct Line {
    std::string_view row;  ///< the row's place in the repeat, "" in the form itself
    std::vector<std::string_view> values;
  };
  [[nodiscard]] Line& line_of(std::string_view row);
  [[nodiscard]] const std::vector<ColumnCells>& cells_in(const Form* form);
  const Table* table_;
  const Style* style_;
  std::vector<std::size_t> order_;  ///< of the cells in a line
  std::map<const Form*, std::vector<ColumnCells>> cells_;
  std::vector<Line> lines_;  ///< the first `used_`; their memory is used again
  std::size_t used_ = 0;
};

class CsvSheet {
 public:
  /// Begins the file and writes its header. Table and style must outlive the sheet.
  [[nodiscard]] static std::expected<CsvSheet, Error> begin(const std::filesystem::path& path,
                                                            const Table& table, const Style& style);

  void put(const Place& place, std::string_view value) { lines_.put(place, value); }
  /// Writes the lines of the response whose answers were put.
  [[nodiscard]] std::expected<void, Error> write(const StoredResponse& response, const Form* form);

  [[nodiscard]] std::int64_t rows() const { return rows_; }  ///< without header rows
  /// The file, to be synced and given its name.
  [[nodiscard]] WholeFile& file() { return file_; }

 private:
  CsvSheet(WholeFile file, const Table& table, const Style& style)
      : file_(std::move(file)), lines_(table, style) {}
  WholeFile file_;
  TableLines lines_;
  std::string text_;  ///< of one response
  std::int64_t rows_ = 0;
};

}  // namespace buurtpeil::sync
