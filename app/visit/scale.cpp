#include "visit/scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "form/expression/value.h"

namespace buurtpeil {

Scale::Scale(const Range& range) : step_(range.step), decimals_(std::min(range.decimals, 12)) {
  constexpr double most = 1e15;
  steps_ = static_cast<long>(std::min(most, std::floor(std::abs(range.end - range.start) / step_ + 1e-9)));
  low_ = range.start <= range.end ? range.start : range.start - static_cast<double>(steps_) * step_;
  if (range.placeholder)
    placeholder_ =
        std::lround(std::clamp((*range.placeholder - low_) / step_, 0.0, static_cast<double>(steps_)));
  if (range.tick_interval)
    tick_interval_ = std::max(1L, std::lround(std::min(most, *range.tick_interval / step_)));
}

std::string Scale::plain(double number) const {
  return number_to_text(text_to_number(fmt::format("{:.{}f}", number, decimals_)));
}

std::string Scale::value_at(long stop) const {
  if (stop < 0 || stop > steps_) return "";
  return plain(low_ + static_cast<double>(stop) * step_);
}

std::pair<long, long> Scale::around(const std::string& value) const {
  const double number = text_to_number(value);
  if (std::isnan(number)) return {-1, -1};
  const double stop = std::clamp((number - low_) / step_, -1.0, static_cast<double>(steps_) + 1);
  return {static_cast<long>(std::floor(stop + 1e-9)), static_cast<long>(std::ceil(stop - 1e-9))};
}

std::string Scale::size_of(long steps) const { return plain(static_cast<double>(steps) * step_); }

Scale::Moves Scale::moves_from(const std::string& value) const {
  const auto [below, above] = around(value);
  if (below < 0 && above < 0) {
    if (placeholder_ >= 0) return {.less = placeholder_, .more = placeholder_};
    return {.less = steps_, .more = 0};
  }
  const auto there = [&](long stop) { return stop >= 0 && stop <= steps_ ? stop : -1L; };
  return {.less = there(above - 1),
          .more = there(below + 1),
          .far_less = there(above - far_stops),
          .far_more = there(below + far_stops)};
}

}  // namespace buurtpeil
