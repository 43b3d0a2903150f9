// The one shuffle of the ODK world: inside-out Fisher-Yates with the Park-Miller generator, so that a seed
// gives the same order in every tool.
#pragma once

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace buurtpeil {

class ParkMiller {
 public:
  /// Any seed: its whole part counts; one that is no number counts as 0.
  explicit ParkMiller(double seed);
  /// From 0, below 1.
  double next();

 private:
  std::int64_t state_;
};

template <class Item>
[[nodiscard]] std::vector<Item> shuffled(const std::vector<Item>& items, double seed) {
  ParkMiller random(seed);
  std::vector<Item> mixed;
  mixed.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto other = static_cast<std::size_t>(std::floor(random.next() * static_cast<double>(i + 1)));
    mixed.push_back(items[i]);
    std::swap(mixed[i], mixed[other]);
  }
  return mixed;
}

}  // namespace buurtpeil
