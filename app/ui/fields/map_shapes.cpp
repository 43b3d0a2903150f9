#include "ui/fields/map_shapes.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "map/mercator.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

using ShapeKind = GeoShape::Kind;
using Outline = std::vector<ImVec2>;

double size_of_border(const Outline& border) {
  double twice = 0;
  for (std::size_t i = 0; i < border.size(); ++i) {
    const ImVec2 &a = border[i == 0 ? border.size() - 1 : i - 1], &b = border[i];
    twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
  }
  return std::abs(twice) / 2;
}

// Points that cannot be told apart are left out.
Outline outline_of(const MapFrame& seen, const Box& box, const GeoPoints& part) {
  constexpr float apart = 0.7F;
  Outline outline;
  for (const GeoPoint& place : part) {
    const ImVec2 at = point_on(seen, box, place);
    const bool last = &place == &part.back();
    if (last || outline.empty() || std::abs(at.x - outline.back().x) > apart ||
        std::abs(at.y - outline.back().y) > apart)
      outline.push_back(at);
  }
  return outline;
}

// ---- areas ----

struct Edge {
  ImVec2 from, to;  // downwards
  [[nodiscard]] float x_at(float y) const {
    return from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y);
  }
};

std::vector<Edge> edges_of(const std::vector<Outline>& borders) {
  std::vector<Edge> edges;
  for (const Outline& border : borders)
    for (std::size_t i = 0; i < border.size(); ++i) {
      const ImVec2 &a = border[i == 0 ? border.size() - 1 : i - 1], &b = border[i];
      if (a.y < b.y) edges.push_back({a, b});
      if (b.y < a.y) edges.push_back({b, a});
    }
  std::ranges::sort(edges, {}, [](const Edge& edge) { return edge.from.y; });
  return edges;
}

// Where a line from left to right crosses them: inside is between the first and the second, and so on.
std::vector<float> crossings(const std::vector<Edge>& edges, float y) {
  std::vector<float> found;
  for (const Edge& edge : edges) {
    if (edge.from.y > y) break;
    if (edge.to.y > y) found.push_back(edge.x_at(y));
  }
  std::ranges::sort(found);
  return found;
}

// Row by row, since an area has holes and parts; the rows' ends lie below its outline.
void fill_area(Frame& frame, const std::vector<Outline>& borders, const Box& box, Colour colour) {
  constexpr float row = 2;
  const std::vector<Edge> edges = edges_of(borders);
  std::vector<Edge> reaching;
  std::size_t next = 0;
  for (float y = box.y; y < bottom(box); y += row) {
    const float middle = y + row / 2;
    std::erase_if(reaching, [&](const Edge& edge) { return edge.to.y <= middle; });
    for (; next < edges.size() && edges[next].from.y <= middle; ++next)
      if (edges[next].to.y > middle) reaching.push_back(edges[next]);
    const std::vector<float> found = crossings(reaching, middle);
    for (std::size_t i = 0; i + 1 < found.size(); i += 2) {
      const float left = std::max(box.x, std::round(found[i]));
      const float width = std::min(right(box), std::round(found[i + 1])) - left;
      if (width > 0) frame.fill({left, y, width, std::min(row, bottom(box) - y)}, colour);
    }
  }
}

void draw_cased(Frame& frame, const Outline& line, float thickness, Colour colour) {
  frame.stroke(line, frame.colours().card, thickness + 2 * frame.theme().stroke());
  frame.stroke(line, colour, thickness);
}

void draw_area(Frame& frame, const SeenShape& shape, const Box& box) {
  constexpr int light_alpha = 56, chosen_alpha = 225;
  const bool chosen = shape.option->selected;
  const Theme& theme = frame.theme();
  const Colour accent = frame.colours().accent;
  fill_area(frame, shape.parts, box, with_alpha(accent, chosen ? chosen_alpha : light_alpha));
  for (const Outline& border : shape.parts)
    draw_cased(frame, border, theme.heavy_stroke() * (chosen ? 1.2F : 0.7F), accent);
}

// ---- points ----

void draw_check_at(Frame& frame, ImVec2 at) {
  const float size = frame.theme().size(Size::mark);
  const Box mark{at.x - size / 2, at.y - size / 2, size, size};
  frame.fill(inset(mark, -size * 0.1F), frame.colours().card, size);
  frame.fill(mark, frame.colours().accent, size / 2);
  frame.sign(Sign::check, inset(mark, size * 0.18F), frame.colours().on_accent);
}

Box around(ImVec2 at, float size) { return {at.x - size / 2, at.y - size / 2, size, size}; }

