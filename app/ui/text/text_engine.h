// Shaped text for Dear ImGui, which itself does no shaping, no right-to-left and no line breaking. Pango
// decides (direction, joined letters, fallback fonts, line breaks, caret places), FreeType draws each glyph
// once into Dear ImGui's texture, and a drawn text is a row of textured rectangles in Dear ImGui's own draw
// list. All words on the screen go this way.
//
// Text is UTF-8. What is not valid UTF-8 is shown as U+FFFD; what is longer than max_text_bytes is cut off
// and ends in "…".
#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "style/styled_text.h"
#include "ui/box.h"
#include "ui/text/positions.h"
#include "ui/view.h"

using PangoLayout = struct _PangoLayout;

namespace buurtpeil {

/// Longer texts are cut off: about 10 pages, as much as a spreadsheet's cell holds and far beyond what fits a
/// screen.
inline constexpr std::size_t max_text_bytes = 32 * 1024;

enum class Weight { regular, bold };  ///< the two weights that Debian's Noto Sans has
enum class Side { left, right };      ///< of the screen
enum class Align {
  start,
  center,
  end
};  ///< start: left in a left-to-right text, right in a right-to-left one

struct TextStyle {
  float size_px = 24;  ///< the em; the theme gets it from size_px_for_capital_height
  Weight weight = Weight::regular;
  Align align = Align::start;
  Direction direction = Direction::left_to_right;  ///< of the page: side of "start", and order of mixed texts
  float line_spacing =
      1.0F;  ///< times the usual distance between lines: 1.36 em, up to 1.7 em for tall scripts
  float heading_scale = 1.6F;  ///< times size_px: the largest heading; the others lie between it and the text
  float small_scale = 0.8F;    ///< times size_px: small runs
  std::string language = {};   ///< code, "tr": selects letter shapes and line breaking rules; may be ""
  /// Where a line has no room for a word, the letters of the text shrink, at most to this size; where even
  /// those do not help they stay, and the word is broken. 0: they always stay.
  float least_px = 0;
  bool operator==(const TextStyle&) const = default;
};

/// One glyph of a paragraph, relative to its top left corner; pixels.
struct PlacedGlyph {
  unsigned font = 0;   ///< from GlyphAtlas::font
  unsigned glyph = 0;  ///< index in that font
  float x = 0, y = 0;  ///< pen position on the baseline
  short colour = -1;   ///< of Paragraph::colours(); -1: that of the text
};

/// A line below words, relative to the paragraph's top left corner; pixels.
struct PlacedLine {
  Box box;
  short colour = -1;
};

/// The colour of that number, or the one of the text where there is none.
[[nodiscard]] inline ImU32 colour_of(short number, std::span<const ImU32> own_colours, ImU32 of_text) {
  const auto index = static_cast<std::size_t>(number);
  return number >= 0 && index < own_colours.size() ? own_colours[index] : of_text;
}

/// A text laid out within a width. Its lines stand at equal distances on whole pixels, whatever scripts they
/// hold: wide enough for Arabic where there is Arabic, not stretched by one arrow from a symbol font. All
/// places are pixels from its top left corner, all indices are bytes in text().
class Paragraph {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }  ///< as laid out: valid UTF-8
  [[nodiscard]] const TextStyle& style() const { return style_; }  ///< of the whole of it, as it was set
  /// Words that are broken in their midst, with a hyphen where their script has one.
  [[nodiscard]] int cut_words() const { return cut_words_; }
  [[nodiscard]] const Box& extent() const {
    return extent_;
  }  ///< around the lines; height() high, as wide as the widest line
  [[nodiscard]] float width() const { return extent_.width; }  ///< of the widest line: what a button needs
  [[nodiscard]] float height() const { return extent_.height; }
  [[nodiscard]] int lines() const { return static_cast<int>(line_middles_.size()); }
  [[nodiscard]] float first_baseline() const { return first_baseline_; }
  [[nodiscard]] float last_baseline() const { return last_baseline_; }
  [[nodiscard]] int letters_without_font()
      const;  ///< shown as an empty box, because no font has them; for tests
  [[nodiscard]] const std::vector<PlacedGlyph>& glyphs() const { return glyphs_; }
  [[nodiscard]] const std::vector<PlacedLine>& underlines() const { return underlines_; }
  /// In place of letters that no font has.
  [[nodiscard]] const std::vector<PlacedLine>& empty_boxes() const { return empty_boxes_; }
  /// Those of its runs, as their author wrote them.
  [[nodiscard]] const std::vector<Colour>& colours() const { return colours_; }

