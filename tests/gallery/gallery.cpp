// Screenshots of every sample view from the real window: gallery FOLDER WIDTHxHEIGHT MM_PER_PIXEL LANGUAGE
// [TEXT [CONTRAST [THEME [VIEW]...]]]. TEXT is smaller, normal, larger or largest; CONTRAST normal, high or
// low; THEME the file of a house style; with VIEWs these alone. Needs a display that is at least as large.
// tests/gallery/run makes a page of them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/window.h"
#include "support/sample_views.h"
#include "theme/load_style.h"
#include "ui/ui.h"

using namespace buurtpeil;

namespace {

[[noreturn]] void fail(const std::string& why) {
  fmt::print(stderr, "gallery: {}\n", why);
  std::exit(1);
}

template <class E, std::size_t count>
E named(const std::array<std::string_view, count>& names, std::string_view wanted) {
  for (std::size_t index = 0; index < count; ++index)
    if (names.at(index) == wanted) return static_cast<E>(index);
  fail(fmt::format("'{}' is none of {}", wanted, fmt::join(names, ", ")));
}

constexpr std::array<std::string_view, 4> text_scales = {"smaller", "normal", "larger", "largest"};
constexpr std::array<std::string_view, 4> contrasts = {"normal", "high", "low", "dark"};

void show(Window& window, Ui& ui, const View& view) {
  constexpr int most_frames = 600;  // ten seconds: nothing moves longer
  for (int frame = 0; frame < most_frames; ++frame) {
    (void)window.wait(0);
    window.begin_frame();
    (void)ui.draw(view);
    window.end_frame();
    ui.finish_pictures();
    if (frame > 2 && !ui.wants_another_frame()) return;
  }
  fail(name_of(view) + " does not come to rest");
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 5)
    fail("usage: gallery FOLDER WIDTHxHEIGHT MM_PER_PIXEL LANGUAGE [TEXT [CONTRAST [THEME [VIEW]...]]]");
  const std::filesystem::path folder = arguments[1];
  char* height = nullptr;
  const Display display{.width_px = static_cast<int>(std::strtol(arguments[2], &height, 10)),
                        .height_px = std::atoi(height + 1),
                        .mm_per_pixel = std::strtof(arguments[3], nullptr)};
  const Look look{.text = named<TextScale>(text_scales, count > 5 ? arguments[5] : "normal"),
                  .contrast = named<Contrast>(contrasts, count > 6 ? arguments[6] : "normal")};
  setenv("FONTCONFIG_FILE", BUURTPEIL_ASSETS "/fonts.conf", 1);
  std::filesystem::create_directories(folder);

  auto window =
      Window::open({.mode = WindowMode::windowed, .width = display.width_px, .height = display.height_px});
  if (!window) fail(window.error());
  std::expected<LoadedStyle, std::string> loaded;
  if (count > 7) loaded = load_style(arguments[7]);
  if (!loaded) fail(loaded.error());
  if (count <= 7) loaded->style = built_in_style();
  const std::vector<std::string> wanted(arguments + std::min(count, 8), arguments + count);
  auto ui = Ui::create(display, {}, loaded->style);
  if (!ui) fail(ui.error());
  ui->stop_motion();
  const auto attachment = window->attach();
  for (auto& [name, view] : sample_views(arguments[4])) {
    if (!wanted.empty() && std::ranges::find(wanted, name) == wanted.end()) continue;
    std::visit([&look](auto& any) { any.page.look = look; }, view);
    show(*window, *ui, view);
    if (const auto saved = window->save_screenshot(folder / (name + ".png")); !saved) fail(saved.error());
  }
}
