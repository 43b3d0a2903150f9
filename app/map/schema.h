// What a vector map's layers and kinds mean: one table for the four schemas that nearly all of them follow.
// They name their layers differently and their kinds alike, so that a layer's name tells the schema and no
// file needs to be asked which it is.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "map/vector_tile.h"

namespace buurtpeil {

/// What a feature is on our map; in the order in which they are painted.
enum class MapClass {
  nothing,  ///< not shown: borders, house numbers, shops
  ground,
  built_up,  ///< ground where people live and work, a little other than the ground
  field,     ///< farmland
  green,
  wood,
  square,    ///< streets as polygons: market places, piers
  water,     ///< polygons
  waterway,  ///< lines: ditches and streams
  house,
  path,        ///< for feet and bicycles
  service,     ///< alleys, driveways, lanes of car parks
  pedestrian,  ///< shopping streets
  street,
  street_collecting,  ///< the bigger streets of a neighbourhood ("tertiary")
  street_main,        ///< "secondary" and up
  motorway,
  tram,
  rail,
  // what has a name only
  town,
  neighbourhood,  ///< suburb, quarter, neighbourhood
  station,
  water_name,
  green_name,
  public_place,  ///< school, town hall, library, hospital
  street_name,   ///< a line; named_street_class() tells what kind of street
};

/// From path to motorway.
[[nodiscard]] bool is_street(MapClass map_class);

/// By layer, geometry, `kind`, `detail`. A layer that no schema has (see `schema_of`): polygons are built-up
/// ground, lines service streets.
[[nodiscard]] MapClass class_of(std::string_view layer, const TileFeature& feature);

/// The kind of street to which a line of names belongs; `street` when it does not say.
[[nodiscard]] MapClass named_street_class(const TileFeature& feature);

/// "OpenMapTiles", "Shortbread", "Protomaps", "Mapbox Streets", or "" when the layers are none of these: the
/// map is then drawn plainly, and `check` says so.
[[nodiscard]] std::string_view schema_of(std::span<const std::string> layers);

}  // namespace buurtpeil
