// The values of a range as stops on a line: what a slider, stars or steps offer.
#pragma once

#include <string>
#include <utility>

#include "form/appearance.h"

namespace buurtpeil {

/// The stops count from 0, the lowest value, whichever way the form gives the ends. Nothing here costs more
/// for a range of many stops.
class Scale {
 public:
  explicit Scale(const Range& range);

  [[nodiscard]] long stops() const { return steps_ + 1; }
  /// As it is stored, "2.5"; "" beyond the ends.
  [[nodiscard]] std::string value_at(long stop) const;
  /// The stops at or next to a value: both the same on a stop, -1 and -1 without a number.
  [[nodiscard]] std::pair<long, long> around(const std::string& value) const;
  /// The stop where the form's placeholder lies, or -1.
  [[nodiscard]] long placeholder() const { return placeholder_; }
  /// Width of so many steps, "0.5".
  [[nodiscard]] std::string size_of(long steps) const;
  /// Stops from one of the form's tick_interval to the next, 1 without.
  [[nodiscard]] long tick_interval() const { return tick_interval_; }

  /// How many stops a far move goes.
  static constexpr long far_stops = 10;
  /// The stops to which a value can be moved from, -1 for none. Without a value a move goes to the
  /// placeholder, or else to the lowest stop upwards and the highest downwards, and there are no far ones.
  struct Moves {
    long less = -1, more = -1, far_less = -1, far_more = -1;
  };
  [[nodiscard]] Moves moves_from(const std::string& value) const;

 private:
  /// Rounded to as many decimals as the form has: adding up binary fractions leaves small errors.
  [[nodiscard]] std::string plain(double number) const;

  double low_ = 0, step_ = 1;
  long steps_ = 0;
  long placeholder_ = -1;
  long tick_interval_ = 1;
  int decimals_ = 0;
};

}  // namespace buurtpeil
