#include "visit/doubt.h"

#include <algorithm>
#include <array>

namespace buurtpeil {
namespace {

struct Letters {
  char32_t from, to;
};

template <std::size_t n>
bool is_among(const std::array<Letters, n>& ranges, char32_t letter) {
  return std::ranges::any_of(
      ranges, [&](const Letters& range) { return letter >= range.from && letter <= range.to; });
}

/// Of two letters a word.
constexpr auto dense_scripts = std::to_array<Letters>(
    {{0x3041, 0x30FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}});
/// Thai and Lao, Tibetan and Burmese, Khmer: of six letters a word.
constexpr auto unspaced_scripts =
    std::to_array<Letters>({{0x0E00, 0x0EFF}, {0x0F00, 0x109F}, {0x1780, 0x17FF}});
/// Spaces and signs that are no letters.
constexpr auto signs = std::to_array<Letters>({{0x00, 0x2F},
                                               {0x3A, 0x40},
                                               {0x5B, 0x60},
                                               {0x7B, 0xA9},
                                               {0xAB, 0xB4},
                                               {0xB6, 0xB9},
                                               {0xBB, 0xBF},
                                               {0x60C, 0x60C},
                                               {0x61B, 0x61F},
                                               {0x2000, 0x2BFF},
                                               {0x3000, 0x303F},
                                               {0xFF01, 0xFF0F},
                                               {0xFF1A, 0xFF20},
                                               {0xFF3B, 0xFF40},
                                               {0xFF5B, 0xFF65}});
constexpr auto spaces = std::to_array<Letters>(
    {{0x09, 0x0D}, {0x20, 0x20}, {0xA0, 0xA0}, {0x2000, 0x200B}, {0x202F, 0x202F}, {0x3000, 0x3000}});

constexpr int letters_of_dense_word = 2, letters_of_unspaced_word = 6;

class WordCount {
 public:
  void add(char32_t letter) {
    if (is_among(dense_scripts, letter))
      ++dense_, in_word_ = false;
    else if (is_among(unspaced_scripts, letter))
      ++unspaced_, in_word_ = false;
    else if (is_among(spaces, letter))
      in_word_ = false;
    else if (!in_word_ && !is_among(signs, letter))
      ++words_, in_word_ = true;
  }

  [[nodiscard]] int words() const {
    return words_ + (dense_ + letters_of_dense_word - 1) / letters_of_dense_word +
           (unspaced_ + letters_of_unspaced_word - 1) / letters_of_unspaced_word;
  }

 private:
  int words_ = 0, dense_ = 0, unspaced_ = 0;
  bool in_word_ = false;
};

template <class Floor>
bool most_are_below(const std::vector<AnsweredScreen>& screens, Floor floor) {
  const auto below = std::ranges::count_if(
      screens, [&](const AnsweredScreen& screen) { return screen.ms < floor(screen.words); });
  return static_cast<std::size_t>(below) * 2 > screens.size();
}

}  // namespace

std::int64_t floor_ms(int words) {
  return pace::touch_ms + pace::unread_word_ms * std::min(words, pace::most_words);
}

bool is_hasty(const std::vector<AnsweredScreen>& screens) {
  return screens.size() >= pace::fewest_screens && most_are_below(screens, floor_ms);
}

bool is_unread(const std::vector<AnsweredScreen>& screens) {
  return most_are_below(screens, [](int words) { return pace::touch_ms + pace::read_word_ms * words; });
}

bool is_repeated(const Imprint& response, const std::optional<Imprint>& before) {
  return before && response.answers == before->answers && response.answered >= pace::fewest_answers &&
         response.unread && response.ended_ms - before->ended_ms <= pace::soon_ms;
}

int words_in(std::string_view text) {
  WordCount count;
  char32_t letter = 0;
  for (const char c : text) {  // a byte that begins a letter ends the one before
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) {
      letter = letter << 6 | (byte & 0x3F);
      continue;
    }
    count.add(letter);
    letter = byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07;
  }
  count.add(letter);
  return count.words();
}

}  // namespace buurtpeil
