#include "ui/frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "theme/derive.h"

namespace buurtpeil {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

// Lines of Arabic letters are higher.
bool has_arabic_letters(std::string_view language) {
  static constexpr std::array<std::string_view, 7> codes = {"ar", "ckb", "fa", "ps", "sd", "ug", "ur"};
  return std::ranges::find(codes, language.substr(0, language.find('-'))) != codes.end();
}

bool lifted() { return ImGui::IsMouseReleased(ImGuiMouseButton_Left); }

}  // namespace

Frame::Frame(const Theme& theme, TextEngine& engine, Pictures& pictures, Memory& memory, const PageInfo& page,
             Drawn& drawn)
    : theme_(theme),
      engine_(engine),
      pictures_(pictures),
      memory_(memory),
      finger_(memory.of<FingerState>()),
      shown_(memory.of<ShownFor>()),
      page_(page),
      drawn_(drawn),
      canvas_(
          engine,
          {0, 0, static_cast<float>(theme.display().width_px), static_cast<float>(theme.display().height_px)},
          drawn),
      direction_(page.direction),
      language_(page.language),
      mirrors_(page.direction == Direction::right_to_left),
      page_text_(page.look.text) {}

Box Frame::on_screen(const Box& box) const { return mirrors_ ? mirrored(box, whole().width) : box; }
ImVec2 Frame::on_screen(ImVec2 point) const {
  return mirrors_ ? ImVec2(whole().width - point.x, point.y) : point;
}

// ---- shapes ----

bool Frame::in_sight(const Box& box) const { return overlap(on_screen(box), canvas_.clip()); }

void Frame::fill(const Box& box, Colour colour, float corner) {
  if (in_sight(box)) canvas_.fill(on_screen(box), packed(colour), corner);
}

void Frame::edge(const Box& box, Colour colour, float corner, float thickness) {
  if (in_sight(box)) canvas_.outline(on_screen(box), packed(colour), thickness, corner);
}

void Frame::shadow(const Box& box, float corner) {
  const float size = theme_.size(Size::shadow);
  if (in_sight(inset(box, -2 * size))) canvas_.shadow(on_screen(box), packed(colours().shadow), size, corner);
}

void Frame::fade(const Box& box, Colour top, Colour below) {
  const Box place = on_screen(box);
  list().AddRectFilledMultiColor({place.x, place.y}, {right(place), bottom(place)}, packed(top), packed(top),
                                 packed(below), packed(below));
}

void Frame::circle(float x, float y, float radius, Colour colour) {
  list().AddCircleFilled(on_screen(ImVec2(x, y)), radius, packed(colour));
}

void Frame::ring(const Box& box, float part, Colour colour, Colour rest) {
  const float thickness = std::min(box.width, box.height) * 0.07F;
  const float radius = std::min(box.width, box.height) / 2 - thickness / 2;
  const ImVec2 middle = on_screen(ImVec2(middle_x(box), middle_y(box)));
  list().AddCircle(middle, radius, packed(rest), 0, thickness);
  if (part <= 0) return;
  const float turn = 2 * pi * std::min(part, 1.0F) * (mirrors_ ? -1.0F : 1.0F);
  list().PathArcTo(middle, radius, -pi / 2, -pi / 2 + turn, 96);
  list().PathStroke(packed(colour), 0, thickness);
}

void Frame::shape(const std::vector<ImVec2>& corners, Colour colour) {
  std::vector<ImVec2> places;
  for (const ImVec2& corner : corners) places.push_back(on_screen(corner));
  if (mirrors_) std::ranges::reverse(places);  // Dear ImGui fills what is drawn clockwise
  list().AddConcavePolyFilled(places.data(), static_cast<int>(places.size()), packed(colour));
}

void Frame::stroke(const std::vector<ImVec2>& points, Colour colour, float thickness) {
  std::vector<ImVec2> places;
  for (const ImVec2& point : points) places.push_back(on_screen(point));
  list().AddPolyline(places.data(), static_cast<int>(places.size()), packed(colour), 0, thickness);
  for (const ImVec2& end : {places.front(), places.back()})
    list().AddCircleFilled(end, thickness / 2, packed(colour));
}

