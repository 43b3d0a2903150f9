#include "platform/window.h"

#include <GL/gl.h>
#include <fmt/format.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cassert>
#include <cfloat>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

#include "platform/screenshot.h"
#include "platform/window_state.h"

namespace buurtpeil {
namespace {

// ImGui works off at most one change of the pointer a frame (place, press, release, away), and what follows
// from it is seen in the next.
constexpr int frames_of_a_button = 3;
constexpr int frames_of_another_event = 2;
constexpr int frames_at_most = 120;  // after any number of taps

// A touch moves the pointer once or twice before it presses. More moves come from a mouse, whose pointer has
// to be shown.
constexpr int moves_of_a_mouse = 5;

std::string reason() {
  const char* words = nullptr;
  glfwGetError(&words);
  return words ? words : "no reason given";
}

std::string no_display() {
  const char* name = std::getenv("DISPLAY");
  const std::string display =
      name && *name ? fmt::format("'{}', where no X server answers", name) : "not set";
  return fmt::format(
      "there is no display to open a window on: DISPLAY is {}; start an X server (Xvfb for a virtual one) "
      "and set DISPLAY",
      display);
}

std::string no_opengl() {
  return fmt::format(
      "the display offers no OpenGL 3 ({}); install the package libgl1-mesa-dri, and use an X server with "
      "the extension GLX",
      reason());
}

GLFWwindow* create(const WindowOptions& options) {
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
  glfwWindowHint(GLFW_CENTER_CURSOR, GLFW_FALSE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "buurtpeil");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "buurtpeil");
  if (options.mode == WindowMode::windowed) {
    return glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
  }
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* now = monitor ? glfwGetVideoMode(monitor) : nullptr;
  if (!now) return nullptr;
  glfwWindowHint(GLFW_REFRESH_RATE, now->refreshRate);  // the monitor's own mode: nothing is switched
  return glfwCreateWindow(now->width, now->height, options.title.c_str(), monitor, nullptr);
}

void ask_for_opengl() {
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
}

// A window of one pixel that is never on the screen: what OpenGL needs to be there.
GLFWwindow* create_unseen() {
  ask_for_opengl();
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  return glfwCreateWindow(1, 1, "", nullptr, nullptr);
}

void fill(const PartialFrame::SolidBox& solid, int window_height) {
  const auto part = [&](int shift) { return static_cast<float>((solid.colour >> shift) & 0xFF) / 255; };
  glEnable(GL_SCISSOR_TEST);
  glScissor(solid.box.x, window_height - solid.box.y - solid.box.height, solid.box.width, solid.box.height);
  glClearColor(part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT),
               part(IM_COL32_A_SHIFT));
  glClear(GL_COLOR_BUFFER_BIT);
}

void fill_solid(const ImDrawList*, const ImDrawCmd* command) {
  fill(*static_cast<const PartialFrame::SolidBox*>(command->UserCallbackData),
       static_cast<int>(ImGui::GetDrawData()->DisplaySize.y));
}

}  // namespace

std::expected<Window, std::string> Window::open(const WindowOptions& options) {
  auto window = prepare(options);
  if (!window) return window;
  if (auto shown = window->show(); !shown) return std::unexpected(shown.error());
  return window;
}

std::expected<Window, std::string> Window::prepare(const WindowOptions& options) {
#ifdef GLFW_PLATFORM  // GLFW 3.4, which would prefer Wayland
  glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
  if (!glfwInit()) return std::unexpected(no_display());
  auto state = std::make_unique<State>();  // from here on it ends GLFW
  state->options = options;
  state->wants_keyboard = options.takes_keyboard && options.mode == WindowMode::full_screen;
  state->opengl = create_unseen();
  if (!state->opengl) return std::unexpected(no_opengl());
  glfwMakeContextCurrent(state->opengl);
  return Window{std::move(state)};
}

std::expected<void, std::string> Window::show() {
  if (KeptPicture::is_possible()) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);  // buffers that it has no use for would cost memory
    state_->window = create(state_->options);
    if (state_->window) state_->picture = std::make_unique<KeptPicture>(state_->window);
  } else {
    glfwDestroyWindow(state_->opengl);
    ask_for_opengl();
    state_->opengl = state_->window = create(state_->options);
    glfwMakeContextCurrent(state_->window);
    if (state_->window) glfwSwapInterval(1);
  }
  if (!state_->window) return std::unexpected(no_opengl());
  state_->listen();
  glfwPollEvents();  // a window manager may have given it another size already
  return {};
}

