// A municipality's house style on the screen: its accent, its letters, its logo.
#include <doctest/doctest.h>
#include <imgui.h>

#include "support/displays.h"
#include "support/headless_ui.h"
#include "support/sample_views.h"
#include "support/temporary_folder.h"
#include "support/ui_robot.h"
#include "theme/load_style.h"

using namespace buurtpeil;

namespace {

View sample(const std::string& name) {
  for (auto& [known, view] : sample_views("nl"))
    if (known == name) return view;
  FAIL("no sample view " << name);
  return {};
}

Colour pixel(const Picture& picture, float x, float y) {
  const auto& at = picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                  static_cast<std::size_t>(x)];
  const auto byte = [](float part) { return static_cast<std::uint8_t>(part * 255 + 0.5F); };
  return {byte(at.red), byte(at.green), byte(at.blue)};
}

/// A style sheet's style, as the kiosk would load it.
HouseStyle style_of(const std::string& css) {
  const TemporaryFolder folder;
  write_file(folder / "style.css", css);
  auto loaded = load_style(folder / "style.css");
  REQUIRE_MESSAGE(loaded, (loaded ? "" : loaded.error()));
  return loaded->style;
}

constexpr const char* crest =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><rect width='30' height='10' "
    "fill='#0a0'/></svg>";

}  // namespace

TEST_CASE("a house style is seen: its page, and its accent on the button") {
  const HouseStyle style = style_of(
      ":root{--utrecht-document-background-color:#102030;--utrecht-document-color:#fff;"
      "--utrecht-button-primary-action-background-color:#ffcc00;--utrecht-button-border-radius:0}");
  UiRobot robot(tablet, style);
  robot.show(sample("question_choices"));
  const Picture picture = render(*ImGui::GetDrawData());
  const Box next = robot.target("next")->box;
  CHECK(to_hex(pixel(picture, next.x + 4, next.y + 4)) == "#FFCC00");
  CHECK(to_hex(pixel(picture, 2, 2)) == "#102030");
}

TEST_CASE("letters are those of the house style's family, wherever it is installed") {
  HouseStyle style = built_in_style();
  const auto width_of_all = [&] {
    UiRobot robot(tablet, style);
    robot.show(sample("question_choices"));
    float sum = 0;
    for (const DrawnText& text : robot.ui().texts()) sum += text.box.width;
    return sum;
  };
  const float ours = width_of_all();
  style.font = "Noto Serif";
  CHECK(width_of_all() != ours);
  style.font = "No Such Letters";
  CHECK(Ui::create(tablet, {}, style).error() == "The font family \"No Such Letters\" is not installed.");
}

TEST_CASE("a logo stands in place of the drawn house, in its proportion, as high as the header allows") {
  const TemporaryFolder folder;
  write_file(folder / "crest.svg", crest);
  HouseStyle style = built_in_style();
  style.logo = folder / "crest.svg";
  for (const char* name : {"attract", "intro", "thanks"}) {
    UiRobot robot(tablet, style);
    robot.show(sample(name));
    REQUIRE(robot.ui().pictures().size() >= 1);
    const DrawnPicture& logo = robot.ui().pictures().back();
    CHECK(logo.file == style.logo);
    CHECK(logo.state == DrawnPicture::State::shown);
    CHECK(logo.box.width == doctest::Approx(3 * logo.box.height).epsilon(0.01));
    CHECK(logo.box.height * tablet.mm_per_pixel == doctest::Approx(12.7).epsilon(0.02));
  }
}

TEST_CASE("a wide logo leaves room for what stands beside it") {
  const TemporaryFolder folder;
  write_file(
      folder / "wide.svg",
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 10'><rect width='300' height='10'/></svg>");
  HouseStyle style = built_in_style();
  style.logo = folder / "wide.svg";
  UiRobot robot(tablet, style);
  robot.show(sample("out_of_service"));
  CHECK(robot.ui().pictures().back().box.width <= 0.35F * tablet.width_px);
}