void Frame::sign(Sign sign, const Box& box, Colour colour) {
  if (in_sight(box)) draw_sign(*this, sign, box, colour);
}

// ---- pictures ----

PictureSize Frame::picture_size(const std::string& file) { return pictures_.size(file); }

float Frame::picture_height(const std::string& file, float width) {
  const PictureSize size = picture_size(file);
  return std::max(1.0F, std::round(width * size.height / size.width));
}

Box Frame::picture_place(const std::string& file, const Box& box) {
  const PictureSize size = picture_size(file);
  const float scale = std::min(box.width / size.width, box.height / size.height);
  const float width = std::max(1.0F, std::round(size.width * scale));
  const float height = std::max(1.0F, std::round(size.height * scale));
  return {std::floor(box.x + (box.width - width) / 2), std::floor(box.y + (box.height - height) / 2), width,
          height};
}

namespace {

/// How large all of a picture is that lies in that place.
ImVec2 whole_picture(const PictureSize& size, const Box& place) {
  const float scale = std::max(place.width / size.width, place.height / size.height);
  return {std::round(size.width * scale), std::round(size.height * scale)};
}

}  // namespace

Box Frame::picture_place(const std::string& file, const Box& box, Fit fit) {
  if (fit == Fit::contain) return picture_place(file, box);
  return {std::floor(box.x), std::floor(box.y), std::round(box.width), std::round(box.height)};
}

void Frame::prepare_picture(const std::string& file, const Box& box, Fit fit) {
  const ImVec2 size = whole_picture(picture_size(file), picture_place(file, box, fit));
  static_cast<void>(pictures_.find(file, static_cast<int>(size.x), static_cast<int>(size.y)));
}

void Frame::picture(const std::string& file, const Box& box, Fit fit, float corner) {
  const Box place = picture_place(file, box, fit);
  if (!in_sight(place)) return;
  const auto [width, height] = whole_picture(picture_size(file), place);
  const Pictures::Found found = pictures_.find(file, static_cast<int>(width), static_cast<int>(height));
  const Box seen = on_screen(place);
  using State = DrawnPicture::State;
  drawn_.pictures.push_back({file, seen, canvas_.clip(),
                             found.texture != nullptr ? State::shown
                             : found.missing          ? State::missing
                                                      : State::waiting});
  if (found.texture == nullptr) {
    fill(place, colours().card, corner);
    edge(place, colours().line, corner, theme_.stroke());
    if (found.missing) {
      const float sign_size = std::min({theme_.size(Size::lone_sign) * 1.5F, place.width, place.height});
      sign(Sign::picture, centred(place, sign_size, sign_size), colours().ink_quiet);
    }
    return;
  }
  // What is made for a light page, often with nothing behind it, would be lost on a dark one that the visitor
  // chose.
  if (!is_light(colours().paper) && is_light(theme_.colours(Contrast::normal).paper))
    fill(place, theme_.colours(Contrast::low).paper, corner);
  const float cut_x = fit == Fit::cover ? std::max(0.0F, (width - place.width) / 2 / width) : 0;
  const float cut_y = fit == Fit::cover ? std::max(0.0F, (height - place.height) / 2 / height) : 0;
  list().AddImageRounded(found.texture->GetTexRef(), {seen.x, seen.y}, {right(seen), bottom(seen)},
                         {cut_x, cut_y}, {1 - cut_x, 1 - cut_y}, IM_COL32_WHITE, corner);
}

const Regions* Frame::regions(const std::string& file, const std::vector<std::string>& ids) {
  return pictures_.regions(file, ids);
}

