// The look back, page by page: a question and its answer stay together.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/displays.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"

using namespace buurtpeil;

namespace {

/// What of a row is in sight.
struct SeenRow {
  bool question = false;  ///< the last line of it
  bool answer = false;    ///< enough of its first line to see that it follows
  bool whole = false;
  float height = 0, page = 0;
};

SeenRow seen_row(UiRobot& robot, const ReviewView::Entry& entry) {
  SeenRow seen;
  const Target* row = robot.target("change:" + entry.path);
  if (row == nullptr || row->in_sight <= 0) return seen;
  seen.whole = row->in_sight > 0.999F;
  seen.height = row->box.height / (row->reachable ? row->in_sight : 1);
  const Box& box = row->box;
  for (const DrawnText& text : robot.ui().texts()) {
    if (!overlap(text.box, box)) continue;
    seen.page = text.clip.height;
    const bool is_question = text.words == entry.question ||
                             (text.words.ends_with(" …") &&
                              entry.question.starts_with(text.words.substr(0, text.words.size() - 4)));
    if (is_question) seen.question = bottom(text.box) <= bottom(text.clip) + 1;
    if (text.words == entry.answer) seen.answer = bottom(text.clip) - text.box.y >= 0.35F * text.em_px;
  }
  return seen;
}

/// Of all pages that "more" turns to: rows whose question is the last thing in sight, and rows that are whole
/// on none although a page has room for them.
std::string parted_rows(UiRobot& robot, const View& view) {
  const auto& entries = std::get<ReviewView>(view).entries;
  std::set<std::string> whole;
  std::map<std::string, float> heights;
  float page_height = 0;
  std::string parted;
  robot.frame(OutOfServiceView{});
  robot.show(view);
  for (int page = 1; page < 100; ++page) {
    for (const auto& entry : entries) {
      const SeenRow seen = seen_row(robot, entry);
      if (seen.whole) whole.insert(entry.path);
      page_height = std::max(page_height, seen.page);
      if (seen.height > 0) heights[entry.path] = seen.height;
      if (seen.question && !seen.answer) parted += " " + entry.path + " on page " + std::to_string(page);
    }
    if (robot.target("more") == nullptr) break;
    robot.tap(view, "more");
    robot.show(view);
  }
  for (const auto& entry : entries)
    if (!whole.contains(entry.path) && heights[entry.path] <= page_height)
      parted += " " + entry.path + " never whole";
  return parted;
}

}  // namespace

TEST_CASE("no page of the look back ends between a question and its answer, and each pair is whole on one") {
  std::string parted;
  const auto look_at = [&](const NamedDisplay& on) {
    UiRobot robot(on.display);
    for (const std::string& language : sample_languages())
      for (const TextScale text :
           {TextScale::smaller, TextScale::normal, TextScale::larger, TextScale::largest}) {
        View view = sample_view("review", language);
        std::get<ReviewView>(view).page.look.text = text;
        if (const std::string rows = parted_rows(robot, view); !rows.empty())
          parted += std::string(on.name) + " " + language + " " + std::to_string(static_cast<int>(text)) +
                    ":" + rows + "\n";
      }
  };
  std::ranges::for_each(named_displays, look_at);
  std::ranges::for_each(more_displays, look_at);
  CHECK(parted == "");
}
