// Answers by steps: what the buttons of a counter, a day or a time would write.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "form/form.h"
#include "form/moment.h"
#include "visit/day_answer.h"

namespace buurtpeil {

/// The values that one step, or several at once, would give; "" beyond the ends.
struct Steps {
  std::string up, down, far_up, far_down;
};

/// How far the far steps of a counter go.
inline constexpr int far_count = 10;
inline constexpr long most_counted = 999'999'999;
/// Of things that are counted: never fewer than none, and from `least` to `most`, where these are set.
/// Without a number the first step gives one, or none, or what is nearest to that; from beyond them a step
/// leads back.
[[nodiscard]] Steps count_steps(const std::string& value, std::optional<double> least = std::nullopt,
                                std::optional<double> most = std::nullopt);

/// One part of a day or a time.
struct DaySteps {
  DayPart part = DayPart::day;
  std::optional<int> here, below,
      above;    ///< its number now, and after a step down or up; without an answer none
  int far = 0;  ///< how far its far steps go; 0 where it has none
  Steps steps;
};
/// Of each part that the question asks for. Days, months, hours and minutes go round; a year has the ends
/// first_offered_year and last_offered_year. Without an answer the first step gives first_day().
[[nodiscard]] std::vector<DaySteps> day_steps(const Row& row, const std::string& value, Moment now);

}  // namespace buurtpeil
