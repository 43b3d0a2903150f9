// How many questions there are and which one this is: a promise that is kept.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

/// A form with the columns that matter here.
std::string form(const std::string& rows) {
  return "| survey |\n| | type | name | label | relevant | repeat_count | appearance | parameters |\n" +
         rows + "| choices |\n| | list_name | name | label |\n| | yn | yes | Yes |\n| | yn | no | No |\n";
}

/// What is said on each screen to the end, when every answer is `value`.
std::string walk(Scenario& visit, const std::string& value) {
  std::string all;
  double part = 0;
  for (int screens = 0; !visit.visit().at_end() && screens < 100; ++screens, visit.next()) {
    all += visit.counted() + "\n";
    CHECK(visit.visit().progress().part >= part);
    part = visit.visit().progress().part;
    for (const Prompt& prompt : visit.visit().prompts())
      if (prompt.row->is_counted()) visit.fill(prompt.path, value);
  }
  CHECK(visit.visit().progress().part == 1);
  return all;
}

const std::string branches = form(
    "| | note | hello | Hello | | | | |\n"
    "| | select_one yn | garden | A garden? | | | | |\n"
    "| | text | size | How large? | ${garden} = 'yes' | | | |\n"
    "| | select_one yn | tree | A tree? | ${garden} = 'yes' | | | |\n"
    "| | text | kind | Which? | ${tree} = 'yes' | | | |\n"
    "| | note | so_far | So far | | | | |\n"
    "| | text | idea | An idea? | | | | |\n");

}  // namespace

TEST_CASE("the number of questions is settled as soon as the answers that decide it are given") {
  Scenario yes{branches};
  CHECK(walk(yes, "yes") == "- of 2 to 5\n1 of 2 to 5\n2 of 4 to 5\n3 of 4 to 5\n4 of 5\n- of 5\n5 of 5\n");
  Scenario no{branches};
  CHECK(walk(no, "no") == "- of 2 to 5\n1 of 2 to 5\n- of 2\n2 of 2\n");
}

TEST_CASE("an answer changes the numbers when the visitor goes on from it, and going back brings them back") {
  Scenario visit{branches};
  visit.next().fill("garden", "no");
  CHECK(visit.counted() == "1 of 2 to 5");
  visit.next().next();
  CHECK(visit.counted() == "2 of 2");
  const double last = visit.visit().progress().part;
  visit.back().back();
  CHECK(visit.counted() == "1 of 2 to 5");
  CHECK(visit.visit().progress().part < last);
  visit.answer("garden", "yes");
  CHECK(visit.counted() == "2 of 4 to 5");
}

TEST_CASE("all questions of a screen are counted, points that are divided and a word on other as one") {
  Scenario visit{
      form("| | begin group | now | Now | | | field-list | |\n"
           "| | note | hello | Hello | | | | |\n"
           "| | text | green | Green? | | | | |\n"
           "| | text | water | Water? | | | | |\n"
           "| | end group | | | | | | |\n"
           "| | begin group | share | Share | | | field-list points | total=10 |\n"
           "| | integer | trees | Trees | | | | |\n"
           "| | integer | cars | Cars | | | | |\n"
           "| | end group | | | | | | |\n"
           "| | select_one yn or_other | why | Why? | | | | |\n")};
  CHECK(visit.counted() == "1-2 of 4");
  visit.next();
  CHECK(visit.counted() == "3 of 4");
  visit.fill("share/trees", "4").fill("share/cars", "6").next().fill("why", "other");
  CHECK(visit.counted() == "4 of 4");
}

TEST_CASE("a repeat that goes on as long as the visitor wants promises the least") {
  Scenario visit{
      form("| | text | who | Who? | | | | |\n"
           "| | begin repeat | place | Place | | | | |\n"
           "| | text | name | Name? | | | | |\n"
           "| | select_one yn | tree | A tree? | | | | |\n"
           "| | text | kind | Which? | ${tree} = 'yes' | | | |\n"
           "| | end repeat | | | | | | |\n"
           "| | text | idea | An idea? | | | | |\n")};
  CHECK(visit.counted() == "1 of 4 or more");
  std::vector<double> parts;
  const auto look = [&] { parts.push_back(visit.visit().progress().part); };
  look(), visit.next(), look(), visit.next(), look();
  CHECK(visit.counted() == "3 of 4 or more");
  visit.answer("place[1]/tree", "no"), look();
  CHECK(visit.counted() == "- of 4 or more");
  visit.visit().add_instance("place", visit.now()), look();
  CHECK(visit.counted() == "4 of 6 or more");
  visit.next(), look(), visit.answer("place[2]/tree", "yes"), look();
  CHECK(visit.counted() == "6 of 7 or more");
  visit.next(), look(), visit.next(), look();
  CHECK(visit.counted() == "7 of 7");
  CHECK(std::ranges::is_sorted(parts));
}

