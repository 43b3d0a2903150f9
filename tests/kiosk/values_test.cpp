// Scales, calendars and points: what stands on the screen, and what each touch stores.
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "support/at_kiosk.h"
#include "support/plain_ui.h"

using namespace buurtpeil;

namespace {

/// A form of one question, with a list of labels "word" and a note after it.
AtKiosk asks(const std::string& type, const std::string& parameters = "", const std::string& appearance = "",
             const std::string& constraint = "") {
  return AtKiosk{
      "| survey |\n| | type | name | label::English (en) | parameters | appearance | constraint |\n| | " +
      type + " | q | Q | " + parameters + " | " + appearance + " | " + constraint +
      " |\n| | note | n | N | | | |\n" + "| choices |\n| | list_name | name | label::English (en) |\n" +
      "| | word | 1 | Bad |\n| | word | 5 | Good |\n"};
}

AtKiosk points(const std::string& required = "") {
  return AtKiosk{R"(
| survey |
| | type        | name  | label::English (en) | appearance        | parameters | required |
| | begin_group | split | Divide              | field-list points | total=100  | |
| | integer     | trees | Trees               |                   |            | )" +
                 required + R"( |
| | integer     | homes | Homes               |                   |            | )" +
                 required + R"( |
| | integer     | roads | Roads               |                   |            | )" +
                 required + R"( |
| | end_group   |       |                     |                   |            | |
)"};
}

/// Between the question and the buttons.
std::string shown(const AtKiosk& kiosk) {
  const std::string screen = kiosk.screen();
  const std::size_t begin = screen.find("  ");
  return screen.substr(begin, screen.find("next:") - begin);
}

}  // namespace

TEST_CASE("a range is a line from its lowest value to its highest, with nothing chosen yet") {
  AtKiosk kiosk = asks("range", "start=1 end=2 step=0.5");
  kiosk.begins("en");
  CHECK(shown(kiosk) == "  line '' -1 of 3\n  moves: 2 0\n  ticks: 0=1 1=1.5 2=2\n  slider\n");
  kiosk.does(event::Slide{"q", 1});
  CHECK(shown(kiosk) == "  line '1.5' 1 of 3\n  moves: 0 2\n  ticks: 0=1 1=1.5 2=2\n  [clear]\n  slider\n");
  kiosk.does(event::Slide{"q", 3}).does(event::Slide{"q", -1}).does(event::Slide{"n", 1});
  kiosk.does(event::Next{}).does(event::Next{});
  CHECK(kiosk.stored() == "finished en q=1.5 seconds=6\n");
}

TEST_CASE("a range that goes down is a line like any other, whose handle waits at the placeholder") {
  AtKiosk kiosk = asks("range", "start=0 end=-9 step=3 placeholder=-6");
  kiosk.begins();
  CHECK(shown(kiosk) ==
        "  line '' -1 of 4 waits at 1\n  moves: 1 1\n  ticks: 0=-9 1=-6 2=-3 3=0\n  slider\n");
}

TEST_CASE("a long range has far moves and few ticks, and costs no more than a short one") {
  AtKiosk kiosk = asks("range", "start=0 end=1000000 step=0.5 tick_interval=250000");
  kiosk.begins().does(event::Slide{"q", 2'000'000});
  CHECK(shown(kiosk) ==
        "  line '1000000' 2000000 of 2000001\n"
        "  moves: \u200E−5:1999990 1999999 \u200E+5:-1\n"
        "  ticks: 0=0 500000=250000 1000000=500000 1500000=750000 2000000=1000000\n"
        "  [clear]\n  slider\n");
}

TEST_CASE("ticks have the form's own labels, or stand without marks, or upright") {
  AtKiosk labelled = asks("range", "start=1 end=5 tick_labelset=word", "no-ticks vertical");
  labelled.begins();
  CHECK(shown(labelled) ==
        "  upright '' -1 of 5 without marks\n  moves: 4 0\n  ticks: 0=Bad 1 2 3 4=Good\n  slider\n");
}

TEST_CASE("a rating is as many stars, where the values are counted from one to at most ten") {
  AtKiosk stars = asks("range", "start=1 end=5", "rating");
  stars.begins().does(event::Slide{"q", 3});
  CHECK(shown(stars).starts_with("  stars 'rating_of 4 5' 3 of 5\n"));
  AtKiosk many = asks("range", "start=1 end=11", "rating");
  CHECK(shown(many.begins()).starts_with("  line "));
  AtKiosk halves = asks("range", "start=0 end=5", "rating");
  CHECK(shown(halves.begins()).starts_with("  line "));
}

