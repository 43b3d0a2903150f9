// Long lists are filtered through an index: it gives what a look at every choice gives.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

constexpr int place_count = 300;

/// 300 places in districts 0 to 6, one of them written "05", and one without a district.
std::string places_as(const char* line) {
  std::string lines;
  for (int i = 0; i < place_count; ++i) {
    const std::string district = i == 17 ? "05" : i == 18 ? "" : std::to_string(i % 7);
    lines += fmt::format(fmt::runtime(line), i, district, i % 3);
  }
  return lines;
}

std::string form_with(const std::string& type, const std::string& district_type, const std::string& filter) {
  return "| survey |\n| | type | name | label | choice_filter |\n"
         "| | " +
         district_type +
         " | district | Which district? | |\n"
         "| | text | sort | Which sort? | |\n"
         "| | " +
         type + " | place | Which place? | " + filter +
         " |\n"
         "| choices |\n| | list_name | name | label | district | sort |\n" +
         places_as("| | places | p{0} | Place {0} | {1} | s{2} |\n");
}

/// The places that are offered in a district.
std::string offered(const std::string& type, const std::string& district_type, const std::string& filter,
                    const std::string& district) {
  Scenario visit{form_with(type, district_type, filter),
                 {{"places.csv", "name,label,district,sort\n" + places_as("p{0},Place {0},{1},s{2}\n")}}};
  visit.answer("district", district).answer("sort", "s1");
  std::string names;
  const Prompt prompt = visit.visit().prompts().at(0);
  for (const Option& option : prompt.options) names += option.name + " ";
  return names;
}

}  // namespace

TEST_CASE("an index finds what a look at every choice finds") {
  struct Pair {
    std::string indexed, looked_at;
  };
  const Pair filters[] = {
      {"district = ${district}", "not(district != ${district}) and district = ${district}"},
      {"${district} = district", "(district = ${district}) = true()"},
      {"district = current()/../district", "(district = ${district}) = true()"},
      {"district = ${district} and sort = ${sort}", "not(sort != ${sort}) and not(district != ${district})"},
      {"district = ${district} and position() < 99", "(district = ${district}) = true() and position() < 99"},
      {"district = '5'", "(district = '5') = true()"},
      {"district = 5", "(district = 5) = true()"},
      {"name = 'p7'", "(name = 'p7') = true()"},
  };
  for (const std::string type : {"select_one places", "select_one_from_file places.csv"})
    for (const std::string district_type : {"text", "integer"})
      for (const std::string district : {"5", "9", ""})
        for (const Pair& filter : filters) {
          INFO(type, ", ", district_type, " ", district, ": ", filter.indexed);
          CHECK(offered(type, district_type, filter.indexed, district) ==
                offered(type, district_type, filter.looked_at, district));
        }
  CHECK(offered("select_one places", "text", "district = ${district} and sort = ${sort}", "5").size() > 40);
  CHECK(offered("select_one places", "integer", "district = ${district}", "5").contains("p17 "));
}

TEST_CASE("long lists are indexed by what a filter compares, short ones are not") {
  const Scenario visit{form_with("select_one places", "text", "district = ${district}")};
  const auto& indexes = visit.form().indexes;
  REQUIRE(indexes.size() == 1);
  REQUIRE(indexes.at("places").size() == 1);
  CHECK(indexes.at("places").at("district").at("05") == std::vector<std::uint32_t>{17});
  CHECK(Scenario{"leefomgeving.md"}.form().indexes.empty());
}

TEST_CASE("pulldata finds the first record with a key, in long files too") {
  Scenario visit{
      "| survey |\n| | type | name | label | calculation |\n"
      "| | text | district | Which district? | |\n"
      "| | calculate | first | | pulldata('places', 'label', 'district', ${district}) |\n",
      {{"places.csv", "name,label,district,sort\n" + places_as("p{0},Place {0},{1},s{2}\n")}}};
  visit.fill("district", "5");
  CHECK(visit.response() == "district=5; first=Place 5");
  visit.fill("district", "05");
  CHECK(visit.response() == "district=05; first=Place 17");
  visit.fill("district", "9");
  CHECK(visit.response() == "district=9");
}

TEST_CASE("what has no choice left cannot be answered, and is not required") {
  for (const char* type : {"select_one", "select_multiple", "rank"}) {
    Scenario visit{R"(
| survey |
| | type | name | label | choice_filter | required |
| | select_one kind | kind | Which kind? | | yes |
| | )" + std::string(type) +
                   R"( which | which | Which one? | kind = ${kind} | yes |
| | select_one ${name} | best | Which is best? | | yes |
| | begin_repeat | place | Place | | |
| | text | name | Name? | | |
| | end_repeat | | | | |
| choices |
| | list_name | name | label | kind |
| | kind | tree | A tree | |
| | kind | bench | A bench | |
| | which | oak | An oak | tree |
)"};
    visit.answer("kind", "tree").next();
    CHECK(visit.complaint() == "which: required");
    visit.fill("which", "oak").back().answer("kind", "bench");
    CHECK_FALSE(visit.visit().prompts().at(0).required);
    visit.next();
    CHECK(visit.question() == "best");
    visit.next().answer("place[1]/name", "Park").next();
    CHECK(visit.question() == "best");
    CHECK(visit.complaint() == "best: required");
    visit.answer("best", "Park").restart();
    CHECK(visit.answers() == "kind=bench; which: skipped; best=Park; place[1]/name=Park");
  }
}
