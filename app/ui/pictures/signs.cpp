#include "ui/pictures/signs.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "ui/frame.h"

namespace buurtpeil {
namespace {

constexpr float units = 24;

// Draws in units of the sign's own 24 by 24 field.
class Pen {
 public:
  Pen(Frame& frame, const Box& box, Colour colour)
      : frame_(frame), size_(std::min(box.width, box.height)), colour_(colour) {
    left_ = middle_x(box) - size_ / 2;
    top_ = middle_y(box) - size_ / 2;
  }
  [[nodiscard]] float scale() const { return size_ / units; }
  [[nodiscard]] ImVec2 at(float x, float y) const { return {left_ + x * scale(), top_ + y * scale()}; }
  void line(const std::vector<ImVec2>& points, float weight = 2.4F) const {
    std::vector<ImVec2> places;
    for (const ImVec2& point : points) places.push_back(at(point.x, point.y));
    frame_.stroke(places, colour_, std::max(1.5F, weight * scale()));
  }
  void disc(float x, float y, float radius) const {
    const ImVec2 middle = at(x, y);
    frame_.circle(middle.x, middle.y, radius * scale(), colour_);
  }
  void square(float from, float to) const {
    const ImVec2 first = at(from, from), last = at(to, to);
    frame_.fill({first.x, first.y, last.x - first.x, last.y - first.y}, colour_, 2 * scale());
  }
  void exclamation() const {
    line({{12, 6.5F}, {12, 13}}, 2.8F);
    disc(12, 17.3F, 1.7F);
  }
  void oval(float width, float height) const {
    std::vector<ImVec2> points;
    for (int step = 0; step <= 32; ++step) {
      const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(step) / 32;
      points.emplace_back(12 + width * std::cos(angle), 12 + height * std::sin(angle));
    }
    line(points, 1.9F);
  }

