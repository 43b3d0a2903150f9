#include "platform/damage.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace buurtpeil {
namespace {

// A step of a 64-bit hash whose result depends on the order: multiplication by a large odd number and a
// rotation spread each bit (as in wyhash and FxHash).
std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  return std::rotl((hash ^ value) * 0x9E3779B97F4A7C15U, 29);
}

template <class T>
std::uint64_t hash_of(const T& value, std::uint64_t hash = 0) {
  std::array<std::uint64_t, (sizeof(T) + 7) / 8> words{};
  std::memcpy(words.data(), &value, sizeof(T));
  for (const std::uint64_t word : words) hash = mixed(hash, word);
  return hash;
}

// The number of a texture stays with its contents; what the graphics card calls it may be used again.
std::uint64_t hash_of_command(const ImDrawCmd& command) {
  const ImTextureData* texture = command.TexRef._TexData;
  const auto number = texture ? static_cast<std::uint64_t>(texture->UniqueID) : command.TexRef._TexID;
  return mixed(hash_of(command.ClipRect), number);
}

// The pixels that a clip rectangle leaves, by the same rounding as Dear ImGui's OpenGL backend.
struct Clip {
  int left, top, right, bottom;
  [[nodiscard]] bool empty() const { return left >= right || top >= bottom; }
};

Clip clip_of(const ImDrawCmd& command, const ImDrawData& frame) {
  const ImVec4& clip = command.ClipRect;
  const int width = static_cast<int>(clip.z - clip.x), height = static_cast<int>(clip.w - clip.y);
  const int below = static_cast<int>(frame.DisplaySize.y - clip.w);
  const int frame_width = static_cast<int>(frame.DisplaySize.x);
  const int frame_height = static_cast<int>(frame.DisplaySize.y);
  const int left = static_cast<int>(clip.x), bottom = frame_height - below;
  return {std::max(left, 0), std::max(bottom - height, 0), std::min(left + width, frame_width),
          std::min(bottom, frame_height)};
}

Clip cut(const Clip& clip, const PixelBox& part) {
  return {std::max(clip.left, part.x), std::max(clip.top, part.y), std::min(clip.right, part.x + part.width),
          std::min(clip.bottom, part.y + part.height)};
}

using Corners = std::array<const ImDrawVert*, 3>;

// The pixels that the triangle may touch.
Clip seen_of(const Corners& corners, const Clip& clip) {
  const auto [a, b, c] = corners;
  const auto [left, right] = std::minmax({a->pos.x, b->pos.x, c->pos.x});
  const auto [top, bottom] = std::minmax({a->pos.y, b->pos.y, c->pos.y});
  return {static_cast<int>(std::max(left, static_cast<float>(clip.left))),
          static_cast<int>(std::max(top, static_cast<float>(clip.top))),
          static_cast<int>(std::ceil(std::min(right, static_cast<float>(clip.right)))),
          static_cast<int>(std::ceil(std::min(bottom, static_cast<float>(clip.bottom))))};
}

const ImDrawVert* vertex(const ImDrawList& list, const ImDrawCmd& command, unsigned index) {
  return &list.VtxBuffer[static_cast<int>(command.VtxOffset +
                                          list.IdxBuffer[static_cast<int>(command.IdxOffset + index)])];
}

Corners triangle(const ImDrawList& list, const ImDrawCmd& command, unsigned index) {
  return {vertex(list, command, index), vertex(list, command, index + 1), vertex(list, command, index + 2)};
}

ImVec4 rectangle_of(const PixelBox& box) {
  return {static_cast<float>(box.x), static_cast<float>(box.y), static_cast<float>(box.x + box.width),
          static_cast<float>(box.y + box.height)};
}

constexpr int nowhere = -1;

bool is_whole(float number) { return number == std::floor(number); }

PixelBox box_around(std::span<const PixelBox> parts) {
  PixelBox box = parts.front();
  for (const PixelBox& part : parts) {
    const int right = std::max(box.x + box.width, part.x + part.width);
    const int bottom = std::max(box.y + box.height, part.y + part.height);
    box.x = std::min(box.x, part.x);
    box.y = std::min(box.y, part.y);
    box.width = right - box.x;
    box.height = bottom - box.y;
  }
  return box;
}

