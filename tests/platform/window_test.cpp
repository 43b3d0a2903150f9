#include "platform/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <doctest/doctest.h>
#include <imgui.h>
#include <png.h>
#include <stdlib.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "platform/clock.h"
#include "platform/input_injector.h"
#include "support/finger.h"
#include "support/process.h"

using namespace buurtpeil;

namespace {

// A window with one large button and the smallest main loop.
struct Program {
  Window window;
  struct Context {
    Context() {
      ImGui::CreateContext();
      ImGui::GetIO().IniFilename = nullptr;
    }
    ~Context() { ImGui::DestroyContext(); }
  } context;
  Window::Attachment attachment;
  int frames = 0, taps = 0;
  bool hovered = false;

  explicit Program(const WindowOptions& options)
      : window(std::move(*Window::open(options))), attachment(window.attach()) {
    settle();
  }

  void turn(double seconds) {
    if (!window.wait(seconds)) return;
    window.begin_frame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({static_cast<float>(window.width()), static_cast<float>(window.height())});
    ImGui::Begin("all", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
    ImGui::SetCursorPos({100, 100});
    if (ImGui::Button("Next", {100, 50})) ++taps;
    hovered = ImGui::IsItemHovered();
    ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, {20, 10}, IM_COL32(10, 200, 30, 255));
    ImGui::End();
    window.end_frame();
    ++frames;
  }
  void until(const std::function<bool()>& reached) {
    const auto deadline = monotonic_ms() + patience_ms;
    while (!reached() && monotonic_ms() < deadline) turn(0.1);
    CHECK(reached());
  }
  [[nodiscard]] static GLFWwindow* glfw_window() {
    return static_cast<GLFWwindow*>(ImGui::GetMainViewport()->PlatformHandle);
  }
  [[nodiscard]] static bool has_focus() {
    return glfwGetWindowAttrib(glfw_window(), GLFW_FOCUSED) == GLFW_TRUE;
  }
  void settle() {  // all that has come is drawn
    while (window.wait(0)) turn(0);
  }
};

struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
  [[nodiscard]] std::vector<int> at(int x, int y) const {
    const auto* pixel = &rgb[static_cast<std::size_t>(3 * (y * width + x))];
    return {pixel[0], pixel[1], pixel[2]};
  }
};

Pixels read_png(const std::filesystem::path& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_file(&image, path.c_str()));
  image.format = PNG_FORMAT_RGB;
  Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height),
                std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
  REQUIRE(png_image_finish_read(&image, nullptr, pixels.rgb.data(), 0, nullptr));
  return pixels;
}

void use(const VirtualDisplay& display) { setenv("DISPLAY", display.name().c_str(), 1); }

}  // namespace

TEST_CASE("without a display the error says so, and which one was meant") {
  setenv("DISPLAY", ":nowhere", 1);
  CHECK(Window::open({}).error() ==
        "there is no display to open a window on: DISPLAY is ':nowhere', where no X server answers; start an "
        "X server (Xvfb for a "
        "virtual one) and set DISPLAY");
  unsetenv("DISPLAY");
  CHECK(Window::open({}).error() ==
        "there is no display to open a window on: DISPLAY is not set; start an X server (Xvfb for a virtual "
        "one) and set DISPLAY");
}

TEST_CASE("without OpenGL the error says what to install") {
  const VirtualDisplay display{"640x480", {"-extension", "GLX"}};
  use(display);
  CHECK(Window::open({}).error() ==
        "the display offers no OpenGL 3 (GLX: GLX extension not found); install the package libgl1-mesa-dri, "
        "and use an X server with the "
        "extension GLX");
}

TEST_CASE("full screen covers the display") {
  const VirtualDisplay display{"800x1280"};
  use(display);
  const Program program{{.mode = WindowMode::full_screen}};
  CHECK(program.window.width() == 800);
  CHECK(program.window.height() == 1280);
}

TEST_CASE("five taps without moving press a button five times, and nothing stays hovered") {
  const VirtualDisplay display;
  use(display);
  std::optional<WindowManager> manager;
  SUBCASE("with a window manager") { manager.emplace(display.name()); }
  SUBCASE("without one") {}
  Program program{{.mode = WindowMode::full_screen}};
  // A window manager that takes the window over hides it for a moment, in which nothing can be tapped.
  if (manager) program.until([&] { return program.has_focus(); });
  program.settle();
  auto injector = InputInjector::of(program.window);
  REQUIRE(injector);
  injector->move(150, 125);
  for (int tap = 1; tap <= 5; ++tap) {  // each worked off before the next
    injector->press();
    injector->release();
    program.until([&] { return program.taps == tap; });
  }
  // All in one breath. Not under a window manager: it grabs each press before the program has it, and keeps
  // one for itself when the next one comes within a millisecond.
  const int breath = manager ? 0 : 5;
  for (int tap = 1; tap <= breath; ++tap) {
    injector->press();
    injector->release();
  }
  program.until([&] { return program.taps == 5 + breath; });
  program.settle();
  CHECK(program.taps == 5 + breath);
  CHECK(!program.hovered);
}

