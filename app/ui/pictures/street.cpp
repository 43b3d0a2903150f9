#include "ui/pictures/street.h"

#include <array>
#include <cmath>
#include <numbers>

namespace buurtpeil {
namespace {

enum class Gable { step, bell, neck, point, garden };  // garden: a flat roof with plants and sun panels

struct House {
  float width, height;  // in units; height up to the eaves
  Gable gable;
  Colour Palette::* wall;
  Colour Palette::* trim;
  int windows;  // beside each other
  int floors;
};

// Heights of the scene in units, from the bottom of the box: 100 units are the box's height.
constexpr float water_top = 17;
constexpr float street_level = 24;

constexpr std::array<House, 9> houses = {{
    {25, 34, Gable::step, &Palette::brick, &Palette::plaster, 2, 3},
    {21, 41, Gable::neck, &Palette::slate, &Palette::ochre, 2, 3},
    {31, 29, Gable::garden, &Palette::plaster, &Palette::ochre, 3, 2},
    {23, 38, Gable::bell, &Palette::ochre, &Palette::plaster, 2, 3},
    {19, 33, Gable::point, &Palette::brick_dark, &Palette::plaster, 2, 3},
    {26, 36, Gable::step, &Palette::plaster, &Palette::brick, 2, 3},
    {22, 42, Gable::bell, &Palette::brick, &Palette::plaster, 2, 3},
    {29, 27, Gable::garden, &Palette::ochre, &Palette::plaster, 3, 2},
    {20, 39, Gable::neck, &Palette::brick_dark, &Palette::ochre, 2, 3},
}};

// Draws in units, upwards from the ground at the left end of the box.
class Scene {
 public:
  Scene(Frame& frame, const Box& box) : frame_(frame), box_(box), unit_(box.height / 100) {}
  [[nodiscard]] Frame& frame() const { return frame_; }
  [[nodiscard]] const Palette& colours() const { return frame_.colours(); }
  [[nodiscard]] float width() const { return box_.width / unit_; }
  [[nodiscard]] ImVec2 at(float x, float y) const { return {box_.x + x * unit_, bottom(box_) - y * unit_}; }
  void block(float x, float y, float width, float height, Colour colour, float corner = 0) const {
    const ImVec2 top = at(x, y + height);
    frame_.fill({top.x, top.y, width * unit_, height * unit_}, colour, corner * unit_);
  }
  void disc(float x, float y, float radius, Colour colour) const {
    const ImVec2 middle = at(x, y);
    frame_.circle(middle.x, middle.y, radius * unit_, colour);
  }
  void shape(const std::vector<ImVec2>& corners, Colour colour) const {
    std::vector<ImVec2> places;
    for (const ImVec2& corner : corners) places.push_back(at(corner.x, corner.y));
    frame_.shape(places, colour);
  }
  void line(const std::vector<ImVec2>& points, Colour colour, float thickness) const {
    std::vector<ImVec2> places;
    for (const ImVec2& point : points) places.push_back(at(point.x, point.y));
    frame_.stroke(places, colour, std::max(1.0F, thickness * unit_));
  }
  void wheel(float x, float y, float radius, Colour colour, float thickness) const {
    std::vector<ImVec2> points;
    for (int step = 0; step <= 28; ++step) {
      const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(step) / 28;
      points.emplace_back(x + radius * std::cos(angle), y + radius * std::sin(angle));
    }
    line(points, colour, thickness);
  }

