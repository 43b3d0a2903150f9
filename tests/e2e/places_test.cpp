// Places put on the map of the demo's town, and its neighbourhoods chosen there: by a finger on the map, and
// by names, steps and cards alone.
#include <cmath>
#include <filesystem>
#include <sstream>

#include <doctest/doctest.h>

#include "e2e/kiosk_run.h"
#include "geo/geometry.h"

using namespace buurtpeil;

namespace {

/// The form beside the neighbourhoods.
struct WithAreas {
  TemporaryFolder beside;

  WithAreas() {
    namespace fs = std::filesystem;
    fs::copy_file(fs::path(BUURTPEIL_TESTS) / "e2e/areas.md", beside.path() / "areas.md");
    fs::copy_file(BUURTPEIL_DEMO_AREAS, beside.path() / "elzermonde.geojson");
  }
};

struct OnTheMap {
  Machine machine;

  explicit OnTheMap(const std::string& form = "places.md") : machine(form) {
    machine.configure("map = [\"" BUURTPEIL_DEMO_MAP "\"]");
  }

  /// The cells of the form's questions, the first four of the point: "52.75,5.40,0,0,map,...".
  [[nodiscard]] std::string answers() const {
    const std::string csv = machine.exported();
    const std::size_t row = csv.find("\nUTC,");
    REQUIRE(row != std::string::npos);
    const std::size_t key = csv.find(",KEY", row);
    return csv.substr(row + 5, key - row - 5);
  }
};

/// All on the map as it stood at first: it does not move under the finger.
void touch_map(KioskRun& kiosk, const std::string& name, const std::vector<std::pair<float, float>>& places) {
  const Shown::Box map = kiosk.listens().shown().targets.at("map:" + name);
  for (const auto& [across, down] : places) {
    kiosk.listens().finger().tap(map.x + across * map.width, map.y + down * map.height);
    kiosk.next();
  }
  kiosk.listens();
}

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  std::istringstream line(row);
  for (std::string cell; std::getline(line, cell, ',');) cells.push_back(cell);
  return cells;
}

}  // namespace

TEST_CASE("a pin, a route and an area are put by a finger on the map") {
  const OnTheMap on;
  KioskRun kiosk{on.machine};
  kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "pin");
  touch_map(kiosk, "pin", {{0.5F, 0.5F}});
  kiosk.tap("next").at("question", "route");
  touch_map(kiosk, "route", {{0.3F, 0.5F}, {0.7F, 0.5F}});
  kiosk.tap("next").at("question", "green");
  touch_map(kiosk, "green", {{0.3F, 0.3F}, {0.7F, 0.3F}, {0.5F, 0.7F}});
  kiosk.tap("next").at("thanks");
  const std::vector<std::string> cells = cells_of(on.answers());
  REQUIRE(cells.size() == 9);  // four of the point, and how each was pointed out
  const GeoPoint begin{52.7502, 5.4003};
  const auto pin = geo_points_of(cells[0] + " " + cells[1]);
  REQUIRE(pin);
  CHECK(to_text(*pin) == to_text(GeoPoints{on_grid(pin->front(), 50)}));
  CHECK(metres_between(pin->front(), begin) < 60);
  const auto route = geo_points_of(cells[5]);
  REQUIRE((route && route->size() == 2));
  CHECK(std::abs(route->front().latitude - route->back().latitude) < 1e-6);
  CHECK(metres_between(middle_of_line(*route), begin) < 40);  // the end of the page may cut the map
  const auto green = geo_points_of(cells[7]);
  REQUIRE((green && green->size() == 4));
  CHECK(green->front() == green->back());
  CHECK(is_inside(*green, begin));
  CHECK(cells[4] + cells[6] + cells[8] == "mapmapmap");
}

TEST_CASE("the same places are put by names and steps, without pointing at the map") {
  const OnTheMap on;
  KioskRun kiosk{on.machine};
  kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "pin");
  kiosk.tap("open:pin#search").type("waagst");
  std::string found;
  for (const auto& [name, box] : kiosk.shown().targets)
    if (name.starts_with("choice:pin#search=")) found += (found.empty() ? "" : " ") + name;
  REQUIRE_FALSE(found.contains(' '));  // one street is called so
  kiosk.tap(found).tap("put:pin").tap("next").at("question", "route");
  kiosk.tap("put:route").tap("east:route").tap("put:route").tap("next").at("question", "green");
  kiosk.tap("put:green").tap("east:green").tap("put:green").tap("north:green").tap("put:green");
  kiosk.tap("next").at("thanks");
  const std::vector<std::string> cells = cells_of(on.answers());
  REQUIRE(cells.size() == 9);
  const GeoPoint begin{52.7502, 5.4003}, east = moved(begin, 50, 0), north = moved(east, 0, 50);
  CHECK(cells[5] == to_text(GeoPoints{begin, east}));
  CHECK(cells[7] == to_text(GeoPoints{begin, east, north, begin}));
  const auto pin = geo_points_of(cells[0] + " " + cells[1]);
  REQUIRE(pin);
  CHECK(to_text(*pin) == to_text(GeoPoints{on_grid(pin->front(), 50)}));
  CHECK(metres_between(pin->front(), begin) < 600);
  CHECK(metres_between(pin->front(), begin) > 20);
  CHECK(cells[4] + cells[6] + cells[8] == "listlistlist");
}

TEST_CASE("neighbourhoods are chosen by a finger on the map, and by their cards, with the same answer") {
  const WithAreas areas;
  const OnTheMap on(areas.beside / "areas.md");
  const auto begin = [&](KioskRun& kiosk) {
    kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "home");
  };
  const auto end = [&](KioskRun& kiosk) {
    kiosk.tap("next").at("question", "again").tap("next").at("thanks").tap("done");
  };
  {
    KioskRun kiosk{on.machine};
    begin(kiosk);
    const Shown::Box map = kiosk.listens().shown().targets.at("map:home");
    kiosk.listens().finger().tap(map.x + map.width / 2, map.y + map.height / 2);
    kiosk.at("question", "green");  // by itself
    touch_map(kiosk, "green", {{0.5F, 0.2F}, {0.5F, 0.85F}, {0.5F, 0.85F}, {0.5F, 0.5F}});
    end(kiosk);
    begin(kiosk.at("attract"));
    kiosk.tap("choice:home=lantaarnhoek").at("question", "green");
    kiosk.tap("choice:green=gaffelhof").tap("choice:green=lantaarnhoek");
    end(kiosk);
    kiosk.at("attract");
  }
  const std::string csv = on.machine.exported();
  std::string chosen;
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line), std::getline(lines, line);  // the file's name, the headings
  while (std::getline(lines, line)) {
    const std::vector<std::string> cells = cells_of(line);
    REQUIRE(cells.size() > 3);
    chosen += cells[1] + ": " + cells[2] + "\n";
  }
  CHECK(chosen == "lantaarnhoek: lantaarnhoek gaffelhof\nlantaarnhoek: lantaarnhoek gaffelhof\n");
}
