// What check says of the maps beside a form.
#include <fstream>

#include "map/tiny_town.h"
#include "sync/check.h"
#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

std::string checked_places(const Folder& folder, const std::string& start = "52.0 4.5") {
  std::ofstream(folder / "places.md")
      << "| survey |\n| | type | name | label |\n| | geopoint | pin | Where? |\n"
         "| | select_one_from_file areas.geojson | area | Which? |\n"
         "| settings |\n| | kiosk_map | kiosk_intro | kiosk_thanks |\n| | " +
             start + " | Who asks. | Until when. |\n";
  std::ofstream(folder / "areas.geojson")
      << R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
         R"("properties":{"id":"here","title":"Here"},)"
         R"("geometry":{"type":"Point","coordinates":[)"
      << tiny_place(2000, 2000).longitude << "," << tiny_place(2000, 2000).latitude
      << R"(]}},{"type":"Feature","properties":{"id":"far","title":"Far"},)"
         R"("geometry":{"type":"Point","coordinates":[20,10]}}]})";
  CheckRequest request;
  request.forms = {folder / "places.md"};
  return without(folder, check_forms(request).out);
}

const std::string summary = "places.md: 2 questions, no language named, about 1 minute; ";

}  // namespace

TEST_CASE("a form that asks for places is told that no map lies beside it") {
  const Folder folder;
  CHECK(checked_places(folder) ==
        "places.md: survey!A3: warning: 'pin' asks for a place and no map lies beside the form: put an "
        ".mbtiles "
        "there, or name one in kiosk.toml (map); without any, only areas of a .geojson can be chosen\n" +
            summary + "1 warning\n");
}

TEST_CASE("maps are held against what the form says of places") {
  const Folder folder;
  (void)write_tiny_town(folder / "");
  const GeoPoint inside = tiny_place(2000, 2000);
  const std::string far =
      "places.md: warning: 1 of the 2 places of 'areas.geojson' lie outside of the maps beside the form; is "
      "it the "
      "map of another town, or are latitude and longitude turned round?\n";
  CHECK(checked_places(folder, std::to_string(inside.latitude) + " " + std::to_string(inside.longitude)) ==
        far + summary + "1 warning\n");
  CHECK(
      checked_places(folder, "4.5 52.0") ==
      "places.md: warning: kiosk_map begins outside of the maps beside the form; visitors would see nothing "
      "there\n" +
          far + summary + "2 warnings\n");
}

TEST_CASE("a map that cannot be read, or says not whose it is, is told") {
  const Folder folder;
  std::ofstream(folder / "broken.mbtiles") << "no map";
  Metadata metadata = tiny_metadata();
  std::erase_if(metadata, [](const auto& each) { return each.first == "attribution"; });
  write_mbtiles(folder / "town.mbtiles", metadata, {{tiny_tile, tiny_town()}});
  const GeoPoint inside = tiny_place(2000, 2000);
  const std::string said =
      checked_places(folder, std::to_string(inside.latitude) + " " + std::to_string(inside.longitude));
  CHECK(said.contains("warning: broken.mbtiles: "));
  CHECK(said.contains(
      "places.md: warning: town.mbtiles: does not say whose map it is; write the credit into its "
      "metadata (attribution), since who looks at a map has to be told\n"));
  CHECK(said.ends_with("3 warnings\n"));
}

TEST_CASE("choices with the appearance map are told that lack a place, or lie outside of all maps") {
  const auto checked = [](const Folder& folder, const std::string& choices) {
    std::ofstream(folder / "places.md")
        << "| survey |\n| | type | name | label | appearance |\n| | select_one area | area | Which? | quick "
           "map "
           "|\n| settings |\n| | kiosk_intro | kiosk_thanks |\n| | Who asks. | Until when. |\n"
           "| choices |\n| | list_name | name | label | geometry |\n" +
               choices;
    CheckRequest request;
    request.forms = {folder / "places.md"};
    return without(folder, check_forms(request).out);
  };
  const auto choice = [](const std::string& name, const std::string& geometry) {
    return "| | area | " + name + " | " + name + " | " + geometry + " |\n";
  };
  const std::string here = choice("here", to_text(GeoPoints{tiny_place(2000, 2000)})),
                    far = choice("far", "10 20; 11 21"), none = choice("none", ""),
                    wrong = choice("wrong", "here"),
                    counted = "places.md: 1 question, no language named, about 1 minute; ";
  const Folder bare, folder;
  (void)write_tiny_town(folder / "");
  CHECK(
      checked(bare, here) ==
      "places.md: survey!A3: warning: 'area' shows its choices on a map and no map lies beside the form: put "
      "an .mbtiles there, or name one in kiosk.toml (map); without any, they lie on plain ground\n" +
          counted + "1 warning\n");
  CHECK(checked(folder, here) == counted + "no remarks\n");
  CHECK(checked(folder, none + wrong) ==
        "places.md: survey!A3: warning: the choices of 'area' are shown as cards: the appearance map needs "
        "their "
        "places, in a column geometry or a .geojson\n" +
            counted + "1 warning\n");
  CHECK(
      checked(folder, here + far + none + wrong) ==
      "places.md: warning: 1 of the 4 places of 'area' lie outside of the maps beside the form; is it the "
      "map "
      "of another town, or are latitude and longitude turned round?\n"
      "places.md: survey!A3: warning: 2 of the 4 choices of 'area' have no geometry that can be read, 'none' "
      "first: on the map they are cards alone\n" +
          counted + "2 warnings\n");
}
