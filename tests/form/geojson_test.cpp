// Places beside a form: coordinates that are none on the earth are said and left out, a sentence a kind.
#include <doctest/doctest.h>

#include "form/form.h"
#include "form/load_md.h"

using namespace buurtpeil;

namespace {

std::string feature(const std::string& id, const std::string& geometry) {
  return R"({"type": "Feature", "id": ")" + id + R"(", "properties": {"title": "A park"}, "geometry": )" +
         geometry + "}";
}

/// What is said about a file of these features, and the places that are read from it as "id=place".
std::string places_in(const std::string& features, const std::string& crs = "") {
  const std::string file = R"({"type": "FeatureCollection", )" + crs + R"("features": [)" + features + "]}";
  const LoadedForm loaded = load_md(
      "| survey |\n| | type | name | label |\n| | select_one_from_file parks.geojson | park | Which? |\n" +
          own_texts,
      {{"parks.geojson", file}});
  std::string seen = lines_of(loaded);
  if (!loaded.form) return seen;
  for (const Choice& choice : loaded.form->choices.at("parks.geojson"))
    seen += choice.name + "=" + choice.columns.at("geometry") + "\n";
  return seen;
}

std::string point(const std::string& position) {
  return R"({"type": "Point", "coordinates": )" + position + "}";
}

const std::string geojson_said = "street.md: survey!A3: warning: the file 'parks.geojson' ";

}  // namespace

TEST_CASE("places of a .geojson are latitude and longitude, written out") {
  CHECK(places_in(feature("a", point("[4.5, 52.25]")) + "," +
                  feature("b", point("[0.0000001, -0.00000001]")) + "," +
                  feature("c", point("[5, 52, 3.5]")) + "," + feature("d", "null")) ==
        "a=52.25 4.5 0 0\nb=0 0.0000001 0 0\nc=52 5 0 0\nd=\n");
  CHECK(places_in(feature("a", R"({"type": "LineString", "coordinates": [[4, 52], [5, 53]]})")) ==
        "a=52 4 0 0; 53 5 0 0\n");
  CHECK(places_in(
            feature("a", R"({"type": "Polygon", "coordinates": [[[4, 52], [5, 52], [5, 53], [4, 52]]]})")) ==
        "a=52 4 0 0; 52 5 0 0; 53 5 0 0; 52 4 0 0\n");
  CHECK(places_in(feature("a", point("[4, 52]")),
                  R"("crs": {"properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}, )") == "a=52 4 0 0\n");
}

TEST_CASE("coordinates that are no degrees are said, with the way to mend it") {
  CHECK(
      places_in(feature("a", point("[4, 52]")) + "," + feature("b", point("[121687, 487484]")) + "," +
                feature("c", R"({"type": "LineString", "coordinates": [[121687, 487484], [5, 53]]})")) ==
      geojson_said +
          "has Rijksdriehoek coordinates (EPSG:28992) in feature 2 'b' and 1 more, which have no place then: "
          "export it again as WGS 84 (EPSG:4326)\na=52 4 0 0\nb=\nc=\n");
  CHECK(places_in(feature("a", point("[545000, 6866000]"))) ==
        geojson_said +
            "has Web Mercator coordinates (EPSG:3857) in feature 1 'a', which has no place then: export it "
            "again as WGS 84 (EPSG:4326)\na=\n");
  for (const char* position : {"[4, 90.5]", "[-180.5, 4]", "[4, 1e300]", "[800000, 5]"})
    CHECK(
        places_in(feature("a", point(position))) ==
        geojson_said +
            "has coordinates beyond 180 and 90 degrees in feature 1 'a', which has no place then: export it "
            "again as WGS 84 (EPSG:4326)\na=\n");
  CHECK(places_in(feature("a", point("[4, 52]")), R"("crs": {"name": "EPSG:31370"}, )") ==
        geojson_said +
            R"(says that its coordinates are no degrees (crs {"name":"EPSG:31370"}): export it again as WGS )"
            "84 (EPSG:4326)\na=52 4 0 0\n");
}

namespace {

/// What is said, and of each place its kind and its parts.
std::string shapes_in(const std::string& features) {
  const std::string file = R"({"type": "FeatureCollection", "features": [)" + features + "]}";
  const LoadedForm loaded = load_md(
      "| survey |\n| | type | name | label |\n| | select_one_from_file parks.geojson | park | Which? |\n" +
          own_texts,
      {{"parks.geojson", file}});
  std::string seen = lines_of(loaded);
  REQUIRE(loaded.form);
  for (const Choice& choice : loaded.form->choices.at("parks.geojson")) {
    const GeoShape shape = shape_of(choice);
    seen += choice.name + "=" + choice.columns.at("geometry") + " " + std::to_string(int(shape.kind));
    for (const GeoPoints& part : shape.parts) seen += " [" + to_text(part) + "]";
    seen += "\n";
  }
  return seen;
}

const std::string ring = "[[4, 52], [5, 52], [5, 53], [4, 52]]",
                  hole = "[[4, 51], [5, 51], [5, 53], [4, 51]]",
                  ring_text = "52 4 0 0; 52 5 0 0; 53 5 0 0; 52 4 0 0",
                  ring_seen =
                      " [52.0000000 4.0000000 0 0;52.0000000 5.0000000 0 0;53.0000000 5.0000000 0 0;"
                      "52.0000000 4.0000000 0 0]",
                  hole_seen =
                      " [51.0000000 4.0000000 0 0;51.0000000 5.0000000 0 0;53.0000000 5.0000000 0 0;"
                      "51.0000000 4.0000000 0 0]";

}  // namespace

