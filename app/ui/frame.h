// One frame being drawn: what screens draw with and how they learn of touches. Screens lay everything out
// for a left-to-right reader; on a right-to-left page the frame mirrors every box, sign and touch, so no
// screen has to think of it. Everything drawn is recorded (texts, targets), which is what tests look at and
// what the robot taps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "ui/canvas.h"
#include "ui/layout.h"
#include "ui/memory.h"
#include "ui/pictures/picture.h"
#include "ui/pictures/signs.h"
#include "ui/theme.h"
#include "ui/view.h"

namespace buurtpeil {

/// The finger, from when it comes down until it is lifted.
struct FingerState {
  std::string pressed = {};  ///< target on which it came down and still counts; "" for none
  bool down = false;
  bool unheard = false;    ///< it came down where and when no press counts (deafness.h): no tap comes of it
  bool taken = false;      ///< by the staff's gesture: no tap comes of it
  bool scrolling = false;  ///< it moves the content: no tap comes of it
  float start_x = 0, start_y = 0;  ///< pixels, where it came down
  std::string dragged = {};        ///< target that it drags: it neither scrolls nor taps; "" for none
  bool may_drag = false;           ///< it came down on a target that is dragged once it moves across
};

/// Seconds since the first frame of this view.
struct ShownFor {
  float seconds = 0;
};

/// How a text is set.
struct Lettering {
  TextSize size = TextSize::reading;
  Weight weight = Weight::regular;
  Align align = Align::start;
  bool keeps_size = false;  ///< where a line has no room for a word, that is broken: letters never shrink
};

/// What the finger does with a target in this frame.
struct Contact {
  bool pressed = false;  ///< it is on the target
  bool tapped = false;   ///< it came down and was lifted on the target just now
};

/// What is made to be tapped several times in a row, such as a key or "+1"; a double tap on the rest is one.
enum class Taps { once, each };

/// When a target that can be dragged is.
enum class DragStart {
  at_once,  ///< a handle that is dragged in any direction: the page does not scroll under it
  across,   ///< once the finger moves, and more across than up or down: a line on a page that may scroll
};

/// What the finger does with a target that can be dragged, in this frame.
struct Drag {
  bool active = false;  ///< the finger drags it, wherever it is by now
  bool ended = false;   ///< it was lifted just now, while active
  bool tapped = false;  ///< it came down and was lifted on the target just now, and never dragged it
  ImVec2 finger{};      ///< where it is, in the coordinates of the layout
  ImVec2 start{};       ///< where it came down
};

class Frame {
 public:
  /// Between ImGui::Begin() and ImGui::End() of a window that covers the display. All must outlive the frame;
  /// `drawn` is appended to.
  Frame(const Theme& theme, TextEngine& engine, Pictures& pictures, Memory& memory, const PageInfo& page,
        Drawn& drawn);

  [[nodiscard]] const Theme& theme() const { return theme_; }
  /// How closely the content of the page is set, and in letters of which size, until set_as_page(); a block
  /// that is measured so is drawn so.
  void set_content(Density density, TextScale text) { theme_ = theme_.with(density).with(text); }
  [[nodiscard]] TextScale page_letters() const { return page_text_; }
  void set_as_page() { set_content(Density::usual, page_text_); }
  /// Sets the whole page in letters of this size, whatever the visitor's are.
  void set_page(TextScale text) {
    page_text_ = text;
    set_as_page();
  }
  [[nodiscard]] const Palette& colours() const { return theme_.colours(); }
  [[nodiscard]] Memory& memory() { return memory_; }
  [[nodiscard]] const PageInfo& page() const { return page_; }
  [[nodiscard]] Box whole() const { return theme_.area(); }  ///< all that the page covers

