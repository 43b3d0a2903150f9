#include "support/headless_ui.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <vector>

#include <png.h>

namespace buurtpeil {
namespace {

struct Colour {
  float red, green, blue, alpha;
};

Colour colour_of(ImU32 packed) {
  const auto part = [packed](int shift) { return static_cast<float>((packed >> shift) & 0xFF) / 255; };
  return {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), part(IM_COL32_A_SHIFT)};
}

Colour mixed(const Colour& a, const Colour& b, float part) {
  return {std::lerp(a.red, b.red, part), std::lerp(a.green, b.green, part), std::lerp(a.blue, b.blue, part),
          std::lerp(a.alpha, b.alpha, part)};
}

// Linear interpolation between texel centres in steps of 1/256, as the graphics card does.
Colour texture_at(const ImTextureData& texture, float u, float v) {
  const float x = std::round((u * static_cast<float>(texture.Width) - 0.5F) * 256) / 256;
  const float y = std::round((v * static_cast<float>(texture.Height) - 0.5F) * 256) / 256;
  const float left = std::floor(x), top = std::floor(y);
  const auto texel = [&](float column, float row) {
    const int c = std::clamp(static_cast<int>(column), 0, texture.Width - 1);
    const int r = std::clamp(static_cast<int>(row), 0, texture.Height - 1);
    return colour_of(reinterpret_cast<const ImU32*>(texture.Pixels)[r * texture.Width + c]);
  };
  if (x == left && y == top) return texel(x, y);
  return mixed(mixed(texel(left, top), texel(left + 1, top), x - left),
               mixed(texel(left, top + 1), texel(left + 1, top + 1), x - left), y - top);
}

float cross(ImVec2 a, ImVec2 b, ImVec2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

// A pixel's centre on an edge belongs to one of the two triangles there: to the one for which the edge is at
// the top or left.
bool owns_edge(ImVec2 from, ImVec2 to) { return (from.y == to.y && to.x > from.x) || to.y < from.y; }

struct PixelClip {
  int left, top, right, bottom;
};

// Rounded as Dear ImGui's OpenGL backend does, which counts from the bottom.
PixelClip pixels_of(const ImVec4& clip, int height) {
  const int left = static_cast<int>(clip.x);
  const int bottom = height - static_cast<int>(static_cast<float>(height) - clip.w);
  return {left, bottom - static_cast<int>(clip.w - clip.y), left + static_cast<int>(clip.z - clip.x), bottom};
}

void draw_triangle(Picture& picture, const ImDrawVert& a, ImDrawVert b, ImDrawVert c, const PixelClip& clip,
                   const ImTextureData& texture) {
  float area = cross(a.pos, b.pos, c.pos);
  if (area == 0) return;
  if (area < 0) std::swap(b, c), area = -area;
  const Colour ca = colour_of(a.col), cb = colour_of(b.col), cc = colour_of(c.col);
  const auto [low_x, high_x] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
  const auto [low_y, high_y] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
  const int x_end = std::min({picture.width, clip.right, static_cast<int>(std::ceil(high_x)) + 1});
  const int y_end = std::min({picture.height, clip.bottom, static_cast<int>(std::ceil(high_y)) + 1});
  for (int y = std::max({0, clip.top, static_cast<int>(low_y) - 1}); y < y_end; ++y) {
    for (int x = std::max({0, clip.left, static_cast<int>(low_x) - 1}); x < x_end; ++x) {
      const ImVec2 at(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
      const float wa = cross(b.pos, c.pos, at), wb = cross(c.pos, a.pos, at), wc = cross(a.pos, b.pos, at);
      if (wa < 0 || (wa == 0 && !owns_edge(b.pos, c.pos))) continue;
      if (wb < 0 || (wb == 0 && !owns_edge(c.pos, a.pos))) continue;
      if (wc < 0 || (wc == 0 && !owns_edge(a.pos, b.pos))) continue;
      const auto mix = [&](float pa, float pb, float pc) { return (wa * pa + wb * pb + wc * pc) / area; };
      const Colour texel = texture_at(texture, mix(a.uv.x, b.uv.x, c.uv.x), mix(a.uv.y, b.uv.y, c.uv.y));
      const float alpha = mix(ca.alpha, cb.alpha, cc.alpha) * texel.alpha;
      Picture::Pixel& pixel = picture.pixels[static_cast<std::size_t>(y) * picture.width + x];
      pixel.red = std::lerp(pixel.red, mix(ca.red, cb.red, cc.red) * texel.red, alpha);
      pixel.green = std::lerp(pixel.green, mix(ca.green, cb.green, cc.green) * texel.green, alpha);
      pixel.blue = std::lerp(pixel.blue, mix(ca.blue, cb.blue, cc.blue) * texel.blue, alpha);
    }
  }
}

const ImTextureData& texture_of(const ImDrawCmd& command) {
  const ImTextureData* texture = command.TexRef._TexData;
  assert(texture != nullptr && texture->Pixels != nullptr && texture->Format == ImTextureFormat_RGBA32);
  return *texture;
}

}  // namespace

void acknowledge_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate)
      texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID) + 1);
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else {
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

void imitate_renderer(int width_px, int height_px) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = ImVec2(static_cast<float>(width_px), static_cast<float>(height_px));
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.DeltaTime = 1.0F / 60;
}

