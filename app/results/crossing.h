// Answers to one question of those who gave one answer to another (kiosk_with), once a round is closed.
//
// The batches of a question and the answers to another one cut the same people in two ways, and their
// differences may be about few: a batch of ten of whom nine chose "garden", minus the row "garden", leaves
// one. With factors a for each batch and b for each row, a sum of their numbers is about the people of all
// pairs of batch and row where a + b is not 0. The fewest people it can be about, for rows that are split
// into those with one factor and those without (more factors only add people), is the sum over the batches of
// the smaller part. A row is published when no such split is about fewer than `least` people; the smallest
// rows are left out until that holds.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "results/results.h"

namespace buurtpeil {

/// The people of one question who are published: in which batch, what they answered to the other questions
/// with which it is crossed ("" for nothing), and to it.
class CrossedPeople {
 public:
  /// `others`: names of the other questions, `least` as everywhere. A select_multiple is there once for each
  /// of its choices, whose answer is its name, or "" where it was not chosen.
  CrossedPeople(std::vector<std::string> others, int least) : others_(std::move(others)), least_(least) {}

  /// `answers`: choices of the person, in the order of the other questions.
  void add(std::int64_t batch, const std::vector<std::string>& answers, const Tally& person);

  /// What may be published of each crossing; those of which nothing may are left out.
  [[nodiscard]] std::vector<Crossing> published() const;

 private:
  struct Cell {
    std::int64_t batch = 0;
    std::vector<std::string> answers;
    auto operator<=>(const Cell&) const = default;
  };
  std::vector<std::string> others_;
  int least_;
  std::map<Cell, Tally> cells_;
};

/// Most choices of a question with which another one is crossed: all ways to split them are tried.
inline constexpr std::size_t most_crossed_choices = 12;

}  // namespace buurtpeil
