// Style in plain words, for tests: "Take [b]your own[] street".
#pragma once

#include <fmt/format.h>

#include <string>

#include "style/styled_text.h"

namespace buurtpeil {

/// "[b i h2 #b00000]": how the words after it look; "[]": plain again.
inline std::string mark_of(const RunStyle& style) {
  std::string words;
  const auto add = [&](bool is, const std::string& word) {
    if (is) words += (words.empty() ? "" : " ") + word;
  };
  add(style.bold, "b");
  add(style.italic, "i");
  add(style.underline, "u");
  add(style.small, "small");
  add(style.heading > 0, fmt::format("h{}", style.heading));
  add(style.align == LineAlign::left, "left");
  add(style.align == LineAlign::center, "center");
  add(style.align == LineAlign::right, "right");
  add(style.family == FontFamily::serif, "serif");
  add(style.family == FontFamily::monospace, "monospace");
  if (style.colour) add(true, to_hex(*style.colour));
  return "[" + words + "]";
}

inline std::string in_styled_words(const StyledText& text) {
  if (text.runs.empty()) return text.words;
  std::string all;
  RunStyle last;
  std::size_t at = 0;
  for (const TextRun& run : text.runs) {
    if (!(run.style == last)) all += mark_of(run.style);
    all += text.words.substr(at, run.bytes);
    last = run.style;
    at += run.bytes;
  }
  return all;
}

}  // namespace buurtpeil
