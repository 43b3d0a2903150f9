// Places: put by touching a map, and by names and steps alone.
#include <fstream>

#include <doctest/doctest.h>

#include "kiosk/at_staff.h"
#include "kiosk/views/map_view.h"
#include "map/paint.h"
#include "map/tiny_town.h"
#include "support/at_kiosk.h"
#include "support/view_text.h"

using namespace buurtpeil;

namespace {

const std::string places_form = R"(
| survey |
| | type | name | label | required | kiosk_grid |
| | geopoint | pin | Where? | yes | 50 |
| | geoshape | field | Which field? | | |
| | text | why | Why? | | |
| settings |
| | form_id | version | kiosk_map | kiosk_review |
| | places | 1 | 52.0 4.5 16 | no |
)";

/// A form beside the tiny town's map; the view of its first question.
struct AtMap {
  test::Folder folder;
  AtKiosk visitor;

  explicit AtMap(bool with_map = true) : visitor(write(folder, with_map), config(folder)) {
    visitor.kiosk().maps().wait();
    visitor.begins("en");
    (void)visitor.kiosk().view(visitor.now());  // what is looked at begins with the first picture of it
  }
  static std::string write(const test::Folder& folder, bool with_map) {
    std::ofstream(folder / "places.md") << places_form;
    if (with_map) (void)map_in(folder);
    return folder / "places.md";
  }
  static std::filesystem::path map_in(const test::Folder& folder) { return write_tiny_town(folder / ""); }
  static Config config(const test::Folder& folder) {
    Config config;
    config.form = folder / "places.md";
    return config;
  }
  [[nodiscard]] const MapField map() {
    const View view = visitor.kiosk().view(visitor.now());
    for (const Field& field : std::get<QuestionView>(view).fields)
      if (const auto* map = std::get_if<MapField>(&field)) return *map;
    FAIL("there is no map");
    return {};
  }
  [[nodiscard]] const ChoiceField list(const std::string& path) {
    const View view = visitor.kiosk().view(visitor.now());
    for (const Field& field : std::get<QuestionView>(view).fields)
      if (const auto* choice = std::get_if<ChoiceField>(&field); choice && choice->path == path)
        return *choice;
    FAIL("there is no list ", path);
    return {};
  }
  void finishes() {
    for (int screens = 0; screens < 3; ++screens) visitor.does(event::Next{}, 5000);
  }
  void goes_to(const std::string& path, const std::string& label) {
    for (const auto& option : list(path).options)
      if (option.label.words.starts_with(label)) {
        visitor.does(event::Choose{path, option.name});
        return;
      }
    FAIL("nothing is called ", label);
  }
};

}  // namespace

TEST_CASE("a touch on the map puts the pin, kept to its grid, and the way is stored") {
  AtMap at;
  at.visitor.does(event::LookAt{"pin", tiny_place(1000, 2100), 16});
  CHECK(at.map().where == "map_here map_area_near Parkwijk Kerkstraat");
  CHECK(at.map().kept == "map_kept 50");
  at.visitor.does(event::Mark{"pin", tiny_place(1000, 2060), true});
  const MapField map = at.map();
  REQUIRE(map.points.size() == 1);
  CHECK(map.points.front() ==
        geo_points_of(to_text(GeoPoints{on_grid(tiny_place(1000, 2060), 50)}))->front());
  CHECK(map.answer == "map_answer map_area_near Parkwijk Kerkstraat");
  at.finishes();
  CHECK(at.visitor.stored().contains(" pin_way=map field:skipped field_way:not_asked why:skipped "));
}

TEST_CASE("names and steps lead to the same answer without pointing") {
  AtMap at;
  at.goes_to("pin#search", "Kerkstraat");
  const MapField before = at.map();
  CHECK(before.where == "map_here map_area_near Parkwijk Kerkstraat");
  CHECK(before.zoom == 17);
  CHECK(before.stride == "map_metres 20");
  at.visitor.does(before.east.event).does(at.map().north.event);
  CHECK(metres_between(at.map().centre, moved(before.centre, 20, 20)) < 1);
  at.visitor.does(at.map().put.event);
  CHECK(at.map().points.size() == 1);
  at.visitor.does(at.map().west.event).does(at.map().put.event, 2000);
  CHECK(at.map().points.size() == 1);  // the pin moved, and no second one came
  at.finishes();
  CHECK(at.visitor.stored().contains(" pin_way=list "));
}

