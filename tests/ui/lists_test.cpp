// A finger on lists: what is dragged to another place, what is opened and closed, the cells of a table, and
// what follows "other".
#include <doctest/doctest.h>

#include <algorithm>
#include <cfloat>
#include <string>
#include <vector>

#include <imgui.h>

#include "support/displays.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"

using namespace buurtpeil;

namespace {

struct Point {
  float x, y;
};

// Names of the targets that begin so, without that, in the order in which they are drawn.
std::string rest_of_targets(UiRobot& robot, const std::string& prefix) {
  std::string names;
  for (const Target& target : robot.ui().targets())
    if (target.name.starts_with(prefix))
      names += (names.empty() ? "" : " ") + target.name.substr(prefix.size());
  return names;
}

Box box_of(UiRobot& robot, const std::string& name) {
  const Target* target = robot.target(name);
  REQUIRE_MESSAGE(target != nullptr, name);
  return target->box;
}

// The dots at the end of a card; on a right-to-left page its end is on the left.
Point handle_of(const Box& card, const View& view) {
  const bool turned = std::get<QuestionView>(view).page.direction == Direction::right_to_left;
  return {turned ? card.x + 30 : right(card) - 30, middle_y(card)};
}

// Drags one card by its handle to the place of another.
std::string drag(UiRobot& robot, const View& view, const std::string& card, const std::string& to) {
  robot.show(view);
  const Point handle = handle_of(box_of(robot, "rank:themes=" + card), view);
  const float y = middle_y(box_of(robot, "rank:themes=" + to));
  return in_words(robot.drag(view, handle.x, handle.y, handle.x, y));
}

// The finger comes down, moves and stays there; what that gives in so many pictures, each thing once.
std::string hold(UiRobot& robot, const View& view, Point from, Point to, int pictures) {
  ImGuiIO& io = ImGui::GetIO();
  std::string events;
  const auto draw = [&] {
    const std::string words = in_words(robot.frame(view));
    if (!events.ends_with(words)) events += (events.empty() ? "" : ", ") + words;
  };
  io.AddMousePosEvent(from.x, from.y);
  io.AddMouseButtonEvent(0, true);
  draw();
  io.AddMousePosEvent(to.x, to.y);
  for (int picture = 0; picture < pictures; ++picture) draw();
  return events;
}

std::string let_go(UiRobot& robot, const View& view) {
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  const std::string words = in_words(robot.frame(view));
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  robot.frame(view);
  return words;
}

// With a text in sight.
bool is_shown(UiRobot& robot, const std::string& words) {
  return std::ranges::any_of(robot.ui().texts(), [&](const DrawnText& text) {
    return text.words == words && common(text.box, text.clip).height > 1;
  });
}

}  // namespace

// ---- rank ----

TEST_CASE("a card is dragged by its handle to another place, on every display and on a mirrored page") {
  for (const Display display : {landscape, portrait, tablet, upright}) {
    for (const std::string language : {"nl", "ar"}) {
      UiRobot robot(display);
      const View view = sample_view("question_rank_some", language);
      robot.show(view);
      while (robot.target("more") && !robot.target("rank:themes=meeting")->reachable) {
        robot.tap(view, "more");
        robot.show(view);
      }
      CHECK(drag(robot, view, "meeting", "homes") == "write themes=energy meeting homes");
      CHECK(drag(robot, view, "homes", "meeting") == "write themes=energy meeting homes");
      CHECK(drag(robot, view, "homes", "homes") == "touch");
    }
  }
}

TEST_CASE("while a card is dragged the others make room, and nothing is written before it is let go") {
  UiRobot robot(landscape);
  const View view = sample_view("question_rank_some", "nl");
  robot.show(view);
  const Box first = box_of(robot, "rank:themes=energy"), third = box_of(robot, "rank:themes=meeting");
  const Point handle = handle_of(first, view);
  CHECK(hold(robot, view, handle, {handle.x, middle_y(third)}, 5) == "touch, none");
  const std::vector<DrawnText>& texts = robot.ui().texts();
  const auto y_of = [&](const std::string& words) {
    return std::ranges::find(texts, words, &DrawnText::words)->box.y;
  };
  CHECK(y_of("Betaalbare woningen") < bottom(first));
  CHECK(y_of("Een lage energierekening") > third.y);
  CHECK(let_go(robot, view) == "write themes=homes meeting energy");
}

