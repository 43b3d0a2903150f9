// A range as a row of values, and as the slider or the stars that show it.
#pragma once

#include <string>
#include <utility>

#include "form/form.h"
#include "kiosk/words.h"
#include "ui/view.h"

namespace buurtpeil {

/// The values of a range, by the numbers of their stops: 0 is the lowest, whichever way the form gives its
/// ends. Nothing here costs more for a range of many stops.
class Scale {
 public:
  explicit Scale(const Row& row);

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

 private:
  [[nodiscard]] double number(const Row& row, const char* parameter, double otherwise);
  /// Without the dust of adding up binary fractions.
  [[nodiscard]] std::string plain(double number) const;

  double low_ = 0, step_ = 1;
  long steps_ = 0;
  long placeholder_ = -1;
  long tick_interval_ = 1;
  int decimals_ = 0;
};

/// "+10", which reads so in a right-to-left text too: the mark before it is a letter of a left-to-right one.
[[nodiscard]] std::string signed_label(const char* sign, const std::string& number);

/// Fills in all of a range's field but what every field has. By the appearance vertical the line stands, by
/// rating it is stars, where the values are 1 to at most 10; no-ticks takes the marks away. `language` is an
/// index in Form::languages.
void fill_scale(ScaleField& field, const Form& form, const Row& row, const std::string& value, int language,
                const Wording& say);

}  // namespace buurtpeil