void Window::State::listen() {
  glfwSetWindowUserPointer(window, this);
  if (options.mode == WindowMode::full_screen) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  glfwSetCursorPosCallback(window, on_motion);
  glfwSetMouseButtonCallback(window, on_button);
  glfwSetScrollCallback(window, on_scroll);
  glfwSetKeyCallback(window, on_key);
  glfwSetCharCallback(window, on_character);
  glfwSetWindowFocusCallback(window, on_focus);
  glfwSetFramebufferSizeCallback(window, on_size);
  glfwSetWindowRefreshCallback(window, on_damage);
  glfwSetWindowCloseCallback(window, on_close);
}

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

int Window::width() const {
  int width = 0;
  glfwGetWindowSize(state_->window, &width, nullptr);
  return width;
}

int Window::height() const {
  int height = 0;
  glfwGetWindowSize(state_->window, nullptr, &height);
  return height;
}

Window::Attachment Window::attach() { return Attachment{*state_}; }

bool Window::wait(double seconds) {
  if (state_->frames_due > 0 || seconds <= 0) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(seconds);
  }
  return state_->frames_due > 0;
}

void Window::wake() { glfwPostEmptyEvent(); }

void Window::begin_frame() {
  assert(state_->attached);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
}

bool Window::input_waits() const { return !ImGui::GetCurrentContext()->InputEventsQueue.empty(); }

void Window::drop_frame() {
  ImGui::EndFrame();
  state_->frames_due = std::max(0, state_->frames_due - 1);
}

void Window::end_frame() {
  using Clock = std::chrono::steady_clock;
  ImGui::Render();
  ImDrawData& frame = *ImGui::GetDrawData();
  const int width = static_cast<int>(frame.DisplaySize.x), height = static_cast<int>(frame.DisplaySize.y);
  glViewport(0, 0, width, height);
  if (state_->picture) {
    state_->picture->begin(width, height);
    const auto begin = Clock::now();
    const long pixels = state_->repaint(frame);
    if (2 * pixels >= static_cast<long>(width) * height)
      state_->whole_frame_ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  } else {
    state_->swap_in(frame);
  }
  if (state_->wants_keyboard && !state_->has_keyboard) state_->has_keyboard = state_->take_keyboard();
  state_->frames_due = std::max(0, state_->frames_due - 1);
}

void Window::forget_picture() { state_->damage.forget(); }

double Window::whole_frame_ms() const { return state_->whole_frame_ms; }

long Window::State::repaint(ImDrawData& frame) {
  const std::vector<PixelBox> parts = damage.of(frame);
  // What is drawn again is drawn on nothing, as the first time.
  for (const PixelBox& part : parts) fill({part, IM_COL32_BLACK}, static_cast<int>(frame.DisplaySize.y));
  PartialFrame partial(frame, parts, fill_solid);
  ImGui_ImplOpenGL3_RenderDrawData(&partial.data());
  picture->show(parts);
  long pixels = 0;
  for (const PixelBox& part : parts) pixels += static_cast<long>(part.width) * part.height;
  return pixels;
}

// As Dear ImGui made it: an old card may have no OpenGL 3.2, which PartialFrame's commands need.
void Window::State::swap_in(ImDrawData& frame) {
  ImGui_ImplOpenGL3_RenderDrawData(&frame);
  glfwSwapBuffers(window);
  glFinish();
}

bool Window::close_asked() const { return glfwWindowShouldClose(state_->window); }

std::expected<void, std::string> Window::save_screenshot(const std::filesystem::path& path) {
  ImDrawData* frame = ImGui::GetDrawData();
  assert(frame && "a screenshot comes after end_frame()");
  // What a swap leaves in either buffer is not defined: the frame is drawn once more and read before it would
  // be shown.
  if (!state_->picture) ImGui_ImplOpenGL3_RenderDrawData(frame);
  const int width = static_cast<int>(frame->DisplaySize.x), height = static_cast<int>(frame->DisplaySize.y);
  std::vector<std::uint8_t> rgb(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  if (!state_->picture) glReadBuffer(GL_BACK);
  glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, rgb.data());
  return write_png(path, width, height, rgb);
}

