#include "platform/kept_picture.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <algorithm>
#include <bit>
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

// Of the memory that is shared: little enough to stay in the processor's cache, and much more than the tile
// that a letter changes.
constexpr int band_bytes = 1 << 20;

int rows_of_band(int width) { return std::max(1, band_bytes / (4 * std::max(width, 1))); }

bool failed = false;
int note_failure(Display*, XErrorEvent*) {
  failed = true;
  return 0;
}

// OpenGL's bytes are red, green, blue, alpha; the window's blue, green, red.
std::uint32_t with_blue_first(std::uint32_t pixel) {
  return (pixel & 0xFF00FF00U) | ((pixel & 0xFFU) << 16U) | ((pixel >> 16U) & 0xFFU);
}

}  // namespace

// An image of a band, which the X server reads from our own memory.
struct KeptPicture::Shared {
  Display* display;
  ::Window window;
  GC context = nullptr;
  XShmSegmentInfo segment{};
  XImage* image = nullptr;
  std::vector<std::uint32_t> rows;  ///< as OpenGL gives them, from the bottom up

  Shared(GLFWwindow* glfw_window, int width)
      : display(glfwGetX11Display()), window(glfwGetX11Window(glfw_window)) {
    XWindowAttributes attributes{};
    XGetWindowAttributes(display, window, &attributes);
    const Visual& visual = *attributes.visual;
    const int height = rows_of_band(width);
    image = XShmCreateImage(display, attributes.visual, static_cast<unsigned>(attributes.depth), ZPixmap,
                            nullptr, &segment, static_cast<unsigned>(width), static_cast<unsigned>(height));
    if (!image) return;
    const bool known = image->bits_per_pixel == 32 && image->byte_order == LSBFirst &&
                       std::endian::native == std::endian::little && visual.red_mask == 0xFF0000 &&
                       visual.green_mask == 0xFF00 && visual.blue_mask == 0xFF;
    const auto bytes = static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(height);
    segment.shmid = known ? shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600) : -1;
    void* memory = segment.shmid < 0 ? reinterpret_cast<void*>(-1) : shmat(segment.shmid, nullptr, 0);
    const bool attached = memory != reinterpret_cast<void*>(-1) && attach(memory);
    // It goes with the last of the two that use it.
    if (segment.shmid >= 0) shmctl(segment.shmid, IPC_RMID, nullptr);
    if (attached)
      context = XCreateGC(display, window, 0, nullptr);
    else
      release();
  }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
  ~Shared() { release(); }

  [[nodiscard]] bool works() const { return context != nullptr; }

 private:
  // An X server on another machine refuses with an error, which would end the program.
  bool attach(void* memory) {
    segment.shmaddr = image->data = static_cast<char*>(memory);
    segment.readOnly = True;
    failed = false;
    const auto before = XSetErrorHandler(note_failure);
    XShmAttach(display, &segment);
    XSync(display, False);
    XSetErrorHandler(before);
    return !failed;
  }

  void release() {
    if (context) {
      XShmDetach(display, &segment);
      XFreeGC(display, context);
      XSync(display, False);
    }
    context = nullptr;
    if (image) {
      if (image->data) shmdt(image->data);
      image->data = nullptr;
      XDestroyImage(image);
    }
    image = nullptr;
  }
};

std::unique_ptr<KeptPicture> KeptPicture::of(GLFWwindow* window) {
  if (!draws_by_processor() || !XShmQueryExtension(glfwGetX11Display())) return nullptr;
  if (!Shared(window, 1).works()) return nullptr;
  return std::unique_ptr<KeptPicture>(new KeptPicture(window));
}

KeptPicture::KeptPicture(GLFWwindow* window) : window_(window) {
  glGenFramebuffers(1, &framebuffer_);
  glGenRenderbuffers(1, &renderbuffer_);
}

KeptPicture::~KeptPicture() {
  glDeleteFramebuffers(1, &framebuffer_);
  glDeleteRenderbuffers(1, &renderbuffer_);
}

bool KeptPicture::begin(int width, int height) {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  if (width == width_ && height == height_) return true;
  glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer_);
  shared_ = std::make_unique<Shared>(window_, width);
  width_ = width;
  height_ = height;
  return shared_->works();
}

void KeptPicture::show(std::span<const PixelBox> parts) {
  const int rows = rows_of_band(width_);
  for (const PixelBox& part : parts)
    for (int row = 0; row < part.height; row += rows)
      show_band({part.x, part.y + row, part.width, std::min(rows, part.height - row)});
}

void KeptPicture::show_band(const PixelBox& band) {
  const auto width = static_cast<std::size_t>(band.width);
  shared_->rows.resize(width * static_cast<std::size_t>(band.height));
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(band.x, height_ - band.y - band.height, band.width, band.height, GL_RGBA, GL_UNSIGNED_BYTE,
               shared_->rows.data());
  for (int row = 0; row < band.height; ++row) {
    const std::uint32_t* from = &shared_->rows[width * static_cast<std::size_t>(band.height - 1 - row)];
    auto* to = reinterpret_cast<std::uint32_t*>(shared_->image->data + row * shared_->image->bytes_per_line);
    std::transform(from, from + width, to, with_blue_first);
  }
  XShmPutImage(shared_->display, shared_->window, shared_->context, shared_->image, 0, 0, band.x, band.y,
               static_cast<unsigned>(band.width), static_cast<unsigned>(band.height), False);
  XSync(shared_->display, False);  // the next band needs the memory
}

}  // namespace buurtpeil
