// Random numbers from a seed: the same seed gives the same numbers on every machine.
#pragma once

#include <cassert>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

namespace buurtpeil::simulation {

class SeededRandom {
 public:
  explicit SeededRandom(std::uint64_t seed) : numbers_(seed) {}

  /// 0 to limit - 1.
  int below(int limit) { return static_cast<int>(numbers_() % static_cast<std::uint64_t>(limit)); }
  int between(int least, int most) { return least + below(most - least + 1); }
  bool one_in(int times) { return below(times) == 0; }
  std::string word_of(std::initializer_list<const char*> words) {
    return words.begin()[below(static_cast<int>(words.size()))];
  }
  template <class T>
  const T& one_of(const std::vector<T>& list) {
    assert(!list.empty());
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }

 private:
  std::mt19937_64 numbers_;
};

}  // namespace buurtpeil::simulation
