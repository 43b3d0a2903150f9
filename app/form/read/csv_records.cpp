#include "form/read/csv_records.h"

#include <glib.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF", little_endian_mark = "\xFF\xFE",
                           big_endian_mark = "\xFE\xFF";
constexpr std::array separators = {',', ';', '\t'};

/// The bytes in UTF-8; nothing where they are no text in that encoding.
std::optional<std::string> converted(std::string_view bytes, const char* from) {
  gsize written = 0;
  const std::unique_ptr<gchar, decltype(&g_free)> text(
      g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", from, nullptr, &written, nullptr),
      &g_free);
  return text ? std::optional<std::string>(std::in_place, text.get(), written) : std::nullopt;
}

/// The separator that a line "sep=;" says, as Excel writes and reads it; 0 for another line.
char said_separator(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  return line.size() == 5 && lower_case(line.substr(0, 4)) == "sep=" ? line.back() : '\0';
}

/// How many of the first records have as many cells as the first one, and how many those are; nothing where
/// the first one is not parted.
std::pair<std::size_t, std::size_t> lines_of_one_width(std::string_view text, char separator) {
  constexpr std::size_t enough = 20;
  CsvRecords records(text, separator);
  std::vector<std::string> cells;
  std::size_t width = 0, alike = 0;
  int line = 0;
  for (std::size_t seen = 0; seen < enough && records.next(cells, line);) {
    if (cells.size() == 1 && trimmed(cells.front()).empty()) continue;
    ++seen;
    if (width == 0) width = cells.size();
    if (cells.size() == width) ++alike;
  }
  return width > 1 ? std::pair(alike, width) : std::pair(std::size_t{0}, std::size_t{0});
}

/// Beyond ASCII. In Windows-1252 the same bytes would be an accented capital before signs.
bool has_utf8_letter(std::string_view bytes) {
  for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const std::size_t more = first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0;
    const auto is_continued = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    if (more > 0 && at + more < bytes.size() && std::ranges::all_of(bytes.substr(at + 1, more), is_continued))
      return true;
  }
  return false;
}

}  // namespace

std::expected<CsvText, Problem> utf8_of(std::string_view bytes) {
  if (bytes.size() > limits::file_bytes)
    return std::unexpected(
        Problem{.message = fmt::format("the file is larger than {} MB", limits::file_bytes >> 20)});
  for (const auto& [mark, name] : {std::pair{little_endian_mark, "UTF-16LE"}, {big_endian_mark, "UTF-16BE"}})
    if (bytes.starts_with(mark)) {
      auto text = converted(bytes.substr(mark.size()), name);
      if (text && !line_of_bad_utf8(*text)) return CsvText{std::move(*text), "UTF-16"};
      return std::unexpected(Problem{.message = "the file is not valid UTF-16; save the file as UTF-8"});
    }
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  const auto line = line_of_bad_utf8(bytes);
  if (!line) return CsvText{std::string(bytes), ""};
  // Nearly any bytes are text in Windows-1252: a file that is UTF-8 but for a slip would turn into signs.
  auto text = has_utf8_letter(bytes) ? std::nullopt : converted(bytes, "WINDOWS-1252");
  if (text && !line_of_bad_utf8(*text)) return CsvText{std::move(*text), "Windows-1252"};
  return std::unexpected(not_utf8(*line));
}

Problem not_utf8(int line) {
  return {.message = fmt::format("line {} is not text in UTF-8; save the file as UTF-8", line)};
}

char separator_of_table(std::string_view utf8) {
  if (const char said = said_separator(utf8)) return said;
  std::array<std::pair<std::size_t, std::size_t>, separators.size()> counts{};
  for (std::size_t i = 0; i < separators.size(); ++i)
    counts.at(i) = lines_of_one_width(utf8, separators.at(i));
  return separators.at(static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin()));
}

char separator_of_form(std::string_view utf8) {
  if (const char said = said_separator(utf8)) return said;
  for (std::string_view rest = utf8; !rest.empty();) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.starts_with("\"\"")) line.remove_prefix(2);
    while (line.starts_with(' ')) line.remove_prefix(1);
    if (!line.empty() && std::ranges::find(separators, line.front()) != separators.end()) return line.front();
  }
  return separator_of_table(utf8);
}

std::string unusual(const CsvText& text, char separator) {
  std::string between = separator == ';' ? "semicolons" : separator == '\t' ? "tabs" : "";
  if (between.empty() && separator != ',') between = fmt::format("'{}'", separator);
  if (between.empty() && text.encoding.empty()) return "";
  const std::string in = text.encoding.empty() ? "" : " in " + text.encoding;
  return between.empty()
             ? "is read" + in
             : fmt::format("is read with {} between its cells{}{}", between, in.empty() ? "" : ",", in);
}

CsvRecords::CsvRecords(std::string_view text, char separator) : text_(text), separator_(separator) {
  if (said_separator(text) == 0) return;
  at_ = std::min(text.find('\n'), text.size() - 1) + 1;
  ++line_;
}

bool CsvRecords::next(std::vector<std::string>& cells, int& line) {
  if (at_ >= text_.size()) return false;
  cells.clear();
  line = line_;
  for (;;) {
    cells.push_back(field());
    if (at_ >= text_.size()) return true;
    const char end = text_[at_++];
    if (end == separator_) continue;
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
    return true;
  }
}

std::string CsvRecords::field() {
  const auto is_blank = [&](char c) { return c == ' ' || (c == '\t' && separator_ != '\t'); };
  while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  std::string value;
  if (at_ < text_.size() && text_[at_] == '"') value = quoted();
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
    value += text_[at_++];
  return value;
}

std::string CsvRecords::quoted() {
  const int opened = line_;
  std::string value;
  for (++at_; at_ < text_.size(); ++at_) {
    if (text_[at_] == '\n') ++line_;
    if (text_[at_] != '"')
      value += text_[at_];
    else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"')
      value += text_[++at_];
    else
      return ++at_, value;
  }
  unclosed = opened;
  return value;
}

}  // namespace buurtpeil
