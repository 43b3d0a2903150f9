#include "form/expression/excerpt.h"

#include <algorithm>

namespace buurtpeil {
namespace {

constexpr std::size_t shown_whole = 100;  // bytes
constexpr int letters_before = 60, letters_after = 40;
constexpr std::string_view left_out = "...";

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
bool is_control(char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7F'; }

/// The place `letters` letters before `at`, or the beginning.
std::size_t back(std::string_view line, std::size_t at, int letters) {
  while (at > 0 && letters > 0)
    if (begins_letter(line[--at])) --letters;
  return at;
}

/// The place `letters` letters after `at`, or the end.
std::size_t forward(std::string_view line, std::size_t at, int letters) {
  while (at < line.size()) {
    if (begins_letter(line[at]) && letters-- == 0) break;
    ++at;
  }
  return at;
}

}  // namespace

std::string excerpt_of(std::string_view source, std::size_t offset) {
  offset = std::min(offset, source.size());
  const std::size_t break_before = source.substr(0, offset).rfind('\n');
  const std::size_t begin = break_before == std::string_view::npos ? 0 : break_before + 1;
  const std::string_view line = source.substr(begin, source.find('\n', begin) - begin);
  const std::size_t place = offset - begin;
  const bool whole = line.size() <= shown_whole;
  const std::size_t first = whole ? 0 : back(line, place, letters_before);
  const std::size_t last = whole ? line.size() : forward(line, place, letters_after);

  std::string shown = "  ", indent = "  ";
  if (first > 0) {
    shown += left_out;
    indent += std::string(left_out.size(), ' ');
  }
  for (std::size_t i = first; i < last; ++i) {
    const char c = is_control(line[i]) ? ' ' : line[i];
    shown += c;
    if (i < place && begins_letter(c)) indent += c == '\t' ? '\t' : ' ';
  }
  if (last < line.size()) shown += left_out;
  return shown + "\n" + indent + "^";
}

}  // namespace buurtpeil
