#include "style/styled_text.h"

#include <algorithm>

namespace buurtpeil {
namespace {

constexpr std::string_view white_space = " \t\r\n";

/// A part of a text, with its runs.
StyledText part_of(const StyledText& text, std::size_t from, std::size_t to) {
  StyledText part;
  if (text.runs.empty()) {
    part.words = text.words.substr(from, to - from);
    return part;
  }
  std::size_t at = 0;
  for (const TextRun& run : text.runs) {
    const std::size_t begin = std::max(at, from), end = std::min(at + run.bytes, to);
    if (begin < end) part.add(std::string_view(text.words).substr(begin, end - begin), run.style);
    at += run.bytes;
  }
  return part;
}

}  // namespace

void StyledText::add(std::string_view more, const RunStyle& style) {
  if (more.empty()) return;
  if (runs.empty()) {
    if (style == RunStyle{}) {
      words += more;
      return;
    }
    if (!words.empty()) runs.push_back({words.size(), {}});
  }
  words += more;
  if (!runs.empty() && runs.back().style == style)
    runs.back().bytes += more.size();
  else
    runs.push_back({more.size(), style});
}

StyledText& StyledText::operator+=(const StyledText& more) {
  if (more.runs.empty()) {
    add(more.words, {});
    return *this;
  }
  std::size_t at = 0;
  for (const TextRun& run : more.runs) {
    add(std::string_view(more.words).substr(at, run.bytes), run.style);
    at += run.bytes;
  }
  return *this;
}

std::vector<StyledText> paragraphs_of(const StyledText& text) {
  std::vector<StyledText> lines;
  for (std::size_t at = 0; at <= text.words.size();) {
    const std::size_t end = std::min(text.words.find('\n', at), text.words.size());
    const std::string_view line = std::string_view(text.words).substr(at, end - at);
    const std::size_t first = line.find_first_not_of(white_space);
    if (first != std::string_view::npos)
      lines.push_back(part_of(text, at + first, at + line.find_last_not_of(white_space) + 1));
    at = end + 1;
  }
  return lines;
}

}  // namespace buurtpeil
