// bare_gui: a full-screen window of Dear ImGui with a text and three buttons, as its own examples draw it,
// once a second and after each event. What tests/bench/run compares the kiosk with. With a number as its
// argument it draws so many frames at once and prints their median in milliseconds.
#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <vector>

int main(int count, char** arguments) {
  const std::size_t frames = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 0;
  std::vector<double> ms;
  if (!glfwInit()) return 1;
  const GLFWvidmode* mode = glfwGetVideoMode(glfwGetPrimaryMonitor());
  GLFWwindow* window = glfwCreateWindow(mode->width, mode->height, "bare", glfwGetPrimaryMonitor(), nullptr);
  if (!window) return 1;
  glfwMakeContextCurrent(window);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init();
  for (int taps = 0; !glfwWindowShouldClose(window);) {
    const auto begun = std::chrono::steady_clock::now();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("bare", nullptr, ImGuiWindowFlags_NoDecoration);
    ImGui::Text("Which tree would you like in your street? %d", taps);
    for (const char* label : {"An oak", "A lime", "Next"})
      if (ImGui::Button(label, {400, 80})) ++taps;
    ImGui::End();
    ImGui::Render();
    glViewport(0, 0, mode->width, mode->height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
    if (frames == 0) {
      glfwWaitEventsTimeout(1);
      continue;
    }
    glFinish();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    ms.push_back(took.count());
    ++taps;  // so that each differs
    if (ms.size() < frames) continue;
    std::ranges::sort(ms);
    std::printf("%f\n", ms[ms.size() / 2]);
    break;
  }
  return 0;
}
