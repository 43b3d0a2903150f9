// Lines of comma-separated values, and the guard against cells that a spreadsheet program would run as a
// formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil::sync {

/// What Excel needs at the beginning of a file to read it as UTF-8.
inline constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

inline constexpr std::string_view line_end = "\r\n";

/// Appends one cell. It is quoted only where it holds the separator, a quote or a line break.
void add_csv(std::string& line, std::string_view cell, char separator);

/// One line with its end.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells, char separator);

/// Begins with = + - @ TAB CR or LF: a spreadsheet program may run it.
[[nodiscard]] bool is_risky(std::string_view text);

/// "5", "-2.5", "1e10": digits that a spreadsheet program can only take for a number.
[[nodiscard]] bool is_plain_number(std::string_view text);

}  // namespace buurtpeil::sync