 private:
  Frame& frame_;
  Box box_;
  float unit_;
};

Colour mixed(Colour first, Colour second, float part) {
  const auto mix = [part](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(
        std::lround(static_cast<float>(a) * (1 - part) + static_cast<float>(b) * part));
  };
  return {mix(first.red, second.red), mix(first.green, second.green), mix(first.blue, second.blue), 255};
}

void draw_gable(const Scene& scene, const House& house, float x, float eaves, Colour wall, Colour trim) {
  const float w = house.width;
  const float middle = x + w / 2;
  switch (house.gable) {
    case Gable::step:
      for (int step = 0; step < 4;
           ++step) {  // each step stands on the one below, with a light stone at both ends
        const float cut = w * 0.115F * static_cast<float>(step);
        const float y = eaves + 3.8F * static_cast<float>(step);
        const float stone = step == 3 ? w - 2 * cut + 1 : w * 0.115F + 1;
        if (step > 0) scene.block(x + cut, y - 3.8F, w - 2 * cut, 3.9F, wall);
        scene.block(x + cut - 0.5F, y - 0.5F, stone, 0.9F, trim);
        scene.block(x + w - cut + 0.5F - stone, y - 0.5F, stone, 0.9F, trim);
      }
      return;
    case Gable::bell: {
      std::vector<ImVec2> outline;
      for (int step = 0; step <= 20; ++step) {
        const float t = static_cast<float>(step) / 20;
        const float narrowing =
            0.5F - 0.32F * (0.5F - 0.5F * std::cos(std::numbers::pi_v<float> * std::min(1.0F, t * 1.15F)));
        outline.emplace_back(middle - w * narrowing, eaves + 13 * t);
      }
      for (int step = 20; step >= 0; --step)
        outline.emplace_back(2 * middle - outline[static_cast<std::size_t>(step)].x,
                             outline[static_cast<std::size_t>(step)].y);
      scene.shape(outline, wall);
      scene.disc(middle, eaves + 13, w * 0.18F, wall);
      scene.block(middle - w * 0.22F, eaves + 12.4F, w * 0.44F, 1.0F, trim);
      return;
    }
    case Gable::neck:
      scene.shape({{x, eaves},
                   {middle - w * 0.22F, eaves + 4.5F},
                   {middle + w * 0.22F, eaves + 4.5F},
                   {x + w, eaves}},
                  mixed(wall, trim, 0.55F));
      scene.block(middle - w * 0.24F, eaves - 0.1F, w * 0.48F, 12.5F, wall);
      scene.shape(
          {{middle - w * 0.28F, eaves + 12.2F}, {middle, eaves + 16.5F}, {middle + w * 0.28F, eaves + 12.2F}},
          trim);
      return;
    case Gable::point:
      scene.shape({{x - 1, eaves - 0.2F}, {middle, eaves + 15}, {x + w + 1, eaves - 0.2F}},
                  mixed(wall, scene.colours().slate, 0.35F));
      scene.shape({{x + 1.4F, eaves - 0.3F}, {middle, eaves + 12.2F}, {x + w - 1.4F, eaves - 0.3F}}, wall);
      return;
    case Gable::garden:
      scene.block(x - 0.6F, eaves - 0.2F, w + 1.2F, 1.5F, trim);
      for (int plant = 0; plant < 4; ++plant) {
        scene.disc(x + 2.4F + static_cast<float>(plant) * w * 0.12F, eaves + 1.4F,
                   2.0F - 0.3F * static_cast<float>(plant % 2),
                   plant % 2 == 0 ? scene.colours().leaf : scene.colours().leaf_dark);
      }
      for (int panel = 0; panel < 2; ++panel) {
        const float left = x + w * (0.56F + 0.2F * static_cast<float>(panel));
        scene.shape({{left, eaves + 1.2F},
                     {left + w * 0.16F, eaves + 1.2F},
                     {left + w * 0.19F, eaves + 4.6F},
                     {left + w * 0.05F, eaves + 4.6F}},
                    scene.colours().slate);
      }
      return;
  }
}

void draw_window(const Scene& scene, float x, float y, float width, float height, Colour frame_colour,
                 bool lit) {
  const Palette& colours = scene.colours();
  scene.block(x - 0.55F, y - 0.55F, width + 1.1F, height + 1.1F, frame_colour, 0.3F);
  scene.block(x, y, width, height, lit ? colours.sun : mixed(colours.slate, colours.water, 0.35F));
  scene.block(x, y + height * 0.62F, width, 0.45F, frame_colour);
  scene.block(x + width / 2 - 0.22F, y, 0.45F, height, frame_colour);
  scene.block(x - 0.9F, y - 1.1F, width + 1.8F, 0.7F, frame_colour);
}

void draw_house(const Scene& scene, const House& house, float x, int number) {
  const Palette& colours = scene.colours();
  const Colour wall = colours.*house.wall;
  const Colour trim = colours.*house.trim;
  const Colour frames = house.wall == &Palette::plaster ? colours.card : colours.window;
  const float eaves = street_level + house.height;
  draw_gable(scene, house, x, eaves, wall, trim);
  scene.block(x, street_level, house.width, house.height, wall);
  scene.block(x, street_level, house.width, 2.4F, mixed(wall, colours.slate, 0.4F));

  const float floor_height = house.height / static_cast<float>(house.floors);
  const float pitch = house.width / static_cast<float>(house.windows);
  for (int floor = 0; floor < house.floors; ++floor) {
    for (int column = 0; column < house.windows; ++column) {
      const float width = std::min(5.4F, pitch * 0.52F);
      const float left = x + pitch * (static_cast<float>(column) + 0.5F) - width / 2;
      const bool is_door = floor == 0 && column == number % house.windows;
      if (is_door) {
        scene.block(left - 0.9F, street_level, width + 1.8F, floor_height * 0.82F, frames, 0.4F);
        scene.block(left, street_level, width, floor_height * 0.66F,
                    number % 3 == 1 ? colours.leaf_dark : colours.door);
        scene.block(left, street_level + floor_height * 0.69F, width, floor_height * 0.09F, colours.sun);
        scene.disc(left + width * 0.8F, street_level + floor_height * 0.3F, 0.4F, colours.sun);
        scene.block(left - 1.4F, street_level, width + 2.8F, 0.9F, colours.quay);
      } else {
        const float y =
            street_level + floor_height * (static_cast<float>(floor) + 0.3F) + (floor == 0 ? 0.8F : 0);
        draw_window(scene, left, y, width, floor_height * 0.5F, frames,
                    (number * 5 + floor * 3 + column * 7) % 11 == 3);
      }
    }
  }
  if (house.gable != Gable::garden && house.gable != Gable::step)
    draw_window(scene, x + house.width / 2 - 1.6F, eaves + 3.4F, 3.2F, 4.2F, frames, false);
  if (house.gable == Gable::step)
    draw_window(scene, x + house.width / 2 - 1.8F, eaves + 2.6F, 3.6F, 5.0F, frames, false);
}

void draw_reflection(const Scene& scene, const House& house, float x) {
  const Palette& colours = scene.colours();
  const Colour wall = colours.*house.wall;
  scene.block(x + 0.6F, water_top - 12 - house.height * 0.06F, house.width - 1.2F, 12 + house.height * 0.06F,
              with_alpha(wall, 60), 1.2F);
}

void draw_tree(const Scene& scene, float x, float size) {
  const Palette& colours = scene.colours();
  const float crown = street_level + 15 * size;
  scene.block(x - 0.7F * size, street_level - 2, 1.4F * size, 14 * size, colours.trunk, 0.4F);
  scene.disc(x - 4.2F * size, crown, 5.4F * size, colours.leaf_dark);
  scene.disc(x + 4.4F * size, crown + 0.6F * size, 5.2F * size, colours.leaf_dark);
  scene.disc(x, crown + 4.8F * size, 6.6F * size, colours.leaf);
  scene.disc(x + 1.2F * size, crown - 0.4F * size, 5.0F * size, colours.leaf);
  scene.disc(x - 2.2F * size, crown + 6.4F * size, 2.6F * size, mixed(colours.leaf, colours.window, 0.25F));
}

void draw_bicycle(const Scene& scene, float x) {
  const Palette& colours = scene.colours();
  const float ground = street_level - 3.4F;
  const float hub = ground + 3.2F;
  const Colour steel = colours.ink;
  scene.wheel(x, hub, 3.0F, steel, 0.5F);
  scene.wheel(x + 9.2F, hub, 3.0F, steel, 0.5F);
  scene.line({{x, hub}, {x + 2.6F, hub + 4.4F}, {x + 8.0F, hub + 4.4F}, {x + 4.4F, hub}, {x, hub}},
             colours.door, 0.75F);
  scene.line({{x + 4.4F, hub}, {x + 2.2F, hub + 5.8F}}, colours.door, 0.75F);
  scene.line({{x + 9.2F, hub}, {x + 7.6F, hub + 6.8F}, {x + 6.2F, hub + 7.4F}}, colours.door, 0.75F);
  scene.line({{x + 1.0F, hub + 5.9F}, {x + 3.4F, hub + 5.9F}}, steel, 0.9F);
}

void draw_boat(const Scene& scene, float x) {
  const Palette& colours = scene.colours();
  const float y = 6.5F;
  scene.shape({{x, y + 5.0F}, {x + 2.6F, y}, {x + 25, y}, {x + 30, y + 5.6F}}, colours.brick_dark);
  scene.shape({{x, y + 5.0F}, {x - 0.2F, y + 6.2F}, {x + 30.6F, y + 6.8F}, {x + 30, y + 5.4F}},
              colours.plaster);
  scene.block(x + 6, y + 6.0F, 12, 4.4F, colours.window, 0.8F);
  scene.block(x + 5.4F, y + 10.0F, 13.2F, 1.1F, colours.ochre, 0.5F);
  for (int hatch = 0; hatch < 3; ++hatch)
    scene.block(x + 7.4F + 3.6F * static_cast<float>(hatch), y + 7.4F, 2.2F, 1.8F, colours.slate, 0.3F);
}

void draw_water(const Scene& scene) {
  const Palette& colours = scene.colours();
  scene.block(0, 0, scene.width(), water_top, colours.water);
  float x = 0;
  for (std::size_t number = 0; x < scene.width(); ++number) {
    const House& house = houses[number % houses.size()];
    draw_reflection(scene, house, x);
    x += house.width + 0.8F;
  }
  for (int ripple = 0; static_cast<float>(ripple) * 13 < scene.width(); ++ripple) {
    const float left = static_cast<float>(ripple) * 13 + static_cast<float>(ripple * 7 % 5);
    const float y = 2.5F + static_cast<float>(ripple * 5 % 12);
    scene.block(left, y, 6.0F + static_cast<float>(ripple % 3) * 2, 0.55F, colours.water_light, 0.27F);
  }
}

}  // namespace

void draw_street(Frame& frame, const Box& box) {
  const Scene scene(frame, box);
  const Palette& colours = frame.colours();
  frame.clip(box);
  scene.disc(scene.width() * 0.79F, 76, 13, colours.sun);
  for (float x = -4; x < scene.width() + 12; x += 15) {  // the trees of the next street
    scene.disc(x, street_level + 21 + std::fmod(x * 3.7F + 40, 9.0F), 12,
               mixed(colours.leaf, colours.paper, 0.68F));
  }
  draw_water(scene);
  scene.block(0, water_top, scene.width(), street_level - water_top, colours.quay);
  scene.block(0, water_top, scene.width(), 1.7F, mixed(colours.quay, colours.trunk, 0.45F));
  float x = 0;
  for (int number = 0; x < scene.width(); ++number) {
    const House& house = houses[static_cast<std::size_t>(number) % houses.size()];
    draw_house(scene, house, x, number);
    x += house.width + 0.8F;
  }
  scene.block(0, street_level - 0.8F, scene.width(), 0.9F, mixed(colours.quay, colours.window, 0.5F));
  for (int tree = 0; static_cast<float>(tree) * 46 + 24 < scene.width() + 8; ++tree) {
    draw_tree(scene, static_cast<float>(tree) * 46 + 24.5F, 0.95F + 0.12F * static_cast<float>(tree % 3));
  }
  draw_bicycle(scene, 38);
  if (scene.width() > 220) draw_bicycle(scene, 178);
  draw_boat(scene, scene.width() * 0.58F);
  frame.unclip();
}

}  // namespace buurtpeil
