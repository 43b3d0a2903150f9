// The gesture that opens the staff's screens: hold a lower (or an upper) corner of the screen for three
// seconds, then tap the corner beside it twice. One hand does it, from a wheelchair too, on every screen, and
// nothing on the screen tells of it. By accident it takes a finger that rests in a corner of two centimetres
// and then twice meets the other corner, without touching anything else in between.
//
// The whole corner counts, also where a button lies: what is held there for less than three seconds is a tap
// on the button, and one that is held for longer is none. A finger that scrolls or drags is never part of it.
// Times come with the touches, in seconds of any clock.
#pragma once

namespace buurtpeil {

class StaffGesture {
 public:
  static constexpr double least_hold_s = 3, most_hold_s = 12;
  static constexpr double longest_tap_s = 1.5, longest_pause_s = 3;

  struct Touch {
    float x = 0, y = 0;
    double at_s = 0;
  };
  struct Screen {
    float width = 0, height = 0;
    float corner = 0;  ///< side of the squares in the corners
  };
  enum class Outcome {
    not_ours,  ///< the touch is the screen's
    taken,     ///< part of the gesture: nothing else may come of it
    complete,
  };

  void press(const Touch& touch, const Screen& screen);
  /// `moved`: the finger scrolled or dragged something meanwhile.
  [[nodiscard]] Outcome lift(const Touch& touch, bool moved);

 private:
  enum class Corner { none, top_left, top_right, bottom_left, bottom_right };
  [[nodiscard]] Corner corner_of(const Touch& touch) const;
  static Corner beside(Corner corner);

  Screen screen_;
  Touch pressed_;
  Corner awaited_ = Corner::none;  ///< after the hold: where the taps must come
  int taps_ = 0;
  double last_lift_s_ = 0;
};

}  // namespace buurtpeil
