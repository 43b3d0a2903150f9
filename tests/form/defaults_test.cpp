// Defaults that are no value of their question's type.
#include <doctest/doctest.h>

#include "form/load_md.h"

using namespace buurtpeil;

namespace {

/// What is said about one default; "" when nothing is wrong.
std::string about(const std::string& type, const std::string& value, const std::string& parameters = "") {
  const std::string problems = problems_of(
      "| survey |\n| | type | name | label | default | parameters |\n| | " + type + " | q | Q | " + value +
          " | " + parameters +
          " |\n| choices |\n| | list_name | name | label |\n| | yn | yes | Yes |\n| | yn | no | No |\n",
      {{"trees.csv", "name,label\noak,Oak\nred elm,Elm\n"}});
  const std::string place = "street.md: survey!D3: error: ";
  return problems.starts_with(place) ? problems.substr(place.size(), problems.size() - place.size() - 1)
                                     : problems;
}

}  // namespace

TEST_CASE("a default that is a value of its type is taken") {
  for (const auto& [type, value] : std::vector<std::pair<std::string, std::string>>{
           {"integer", "5"},
           {"integer", "-5"},
           {"integer", "12.0"},
           {"integer", "2 + 3"},
           {"decimal", "1.5"},
           {"decimal", "10 div 4"},
           {"date", "2024-02-29"},
           {"date", "2024-02-29 00:00:00"},
           {"date", "2024-02-29T13:30:00.000+02:00"},
           {"date", "today() - 1"},
           {"dateTime", "2024-02-29 7:05"},
           {"dateTime", "now()"},
           {"time", "7:05"},
           {"time", "07:05:30"},
           {"select_one yn", "yes"},
           {"select_multiple yn", "no yes"},
           {"rank yn", "no"},
           {"select_one_from_file trees.csv", "red elm"},
           {"acknowledge", "OK"},
           {"text", "anything - at all"},
       })
    CHECK_MESSAGE(about(type, value) == "", type, " ", value);
  CHECK(about("range", "4", "start=0 end=10 step=2") == "");
  CHECK(about("range", "0.3", "start=0 end=1 step=0.1") == "");
}

TEST_CASE("a default that is no value of its type is told") {
  CHECK(about("integer", "several") == "the default 'several' is no whole number");
  CHECK(about("integer", "1.5") == "the default '1.5' is no whole number");
  CHECK(about("integer", "1.000") == "the default '1.000' is no whole number");
  CHECK(about("integer", "today()") == "the default today() gives '2026-03-01', which is no whole number");
  CHECK(about("decimal", "1,5") == "the default '1,5' is no number; write it with a point, 1.5");
  CHECK(about("decimal", "high") == "the default 'high' is no number; write it in digits, as in 12.5");
  CHECK(about("date", "29-02-2024") == "the default '29-02-2024' is no date; write 2024-02-29");
  CHECK(about("date", "29/2/2024") == "the default '29/2/2024' is no date; write 2024-02-29");
  CHECK(about("date", "03-02-2024") ==
        "the default '03-02-2024' is no date; write year, month and day as in 2024-02-29");
  CHECK(about("date", "2023-02-29") ==
        "the default '2023-02-29' is no date; write year, month and day as in 2024-02-29");
  CHECK(about("date", "45351") ==
        "the default '45351' is no date; write year, month and day as in 2024-02-29");
  CHECK(about("date", "date('29-02-2024')") ==
        "the default date('29-02-2024') has no value: '29-02-2024' is not a date");
  CHECK(about("time", "7.05") == "the default '7.05' is no time of day; write it as in 19:04");
  CHECK(about("time", "25:00") == "the default '25:00' is no time of day; write it as in 19:04");
  CHECK(about("dateTime", "tomorrow") ==
        "the default 'tomorrow' is no date with a time; write it as in 2024-02-29T19:04");
  CHECK(about("range", "50", "start=0 end=10 step=1") ==
        "the default '50' is not among the values of the range, 0 to 10 in steps of 1");
  CHECK(about("range", "3", "start=0 end=10 step=2") ==
        "the default '3' is not among the values of the range, 0 to 10 in steps of 2");
  CHECK(about("select_one yn", "maybe") == "the default 'maybe' is no choice of the list 'yn'");
  CHECK(about("select_one yn", "yess") ==
        "the default 'yess' is no choice of the list 'yn'; did you mean 'yes'?");
  CHECK(about("select_multiple yn or_other", "yes, no") ==
        "'yes,' in the default is no choice of the list 'yn'; did you mean 'yes'?");
  CHECK(about("select_multiple yn", "yes yes") == "the default has 'yes' twice");
  CHECK(about("select_one_from_file trees.csv", "oakk") ==
        "the default 'oakk' is no choice of the list 'trees.csv'; did you mean 'oak'?");
  CHECK(about("acknowledge", "yes") ==
        "the default 'yes' is not OK, which is all that an acknowledge can be");
}
