#include "map/schema.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace buurtpeil {
namespace {

struct Row {
  std::string_view layer;
  std::string_view kind;  // of `kind` or `detail`; "" for all that no row above names
  MapClass map_class;
};

using enum MapClass;

// By layer in the order of the alphabet; the rows of a layer from the special to the general. O:
// OpenMapTiles, S: Shortbread 1.0, P: Protomaps 4, M: Mapbox Streets 7 and 8.
constexpr auto table = std::to_array<Row>({
    {"building", "", house},  // O M
    {"buildings", "address", nothing},
    {"buildings", "building_part", nothing},
    {"buildings", "", house},  // S P
    {"earth", "", ground},     // P
    // S
    {"land", "forest", wood},
    {"land", "wood", wood},
    {"land", "residential", built_up},
    {"land", "commercial", built_up},
    {"land", "retail", built_up},
    {"land", "industrial", built_up},
    {"land", "garages", built_up},
    {"land", "railway", built_up},
    {"land", "brownfield", built_up},
    {"land", "quarry", built_up},
    {"land", "landfill", built_up},
    {"land", "greenhouse_horticulture", built_up},
    {"land", "farmland", field},
    {"land", "meadow", field},
    {"land", "grassland", field},
    {"land", "farmyard", built_up},
    {"land", "sand", ground},
    {"land", "beach", ground},
    {"land", "bare_rock", ground},
    {"land", "scree", ground},
    {"land", "shingle", ground},
    {"land", "", green},
    // O P
    {"landcover", "wood", wood},
    {"landcover", "forest", wood},
    {"landcover", "farmland", field},
    {"landcover", "meadow", field},
    {"landcover", "grassland", field},
    {"landcover", "sand", ground},
    {"landcover", "rock", ground},
    {"landcover", "ice", ground},
    {"landcover", "barren", ground},
    {"landcover", "glacier", ground},
    {"landcover", "urban_area", built_up},
    {"landcover", "", green},
    // O P M
    {"landuse", "wood", wood},
    {"landuse", "forest", wood},
    {"landuse", "grass", green},
    {"landuse", "park", green},
    {"landuse", "pitch", green},
    {"landuse", "playground", green},
    {"landuse", "cemetery", green},
    {"landuse", "garden", green},
    {"landuse", "grassland", field},
    {"landuse", "meadow", field},
    {"landuse", "allotments", green},
    {"landuse", "village_green", green},
    {"landuse", "scrub", green},
    {"landuse", "orchard", green},
    {"landuse", "golf_course", green},
    {"landuse", "zoo", green},
    {"landuse", "recreation_ground", green},
    {"landuse", "nature_reserve", green},
    {"landuse", "wetland", green},
    {"landuse", "agriculture", field},
    {"landuse", "farmland", field},
    {"landuse", "pedestrian", square},
    {"landuse", "residential", built_up},
    {"landuse", "commercial", built_up},
    {"landuse", "retail", built_up},
    {"landuse", "industrial", built_up},
    {"landuse", "garages", built_up},
    {"landuse", "railway", built_up},
    {"landuse", "school", built_up},
    {"landuse", "university", built_up},
    {"landuse", "college", built_up},
    {"landuse", "kindergarten", built_up},
    {"landuse", "hospital", built_up},
    {"landuse", "stadium", built_up},
    {"landuse", "bus_station", built_up},
    {"landuse", "parking", built_up},
    {"landuse", "", nothing},
    {"ocean", "", water},  // S
    {"park", "national_park", nothing},
    {"park", "protected_area", nothing},
    {"park", "", green},  // O
    // O
    {"place", "city", town},
    {"place", "town", town},
    {"place", "village", town},
    {"place", "hamlet", town},
    {"place", "suburb", neighbourhood},
    {"place", "quarter", neighbourhood},
    {"place", "neighbourhood", neighbourhood},
    {"place", "", nothing},
    // M
    {"place_label", "city", town},
    {"place_label", "town", town},
    {"place_label", "village", town},
    {"place_label", "hamlet", town},
    {"place_label", "suburb", neighbourhood},
    {"place_label", "quarter", neighbourhood},
    {"place_label", "neighbourhood", neighbourhood},
    {"place_label", "", nothing},
    // S
    {"place_labels", "capital", town},
    {"place_labels", "state_capital", town},
    {"place_labels", "city", town},
    {"place_labels", "town", town},
    {"place_labels", "village", town},
    {"place_labels", "hamlet", town},
    {"place_labels", "suburb", neighbourhood},
    {"place_labels", "quarter", neighbourhood},
    {"place_labels", "neighbourhood", neighbourhood},
    {"place_labels", "", nothing},
    // P
    {"places", "locality", town},
    {"places", "macrohood", neighbourhood},
    {"places", "neighbourhood", neighbourhood},
    {"places", "", nothing},
    // O: station and halt are subclasses of railway
    {"poi", "station", station},
    {"poi", "halt", station},
    {"poi", "school", public_place},
    {"poi", "library", public_place},
    {"poi", "town_hall", public_place},
    {"poi", "hospital", public_place},
    {"poi", "park", green_name},
    {"poi", "", nothing},
    // M
    {"poi_label", "School", public_place},
    {"poi_label", "Library", public_place},
    {"poi_label", "Townhall", public_place},
    {"poi_label", "Hospital", public_place},
    {"poi_label", "Park", green_name},
    {"poi_label", "", nothing},
    // S P
    {"pois", "station", station},
    {"pois", "train_station", station},
    {"pois", "school", public_place},
    {"pois", "library", public_place},
    {"pois", "townhall", public_place},
    {"pois", "hospital", public_place},
    {"pois", "park", green_name},
    {"pois", "", nothing},
    {"public_transport", "station", station},
    {"public_transport", "halt", station},
    {"public_transport", "", nothing},    // S
    {"rail_station_label", "", station},  // M
    // M
    {"road", "motorway", motorway},
    {"road", "motorway_link", motorway},
    {"road", "trunk", motorway},
    {"road", "trunk_link", motorway},
    {"road", "main", street_main},
    {"road", "primary", street_main},
    {"road", "primary_link", street_main},
    {"road", "secondary", street_main},
    {"road", "secondary_link", street_main},
    {"road", "tertiary", street_collecting},
    {"road", "tertiary_link", street_collecting},
    {"road", "link", street_collecting},
    {"road", "street", street},
    {"road", "street_limited", street},
    {"road", "service", service},
    {"road", "driveway", service},
    {"road", "pedestrian", pedestrian},
    {"road", "path", path},
    {"road", "track", path},
    {"road", "major_rail", rail},
    {"road", "minor_rail", tram},
    {"road", "", nothing},
    {"road_label", "", street_name},
    // P
    {"roads", "motorway", motorway},
    {"roads", "trunk", motorway},
    {"roads", "primary", street_main},
    {"roads", "secondary", street_main},
    {"roads", "tertiary", street_collecting},
    {"roads", "service", service},
    {"roads", "pedestrian", pedestrian},
    {"roads", "tram", tram},
    {"roads", "light_rail", tram},
    {"roads", "subway", nothing},
    {"roads", "highway", motorway},
    {"roads", "major_road", street_main},
    {"roads", "medium_road", street_collecting},
    {"roads", "minor_road", street},
    {"roads", "path", path},
    {"roads", "rail", rail},
    {"roads", "", nothing},
    {"sites", "parking", built_up},
    {"sites", "hospital", built_up},
    {"sites", "school", built_up},
    {"sites", "university", built_up},
    {"sites", "college", built_up},
    {"sites", "", nothing},              // S
    {"street_labels", "", street_name},  // S
    {"street_polygons", "", square},     // S
    // S
    {"streets", "motorway", motorway},
    {"streets", "trunk", motorway},
    {"streets", "primary", street_main},
    {"streets", "secondary", street_main},
    {"streets", "tertiary", street_collecting},
    {"streets", "residential", street},
    {"streets", "unclassified", street},
    {"streets", "living_street", street},
    {"streets", "busway", service},
    {"streets", "service", service},
    {"streets", "pedestrian", pedestrian},
    {"streets", "footway", path},
    {"streets", "steps", path},
    {"streets", "path", path},
    {"streets", "cycleway", path},
    {"streets", "track", path},
    {"streets", "bridleway", path},
    {"streets", "rail", rail},
    {"streets", "narrow_gauge", rail},
    {"streets", "tram", tram},
    {"streets", "light_rail", tram},
    {"streets", "", nothing},
    // O
    {"transportation", "motorway", motorway},
    {"transportation", "trunk", motorway},
    {"transportation", "primary", street_main},
    {"transportation", "secondary", street_main},
    {"transportation", "tertiary", street_collecting},
    {"transportation", "minor", street},
    {"transportation", "service", service},
    {"transportation", "busway", service},
    {"transportation", "pedestrian", pedestrian},
    {"transportation", "path", path},
    {"transportation", "track", path},
    {"transportation", "rail", rail},
    {"transportation", "tram", tram},
    {"transportation", "light_rail", tram},
    {"transportation", "pier", square},
    {"transportation", "bridge", square},
    {"transportation", "", nothing},
    {"transportation_name", "", street_name},   // O
    {"water", "", water},                       // O P M
    {"water_label", "", water_name},            // M
    {"water_lines", "", waterway},              // S
    {"water_lines_labels", "", water_name},     // S
    {"water_name", "", water_name},             // O
    {"water_polygons", "", water},              // S
    {"water_polygons_labels", "", water_name},  // S
    {"waterway", "", waterway},                 // O M
    {"waterway_label", "", water_name},         // M
});
static_assert(std::ranges::is_sorted(table, {}, &Row::layer));

/// Layers that one schema alone has, or that are nobody's when the others are not there.
struct Schema {
  std::string_view name;
  std::array<std::string_view, 2> layers;
};
constexpr std::array schemas{Schema{"OpenMapTiles", {"transportation", "transportation_name"}},
                             Schema{"Shortbread", {"streets", "street_labels"}},
                             Schema{"Protomaps", {"roads", "earth"}},
                             Schema{"Mapbox Streets", {"road", "road_label"}}};

/// Layers that the schemas have and that are not shown.
constexpr auto unseen = std::to_array<std::string_view>({"addresses",
                                                         "aerialways",
                                                         "aerodrome_label",
                                                         "aeroway",
                                                         "aerialway",
                                                         "admin",
                                                         "airport_label",
                                                         "barrier_line",
                                                         "boundaries",
                                                         "boundary",
                                                         "boundary_labels",
                                                         "bridges",
                                                         "contour",
                                                         "dam_lines",
                                                         "dam_polygons",
                                                         "ferries",
                                                         "hillshade",
                                                         "housenum_label",
                                                         "housenumber",
                                                         "landuse_overlay",
                                                         "motorway_junction",
                                                         "mountain_peak",
                                                         "mountain_peak_label",
                                                         "pier_lines",
                                                         "pier_polygons",
                                                         "street_labels_points",
                                                         "streets_polygons_labels",
                                                         "transit",
                                                         "transit_stop_label",
                                                         "tunnel",
                                                         "natural_label",
                                                         "structure",
                                                         "country_label",
                                                         "state_label",
                                                         "marine_label"});

MapClass by_table(std::string_view layer, const TileFeature& feature) {
  const auto of_layer = std::ranges::equal_range(table, layer, {}, &Row::layer);
  if (of_layer.empty()) {
    if (std::ranges::find(unseen, layer) != unseen.end()) return nothing;
    return feature.geometry == GeometryKind::polygon ? built_up : service;
  }
  for (const Row& row : of_layer)
    if (row.kind.empty() || row.kind == feature.kind || row.kind == feature.detail) return row.map_class;
  return nothing;
}

MapClass of_line(MapClass map_class) {
  if (map_class == water) return waterway;
  if (is_street(map_class) || map_class == waterway || map_class == tram || map_class == rail ||
      map_class == street_name || map_class == water_name)
    return map_class;
  return nothing;
}

MapClass of_polygon(MapClass map_class) {
  if (map_class == pedestrian || map_class == square) return square;
  if (is_street(map_class)) return nothing;  // a roundabout's or a bridge's outline: its lines are drawn
  return map_class <= water || map_class == house ? map_class : nothing;
}

MapClass of_point(MapClass map_class) {
  if (map_class == water) return water_name;
  if (map_class == green || map_class == wood) return green_name;
  return map_class >= town && map_class != street_name ? map_class : nothing;
}

}  // namespace

bool is_street(MapClass map_class) { return map_class >= path && map_class <= motorway; }

MapClass class_of(std::string_view layer, const TileFeature& feature) {
  const MapClass map_class = by_table(layer, feature);
  switch (feature.geometry) {
    case GeometryKind::point:
      return of_point(map_class);
    case GeometryKind::line:
      return of_line(map_class);
    case GeometryKind::polygon:
      return of_polygon(map_class);
  }
  return nothing;
}

MapClass named_street_class(const TileFeature& feature) {
  for (const std::string_view layer : {"streets", "transportation", "road", "roads"}) {
    const MapClass found = by_table(layer, feature);
    if (is_street(found) || found == rail || found == tram) return found;
  }
  return street;
}

std::string_view schema_of(std::span<const std::string> layers) {
  for (const Schema& schema : schemas) {
    if (std::ranges::all_of(schema.layers, [&](std::string_view layer) {
          return std::ranges::find(layers, layer) != layers.end();
        }))
      return schema.name;
  }
  return "";
}

}  // namespace buurtpeil
