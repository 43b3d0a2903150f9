#include "form/suggestion.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace buurtpeil {
namespace {

constexpr std::size_t longest_word = 64;  // longer words are not compared

char lower(char letter) { return static_cast<char>(std::tolower(static_cast<unsigned char>(letter))); }

// The optimal string alignment distance: three rows of the usual table.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view nearest;
  std::size_t least = longest_word;
  for (const std::string_view candidate : candidates) {
    if (word.size() > longest_word || candidate.size() > longest_word) continue;
    const std::size_t differs = distance(word, candidate);
    const bool nearer = differs < least || (differs == least && candidate.size() > nearest.size());
    if (nearer && differs * 3 <= std::max<std::size_t>(candidate.size(), 3)) {
      least = differs;
      nearest = candidate;
    }
  }
  return std::string(nearest);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string nearest = nearest_word(word, candidates);
  return nearest.empty() ? std::string{} : "; did you mean '" + nearest + "'?";
}

}  // namespace buurtpeil
