// What a frame is drawn on: texts, a few shapes, and a stack of clip boxes. Every text is recorded with its
// place, so that tests, the robot and later the speech read the same screen that a person sees.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "ui/box.h"
#include "ui/pictures/picture.h"
#include "ui/text/text_engine.h"
#include "ui/ui.h"

namespace buurtpeil {

/// What the last frame drew.
struct Drawn {
  std::vector<Target> targets;
  std::vector<DrawnText> texts;
  std::vector<DrawnPicture> pictures;
};

/// Where a text stands in its box from top to bottom. Middle goes by the capital letters, as the eye does.
enum class Vertical { top, middle };

/// Made anew each frame, between ImGui::Begin() and ImGui::End() of a window that covers the screen. Boxes
/// and sizes are pixels.
class Canvas {
 public:
  /// How a colour that the author of a text chose is drawn; none: as the rest of the text.
  using OwnColours = std::function<ImU32(Colour)>;

  /// Nothing is drawn outside of the clip box. What is drawn is appended to `drawn`.
  Canvas(TextEngine& engine, Box clip, Drawn& drawn);
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;
  ~Canvas();

  /// Draws words wrapped to the box's width and gives the paragraph's height. The box's height counts for
  /// Vertical::middle alone.
  float text(StyledView words, const TextStyle& style, Box box, ImU32 colour,
             Vertical vertical = Vertical::top, const OwnColours& own_colours = {});
  /// Those words laid out, without drawing: how high and wide they will be.
  [[nodiscard]] const Paragraph& measure(StyledView words, const TextStyle& style,
                                         float width_px = unlimited_width);
  /// Draws a laid-out paragraph, for a text field, and writes it down as text() does.
  void paragraph(const Paragraph& paragraph, ImVec2 top_left, ImU32 colour,
                 const OwnColours& own_colours = {});

  /// Narrows the clip box, for a list that scrolls.
  void push_clip(Box box);
  void pop_clip();
  [[nodiscard]] Box clip() const { return clips_.back(); }

  void fill(Box box, ImU32 colour, float radius = 0);
  /// A line of that thickness within the box's edge.
  void outline(Box box, ImU32 colour, float thickness, float radius = 0);
  /// A soft shadow around the box, moved down by a third of its size; draw the box over it.
  void shadow(Box box, ImU32 colour, float size, float radius);

  [[nodiscard]] ImDrawList* draw_list() { return draw_list_; }

 private:
  TextEngine& engine_;
  Drawn& drawn_;
  ImDrawList* draw_list_;
  std::vector<Box> clips_;
};

}  // namespace buurtpeil
