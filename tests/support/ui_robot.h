// A visitor without a screen: draws a View, puts a finger on a target by its name, and gives the Event. The
// finger goes through Dear ImGui's input queue, as the window's does.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/ui.h"

namespace buurtpeil {

class UiRobot {
 public:
  explicit UiRobot(Display display, const HouseStyle& style = built_in_style());
  UiRobot(const UiRobot&) = delete;
  UiRobot& operator=(const UiRobot&) = delete;
  ~UiRobot();

  /// Draws one frame, and gives what it gave.
  std::optional<Event> frame(const View& view);
  /// Draws until nothing moves any more; time passes in leaps.
  void show(const View& view);

  /// Press and release in the middle of a target; fails the test when it is not on the screen or cannot be
  /// reached.
  std::optional<Event> tap(const View& view, std::string_view target);
  std::optional<Event> tap_at(const View& view, float x, float y);
  /// Press, move in small steps, release.
  std::optional<Event> drag(const View& view, float x, float y, float to_x, float to_y);
  /// Characters of a plugged-in keyboard; the view's field is kept up to date with what was written.
  std::optional<Event> type(const View& view, std::string_view utf8);

  [[nodiscard]] const Target* target(
      std::string_view name) const;  ///< as drawn last, nullptr when it is not there
  [[nodiscard]] Ui& ui() { return *ui_; }
  [[nodiscard]] Display display() const { return display_; }

  /// What was drawn last, as a picture.
  void save_picture(const std::string& path) const;

 private:
  Display display_;
  std::optional<Ui> ui_;
};

/// "choose colour=red", "write idea=a tree", "next", "none": an event in words, to compare whole.
[[nodiscard]] std::string in_words(const std::optional<Event>& event);

}  // namespace buurtpeil
