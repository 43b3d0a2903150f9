#include "map/pixel_lines.h"

#include <algorithm>
#include <cmath>

namespace buurtpeil {
namespace {

/// Ends this close are one point: tiles round their coordinates.
constexpr double touching_px = 1.5;
/// Beyond so many lines of one name, they are left as they are: joining looks at all pairs.
constexpr std::size_t most_joined = 300;
/// A stretch is straight when its chord is at least this part of its length (measured on real streets).
constexpr double straight_part = 0.98;

double distance(MapPixel a, MapPixel b) { return std::hypot(a.x - b.x, a.y - b.y); }

MapPixel between(MapPixel a, MapPixel b, double part) {
  return {.x = a.x + (b.x - a.x) * part, .y = a.y + (b.y - a.y) * part};
}

bool join_ends(PixelLine& line, PixelLine& other) {
  if (distance(line.front(), other.front()) < touching_px ||
      distance(line.front(), other.back()) < touching_px)
    std::ranges::reverse(line);
  if (distance(line.back(), other.back()) < touching_px) std::ranges::reverse(other);
  if (distance(line.back(), other.front()) >= touching_px) return false;
  line.insert(line.end(), other.begin() + 1, other.end());
  return true;
}

}  // namespace

std::vector<PixelLine> clipped(const PixelLine& line, const PictureBox& box) {
  std::vector<PixelLine> pieces;
  bool open = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const auto part = part_within(line[i - 1], line[i], box);
    if (!part || part->first == part->second) {
      open = false;
      continue;
    }
    if (!open || part->first > 0) pieces.push_back({between(line[i - 1], line[i], part->first)});
    pieces.back().push_back(between(line[i - 1], line[i], part->second));
    open = part->second == 1;
  }
  return pieces;
}

std::vector<PixelLine> joined(std::vector<PixelLine> lines) {
  if (lines.size() > most_joined) return lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t other = i + 1; other < lines.size();) {
      if (!join_ends(lines[i], lines[other])) {
        ++other;
        continue;
      }
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(other));
      other = i + 1;  // the longer line may meet one that was passed over
    }
  }
  return lines;
}

MapPixel point_along(const Stretch& stretch, double part) {
  double total = 0;
  for (std::size_t i = 1; i < stretch.line.size(); ++i)
    total += distance(stretch.line[i - 1], stretch.line[i]);
  double left = total * part;
  for (std::size_t i = 1; i < stretch.line.size(); ++i) {
    const double length = distance(stretch.line[i - 1], stretch.line[i]);
    if (length >= left)
      return length > 0 ? between(stretch.line[i - 1], stretch.line[i], left / length) : stretch.line[i];
    left -= length;
  }
  return stretch.line.back();
}

std::vector<Stretch> straight_stretches(const PixelLine& line, double least) {
  std::vector<double> along(line.size(), 0);
  for (std::size_t i = 1; i < line.size(); ++i) along[i] = along[i - 1] + distance(line[i - 1], line[i]);
  std::vector<Stretch> stretches;
  std::size_t from = 0;
  while (from + 1 < line.size()) {
    std::size_t to = from + 1;
    while (to + 1 < line.size() &&
           distance(line[from], line[to + 1]) >= straight_part * (along[to + 1] - along[from]))
      ++to;
    // The next may begin before this one ends where this one is of no use.
    const double length = distance(line[from], line[to]);
    if (length >= least)
      stretches.push_back({PixelLine(line.begin() + static_cast<std::ptrdiff_t>(from),
                                     line.begin() + static_cast<std::ptrdiff_t>(to) + 1),
                           length});
    from = length >= least ? to : from + 1;
  }
  std::ranges::stable_sort(stretches, std::ranges::greater{}, &Stretch::length);
  return stretches;
}

}  // namespace buurtpeil
