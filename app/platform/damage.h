// What differs between two frames of Dear ImGui, and the draw data of no more than that: on a machine without
// a graphics card each pixel that is drawn again is felt. Knows nothing of OpenGL or of a window.
//
// The frame is cut into tiles. What a tile shows is decided by the triangles that touch it, in their order,
// so a tile has to be drawn again only where these are not what they were.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <imgui.h>

namespace buurtpeil {

/// Pixels, from the frame's top left corner.
struct PixelBox {
  int x = 0, y = 0, width = 0, height = 0;
  bool operator==(const PixelBox&) const = default;
};

class Damage {
 public:
  static constexpr int tile_px = 32;
  /// More parts than these cost more than the pixels between them: then it is the box around all.
  static constexpr std::size_t parts_at_most = 12;

  /// Where the frame differs from the one that was given before; parts that do not overlap. All of it when it
  /// is the first, has another size, or after forget(). The contents of a texture count by its UniqueID, so
  /// what was once drawn of it must stay as it is, as Dear ImGui's atlas does.
  [[nodiscard]] std::vector<PixelBox> of(const ImDrawData& frame);
  /// The picture is lost: all of the next frame differs.
  void forget() { tiles_.clear(); }

 private:
  int width_px_ = 0, height_px_ = 0;
  std::vector<std::uint64_t> tiles_;  ///< a number for what each of them shows, row by row
};

/// Draw data that paints those parts of a frame and nothing else. Its commands count vertices from an offset
/// (ImGuiBackendFlags_RendererHasVtxOffset: OpenGL 3.2).
class PartialFrame {
 public:
  /// A rectangle that covers whole pixels in one opaque colour is no triangle there but a call of this:
  /// filling it by hand is far cheaper than drawing it. UserCallbackData is the SolidBox.
  struct SolidBox {
    PixelBox box;
    ImU32 colour;
  };

  /// With nullptr for `fill_solid` those rectangles stay triangles. The frame must outlive this.
  PartialFrame(const ImDrawData& frame, std::span<const PixelBox> parts, ImDrawCallback fill_solid);
  PartialFrame(const PartialFrame&) = delete;
  PartialFrame& operator=(const PartialFrame&) = delete;

  [[nodiscard]] ImDrawData& data() { return data_; }

 private:
  void add(const ImDrawList& list, const ImDrawCmd& command, const PixelBox& part);
  bool add_solid(std::span<const ImDrawVert* const> corners, const PixelBox& part);
  ImDrawCmd& command_for(const ImDrawCmd& command, const PixelBox& part);

  ImDrawList list_{nullptr};
  std::vector<std::unique_ptr<SolidBox>> solids_;
  std::vector<int> copied_;  ///< where each vertex of the list that is being read is in list_
  ImDrawCallback fill_solid_;
  ImVec2 white_;
  ImDrawData data_;
};

}  // namespace buurtpeil
