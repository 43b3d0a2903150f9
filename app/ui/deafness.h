// Presses that are not meant for what is on the screen: a double tap on Next would pass a question that was
// never seen, and one on a check box leaves it as it was. So a screen takes no press in the moment in which
// it appears, and after a tap its place takes no other one for as long as a slow double tap lasts, whatever
// stands there by then. A press elsewhere shows that the screen was seen, and ends that. Places are pixels,
// times seconds on one clock that never goes back.
#pragma once

#include <imgui.h>

namespace buurtpeil {

class Deafness {
 public:
  /// Nobody sees a new screen and touches it sooner (simple reactions take 0.2 s and more; Hick, 1952). It
  /// fades in meanwhile.
  static constexpr double appears_s = 0.15;
  /// From lifting the finger to the next press. Desktops count 0.4 to 0.5 s as one double click; people with
  /// shaky hands need longer than others.
  static constexpr double double_tap_s = 0.5;
  /// Between two taps of one double tap. Less than between the middles of two cards or buttons.
  static constexpr float double_tap_mm = 10;

  /// Another screen is shown.
  void show_screen(double now) { shown_ = now; }
  /// A press that counts for nothing, there; else what was deaf is no more.
  bool swallows_press(ImVec2 place, double now, float mm_per_pixel);
  /// A tap that counted, on what is not made to be tapped again and again.
  void note_tap(ImVec2 place, double now);

  /// Seconds until a press there counts; 0: it does.
  [[nodiscard]] double deaf_s(ImVec2 place, double now, float mm_per_pixel) const;
  [[nodiscard]] double deaf_somewhere_s(double now) const;
  /// Seconds until the screen takes any press.
  [[nodiscard]] double appears_in_s(double now) const;

 private:
  double shown_ = -1, tapped_ = -1;  // -1: never
  ImVec2 place_{};
};

}  // namespace buurtpeil
