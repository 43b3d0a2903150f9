// Every screen on every display in every language: what is touched is large enough and apart, no text is cut
// off or lies on another.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"

using namespace buurtpeil;

namespace {

struct Named {
  const char* name;
  Display display;
};
const std::vector<Named> displays = {{"landscape", {1920, 1080, 0.277F}}, {"portrait", {1080, 1920, 0.363F}},
                                     {"tablet", {1280, 800, 0.170F}},     {"upright", {800, 1280, 0.170F}},
                                     {"window", {1280, 800, 0.277F}},     {"laptop", {1920, 1080, 0.180F}}};

constexpr float least_target_mm = 12.7F;
constexpr float least_gap_mm = 2.54F;
constexpr float tolerance_px = 0.5F;

std::string in_words(const Box& box) {
  return std::to_string(static_cast<int>(box.x)) + "," + std::to_string(static_cast<int>(box.y)) + " " +
         std::to_string(static_cast<int>(box.width)) + "x" + std::to_string(static_cast<int>(box.height));
}

// Between the nearest edges of two boxes that do not overlap.
float distance(const Box& a, const Box& b) {
  const float across = std::max(a.x, b.x) - std::min(right(a), right(b));
  const float down = std::max(a.y, b.y) - std::min(bottom(a), bottom(b));
  return std::max(across, down);
}

bool within(const Box& inner, const Box& outer, float tolerance) {
  return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
         right(inner) <= right(outer) + tolerance && bottom(inner) <= bottom(outer) + tolerance;
}

std::string target_faults(const UiRobot& robot, const std::vector<Target>& targets) {
  const float mm = 1 / robot.display().mm_per_pixel;
  const Box screen{0, 0, static_cast<float>(robot.display().width_px),
                   static_cast<float>(robot.display().height_px)};
  std::string faults;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const Target& target = targets[i];
    if (!target.reachable) continue;
    if (std::min(target.box.width, target.box.height) < least_target_mm * mm - tolerance_px)
      faults += "  " + target.name + " is too small: " + in_words(target.box) + "\n";
    if (!within(target.box, screen, 0))
      faults += "  " + target.name + " leaves the screen: " + in_words(target.box) + "\n";
    for (std::size_t j = 0; j < i; ++j) {
      if (targets[j].reachable && distance(target.box, targets[j].box) < least_gap_mm * mm - tolerance_px)
        faults += "  " + target.name + " is too near to " + targets[j].name + "\n";
    }
  }
  return faults;
}

// Texts that scroll may be cut by the edge of their page, but never at the sides.
std::string text_faults(const UiRobot& robot, const std::vector<Target>& targets,
                        const std::vector<DrawnText>& texts) {
  const auto height = static_cast<float>(robot.display().height_px);
  std::string faults;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const DrawnText& text = texts[i];
    const Box seen = common(text.box, text.clip);
    if (seen.width < 1 || seen.height < 1) continue;
    const bool scrolls = text.clip.height < height - 1;
    Box room = text.clip;
    if (scrolls) room.y = text.box.y, room.height = text.box.height;
    if (!within(text.box, room, 1)) faults += "  cut off: " + text.words + "\n";
    for (std::size_t j = 0; j < i; ++j) {
      const Box both = common(seen, common(texts[j].box, texts[j].clip));
      if (both.width > 1 && both.height > 1)
        faults += "  on each other: " + text.words + " / " + texts[j].words + "\n";
    }
    for (const Target& target : targets) {
      const bool of_target = target.reachable && contains(target.box, middle_x(seen), middle_y(seen));
      // A line's box is higher than its letters are, most of all in Arabic.
      const Box letters = inset(text.box, 0, text.box.height * 0.1F);
      if (of_target && !scrolls && !within(letters, target.box, 1))
        faults += "  larger than " + target.name + ": " + text.words + "\n";
      const bool beside = target.reachable && !of_target && overlap(inset(target.box, 1), inset(seen, 1));
      if (beside && !scrolls) faults += "  under " + target.name + ": " + text.words + "\n";
    }
  }
  return faults;
}

const std::vector<std::string> screens_of_questions = {"question_choices",
                                                       "question_refused",
                                                       "question_several",
                                                       "question_complaint",
                                                       "question_list",
                                                       "question_note",
                                                       "question_mixed",
                                                       "question_many",
                                                       "question_text_empty",
                                                       "question_text",
                                                       "question_text_complaint",
                                                       "question_number",
                                                       "question_number_complaint"};

}  // namespace

TEST_CASE("targets are large and apart, texts whole, on every screen") {
  for (const auto& [shape, display] : displays) {
    for (const std::string& language : sample_languages()) {
      UiRobot robot(display);
      for (const auto& [name, view] : sample_views(language)) {
        robot.show(view);
        const std::string faults = target_faults(robot, robot.ui().targets()) +
                                   text_faults(robot, robot.ui().targets(), robot.ui().texts());
        CHECK_MESSAGE(faults.empty(), std::string(shape) << " " << language << " " << name << ":\n"
                                                         << faults);
      }
    }
  }
}

TEST_CASE("the ways on and out are reachable and in the same place on every question") {
  for (const auto& [shape, display] : displays) {
    for (const std::string& language : sample_languages()) {
      UiRobot robot(display);
      for (const std::string target : {"next", "back", "leave", "language"}) {
        std::string first;
        for (const std::string& name : screens_of_questions) {
          robot.show(sample_view(name, language));
          const Target* found = robot.target(target);
          REQUIRE(found != nullptr);
          CHECK(found->reachable);
          if (first.empty()) first = in_words(found->box);
          CHECK_MESSAGE(in_words(found->box) == first,
                        std::string(shape) << " " << language << " " << name << " " << target);
        }
      }
    }
  }
}

TEST_CASE("a right-to-left page is the mirror of a left-to-right one") {
  for (const auto& [shape, display] : displays) {
    std::string there, here;
    const auto width = static_cast<float>(display.width_px);
    for (const Direction direction : {Direction::left_to_right, Direction::right_to_left}) {
      UiRobot robot(display);
      View view = sample_view("question_several", "ar");
      std::get<QuestionView>(view).page.direction = direction;
      robot.show(view);
      for (const Target& target : robot.ui().targets()) {
        const bool turned = direction == Direction::right_to_left;
        (turned ? there : here) +=
            target.name + " " + in_words(turned ? mirrored(target.box, width) : target.box) + "\n";
      }
    }
    CHECK_MESSAGE(there == here, std::string(shape));
  }
}

TEST_CASE("tapping more reaches every choice, and up comes back") {
  for (const auto& [shape, display] : displays) {
    for (const std::string& language : sample_languages()) {
      UiRobot robot(display);
      const View view = sample_view("question_several", language);
      robot.show(view);
      std::string missed = " energy homes meeting parking shops traffic trees water";
      for (int pages = 0; pages < 12 && !missed.empty(); ++pages) {
        for (const Target& target : robot.ui().targets()) {
          const std::size_t at = target.reachable && target.name.starts_with("choice:themes=")
                                     ? missed.find(" " + target.name.substr(14))
                                     : std::string::npos;
          if (at != std::string::npos) missed.erase(at, target.name.size() - 13);
        }
        if (robot.target("more")) robot.tap(view, "more");
        robot.show(view);
      }
      CHECK_MESSAGE(missed == "", std::string(shape) << " " << language);
      while (robot.target("up")) {
        robot.tap(view, "up");
        robot.show(view);
      }
      CHECK(robot.target("choice:themes=" + std::string("trees")) != nullptr);
    }
  }
}