// Its number is put into it with the names.
void draw_point(Frame& frame, ImVec2 at, const ChoiceField::Option& option) {
  option.selected ? draw_check_at(frame, at) : draw_map_number(frame, around(at, 0), 0);
}

// ---- names ----

bool is_apart(const Box& one, const Box& other) {
  return right(one) <= other.x || right(other) <= one.x || bottom(one) <= other.y || bottom(other) <= one.y;
}

bool runs_through(const Box& box, const SeenShape& area) {
  const PictureBox within{box.x, box.y, right(box), bottom(box)};
  const auto pixel = [](ImVec2 at) { return MapPixel{at.x, at.y}; };
  for (const Outline& border : area.parts)
    for (std::size_t i = 0; i < border.size(); ++i)
      if (part_within(pixel(border[i == 0 ? border.size() - 1 : i - 1]), pixel(border[i]), within))
        return true;
  return false;
}

// Names that are there already, and the map around them all.
class Names {
 public:
  /// Tries only: it finds the places and writes nothing.
  enum class Does { tries, writes };
  enum class Areas { by_name, by_number, untold };
  Names(Frame& frame, const std::vector<SeenShape>& shapes, const Box& box, Does does, Areas areas)
      : frame_(frame), shapes_(shapes), box_(box), does_(does), areas_(areas) {}

  [[nodiscard]] const std::vector<NumberOnMap>& numbers() const { return numbers_; }
  /// Some area that is all in sight has no room even for its number.
  [[nodiscard]] bool lacks_numbers() const { return lacks_numbers_; }
  /// Some area has room for no more than a number.
  [[nodiscard]] bool needs_numbers() const { return needs_numbers_ || lacks_numbers_; }

  // Of a choice of several points that lie close to each other one has the number.
  void put_on_point(const SeenShape& shape, ImVec2 at) {
    const Box disc = around(at, number_size());
    const bool apart = std::ranges::all_of(taken_, [&](const Box& other) { return is_apart(disc, other); });
    keep_free(disc);
    if (apart && !shape.option->selected && does_ != Does::tries) draw_number(shape, disc);
  }

  // In the midst of the area if it fits there, else farther up or down.
  void put_in(const SeenShape& shape) {
    if (areas_ == Areas::untold && !shape.option->selected) return;
    const std::vector<Edge> edges = edges_of(shape.parts);
    if (edges.empty()) return;
    float top = edges.front().from.y, low = top;
    for (const Edge& edge : edges) low = std::max(low, edge.to.y);
    top = std::max(top, box_.y), low = std::min(low, bottom(box_));
    for (const Label& label : labels_of(shape))
      for (const float part : {0.5F, 0.42F, 0.58F, 0.34F, 0.66F, 0.26F, 0.74F, 0.18F, 0.82F}) {
        const float y = top + (low - top) * part;
        const auto place = widest_at(edges, y, label);
        if (!place || !is_within(shape, *place)) continue;
        return write(shape, label, *place);
      }
    put_number(shape, edges, (top + low) / 2);
  }

  // Below the point, else beside or above it; words that would hide much of the map are left out.
  void put_beside(const SeenShape& shape, ImVec2 at) {
    const float away = number_size() / 2 + air();
    for (const Label& label : labels_of(shape)) {
      if (label.width > box_.width * 0.3F) continue;
      const float x = at.x - label.width / 2, y = at.y - label.height / 2;
      for (const Box& place :
           {Box{x, at.y + away, label.width, label.height}, Box{at.x + away, y, label.width, label.height},
            Box{at.x - away - label.width, y, label.width, label.height},
            Box{x, at.y - away - label.height, label.width, label.height}})
        if (is_free(place) && !hides_area(place)) return write(shape, label, place);
    }
    const Box disc = around(at, number_size());
    if (shape.option->shape.kind != ShapeKind::lines || shape.option->selected || !is_free(disc)) return;
    keep_free(disc);
    if (does_ != Does::tries) draw_number(shape, disc);
  }

 private:
  // What has room for nothing has a number all the same, unless that would hide its neighbours more than
  // itself.
  void put_number(const SeenShape& shape, const std::vector<Edge>& edges, float y) {
    constexpr double least_part = 0.35;  // of the disc's square
    const float size = number_size();
    if (shape.option->selected) return;
    if (shape.size < least_part * size * size) {
      lacks_numbers_ = lacks_numbers_ || is_all_in_sight(shape);
      return;
    }
    const auto place = widest_at(edges, y, {.width = 0, .height = size});
    if (!place) return;
    const Box disc{place->x - size / 2, place->y, size, size};
    if (is_free(disc)) return write(shape, {.wrap = 0}, disc);
    lacks_numbers_ = lacks_numbers_ || is_all_in_sight(shape);
  }

