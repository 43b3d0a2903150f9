// Names are placed greedily: the most important first, each where it meets no other. A name along a line is
// turned whole, onto a straight stretch; there is no curved text.
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <tuple>

#include "map/painting.h"
#include "map/pixel_lines.h"

namespace buurtpeil {
namespace {

using enum MapClass;

/// The same name is not written again within this distance.
constexpr double apart_px = 500;
constexpr std::size_t most_wishes = 20'000;
constexpr std::size_t most_names = 2'000;

struct UnrefObject {
  void operator()(void* object) const { g_object_unref(object); }
};
struct FreeFont {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Layout = std::unique_ptr<PangoLayout, UnrefObject>;

struct NameLook {
  double scale = 1;  // of the size of letters
  PangoWeight weight = PANGO_WEIGHT_NORMAL;
  PangoStyle style = PANGO_STYLE_NORMAL;
  MapColour colour;
};

NameLook name_look(const MapPalette& palette, MapClass map_class) {
  switch (map_class) {
    case town:
      return {1.45, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, palette.name};
    case neighbourhood:
      return {1.15, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, palette.name_area};
    case station:
      return {1, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, palette.name};
    case water_name:
      return {1, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, palette.name_water};
    case green_name:
      return {0.95, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, palette.name_green};
    case path:
    case service:
    case public_place:
      return {0.9, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, palette.name};
    default:
      return {1, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, palette.name};
  }
}

/// A rectangle turned around its middle.
struct NameBox {
  MapPixel middle;
  double angle = 0, half_wide = 0, half_high = 0;

  [[nodiscard]] PictureBox bounds() const {
    const double c = std::abs(std::cos(angle)), s = std::abs(std::sin(angle));
    const double x = half_wide * c + half_high * s, y = half_wide * s + half_high * c;
    return {middle.x - x, middle.y - y, middle.x + x, middle.y + y};
  }
  /// Whether an axis of this one lies between both (the theorem of separating axes).
  [[nodiscard]] bool separates(const NameBox& other) const {
    const double x = other.middle.x - middle.x, y = other.middle.y - middle.y;
    const double turn = std::abs(std::cos(other.angle - angle)),
                 slant = std::abs(std::sin(other.angle - angle));
    const double along = std::abs(x * std::cos(angle) + y * std::sin(angle));
    const double across = std::abs(y * std::cos(angle) - x * std::sin(angle));
    return along > half_wide + other.half_wide * turn + other.half_high * slant ||
           across > half_high + other.half_wide * slant + other.half_high * turn;
  }
  [[nodiscard]] bool meets(const NameBox& other) const {
    return bounds().touches(other.bounds()) && !separates(other) && !other.separates(*this);
  }
};

/// Pango, for the thread that paints.
class Letters {
 public:
  Letters() : fonts_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
    context_.reset(pango_font_map_create_context(fonts_.get()));
    // Turned letters are drawn as they are, not fitted to the pixels of a row.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
  }
  [[nodiscard]] Layout layout(const std::string& text, const NameLook& look,
                              const MapRequest& request) const {
    Layout layout(pango_layout_new(context_.get()));
    const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_new());
    const std::string families =
        request.family + ",Noto Sans,Noto Sans Arabic,Noto Sans Ethiopic,Droid Sans Fallback";
    pango_font_description_set_family(font.get(), families.c_str());
    pango_font_description_set_absolute_size(font.get(), request.letter_px * look.scale * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), look.weight);
    pango_font_description_set_style(font.get(), look.style);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
    const std::unique_ptr<char, decltype(&g_free)> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free);
    pango_layout_set_text(layout.get(), valid.get(), -1);
    return layout;
  }

 private:
  std::unique_ptr<PangoFontMap, UnrefObject> fonts_;
  std::unique_ptr<PangoContext, UnrefObject> context_;
};

class Writing {
 public:
  explicit Writing(const Painting& painting) : painting_(painting) {}

  void write_at(const NameWish& wish) {
    const NameLook look = name_look(painting_.request.palette, wish.map_class);
    const Layout layout = letters().layout(wish.name, look, painting_.request);
    const double em = painting_.request.letter_px * look.scale;
    pango_layout_set_width(layout.get(), static_cast<int>(em * 9 * PANGO_SCALE));
    pango_layout_set_line_spacing(layout.get(), 0.85F);
    place(wish, look, layout.get(), wish.point, 0);
  }

  void write_along(const NameWish& wish, const std::vector<PixelLine>& lines) {
    const NameLook look = name_look(painting_.request.palette, wish.map_class);
    const double em = painting_.request.letter_px * look.scale;
    const auto letters_count = static_cast<double>(g_utf8_strlen(wish.name.c_str(), -1));
    std::vector<Stretch> all;
    for (const PixelLine& line : lines) {  // no letter is narrower than that on the whole
      const auto found = straight_stretches(line, letters_count * em * 0.35);
      all.insert(all.end(), found.begin(), found.end());
    }
    if (all.empty()) return;
    std::ranges::stable_sort(all, std::ranges::greater{}, &Stretch::length);
    const Layout layout = letters().layout(wish.name, look, painting_.request);
    PangoRectangle room;
    pango_layout_get_extents(layout.get(), nullptr, &room);
    const double width = static_cast<double>(room.width) / PANGO_SCALE;
    for (const Stretch& stretch : all)
      if (stretch.length >= width * 0.95) write_on(wish, look, layout.get(), stretch, width);
  }

