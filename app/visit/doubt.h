// Which finished responses nobody can have meant: children play with kiosks, and some would like to be
// counted many times. Such a response is kept, marked (Response::doubt) and left out of what all said. All
// numbers of it stand here.
//
// hasty: most of the screens on which something was answered were left sooner than anybody can have read
// what they ask. People read 175 to 300 words a minute silently, 238 on average (Brysbaert, 2019, Journal of
// Memory and Language 109), and the movements of the eyes allow no more than some 300 (Primativo et al.,
// 2016, PLOS ONE 11). The floor is twice that, so that a quick reader who knows what comes is not near it.
// - Only the words of the questions that were answered there count, not choices, hints and notes: nobody has
//   to read all of these. And no more than ten of a screen: the end of a long question may be guessed. So
//   whoever takes 0.65 s for each touch, and two of them for a screen, is never hasty, whatever is asked.
// - A screen counts with all the time that it was seen, also when going back to it or past it. One that was
//   skipped or refused does not count, since it says nothing; nor does one that was not on the screen: the
//   question that the invitation asks.
// - Fewer than three such screens tell nothing. A terminal with a question or two, which people know from
//   yesterday, has no hasty responses.
//
// repeated: the same answers to the same questions as in the response that ended before on this kiosk, at
// most a minute ago. Two people may well touch the same face one after the other, so five questions at least
// have to be answered, and most screens have to be left sooner than reading them takes the average person:
// who repeats does not read again, and who is there for the first time does. A kiosk compares with a number
// that is made of the answers and kept in memory; after a restart there is nothing to compare with.
//
// What it does not tell: who answers slowly and without sense, or comes again after a minute.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace buurtpeil {

namespace pace {
/// From the last word to the finger's touch; simple reactions take 0.2 s and more.
inline constexpr std::int64_t touch_ms = 300;
/// 600 words a minute: nobody reads as fast.
inline constexpr std::int64_t unread_word_ms = 100;
inline constexpr int most_words = 10;
/// 238 words a minute: the average.
inline constexpr std::int64_t read_word_ms = 252;
inline constexpr std::size_t fewest_screens = 3;
inline constexpr int fewest_answers = 5;
inline constexpr std::int64_t soon_ms = 60'000;
}  // namespace pace

/// A screen on which the visitor answered something.
struct AnsweredScreen {
  int words = 0;        ///< of the questions that were answered
  std::int64_t ms = 0;  ///< that it was seen, in all
};

/// Below this nobody can have read a screen with so many words.
[[nodiscard]] std::int64_t floor_ms(int words);
[[nodiscard]] bool is_hasty(const std::vector<AnsweredScreen>& screens);
/// Most of them were seen for a shorter time than the average person reads them in.
[[nodiscard]] bool is_unread(const std::vector<AnsweredScreen>& screens);

/// What is remembered of a finished response: none of its answers.
struct Imprint {
  std::uint64_t answers = 0;  ///< a number made of all of them
  int answered = 0;           ///< questions
  bool unread = false;
  std::int64_t ended_ms = 0;  ///< monotonic
};
[[nodiscard]] bool is_repeated(const Imprint& response, const std::optional<Imprint>& before);

/// What stands between white space and has a letter or digit in it. Chinese and Japanese, which have no such
/// space, count as two letters a word (people read some 160 words, or 255 letters, of Chinese a minute;
/// Trauzettel-Klosinski and Dietz, 2012), Thai, Lao, Khmer and Burmese as six letters and signs.
[[nodiscard]] int words_in(std::string_view text);

}  // namespace buurtpeil
