// One exported file of responses: the form's own table with what ODK Central and the kiosk add to it, or the
// table of a repeat.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "form/form.h"
#include "form/response.h"
#include "sync/cells.h"
#include "sync/columns.h"
#include "sync/whole_file.h"

namespace buurtpeil::sync {

/// The columns that every export has beside the questions: ODK Central's and our own, or the keys of a
/// repeat.
[[nodiscard]] std::vector<std::string> fixed_headers(const Table& table);

/// The version as its author named it, or the first 8 digits of its hash.
[[nodiscard]] std::string version_name(const std::string& version, const std::string& hash);

/// The header of a file, one row; for Excel after the byte-order mark. The questions' texts are in the
/// codebook.
[[nodiscard]] std::string header_lines(const Table& table, const Style& style);

/// The lines that a response has in this table: one, or one for each time a repeat was answered. `form` is
/// the version that was answered, null where it cannot be read.
[[nodiscard]] std::vector<std::string> response_lines(const Response& response, const Table& table,
                                                      const Form* form, const Style& style);

class CsvSheet {
 public:
  /// Begins the file and writes its header. Table and style must outlive the sheet.
  [[nodiscard]] static std::expected<CsvSheet, Error> begin(const std::filesystem::path& path,
                                                            const Table& table, const Style& style);

  /// Writes the response_lines().
  [[nodiscard]] std::expected<void, Error> write(const Response& response, const Form* form);

  [[nodiscard]] std::int64_t rows() const { return rows_; }  ///< without header rows
  /// The file, to be synced and given its name.
  [[nodiscard]] WholeFile& file() { return file_; }

 private:
  CsvSheet(WholeFile file, const Table& table, const Style& style)
      : file_(std::move(file)), table_(&table), style_(&style) {}
  WholeFile file_;
  const Table* table_;
  const Style* style_;
  std::int64_t rows_ = 0;
};

}  // namespace buurtpeil::sync
