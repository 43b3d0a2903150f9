#include "ui/deafness.h"

#include <algorithm>
#include <cmath>

namespace buurtpeil {

double Deafness::appears_in_s(double now) const {
  return shown_ < 0 ? 0 : std::max(0.0, shown_ + appears_s - now);
}

double Deafness::deaf_s(ImVec2 place, double now, float mm_per_pixel) const {
  const float apart_mm = std::hypot(place.x - place_.x, place.y - place_.y) * mm_per_pixel;
  return apart_mm < double_tap_mm ? deaf_somewhere_s(now) : appears_in_s(now);
}

double Deafness::deaf_somewhere_s(double now) const {
  return std::max(appears_in_s(now), tapped_ < 0 ? 0.0 : tapped_ + double_tap_s - now);
}

bool Deafness::swallows_press(ImVec2 place, double now, float mm_per_pixel) {
  if (deaf_s(place, now, mm_per_pixel) > 0) return true;
  tapped_ = -1;
  return false;
}

void Deafness::note_tap(ImVec2 place, double now) {
  place_ = place;
  tapped_ = now;
}

}  // namespace buurtpeil