  struct Label {
    bool check = false;  // above the words
    float wrap = 0;      // of the words; 0: the check, or the number, alone
    float width = 0, height = 0;
  };
  static constexpr Lettering lettering{TextSize::small, Weight::bold, Align::center};

  [[nodiscard]] float air() const { return frame_.theme().space(1); }
  [[nodiscard]] float number_size() const { return map_number_size(frame_); }
  void keep_free(const Box& place) { taken_.push_back(place); }
  void draw_number(const SeenShape& shape, const Box& disc) {
    draw_map_number(frame_, disc, shape.option->number);
    numbers_.push_back({disc, shape.option});
  }
  // Words that are broken get the width that they were broken at: a pixel less would break them otherwise.
  [[nodiscard]] float width_of(const SeenShape& shape, float wrap) const {
    if (wrap < unlimited_width) return std::ceil(wrap) + 2 * air();
    return std::ceil(frame_.measure(shape.option->label, lettering, wrap).width()) + 2 * air() + 1;
  }
  [[nodiscard]] float height_of(const SeenShape& shape, float wrap) const {
    return std::ceil(frame_.measure(shape.option->label, lettering, wrap).height()) + air();
  }

  // From the best to the smallest: on one line, on several, a number that stands for them; of a chosen area
  // with a check, or the check alone.
  [[nodiscard]] std::vector<Label> labels_of(const SeenShape& shape) const {
    const float mark = frame_.theme().size(Size::mark) * 1.2F;
    const float word = widest_word_of(frame_, shape.option->label, lettering);
    const float line = width_of(shape, unlimited_width);
    std::vector<Label> labels;
    for (const float wrap : {unlimited_width, std::max(word, line / 2) + 1, word + 1})
      labels.push_back({false, wrap, width_of(shape, wrap), height_of(shape, wrap)});
    if (shape.option->shape.kind != ShapeKind::area) return labels;
    if (!shape.option->selected) {
      if (areas_ == Areas::by_number) labels.clear();
      labels.push_back({false, 0, number_size(), number_size()});
      return labels;
    }
    std::vector<Label> chosen;
    for (const Label& label : labels)
      chosen.push_back({true, label.wrap, std::max(label.width, mark), label.height + mark});
    chosen.push_back({true, 0, mark, mark});
    return chosen;
  }

  [[nodiscard]] std::optional<Box> widest_at(const std::vector<Edge>& edges, float y,
                                             const Label& label) const {
    const std::vector<float> found = crossings(edges, y);
    Box widest;
    for (std::size_t i = 0; i + 1 < found.size(); i += 2) {
      const float left = std::max(found[i], box_.x), width = std::min(found[i + 1], right(box_)) - left;
      if (width > widest.width) widest = {left, y, width, 0};
    }
    if (widest.width < label.width) return std::nullopt;
    return Box{widest.x + (widest.width - label.width) / 2, y - label.height / 2, label.width, label.height};
  }

  [[nodiscard]] bool is_free(const Box& place) const {
    return place.x >= box_.x && place.y >= box_.y && right(place) <= right(box_) &&
           bottom(place) <= bottom(box_) &&
           std::ranges::all_of(taken_, [&](const Box& other) { return is_apart(place, other); });
  }

  // A part of a large one is meant to be covered, and a small one is not.
  [[nodiscard]] bool hides_area(const Box& place) const {
    constexpr double large = 4;
    const double size = static_cast<double>(place.width) * place.height;
    return std::ranges::any_of(shapes_, [&](const SeenShape& shape) {
      return shape.option->shape.kind == ShapeKind::area && shape.size < large * size &&
             runs_through(place, shape);
    });
  }

  // Its middle does already: no border runs through it.
  [[nodiscard]] bool is_within(const SeenShape& shape, const Box& place) const {
    return is_free(place) && !runs_through(place, shape);
  }

  [[nodiscard]] bool is_all_in_sight(const SeenShape& shape) const {
    return std::ranges::all_of(shape.parts, [&](const Outline& border) {
      return std::ranges::all_of(border, [&](const ImVec2& at) { return contains(box_, at.x, at.y); });
    });
  }