Window::Attachment::Attachment(State& state) : state_(state) {
  assert(!state.attached && ImGui::GetCurrentContext());
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  ImGui_ImplGlfw_InitForOpenGL(state.window, false);
  ImGui_ImplOpenGL3_Init("#version 130");
  // The backend asks for the pointer's place every frame until it has seen the pointer enter; that would undo
  // the moving away below.
  ImGui_ImplGlfw_CursorEnterCallback(state.window, GLFW_TRUE);
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  state.attached = true;
  state.need_frames(frames_of_another_event);
}

Window::Attachment::~Attachment() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  state_.attached = false;
  state_.frames_due = 0;
}

Window::State::~State() {
  assert(!attached);
  picture.reset();
  glfwTerminate();
}

void Window::State::need_frames(int frames) {
  if (attached) frames_due = std::max(frames_due, frames);
}

Window::State& Window::State::of(GLFWwindow* window) {
  return *static_cast<State*>(glfwGetWindowUserPointer(window));
}

void Window::State::on_motion(GLFWwindow* window, double x, double y) {
  State& state = of(window);
  if (glfwGetMouseButton(window, GLFW_MOUSE_BUTTON_LEFT) != GLFW_PRESS) {
    // Without a press ImGui is told of no pointer: what is under it would stay hovered.
    if (++state.moves == moves_of_a_mouse) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_NORMAL);
    return;
  }
  if (!state.attached) return;
  ImGui_ImplGlfw_CursorPosCallback(window, x, y);
  state.need_frames(frames_of_another_event);
}

// X reports no motion for a second tap on the same pixel, and the pointer was moved away in between: so each
// press and release brings its place along. Once the finger is lifted nothing is hovered. ImGui keeps the
// order and takes one change a frame, so a release still finds its button under it.
void Window::State::on_button(GLFWwindow* window, int button, int action, int modifiers) {
  State& state = of(window);
  if (!state.attached || button != GLFW_MOUSE_BUTTON_LEFT) return;
  double x = 0, y = 0;
  glfwGetCursorPos(window, &x, &y);
  state.moves = 0;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  ImGui_ImplGlfw_CursorPosCallback(window, x, y);
  ImGui_ImplGlfw_MouseButtonCallback(window, button, action, modifiers);
  if (action == GLFW_RELEASE) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  state.frames_due = std::min(state.frames_due + frames_of_a_button, frames_at_most);
}

void Window::State::on_scroll(GLFWwindow* window, double x, double y) {
  State& state = of(window);
  if (!state.attached) return;
  double pointer_x = 0, pointer_y = 0;
  glfwGetCursorPos(window, &pointer_x, &pointer_y);
  ImGui_ImplGlfw_CursorPosCallback(window, pointer_x,
                                   pointer_y);  // a wheel scrolls what is under the pointer
  ImGui_ImplGlfw_ScrollCallback(window, x, y);
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  state.need_frames(frames_of_a_button);
}

void Window::State::on_key(GLFWwindow* window, int key, int code, int action, int modifiers) {
  if (!of(window).attached) return;
  ImGui_ImplGlfw_KeyCallback(window, key, code, action, modifiers);
  of(window).need_frames(frames_of_another_event);
}

void Window::State::on_character(GLFWwindow* window, unsigned character) {
  if (!of(window).attached) return;
  ImGui_ImplGlfw_CharCallback(window, character);
  of(window).need_frames(frames_of_another_event);
}

void Window::State::on_focus(GLFWwindow* window, int) {
  if (!of(window).attached) return;
  // ImGui is not told that the focus is gone: it would drop a touch that is under way, and a finger needs no
  // focus. GLFW itself lets go what was held.
  of(window).has_keyboard = false;  // who takes the focus may have taken the keys
  of(window).need_frames(frames_of_another_event);
}

void Window::State::on_size(GLFWwindow* window, int, int) {
  of(window).damage.forget();
  of(window).need_frames(frames_of_another_event);
}

void Window::State::on_damage(GLFWwindow* window) {
  of(window).damage.forget();
  of(window).need_frames(1);
}

void Window::State::on_close(GLFWwindow* window) {
  if (of(window).options.mode == WindowMode::full_screen) glfwSetWindowShouldClose(window, GLFW_FALSE);
}

}  // namespace buurtpeil
