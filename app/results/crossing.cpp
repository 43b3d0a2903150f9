#include "results/crossing.h"

#include <algorithm>
#include <map>
#include <utility>

namespace buurtpeil {
namespace {

/// How many people of a class (a batch, cut further by crossings before) gave each answer: row -> people.
using People = std::map<std::string, std::int64_t>;

/// The candidates' people in a class, and at the end those of all other rows; and how many classes are so.
using Patterns = std::map<std::vector<std::int64_t>, std::int64_t>;

Patterns patterns_of(const std::map<std::vector<std::string>, People>& classes,
                     const std::vector<std::string>& candidates) {
  Patterns patterns;
  for (const auto& [key, people] : classes) {
    std::vector<std::int64_t> pattern(candidates.size() + 1, 0);
    for (const auto& [row, number] : people) {
      const auto at = std::ranges::find(candidates, row) - candidates.begin();
      pattern[static_cast<std::size_t>(at)] += number;
    }
    ++patterns[pattern];
  }
  return patterns;
}

/// The fewest people that a sum of rows and classes can be about.
std::int64_t fewest_people(const Patterns& patterns, std::size_t rows) {
  std::int64_t fewest = std::int64_t{1} << 62;
  for (std::uint32_t split = 1; split < (1u << rows); ++split) {
    std::int64_t about = 0, inside = 0, outside = 0;
    for (const auto& [pattern, times] : patterns) {
      std::int64_t in = 0, out = pattern.back();
      for (std::size_t row = 0; row < rows; ++row) ((split >> row & 1u) != 0 ? in : out) += pattern[row];
      about += times * std::min(in, out);
      inside += times * in;
      outside += times * out;
    }
    if (inside > 0 && outside == 0) continue;  // every row alike: the classes themselves say as much
    fewest = std::min(fewest, about);
  }
  return fewest;
}

std::vector<std::string> publishable_rows(const std::map<std::vector<std::string>, People>& classes,
                                          std::int64_t least) {
  People sums;
  for (const auto& [key, people] : classes)
    for (const auto& [row, number] : people) sums[row] += number;
  sums.erase("");
  std::vector<std::string> rows;
  for (const auto& [row, number] : sums)
    if (number >= least) rows.push_back(row);
  std::ranges::stable_sort(rows, std::ranges::greater{}, [&](const std::string& row) { return sums[row]; });
  if (rows.size() > most_crossed_choices) rows.resize(most_crossed_choices);
  while (!rows.empty() && fewest_people(patterns_of(classes, rows), rows.size()) < least) rows.pop_back();
  return rows;
}

}  // namespace

void CrossedPeople::add(std::int64_t batch, const std::vector<std::string>& answers, const Tally& person) {
  cells_[{batch, answers}] += person;
}

std::vector<Crossing> CrossedPeople::published() const {
  std::vector<Crossing> crossings;
  // What is published already cuts the classes further: batches, then the rows of each crossing.
  std::map<Cell, std::vector<std::string>> class_of;
  for (const auto& [cell, tally] : cells_) class_of[cell] = {std::to_string(cell.batch)};
  for (std::size_t other = 0; other < others_.size(); ++other) {
    std::map<std::vector<std::string>, People> classes;
    for (const auto& [cell, tally] : cells_) classes[class_of[cell]][cell.answers[other]] += tally.people;
    const std::vector<std::string> rows = publishable_rows(classes, least_);
    if (rows.empty()) continue;
    Crossing crossing{others_[other], {}};
    for (const auto& [cell, tally] : cells_) {
      const bool is_row = std::ranges::find(rows, cell.answers[other]) != rows.end();
      if (is_row) crossing.by_choice[cell.answers[other]] += tally;
      class_of[cell].push_back(is_row ? cell.answers[other] : "");
    }
    // Each choice of a select_multiple is cut by itself, and they are one crossing.
    if (!crossings.empty() && crossings.back().with == crossing.with)
      crossings.back().by_choice.merge(crossing.by_choice);
    else
      crossings.push_back(std::move(crossing));
  }
  return crossings;
}

}  // namespace buurtpeil
