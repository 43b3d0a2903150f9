// The one window: opening it, waiting for input, a frame's beginning and end. It feeds Dear ImGui's current
// context through ImGui's own GLFW and OpenGL backends, and changes what they do with a touch: see
// window.cpp. X11 alone, because GLFW reads no touch under Wayland.
//
// clang-format off
//   auto window = Window::open({.mode = WindowMode::full_screen});  // then an ImGui context is made
//   const auto attachment = window->attach();                       // and goes before that context does
//   while (!window->close_asked()) {
//     if (!window->wait(seconds) && nothing_changed) continue;
//     window->begin_frame();
//     ...draw...
//     window->end_frame();
//   }
// clang-format on
#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

namespace buurtpeil {

enum class WindowMode {
  full_screen,  ///< all of the first monitor; refuses to be closed, is never made an icon; no pointer unless
                ///< a mouse moves
  windowed,     ///< closes, moves and changes size like any other
};

struct WindowOptions {
  WindowMode mode = WindowMode::full_screen;
  int width = 1280, height = 800;  ///< pixels, of WindowMode::windowed
  std::string title = "Buurtpeil";
  /// In full screen: no key and no chord (Alt+Tab, another workspace) reaches a window manager. It is tried
  /// again with each frame until it succeeds.
  bool takes_keyboard = false;
};

class Window {
 public:
  /// Opens the window and its OpenGL. One at a time in a process, on the main thread. The error is a sentence
  /// that says what is missing (display, OpenGL 3) and what to do.
  [[nodiscard]] static std::expected<Window, std::string> open(const WindowOptions& options);
  /// The same in two steps, of which the first takes long, since OpenGL is loaded, and leaves the screen as
  /// it is. Between them nothing else may be done with the window.
  [[nodiscard]] static std::expected<Window, std::string> prepare(const WindowOptions& options);
  [[nodiscard]] std::expected<void, std::string> show();
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  [[nodiscard]] int width() const;  ///< pixels, as after the last wait()
  [[nodiscard]] int height() const;

  /// Ties the window to ImGui's current context for as long as the Attachment lives: it must end before the
  /// context and the window.
  class Attachment;
  [[nodiscard]] Attachment attach();

  /// Sleeps until there is input or `seconds` have passed. True when there is something to draw: a touch, a
  /// key, a new size, a damaged picture; and for the few frames after a touch that ImGui needs to work it off
  /// (it then does not sleep).
  [[nodiscard]] bool wait(double seconds);

  /// Ends the sleep of wait(), which then says that there is nothing to draw. From any thread.
  static void wake();

  /// ImGui's NewFrame, for both backends.
  void begin_frame();
  /// There is input that this frame did not work off: Dear ImGui takes one change of the pointer a frame.
  [[nodiscard]] bool input_waits() const;
  /// Ends the frame without showing it: another one follows at once.
  void drop_frame();
  /// Renders, shows, and waits until the frame is on the screen. Where no graphics card draws, that is done
  /// for what differs from the frame before alone (damage.h).
  void end_frame();
  /// All of the next frame is drawn and shown, whatever is on the screen: once in a while, so that a picture
  /// that was lost does not stay away.
  void forget_picture();
  /// How long it took to render and show the last frame of which at least half had to be drawn; 0 before the
  /// first, and where a graphics card draws.
  [[nodiscard]] double whole_frame_ms() const;

  /// The visitor's or the window manager's wish to close. Always false in full screen.
  [[nodiscard]] bool close_asked() const;

  /// Writes the frame drawn last as a PNG, under a temporary name first. Its folder must exist.
  [[nodiscard]] std::expected<void, std::string> save_screenshot(const std::filesystem::path& path);

 private:
  friend class InputInjector;
  struct State;
  explicit Window(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Window::Attachment {
 public:
  explicit Attachment(State& state);
  Attachment(const Attachment&) = delete;
  Attachment& operator=(const Attachment&) = delete;
  ~Attachment();

 private:
  State& state_;
};

}  // namespace buurtpeil
