// Small questions about a piece of text that the readers and the compiler ask. UTF-8 throughout; letters
// beyond ASCII are left as they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil {

/// Without white space at both ends, a no-break space counting as one.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string lower_case(std::string_view text);
/// Split at `separator`, every part trimmed; at least one part.
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view separator);
/// The words between white space.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);
/// The lines of a cell that say something, trimmed. A cell of a .md table cannot hold a line break and says
/// <br> instead, as Markdown does.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);
/// Every run of spaces as one space: how the reference converter cleans the survey sheet. Line breaks stay.
[[nodiscard]] std::string collapse_spaces(std::string_view text);
/// Typographic quotes as plain ones, in everything that is not shown to people: spreadsheet programs put them
/// in by themselves.
[[nodiscard]] std::string plain_quotes(std::string_view text);
[[nodiscard]] std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
/// Line (from 1) of the first byte that is not valid UTF-8, or is a NUL; nothing when all is text.
[[nodiscard]] std::optional<int> line_of_bad_utf8(std::string_view text);
/// Begins with a letter or underscore, then letters, digits, - _ or . as XML asks of the names of questions.
[[nodiscard]] bool is_name(std::string_view text);
/// A whole text as a number ("2", "-0.5", "1e3"); nothing for anything else, infinity or NaN.
[[nodiscard]] std::optional<double> number_of(std::string_view text);
/// What yes_no columns hold: yes, true, true() ... -> true; no, false, false() -> false; anything else ->
/// nothing.
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view text);

}  // namespace buurtpeil
