#include "ui/text/glyphs.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H
#include <pango/pangofc-font.h>

namespace buurtpeil {
namespace {

constexpr int atlas_width_px = 2048;
constexpr int atlas_height_px = 4096;
// Half of the atlas: one glyph after the other cannot be packed without gaps, and Dear ImGui cannot repack an
// atlas that is full.
constexpr int surface_limit_px = atlas_width_px * atlas_height_px / 2;
constexpr int glyph_limit_px = 1024;  // a glyph wider or higher than this is left out

// A glyph as FreeType drew it; left and top as in GlyphAtlas::Picture. Without pixels there is nothing to
// see.
struct Raster {
  int width = 0, height = 0, left = 0, top = 0;
  std::vector<ImU32> pixels;
};

// Letters: white, with the coverage as alpha, moved to the right by quarters of a pixel.
Raster rasterise_outline(FT_Face face, int size_26_6, bool embolden, unsigned glyph, unsigned quarter) {
  if (FT_Set_Char_Size(face, size_26_6, size_26_6, 72, 72)) return {};
  // Light hinting moves outlines up and down only: sharp baselines, widths as Pango measured them.
  if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_BITMAP | FT_LOAD_TARGET_LIGHT)) return {};
  FT_GlyphSlot slot = face->glyph;
  if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return {};
  if (embolden) FT_Outline_EmboldenXY(&slot->outline, size_26_6 / 24, 0);
  FT_Outline_Translate(&slot->outline, static_cast<FT_Pos>(quarter) * 16, 0);
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL)) return {};
  const FT_Bitmap& bitmap = slot->bitmap;
  Raster raster{static_cast<int>(bitmap.width),
                static_cast<int>(bitmap.rows),
                slot->bitmap_left,
                -slot->bitmap_top,
                {}};
  for (unsigned row = 0; row < bitmap.rows; ++row) {
    const unsigned char* coverage = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
    for (unsigned x = 0; x < bitmap.width; ++x) raster.pixels.push_back(IM_COL32(255, 255, 255, coverage[x]));
  }
  return raster;
}

// The average of a part of a coloured bitmap, whose colours FreeType gives multiplied by their alpha.
ImU32 average(const FT_Bitmap& bitmap, int left, int top, int right, int bottom) {
  std::array<int, 4> sum{};  // blue, green, red, alpha
  for (int y = top; y < bottom; ++y) {
    const unsigned char* pixel = bitmap.buffer + y * bitmap.pitch + left * 4;
    for (int x = left; x < right; ++x, pixel += 4) {
      for (std::size_t part = 0; part < 4; ++part) sum[part] += pixel[part];
    }
  }
  const int alpha = sum[3];
  if (alpha == 0) return IM_COL32_BLACK_TRANS;
  const auto colour = [&](std::size_t part) { return std::min(255, sum[part] * 255 / alpha); };
  return IM_COL32(colour(2), colour(1), colour(0), alpha / ((right - left) * (bottom - top)));
}

// Coloured pictures come in one size and are scaled to the one that is needed.
Raster rasterise_coloured(FT_Face face, int size_26_6, unsigned glyph) {
  if (FT_Select_Size(face, 0) || FT_Load_Glyph(face, glyph, FT_LOAD_COLOR)) return {};
  FT_GlyphSlot slot = face->glyph;
  const FT_Bitmap& bitmap = slot->bitmap;
  if (slot->format != FT_GLYPH_FORMAT_BITMAP || bitmap.pixel_mode != FT_PIXEL_MODE_BGRA) return {};
  const float scale = static_cast<float>(size_26_6) / static_cast<float>(face->available_sizes[0].y_ppem);
  const auto scaled = [scale](auto length) {
    return static_cast<int>(std::lround(static_cast<float>(length) * scale));
  };
  Raster raster{
      scaled(bitmap.width), scaled(bitmap.rows), scaled(slot->bitmap_left), -scaled(slot->bitmap_top), {}};
  const auto source = [](int at, int size, unsigned source_size) {
    return at * static_cast<int>(source_size) / size;
  };
  for (int y = 0; y < raster.height; ++y) {
    const int top = source(y, raster.height, bitmap.rows);
    const int bottom = std::max(top + 1, source(y + 1, raster.height, bitmap.rows));
    for (int x = 0; x < raster.width; ++x) {
      const int left = source(x, raster.width, bitmap.width);
      const int right = std::max(left + 1, source(x + 1, raster.width, bitmap.width));
      raster.pixels.push_back(average(bitmap, left, top, right, bottom));
    }
  }
  return raster;
}

void copy_to_atlas(const Raster& raster, ImFontAtlasRectId id) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  assert(atlas.TexData->Format == ImTextureFormat_RGBA32);
  ImFontAtlasRect rect;
  atlas.GetCustomRect(id, &rect);
  for (int row = 0; row < raster.height; ++row) {
    std::copy_n(raster.pixels.begin() + static_cast<std::ptrdiff_t>(row) * raster.width, raster.width,
                static_cast<ImU32*>(atlas.TexData->GetPixelsAt(rect.x, rect.y + row)));
  }
}

}  // namespace

GlyphAtlas::GlyphAtlas() {
  const int failed = FT_Init_FreeType(&library_);
  assert(!failed);
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.TexDesiredFormat = ImTextureFormat_RGBA32;
  atlas.TexPixelsUseColors = true;
  atlas.TexMinWidth = 1024;  // spares the first frames some growing
  atlas.TexMinHeight = 512;
  atlas.TexMaxWidth = atlas_width_px;
  atlas.TexMaxHeight = atlas_height_px;
}

GlyphAtlas::~GlyphAtlas() {
  FT_Done_FreeType(library_);
}  // closes the faces too; the atlas belongs to the ImGui context

