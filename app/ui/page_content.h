// What stands between the header and the footer of a page: blocks one below the other, and moved by the
// finger where they do not fit. When the label of a question has left the page, its first line stays at the
// top for as long as anything that belongs to it is in sight.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "ui/frame.h"

namespace buurtpeil {

/// What must be in sight; where not all fits, the last of these.
enum class Reveal {
  no,
  complaint,  ///< the first one, with what is below it where that fits
  opened,     ///< what just came onto the page: a list that was opened, a question that follows an answer
  writing,    ///< the field that is written in
};

/// A part of a block, from its top.
struct BlockPart {
  float top = 0, height = 0;
};

struct Block {
  float gap = 0;  ///< above it, lost at the top
  float height = 0;
  std::function<std::optional<Event>(const Box&)> draw;
  Reveal reveal = Reveal::no;
  /// Of a question that begins with this block; what follows belongs to it. "": to none.
  std::optional<StyledText> label = std::nullopt;
  float under = 0;  ///< height of what stays at the top of the page while this scrolls below it
  /// What is answered in it, or its lines, each a whole thing: where the page ends between two of them, or
  /// just inside of one, nobody sees that more follows.
  std::vector<BlockPart> cards = {};
};

/// How far the content is scrolled, and how it goes on by itself.
struct Scrolling {
  float offset = 0;     ///< pixels by which the content is moved up
  float speed = 0;      ///< pixels a second, upwards; under the finger, and after it was lifted
  float start = 0;      ///< the offset when the finger came down
  bool caught = false;  ///< it came down while the content still moved
  bool reveal = true;   ///< bring the field that is written in, or the first complaint, into sight
  bool paged = false;   ///< the page was turned, and not moved by a finger since
};

class PageContent {
 public:
  explicit PageContent(Frame& frame) : frame_(frame), scrolling_(frame.memory().of<Scrolling>()) {}

  void add(Block block) { blocks_.push_back(std::move(block)); }
  /// All that was added as one block of another content. Nothing in it is brought into sight.
  [[nodiscard]] Block as_block() &&;
  /// A text across `width`.
  void add_text(StyledView words, const Lettering& lettering, Colour colour, float width, float gap);
  /// The label of a question, in ink.
  void add_label(const StyledText& words, const Lettering& lettering, float width, float gap);

  [[nodiscard]] std::size_t count() const { return blocks_.size(); }
  /// Says so of all blocks from the `first` on.
  void mark(std::size_t first, Reveal reveal);

  [[nodiscard]] float height() const;
  /// Down to the lower edge of the field that is written in; of all where there is none.
  [[nodiscard]] float height_to_field() const;
  /// Down to the lower edge of the last card; of all where there is none.
  [[nodiscard]] float height_to_last_card() const;
  /// Down to where the first one is seen, and that another one follows it; of all where there is none.
  [[nodiscard]] float height_to_begin() const;
  [[nodiscard]] bool fits(float height) const { return this->height() <= height + 0.5F; }

  /// Height of the line that stays at the top, and of the air below it.
  [[nodiscard]] float line_on_top() const;

  /// The height of a page, at most this, that ends in the midst of a card or in words: it is seen that more
  /// follows. What a turned page begins with is whole on it all the same. Where no card is below its end, a
  /// list was just opened, a finger moved the page or a question that began above goes on, this height.
  [[nodiscard]] float cut_visibly(float height);

  /// Works off the finger's scrolling and brings into sight what must be. Before draw(), once a frame.
  void settle(const Box& area);
  [[nodiscard]] bool more_above() const;
  [[nodiscard]] bool more_below() const;
  /// The last card has not come into sight yet, or where there are none the end.
  [[nodiscard]] bool hides_cards() const;
  /// What the "more" button does: what the page's end cuts begins the next one, where it is whole there; else
  /// moves by a page less two lines, and always by one.
  void page_down();
  void page_up();

  /// Draws into the area that settle() was given, and gives what was tapped in it.
  std::optional<Event> draw();

  // For a block while it is drawn
  [[nodiscard]] const Box& area() const { return in_sight_; }  ///< less the line that stays at its top
  [[nodiscard]] bool scrolls() const { return !fits(area_.height); }
  /// It stays at the top of the area, down to there: what scrolls comes out below it.
  void stay_on_top(float to) { stays_to_ = to; }
  /// It is dragged: near the area's upper and lower end the content moves under the finger.
  void follow_drag(float finger_y);

 private:
  [[nodiscard]] std::vector<BlockPart> cards() const;  ///< of all blocks, from the top of the content
  void reveal(Reveal what);
  [[nodiscard]] bool has_label() const;
  [[nodiscard]] float on_top() const;
  [[nodiscard]] float page_height() const;
  [[nodiscard]] float visible_end(float end, float page) const;
  [[nodiscard]] float end_of_first(float from) const;
  [[nodiscard]] std::optional<float> begin_of_next() const;
  [[nodiscard]] const Block* label_on_top() const;
  void draw_label_on_top(const StyledText& label);
  void catch_moving();
  void follow_finger();
  void coast();

  Frame& frame_;
  Scrolling& scrolling_;
  std::vector<Block> blocks_;
  Box area_, in_sight_;
  float whole_page_ = 0;  // its height before its end was cut
  float stays_to_ = 0;    // down to where something stays at the top, in this frame
};

/// Two contents beside each other as one block, as high as the higher one; the first is `width` wide.
[[nodiscard]] Block side_by_side(PageContent first, PageContent second, float width, float gap);

}  // namespace buurtpeil
