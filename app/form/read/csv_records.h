// Text of .csv files as spreadsheet programs write it: RFC 4180 with commas, or with semicolons (Excel where
// the comma is the decimal sign) or tabs; UTF-8 with or without a byte-order mark, UTF-16 with one ("Unicode
// text"), or Windows-1252 (what Excel calls CSV). A first line "sep=;" says the separator.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "form/problem.h"

namespace buurtpeil {

struct CsvText {
  std::string utf8;
  std::string encoding;  ///< "Windows-1252", "UTF-16"; "" for UTF-8
};

/// An error with the line where the bytes are no text in any of these, or are too many (form/limits.h).
[[nodiscard]] std::expected<CsvText, Problem> utf8_of(std::string_view bytes);

/// "line 2 is not text in UTF-8 ..."
[[nodiscard]] Problem not_utf8(int line);

/// Of a table with headings in its first line: the one by which most of the first lines have as many cells as
/// that, and then the most; the comma where none does.
[[nodiscard]] char separator_of_table(std::string_view utf8);
/// Of a form, whose lines begin with an empty cell: what the first of these begins with.
[[nodiscard]] char separator_of_form(std::string_view utf8);

/// "is read with semicolons between its cells, in Windows-1252", or "" for what is usual.
[[nodiscard]] std::string unusual(const CsvText& text, char separator);

/// One record at a time: quotes around a field, "" inside them for a quote, line breaks allowed there. Spaces
/// between a separator and an opening quote do not count, nor after the closing one.
class CsvRecords {
 public:
  /// The text must outlive it. A first line that says the separator is passed over.
  CsvRecords(std::string_view text, char separator);

  /// The next record's cells; false at the end. An unclosed quote ends the file and sets `unclosed`.
  bool next(std::vector<std::string>& cells, int& line);

  [[nodiscard]] char separator() const { return separator_; }

  int unclosed = 0;  ///< line on which a quote opens that is never closed

 private:
  std::string field();
  std::string quoted();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace buurtpeil
