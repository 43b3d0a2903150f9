// What stands between the header and the footer of a page: blocks one below the other, and moved by the
// finger where they do not fit.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "ui/frame.h"

namespace buurtpeil {

/// What must be in sight; where both do not fit, the field that is written in.
enum class Reveal { no, complaint, writing };

struct Block {
  float gap = 0;  ///< above it, lost at the top
  float height = 0;
  std::function<std::optional<Event>(const Box&)> draw;
  Reveal reveal = Reveal::no;
};

class PageContent {
 public:
  explicit PageContent(Frame& frame) : frame_(frame) {}

  void add(Block block) { blocks_.push_back(std::move(block)); }
  /// All that was added as one block of another content. Nothing in it is brought into sight.
  [[nodiscard]] Block as_block() &&;
  /// A text across `width`.
  void add_text(std::string_view words, const Lettering& lettering, Colour colour, float width, float gap);

  [[nodiscard]] float height() const;
  [[nodiscard]] bool fits(float height) const { return this->height() <= height + 0.5F; }

  /// Works off the finger's scrolling and brings into sight what must be. Before draw(), once a picture.
  void settle(const Box& area);
  [[nodiscard]] bool more_above() const;
  [[nodiscard]] bool more_below() const;
  /// Moves by a page less a line: what the "more" button does.
  void page_down();
  void page_up();

  /// Draws into the area that settle() was given, and gives what was tapped in it.
  std::optional<Event> draw();

 private:
  void reveal(Reveal what);
  void follow_finger();
  void coast();

  Frame& frame_;
  std::vector<Block> blocks_;
  Box area_;
};

}  // namespace buurtpeil
