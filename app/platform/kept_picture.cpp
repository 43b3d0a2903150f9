#include "platform/kept_picture.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <vector>

// After Dear ImGui, which undefines Xlib's Status.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3native.h>

namespace buurtpeil {
namespace {

bool draws_by_processor() {
  const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  return name && (std::strstr(name, "llvmpipe") || std::strstr(name, "softpipe"));
}

// Little enough to stay in the processor's cache, and much more than the tile that a letter changes.
constexpr int band_bytes = 1 << 20;
constexpr int bytes_of_pixel = 4;

int rows_of_band(int width) { return std::max(1, band_bytes / (bytes_of_pixel * std::max(width, 1))); }

bool failed = false;
int note_failure(Display*, XErrorEvent*) {
  failed = true;
  return 0;
}

}  // namespace

// An image of some rows, as the X server takes it: from memory that both share, or through the connection.
struct KeptPicture::Band {
  Display* display = glfwGetX11Display();
  ::Window window;
  GC context;
  XShmSegmentInfo segment{};
  bool shared = false;
  std::vector<char> own;  ///< the image's memory where it is not shared
  XImage* image = nullptr;

  Band(GLFWwindow* glfw_window, int width) : window(glfwGetX11Window(glfw_window)) {
    context = XCreateGC(display, window, 0, nullptr);
    const int screen = DefaultScreen(display);
    const int row_bytes = bytes_of_pixel * width, rows = rows_of_band(width);
    const auto bytes = static_cast<std::size_t>(row_bytes) * static_cast<std::size_t>(rows);
    shared = XShmQueryExtension(display) && share(bytes);
    if (!shared) own.resize(bytes);
    image = XCreateImage(display, DefaultVisual(display, screen),
                         static_cast<unsigned>(DefaultDepth(display, screen)), ZPixmap, 0,
                         shared ? segment.shmaddr : own.data(), static_cast<unsigned>(width),
                         static_cast<unsigned>(rows), 8 * bytes_of_pixel, row_bytes);
    if (shared) image->obdata = reinterpret_cast<char*>(&segment);
  }
  Band(const Band&) = delete;
  Band& operator=(const Band&) = delete;
  ~Band() {
    image->data = image->obdata = nullptr;  // they are not the image's to free
    XDestroyImage(image);
    if (shared) XShmDetach(display, &segment);
    XFreeGC(display, context);
    XSync(display, False);
    if (shared) shmdt(segment.shmaddr);
  }

  void put(const PixelBox& box) {
    const auto width = static_cast<unsigned>(box.width), height = static_cast<unsigned>(box.height);
    if (shared)
      XShmPutImage(display, window, context, image, 0, 0, box.x, box.y, width, height, False);
    else
      XPutImage(display, window, context, image, 0, 0, box.x, box.y, width, height);
    XSync(display, False);  // the next rows need the memory
  }

 private:
  bool share(std::size_t bytes) {
    segment.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
    if (segment.shmid < 0) return false;
    void* memory = shmat(segment.shmid, nullptr, 0);
    const bool is_there = memory != reinterpret_cast<void*>(-1);
    segment.shmaddr = static_cast<char*>(is_there ? memory : nullptr);
    const bool attached = is_there && attach();
    shmctl(segment.shmid, IPC_RMID, nullptr);  // it goes with the last of the two that use it
    if (is_there && !attached) shmdt(memory);
    return attached;
  }

  // An X server on another machine refuses with an error, which would end the program.
  bool attach() {
    segment.readOnly = True;
    failed = false;
    const auto before = XSetErrorHandler(note_failure);
    XShmAttach(display, &segment);
    XSync(display, False);
    XSetErrorHandler(before);
    return !failed;
  }
};

bool KeptPicture::is_possible() {
  Display* display = glfwGetX11Display();
  const int screen = DefaultScreen(display);
  const Visual& visual = *DefaultVisual(display, screen);
  int count = 0;
  XPixmapFormatValues* formats = XListPixmapFormats(display, &count);
  const int depth = DefaultDepth(display, screen);
  const bool four_bytes = std::any_of(formats, formats + count, [depth](const XPixmapFormatValues& format) {
    return format.depth == depth && format.bits_per_pixel == 8 * bytes_of_pixel;
  });
  XFree(formats);
  return draws_by_processor() && four_bytes && ImageByteOrder(display) == LSBFirst &&
         std::endian::native == std::endian::little && visual.red_mask == 0xFF0000 &&
         visual.green_mask == 0xFF00 && visual.blue_mask == 0xFF;
}

KeptPicture::KeptPicture(GLFWwindow* window) : window_(window) {
  glGenFramebuffers(1, &framebuffer_);
  glGenRenderbuffers(1, &renderbuffer_);
}

KeptPicture::~KeptPicture() {
  glDeleteFramebuffers(1, &framebuffer_);
  glDeleteRenderbuffers(1, &renderbuffer_);
}

void KeptPicture::begin(int width, int height) {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  if (width == width_ && height == height_) return;
  glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer_);
  band_ = std::make_unique<Band>(window_, width);
  width_ = width;
  height_ = height;
}

void KeptPicture::show(std::span<const PixelBox> parts) {
  const int rows = rows_of_band(width_);
  for (const PixelBox& part : parts)
    for (int row = 0; row < part.height; row += rows)
      show_band({part.x, part.y + row, part.width, std::min(rows, part.height - row)});
}

// OpenGL's rows come from the bottom up, the X server's from the top down.
void KeptPicture::show_band(const PixelBox& box) {
  glPixelStorei(GL_PACK_ALIGNMENT, bytes_of_pixel);
  glPixelStorei(GL_PACK_ROW_LENGTH, width_);
  glPixelStorei(GL_PACK_INVERT_MESA, GL_TRUE);
  glReadPixels(box.x, height_ - box.y - box.height, box.width, box.height, GL_BGRA, GL_UNSIGNED_BYTE,
               band_->image->data);
  glPixelStorei(GL_PACK_INVERT_MESA, GL_FALSE);
  glPixelStorei(GL_PACK_ROW_LENGTH, 0);
  band_->put(box);
}

}  // namespace buurtpeil
