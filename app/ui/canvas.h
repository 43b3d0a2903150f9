// The surface that screens draw on. Every word goes through text() and every place to touch through touch(), which also write down
// what was drawn where, so that tests, the robot and later the speech read the same screen that a person sees.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "ui/box.h"
#include "ui/text.h"
#include "ui/ui.h"

namespace buurtpeil {

/// What the last frame drew.
struct Drawn {
  std::vector<Target> targets;
  std::vector<DrawnText> texts;
};

/// Where a text stands in its box from top to bottom. Middle goes by the capital letters, as the eye does.
enum class Vertical { top, middle };

struct Touched {
  bool tapped = false;   ///< pressed and released inside, without having been dragged away
  bool pressed = false;  ///< the finger is on it now
};

/// Made anew each frame, between ImGui::Begin() and ImGui::End() of a window that covers the screen. Boxes and sizes are pixels.
class Canvas {
 public:
  /// Nothing is drawn or touched outside of the clip box. drawn is appended to.
  Canvas(TextEngine& engine, Box clip, Drawn& drawn);
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;
  ~Canvas();

  /// Draws words wrapped to the box's width and gives the paragraph's height. The box's height counts for Vertical::middle alone.
  float text(std::string_view words, const TextStyle& style, Box box, ImU32 colour, Vertical vertical = Vertical::top);
  /// How high and wide those words will be, without drawing.
  [[nodiscard]] const Paragraph& measure(std::string_view words, const TextStyle& style, float width_px = unlimited_width);
  /// Draws a laid-out paragraph, for a text field, and writes it down as text() does.
  void paragraph(const Paragraph& paragraph, ImVec2 top_left, ImU32 colour);

  /// A place to touch. Press and release inside count, whatever happens in between, except a drag of more than the limit inside
  /// push_clip(). Key repeat and keyboards never count. Names are unique in a frame.
  Touched touch(std::string_view name, Box box);

  /// Narrows the clip box, for a list that scrolls: there, a finger that moved further than drag_limit_px has scrolled, not tapped.
  void push_clip(Box box, float drag_limit_px);
  void pop_clip();
  [[nodiscard]] Box clip() const { return clips_.back().box; }

  // Shapes. Thickness is that of the line, inside of the box.
  void fill(Box box, ImU32 colour, float radius = 0);
  void outline(Box box, ImU32 colour, float thickness, float radius = 0);
  /// A soft shadow around the box and a third of its size below; draw the box over it.
  void shadow(Box box, ImU32 colour, float size, float radius);
  /// A check mark within the box.
  void check(Box box, ImU32 colour, float thickness);
  void circle(Box box, ImU32 colour);
  void ring(Box box, ImU32 colour, float thickness);
  /// An arrow that points forward or back in the direction of reading.
  enum class Way { forward, back };
  void arrow(Box box, ImU32 colour, float thickness, Way way, Direction direction);
  /// An arrow head that points down: "there is more below".
  void down(Box box, ImU32 colour, float thickness);
  /// A bar with rounded ends, filled up to part (0 to 1) from where reading starts.
  void progress(Box box, float part, ImU32 track, ImU32 bar, Direction direction);

  [[nodiscard]] ImDrawList* draw_list() { return draw_list_; }
  [[nodiscard]] TextEngine& engine() { return engine_; }

 private:
  struct Clip { Box box; float drag_limit_px; };

  TextEngine& engine_;
  Drawn& drawn_;
  ImDrawList* draw_list_;
  std::vector<Clip> clips_;
};

}  // namespace buurtpeil