TEST_CASE("a street that was searched for is an answer, a neighbourhood is only where to look") {
  AtMap at;
  at.goes_to("pin#search", "Parkwijk");
  CHECK(at.map().points.empty());
  at.goes_to("pin#search", "Kerkstraat");
  CHECK(at.map().points.size() == 1);
  CHECK(at.map().answer == "map_answer map_area_near Parkwijk Kerkstraat");
  at.finishes();
  CHECK(at.visitor.stored().contains(" pin_way=list "));
}

TEST_CASE("areas are found by their names in each language, and a point beside them is not in one") {
  const test::Folder folder;
  std::ofstream(folder / "places.md") << R"(
| survey |
| | type | name | label::Nederlands (nl) | label::العربية (ar) | appearance |
| | geopoint | pin | Waar? | أين؟ | |
| | select_one area | area | Welke? | أي؟ | map |
| choices |
| | list_name | name | label::Nederlands (nl) | label::العربية (ar) | geometry |
| | area | a | Zeilhoek | زايلهوك | 52 4; 52 4.002; 52.001 4.002; 52 4 |
| | area | b | Tolkade | تولكاده | 52 4.002; 52 4.004; 52.001 4.004; 52 4.002 |
)";
  const LoadedForm loaded = load_form(folder / "places.md");
  REQUIRE(loaded.form);
  const Maps maps(*loaded.form, AtMap::config(folder));
  maps.wait();
  std::string names;
  for (const auto& option : maps.choices()) names += option.label.words + "\n";
  CHECK(names == "Tolkade\nZeilhoek\nزايلهوك\nتولكاده\n");
  CHECK(maps.describe({52.0002, 4.0015}).area == "Zeilhoek");
  CHECK(maps.describe({51.9995, 4.001}).area == "");
  CHECK(maps.found("3") != nullptr);
  CHECK(maps.found("4") == nullptr);
}

TEST_CASE("an area is a list of points, each of which can be put elsewhere or taken away") {
  AtMap at;
  at.visitor.does(at.map().put.event).does(event::Next{}, 5000);
  const auto put = [&](double x, double y) {
    at.visitor.does(event::LookAt{"field", tiny_place(x, y), 17}).does(at.map().put.event);
  };
  put(100, 100);
  CHECK(at.map().put.label == "map_put_next");
  CHECK(at.map().undo.label == "map_undo");
  put(400, 100), put(400, 400);
  CHECK_FALSE(at.map().crosses);
  CHECK(at.list("field#points").options.size() == 3);
  at.goes_to("field#points", "2.");
  CHECK(at.map().next == 1);
  CHECK(at.map().put.label == "map_put_again 2");
  CHECK(metres_between(at.map().centre, tiny_place(400, 100)) < 1);
  at.visitor.does(at.map().south.event).does(at.map().put.event);
  CHECK(at.map().points.size() == 3);
  CHECK(at.map().next == 3);
  put(250, 50);
  CHECK(at.map().crosses ==
        crosses_itself(GeoPoints{at.map().points[0], at.map().points[1], at.map().points[2],
                                 at.map().points[3], at.map().points[0]}));
  at.visitor.does(at.map().undo.event).does(at.map().undo.event).does(event::Next{}, 5000);
  CHECK(std::get<QuestionView>(at.visitor.kiosk().view(at.visitor.now())).fields.size() == 3);
  CHECK(at.map().complaint.words == "complaint_few_points 3");
  at.visitor.does(at.map().clear.event).does(event::Next{}, 5000);
  CHECK(at.visitor.head() == "question en");
}

TEST_CASE("a point that was touched goes where the map is touched next, and the map stays") {
  AtMap at;
  at.visitor.does(at.map().put.event).does(event::Next{}, 5000);
  CHECK(at.map().instruction == "map_area");
  const GeoPoint moved_to = tiny_place(400, 400);
  for (const auto& [x, y] : {std::pair{100, 100}, std::pair{400, 100}, std::pair{250, 250}})
    at.visitor.does(event::Mark{"field", tiny_place(x, y), true});
  const GeoPoint centre = at.map().centre;
  CHECK(at.map().instruction.empty());
  at.visitor.does(event::PickMark{"field", 1}).does(event::PickMark{"field", 1});
  CHECK(at.map().next == 3);  // touched again: not any more
  at.visitor.does(event::PickMark{"field", 0}).does(event::PickMark{"field", 2});
  CHECK(at.map().next == 2);
  CHECK(at.map().instruction == "map_move 3");
  CHECK(at.map().centre == centre);
  at.visitor.does(event::Mark{"field", moved_to, true});
  CHECK(at.map().points.size() == 3);
  CHECK(metres_between(at.map().points.back(), moved_to) < 1);
  CHECK(at.map().next == 3);
  CHECK(at.map().instruction.empty());
  at.visitor.does(event::PickMark{"field", 99});
  CHECK(at.map().next == 3);
}