void forget_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

HeadlessUi::HeadlessUi(int width_px, int height_px) : context_(ImGui::CreateContext()) {
  setenv("FONTCONFIG_FILE", BUURTPEIL_ASSETS "/fonts.conf", 1);
  ImGui::SetCurrentContext(context_);
  imitate_renderer(width_px, height_px);
}

HeadlessUi::~HeadlessUi() {
  forget_textures();
  ImGui::DestroyContext(context_);
}

const ImDrawData& HeadlessUi::frame(const std::function<void()>& draw) {
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("screen", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground);
  draw();
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::Render();
  acknowledge_textures();
  return *ImGui::GetDrawData();
}

Picture render(const ImDrawData& data, ImU32 background) {
  Picture picture{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y), {}};
  const Colour paper = colour_of(background);
  picture.pixels.assign(static_cast<std::size_t>(picture.width) * picture.height,
                        {paper.red, paper.green, paper.blue});
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const PixelClip clip = pixels_of(command.ClipRect, picture.height);
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const auto corner = [&](unsigned n) {
          return list->VtxBuffer[static_cast<int>(
              command.VtxOffset + list->IdxBuffer[static_cast<int>(command.IdxOffset + i + n)])];
        };
        draw_triangle(picture, corner(0), corner(1), corner(2), clip, texture_of(command));
      }
    }
  }
  return picture;
}

void write_png(const Picture& picture, const std::string& path) {
  std::vector<unsigned char> bytes;
  for (const Picture::Pixel& pixel : picture.pixels) {
    for (const float part : {pixel.red, pixel.green, pixel.blue})
      bytes.push_back(static_cast<unsigned char>(std::lround(part * 255)));
  }
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  const int written = png_image_write_to_file(&image, path.c_str(), 0, bytes.data(), 0, nullptr);
  assert(written != 0 && "cannot write the picture");
}

std::string bytes_of(const ImDrawData& data) {
  std::string bytes;
  const auto append = [&bytes](const auto& vector) {
    bytes.append(reinterpret_cast<const char*>(vector.Data),
                 static_cast<std::size_t>(vector.size_in_bytes()));
  };
  for (const ImDrawList* list : data.CmdLists) {
    append(list->VtxBuffer);
    append(list->IdxBuffer);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      bytes.append(reinterpret_cast<const char*>(&command.ClipRect), sizeof command.ClipRect);
      bytes += std::to_string(command.ElemCount) + " " + std::to_string(command.GetTexID()) + "\n";
    }
  }
  return bytes;
}

}  // namespace buurtpeil
