// Dear ImGui without a window or a GPU: frames of a given size, a finger, and pictures of what was drawn.
#pragma once

#include <functional>
#include <string>

#include <imgui.h>

namespace buurtpeil {

class HeadlessUi {
 public:
  /// Makes an ImGui context, makes it current, and points fontconfig to the kiosk's fonts.
  HeadlessUi(int width_px, int height_px);
  HeadlessUi(const HeadlessUi&) = delete;
  HeadlessUi& operator=(const HeadlessUi&) = delete;
  ~HeadlessUi();

  /// One frame, a sixtieth of a second; draw is called inside of a window that covers the screen.
  const ImDrawData& frame(const std::function<void()>& draw);

  void move_to(float x, float y);
  void press();
  void release();

 private:
  ImGuiContext* context_;
};

/// What a graphics card would show, drawn by the processor over that background.
void render_png(const ImDrawData& data, const std::string& path, ImU32 background = IM_COL32_WHITE);

/// All vertices, indices and commands as bytes: equal when two frames draw the same.
[[nodiscard]] std::string bytes_of(const ImDrawData& data);

}  // namespace buurtpeil
