// The window's picture where the processor draws it: OpenGL draws into memory that stays as it is from frame
// to frame, and parts of it go to the X server, a band of rows after the other, through memory that both
// share (MIT-SHM). A window's own buffers would not do: what a swap leaves in them is not defined, and
// GLX_MESA_copy_sub_buffer believes in the size that the window had at the last swap.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "platform/damage.h"

struct GLFWwindow;

namespace buurtpeil {

class KeptPicture {
 public:
  /// With the window's OpenGL current, which stays so for as long as the picture lives. None where a graphics
  /// card draws (there a whole frame costs nothing that is felt, and showing it with the screen's own beat
  /// never tears), where the X server shares no memory with us, or has pixels of another kind than 32 bits
  /// with blue first.
  [[nodiscard]] static std::unique_ptr<KeptPicture> of(GLFWwindow* window);
  ~KeptPicture();

  /// OpenGL draws into it from here on, with nothing in it where it is new or has a new size. False where
  /// there is no memory for it: then it cannot be shown, and has to go.
  [[nodiscard]] bool begin(int width, int height);
  /// Shows these parts of it, and waits until the X server has done so.
  void show(std::span<const PixelBox> parts);

 private:
  struct Shared;
  explicit KeptPicture(GLFWwindow* window);
  void show_band(const PixelBox& band);

  GLFWwindow* window_;
  unsigned framebuffer_ = 0, renderbuffer_ = 0;
  int width_ = 0, height_ = 0;
  std::unique_ptr<Shared> shared_;
};

}  // namespace buurtpeil
