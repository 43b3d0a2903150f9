// Text and files, for the readers of style files.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace buurtpeil::css {

[[nodiscard]] std::string_view trimmed(std::string_view text);  ///< without white space around it
[[nodiscard]] std::string lowered(std::string_view text);       ///< A to Z alone

/// Where `what` begins outside "..." and '...'; npos when it does not.
[[nodiscard]] std::size_t find_outside_strings(std::string_view text, std::string_view what);
/// Just behind the bracket that closes the one at `open`; npos when none does.
[[nodiscard]] std::size_t end_of_brackets(std::string_view text, std::size_t open);

/// A whole file; an error, with its name, when it cannot be read or is too large for a theme.
[[nodiscard]] std::expected<std::string, std::string> read_file(const std::filesystem::path& file);

}  // namespace buurtpeil::css
