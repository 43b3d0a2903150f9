// What expressions see of a visit: names, paths, predicates, lists, other questions' types.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

// Two houses with two and one rooms; `formula` is computed inside the second room of the first house, and at
// the end.
struct Value {
  std::string inside, outside;
};

Value value_of(const std::string& formula) {
  Scenario visit{R"(
| survey |
| | type           | name   | label  | repeat_count | calculation |
| | text           | street | Street |              |             |
| | begin_repeat   | house  | House  | 2            |             |
| | integer        | number | Number |              |             |
| | begin_repeat   | room   | Room   | 3 - position(..) |         |
| | decimal        | area   | Area   |              |             |
| | calculate      | inside |        |              | )" +
                 formula + R"( |
| | end_repeat     |        |        |              |             |
| | end_repeat     |        |        |              |             |
| | select_one kind | kind  | Kind   |              |             |
| | calculate      | outside |       |              | )" +
                 formula + R"( |
| choices |
| | list_name | name | label | legs |
| | kind      | cat  | Cat   | 4    |
| | kind      | bird | Bird  | 2    |
| | kind      | fish | Fish  |      |
)"};
  visit.answer("street", "Quay").answer("house[1]/number", "7");
  visit.answer("house[1]/room[1]/area", "10").answer("house[1]/room[2]/area", "12.5");
  visit.answer("house[2]/number", "9").answer("house[2]/room[1]/area", "30").answer("kind", "bird");
  Value value;
  for (const auto& [path, answer] : visit.visit().response(Status::finished, visit.now()).answers) {
    if (path == "house[1]/room[2]/inside") value.inside = answer.value;
    if (path == "outside") value.outside = answer.value;
  }
  return value;
}

std::string inside(const std::string& formula) { return value_of(formula).inside; }
std::string outside(const std::string& formula) { return value_of(formula).outside; }

}  // namespace

TEST_CASE("a name is the nearest question of that name, from outside of a repeat all of them") {
  CHECK(inside("${area}") == "12.5");
  CHECK(inside("${number}") == "7");
  CHECK(inside("${street}") == "Quay");
  CHECK(inside("count(${room})") == "1");
  CHECK(inside("sum(${area})") == "12.5");
  CHECK(outside("${area}") == "10");
  CHECK(outside("sum(${area})") == "52.5");
  CHECK(outside("count(${room})") == "3");
  CHECK(outside("join(' ', ${number})") == "7 9");
  CHECK(outside("max(${area})") == "30");
  CHECK(outside("count-non-empty(${number})") == "2");
}

TEST_CASE("paths go by child, parent and self") {
  CHECK(inside("../area") == "12.5");
  CHECK(inside("../../number") == "7");
  CHECK(inside("../../../street") == "Quay");
  CHECK(inside("current()/../area") == "12.5");
  CHECK(inside("position(..)") == "2");
  CHECK(inside("position(../..)") == "1");
  CHECK(inside("count(../../room)") == "2");
  CHECK(inside("sum(../../room/area)") == "22.5");
  CHECK(inside("../../room[position() = 1]/area") == "10");
  CHECK(inside("../../room[1]/area") == "10");
  CHECK(inside("../../room[area > 11]/area") == "12.5");
  CHECK(inside("../../room[position() = position(current()/..) - 1]/area") == "10");
  CHECK(inside("count(../*)") == "2");
}

TEST_CASE("an absolute path means the same repeat where there is one, and all of them from outside") {
  CHECK(inside("/data/house/number") == "7");
  CHECK(inside("/data/street") == "Quay");
  CHECK(inside("count(/data/house)") == "2");
  CHECK(inside("/data/house[2]/number") == "9");
  CHECK(outside("sum(/data/house/number)") == "16");
  CHECK(outside("count(/data/house/room)") == "3");
  CHECK(outside("count(/data/house[number = 9]/room)") == "1");
}

TEST_CASE("a repeat is looked up by its index, from 1") {
  CHECK(inside("indexed-repeat(${number}, ${house}, 2)") == "9");
  CHECK(inside("indexed-repeat(${area}, ${house}, 1, ${room}, 1)") == "10");
  CHECK(outside("indexed-repeat(/data/house/room/area, /data/house, 2, /data/house/room, 1)") == "30");
  CHECK(outside("indexed-repeat(${number}, ${house}, 3)") == "");
}

TEST_CASE("choices are data with a column each") {
  CHECK(outside("instance('kind')/root/item[name = ${kind}]/legs") == "2");
  CHECK(outside("count(instance('kind')/root/item)") == "3");
  CHECK(outside("count(instance('kind')/root/item[legs != ''])") == "2");
  CHECK(outside("join(',', instance('kind')/root/item/name)") == "cat,bird,fish");
  CHECK(outside("join(',', randomize(instance('kind')/root/item/name, 1))") == "bird,cat,fish");
  CHECK(outside("instance('kind')/root/item[position() = 3]/label") == "Fish");
  CHECK(outside("boolean(instance('kind')/root/item[name = 'cat'])") == "true");
  CHECK(outside("boolean(instance('kind')/root/item[name = 'dog'])") == "false");
  CHECK(outside("jr:choice-name(${kind}, '${kind}')") == "Bird");
  CHECK(outside("jr:choice-name('cat', ' /data/kind ')") == "Cat");
}

TEST_CASE("a node-set equals a value when one of its nodes does") {
  CHECK(outside("${number} = 9") == "true");
  CHECK(outside("${number} != 9") == "true");
  CHECK(outside("${number} > 9") == "false");
  CHECK(outside("${number} = ''") == "false");
}

TEST_CASE("a union has each node once, in the order of the form") {
  // In the Markdown layout a bar ends a cell, so this one is a .csv.
  const LoadedForm loaded =
      load_form_from_bytes("t.csv",
                           "survey\n,type,name,label,calculation\n,text,a,A,\n,text,b,B,\n"
                           ",calculate,c,,\"join(' ', ${b} | ../a | /data/b)\"\n",
                           {});
  REQUIRE(loaded.form);
  const Moment now{};
  Visit visit(*loaded.form, {}, now);
  visit.answer("a", "1", now);
  REQUIRE(visit.next(now));
  visit.answer("b", "2", now);
  CHECK(visit.response(Status::finished, now).answers.at(2).second.value == "1 2");
}
