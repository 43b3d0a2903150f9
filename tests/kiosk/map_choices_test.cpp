// Choices that are places: shown on a map with their shapes, chosen there or by a card.
#include <doctest/doctest.h>

#include "support/at_kiosk.h"

using namespace buurtpeil;

namespace {

std::string area_form(const std::string& type, const std::string& appearance) {
  return "| survey |\n| | type | name | label | appearance |\n| | " + type + " area | area | Which? | " +
         appearance + R"( |
| | text | why | Why? | |
| settings |
| | kiosk_review |
| | no |
| choices |
| | list_name | name | label | geometry |
| | area | north | North | 52.01 4.0;52.01 4.01;52.02 4.01;52.01 4.0 |
| | area | road | Road | 52.01 4.0;52.0 4.01 |
| | area | stop | Stop | 52.0 4.0 0 0 |
| | area | none | Elsewhere | |
)";
}

const std::string areas = R"(  (%) north: North <1 area>
  ( ) road: Road <1 lines>
  ( ) stop: Stop <1 points>
  ( ) none: Elsewhere
)";

std::string with(std::string text, const std::string& mark) { return text.replace(text.find('%'), 1, mark); }

}  // namespace

TEST_CASE("choices are touched on the map where they have a geometry, and are cards elsewhere") {
  AtKiosk kiosk(area_form("select_one", "map"));
  const std::string start = "question en\n50% progress question_number 1 2\n? area: Which?\n  as places\n",
                    end = "  map_choices\nnext: next | leave: leave\n";
  CHECK(kiosk.begins().screen() == start + with(areas, " ") + end);
  kiosk.does(event::LookAt{"area", {52.01, 4.005}, 13});
  CHECK(kiosk.screen() == start + "  at 52.01000 4.00500 zoom 13\n" + with(areas, " ") + end);
  kiosk.does(event::Choose{"area", "north"});
  CHECK(kiosk.screen() == start + "  at 52.01000 4.00500 zoom 13\n" + with(areas, "x") + end);
  kiosk.does(event::Next{}, 5000).does(event::Back{}, 5000);
  CHECK(kiosk.screen().contains("  at 52.01000 4.00500 zoom 13\n"));  // looked at as before

  std::string without = area_form("select_multiple", "map");
  without.erase(without.find("| | area | north"),
                without.find("| | area | none") - without.find("| | area | north"));
  CHECK(AtKiosk(without).begins().screen() ==
        "question en\n50% progress question_number 1 2\n? area: Which?\n  [ ] none: Elsewhere\n  several\n"
        "next: next | leave: leave\n");
  CHECK(AtKiosk(area_form("select_multiple", "map")).begins().screen().contains("  map_choices several\n"));
  CHECK_FALSE(AtKiosk(area_form("select_one", "columns")).begins().screen().contains("<1"));
}

TEST_CASE("quick map goes on after the choice, and map alone does not") {
  AtKiosk quick(area_form("select_one", "quick map")), map(area_form("select_one", "map"));
  CHECK(quick.begins().does(event::Choose{"area", "road"}, 5000).screen().contains("? why: Why?\n"));
  CHECK(map.begins().does(event::Choose{"area", "road"}, 5000).screen().contains("? area: Which?\n"));
}

TEST_CASE("of choices with one name each has the place of its own row") {
  AtKiosk kiosk(R"(
| survey |
| | type | name | label | appearance | choice_filter |
| | select_one area | area | Which? | map | town = 'two' |
| settings |
| | allow_choice_duplicates |
| | yes |
| choices |
| | list_name | name | label | town | geometry |
| | area | centre | One | one | 52 4 |
| | area | centre | Two | two | 52 4;53 5 |
)");
  CHECK(kiosk.begins().screen().contains("  ( ) centre: Two <1 lines>\n"));
}

TEST_CASE("more places than people read stand in a list to search, beside the map") {
  std::string form = area_form("select_one", "map");
  for (int i = 0; i < 40; ++i)
    form += "| | area | a" + std::to_string(i) + " | A | 52 " + std::to_string(4 + i * 0.01) + " |\n";
  const std::string screen = AtKiosk(form).begins().screen();
  CHECK(screen.contains("  as places\n  open_list | close_list\n  search\n"));
}
