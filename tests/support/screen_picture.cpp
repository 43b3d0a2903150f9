#include "support/screen_picture.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <cstring>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3native.h>

namespace buurtpeil {

std::vector<std::uint32_t> picture_of_screen() {
  Display* display = glfwGetX11Display();
  const int width = DisplayWidth(display, DefaultScreen(display));
  const int height = DisplayHeight(display, DefaultScreen(display));
  XImage* image = XGetImage(display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(width),
                            static_cast<unsigned>(height), AllPlanes, ZPixmap);
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y)
    std::memcpy(&pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)],
                image->data + y * image->bytes_per_line, static_cast<std::size_t>(width) * 4);
  for (std::uint32_t& pixel : pixels) pixel &= 0xFFFFFF;  // the fourth byte is nobody's
  XDestroyImage(image);
  return pixels;
}

void cover_and_uncover_screen() {
  Display* display = glfwGetX11Display();
  XSetWindowAttributes attributes{};
  attributes.override_redirect = True;
  attributes.background_pixel = 0x123456;
  const auto cover =
      XCreateWindow(display, DefaultRootWindow(display), 0, 0,
                    static_cast<unsigned>(DisplayWidth(display, DefaultScreen(display))),
                    static_cast<unsigned>(DisplayHeight(display, DefaultScreen(display))), 0, CopyFromParent,
                    InputOutput, nullptr, CWOverrideRedirect | CWBackPixel, &attributes);
  XMapWindow(display, cover);
  XSync(display, False);
  XDestroyWindow(display, cover);
  XSync(display, False);
}

}  // namespace buurtpeil
