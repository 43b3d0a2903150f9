// Questions about places: how closely they are kept, where their maps begin.
#include <doctest/doctest.h>

#include "load_md.h"

using namespace buurtpeil;

TEST_CASE("places are kept to a grid of the settings, or of their own") {
  const LoadedForm loaded = load_md(R"(
| survey |
| | type | name | label | kiosk_grid | required | parameters |
| | geopoint | pin | Where? | | yes | capture-accuracy=5 |
| | geopoint | bench | Which bench? | 0 | | |
| | geotrace | route | Which way? | | | incremental=true |
| | geoshape | field | Which field? | 10 | | |
| settings |
| | kiosk_grid | kiosk_intro | kiosk_thanks |
| | 100 | Who asks. | Until when. |
)");
  CHECK(lines_of(loaded) == "");
  REQUIRE(loaded.form);
  std::string rows;
  for (const Row& row : loaded.form->rows)
    rows += row.name + " " + std::to_string(static_cast<int>(row.place_style.grid_m)) +
            (row.place_style.incremental ? " incremental" : "") + (row.is_shown() ? " shown" : "") + "\n";
  CHECK(rows ==
        "pin 100 shown\npin_way 0\nbench 0 shown\nbench_way 0\nroute 0 incremental shown\nroute_way 0\n"
        "field 10 shown\nfield_way 0\n");
}

TEST_CASE("a grid is a number of metres beside a place") {
  CHECK(
      survey_problems("| | type | name | label | kiosk_grid |\n"
                      "| | geopoint | pin | Where? | fine |\n"
                      "| | geopoint | bench | Where? | -1 |\n"
                      "| | text | words | Where? | 50 |\n"
                      "| | geopoint | tree | Where? | |\n"
                      "| | text | tree_way | How? | |\n") ==
      "street.md: survey!D3: error: kiosk_grid is a number of metres, 0 to 10000, not 'fine'; 0 keeps a "
      "place "
      "exactly where it was put\n"
      "street.md: survey!D4: error: kiosk_grid is a number of metres, 0 to 10000, not '-1'; 0 keeps a place "
      "exactly where it was put\n"
      "street.md: survey!D5: error: only a geopoint, geotrace or geoshape has a grid (kiosk_grid)\n"
      "street.md: survey!B7: error: the name 'tree_way' is already used in the form, in row 6\n");
}

TEST_CASE("a layer is a .geojson beside the form, for what has a map") {
  const std::string area =
      R"({"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "properties": {}, )"
      R"("geometry": {"type": "Point", "coordinates": [4.5, 52.0]}}]})";
  const LoadedForm loaded = load_form_from_bytes(
      "street.md",
      "| survey |\n| | type | name | label | appearance | kiosk_layer |\n"
      "| | geopoint | pin | Where? | | plans.geojson |\n| | select_one area | home | Home? | map | "
      "plans.geojson |\n"
      "| choices |\n| | list_name | name | label | geometry |\n| | area | a | A | 52 4.5 |\n",
      {{"plans.geojson", area}});
  REQUIRE(loaded.form);
  CHECK(loaded.form->rows.front().place_style.layer == "plans.geojson");
  CHECK(loaded.form->rows.back().place_style.layer == "plans.geojson");
  CHECK(loaded.form->choices.at("plans.geojson").size() == 1);
  CHECK(survey_problems("| | type | name | label | kiosk_layer |\n"
                        "| | geopoint | pin | Where? | plans.kml |\n"
                        "| | geopoint | tree | Where? | plans.geojson |\n"
                        "| | text | words | Why? | plans.geojson |\n") ==
        "street.md: survey!D3: error: kiosk_layer names a .geojson beside the form, not 'plans.kml'\n"
        "street.md: survey!D4: warning: the file 'plans.geojson' is missing; put it into the folder "
        "'street-media' beside the form\n"
        "street.md: survey!D5: error: only a geopoint, geotrace, geoshape or choices with the appearance map "
        "have a map to draw on (kiosk_layer)\n");
}

TEST_CASE("the settings say where maps begin") {
  const auto start = [](const std::string& text) {
    const LoadedForm loaded = load_md(
        "| survey |\n| | type | name | label |\n| | geopoint | pin | Where? |\n"
        "| settings |\n| | kiosk_map | kiosk_intro | kiosk_thanks |\n| | " +
        text + " | Who asks. | Until when. |\n");
    if (!loaded.form) return lines_of(loaded);
    const Form& form = *loaded.form;
    return (form.map_centre ? to_text(GeoPoints{*form.map_centre}) : "-") + " zoom " +
           (form.map_zoom ? std::to_string(static_cast<int>(*form.map_zoom)) : "-");
  };
  CHECK(start("52.01 4.71") == "52.0100000 4.7100000 0 0 zoom -");
  CHECK(start("52.01 4.71 16") == "52.0100000 4.7100000 0 0 zoom 16");
  CHECK(start("14") == "- zoom 14");
  for (const std::string wrong : {"Tolkade", "52.01 4.71 40", "95 4.71", "1 2 3 4", "-3"})
    CHECK(start(wrong) ==
          "street.md: settings!A6: error: kiosk_map is where maps begin: latitude and longitude, and how "
          "close (0 "
          "to 22), as in '52.01 4.71 15', or that number alone; not '" +
              wrong + "'\n");
}
