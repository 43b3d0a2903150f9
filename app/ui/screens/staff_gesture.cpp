#include "ui/screens/staff_gesture.h"

namespace buurtpeil {

StaffGesture::Corner StaffGesture::corner_of(const Touch& touch) const {
  const bool left = touch.x >= 0 && touch.x < screen_.corner;
  const bool right = touch.x < screen_.width && touch.x >= screen_.width - screen_.corner;
  const bool top = touch.y >= 0 && touch.y < screen_.corner;
  const bool bottom = touch.y < screen_.height && touch.y >= screen_.height - screen_.corner;
  if (top && (left || right)) return left ? Corner::top_left : Corner::top_right;
  if (bottom && (left || right)) return left ? Corner::bottom_left : Corner::bottom_right;
  return Corner::none;
}

StaffGesture::Corner StaffGesture::beside(Corner corner) {
  switch (corner) {
    case Corner::top_left:
      return Corner::top_right;
    case Corner::top_right:
      return Corner::top_left;
    case Corner::bottom_left:
      return Corner::bottom_right;
    case Corner::bottom_right:
      return Corner::bottom_left;
    case Corner::none:
      break;
  }
  return Corner::none;
}

void StaffGesture::press(const Touch& touch, const Screen& screen) {
  screen_ = screen;
  pressed_ = touch;
}

StaffGesture::Outcome StaffGesture::lift(const Touch& touch, bool moved) {
  const Corner corner = corner_of(touch);
  const bool stayed = corner != Corner::none && corner == corner_of(pressed_);
  const double held_s = touch.at_s - pressed_.at_s;
  const bool in_time = pressed_.at_s - last_lift_s_ <= longest_pause_s;
  last_lift_s_ = touch.at_s;
  if (stayed && corner == awaited_ && in_time && held_s <= longest_tap_s) {
    if (++taps_ < 2) return Outcome::taken;
    awaited_ = Corner::none;
    return Outcome::complete;
  }
  taps_ = 0;
  awaited_ = Corner::none;
  if (!stayed || moved || held_s < least_hold_s || held_s > most_hold_s) return Outcome::not_ours;
  awaited_ = beside(corner);
  return Outcome::taken;
}

}  // namespace buurtpeil
