// One picture being drawn: what screens draw with and how they learn of touches. Screens lay everything out
// for a left-to-right reader; on a right-to-left page the frame mirrors every box, sign and touch, so no
// screen has to think of it. Everything drawn is recorded (texts, targets), which is what tests look at and
// what the robot taps.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "ui/canvas.h"
#include "ui/fields/writing_state.h"
#include "ui/layout.h"
#include "ui/pictures/picture.h"
#include "ui/pictures/signs.h"
#include "ui/theme.h"
#include "ui/view.h"

namespace buurtpeil {

/// What is looked for in a long list, and what was found: indices of its options.
struct Search {
  std::string words;
  std::vector<std::size_t> found;
  // What the rest was made from; while that is the same nothing is looked for or measured again.
  SharedList<ChoiceField::Option> list;
  std::string looked_for;
  bool fresh = true;  ///< nothing was looked for yet
  float width = 0;
  // All cards of a long list are alike, so that the place of each is known without measuring it.
  std::size_t columns = 1;
  float card_width = 0, card_height = 0;
  std::string chosen;  ///< labels of what is selected
};

/// All that the screens remember from one picture to the next. Forgotten when another view is shown (another
/// name or other paths).
struct Memory {
  std::string identity;      ///< of the view that it belongs to
  std::size_t screen = 0;    ///< kind of view: its index
  bool same_screen = false;  ///< the view before was of that kind, too

  // the finger
  std::string pressed;  ///< target on which the finger came down and still counts; "" for none
  bool finger_down = false;
  bool taken = false;                            ///< by the staff's gesture: no tap comes of it
  bool scrolling = false;                        ///< the finger moves the content: no tap comes of it
  float finger_start_x = 0, finger_start_y = 0;  ///< pixels, where it came down
  std::string held;       ///< grip that the finger has hold of: it neither scrolls nor taps; "" for none
  float grip_offset = 0;  ///< from the finger to the middle of the handle that it came down on
  int grip_turns = 0;     ///< values by which a wheel was turned since the finger came down on it
  bool may_hold = false;  ///< it came down on a grip that takes hold of it when it moves across
  float scroll_start = 0;
  bool caught = false;  ///< it came down while the content still moved

  // how the content moves by itself
  float speed = 0;      ///< pixels a second, upwards; under the finger, and after it was lifted
  float shown_for = 0;  ///< seconds since the first picture of this view

  // the content
  float scroll = 0;    ///< pixels by which the content is moved up
  bool fresh = true;   ///< nothing was drawn of this view yet
  bool reveal = true;  ///< bring the field that is written in, or the first complaint, into sight
  int complaints = 0;  ///< how many were on the screen last time

  std::string enlarged;             ///< file of the picture that lies over the page; "" for none
  std::set<std::string> explained;  ///< paths of questions whose explanation was asked for

  int slide = -1;         ///< of the invitation that was drawn last
  int followers = 0;      ///< how many fields that follow an answer were there last time
  bool followed = false;  ///< one came onto the page since: it is brought into sight

  std::map<std::string, Search> searches;  ///< by path of the field
  std::string open;                        ///< path of the field whose list is open; "" for none
  float closed_scroll = 0;                 ///< where the content was when that took the page

  // writing
  std::string writing;  ///< path of the field that is written in; "" for none
  WritingState writing_state;
};

/// How a text is set.
struct Lettering {
  TextSize size = TextSize::reading;
  Weight weight = Weight::regular;
  Align align = Align::start;
};

/// What the finger does with a target in this picture.
struct Contact {
  bool pressed = false;  ///< it is on the target
  bool tapped = false;   ///< it came down and was lifted on the target just now
};

/// When a grip takes hold of the finger that came down on it.
enum class Hold {
  at_once,  ///< a handle that is dragged in any direction: the page does not scroll under it
  across,   ///< once it moves, and more across than up or down: a line on a page that may have to scroll
};

/// What the finger does with a grip in this picture.
struct Grip {
  bool held = false;    ///< the grip has hold of it, wherever it is by now
  bool let_go = false;  ///< it was lifted just now, while held
  bool tapped = false;  ///< it came down and was lifted on the grip just now, and was never held
  ImVec2 finger{};      ///< where it is, in the coordinates of the layout
  ImVec2 start{};       ///< where it came down
};

class Frame {
 public:
  /// Between ImGui::Begin() and ImGui::End() of a window that covers the display. All must outlive the frame;
  /// `drawn` is appended to.
  Frame(const Theme& theme, TextEngine& engine, Pictures& pictures, Memory& memory, const Page& page,
        Drawn& drawn);

  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] const Palette& colours() const { return theme_.colours(); }
  [[nodiscard]] Memory& memory() { return memory_; }
  [[nodiscard]] const Page& page() const { return page_; }
  [[nodiscard]] Box whole() const { return theme_.page(); }  ///< all that the page covers

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
  /// comes by itself; where it is missing or damaged its place has a sign that says so. Never mirrored.
  void picture(const std::string& file, const Box& box, Fit fit = Fit::contain, float corner = 0);
  /// Has the same decoded before it is drawn.
  void prepare_picture(const std::string& file, const Box& box, Fit fit = Fit::contain);
  /// Where the elements of an SVG with these ids are; nullptr until it is known.
  [[nodiscard]] const Regions* regions(const std::string& file, const std::vector<std::string>& ids);
  /// Marks one of them as chosen, in a picture that fills the box.
  void mark_region(const std::string& file, const std::string& id, const Box& box);
  /// Where in the box a picture that is contained lies.
  [[nodiscard]] Box picture_place(const std::string& file, const Box& box);

