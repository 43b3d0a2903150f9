// The charts of a report. Each is a table with a heading for every row and column, whose cells have a bar or
// a column drawn beside their number: what is seen and what is read aloud are one thing.
#pragma once

#include <vector>

#include "results/results.h"
#include "sync/html.h"
#include "sync/report_words.h"

namespace buurtpeil::sync {

/// How a question is drawn wherever it is drawn: its items in one order and on one scale, so that places,
/// rounds and regions can be held beside each other.
struct Chart {
  const QuestionResults* question = nullptr;
  std::vector<const ResultItem*> items;  ///< in the order in which they are drawn
  bool columns = false;                  ///< of a scale and of numbers: columns beside each other
  bool narrow_columns = false;           ///< also where there is little room
  bool long_labels = false;              ///< where there is little room they stand above their bars
  int full = 100;                        ///< percent of a whole bar
};

/// `tallies`: all that will be drawn.
[[nodiscard]] Chart chart_of(const QuestionResults& question, const std::vector<const Tally*>& tallies,
                             const ReportWords& say);

/// The items that were chosen most, all of them where several are alike; of nobody none.
[[nodiscard]] std::vector<const ResultItem*> chosen_most(const QuestionResults& question, const Tally& tally);

/// Large, of everybody.
[[nodiscard]] Html lead_chart(const Chart& chart, const Tally& tally, const Html& caption,
                              const ReportWords& say);
/// Small, one of many, with marks where the bars of `mark` end.
[[nodiscard]] Html small_chart(const Chart& chart, const Tally& tally, const Tally& mark, const Html& caption,
                               const ReportWords& say);

/// What is held beside each other.
struct Side {
  Html name;
  const Tally* tally = nullptr;
};
/// A column for each side; the bars of the first one are marked in all others.
[[nodiscard]] Html beside_chart(const Chart& chart, const std::vector<Side>& sides, const Html& caption,
                                const ReportWords& say);

}  // namespace buurtpeil::sync
