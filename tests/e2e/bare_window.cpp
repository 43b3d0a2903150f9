// A window without any of our care, which ends when it is asked to close. It shows that the window manager of
// a test really closes windows. bare_window FD writes "open" to FD once it can be closed.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cstdio>
#include <cstdlib>

int main(int count, char** arguments) {
  if (count != 2 || !glfwInit()) return 2;
  const GLFWvidmode* mode = glfwGetVideoMode(glfwGetPrimaryMonitor());
  glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
  GLFWwindow* window = glfwCreateWindow(mode->width, mode->height, "bare", glfwGetPrimaryMonitor(), nullptr);
  if (!window) return 3;
  while (!glfwGetWindowAttrib(window, GLFW_FOCUSED)) glfwWaitEvents();
  dprintf(std::atoi(arguments[1]), "open\n");
  while (!glfwWindowShouldClose(window)) glfwWaitEvents();
  glfwTerminate();
  return 0;
}
