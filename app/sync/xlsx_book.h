// Writing a workbook for people to go on with: its formats, lists to pick from, and its closing. For the two
// forms that `new` writes.
#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sync/outcome.h"

namespace buurtpeil::sync {

struct XlsxFormats {
  lxw_format *heading, *wrapped;
  /// Of a protected sheet: what is given and locked (its headings too), where own rows have a place, and all
  /// the rest.
  lxw_format *given_heading, *given, *place, *open;
};

/// Closed whatever happens; close() says whether the file is whole.
class XlsxBook {
 public:
  explicit XlsxBook(const std::filesystem::path& path);
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;
  ~XlsxBook();

  /// nullptr for a name that Excel does not take.
  lxw_worksheet* add_sheet(const std::string& name);
  [[nodiscard]] lxw_error close();
  [[nodiscard]] const XlsxFormats& formats() const { return formats_; }

 private:
  lxw_workbook* book_;
  XlsxFormats formats_{};
};

/// A comment at a heading, in the first row.
void comment_on(lxw_worksheet* sheet, lxw_col_t column, const char* text);

/// A list to pick from below a heading, that does not refuse anything else: "select_one ja_nee" has a list's
/// name behind it. The words at most 255 letters together, and so the help.
void offer(lxw_worksheet* sheet, lxw_col_t column, std::vector<std::string> words, std::string help);

/// Takes the name of a new .xlsx, and nobody else's; the outcome where it cannot be had: exit code 2 when the
/// name does not end in .xlsx, 1 when there is such a file already or it cannot be written.
[[nodiscard]] std::optional<Outcome> refuse_name(const std::filesystem::path& path);
[[nodiscard]] Outcome cannot_begin(int exit_code, const std::filesystem::path& path, const std::string& why);

}  // namespace buurtpeil::sync
