#include "ui/pictures/regions.h"

#include <algorithm>
#include <numeric>

#include "image/decode_kinds.h"

namespace buurtpeil {
namespace {

constexpr int longest_side = 480;  // of the map; a finger is many cells wide
constexpr std::size_t most_ids = 1000;
constexpr std::uint8_t covered = 128;
constexpr int straight = 3, aslant = 4;  // steps to a neighbour: together nearly a circle

/// What is known of each cell: in the shape or not.
struct Shape {
  int width = 0, height = 0;
  std::vector<std::uint8_t> inside;

  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
  }
};

/// How far each cell inside is from the nearest one outside, in thirds of a cell; 0 outside. `beyond` says
/// whether what is beyond the edge of the picture is outside, too.
std::vector<int> depths(const Shape& shape, bool beyond) {
  const int far = straight * (shape.width + shape.height);
  std::vector<int> depth(shape.inside.size(), 0);
  const auto at = [&](int x, int y) {
    if (x < 0 || y < 0 || x >= shape.width || y >= shape.height) return beyond ? 0 : far;
    return depth[shape.index(x, y)];
  };
  const auto pass = [&](int x, int y, int back) {
    int& here = depth[shape.index(x, y)];
    here = std::min({here, at(x - back, y) + straight, at(x, y - back) + straight,
                     at(x - back, y - back) + aslant, at(x + back, y - back) + aslant});
  };
  for (std::size_t cell = 0; cell < depth.size(); ++cell) depth[cell] = shape.inside[cell] != 0 ? far : 0;
  for (int y = 0; y < shape.height; ++y)
    for (int x = 0; x < shape.width; ++x) pass(x, y, 1);
  for (int y = shape.height - 1; y >= 0; --y)
    for (int x = shape.width - 1; x >= 0; --x) pass(x, y, -1);
  return depth;
}

/// Of the cells that are so deep, the one nearest to the middle of them all: a long part is marked in its
/// middle.
int central_cell(const Shape& shape, const std::vector<int>& depth, int least) {
  double x = 0, y = 0, count = 0;
  for (std::size_t cell = 0; cell < depth.size(); ++cell) {
    if (shape.inside[cell] == 0) continue;
    x += static_cast<double>(cell % static_cast<std::size_t>(shape.width));
    y += static_cast<double>(cell / static_cast<std::size_t>(shape.width));
    ++count;
  }
  x /= count, y /= count;
  int best = 0;
  double nearest = -1;
  for (std::size_t cell = 0; cell < depth.size(); ++cell) {
    if (depth[cell] < least) continue;
    const double across = static_cast<double>(cell % static_cast<std::size_t>(shape.width)) - x;
    const double down = static_cast<double>(cell / static_cast<std::size_t>(shape.width)) - y;
    const double distance = across * across + down * down;
    if (nearest >= 0 && distance >= nearest) continue;
    nearest = distance;
    best = static_cast<int>(cell);
  }
  return best;
}

Regions::Region region_of(const Regions& map, std::size_t index) {
  Shape shape{map.width, map.height, std::vector<std::uint8_t>(map.cells.size())};
  for (std::size_t cell = 0; cell < map.cells.size(); ++cell)
    shape.inside[cell] = map.cells[cell] == index + 1 ? 1 : 0;
  const std::vector<int> depth = depths(shape, true);
  const int deepest = *std::ranges::max_element(depth);
  if (deepest == 0) return {};
  const int cell = central_cell(shape, depth, deepest * 9 / 10);
  const auto width = static_cast<float>(map.width), height = static_cast<float>(map.height);
  return {.there = true,
          .x = (static_cast<float>(cell % map.width) + 0.5F) / width,
          .y = (static_cast<float>(cell / map.width) + 0.5F) / height,
          .reach = static_cast<float>(depth[static_cast<std::size_t>(cell)]) / straight / width};
}

void put(Pixels& pixels, std::size_t cell, Colour colour) {
  pixels.rgba[cell * 4] = colour.red;
  pixels.rgba[cell * 4 + 1] = colour.green;
  pixels.rgba[cell * 4 + 2] = colour.blue;
  pixels.rgba[cell * 4 + 3] = colour.alpha;
}

}  // namespace

int Regions::at(float x, float y) const {
  if (!(x >= 0 && y >= 0 && x < 1 && y < 1) || cells.empty()) return -1;
  const auto column = static_cast<std::size_t>(x * static_cast<float>(width));
  const auto row = static_cast<std::size_t>(y * static_cast<float>(height));
  return static_cast<int>(cells[row * static_cast<std::size_t>(width) + column]) - 1;
}

bool Regions::any() const { return std::ranges::any_of(regions, &Region::there); }

std::expected<Regions, std::string> read_regions(std::string_view bytes,
                                                 const std::vector<std::string>& ids) {
  const auto head = svg_head(bytes);
  if (!head) return std::unexpected(head.error());
  const auto shapes = SvgShapes::open(bytes);
  if (!shapes) return std::unexpected(shapes.error());
  const float scale =
      static_cast<float>(longest_side) / static_cast<float>(std::max(head->width, head->height));
  Regions map;
  map.width = std::max(1, static_cast<int>(static_cast<float>(head->width) * scale));
  map.height = std::max(1, static_cast<int>(static_cast<float>(head->height) * scale));
  map.cells.resize(static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height));

  const std::size_t count = std::min(ids.size(), most_ids);
  std::vector<std::vector<bool>> masks(count);
  std::vector<long> areas(count);
  for (std::size_t index = 0; index < count; ++index) {
    const auto mask = shapes->mask(ids[index], map.width, map.height);
    for (const std::uint8_t part : mask) masks[index].push_back(part >= covered);
    areas[index] = std::ranges::count(masks[index], true);
  }
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t index) { return areas[index]; });
  for (const std::size_t index : order)
    for (std::size_t cell = 0; cell < masks[index].size(); ++cell)
      if (masks[index][cell]) map.cells[cell] = static_cast<std::uint16_t>(index + 1);
  map.regions.resize(ids.size());
  for (std::size_t index = 0; index < count; ++index)
    if (areas[index] > 0) map.regions[index] = region_of(map, index);
  return map;
}

std::expected<Pixels, std::string> marked_region(std::string_view bytes, const std::string& id, int width,
                                                 int height, const Marking& marking) {
  constexpr int finer = 2;  // for smooth edges
  const auto shapes = SvgShapes::open(bytes);
  if (!shapes) return std::unexpected(shapes.error());
  Shape shape{width * finer, height * finer, shapes->mask(id, width * finer, height * finer)};
  if (shape.inside.empty()) return std::unexpected("has no element with that id");
  Shape around = shape;
  for (std::size_t cell = 0; cell < shape.inside.size(); ++cell) {
    shape.inside[cell] = shape.inside[cell] >= covered ? 1 : 0;
    around.inside[cell] = shape.inside[cell] == 0 ? 1 : 0;
  }
  const std::vector<int> within = depths(shape, true), without = depths(around, false);
  Pixels pixels{shape.width, shape.height, std::vector<std::uint8_t>(shape.inside.size() * 4)};
  const int line = marking.line_px * finer * straight, rim = marking.rim_px * finer * straight;
  for (std::size_t cell = 0; cell < shape.inside.size(); ++cell) {
    if (within[cell] > 0)
      put(pixels, cell, within[cell] <= line ? marking.line : marking.tint);
    else if (without[cell] <= rim)
      put(pixels, cell, marking.rim);
  }
  return scaled_down(pixels, width, height);
}

}  // namespace buurtpeil