TEST_CASE("areas that are drawn on one map and chosen on another keep their names") {
  const test::Folder folder;
  std::ofstream(folder / "areas.geojson")
      << R"({"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", )"
      << R"("properties": {"title": "Tolkade"}, "geometry": {"type": "Polygon", )"
      << R"("coordinates": [[[4, 52], [4.2, 52], [4.2, 52.1], [4, 52]]]}}]})";
  std::ofstream(folder / "places.md")
      << "| survey |\n| | type | name | label | kiosk_layer |\n"
         "| | geopoint | pin | Where? | areas.geojson |\n"
         "| | select_one_from_file areas.geojson | area | Which? | |\n";
  const LoadedForm loaded = load_form(folder / "places.md");
  REQUIRE(loaded.form);
  const Maps maps(*loaded.form, AtMap::config(folder));
  maps.wait();
  CHECK(maps.describe({52.01, 4.15}).area == "Tolkade");
}

TEST_CASE("what is planned lies on the map, and is said of its middle") {
  const test::Folder folder;
  std::ofstream(folder / "plans.geojson")
      << R"({"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "properties": )"
      << R"a({"title": "Plan: woningen", "title::English (en)": "Plan: homes"}, )a"
      << R"("geometry": {"type": "Polygon", )"
      << R"("coordinates": [[[4, 52], [5, 52], [5, 53], [4, 53], [4, 52]]]}}]})";
  std::ofstream(folder / "places.md") << R"(
| survey |
| | type | name | label::Nederlands (nl) | label::English (en) | kiosk_layer |
| | geopoint | pin | Waar? | Where? | plans.geojson |
| settings |
| | form_id | version | kiosk_map | default_language |
| | places | 1 | 52.5 4.5 16 | Nederlands (nl) |
)";
  (void)AtMap::map_in(folder);
  AtKiosk visitor(folder / "places.md", AtMap::config(folder));
  visitor.kiosk().maps().wait();
  const auto map_in = [&](const std::string& language) {
    visitor.begins(language);
    const View view = visitor.kiosk().view(visitor.now());
    return std::get<MapField>(std::get<QuestionView>(view).fields.front());
  };
  const MapField map = map_in("en");
  CHECK(map.where == "map_here map_unnamed (Plan: homes)");
  REQUIRE(map.layer);
  REQUIRE(map.layer->shapes.size() == 1);
  CHECK(map.layer->shapes.front().name == "Plan: homes");
  visitor.does(event::LookAt{"pin", {51.9, 4.5}, 16});
  const View view = visitor.kiosk().view(visitor.now());
  CHECK(std::get<MapField>(std::get<QuestionView>(view).fields.front()).where == "map_here map_unnamed");
}

TEST_CASE("without a map and without names nobody is kept at a place") {
  AtMap at(false);
  CHECK(at.visitor.screen().contains("map_none"));
  at.finishes();
  CHECK(at.visitor.head() == "thanks en");
}

TEST_CASE("without a map the places begin among the areas of the form") {
  const test::Folder folder;
  std::ofstream(folder / "areas.geojson")
      << R"({"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", )"
      << R"("properties": {"title": "A"}, )"
      << R"("geometry": {"type": "Polygon", "coordinates": [[[4, 52], [4.2, 52], [4.2, 52.1], [4, 52]]]}}]})";
  std::ofstream(folder / "places.md")
      << "| survey |\n| | type | name | label |\n| | geopoint | pin | Where? |\n"
         "| | select_one_from_file areas.geojson | area | Which? |\n";
  const LoadedForm loaded = load_form(folder / "places.md");
  REQUIRE(loaded.form);
  const Maps maps(*loaded.form, AtMap::config(folder));
  CHECK(to_text(GeoPoints{maps.centre()}) == to_text(GeoPoints{{52.05, 4.1}}));
}