void Frame::mark_region(const std::string& file, const std::string& id, const Box& box) {
  if (!in_sight(box)) return;
  constexpr int tint_alpha = 110;
  const Marking marking{.tint = with_alpha(colours().accent, tint_alpha),
                        .line = colours().accent,
                        .rim = colours().card,
                        .line_px = static_cast<int>(1.5F * theme_.heavy_stroke()),
                        .rim_px = static_cast<int>(theme_.heavy_stroke())};
  const Pictures::Found found =
      pictures_.find_marked(file, id, static_cast<int>(box.width), static_cast<int>(box.height), marking);
  const Box seen = on_screen(box);
  using State = DrawnPicture::State;
  drawn_.pictures.push_back({file + "#" + id, seen, canvas_.clip(),
                             found.texture != nullptr ? State::shown
                             : found.missing          ? State::missing
                                                      : State::waiting});
  if (found.texture != nullptr)
    list().AddImage(found.texture->GetTexRef(), {seen.x, seen.y}, {right(seen), bottom(seen)});
}

// ---- maps ----

bool Frame::map(const MapSight& drawn, const MapFrame& seen, const Box& box) {
  const Pictures::Found found = pictures_.find_map(drawn);
  using State = DrawnPicture::State;
  drawn_.pictures.push_back(
      {"map", box, canvas_.clip(), found.texture != nullptr ? State::shown : State::waiting});
  if (found.texture == nullptr) return false;
  const double scale = std::exp2(seen.zoom - drawn.frame.zoom);
  const MapPixel middle = pixel_of(seen, drawn.frame.centre);
  const auto width = static_cast<float>(drawn.frame.width_px * scale);
  const auto height = static_cast<float>(drawn.frame.height_px * scale);
  const float left = box.x + static_cast<float>(middle.x) - width / 2;
  const float top = box.y + static_cast<float>(middle.y) - height / 2;
  const bool sharp = scale == 1;
  const ImVec2 from{sharp ? std::round(left) : left, sharp ? std::round(top) : top};
  list().AddImage(found.texture->GetTexRef(), from, {from.x + width, from.y + height});
  return true;
}

// ---- text ----

TextStyle Frame::style_of(const Lettering& lettering) const {
  TextStyle style;
  style.size_px = engine_.size_px_for_capital_height(theme_.capital(lettering.size));
  style.weight = lettering.weight;
  style.align = lettering.align;
  style.direction = direction_;
  style.line_spacing = lettering.size >= TextSize::title ? 0.92F : 1.0F;
  style.heading_scale = std::max(1.0F, theme_.capital(TextSize::title) / theme_.capital(lettering.size));
  style.small_scale = std::min(1.0F, theme_.capital(TextSize::small) / theme_.capital(lettering.size));
  style.language = language_;
  if (!lettering.keeps_size)
    style.least_px = engine_.size_px_for_capital_height(theme_.least_capital(lettering.size));
  return style;
}

const Paragraph& Frame::measure(StyledView words, const Lettering& lettering, float width) {
  return canvas_.measure(words, style_of(lettering), width);
}

float Frame::width_of(StyledView words, const Lettering& lettering) {
  return std::ceil(measure(words, lettering).width()) + 1;
}

float Frame::height_of(StyledView words, const Lettering& lettering, float width) {
  return words.empty() ? 0 : std::ceil(measure(words, lettering, width).height());
}

float Frame::line_height(TextSize size) {
  return std::ceil(measure(has_arabic_letters(page_.language) ? "Agجأ" : "Ag", {.size = size}).height());
}

// On the accent all words have its own colour; so do those that are quiet on purpose.
Canvas::OwnColours Frame::own_colours(Colour of_text) const {
  if (of_text != colours().ink && of_text != colours().heading && of_text != colours().ink_quiet) return {};
  return [this](Colour wish) { return packed(theme_.readable(wish)); };
}

float Frame::write(StyledView words, const Lettering& lettering, const Box& box, Colour colour) {
  if (words.empty()) return 0;
  const float height = height_of(words, lettering, box.width);
  if (!in_sight({box.x, box.y, box.width, height})) return height;
  return std::ceil(canvas_.text(words, style_of(lettering), on_screen(box), packed(colour), Vertical::top,
                                own_colours(colour)));
}

void Frame::write_in_middle(StyledView words, const Lettering& lettering, const Box& box, Colour colour) {
  if (!words.empty() && in_sight(inset(box, 0, -line_height(lettering.size))))
    canvas_.text(words, style_of(lettering), on_screen(box), packed(colour), Vertical::middle,
                 own_colours(colour));
}