TEST_CASE("at the page's end the page moves under a card that is dragged") {
  for (const Display display : {landscape, tablet}) {
    UiRobot robot(display);
    const View view = sample_view("question_rank_all", "nl");
    robot.show(view);
    const Point handle = handle_of(box_of(robot, "rank:themes=energy"), view);
    const float edge = box_of(robot, "next").y - 20;
    CHECK(hold(robot, view, handle, {handle.x, edge}, 400) == "touch, none");
    CHECK(rest_of_targets(robot, "rank:themes=").contains("pump"));
    CHECK(let_go(robot, view) ==
          "write themes=homes meeting parking shops traffic trees water insulate landlord network pump "
          "energy");
  }
}

TEST_CASE("a finger on a card of a page that scrolls scrolls it, whatever card it is on") {
  UiRobot robot(tablet);
  const View view = sample_view("question_rank_all", "nl");
  robot.show(view);
  const Box card = box_of(robot, "rank:themes=energy");
  const float x = card.x + 100, y = middle_y(card);
  CHECK(in_words(robot.drag(view, x, y, x, y - 300)) == "touch");
  CHECK(box_of(robot, "rank:themes=energy").y < card.y - 200);
}

TEST_CASE("on a page that does not scroll a card is dragged wherever the finger is on it") {
  UiRobot robot(portrait);
  const View view = sample_view("question_rank", "nl");
  robot.show(view);
  REQUIRE(!robot.target("more"));
  const Box card = box_of(robot, "rank:themes=parking");
  const float x = card.x + 100, below = middle_y(box_of(robot, "rank:themes=homes"));
  CHECK(in_words(robot.drag(view, x, middle_y(card), x, below)) == "write themes=homes parking");
}

TEST_CASE("a tap takes a card out of the order, on its handle it does nothing") {
  for (const Display display : {portrait, tablet}) {
    UiRobot robot(display);
    const View view = sample_view("question_rank", "nl");
    robot.show(view);
    const Box card = box_of(robot, "rank:themes=parking");
    CHECK(in_words(robot.tap(view, "rank:themes=parking")) == "choose themes=parking");
    const Point handle = handle_of(card, view);
    CHECK(in_words(robot.tap_at(view, handle.x, handle.y)) == "touch");
  }
}

TEST_CASE("the first card has no way up, the last one none down") {
  UiRobot robot(portrait);
  robot.show(sample_view("question_rank", "nl"));
  CHECK(rest_of_targets(robot, "rank:themes=") == "parking homes parking:down homes:up");
  CHECK(rest_of_targets(robot, "choice:themes=") == "meeting energy shops");
}

// ---- closed lists ----

TEST_CASE("a closed list is opened by a tap, and closes when its answer is chosen") {
  for (const Display display : {landscape, upright}) {
    UiRobot robot(display);
    const View view = sample_view("question_closed", "nl");
    robot.show(view);
    CHECK(rest_of_targets(robot, "choice:") == "");
    CHECK(is_shown(robot, "Kies uit de lijst"));
    CHECK(in_words(robot.tap(view, "open:field")) == "touch");
    robot.show(view);
    CHECK(rest_of_targets(robot, "choice:") == "field=green field=high_half field=homes field=low_half");
    CHECK(in_words(robot.tap(view, "choice:field=homes")) == "choose field=homes");
    robot.show(view);
    CHECK(rest_of_targets(robot, "choice:") == "");
    robot.tap(view, "open:field");
    robot.tap(view, "open:field");
    robot.show(view);
    CHECK(rest_of_targets(robot, "choice:") == "");
  }
}