TEST_CASE("a table beside a map has names to go to, and a wrong one is told to the staff") {
  const auto table_says = [](const std::string& table) {
    const test::Folder folder;
    (void)AtMap::write(folder, false);
    std::ofstream(std::filesystem::path(AtMap::map_in(folder)).replace_extension(".csv")) << table;
    const LoadedForm loaded = load_form(folder / "places.md");
    REQUIRE(loaded.form);
    const Maps maps(*loaded.form, AtMap::config(folder));
    maps.wait();
    std::string said;
    for (const std::string& problem : maps.problems()) said += "! " + problem + "\n";
    for (const auto& option : maps.choices())
      if (option.label.words.starts_with("De ")) said += option.label.words + "\n";
    return said;
  };
  CHECK(table_says("name;latitude;longitude\nDe Brink;52,001;4,5\n") == "De Brink\n");
  CHECK(table_says("name,latitude,longitude\nDe Brink,52.001,4.5\nDe Kade,52.002,4.5\n") ==
        "De Brink\nDe Kade\n");
  CHECK(table_says("straat,x,y\nDe Brink,1,2\n")
            .contains("row 1: needed are the headings name, latitude, longitude"));
}

TEST_CASE("places in a repeat are each a map of their own, which begins at its default") {
  const test::Folder folder;
  std::ofstream(folder / "places.md") << R"(
| survey |
| | type | name | label | default |
| | begin_repeat | spot | A place | |
| | geopoint | pin | Where? | 52.0 4.5 |
| | geotrace | way | Which way? | 52.0 4.5; 52.001 4.501 |
| | end_repeat | | | |
| settings |
| | form_id | version | kiosk_grid | kiosk_review |
| | places | 1 | 0 | no |
)";
  (void)AtMap::map_in(folder);
  AtKiosk visitor(folder / "places.md", AtMap::config(folder));
  visitor.kiosk().maps().wait();
  visitor.begins("en");
  const auto map = [&] {
    const View view = visitor.kiosk().view(visitor.now());
    return std::get<MapField>(std::get<QuestionView>(view).fields.front());
  };
  CHECK(map().path == "spot[1]/pin");
  CHECK(map().points == GeoPoints{{52.0, 4.5}});
  CHECK(map().centre == GeoPoint{52.0, 4.5});
  visitor.does(event::Mark{"spot[1]/pin", {52.01, 4.51}, true}).does(event::Next{}, 5000);
  CHECK(map().path == "spot[1]/way");
  CHECK(map().points.size() == 2);
  visitor.does(event::Next{}, 5000).does(event::Add{"spot"}, 5000);
  CHECK(map().path == "spot[2]/pin");
  CHECK(map().points == GeoPoints{{52.0, 4.5}});
  visitor.does(event::Next{}, 5000).does(event::Write{"spot[2]/way", ""}).does(event::Next{}, 5000);
  visitor.does(event::Next{}, 5000);
  CHECK(visitor.stored().starts_with(
      "finished  spot[1]/pin=52.0100000 4.5100000 0 0 spot[1]/pin_way=map "
      "spot[1]/way=52.0000000 4.5000000 0 0;52.0010000 4.5010000 0 0 spot[1]/way_way= "
      "spot[2]/pin=52.0000000 4.5000000 0 0 spot[2]/pin_way= spot[2]/way:skipped "
      "spot[2]/way_way:not_asked "));
}

TEST_CASE("a map that cannot be read is left out, and the staff's screen says which") {
  const test::Folder folder;
  std::ofstream(folder / "places.md") << places_form;
  (void)AtMap::map_in(folder);
  std::ofstream(folder / "broken.mbtiles") << "no map";
  std::ofstream(folder / "tiny.csv") << "straat,x,y\n";
  Config config = with_staff();
  config.form = folder / "places.md";
  AtKiosk visitor(folder / "places.md", config);
  CHECK(visitor.kiosk().maps().files().size() == 1);
  as_staff(visitor);
  const std::string screen = visitor.screen();
  CHECK(screen.contains("! staff_map: \u2066broken.mbtiles\u2069. staff_map_left_out\n"));
  CHECK(screen.contains("! staff_map: \u2066tiny.csv\u2069. staff_map_left_out\n"));
}

TEST_CASE("the look back says the place alone, as its question stands beside it") {
  AtMap at;
  const auto words = Words::parse(words_of_tests(), "words.csv");
  REQUIRE(words);
  Row row;
  row.type = Type::geopoint;
  const auto said = [&] {
    return place_words(row, to_text(GeoPoints{tiny_place(1000, 2060)}), at.visitor.kiosk().maps(),
                       words->in({"en"}));
  };
  CHECK(said() == "map_area_near Parkwijk Kerkstraat");
  row.type = Type::geotrace;
  CHECK(said() == "map_answer_points 1");
}
