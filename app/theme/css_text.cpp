#include "theme/css_text.h"

#include <fmt/format.h>

#include <fstream>

#include "theme/theme_limits.h"

namespace buurtpeil::css {
namespace {

/// Just behind the string that begins at `at`; the end of the text when it does not end.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == quote)
      return at + 1;
  }
  return text.size();
}

bool is_quote(char c) { return c == '"' || c == '\''; }

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n\f";
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return lower;
}

std::size_t find_outside_strings(std::string_view text, std::string_view what) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_quote(text[at]))
      at = end_of_string(text, at) - 1;
    else if (text.substr(at).starts_with(what))
      return at;
  }
  return std::string_view::npos;
}

std::size_t end_of_brackets(std::string_view text, std::size_t open) {
  std::size_t deep = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (is_quote(text[at]))
      at = end_of_string(text, at) - 1;
    else if (text[at] == '(')
      ++deep;
    else if (text[at] == ')' && --deep == 0)
      return at + 1;
  }
  return std::string_view::npos;
}

std::expected<std::string, std::string> read_file(const std::filesystem::path& file) {
  std::error_code ignored;
  std::ifstream in{file, std::ios::binary};
  if (!in || std::filesystem::is_directory(file, ignored))
    return std::unexpected(fmt::format("{}: cannot be read", file.string()));
  std::string text(theme_limits::file_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return std::unexpected(fmt::format("{}: cannot be read", file.string()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > theme_limits::file_bytes)
    return std::unexpected(
        fmt::format("{}: is larger than {} MB", file.string(), theme_limits::file_bytes >> 20U));
  return text;
}

}  // namespace buurtpeil::css