 private:
  Frame& frame_;
  float size_, left_ = 0, top_ = 0;
  Colour colour_;
};

void globe(const Pen& pen) {
  pen.oval(9, 9);
  pen.oval(4, 9);
  pen.line({{3, 12}, {21, 12}}, 1.9F);
}

void undo(const Pen& pen) {
  pen.line({{9, 5}, {4, 10}, {9, 15}}, 2.2F);
  std::vector<ImVec2> points = {{4, 10}};
  for (int step = 0; step <= 12; ++step) {
    const float angle = std::numbers::pi_v<float> * (static_cast<float>(step) / 12 - 0.5F);
    points.emplace_back(14 + 5 * std::cos(angle), 15 + 5 * std::sin(angle));
  }
  points.emplace_back(9, 20);
  pen.line(points, 2.2F);
}

void erase(const Pen& pen) {
  pen.line({{9, 5}, {21, 5}, {21, 19}, {9, 19}, {3, 12}, {9, 5}}, 2.0F);
  pen.line({{11.5F, 9}, {17, 15}}, 2.0F);
  pen.line({{17, 9}, {11.5F, 15}}, 2.0F);
}

void close_keyboard(const Pen& pen) {
  pen.line({{3, 4}, {21, 4}, {21, 14}, {3, 14}, {3, 4}}, 1.8F);
  pen.line({{8, 10.5F}, {16, 10.5F}}, 1.8F);
  pen.line({{8, 18}, {12, 21.5F}, {16, 18}}, 2.0F);
}

void house(const Pen& pen) {
  pen.line({{3, 12}, {12, 4}, {21, 12}});
  pen.line({{6, 11}, {6, 20}, {18, 20}, {18, 11}});
  pen.line({{12, 20}, {12, 15}});
}

void picture(const Pen& pen) {
  pen.line({{3, 5}, {21, 5}, {21, 19}, {3, 19}, {3, 5}}, 1.8F);
  pen.line({{3, 16.5F}, {8.5F, 11}, {12.5F, 15}, {15.5F, 12.5F}, {21, 17.5F}}, 1.8F);
  pen.disc(15.5F, 8.8F, 1.5F);
  pen.line({{2, 22}, {22, 2}}, 1.8F);
}

void sound(const Pen& pen) {
  pen.line({{3.5F, 9}, {7.5F, 9}, {12, 5}, {12, 19}, {7.5F, 15}, {3.5F, 15}, {3.5F, 9}}, 2.0F);
  pen.line({{15, 9.2F}, {16.4F, 12}, {15, 14.8F}}, 2.0F);
  pen.line({{17.8F, 6.2F}, {20.6F, 12}, {17.8F, 17.8F}}, 2.0F);
}

// A capital A.
void letter(const Pen& pen, float x, float y, float height, float weight) {
  const float half = height * 0.4F, bar = height * 0.68F;
  pen.line({{x - half, y + height}, {x, y}, {x + half, y + height}}, weight);
  pen.line({{x - half * 0.66F, y + bar}, {x + half * 0.66F, y + bar}}, weight * 0.9F);
}

void letters(const Pen& pen) {
  letter(pen, 8.5F, 4, 16, 2.3F);
  letter(pen, 18.5F, 10.5F, 9.5F, 2.0F);
}

// An arrow with that tip, and a floor.
void above_a_line(const Pen& pen, float tip, float barbs) {
  pen.line({{12, 3}, {12, 16}});
  pen.line({{6, barbs}, {12, tip}, {18, barbs}});
  pen.line({{4, 21}, {20, 21}});
}

void question(const Pen& pen) {
  pen.oval(9, 9);
  pen.line(
      {{9.2F, 9.6F}, {9.8F, 7.9F}, {12, 6.9F}, {14.2F, 7.9F}, {14.6F, 9.8F}, {13.2F, 11.6F}, {12, 13.8F}},
      2.0F);
  pen.disc(12, 17, 1.3F);
}

void magnifier(const Pen& pen) {
  std::vector<ImVec2> points;
  for (int step = 0; step <= 32; ++step) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(step) / 32;
    points.emplace_back(10 + 7 * std::cos(angle), 10 + 7 * std::sin(angle));
  }
  pen.line(points, 2.2F);
  pen.line({{15.3F, 15.3F}, {21, 21}}, 2.8F);
  pen.line({{10, 7}, {10, 13}}, 2.0F);
  pen.line({{7, 10}, {13, 10}}, 2.0F);
}

// In the coordinates of the layout: mirrored where the page is.
void draw_strokes(Frame& frame, Sign sign, const Box& box, Colour colour) {
  const Pen pen(frame, box, colour);
  switch (sign) {
    case Sign::check:
      return pen.line({{4.5F, 12.5F}, {10, 18}, {20, 6.5F}}, 3.0F);
    case Sign::dot:
      return pen.disc(12, 12, 6);
    case Sign::forward:
      pen.line({{4, 12}, {20, 12}});
      return pen.line({{13, 5}, {20, 12}, {13, 19}});
    case Sign::back:
      pen.line({{20, 12}, {4, 12}});
      return pen.line({{11, 5}, {4, 12}, {11, 19}});
    case Sign::down:
      return pen.line({{4, 8}, {12, 16}, {20, 8}}, 2.8F);
    case Sign::up:
      return pen.line({{4, 16}, {12, 8}, {20, 16}}, 2.8F);
    case Sign::cross:
      pen.line({{6, 6}, {18, 18}});
      return pen.line({{18, 6}, {6, 18}});
    case Sign::globe:
      return globe(pen);
    case Sign::shift:
      return pen.line(
          {{12, 3.5F}, {3.5F, 12.5F}, {8, 12.5F}, {8, 20}, {16, 20}, {16, 12.5F}, {20.5F, 12.5F}, {12, 3.5F}},
          2.0F);
    case Sign::shift_lock:
      pen.line({{12, 2.5F}, {3.5F, 11}, {8, 11}, {8, 16}, {16, 16}, {16, 11}, {20.5F, 11}, {12, 2.5F}}, 2.0F);
      return pen.line({{8, 21}, {16, 21}}, 2.4F);
    case Sign::undo:
      return undo(pen);
    case Sign::erase:
      return erase(pen);
    case Sign::enter:
      pen.line({{20, 5}, {20, 13}, {5, 13}});
      return pen.line({{10, 8}, {5, 13}, {10, 18}});
    case Sign::close_keyboard:
      return close_keyboard(pen);
    case Sign::attention:
      pen.disc(12, 12, 11);
      return Pen(frame, box, frame.colours().on_accent).exclamation();
    case Sign::house:
      return house(pen);
    case Sign::picture:
      return picture(pen);
    case Sign::sound:
      return sound(pen);
    case Sign::stop:
      return pen.square(5.5F, 18.5F);
    case Sign::question:
      return question(pen);
    case Sign::letter:
      return letter(pen, 12, 3, 18, 2.6F);
    case Sign::letters:
      return letters(pen);
    case Sign::lower:
      return above_a_line(pen, 16, 10);
    case Sign::raise:
      return above_a_line(pen, 3, 9);
    case Sign::enlarge:
      return magnifier(pen);
    case Sign::plus:
      pen.line({{12, 5}, {12, 19}});
      return pen.line({{5, 12}, {19, 12}});
    case Sign::minus:
      return pen.line({{5, 12}, {19, 12}});
  }
}

bool points(Sign sign) { return sign == Sign::forward || sign == Sign::back; }

}  // namespace

void draw_sign(Frame& frame, Sign sign, const Box& box, Colour colour) {
  if (points(sign) || !frame.mirrors()) return draw_strokes(frame, sign, box, colour);
  const Box place = frame.on_screen(box);
  frame.stop_mirroring();
  draw_strokes(frame, sign, place, colour);
  frame.mirror_again();
}

}  // namespace buurtpeil
