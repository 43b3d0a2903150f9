// bench_frame [MAP]: how long a frame takes on the display of a question with five cards, of which the
// visitor touches one and another in turn: "median of the frames, ms". With a map (.mbtiles), of a question
// for a place, while a finger moves the map. tests/bench/run compares both with bare_gui's.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

#include "platform/window.h"
#include "support/sample_views.h"
#include "ui/ui.h"

using namespace buurtpeil;

namespace {

constexpr int before = 300, frames = 60;  // until all is in memory, the map painted too; then counted

View five_cards(std::size_t chosen) {
  QuestionView view = std::get<QuestionView>(sample_view("question_choices"));
  auto& options = std::get<ChoiceField>(view.fields.front()).options;
  while (options.size() < 5) {
    ChoiceField::Option another = options[0];
    another.name += std::to_string(options.size());
    options.push_back(std::move(another));
  }
  for (std::size_t at = 0; at < options.size(); ++at) options.own()[at].selected = at == chosen;
  return view;
}

// A finger that was put down in the middle of the map, and went that way.
void move_finger(ImVec2 middle, int step) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(middle.x + static_cast<float>(step % 40) * 7, middle.y);
  io.AddMouseButtonEvent(0, step > 0);
}

}  // namespace

int main(int count, char** words) {
  const bool with_map = count == 2;
  if (with_map) setenv("BUURTPEIL_SAMPLE_MAP", words[1], 1);
  constexpr Display display{1920, 1080, 0.277F};
  setenv("FONTCONFIG_FILE", BUURTPEIL_ASSETS "/fonts.conf", 1);
  auto window =
      Window::open({.mode = WindowMode::windowed, .width = display.width_px, .height = display.height_px});
  if (!window) return fmt::print(stderr, "bench_frame: {}\n", window.error()), 1;
  auto ui = Ui::create(display);
  if (!ui) return fmt::print(stderr, "bench_frame: {}\n", ui.error()), 1;
  ui->stop_motion();
  const auto attachment = window->attach();
  const View pin = sample_view("question_map_pin");
  const View views[] = {with_map ? pin : five_cards(1), with_map ? pin : five_cards(3)};
  std::vector<double> ms;
  for (int frame = 0; frame < before + frames; ++frame) {
    (void)window->wait(0);
    const auto begun = std::chrono::steady_clock::now();
    window->begin_frame();
    if (with_map) move_finger({600, 500}, std::max(0, frame - before / 2));
    (void)ui->draw(views[frame % 2]);
    window->end_frame();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    if (frame >= before) ms.push_back(took.count());
  }
  std::ranges::nth_element(ms, ms.begin() + frames / 2);
  fmt::print("{}\n", ms[frames / 2]);
}