TEST_CASE("of several closed lists one is open, and of several answers it stays open until it is closed") {
  UiRobot robot(portrait);
  const View view = sample_view("question_closed_listed", "nl");
  robot.show(view);
  CHECK(rest_of_targets(robot, "open:") == "heating themes field");
  robot.tap(view, "open:heating");
  robot.show(view);
  CHECK(rest_of_targets(robot, "choice:heating=") == "insulate landlord network pump unknown");
  robot.tap(view, "open:themes");
  robot.show(view);
  CHECK(rest_of_targets(robot, "choice:heating=") == "");
  CHECK(in_words(robot.tap(view, "choice:themes=trees")) == "choose themes=trees");
  robot.show(view);
  CHECK(rest_of_targets(robot, "choice:").starts_with("themes=energy themes=homes"));
  CHECK(in_words(robot.tap(view, "close:themes")) == "touch");
  robot.show(view);
  CHECK(rest_of_targets(robot, "choice:") == "");
  CHECK(
      is_shown(robot, "Een lage energierekening, Plekken om elkaar te ontmoeten, Rustig en veilig verkeer"));
}

TEST_CASE("a long list has the page for itself with a search, and gives it back as it was") {
  for (const Display display : {landscape, portrait, tablet, upright}) {
    View view = sample_view("question_closed_listed", "nl");
    auto& fields = std::get<QuestionView>(view).fields;
    const View alone = sample_view("question_closed_long", "nl");
    fields.push_back(std::get<QuestionView>(alone).fields.front());
    std::get<ChoiceField>(fields.back()).path = "long";
    UiRobot robot(display);
    robot.show(view);
    while (robot.target("more")) robot.tap(view, "more"), robot.show(view);
    const float y = box_of(robot, "open:long").y;
    robot.tap(view, "open:long");
    robot.show(view);
    CHECK(rest_of_targets(robot, "open:") == "");
    CHECK(robot.target("key:a") == nullptr);
    CHECK(robot.target("close:long")->reachable);
    robot.tap(view, "field:search:long");
    robot.type(view, "1234");
    robot.show(view);
    CHECK(rest_of_targets(robot, "choice:") == "long=tree1234");
    CHECK(in_words(robot.tap(view, "choice:long=tree1234")) == "choose long=tree1234");
    robot.show(view);
    CHECK(robot.target("key:a") == nullptr);
    CHECK(box_of(robot, "open:long").y == y);
    robot.tap(view, "open:long");
    robot.show(view);
    CHECK(rest_of_targets(robot, "choice:").starts_with("long=insulate"));
    CHECK(in_words(robot.tap(view, "close:long")) == "touch");
    robot.show(view);
    CHECK(box_of(robot, "open:long").y == y);
  }
}

TEST_CASE("a list that is searched first opens with the keyboard") {
  for (const Display display : {landscape, portrait, tablet, upright}) {
    UiRobot robot(display);
    const View view = sample_view("question_autocomplete", "nl");
    robot.show(view);
    CHECK(robot.target("key:a") == nullptr);
    robot.tap(view, "open:heating");
    robot.show(view);
    CHECK(robot.target("key:a")->reachable);
    robot.type(view, "77");
    robot.show(view);
    CHECK(rest_of_targets(robot, "choice:heating=tree").starts_with("77 177 277"));
  }
}

TEST_CASE("next and back close a list, and are not lost") {
  for (const std::string way : {"next", "back"}) {
    UiRobot robot(tablet);
    const View view = sample_view("question_closed_long", "nl");
    robot.show(view);
    robot.tap(view, "open:heating");
    robot.show(view);
    CHECK(in_words(robot.tap(view, way)) == way);
    robot.show(view);
    CHECK(rest_of_targets(robot, "open:") == "heating");
  }
}

// ---- tables ----