TEST_CASE("numbers too large to count by are no reason to fail") {
  const std::string huge(40, '9');
  AtKiosk kiosk = asks("range", "start=0 end=" + huge + " step=1 placeholder=" + huge);
  CHECK(shown(kiosk.begins()).starts_with("  line '' -1 of 1000000000000001 "));
}

TEST_CASE("a picker is a wheel of the range's values") {
  AtKiosk kiosk = asks("range", "start=0 end=-20 step=1 placeholder=-5", "picker");
  kiosk.begins();
  CHECK(shown(kiosk) == "  value: '' -5 -5\n  step\n");
  kiosk.does(event::Write{"q", "-15"});
  CHECK(shown(kiosk) == "  value: '-15' -16 -14 -5\n  [clear]\n  step\n");
}

TEST_CASE("a counter goes up from one and down to none") {
  AtKiosk kiosk = asks("integer", "", "counter");
  kiosk.begins();
  CHECK(shown(kiosk) == "  value: '' 0 1\n  counter\n");
  kiosk.does(event::Write{"q", "0"});
  CHECK(shown(kiosk) == "  value: '0' 1 10\n  [clear]\n  counter\n");
  kiosk.does(event::Write{"q", "12"});
  CHECK(shown(kiosk) == "  value: '12' 2 11 13 22\n  [clear]\n  counter\n");
}

TEST_CASE("a counter offers no step beyond what its constraint allows") {
  AtKiosk few = asks("integer", "", "counter", ". <= 5");
  few.begins();
  CHECK(shown(few) == "  value: '' 0 1\n  counter\n");
  few.does(event::Write{"q", "0"});
  CHECK(shown(few) == "  value: '0' 1\n  [clear]\n  counter\n");
  few.does(event::Write{"q", "5"});
  CHECK(shown(few) == "  value: '5' 4\n  [clear]\n  counter\n");
  few.does(event::Write{"q", "8"});  // as a default may be
  CHECK(shown(few) == "  value: '8' 5\n  [clear]\n  counter\n");
  AtKiosk many = asks("integer", "", "counter", ". >= 3 and . <= 20");
  many.begins();
  CHECK(shown(many) == "  value: '' 3 3\n  counter\n");
  many.does(event::Write{"q", "8"});
  CHECK(shown(many) == "  value: '8' 7 9 18\n  [clear]\n  counter\n");
  many.does(event::Write{"q", "13"});
  CHECK(shown(many) == "  value: '13' 3 12 14\n  [clear]\n  counter\n");
}

TEST_CASE("what a finger drags counts at once and is on the disk when it is lifted") {
  AtKiosk kiosk = asks("range");
  kiosk.begins().does(event::Slide{"q", 2});
  kiosk.does(event::Slide{"q", 5, true}).does(event::Slide{"q", 6, true});
  CHECK(shown(kiosk).starts_with("  line '7' 6 of 10\n"));
  kiosk.restarts_after(1000);
  CHECK(shown(kiosk.does(event::Stay{})).starts_with("  line '3' 2 of 10\n"));
  kiosk.does(event::Slide{"q", 6, true}).does(event::Touch{}).restarts_after(1000);
  CHECK(shown(kiosk.does(event::Stay{})).starts_with("  line '7' 6 of 10\n"));
}

TEST_CASE("a date is chosen on a calendar, which is turned without an answer") {
  AtKiosk kiosk = asks("date");
  kiosk.begins();
  const std::string before = kiosk.stored();
  CHECK(shown(kiosk).find("  3: 2026-02 2026-04\n  2026: 2016-03 2025-03 2027-03 2036-03\n"
                          "  6 blanks *1=2026-03-01 31=2026-03-31\n") != std::string::npos);
  kiosk.does(event::Browse{"q", "2024-02"});
  CHECK(shown(kiosk).find("  3 blanks 1=2024-02-01 29=2024-02-29\n") != std::string::npos);
  CHECK(kiosk.stored() == before);
  kiosk.does(event::Browse{"q", "nonsense"}).does(event::Write{"q", "2024-02-29"});
  CHECK(shown(kiosk).find("  3 blanks 1=2024-02-01 x29=2024-02-29\n") != std::string::npos);
  kiosk.does(event::Browse{"q", "2100-12"});
  CHECK(shown(kiosk).find("  12: 2100-11\n  2100: 2090-12 2099-12\n") != std::string::npos);
}