  // Text
  /// The size of a text set within `width`; a negative width: without line breaks.
  const Paragraph& measure(std::string_view words, const Lettering& lettering, float width = unlimited_width);
  [[nodiscard]] float width_of(std::string_view words, const Lettering& lettering);
  [[nodiscard]] float height_of(std::string_view words, const Lettering& lettering, float width);
  [[nodiscard]] float line_height(TextSize size);
  /// Sets a text within box.width from box.y on, and gives its height. It is not cut off at the bottom of the
  /// box.
  float write(std::string_view words, const Lettering& lettering, const Box& box, Colour colour);
  /// The same, in the middle of the box's height.
  void write_in_middle(std::string_view words, const Lettering& lettering, const Box& box, Colour colour);
  /// Draws a paragraph from measure() with its top left corner there, in the coordinates of the layout.
  void draw(const Paragraph& paragraph, const Box& box, Colour colour);
  /// Draws a part of a drawn paragraph once more, in another colour: what is selected.
  void recolour(const Paragraph& paragraph, const Box& box, const Box& part, Colour colour);
  /// For a text in another direction than the page's: names of languages, invitations.
  void set_direction(Direction direction, std::string_view language);
  void reset_direction();

  // Touches
  /// Registers a target. It counts where it is visible in the clip box, and only when enough of it is.
  Contact touch(const std::string& name, const Box& box);
  /// Registers a target that is dragged: while it has hold of the finger the page does not scroll and nothing
  /// else is touched. `hold` counts in the picture in which the finger comes down, so it may depend on where
  /// that is (finger_came_down_in()). One name, one box: where a card has a handle, the card is the grip.
  ///   const Grip grip = frame.grip("rank:" + name, card,
  ///                                frame.finger_came_down_in(handle) ? Hold::at_once : Hold::across);
  ///   if (grip.held) place = place_at(grip.finger.y - grip.start.y);
  ///   if (grip.let_go || grip.tapped) ...
  Grip grip(const std::string& name, const Box& box, Hold hold);
  /// The finger was lifted in this picture and no target took it.
  [[nodiscard]] bool touched_elsewhere() const;
  [[nodiscard]] bool finger_came_down_in(const Box& box) const;
  [[nodiscard]] ImVec2 finger() const;  ///< in the coordinates of the layout

  // Clipping
  void clip(const Box& box);
  void unclip();
  /// From here on nothing is mirrored (keyboards), until mirror_again().
  void stop_mirroring() { mirrors_ = false; }
  void mirror_again() { mirrors_ = page_.direction == Direction::right_to_left; }

  /// Nothing moves by itself: the visitor wished so, or keep_still() was called.
  [[nodiscard]] bool still() const { return still_ || page_.look.still; }
  void keep_still() { still_ = true; }
  /// A new view comes out of the paper within a moment: lays paper over the box, less and less of it. What is
  /// below can be touched from the first picture on.
  void fade_in(const Box& box);

  /// Draws and touches nothing, but the picture will be drawn again soon.
  void draw_again() { wants_another_ = true; }
  [[nodiscard]] bool wants_another() const { return wants_another_; }

  [[nodiscard]] Box on_screen(const Box& box) const;
  [[nodiscard]] ImVec2 on_screen(ImVec2 point) const;
  [[nodiscard]] bool mirrors() const { return mirrors_; }
  [[nodiscard]] ImDrawList& list() { return *canvas_.draw_list(); }

 private:
  [[nodiscard]] Box picture_place(const std::string& file, const Box& box, Fit fit);
  /// Writes a target down; whether the finger is on it, where it can be reached.
  bool register_target(const std::string& name, const Box& box);
  [[nodiscard]] bool in_sight(const Box& box) const;  ///< some of it is within the clip box
  [[nodiscard]] TextStyle style_of(const Lettering& lettering) const;

  const Theme& theme_;
  TextEngine& engine_;
  Pictures& pictures_;
  Memory& memory_;
  const Page& page_;
  Drawn& drawn_;
  Canvas canvas_;
  Direction direction_;
  std::string language_;
  bool mirrors_;
  bool still_ = false;
  bool consumed_ = false;
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