  // Shapes
  void fill(const Box& box, Colour colour, float corner = 0);
  void edge(const Box& box, Colour colour, float corner, float thickness);  ///< inside the box
  void shadow(const Box& box, float corner);
  void fade(const Box& box, Colour top, Colour below);  ///< a smooth change from top to bottom
  void sign(Sign sign, const Box& box, Colour colour);  ///< as large as fits in the box
  void circle(float x, float y, float radius, Colour colour);
  void ring(const Box& box, float part, Colour colour,
            Colour rest);  ///< `part` 0 to 1, from the top, clockwise
  /// Corners in order, convex or not.
  void shape(const std::vector<ImVec2>& corners, Colour colour);
  void stroke(const std::vector<ImVec2>& points, Colour colour, float thickness);

  // Pictures
  /// How large the picture is: its proportion is known before it is decoded. Of one that cannot be read, the
  /// place that is kept for it; "" for no picture has a size too, so ask for none.
  [[nodiscard]] PictureSize picture_size(const std::string& file);
  /// As high as a picture of that width is.
  [[nodiscard]] float picture_height(const std::string& file, float width);
  /// Draws a file's picture in the box. While it is decoded its place is card-coloured, and the next frame
  /// comes by itself; where it is missing or damaged its place has a sign that says so. Never mirrored. Where
  /// the visitor chose a dark page it lies on a light ground.
  void picture(const std::string& file, const Box& box, Fit fit = Fit::contain, float corner = 0);
  /// Has the same decoded before it is drawn.
  void prepare_picture(const std::string& file, const Box& box, Fit fit = Fit::contain);
  /// Where the elements of an SVG with these ids are; nullptr until it is known.
  [[nodiscard]] const Regions* regions(const std::string& file, const std::vector<std::string>& ids);
  /// Marks one of them as chosen, in a picture that fills the box.
  void mark_region(const std::string& file, const std::string& id, const Box& box);
  /// Where in the box a picture that is contained lies.
  [[nodiscard]] Box picture_place(const std::string& file, const Box& box);

  // Maps
  /// Draws a part of the map in the box, which is in the display's own coordinates (stop_mirroring()):
  /// `drawn` is what the picture shows, painted larger than the box; `seen` what the box shows, the same part
  /// or one beside it, or closer, while the next picture is painted. False while there is no picture yet.
  bool map(const MapSight& drawn, const MapFrame& seen, const Box& box);

  // Text
  /// The size of a text set within `width`; a negative width: without line breaks.
  const Paragraph& measure(StyledView words, const Lettering& lettering, float width = unlimited_width);
  [[nodiscard]] float width_of(StyledView words, const Lettering& lettering);
  [[nodiscard]] float height_of(StyledView words, const Lettering& lettering, float width);
  [[nodiscard]] float line_height(TextSize size);
  /// Sets a text within box.width from box.y on, and gives its height. It is not cut off at the bottom of the
  /// box.
  float write(StyledView words, const Lettering& lettering, const Box& box, Colour colour);
  /// The same, in the middle of the box's height.
  void write_in_middle(StyledView words, const Lettering& lettering, const Box& box, Colour colour);
  /// Draws a paragraph from measure() with its top left corner there, in the coordinates of the layout.
  void draw(const Paragraph& paragraph, const Box& box, Colour colour);
  /// Draws a part of a drawn paragraph once more, in another colour: what is selected.
  void recolour(const Paragraph& paragraph, const Box& box, const Box& part, Colour colour);
  /// For a text in another direction than the page's: names of languages, invitations.
  void set_direction(Direction direction, std::string_view language);
  void reset_direction();

