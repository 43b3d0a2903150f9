// Glyph pictures: FreeType draws each (font, glyph, quarter of a pixel) once into Dear ImGui's font atlas,
// through the atlas's public interface. When the atlas is full, all are forgotten and drawn again as they are
// needed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <imgui.h>

#include "ui/text/text_engine.h"

using PangoFont = struct _PangoFont;
using FT_Library = struct FT_LibraryRec_*;
using FT_Face = struct FT_FaceRec_*;

namespace buurtpeil {

class GlyphAtlas {
 public:
  GlyphAtlas();
  GlyphAtlas(const GlyphAtlas&) = delete;
  GlyphAtlas& operator=(const GlyphAtlas&) = delete;
  ~GlyphAtlas();

  /// The number of a font at a size, the same for the same file, size and boldness.
  [[nodiscard]] unsigned font(PangoFont* font);

  /// Height of a capital letter as a part of the em, from the font's own table.
  [[nodiscard]] float capital_height(unsigned font) const;

  /// Draws those glyphs that touch the draw list's clip rectangle: in the colour that each names, else in
  /// `colour`.
  void draw(ImDrawList* draw_list, std::span<const PlacedGlyph> glyphs, ImVec2 top_left, ImU32 colour,
            std::span<const ImU32> own_colours);

  [[nodiscard]] int size() const { return static_cast<int>(pictures_.size()); }
  [[nodiscard]] int resets() const { return resets_; }

 private:
  struct File {
    std::string path;
    int index;
    FT_Face face;
  };
  struct Font {
    std::size_t file;
    int size_26_6;
    bool embolden;
    bool operator==(const Font&) const = default;
  };
  struct Picture {
    ImFontAtlasRectId rect;
    short left, top;  ///< of its top left corner from the pen, y downwards
    bool coloured;    ///< has its own colours: 😀
  };

  const Picture& picture(unsigned font, unsigned glyph, unsigned quarter);
  Picture make_picture(const Font& font, unsigned glyph, unsigned quarter);
  ImFontAtlasRectId reserve(int width, int height);
  void forget_all();

  FT_Library library_ = nullptr;
  std::vector<File> files_;
  std::vector<Font> fonts_;
  std::unordered_map<std::uint64_t, Picture> pictures_;
  int surface_px_ = 0;
  int resets_ = 0;
};

}  // namespace buurtpeil
