// What a frame of each view costs, in instructions as callgrind counts them: the same on every run, whatever
// else the machine does. tests/bench/frames runs it and prints the table.
//
// Each view is drawn until it rests, and then so often again; a frame that nothing changed is what a tap or a
// second of the countdown costs. "tap_few" and "tap_many" are taps on choices of a list, with all that the
// kiosk does with them and the frame that shows it. "bare" is a window of Dear ImGui's own with a text and
// three buttons.
#define DOCTEST_CONFIG_IMPLEMENT  // the kiosk of tests holds what it does against what it should
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <imgui.h>
#include <valgrind/callgrind.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "support/at_kiosk.h"
#include "support/headless_ui.h"
#include "support/sample_views.h"
#include "ui/ui.h"

using namespace buurtpeil;

namespace {

constexpr int frames = 10;  // tests/bench/frames divides by it
constexpr Display display{1920, 1080, 0.277F};

void draw_frame(const std::function<void()>& draw) {
  ImGui::NewFrame();
  draw();
  ImGui::Render();
  acknowledge_textures();
}

// Counted from the first of the frames to the last, under that name.
void count_frames(const std::string& name, const std::function<void()>& draw) {
  constexpr int until_at_rest = 60;
  for (int frame = 0; frame < until_at_rest; ++frame) draw_frame(draw);
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
  for (int frame = 0; frame < frames; ++frame) draw_frame(draw);
  CALLGRIND_DUMP_STATS_AT(name.c_str());
  CALLGRIND_STOP_INSTRUMENTATION;
}

void draw_bare() {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("bare", nullptr, ImGuiWindowFlags_NoDecoration);
  ImGui::TextUnformatted("Which tree would you like in your street?");
  for (const char* label : {"An oak", "A lime", "Next"}) ImGui::Button(label);
  ImGui::End();
}

// Of a searched list with so many choices, all as wide.
void count_taps(const std::string& name, int choices, Ui& ui) {
  std::string form =
      "| survey |\n| | type | name | label |\n| | select_multiple x | q | Q |\n| choices |\n"
      "| | list_name | name | label |\n";
  for (int i = 10'001; i <= 10'000 + choices; ++i) form += fmt::format("| | x | c{0} | Choice {0} |\n", i);
  AtKiosk kiosk{form};
  kiosk.begins();
  count_frames(name, [&, tap = 0]() mutable {
    kiosk.does(event::Choose{"q", tap++ % 2 == 0 ? "c10005" : "c10020"});
    (void)ui.draw(kiosk.kiosk().view(kiosk.now()));
  });
}

}  // namespace

int main(int count, char** arguments) {
  doctest::Context context;
  context.setAsDefaultForAssertsOutOfTestCases();
  setenv("FONTCONFIG_FILE", BUURTPEIL_ASSETS "/fonts.conf", 1);
  auto ui = Ui::create(display);
  if (!ui) return fmt::print(stderr, "bench_frames: {}\n", ui.error()), 1;
  ui->stop_motion();
  imitate_renderer(display.width_px, display.height_px);
  count_frames("bare", draw_bare);
  count_taps("tap_few", 31, *ui);
  count_taps("tap_many", 10'000, *ui);
  const std::vector<std::string_view> wanted(arguments + 1, arguments + count);
  for (const auto& [name, view] : sample_views("nl"))
    if (wanted.empty() || std::ranges::find(wanted, name) != wanted.end())
      count_frames(name, [&] {
        (void)ui->draw(view);
        ui->finish_pictures();
      });
  forget_textures();
}