TEST_CASE("the whole cell of a table is touched") {
  UiRobot robot(landscape);
  const View view = sample_view("question_table", "nl");
  robot.show(view);
  const Box cell = box_of(robot, "choice:water=3");
  CHECK(in_words(robot.tap_at(view, cell.x + 3, cell.y + 3)) == "choose water=3");
  CHECK(in_words(robot.tap_at(view, right(cell) - 3, bottom(cell) - 3)) == "choose water=3");
  CHECK(in_words(robot.tap_at(view, cell.x - 400, cell.y + 20)) == "touch");
  const View several = sample_view("question_table_several", "nl");
  robot.show(several);
  CHECK(in_words(robot.tap(several, "choice:water=too_fast")) == "choose water=too_fast");
}

TEST_CASE("the words above a table stay while its rows scroll below them") {
  UiRobot robot(landscape);
  const View view = sample_view("question_table_high", "nl");
  robot.show(view);
  CHECK(is_shown(robot, "Hoe is het nu in Tolkade?"));
  robot.tap(view, "more");
  robot.show(view);
  CHECK(!is_shown(robot, "Hoe is het nu in Tolkade?"));
  REQUIRE(is_shown(robot, "Genoeg"));
  const auto head = std::ranges::find(robot.ui().texts(), "Genoeg", &DrawnText::words);
  int reachable = 0;
  for (const Target& target : robot.ui().targets()) {
    if (!target.reachable || !target.name.starts_with("choice:")) continue;
    ++reachable;
    CHECK_MESSAGE(target.box.y >= bottom(head->box), target.name);
  }
  CHECK(reachable > 12);
}

TEST_CASE("a row without an answer says so in its place, and each may be refused in a column of its own") {
  UiRobot robot(landscape);
  const View view = sample_view("question_table_complaint", "nl");
  robot.show(view);
  CHECK(is_shown(robot, "Dat zeg ik liever niet"));
  CHECK(in_words(robot.tap(view, "refuse:shops")) == "refuse shops");
  const auto complaint = std::ranges::find_if(
      robot.ui().texts(), [](const DrawnText& text) { return text.words.starts_with("Geef een antwoord."); });
  REQUIRE(complaint != robot.ui().texts().end());
  CHECK(bottom(complaint->box) < box_of(robot, "choice:shops=enough").y);
  CHECK(complaint->box.y > bottom(box_of(robot, "choice:parking=enough")));
}

TEST_CASE("where a table does not fit each row stands below its own question") {
  UiRobot robot(upright);
  robot.show(sample_view("question_table_long", "nl"));
  const Box first = box_of(robot, "choice:energy=insulate"), second = box_of(robot, "choice:energy=landlord");
  CHECK(first.x == second.x);
  CHECK(second.y > bottom(first));
}

TEST_CASE("a row that stands alone has the words of its choices above its marks") {
  UiRobot robot(tablet);
  robot.show(sample_view("question_table_row", "nl"));
  const Box cell = box_of(robot, "choice:traffic=1");
  CHECK(cell.y == box_of(robot, "choice:traffic=5").y);
  const auto head = std::ranges::find(robot.ui().texts(), "Helemaal oneens", &DrawnText::words);
  REQUIRE(head != robot.ui().texts().end());
  CHECK(bottom(head->box) < cell.y);
}

// ---- other ----

TEST_CASE("what follows an answer comes into sight below it, and the page stays what it was") {
  for (const Display display : {landscape, portrait, tablet, upright}) {
    UiRobot robot(display);
    const View with = sample_view("question_other", "nl");
    View without = with;
    std::get<QuestionView>(without).fields.pop_back();
    robot.show(without);
    while (robot.target("more")) robot.tap(without, "more"), robot.show(without);
    const auto between = [&robot] {  // a card may be partly hidden, at its top
      return bottom(box_of(robot, "choice:heating=unknown")) - bottom(box_of(robot, "choice:heating=pump"));
    };
    const float apart = between();
    robot.show(with);
    CHECK(robot.target("field:heating_other")->reachable);
    CHECK(robot.target("key:a") == nullptr);
    CHECK(between() == apart);
  }
}