TEST_CASE("a month is chosen among twelve, a year among twenty") {
  AtKiosk month = asks("date", "", "month-year");
  month.begins().does(event::Write{"q", "1950-05-01"});
  CHECK(shown(month).find("  1950: 1940-05 1949-05 1951-05 1960-05\n"
                          "  0 blanks 1=1950-01-01 x5=1950-05-01 12=1950-12-01\n") != std::string::npos);
  AtKiosk year = asks("date", "", "year");
  year.begins().does(event::Browse{"q", "1955-01"});
  CHECK(shown(year).find("  1940–1959: 1920-01 1960-01\n  0 blanks 1940=1940-01-01 1959=1959-01-01\n") !=
        std::string::npos);
}

TEST_CASE("a day chosen for a moment keeps its time") {
  AtKiosk kiosk = asks("dateTime");
  kiosk.begins().does(event::Write{"q", "2026-02-28T23:59:00.000Z"});
  CHECK(shown(kiosk).find("  6 blanks 1=2026-02-01T23:59:00.000+00:00 x28=2026-02-28T23:59:00.000+00:00\n") !=
        std::string::npos);
}

TEST_CASE("points are divided with what is left in sight, and none can be given more") {
  AtKiosk kiosk = points();
  kiosk.begins();
  CHECK(kiosk.screen() ==
        "question en\n100% progress question_number 1 1\n? split: Divide\n"
        "  split/trees: Trees '0' 0.00 no no 10 1\n"
        "  split/homes: Homes '0' 0.00 no no 10 1\n"
        "  split/roads: Roads '0' 0.00 no no 10 1\n"
        "  points_left 100 0.00\n  points\nnext: finish | leave: leave\n");
  kiosk.does(event::Write{"split/trees", "95"}).does(event::Write{"split/homes", "3"});
  CHECK(shown(kiosk) ==
        "  split/trees: Trees '95' 0.95 85 94 97 96\n"
        "  split/homes: Homes '3' 0.03 0 2 5 4\n"
        "  split/roads: Roads '0' 0.00 no no 2 1\n"
        "  points_left 2 0.98\n  [clear]\n  points\n");
  kiosk.does(event::Next{});
  CHECK(shown(kiosk).find("! complaint_total 100") != std::string::npos);
  kiosk.does(event::Write{"split/homes", "5"});
  CHECK(shown(kiosk).find("  split/homes: Homes '5' 0.05 0 4 no no\n") != std::string::npos);
  CHECK(shown(kiosk).find("  points_done 1.00\n") != std::string::npos);
  kiosk.does(event::Next{});
  CHECK(kiosk.stored().starts_with("finished en split/trees=95 split/homes=5 split/roads=0 "));
}

TEST_CASE("points are taken back together, and refused together") {
  AtKiosk kiosk = points("yes");
  kiosk.begins().does(event::Write{"split/trees", "40"}).does(event::Write{"split", ""});
  CHECK(shown(kiosk).find("  points_left 100 0.00\n") != std::string::npos);
  kiosk.does(event::Refuse{"split"});
  CHECK(shown(kiosk).find("  [x] refuse\n") != std::string::npos);
  kiosk.does(event::Refuse{"split"}).does(event::Refuse{"split"}).does(event::Next{});
  CHECK(
      kiosk.stored().starts_with("finished en split/trees:refused split/homes:refused split/roads:refused "));
}

TEST_CASE("whatever is touched, there is a valid value or none") {
  struct Asked {
    const char *type, *parameters, *appearance;
  };
  for (const Asked& asked : {Asked{"range", "start=-3 end=4 step=0.7", ""},
                             {"range", "", "rating"},
                             {"range", "start=5 end=-5", "picker"},
                             {"integer", "", "counter"},
                             {"date", "", ""},
                             {"date", "", "month-year"},
                             {"date", "", "year"},
                             {"time", "", ""},
                             {"dateTime", "", ""}}) {
    std::mt19937 random{7};
    AtKiosk kiosk = asks(asked.type, asked.parameters, asked.appearance);
    kiosk.begins();
    PlainUi ui;
    for (int touches = 0; touches < 100; ++touches) {
      std::vector<Target> targets = ui.targets(kiosk.kiosk().view(kiosk.now()));
      std::erase_if(targets,
                    [](const Target& target) { return target.name.find(":q") == std::string::npos; });
      const Target& target = targets.at(random() % targets.size());
      const auto event = ui.tap(kiosk.kiosk().view(kiosk.now()), target.name);
      REQUIRE(event.has_value());
      kiosk.does(*event);
      if (random() % 4 == 0)
        kiosk.does(event::Slide{"q", static_cast<long>(random() % 40) - 20, random() % 2 == 0});
    }
    kiosk.does(event::Next{});
    CHECK_MESSAGE(kiosk.screen().find("? n: N") != std::string::npos, asked.type << asked.appearance);
  }
}