TEST_CASE("in a later turn of a repeat nothing is settled by what was answered in this one") {
  Scenario visit{
      form("| | begin repeat | place | Place | | 2 | | |\n"
           "| | select_one yn | tree | A tree? | | | | |\n"
           "| | text | kind | Which? | ${tree} = 'yes' | | | |\n"
           "| | end repeat | | | | | | |\n")};
  CHECK(walk(visit, "yes") == "1 of 2 to 4\n2 of 3 to 4\n3 of 3 to 4\n4 of 4\n");
}

TEST_CASE("what an earlier turn of a repeat did not ask stays settled") {
  Scenario visit{
      form("| | begin repeat | place | Place | | 2 | | |\n"
           "| | select_one yn | tree | A tree? | | | | |\n"
           "| | text | kind | Which? | ${tree} = 'yes' | | | |\n"
           "| | text | name | Name? | | | | |\n"
           "| | end repeat | | | | | | |\n")};
  CHECK(walk(visit, "no") == "1 of 4 to 6\n2 of 4 to 5\n3 of 4 to 5\n4 of 4\n");
}

TEST_CASE("a turn that its own position leaves out brings nothing back that was settled") {
  Scenario visit{
      form("| | begin repeat | place | Place | position(.) != 2 | 3 | | |\n"
           "| | select_one yn | tree | A tree? | | | | |\n"
           "| | text | kind | Which? | ${tree} = 'yes' | | | |\n"
           "| | text | name | Name? | | | | |\n"
           "| | end repeat | | | | | | |\n")};
  CHECK(walk(visit, "no") == "1 of 4 to 6\n2 of 4 to 5\n3 of 4 to 5\n4 of 4\n");
}

TEST_CASE("a repeat that an answer counts has as many questions as that says") {
  Scenario visit{
      form("| | integer | count | How many? | | | | |\n"
           "| | begin repeat | place | Place | | ${count} | | |\n"
           "| | text | name | Name? | | | | |\n"
           "| | end repeat | | | | | | |\n"
           "| | text | idea | An idea? | | | | |\n")};
  CHECK(visit.counted() == "1 of 2 or more");
  visit.answer("count", "3");
  CHECK(visit.counted() == "2 of 5");
}

TEST_CASE("what depends on a calculation depends on the answers that it reads") {
  Scenario visit{R"(
| survey |
| | type | name | label | relevant | calculation |
| | integer | age | Age? | | |
| | calculate | old | | | if(${age} > 60, 'yes', 'no') |
| | text | between | Between? | | |
| | text | lift | A lift? | ${old} = 'yes' | |
)"};
  CHECK(visit.counted() == "1 of 2 to 3");
  visit.answer("age", "70");
  CHECK(visit.counted() == "2 of 3");
}

TEST_CASE("a form without a question has a bar all the same") {
  Scenario visit{form("| | note | a | A | | | | |\n| | note | b | B | | | | |\n")};
  CHECK(visit.counted() == "- of 0");
  CHECK(visit.visit().progress().part == 0.5);
}

TEST_CASE("to count a thousand questions evaluates nothing") {
  std::string rows;
  for (int i = 0; i < 1000; ++i)
    rows += fmt::format("| | text | q{} | Q | {} | | | |\n", i,
                        i > 0 ? fmt::format("${{q{}}} != ''", i - 1) : "");
  const Scenario visit{form(rows)};
  CHECK(visit.counted() == "1 of 1 to 1000");
  Scenario other{form(rows)};
  const long before = other.visit().evaluations();
  (void)other.visit().progress();
  CHECK(other.visit().evaluations() == before);
}