// Runs of tiles that differ, joined with those above them where these are as wide.
std::vector<PixelBox> parts_of(const std::vector<std::uint64_t>& before,
                               const std::vector<std::uint64_t>& now, int columns) {
  std::vector<PixelBox> parts;
  const int rows = static_cast<int>(now.size()) / columns;
  const auto differs = [&](int column, int row) {
    const auto at = static_cast<std::size_t>(row * columns + column);
    return before[at] != now[at];
  };
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (!differs(column, row)) continue;
      const int first = column;
      while (column < columns && differs(column, row)) ++column;
      const auto above = std::ranges::find_if(parts, [&](const PixelBox& part) {
        return part.x == first && part.width == column - first && part.y + part.height == row;
      });
      if (above != parts.end())
        ++above->height;
      else
        parts.push_back({first, row, column - first, 1});
    }
  }
  if (parts.size() > Damage::parts_at_most) parts = {box_around(parts)};
  return parts;
}

}  // namespace

std::vector<PixelBox> Damage::of(const ImDrawData& frame) {
  const int width = static_cast<int>(frame.DisplaySize.x), height = static_cast<int>(frame.DisplaySize.y);
  const int columns = (width + tile_px - 1) / tile_px, rows = (height + tile_px - 1) / tile_px;
  std::vector<std::uint64_t> now(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  std::vector<std::uint64_t> vertices;
  for (const ImDrawList* list : frame.CmdLists) {
    vertices.clear();
    for (const ImDrawVert& vertex : list->VtxBuffer) vertices.push_back(hash_of(vertex));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const std::uint64_t drawn_with = hash_of_command(command);
      const Clip clip = clip_of(command, frame);
      const auto hash_at = [&](const ImDrawVert* vertex) {
        return vertices[static_cast<std::size_t>(vertex - list->VtxBuffer.Data)];
      };
      for (unsigned index = 0; index < command.ElemCount; index += 3) {
        const Corners corners = triangle(*list, command, index);
        const Clip seen = seen_of(corners, clip);
        if (seen.empty()) continue;
        std::uint64_t hash = drawn_with;
        for (const ImDrawVert* corner : corners) hash = mixed(hash, hash_at(corner));
        for (int row = seen.top / tile_px; row * tile_px < seen.bottom; ++row)
          for (int column = seen.left / tile_px; column * tile_px < seen.right; ++column) {
            std::uint64_t& tile = now[static_cast<std::size_t>(row * columns + column)];
            tile = mixed(tile, hash);
          }
      }
    }
  }
  std::vector<PixelBox> parts;
  if (width == width_px_ && height == height_px_ && !tiles_.empty())
    parts = parts_of(tiles_, now, columns);
  else if (!now.empty())
    parts = {{0, 0, columns, rows}};
  for (PixelBox& part : parts) {
    part = {part.x * tile_px, part.y * tile_px, part.width * tile_px, part.height * tile_px};
    part.width = std::min(part.width, width - part.x);
    part.height = std::min(part.height, height - part.y);
  }
  width_px_ = width;
  height_px_ = height;
  tiles_ = std::move(now);
  return parts;
}

PartialFrame::PartialFrame(const ImDrawData& frame, std::span<const PixelBox> parts,
                           ImDrawCallback fill_solid)
    : fill_solid_(fill_solid), white_(ImGui::GetFontTexUvWhitePixel()), data_(frame) {
  for (const PixelBox& part : parts) {
    for (const ImDrawList* list : frame.CmdLists) {
      for (const ImDrawCmd& command : list->CmdBuffer) {
        const Clip clip = cut(clip_of(command, frame), part);
        if (!clip.empty())
          add(*list, command, {clip.left, clip.top, clip.right - clip.left, clip.bottom - clip.top});
      }
    }
  }
  data_.CmdLists.resize(0);
  data_.CmdLists.push_back(&list_);
  data_.CmdListsCount = 1;
  data_.TotalIdxCount = list_.IdxBuffer.Size;
  data_.TotalVtxCount = list_.VtxBuffer.Size;
}

