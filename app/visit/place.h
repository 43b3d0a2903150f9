// Places as answers: the points that a visitor put on a map, one after the other.
#pragma once

#include <string>

#include "form/form.h"
#include "geo/geometry.h"

namespace buurtpeil {

/// How a place was pointed out; the values of "<name>_way". "map": a touch on the map. "list": by names and
/// steps, without pointing.
enum class Way { map, list };
[[nodiscard]] std::string to_name(Way way);

/// Points of one answer: what a person draws with a finger has far fewer.
inline constexpr std::size_t most_marks = 100;
/// How many different points a place of that type has at least: 1, of a line 2, of an area 3.
[[nodiscard]] std::size_t fewest_marks(Type type);

/// The points of a working value, each once: an area's last one, which closes it, is its first one and not
/// among them. None of a value that is no place.
[[nodiscard]] GeoPoints marks_of(Type type, const std::string& value);
/// The value with these points. An area closes by itself from the third one on.
[[nodiscard]] std::string value_of_marks(Type type, GeoPoints marks);

/// What a touch makes of the points: the one at `which` moves there; behind the last one it is a new one. Of
/// a geopoint there is one. The point is kept to the grid of the question. Nothing changes where there is no
/// such point or there are too many.
[[nodiscard]] GeoPoints with_mark(const Row& row, GeoPoints marks, std::size_t which, const GeoPoint& point);

/// Whether the line or the border touches itself.
[[nodiscard]] bool crosses(Type type, const GeoPoints& marks);

}  // namespace buurtpeil
