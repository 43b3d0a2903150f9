#include "visit/place.h"

#include <utility>

namespace buurtpeil {
namespace {

GeoPoints closed(GeoPoints marks) {
  if (marks.size() >= fewest_marks(Type::geoshape)) marks.push_back(marks.front());
  return marks;
}

}  // namespace

std::string to_name(Way way) { return way == Way::map ? "map" : "list"; }

std::size_t fewest_marks(Type type) { return type == Type::geoshape ? 3 : type == Type::geotrace ? 2 : 1; }

GeoPoints marks_of(Type type, const std::string& value) {
  GeoPoints marks = geo_points_of(value).value_or(GeoPoints{});
  if (type == Type::geoshape && marks.size() > 1 && marks.front() == marks.back()) marks.pop_back();
  if (type == Type::geopoint && marks.size() > 1) marks.resize(1);
  return marks;
}

std::string value_of_marks(Type type, GeoPoints marks) {
  return to_text(type == Type::geoshape ? closed(std::move(marks)) : marks);
}

GeoPoints with_mark(const Row& row, GeoPoints marks, std::size_t which, const GeoPoint& point) {
  const std::size_t most = row.type == Type::geopoint ? 1 : most_marks;
  if (which > marks.size() || which >= most) return marks;
  if (which == marks.size()) marks.emplace_back();
  marks[which] = on_grid(point, row.place_style.grid_m);
  return marks;
}

bool crosses(Type type, const GeoPoints& marks) {
  return crosses_itself(type == Type::geoshape ? closed(marks) : marks);
}

}  // namespace buurtpeil
