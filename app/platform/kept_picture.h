// The window's picture where the processor draws it: OpenGL draws into memory that stays as it is from frame
// to frame, and parts of it go to the X server, a band of rows after the other, through memory that both
// share (MIT-SHM) where they can. A window's own buffers would not do: what a swap leaves in them is not
// defined, and GLX_MESA_copy_sub_buffer believes in the size that the window had at the last swap.
#pragma once

#include <memory>
#include <span>

#include "platform/damage.h"

struct GLFWwindow;

namespace buurtpeil {

class KeptPicture {
 public:
  /// Whether the OpenGL that is current can draw one. Not where a graphics card draws (there a whole frame
  /// costs nothing that is felt, and showing it with the screen's own beat never tears), nor where the
  /// screen's pixels are of another kind than 32 bits with blue first.
  [[nodiscard]] static bool is_possible();
  /// Of a window that OpenGL knows nothing of. The OpenGL that is current draws it, and stays current for as
  /// long as the picture lives.
  explicit KeptPicture(GLFWwindow* window);
  ~KeptPicture();

  /// OpenGL draws into it from here on, with nothing in it where it is new or has a new size.
  void begin(int width, int height);
  /// Shows these parts of it, and waits until the X server has done so.
  void show(std::span<const PixelBox> parts);

 private:
  struct Band;
  void show_band(const PixelBox& box);

  GLFWwindow* window_;
  unsigned framebuffer_ = 0, renderbuffer_ = 0;
  int width_ = 0, height_ = 0;
  std::unique_ptr<Band> band_;
};

}  // namespace buurtpeil
