// The drawing of Views and the reading of touches, on Dear ImGui. Knows nothing of forms, visits or stores,
// and nothing of a window: it draws into an ImGui context, so that tests run it without a GPU.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "theme/house_style.h"
#include "ui/box.h"
#include "ui/pictures/picture.h"
#include "ui/view.h"

namespace buurtpeil {

/// The display as configured: many kiosk screens report a wrong size, so millimetres per pixel come from the
/// configuration.
struct Display {
  int width_px = 0;
  int height_px = 0;
  float mm_per_pixel = 0.277F;
};

enum class ButtonLook {
  main,     ///< the one thing to do here: filled with the accent
  card,     ///< another thing to do: a card with an edge
  quiet,    ///< reachable, not inviting: no edge, no fill
  unready,  ///< takes no tap for a moment yet: pale, with the edge that it will have
};

/// Something that reacts to a touch, as drawn in the last frame. Names are stable words for tests and the
/// robot: "next", "back", "leave", "language", "start", "done", "language:nl", "adjust" and "lower" (the
/// visitor's tools), "look:text=larger", "look:lower_half" and "reset" of their screen; "choice:street=elm",
/// "refuse:street", "field:idea"; "open:street", a list that is closed, and "close:street";
/// "rank:themes=elm", the card of what has a place in an order, to be dragged or taken out, and
/// "rank:themes=elm:up" (also :down); "step:born:year:up" (also :down, :far_up, :far_down) and "clear:born";
/// "wheel:born:year" to be turned, "day:born=1950-05-01" and "turn:born:0:later" of a calendar; "scale:size",
/// its line, "scale:size:more" (also :less, :far_more, :far_less) and "scale:size=3" of stars;
/// "points:split/trees:more0", the farthest step; "listen:street" and "explain:street" of a question,
/// "picture:street" where it opens in large, "enlarged" and "close_picture" then; "listen:street=elm" and
/// "picture:street=elm" of a choice; "map:street", the picture whose parts are choices;
/// "add:place" and "remove:place" of a repeat; "change:trees" and "finish" of the look back; "results" and
/// "did" lead to what others said and what was done; "compare:region" of the former, and "finish" on its last
/// page; "yes" and "stop" of "still there?"; "stay", "keep" and "delete" of leaving; "more" and "up" to page
/// through what does not fit. Keys by what they write ("key:a", also when it stands as "A") or do:
/// "key:shift", "key:erase", "key:space", "key:enter", "key:close", "key:letters", "key:accents",
/// "key:digits". The box is the part in sight where the target is reachable.
struct Target {
  std::string name;
  Box box;
  bool reachable = true;  ///< inside the screen, not scrolled away or covered
  float in_sight = 1;     ///< part of its height that is inside the screen and the page that scrolls
  std::optional<ButtonLook> look = std::nullopt;  ///< of a button
};
/// A text as drawn in the last frame.
struct DrawnText {
  std::string words;
  Box box;
  Box clip;
  float em_px = 0;  ///< size of its letters
  bool bold = false;
  int cut_words = 0;  ///< that are broken in their midst: no line of that width has room for one
};

class Ui {
 public:
  /// Makes an ImGui context, the theme and the text engine. Fails when a font family is missing, by name.
  /// `wake` is called from another thread when a picture is ready that the screen waits for: it ends the
  /// sleep of whoever draws, who then asks wants_another_frame().
  [[nodiscard]] static std::expected<Ui, std::string> create(Display display, std::function<void()> wake = {},
                                                             HouseStyle style = built_in_style());
  Ui(Ui&&) noexcept;
  Ui& operator=(Ui&&) noexcept;
  ~Ui();

  void resize(Display display);

  /// Draws the view between ImGui::NewFrame() and ImGui::Render() and gives what the visitor did, if
  /// anything.
  [[nodiscard]] std::optional<Event> draw(const View& view);

  /// Nothing moves by itself from now on, whatever the visitor wishes: for pictures, traces and robots.
  void stop_motion();
  /// Whether a new view fades in. Where a frame takes long it would only come later.
  void set_fades(bool fades);

  /// Seconds from the last frame until a press there counts, until the screen takes presses, and until they
  /// count everywhere (deafness.h); 0: now.
  [[nodiscard]] double deaf_s(float x, float y) const;
  [[nodiscard]] double appears_in_s() const;
  [[nodiscard]] double deaf_somewhere_s() const;

  /// The finger came down in the last frame: what it is on looks pressed.
  [[nodiscard]] bool finger_came_down() const;

  /// True while something still moves (scroll inertia, a short transition) or input is not worked off: draw
  /// again soon.
  [[nodiscard]] bool wants_another_frame() const;
  /// Some picture of the last frame is still being decoded: its place is empty. Nothing has to be drawn until
  /// `wake` is called.
  [[nodiscard]] bool waits_for_pictures() const;
  /// Sleeps until there is none: the next frame shows all. For tests and screenshots.
  void finish_pictures();

  [[nodiscard]] const std::vector<Target>& targets() const;
  [[nodiscard]] const std::vector<DrawnText>& texts() const;
  [[nodiscard]] const std::vector<DrawnPicture>& pictures() const;

 private:
  struct State;
  explicit Ui(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
