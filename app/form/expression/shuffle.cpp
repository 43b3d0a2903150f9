#include "form/expression/shuffle.h"

namespace buurtpeil {
namespace {

constexpr std::int64_t modulus = 2'147'483'647;  // 2^31 - 1
constexpr std::int64_t multiplier = 16'807;

}  // namespace

ParkMiller::ParkMiller(double seed)
    : state_(std::isfinite(seed)
                 ? static_cast<std::int64_t>(std::fmod(std::trunc(seed), static_cast<double>(modulus)))
                 : 0) {
  if (state_ <= 0) state_ += modulus - 1;
}

double ParkMiller::next() {
  state_ = state_ * multiplier % modulus;
  return static_cast<double>(state_ - 1) / static_cast<double>(modulus - 1);
}

}  // namespace buurtpeil
