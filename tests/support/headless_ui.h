// Dear ImGui without a window or a GPU: frames of a given size and pictures of what was drawn.
#pragma once

#include <functional>
#include <string>
#include <vector>

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

 private:
  ImGuiContext* context_;
};

/// For an ImGui context that something else made: makes it believe in a screen of that size and a renderer.
void imitate_renderer(int width_px, int height_px);
/// After each ImGui::Render(): says yes to all that Dear ImGui asks of a renderer.
void acknowledge_textures();
/// Before the context goes.
void forget_textures();

/// What a graphics card would show, drawn by the processor.
struct Picture {
  struct Pixel {
    float red, green, blue;
    bool operator==(const Pixel&) const = default;
  };  // 0 to 1
  int width = 0, height = 0;
  std::vector<Pixel> pixels;  // row by row
  bool operator==(const Picture&) const = default;
};

[[nodiscard]] Picture render(const ImDrawData& data, ImU32 background = IM_COL32_WHITE);
void write_png(const Picture& picture, const std::string& path);
inline void render_png(const ImDrawData& data, const std::string& path) { write_png(render(data), path); }

/// All vertices, indices and commands as bytes: equal when two frames draw the same.
[[nodiscard]] std::string bytes_of(const ImDrawData& data);

}  // namespace buurtpeil