  // For a text field, whose text is plain. Positions are those of positions.h.

  /// The position nearest to a point, which may lie outside: then the nearest line counts.
  [[nodiscard]] std::size_t index_at(float x, float y) const;
  /// Where the caret stands before the grapheme at index: a box without width, as high as the letters get.
  [[nodiscard]] Box caret(std::size_t index) const;
  /// Where the caret goes one step to the left or right on the screen, whatever the directions of the text;
  /// at the ends of a line to the line before or after; at the ends of the text the index itself.
  [[nodiscard]] std::size_t beside(std::size_t index, Side side) const;
  /// The first and the last position in the caret's line.
  [[nodiscard]] Span line_ends(std::size_t index) const;
  /// Boxes behind the text from one index to another, several where lines or directions change.
  [[nodiscard]] std::vector<Box> selection(std::size_t from, std::size_t to) const;

 private:
  friend class TextEngine;
  [[nodiscard]] Span line(int number) const;            ///< without its line break
  [[nodiscard]] Span line_positions(int number) const;  ///< where a caret can stand in it
  struct FreeLayout {
    void operator()(PangoLayout* layout) const;
  };
  std::unique_ptr<PangoLayout, FreeLayout> layout_;
  std::string text_;
  TextStyle style_;
  Box extent_;
  float ascent_ = 0, descent_ = 0, line_distance_ = 0;
  float first_baseline_ = 0, last_baseline_ = 0;
  std::vector<int> line_middles_;  // where Pango itself puts the middle of each line, in its units
  std::vector<PlacedGlyph> glyphs_;
  std::vector<PlacedLine> underlines_;
  std::vector<PlacedLine> empty_boxes_;
  std::vector<Colour> colours_;
  int cut_words_ = 0;
};

/// Without a line break but where the text has one.
inline constexpr float unlimited_width = -1;

class TextEngine {
 public:
  /// Needs a current ImGui context, whose font atlas it draws into, and FONTCONFIG_FILE pointing to
  /// assets/fonts.conf. Letters are those of `family` first, wherever the system has it installed, then of
  /// ours. Fails when a font family is missing, by name.
  [[nodiscard]] static std::expected<TextEngine, std::string> create(const std::string& family = "Noto Sans");
  TextEngine(TextEngine&&) noexcept;
  TextEngine& operator=(TextEngine&&) noexcept;
  ~TextEngine();

  /// The size at which capital letters are that high; pixels.
  [[nodiscard]] float size_px_for_capital_height(float height_px) const;
  [[nodiscard]] float capital_height_px(float size_px) const;

  /// Lays a text out, or gives it from the cache. The reference stays valid until this ImGui frame ends.
  /// Of a text with style: bold words in a text that is bold as a whole stand out by making the others
  /// regular; lines of a heading are larger and bold, and may have an alignment of their own.
  const Paragraph& layout(StyledView utf8, const TextStyle& style, float width_px = unlimited_width);

  /// Draws within the draw list's clip rectangle. Baselines are put on whole pixels, letters on quarters of a
  /// pixel.
  /// `own_colours` are those of the paragraph's runs, packed, as they are to be drawn; none: all in `colour`.
  void draw(ImDrawList* draw_list, const Paragraph& paragraph, ImVec2 top_left, ImU32 colour,
            std::span<const ImU32> own_colours = {});

  /// Since the start; for tests and measurements.
  struct Statistics {
    int layouts_made = 0;     ///< how often layout() did not find its answer in the cache
    int glyphs_in_atlas = 0;  ///< at present
    int atlas_resets = 0;     ///< how often it was full and all glyphs were forgotten
  };
  [[nodiscard]] Statistics statistics() const;

 private:
  struct State;
  explicit TextEngine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