TEST_CASE("a touch that is under way counts although the focus goes elsewhere") {
  const VirtualDisplay display;
  use(display);
  Program program{{.mode = WindowMode::full_screen}};
  auto injector = InputInjector::of(program.window);
  REQUIRE(injector);
  injector->move(150, 125);
  injector->press();
  program.until([&] { return ImGui::IsMouseDown(ImGuiMouseButton_Left); });
  Finger{display.name()}.take_focus_away();
  program.until([&] { return !program.has_focus(); });
  injector->release();
  program.until([&] { return program.taps == 1; });
}

TEST_CASE("a touch counts where it is pressed and lifted, in a window anywhere on the screen") {
  const VirtualDisplay display;
  use(display);
  const WindowManager manager{display.name()};  // which puts it somewhere
  Program program{{.mode = WindowMode::windowed, .width = 400, .height = 300}};
  auto injector = InputInjector::of(program.window);
  REQUIRE(injector);
  injector->move(150, 125);
  injector->press();
  injector->move(300, 250);
  injector->release();
  program.until([&] { return program.frames > 5; });
  program.settle();
  CHECK(program.taps == 0);
  injector->move(101, 101);
  injector->press();
  injector->move(199, 149);
  injector->release();
  program.until([&] { return program.taps == 1; });
}

TEST_CASE("a pointer that only passes over draws nothing") {
  const VirtualDisplay display;
  use(display);
  Program program{{.mode = WindowMode::full_screen}};
  auto injector = InputInjector::of(program.window);
  REQUIRE(injector);
  const int before = program.frames;
  for (int x = 0; x < 500; x += 50) {
    injector->move(static_cast<float>(x), 125);
    program.turn(0.01);
  }
  CHECK(program.frames == before);
  CHECK(!program.hovered);
}

TEST_CASE("in full screen a finger brings no pointer, and a mouse does") {
  const VirtualDisplay display;
  use(display);
  Program program{{.mode = WindowMode::full_screen}};
  auto injector = InputInjector::of(program.window);
  REQUIRE(injector);
  const auto pointer = [] { return glfwGetInputMode(Program::glfw_window(), GLFW_CURSOR); };
  for (int tap = 1; tap <= 10; ++tap) {
    injector->move(static_cast<float>(140 + tap), 125);
    injector->press();
    injector->move(static_cast<float>(145 + tap), 125);
    injector->release();
    program.until([&] { return program.taps == tap; });
  }
  CHECK(pointer() == GLFW_CURSOR_HIDDEN);
  for (int x = 0; x < 500; x += 50) injector->move(static_cast<float>(x), 125);
  injector->press();
  injector->release();
  const int frames = program.frames;
  program.until([&] { return program.frames > frames; });
  CHECK(pointer() == GLFW_CURSOR_NORMAL);
}

TEST_CASE("a screenshot is what was drawn, written whole") {
  const VirtualDisplay display;
  use(display);
  Program program{{.mode = WindowMode::windowed, .width = 333, .height = 222}};
  const auto folder =
      std::filesystem::temp_directory_path() / ("buurtpeil-window-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  CHECK(program.window.save_screenshot(folder / "shot.png"));
  const Pixels pixels = read_png(folder / "shot.png");
  CHECK(pixels.width == 333);
  CHECK(pixels.height == 222);
  CHECK(pixels.at(19, 9) == std::vector{10, 200, 30});
  CHECK(pixels.at(19, 10) == std::vector{0, 0, 0});
  CHECK(pixels.at(20, 9) == std::vector{0, 0, 0});
  CHECK(!std::filesystem::exists(folder / "shot.png.part"));

  const auto failure = program.window.save_screenshot(folder / "missing" / "shot.png");
  CHECK(failure.error() == (folder / "missing/shot.png").string() +
                               ": the screenshot cannot be written (No such file or directory); check the "
                               "folder and its free space");
  std::filesystem::remove_all(folder);
}

TEST_CASE("the robot says when a display cannot be touched") {
  const VirtualDisplay display{"640x480", {"-extension", "XTEST"}};
  use(display);
  const Program program{{.mode = WindowMode::full_screen}};
  CHECK(InputInjector::of(program.window).error() ==
        "the robot cannot touch this display, because it lacks the XTEST extension; use an X server that has "
        "it, such as Xvfb");
}
