// Places as answers.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/scenario.h"
#include "visit/place.h"

using namespace buurtpeil;

namespace {

const std::string places_form = R"(
| survey |
| | type | name | label | required | constraint | kiosk_grid |
| | geopoint | pin | Where? | | | 0 |
| | geotrace | route | Which way? | | not(intersects(.)) | |
| | geoshape | field | Which field? | | area(.) < 1000000 | |
| | text | note | Anything else? | | | |
)";

std::string area_text(const GeoPoints& marks) { return value_of_marks(Type::geoshape, marks); }

}  // namespace

TEST_CASE("a point is kept to its grid, and how it was pointed out stands beside it") {
  Row row;
  row.type = Type::geopoint;
  row.place_style.grid_m = 50;
  const GeoPoints once = with_mark(row, {}, 0, {52.0123, 4.7123});
  REQUIRE(once.size() == 1);
  CHECK(once != GeoPoints{{52.0123, 4.7123}});
  CHECK(metres_between(once.front(), {52.0123, 4.7123}) < 36);
  CHECK(with_mark(row, once, 0, {52.02, 4.72}).size() == 1);
  CHECK(with_mark(row, once, 1, {52.02, 4.72}) == once);  // there is one point

  Scenario visit{places_form};  // geopoint
  visit.visit().mark("pin", "52.01 4.71", Way::map, visit.now());
  CHECK(visit.response() == "pin=52.0100000 4.7100000 0 0; pin_way=map");
  visit.visit().mark("pin", "52.02 4.71", Way::list, visit.now());
  CHECK(visit.restart().response() == "pin=52.0200000 4.7100000 0 0; pin_way=list");
  visit.write("pin", "");
  CHECK(visit.answers() ==
        "pin: not_reached; pin_way: not_asked; route: not_reached; route_way: not_asked; field: not_reached; "
        "field_way: not_asked; note: not_reached");
}

TEST_CASE("a line has two points at least, an area three, and it closes by itself") {
  Scenario visit{places_form};  // geotrace, geoshape
  visit.next().answer("route", "52 4 0 0");
  CHECK(visit.complaint() == "route: too_few_points");
  visit.answer("route", "52 4 0 0;52 4 0 0");
  CHECK(visit.complaint() == "route: too_few_points");
  visit.answer("route", "52 4;52 4.002;52.001 4.001;51.999 4.001");
  CHECK(visit.complaint() == "route: constraint");
  visit.answer("route", "52 4;52 4.002");
  visit.answer("field", "52 4;52 4.001;52 4");
  CHECK(visit.complaint() == "field: too_few_points");
  visit.answer("field", "somewhere");
  CHECK(visit.complaint() == "field: constraint");
  visit.answer("field", "52 4;52 4.1;52.1 4.1");
  CHECK(visit.complaint() == "field: constraint");
  visit.answer("field", area_text({{52, 4}, {52, 4.001}, {52.001, 4.001}}));
  CHECK(visit.response() ==
        "route=52.0000000 4.0000000 0 0;52.0000000 4.0020000 0 0; field=52.0000000 4.0000000 0 0;52.0000000 "
        "4.0010000 0 0;52.0010000 4.0010000 0 0;52.0000000 4.0000000 0 0");
}

TEST_CASE("points are put one after the other, and each can be put elsewhere") {
  Row row;
  row.type = Type::geoshape;
  GeoPoints marks;
  for (const GeoPoint& point : {GeoPoint{52, 4}, {52, 4.1}, {52.1, 4.1}})
    marks = with_mark(row, marks, marks.size(), point);
  const std::string value = area_text(marks);
  CHECK(
      value ==
      "52.0000000 4.0000000 0 0;52.0000000 4.1000000 0 0;52.1000000 4.1000000 0 0;52.0000000 4.0000000 0 0");
  CHECK(marks_of(Type::geoshape, value) == marks);
  CHECK(marks_of(Type::geoshape, "52 4") == GeoPoints{{52, 4}});
  CHECK(with_mark(row, marks, 1, {53, 5}) == GeoPoints{{52, 4}, {53, 5}, {52.1, 4.1}});
  CHECK(with_mark(row, marks, 4, {53, 5}) == marks);
  CHECK_FALSE(crosses(Type::geoshape, marks));
  CHECK(crosses(Type::geoshape, {{0, 0}, {1, 1}, {0, 1}, {1, 0}}));
  CHECK_FALSE(crosses(Type::geotrace, {{0, 0}, {1, 1}, {0, 1}}));
  CHECK(marks_of(Type::geopoint, "no place") == GeoPoints{});
  while (marks.size() < most_marks)
    marks = with_mark(row, marks, marks.size(), {50, static_cast<double>(marks.size()) / 100});
  CHECK(with_mark(row, marks, marks.size(), {53, 5}) == marks);
}

TEST_CASE("a pin says its neighbourhood, to later questions and in the answers, by a file of areas") {
  const auto square = [](const char* name, double west) {
    return fmt::format(R"({{"type": "Feature", "id": "{0}", "properties": {{"title": "Wijk {0}"}}, )"
                       R"("geometry": {{"type": "Polygon", "coordinates": [[[{1}, 52], [{2}, 52], )"
                       R"([{2}, 53], [{1}, 53], [{1}, 52]]]}}}})",
                       name, west, west + 1);
  };
  const std::string areas =
      R"({"type": "FeatureCollection", "features": [)" + square("west", 4) + "," + square("east", 5) + "]}";
  const std::string around = "instance('areas')/root/item[geofence(${pin}, geometry)]/";
  const std::string form =
      "| survey |\n| | type | name | label | calculation |\n| | geopoint | pin | Where? | |\n"
      "| | calculate | neighbourhood | | " +
      around +
      "title |\n"
      "| | select_one_from_file areas.geojson | area | Is it in ${neighbourhood}? | " +
      around + "id |\n";
  const auto answered = [&](const std::string& pin) {
    Scenario visit{form, {{"areas.geojson", areas}}};
    visit.answer("pin", pin);
    return visit.text() + " | " + visit.options() + " | " + visit.response();
  };
  CHECK(answered("52.5 5.5") ==
        "Is it in Wijk east? | Wijk west Wijk east* | pin=52.5000000 5.5000000 0 0; neighbourhood=Wijk east; "
        "area=east");
  CHECK(answered("52.5 4.5") ==
        "Is it in Wijk west? | Wijk west* Wijk east | pin=52.5000000 4.5000000 0 0; neighbourhood=Wijk west; "
        "area=west");
  CHECK(answered("52.5 6.5") == "Is it in ? | Wijk west Wijk east | pin=52.5000000 6.5000000 0 0");
  CHECK(answered("") == "Is it in ? | Wijk west Wijk east | ");
}