void Frame::draw(const Paragraph& paragraph, const Box& box, Colour colour) {
  const Box place = on_screen(box);
  canvas_.paragraph(paragraph, {place.x, place.y}, packed(colour));
}

void Frame::recolour(const Paragraph& paragraph, const Box& box, const Box& part, Colour colour) {
  clip(part);
  const Box place = on_screen(box);
  engine_.draw(&list(), paragraph, {place.x, place.y}, packed(colour));
  unclip();
}

void Frame::set_direction(Direction direction, std::string_view language) {
  direction_ = direction;
  language_ = language;
}

void Frame::reset_direction() { set_direction(page_.direction, page_.language); }

// ---- moving ----

void Frame::fade_in(const Box& box) {
  constexpr float lasts_s = 0.15F, begins_at = 0.5F;
  if (still() || !fades_ || shown_.seconds >= lasts_s) return;
  const float left = 1 - shown_.seconds / lasts_s;
  fill(box, with_alpha(colours().paper, static_cast<int>(255 * begins_at * left * left)));
  draw_again();
}

// ---- touches ----

ImVec2 Frame::finger() const { return on_screen(ImGui::GetIO().MousePos); }

bool Frame::finger_came_down_in(const Box& box) const {
  const ImVec2 place = finger();
  return ImGui::IsMouseClicked(ImGuiMouseButton_Left) && contains(box, place.x, place.y);
}

bool Frame::register_target(const std::string& name, const Box& box, std::optional<ButtonLook> look) {
  const Box place = on_screen(box);
  const Box seen = common(place, canvas_.clip());
  const float least = theme_.target() - 0.5F;
  const bool reachable =
      seen.width >= std::min(least, place.width) && seen.height >= std::min(least, place.height);
  const float in_sight = seen.width > 0 ? seen.height / place.height : 0;
  drawn_.targets.push_back({name, reachable ? seen : place, reachable, in_sight, look});

  const ImVec2 at = ImGui::GetIO().MousePos;
  const bool under_finger = reachable && contains(seen, at.x, at.y);
  if (under_finger && !finger_.unheard && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
    finger_.pressed = name;
  return under_finger;
}

Contact Frame::touch(const std::string& name, const Box& box, Taps taps, std::optional<ButtonLook> look) {
  const bool under_finger = register_target(name, box, look);
  if (!under_finger || finger_.pressed != name || finger_.scrolling || finger_.taken) return {};
  if (!lifted()) return {.pressed = ImGui::IsMouseDown(ImGuiMouseButton_Left)};
  consumed_ = true;
  tapped_once_ = taps == Taps::once;
  return {.tapped = true};
}

Drag Frame::drag(const std::string& name, const Box& box, DragStart start) {
  const bool under_finger = register_target(name, box);
  if (finger_.pressed != name || finger_.scrolling || finger_.taken) return {};
  const ImVec2 at = ImGui::GetIO().MousePos;
  if (under_finger && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    finger_.may_drag = start == DragStart::across;
    if (start == DragStart::at_once) finger_.dragged = name;
  }
  const float across = std::abs(at.x - finger_.start_x);
  if (finger_.may_drag && across > theme_.size(Size::drag) && across > std::abs(at.y - finger_.start_y))
    finger_.dragged = name;
  Drag drag{.finger = finger(), .start = on_screen(ImVec2(finger_.start_x, finger_.start_y))};
  drag.active = finger_.dragged == name;
  drag.ended = drag.active && lifted();
  drag.tapped = !drag.active && under_finger && lifted();
  consumed_ = consumed_ || drag.ended || drag.tapped;
  return drag;
}

bool Frame::touched_elsewhere() const { return lifted() && !consumed_ && !finger_.taken; }

void Frame::clip(const Box& box) { canvas_.push_clip(on_screen(box)); }
void Frame::unclip() { canvas_.pop_clip(); }

}  // namespace buurtpeil