 private:
  static const Letters& letters() {
    thread_local const Letters letters;  // reading the fonts takes longer than a picture
    return letters;
  }

  /// In the middle, or a little to either side where another name is in the way.
  void write_on(const NameWish& wish, const NameLook& look, PangoLayout* layout, const Stretch& stretch,
                double width) {
    const double half = std::min(0.5, width / stretch.length / 2), room = 0.5 - half;
    for (const double aside : {0.0, -0.5, 0.5, -1.0, 1.0}) {
      const double part = 0.5 + aside * room;
      const MapPixel from = point_along(stretch, part - half), to = point_along(stretch, part + half);
      const MapPixel on = point_along(stretch, part);
      double angle = std::atan2(to.y - from.y, to.x - from.x);
      if (angle > std::numbers::pi / 2) angle -= std::numbers::pi;
      if (angle <= -std::numbers::pi / 2) angle += std::numbers::pi;
      // Where the line bends under the name, between the line's middle and that of its ends.
      const MapPixel middle{.x = (from.x + to.x + 2 * on.x) / 4, .y = (from.y + to.y + 2 * on.y) / 4};
      if (place(wish, look, layout, middle, angle) || room * stretch.length < 4) return;
    }
  }

  bool place(const NameWish& wish, const NameLook& look, PangoLayout* layout, MapPixel middle, double angle) {
    PangoRectangle ink, room;
    pango_layout_get_extents(layout, &ink, &room);
    const double wide = static_cast<double>(ink.width) / PANGO_SCALE;
    const double em = painting_.request.letter_px * look.scale;
    const double high = std::max(em, em * 1.1 * pango_layout_get_line_count(layout));
    const NameBox box{
        .middle = middle, .angle = angle, .half_wide = wide / 2 + em * 0.3, .half_high = high / 2};
    if (!painting_.box().holds(box.bounds()) || placed_.size() >= most_names) return false;
    if (std::ranges::any_of(placed_, [&](const NameBox& other) { return box.meets(other); })) return false;
    auto& same = same_names_[wish.name];
    if (std::ranges::any_of(same, [&](MapPixel other) {
          return std::hypot(other.x - middle.x, other.y - middle.y) < apart_px;
        }))
      return false;
    same.push_back(middle);
    placed_.push_back(box);
    painting_.picture.names.push_back({.name = wish.name, .middle = middle, .angle = angle});
    draw(look, layout, middle, angle, em);
    return true;
  }

  void draw(const NameLook& look, PangoLayout* layout, MapPixel middle, double angle, double em) const {
    cairo_t* pen = painting_.pen;
    PangoRectangle room;
    pango_layout_get_extents(layout, nullptr, &room);
    const double x = static_cast<double>(room.x) + room.width / 2.0;
    // Letters without tails and heads stand in the middle of the street.
    const double y = pango_layout_get_line_count(layout) == 1
                         ? pango_layout_get_baseline(layout) - em * 0.36 * PANGO_SCALE
                         : room.y + room.height / 2.0;
    cairo_save(pen);
    cairo_translate(pen, middle.x, middle.y);
    cairo_rotate(pen, angle);
    cairo_move_to(pen, -x / PANGO_SCALE, -y / PANGO_SCALE);
    pango_cairo_layout_path(pen, layout);
    painting_.use(painting_.request.palette.halo);
    cairo_set_line_width(pen, em * 0.26);
    cairo_stroke_preserve(pen);
    cairo_set_fill_rule(pen, CAIRO_FILL_RULE_WINDING);
    painting_.use(look.colour);
    cairo_fill(pen);
    cairo_restore(pen);
  }

  const Painting& painting_;
  std::vector<NameBox> placed_;
  std::map<std::string, std::vector<MapPixel>> same_names_;
};

auto sort_key(const NameWish& wish) {
  const MapPixel at = wish.line.empty() ? wish.point : wish.line.front();
  return std::tuple(wish.order, std::string_view(wish.name), at.y, at.x);
}

}  // namespace

void write_names(const Painting& painting, std::vector<NameWish>& wishes) {
  if (wishes.size() > most_wishes) wishes.resize(most_wishes);
  std::ranges::stable_sort(wishes, {}, sort_key);
  Writing writing(painting);
  for (std::size_t at = 0; at < wishes.size();) {
    if (wishes[at].order > 0 && painting.is_over()) return;
    const NameWish& wish = wishes[at];
    if (wish.line.empty()) {
      writing.write_at(wish);
      ++at;
      continue;
    }
    std::vector<PixelLine> lines;  // all of one street
    for (; at < wishes.size() && wishes[at].order == wish.order && wishes[at].name == wish.name; ++at)
      if (!wishes[at].line.empty()) lines.push_back(wishes[at].line);
    writing.write_along(wish, joined(std::move(lines)));
  }
}

}  // namespace buurtpeil
