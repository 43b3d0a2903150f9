// Lines of comma-separated values, and the guard against cells that a spreadsheet program would run as a
// formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil::sync {

/// What Excel needs at the beginning of a file to read it as UTF-8.
inline constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

/// One line with its CR LF. A cell is quoted only where it holds the separator, a quote or a line break.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells, char separator);

/// The text with a leading ' where it begins with = + - @ TAB CR or LF.
[[nodiscard]] std::string guarded(std::string_view text);

/// "5", "-2.5", "1e10": digits that a spreadsheet program can only take for a number.
[[nodiscard]] bool is_plain_number(std::string_view text);

}  // namespace buurtpeil::sync
