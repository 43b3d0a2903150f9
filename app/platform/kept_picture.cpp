#include "platform/kept_picture.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <sys/ipc.h>
#include <sys/shm.h>

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

// An image that the X server reads from our own memory.
struct KeptPicture::Shared {
  Display* display;
  ::Window window;
  GC context = nullptr;
  XShmSegmentInfo segment{};
  XImage* image = nullptr;
  std::vector<std::uint32_t> rows;  ///< as OpenGL gives them, from the bottom up

  Shared(GLFWwindow* glfw_window, int width, int height)
      : display(glfwGetX11Display()), window(glfwGetX11Window(glfw_window)) {
    XWindowAttributes attributes{};
    XGetWindowAttributes(display, window, &attributes);
    const Visual& visual = *attributes.visual;
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
  if (!Shared(window, 1, 1).works()) return nullptr;
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
  if (width == width_ && height == height_) return false;
  glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer_);
  shared_.reset();  // before the other one: both are large
  shared_ = std::make_unique<Shared>(window_, width, height);
  width_ = width;
  height_ = height;
  return true;
}

void KeptPicture::show(std::span<const PixelBox> parts) {
  if (!shared_->works()) return;  // no memory left; the next size may have some
  for (const PixelBox& part : parts) {
    copy(part);
    XShmPutImage(shared_->display, shared_->window, shared_->context, shared_->image, part.x, part.y, part.x,
                 part.y, static_cast<unsigned>(part.width), static_cast<unsigned>(part.height), False);
  }
  XSync(shared_->display, False);
}

void KeptPicture::copy(const PixelBox& part) {
  const auto width = static_cast<std::size_t>(part.width);
  shared_->rows.resize(width * static_cast<std::size_t>(part.height));
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(part.x, height_ - part.y - part.height, part.width, part.height, GL_RGBA, GL_UNSIGNED_BYTE,
               shared_->rows.data());
  for (int row = 0; row < part.height; ++row) {
    const std::uint32_t* from = &shared_->rows[width * static_cast<std::size_t>(part.height - 1 - row)];
    auto* to = reinterpret_cast<std::uint32_t*>(shared_->image->data +
                                                (part.y + row) * shared_->image->bytes_per_line) +
               part.x;
    for (std::size_t column = 0; column < width; ++column) to[column] = with_blue_first(from[column]);
  }
}

}  // namespace buurtpeil
