// What Window keeps; input_injector.cpp asks it for the place of the window on the screen.
#pragma once

#include <memory>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "platform/kept_picture.h"
#include "platform/window.h"

namespace buurtpeil {

struct Window::State {
  WindowOptions options;
  GLFWwindow* opengl = nullptr;  ///< that OpenGL was made with: `window` itself, or one that is never seen
  GLFWwindow* window = nullptr;  ///< that is seen
  int frames_due = 0;            ///< to draw without waiting
  int moves = 0;                 ///< of the pointer since the last press, none of them a drag
  bool attached = false;         ///< to an ImGui context
  std::unique_ptr<KeptPicture>
      picture;                ///< of which a frame draws and shows what differs; none: all is shown
  Damage damage;              ///< of the picture
  double whole_frame_ms = 0;  ///< Window::whole_frame_ms()
  bool wants_keyboard = false, has_keyboard = false;  ///< WindowOptions::takes_keyboard

  ~State();  ///< ends GLFW
  /// Asks GLFW to tell of what happens to the window.
  void listen();
  void need_frames(int frames);
  /// False while another program has it, or the window is not on the screen yet.
  [[nodiscard]] bool take_keyboard() const;

  /// Draws and shows what differs from the picture; how many pixels that was.
  long repaint(ImDrawData& frame);
  /// The whole frame, where no picture is kept.
  void swap_in(ImDrawData& frame);

  // GLFW's callbacks
  static State& of(GLFWwindow* window);
  static void on_motion(GLFWwindow* window, double x, double y);
  static void on_button(GLFWwindow* window, int button, int action, int modifiers);
  static void on_scroll(GLFWwindow* window, double x, double y);
  static void on_key(GLFWwindow* window, int key, int code, int action, int modifiers);
  static void on_character(GLFWwindow* window, unsigned character);
  static void on_focus(GLFWwindow* window, int focused);
  static void on_size(GLFWwindow* window, int width, int height);
  static void on_damage(GLFWwindow* window);
  static void on_close(GLFWwindow* window);
};

}  // namespace buurtpeil
