#include "map/schema.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

namespace {

MapClass of(std::string_view layer, GeometryKind geometry, std::string kind, std::string detail = "") {
  TileFeature feature;
  feature.geometry = geometry;
  feature.kind = std::move(kind);
  feature.detail = std::move(detail);
  return class_of(layer, feature);
}

}  // namespace

TEST_CASE("the same things of four schemas are the same on the map") {
  using enum MapClass;
  using enum GeometryKind;
  CHECK(of("transportation", line, "primary") == street_main);
  CHECK(of("streets", line, "primary") == street_main);
  CHECK(of("roads", line, "major_road", "primary") == street_main);
  CHECK(of("road", line, "main") == street_main);

  CHECK(of("transportation", line, "minor") == street);
  CHECK(of("streets", line, "living_street") == street);
  CHECK(of("roads", line, "minor_road", "residential") == street);
  CHECK(of("road", line, "street") == street);

  CHECK(of("transportation", line, "path", "pedestrian") == pedestrian);
  CHECK(of("transportation", line, "path", "cycleway") == path);
  CHECK(of("roads", line, "path", "footway") == path);

  CHECK(of("transportation", line, "rail", "rail") == rail);
  CHECK(of("streets", line, "rail") == rail);
  CHECK(of("roads", line, "rail", "rail") == rail);
  CHECK(of("roads", line, "rail", "tram") == tram);
  CHECK(of("road", line, "major_rail") == rail);

  CHECK(of("water", polygon, "river") == water);
  CHECK(of("ocean", polygon, "") == water);
  CHECK(of("water_polygons", polygon, "canal") == water);
  CHECK(of("waterway", line, "ditch") == waterway);
  CHECK(of("water_lines", line, "stream") == waterway);
  CHECK(of("water", line, "stream") == waterway);

  CHECK(of("building", polygon, "") == house);
  CHECK(of("buildings", polygon, "building") == house);
  CHECK(of("buildings", polygon, "building_part") == nothing);

  CHECK(of("landcover", polygon, "grass", "park") == green);
  CHECK(of("land", polygon, "park") == green);
  CHECK(of("landuse", polygon, "park") == green);
  CHECK(of("landuse", polygon, "wood") == wood);
  CHECK(of("landuse", polygon, "residential") == built_up);

  CHECK(of("place", point, "suburb") == neighbourhood);
  CHECK(of("place_labels", point, "neighbourhood") == neighbourhood);
  CHECK(of("places", point, "locality", "city") == town);
  CHECK(of("place_label", point, "", "village") == town);
  CHECK(of("poi", point, "railway", "station") == station);
  CHECK(of("public_transport", point, "station") == station);
  CHECK(of("rail_station_label", point, "") == station);
  CHECK(of("transportation_name", line, "minor") == street_name);
  CHECK(of("street_labels", line, "residential") == street_name);
}

TEST_CASE("what is of no use as that geometry is not shown") {
  using enum MapClass;
  using enum GeometryKind;
  CHECK(of("building", point, "") == nothing);
  CHECK(of("streets", polygon, "primary") == nothing);
  CHECK(of("streets", polygon, "pedestrian") == square);
  CHECK(of("street_polygons", polygon, "service") == square);
  CHECK(of("water", point, "lake") == water_name);
  CHECK(of("housenumber", point, "") == nothing);
  CHECK(of("boundary", line, "") == nothing);
  CHECK(of("poi", point, "bakery") == nothing);
}

TEST_CASE("layers of no schema are drawn plainly") {
  using enum MapClass;
  using enum GeometryKind;
  CHECK(of("wegdeel", line, "") == service);
  CHECK(of("pand", polygon, "") == built_up);
  CHECK(of("straatnaam", point, "") == nothing);
}

TEST_CASE("a street's name tells its kind") {
  using enum MapClass;
  TileFeature name;
  name.kind = "secondary";
  CHECK(named_street_class(name) == street_main);
  name.kind = "rail";
  CHECK(named_street_class(name) == rail);
  name.kind = "";
  CHECK(named_street_class(name) == street);
}

TEST_CASE("a schema is told by its layers") {
  using Layers = std::vector<std::string>;
  CHECK(schema_of(Layers{"water", "transportation", "transportation_name"}) == "OpenMapTiles");
  CHECK(schema_of(Layers{"streets", "street_labels", "land"}) == "Shortbread");
  CHECK(schema_of(Layers{"earth", "roads", "water"}) == "Protomaps");
  CHECK(schema_of(Layers{"road", "road_label"}) == "Mapbox Streets");
  CHECK(schema_of(Layers{"wegdeel", "water"}) == "");
  CHECK(schema_of(Layers{}) == "");
}