  // Touches
  /// Registers a target. It counts where it is visible in the clip box, and only when enough of it is.
  Contact touch(const std::string& name, const Box& box, Taps taps = Taps::once,
                std::optional<ButtonLook> look = std::nullopt);
  /// Registers a target that can be dragged: meanwhile the page does not scroll and nothing else is touched.
  /// `start` counts in the frame in which the finger comes down, so it may depend on where that is
  /// (finger_came_down_in()). One name, one box: where a card has a handle, the card is the target.
  ///   const Drag drag = frame.drag("rank:" + name, card,
  ///                                frame.finger_came_down_in(handle) ? DragStart::at_once
  ///                                                                  : DragStart::across);
  ///   if (drag.active) place = place_at(drag.finger.y - drag.start.y);
  ///   if (drag.ended || drag.tapped) ...
  Drag drag(const std::string& name, const Box& box, DragStart start);
  /// What was dragged was tapped instead, and is not made to be tapped again and again.
  void take_one_tap() { tapped_once_ = true; }
  /// The finger was lifted in this frame and no target took it.
  [[nodiscard]] bool touched_elsewhere() const;
  /// The finger was lifted in this frame and tapped what is not made to be tapped again and again.
  [[nodiscard]] bool tapped_once() const { return tapped_once_; }
  [[nodiscard]] bool finger_came_down_in(const Box& box) const;
  [[nodiscard]] ImVec2 finger() const;  ///< in the coordinates of the layout
  [[nodiscard]] FingerState& finger_state() { return finger_; }

  // Clipping
  void clip(const Box& box);
  void unclip();
  /// From here on nothing is mirrored (keyboards), until mirror_again().
  void stop_mirroring() { mirrors_ = false; }
  void mirror_again() { mirrors_ = page_.direction == Direction::right_to_left; }

  /// Nothing moves by itself: the visitor wished so, or keep_still() was called.
  [[nodiscard]] bool still() const { return still_ || page_.look.still; }
  void keep_still() { still_ = true; }
  /// A new view is there at once, and all else moves as before.
  void leave_out_fades() { fades_ = false; }
  /// A new view fades in over 0.15 s: fills the box with the background colour, less and less opaque, at
  /// first half so: a slow machine shows the first frame for long, and never an empty screen. What is below
  /// can be touched from then on.
  void fade_in(const Box& box);
  /// Fades in once more, from this frame on.
  void restart_fade() { shown_.seconds = 0; }

  /// Draws and touches nothing, but another frame follows soon.
  void draw_again() { wants_another_ = true; }
  [[nodiscard]] bool wants_another() const { return wants_another_; }

  [[nodiscard]] Box on_screen(const Box& box) const;
  [[nodiscard]] ImVec2 on_screen(ImVec2 point) const;
  [[nodiscard]] bool mirrors() const { return mirrors_; }
  [[nodiscard]] ImDrawList& list() { return *canvas_.draw_list(); }

 private:
  [[nodiscard]] Box picture_place(const std::string& file, const Box& box, Fit fit);
  /// Writes a target down; whether the finger is on it, where it can be reached.
  bool register_target(const std::string& name, const Box& box,
                       std::optional<ButtonLook> look = std::nullopt);
  [[nodiscard]] bool in_sight(const Box& box) const;  ///< some of it is within the clip box
  [[nodiscard]] TextStyle style_of(const Lettering& lettering) const;
  [[nodiscard]] Canvas::OwnColours own_colours(Colour of_text) const;

  Theme theme_;
  TextEngine& engine_;
  Pictures& pictures_;
  Memory& memory_;
  FingerState& finger_;
  ShownFor& shown_;
  const PageInfo& page_;
  Drawn& drawn_;
  Canvas canvas_;
  Direction direction_;
  std::string language_;
  bool mirrors_;
  TextScale page_text_;
  bool still_ = false;
  bool fades_ = true;
  bool consumed_ = false;
  bool tapped_once_ = false;
  bool wants_another_ = false;
};

/// Dear ImGui's way to write a colour.
[[nodiscard]] inline ImU32 packed(Colour colour) {
  return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}
[[nodiscard]] inline Colour with_alpha(Colour colour, int alpha) {
  return {colour.red, colour.green, colour.blue, static_cast<std::uint8_t>(alpha)};
}

}  // namespace buurtpeil