  void write(const SeenShape& shape, const Label& label, const Box& place) {
    keep_free(place);
    needs_numbers_ = needs_numbers_ || (label.wrap == 0 && !label.check && is_all_in_sight(shape));
    if (does_ == Does::tries) return;
    const Palette& palette = frame_.colours();
    const bool on_accent = shape.option->selected && shape.option->shape.kind == ShapeKind::area;
    Box rest = place;
    if (label.check) {
      const Box mark = take_top(rest, frame_.theme().size(Size::mark) * 1.2F);
      draw_check_at(frame_, {mark.x + mark.width / 2, mark.y + mark.height / 2});
    }
    if (label.wrap == 0 && label.check) return;
    if (label.wrap == 0) return draw_number(shape, place);
    if (!on_accent) frame_.fill(rest, with_alpha(palette.paper, 215), frame_.theme().corner() / 2);
    frame_.write_in_middle(shape.option->label, lettering, rest, on_accent ? palette.on_accent : palette.ink);
  }

  Frame& frame_;
  const std::vector<SeenShape>& shapes_;
  const Box& box_;
  Does does_;
  Areas areas_;
  bool needs_numbers_ = false, lacks_numbers_ = false;
  std::vector<NumberOnMap> numbers_;
  std::vector<Box> taken_;
};

ImVec2 middle_of(const Outline& line) {
  float left = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    left += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y) / 2;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const float x = line[i].x - line[i - 1].x, y = line[i].y - line[i - 1].y, length = std::hypot(x, y);
    if (length >= left && length > 0)
      return {line[i - 1].x + x * left / length, line[i - 1].y + y * left / length};
    left -= length;
  }
  return line.front();
}

}  // namespace

std::vector<SeenShape> seen_shapes(const ChoiceField& field, const MapFrame& seen, const Box& box) {
  std::vector<SeenShape> shapes;
  for (const ChoiceField::Option& option : field.options) {
    if (option.shape.empty()) continue;
    SeenShape shape{.option = &option};
    for (const GeoPoints& part : option.shape.parts) {
      shape.parts.push_back(outline_of(seen, box, part));
      shape.size += size_of_border(shape.parts.back());
    }
    shapes.push_back(std::move(shape));
  }
  const auto order = [](const SeenShape& shape) {
    const ShapeKind kind = shape.option->shape.kind;
    return std::tuple(kind != ShapeKind::area, kind == ShapeKind::points,
                      kind == ShapeKind::area ? -shape.size : 0.0);
  };
  std::ranges::stable_sort(shapes, {}, order);
  return shapes;
}

void draw_shapes(Frame& frame, const std::vector<SeenShape>& shapes, const Box& box) {
  for (const SeenShape& shape : shapes)
    if (shape.option->shape.kind == ShapeKind::area) draw_area(frame, shape, box);
  for (const SeenShape& shape : shapes) {
    const bool chosen = shape.option->selected;
    const float thick = frame.theme().heavy_stroke() * (chosen ? 2.6F : 1.4F);
    for (const Outline& part : shape.parts) {
      if (shape.option->shape.kind == ShapeKind::lines)
        draw_cased(frame, part, thick, frame.colours().accent);
      if (shape.option->shape.kind == ShapeKind::points) draw_point(frame, part.front(), *shape.option);
    }
    if (shape.option->shape.kind == ShapeKind::lines && chosen)
      draw_check_at(frame, middle_of(shape.parts.front()));
  }
}

std::vector<NumberOnMap> draw_names(Frame& frame, const std::vector<SeenShape>& shapes, const Box& box) {
  using Does = Names::Does;
  using Areas = Names::Areas;
  const auto put = [&](Does does, Areas areas) {
    Names names(frame, shapes, box, does, areas);
    for (const SeenShape& shape : shapes)
      if (shape.option->shape.kind == ShapeKind::points)
        for (const Outline& part : shape.parts) names.put_on_point(shape, part.front());
    // The ones on top first: what is below has room elsewhere, or is told by its neighbours.
    for (auto shape = shapes.rbegin(); shape != shapes.rend(); ++shape) {
      if (shape->option->shape.kind == ShapeKind::area)
        names.put_in(*shape);
      else
        names.put_beside(*shape, middle_of(shape->parts.front()));
    }
    return names;
  };
  if (!put(Does::tries, Areas::by_name).needs_numbers()) return put(Does::writes, Areas::by_name).numbers();
  // In letters that leave room for all of them: the cards have them large. Some of them alone would mislead.
  const Density density = frame.theme().density();
  const TextScale text = frame.theme().look().text;
  frame.set_content(density, std::min(text, TextScale::normal));
  const bool lacks = put(Does::tries, Areas::by_number).lacks_numbers();
  std::vector<NumberOnMap> numbers = put(Does::writes, lacks ? Areas::untold : Areas::by_number).numbers();
  frame.set_content(density, text);
  return numbers;
}

}  // namespace buurtpeil