// A rectangle comes as two triangles, (0 1 2) and (0 2 3), as ImDrawList::PrimRect writes them.
void PartialFrame::add(const ImDrawList& list, const ImDrawCmd& command, const PixelBox& part) {
  const Clip clip{part.x, part.y, part.x + part.width, part.y + part.height};
  copied_.assign(static_cast<std::size_t>(list.VtxBuffer.Size), nowhere);
  for (unsigned index = 0; index < command.ElemCount; index += 3) {
    const Corners corners = triangle(list, command, index);
    if (seen_of(corners, clip).empty()) continue;
    if (fill_solid_ && index + 5 < command.ElemCount) {
      const Corners other = triangle(list, command, index + 3);
      const std::array four = {corners[0], corners[1], corners[2], other[2]};
      if (corners[0] == other[0] && corners[2] == other[1] && add_solid(four, part)) {
        index += 3;
        continue;
      }
    }
    ImDrawCmd& added = command_for(command, part);
    for (const ImDrawVert* corner : corners) {
      int& place = copied_[static_cast<std::size_t>(corner - list.VtxBuffer.Data)];
      if (place < static_cast<int>(added.VtxOffset)) {
        place = list_.VtxBuffer.Size;
        list_.VtxBuffer.push_back(*corner);
      }
      list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(place - static_cast<int>(added.VtxOffset)));
    }
    added.ElemCount += 3;
  }
}

bool PartialFrame::add_solid(std::span<const ImDrawVert* const> corners, const PixelBox& part) {
  constexpr int least_px = 64 * 64;  // each costs a call, and ends the row of triangles
  const ImDrawVert &first = *corners[0], &opposite = *corners[2];
  const bool upright = corners[1]->pos.y == first.pos.y && corners[1]->pos.x == opposite.pos.x &&
                       corners[3]->pos.x == first.pos.x && corners[3]->pos.y == opposite.pos.y;
  const bool plain = std::ranges::all_of(corners, [&](const ImDrawVert* corner) {
    return corner->col == first.col && corner->uv.x == white_.x && corner->uv.y == white_.y &&
           is_whole(corner->pos.x) && is_whole(corner->pos.y);
  });
  if (!upright || !plain || (first.col & IM_COL32_A_MASK) != IM_COL32_A_MASK) return false;
  const Clip seen = cut({static_cast<int>(first.pos.x), static_cast<int>(first.pos.y),
                         static_cast<int>(opposite.pos.x), static_cast<int>(opposite.pos.y)},
                        part);
  const PixelBox box{seen.left, seen.top, seen.right - seen.left, seen.bottom - seen.top};
  if (seen.empty() || box.width * box.height < least_px) return false;
  solids_.push_back(std::make_unique<SolidBox>(box, first.col));
  ImDrawCmd call;
  call.ClipRect = rectangle_of(part);
  call.UserCallback = fill_solid_;
  call.UserCallbackData = solids_.back().get();
  call.UserCallbackDataOffset = -1;
  list_.CmdBuffer.push_back(call);
  return true;
}

// The one that is being written, or a new one where something else has to be set. A command's vertices are
// counted from its own first, as a 16-bit index demands.
ImDrawCmd& PartialFrame::command_for(const ImDrawCmd& command, const PixelBox& part) {
  constexpr int most_vertices = 0xFFFF - 3;
  const ImVec4 clip = rectangle_of(part);
  if (!list_.CmdBuffer.empty()) {
    ImDrawCmd& last = list_.CmdBuffer.back();
    const bool same = !last.UserCallback && std::memcmp(&last.ClipRect, &clip, sizeof clip) == 0 &&
                      last.TexRef._TexData == command.TexRef._TexData &&
                      last.TexRef._TexID == command.TexRef._TexID &&
                      list_.VtxBuffer.Size - static_cast<int>(last.VtxOffset) < most_vertices;
    if (same) return last;
  }
  ImDrawCmd added;
  added.ClipRect = clip;
  added.TexRef = command.TexRef;
  added.VtxOffset = static_cast<unsigned>(list_.VtxBuffer.Size);
  added.IdxOffset = static_cast<unsigned>(list_.IdxBuffer.Size);
  list_.CmdBuffer.push_back(added);
  return list_.CmdBuffer.back();
}

}  // namespace buurtpeil