TEST_CASE("an area keeps its holes, and a place its parts") {
  CHECK(
      shapes_in(feature("a", R"({"type": "Polygon", "coordinates": [)" + ring + "]}") + "," +
                feature("b", R"({"type": "Polygon", "coordinates": [)" + ring + "," + hole + "]}") + "," +
                feature("c", R"({"type": "MultiPolygon", "coordinates": [[)" + ring + "]]}") + "," +
                feature("d", R"({"type": "MultiPolygon", "coordinates": [[)" + ring + "," + hole + "]]}")) ==
      "a=" + ring_text + " 3" + ring_seen + "\nb=" + ring_text + " 3" + ring_seen + hole_seen +
          "\nc=" + ring_text + " 3" + ring_seen + "\nd=" + ring_text + " 3" + ring_seen + hole_seen + "\n");
  CHECK(
      shapes_in(feature("a", R"({"type": "MultiPolygon", "coordinates": [[)" + ring + "],[" + hole + "]]}") +
                "," + feature("b", R"({"type": "MultiPoint", "coordinates": [[4, 52], [5, 53]]})") + "," +
                feature("c", R"({"type": "MultiLineString", "coordinates": [[[4, 52], [5, 53]]]})")) ==
      geojson_said +
          "has a place of several parts in feature 1 'a' and 1 more: a map shows it, and its column geometry "
          "is empty\na= 3" +
          ring_seen + hole_seen + "\nb= 1 [52.0000000 4.0000000 0 0] [53.0000000 5.0000000 0 0]\n" +
          "c=52 4 0 0; 53 5 0 0 2 [52.0000000 4.0000000 0 0;53.0000000 5.0000000 0 0]\n");
  CHECK(shapes_in(feature("a", R"({"type": "MultiPolygon", "coordinates": [[)" + ring + "],[[[4, 52]]]]}")) ==
        geojson_said +
            "has a line of fewer than 2 points, or an area of fewer than 4 in feature 1 'a', which has no "
            "place "
            "then: draw it again\na= 0\n");
}

TEST_CASE("latitude before longitude is said where all places are Dutch ones turned round") {
  const std::string swapped = feature("a", point("[52, 4]")), right = feature("b", point("[4, 52]"));
  CHECK(places_in(swapped) == geojson_said +
                                  "seems to have latitude before longitude, since only so all of its places "
                                  "lie in the Netherlands: write longitude first\na=4 52 0 0\n");
  CHECK(places_in(swapped + "," + right) == "a=4 52 0 0\nb=52 4 0 0\n");
}

TEST_CASE("a geometry that is no place is said") {
  const std::string area = R"({"type": "Polygon", "coordinates": )";
  const std::string short_line = "a line of fewer than 2 points, or an area of fewer than 4";
  const auto wrong = [&](const std::string& what, const std::string& remedy) {
    return geojson_said + "has " + what + " in feature 1 'a', which has no place then: " + remedy + "\na=\n";
  };
  const auto seen = [](const std::string& geometry) { return places_in(feature("a", geometry)); };
  for (const std::string type : {"MultiPoint", "MultiLineString", "MultiPolygon"})
    CHECK(seen(R"({"type": ")" + type + R"(", "coordinates": []})") ==
          wrong("a place without any part (" + type + ")", "leave it out, or write null"));
  CHECK(seen(R"({"type": "GeometryCollection", "geometries": []})") ==
        wrong("a place of several kinds (GeometryCollection)", "make each part a feature of its own"));
  for (const char* geometry :
       {R"({"type": "Circle"})", R"({"type": "OtherPolygon"})", R"({"coordinates": [4, 52]})", "[4, 52]",
        R"("here")", R"({"type": 5, "coordinates": "x"})"})
    CHECK(seen(geometry) ==
          wrong("a geometry that is no Point, LineString or Polygon", "leave it out, or write null"));
  for (const char* position : {"[4]", R"(["4", "52"])", "{}", "null", "4"})
    CHECK(seen(point(position)) == wrong("a point that is not two numbers", "write longitude and latitude"));
  CHECK(seen(R"({"type": "Point"})") ==
        wrong("a point that is not two numbers", "write longitude and latitude"));
  CHECK(seen(R"({"type": "LineString", "coordinates": [[4, 52]]})") == wrong(short_line, "draw it again"));
  CHECK(seen(R"({"type": "LineString", "coordinates": 4})") == wrong(short_line, "draw it again"));
  CHECK(seen(area + "[]}") == wrong(short_line, "draw it again"));
  CHECK(seen(area + "[[[4, 52], [5, 52], [4, 52]]]}") == wrong(short_line, "draw it again"));
  CHECK(seen(area + "[[[4, 52], [5, 52], [5, 53], [4, 53]]]}") ==
        wrong("an area that is not closed", "its last point has to be its first one again"));
  std::string many;
  for (int i = 0; i <= 10'000; ++i) many += (i == 0 ? "" : ",") + std::string("[4,52]");
  CHECK(seen(R"({"type": "LineString", "coordinates": [)" + many + "]}") ==
        wrong("more than 10000 points", "simplify it"));
}