unsigned GlyphAtlas::font(PangoFont* font) {
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  FcChar8* path_bytes = nullptr;
  int index = 0;
  double size = 0;
  FcBool embolden = FcFalse;
  FcMatrix* scale = nullptr;  // of coloured pictures, which come in one size
  const FcResult found = FcPatternGetString(pattern, FC_FILE, 0, &path_bytes);
  assert(found == FcResultMatch);
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  FcPatternGetDouble(pattern, FC_PIXEL_SIZE, 0, &size);
  FcPatternGetBool(pattern, FC_EMBOLDEN, 0, &embolden);
  if (FcPatternGetMatrix(pattern, FC_MATRIX, 0, &scale) == FcResultMatch) size *= scale->xx;

  const std::string path = reinterpret_cast<const char*>(path_bytes);
  auto file = std::ranges::find_if(files_, [&](const File& f) { return f.path == path && f.index == index; });
  if (file == files_.end()) {
    FT_Face face = nullptr;
    const int failed = FT_New_Face(library_, path.c_str(), index, &face);
    assert(!failed && "fontconfig listed a font that FreeType cannot open");
    file = files_.insert(files_.end(), File{path, index, face});
  }
  const Font wanted{static_cast<std::size_t>(file - files_.begin()), static_cast<int>(std::lround(size * 64)),
                    embolden == FcTrue};
  auto known = std::ranges::find(fonts_, wanted);
  if (known == fonts_.end()) known = fonts_.insert(fonts_.end(), wanted);
  return static_cast<unsigned>(known - fonts_.begin());
}

float GlyphAtlas::capital_height(unsigned font) const {
  FT_Face face = files_[fonts_[font].file].face;
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
  if (os2 == nullptr || os2->version < 2 || os2->sCapHeight == 0) return 0.7F;
  return static_cast<float>(os2->sCapHeight) / static_cast<float>(face->units_per_EM);
}

void GlyphAtlas::draw(ImDrawList* draw_list, std::span<const PlacedGlyph> glyphs, ImVec2 top_left,
                      ImU32 colour, std::span<const ImU32> own_colours) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const ImVec2 clip_min = draw_list->GetClipRectMin();
  const ImVec2 clip_max = draw_list->GetClipRectMax();
  const float top = std::round(top_left.y);
  for (const PlacedGlyph& glyph : glyphs) {
    const float reach = 2 * static_cast<float>(fonts_[glyph.font].size_26_6) / 64;
    const float pen_y = top + std::round(glyph.y);
    const float pen_quarters = std::round((top_left.x + glyph.x) * 4);
    const float pen_x = std::floor(pen_quarters / 4);
    if (pen_y + reach < clip_min.y || pen_y - reach > clip_max.y) continue;
    if (pen_x + reach < clip_min.x || pen_x - reach > clip_max.x) continue;
    const Picture& drawn = picture(glyph.font, glyph.glyph, static_cast<unsigned>(pen_quarters - pen_x * 4));
    ImFontAtlasRect rect;  // asked for every time: the atlas may have moved it
    if (drawn.rect == ImFontAtlasRectId_Invalid || !atlas.GetCustomRect(drawn.rect, &rect)) continue;
    const ImU32 own = colour_of(glyph.colour, own_colours, colour);
    const ImVec2 from(pen_x + drawn.left, pen_y + drawn.top);
    draw_list->PrimReserve(6, 4);
    draw_list->PrimRectUV(from, ImVec2(from.x + rect.w, from.y + rect.h), rect.uv0, rect.uv1,
                          drawn.coloured ? own | ~IM_COL32_A_MASK : own);
  }
}

const GlyphAtlas::Picture& GlyphAtlas::picture(unsigned font, unsigned glyph, unsigned quarter) {
  const std::uint64_t key = (std::uint64_t{font} << 34) | (std::uint64_t{glyph} << 2) | quarter;
  if (auto known = pictures_.find(key); known != pictures_.end()) return known->second;
  const Picture drawn = make_picture(fonts_[font], glyph, quarter);  // may forget all others
  return pictures_.emplace(key, drawn).first->second;
}

GlyphAtlas::Picture GlyphAtlas::make_picture(const Font& font, unsigned glyph, unsigned quarter) {
  FT_Face face = files_[font.file].face;
  const bool coloured = !FT_IS_SCALABLE(face);
  const Raster raster = coloured ? rasterise_coloured(face, font.size_26_6, glyph)
                                 : rasterise_outline(face, font.size_26_6, font.embolden, glyph, quarter);
  Picture picture{ImFontAtlasRectId_Invalid, static_cast<short>(raster.left), static_cast<short>(raster.top),
                  coloured};
  if (raster.pixels.empty() || raster.width > glyph_limit_px || raster.height > glyph_limit_px)
    return picture;
  picture.rect = reserve(raster.width, raster.height);
  if (picture.rect != ImFontAtlasRectId_Invalid) copy_to_atlas(raster, picture.rect);
  return picture;
}

ImFontAtlasRectId GlyphAtlas::reserve(int width, int height) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const int surface = (width + atlas.TexGlyphPadding) * (height + atlas.TexGlyphPadding);
  if (surface_px_ + surface > surface_limit_px) forget_all();
  surface_px_ += surface;
  return atlas.AddCustomRect(width, height);
}

// What this frame drew already stays right: Dear ImGui keeps the old texture until the frame is shown, and
// makes a new one when it needs the room.
void GlyphAtlas::forget_all() {
  for (const auto& [key, drawn] : pictures_) ImGui::GetIO().Fonts->RemoveCustomRect(drawn.rect);
  pictures_.clear();
  surface_px_ = 0;
  ++resets_;
}

}  // namespace buurtpeil
