// Text with style: words, and how stretches of them look. One model from the form to the screen: what is
// spoken, searched and exported are its words; what is drawn has the runs as well. Plain data.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/colour.h"

namespace buurtpeil {

enum class FontFamily { usual, serif, monospace };
/// Of a line: `left` and `right` are sides of the screen, whatever the direction of the text.
enum class LineAlign { usual, left, center, right };

struct RunStyle {
  bool bold = false, italic = false, underline = false;
  bool small = false;                  ///< the address behind a link, in small letters
  int heading = 0;                     ///< of its whole line: 1 (largest) to 6, 0 for none
  LineAlign align = LineAlign::usual;  ///< of its whole line
  FontFamily family = FontFamily::usual;
  std::optional<Colour> colour{};  ///< as the author wrote it; whoever draws moves it until it can be read
  bool operator==(const RunStyle&) const = default;
};

struct TextRun {
  std::size_t bytes = 0;  ///< of the words, from the end of the run before
  RunStyle style;
  bool operator==(const TextRun&) const = default;
};

/// The runs cover all of the words, or there are none: then the text is plain.
struct StyledView;
struct StyledText {
  std::string words;  ///< UTF-8; '\n' ends a line, an empty line parts paragraphs
  std::vector<TextRun> runs = {};

  StyledText() = default;
  StyledText(std::string plain) : words(std::move(plain)) {}  // NOLINT(google-explicit-constructor)
  StyledText(const char* plain) : words(plain) {}             // NOLINT(google-explicit-constructor)

  explicit StyledText(StyledView text);

  [[nodiscard]] bool empty() const { return words.empty(); }
  /// Appends words of that style. Neighbours of one style are one run.
  void add(std::string_view more, const RunStyle& style);
  StyledText& operator+=(const StyledText& more);

  bool operator==(const StyledText&) const = default;
};

/// Text that somebody else keeps: what drawing and measuring take, whether it has style or not.
struct StyledView {
  std::string_view words;
  std::span<const TextRun> runs = {};

  StyledView(std::string_view plain) : words(plain) {}                        // NOLINT
  StyledView(const std::string& plain) : words(plain) {}                      // NOLINT
  StyledView(const char* plain) : words(plain) {}                             // NOLINT
  StyledView(const StyledText& text) : words(text.words), runs(text.runs) {}  // NOLINT

  [[nodiscard]] bool empty() const { return words.empty(); }
};

inline StyledText::StyledText(StyledView text)
    : words(text.words), runs(text.runs.begin(), text.runs.end()) {}

/// The lines that say something, as texts of their own, without white space around them.
[[nodiscard]] std::vector<StyledText> paragraphs_of(const StyledText& text);

}  // namespace buurtpeil
