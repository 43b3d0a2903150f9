#include "ui/text/text_engine.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include "theme/fonts.h"
#include "ui/text/glyphs.h"
#include "ui/text/run_attributes.h"

namespace buurtpeil {
namespace {

struct Unreference {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unreference>;

using Iterator = std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)>;
Iterator iterate(PangoLayout* layout) { return {pango_layout_get_iter(layout), &pango_layout_iter_free}; }

/// In the order in which a letter is looked for. Which Debian package has them: assets/fonts.conf.
constexpr std::array families = {"Noto Sans",           "Noto Sans Arabic",  "Noto Sans Ethiopic",
                                 "Droid Sans Fallback", "Noto Sans Symbols", "Noto Sans Symbols2",
                                 "Noto Sans Math",      "Noto Color Emoji"};

/// An enormous text without a given width is wrapped here: Pango's own numbers end at 2 million pixels.
constexpr float widest_line_px = 1'000'000;

/// Beyond this many, paragraphs that the last frame did not ask for are dropped.
constexpr std::size_t cached_paragraphs = 512;

// Some fonts claim more room above and below their letters than a line of a label can give them (Noto Sans
// Arabic: 1.37 and 0.74 em, for stacked vowel signs of the Quran; Noto Sans Math: 1.48 em). This much is
// enough for text as people write it.
constexpr float highest_ascent_em = 1.2F;
constexpr float deepest_descent_em = 0.5F;

float pixels(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }
int units(float px) { return static_cast<int>(std::lround(px * PANGO_SCALE)); }

std::string valid_utf8(std::string_view text) {
  if (text.empty()) return {};
  const bool too_long = text.size() > max_text_bytes;
  if (too_long) text = text.substr(0, max_text_bytes);
  if (too_long) {  // not through a character
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.remove_suffix(1);
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.remove_suffix(1);
  }
  const std::unique_ptr<char, decltype(&g_free)> valid{
      g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free};
  return too_long ? std::string(valid.get()) + "…" : std::string(valid.get());
}

bool is_right_to_left(gunichar letter) {
  switch (g_unichar_get_script(letter)) {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return true;
    default:
      return false;
  }
}

// The page's direction, unless the text has letters of the other direction only: a label that fell back to
// another language.
PangoDirection base_direction(const std::string& text, Direction page) {
  const PangoDirection wanted = page == Direction::right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  PangoDirection found = wanted;
  for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar letter = g_utf8_get_char(at);
    if (!g_unichar_isalpha(letter)) continue;
    found = is_right_to_left(letter) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    if (found == wanted) break;
  }
  return found;
}

PangoAlignment alignment(const TextStyle& style) {
  if (style.align == Align::center) return PANGO_ALIGN_CENTER;
  const bool at_left = (style.align == Align::start) == (style.direction == Direction::left_to_right);
  return at_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

// Never in the middle of a character, nor beyond the end.
std::size_t boundary(const std::string& text, std::size_t index) {
  index = std::min(index, text.size());
  while (index > 0 && index < text.size() && (static_cast<unsigned char>(text[index]) & 0xC0) == 0x80)
    --index;
  return index;
}

std::size_t character_at(const std::string& text, std::size_t index) {
  return static_cast<std::size_t>(
      g_utf8_pointer_to_offset(text.c_str(), text.c_str() + boundary(text, index)));
}

std::size_t index_of(const std::string& text, std::size_t character) {
  return static_cast<std::size_t>(g_utf8_offset_to_pointer(text.c_str(), static_cast<glong>(character)) -
                                  text.c_str());
}

bool has_letter(const std::string& text, const PangoItem* item) {
  const char* end = text.c_str() + item->offset + item->length;
  for (const char* at = text.c_str() + item->offset; at < end; at = g_utf8_next_char(at)) {
    if (g_unichar_isalpha(g_utf8_get_char(at))) return true;
  }
  return false;
}

// Of what no line may end in; pixels.
float widest_word(PangoLayout* layout) {
  const Owned<PangoLayout> narrow{pango_layout_copy(layout)};
  pango_layout_set_wrap(narrow.get(), PANGO_WRAP_WORD);
  pango_layout_set_width(narrow.get(), 0);
  PangoRectangle extents;
  pango_layout_get_extents(narrow.get(), nullptr, &extents);
  return std::max(1.0F, pixels(extents.width));
}

// Pango sees the fonts of our fonts.conf alone: the files of a house style's family come on top, from
// wherever the system has them.
bool add_family(const std::string& family) {
  const auto files = font_files(family);
  return !files.empty() && std::ranges::all_of(files, [](const std::filesystem::path& file) {
    return FcConfigAppFontAddFile(nullptr, reinterpret_cast<const FcChar8*>(file.c_str())) == FcTrue;
  });
}

std::string cache_key(const StyledView& text, const TextStyle& style, float width_px) {
  std::string key = fmt::format("{} {} {} {} {} {} {} {}\n", style.size_px, static_cast<int>(style.weight),
                                static_cast<int>(style.align), static_cast<int>(style.direction),
                                style.line_spacing, style.language, style.least_px, width_px);
  if (!text.runs.empty()) key += fmt::format("{} {}\n", style.heading_scale, style.small_scale);
  for (const TextRun& run : text.runs) {
    const RunStyle& look = run.style;
    key += fmt::format("{} {:d}{:d}{:d}{:d} {} {} {} {};", run.bytes, look.bold, look.italic, look.underline,
                       look.small, look.heading, static_cast<int>(look.align), static_cast<int>(look.family),
                       look.colour ? to_hex(*look.colour) : "");
  }
  key += text.words;
  return key;
}

}  // namespace

void Paragraph::FreeLayout::operator()(PangoLayout* layout) const { g_object_unref(layout); }

int Paragraph::letters_without_font() const { return pango_layout_get_unknown_glyphs_count(layout_.get()); }

std::size_t Paragraph::index_at(float x, float y) const {
  const int line = std::clamp(static_cast<int>(std::floor(y / line_distance_)), 0, lines() - 1);
  int index = 0;
  int trailing = 0;  // characters from index to the nearer edge
  pango_layout_xy_to_index(layout_.get(), units(x), line_middles_[static_cast<std::size_t>(line)], &index,
                           &trailing);
  const auto character =
      character_at(text_, static_cast<std::size_t>(index)) + static_cast<std::size_t>(trailing);
  return std::min(index_of(text_, character), line_positions(line).to);
}

Box Paragraph::caret(std::size_t index) const {
  const int at = static_cast<int>(boundary(text_, index));
  PangoRectangle strong;
  pango_layout_get_cursor_pos(layout_.get(), at, &strong, nullptr);
  int line = 0;
  pango_layout_index_to_line_x(layout_.get(), at, FALSE, &line, nullptr);
  return {pixels(strong.x), static_cast<float>(line) * line_distance_, 0, ascent_ + descent_};
}

std::size_t Paragraph::beside(std::size_t index, Side side) const {
  int found = 0;
  int trailing = 0;  // characters from there on
  pango_layout_move_cursor_visually(layout_.get(), TRUE, static_cast<int>(boundary(text_, index)), 0,
                                    side == Side::left ? -1 : 1, &found, &trailing);
  if (found < 0 || found == G_MAXINT) return boundary(text_, index);  // before the begin, beyond the end
  const auto character =
      character_at(text_, static_cast<std::size_t>(found)) + static_cast<std::size_t>(trailing);
  return index_of(text_, character);
}

Span Paragraph::line(int number) const {
  PangoLayoutLine* found = pango_layout_get_line_readonly(layout_.get(), number);
  const auto from = static_cast<std::size_t>(pango_layout_line_get_start_index(found));
  return {from, from + static_cast<std::size_t>(pango_layout_line_get_length(found))};
}

// Behind the last sign of a line that was broken stands the begin of the next: the caret stays before it.
Span Paragraph::line_positions(int number) const {
  Span ends = line(number);
  const bool broken = number + 1 < lines() && line(number + 1).from == ends.to;
  if (broken) ends.to = Positions(text_).previous(ends.to);
  return ends;
}

Span Paragraph::line_ends(std::size_t index) const {
  int number = 0;
  pango_layout_index_to_line_x(layout_.get(), static_cast<int>(boundary(text_, index)), FALSE, &number,
                               nullptr);
  return line_positions(number);
}

std::vector<Box> Paragraph::selection(std::size_t from, std::size_t to) const {
  std::vector<Box> boxes;
  if (from > to) std::swap(from, to);
  if (from == to) return boxes;
  const Iterator iter = iterate(layout_.get());
  float top = -line_distance_;
  do {
    top += line_distance_;
    PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iter.get());
    const auto line_from = static_cast<std::size_t>(pango_layout_line_get_start_index(line));
    const auto line_to = line_from + static_cast<std::size_t>(pango_layout_line_get_length(line));
    if (line_to <= from || line_from >= to) continue;
    int* ranges = nullptr;  // pairs of x, from the layout's left edge
    int count = 0;
    pango_layout_line_get_x_ranges(line, static_cast<int>(std::max(from, line_from)),
                                   static_cast<int>(std::min(to, line_to)), &ranges, &count);
    for (int i = 0; i < count; ++i) {
      boxes.push_back(
          {pixels(ranges[2 * i]), top, pixels(ranges[2 * i + 1] - ranges[2 * i]), ascent_ + descent_});
    }
    g_free(ranges);
  } while (pango_layout_iter_next_line(iter.get()));
  return boxes;
}

struct TextEngine::State {
  struct Cached {
    Paragraph paragraph;
    int last_frame;
  };

  Owned<PangoFontMap> font_map{pango_ft2_font_map_new()};
  GlyphAtlas glyphs;
  std::unordered_map<std::string, Cached> cache;
  int frame = -1;
  int layouts_made = 0;
  std::string family_names = fmt::format("{}", fmt::join(families, ","));  // for Pango
  float capital_height = 0, ascent_em = 0, descent_em = 0;  // of the first family, as parts of the em

  void measure_latin();
  Owned<PangoLayout> make_layout(const std::string& text, const TextStyle& style, float width_px) const;
  void set_lines(Paragraph& paragraph, std::span<const TextRun> runs, const TextStyle& style) const;
  void place_glyphs(Paragraph& paragraph, std::span<const TextRun> runs, const TextStyle& style);
  void place_run(Paragraph& paragraph, const PangoLayoutRun* run, const RunStyle& style, ImVec2 pen);
  Paragraph lay_out(StyledView utf8, const TextStyle& style, float width_px);
  Paragraph make(StyledView utf8, const TextStyle& style, float width_px);
  void forget_unused();
};

// Each layout has its own context: changing a shared one would lay out all the others again.
Owned<PangoLayout> TextEngine::State::make_layout(const std::string& text, const TextStyle& style,
                                                  float width_px) const {
  const Owned<PangoContext> context{pango_font_map_create_context(font_map.get())};
  pango_context_set_base_dir(context.get(), base_direction(text, style.direction));
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(
      context.get(), pango_language_from_string(style.language.empty() ? "en" : style.language.c_str()));

  const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font{
      pango_font_description_new(), &pango_font_description_free};
  pango_font_description_set_family(font.get(), family_names.c_str());
  pango_font_description_set_weight(font.get(),
                                    style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font.get(), units(style.size_px));

  Owned<PangoLayout> layout{pango_layout_new(context.get())};
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_alignment(layout.get(), alignment(style));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  const bool enormous = static_cast<float>(text.size()) * style.size_px > widest_line_px;
  if (width_px < 0 && enormous) width_px = widest_line_px;
  pango_layout_set_width(layout.get(), width_px < 0 ? -1 : units(std::min(width_px, widest_line_px)));
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  return layout;
}

void TextEngine::State::measure_latin() {
  const TextStyle style{.size_px = 1000};
  const Owned<PangoLayout> letter = make_layout("H", style, unlimited_width);
  PangoRectangle line;
  pango_layout_get_extents(letter.get(), nullptr, &line);
  ascent_em = pixels(pango_layout_get_baseline(letter.get())) / style.size_px;
  descent_em = pixels(line.height) / style.size_px - ascent_em;
  const Iterator iter = iterate(letter.get());
  capital_height =
      glyphs.capital_height(glyphs.font(pango_layout_iter_get_run_readonly(iter.get())->item->analysis.font));
}

// How far the letters reach above and below the baseline in a line of the usual size; signs and numbers have
// no say.
void TextEngine::State::set_lines(Paragraph& paragraph, std::span<const TextRun> runs,
                                  const TextStyle& style) const {
  float ascent = ascent_em * style.size_px;
  float descent = descent_em * style.size_px;
  const Iterator iter = iterate(paragraph.layout_.get());
  do {
    const PangoLayoutRun* run = pango_layout_iter_get_run_readonly(iter.get());
    if (run == nullptr) {  // the end of a line
      PangoRectangle line;
      pango_layout_iter_get_line_extents(iter.get(), nullptr, &line);
      paragraph.line_middles_.push_back(line.y + line.height / 2);
    } else if (has_letter(paragraph.text_, run->item)) {
      PangoRectangle logical;
      pango_layout_iter_get_run_extents(iter.get(), nullptr, &logical);
      const int baseline = pango_layout_iter_get_baseline(iter.get());
      const float scale = scale_of(style_at(runs, static_cast<std::size_t>(run->item->offset)), style);
      ascent = std::max(ascent, pixels(baseline - logical.y) / scale);
      descent = std::max(descent, pixels(logical.y + logical.height - baseline) / scale);
    }
  } while (pango_layout_iter_next_run(iter.get()));
  paragraph.ascent_ = std::ceil(std::min(ascent, highest_ascent_em * style.size_px));
  paragraph.descent_ = std::ceil(std::min(descent, deepest_descent_em * style.size_px));
  paragraph.line_distance_ = std::ceil((paragraph.ascent_ + paragraph.descent_) * style.line_spacing);
}

// Lines are as high as the largest of their letters; their places are known from the top on, so glyphs are
// placed line by line.
void TextEngine::State::place_glyphs(Paragraph& paragraph, std::span<const TextRun> runs,
                                     const TextStyle& style) {
  float top = 0, left = widest_line_px, right = 0;
  const float width = pixels(pango_layout_get_width(paragraph.layout_.get()));
  const Iterator iter = iterate(paragraph.layout_.get());
  bool last = false, below_heading = false;
  for (bool first = true; !last; first = false) {
    PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iter.get());
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(iter.get(), nullptr, &extents);
    const RunStyle& of_line =
        style_at(runs, static_cast<std::size_t>(pango_layout_line_get_start_index(line)));
    const float scale = scale_of({.heading = of_line.heading}, style);
    if (below_heading && of_line.heading == 0) top += std::ceil(paragraph.line_distance_ / 4);
    below_heading = of_line.heading > 0;
    const float baseline = top + std::ceil(paragraph.ascent_ * scale);
    if (first) paragraph.first_baseline_ = baseline;
    const float shift = shift_of(of_line.align, width, pixels(extents.x), pixels(extents.width));
    left = std::min(left, pixels(extents.x) + shift);
    right = std::max(right, pixels(extents.x + extents.width) + shift);
    for (const PangoLayoutRun* run; (run = pango_layout_iter_get_run_readonly(iter.get())) != nullptr;) {
      PangoRectangle logical;
      pango_layout_iter_get_run_extents(iter.get(), nullptr, &logical);
      place_run(paragraph, run, style_at(runs, static_cast<std::size_t>(run->item->offset)),
                {pixels(logical.x) + shift, baseline});
      pango_layout_iter_next_run(iter.get());
    }
    paragraph.last_baseline_ = baseline;
    paragraph.extent_ = {left, 0, right - left, baseline + std::ceil(paragraph.descent_ * scale)};
    top += std::ceil(paragraph.line_distance_ * scale);
    last = !pango_layout_iter_next_run(iter.get());
  }
}

void TextEngine::State::place_run(Paragraph& paragraph, const PangoLayoutRun* run, const RunStyle& style,
                                  ImVec2 pen) {
  short colour = -1;
  if (style.colour)
    colour =
        static_cast<short>(std::ranges::find(paragraph.colours_, *style.colour) - paragraph.colours_.begin());
  const unsigned font = glyphs.font(run->item->analysis.font);
  const float begin = pen.x;
  for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
    const PangoGlyphInfo& info = run->glyphs->glyphs[i];
    const float wide = pixels(info.geometry.width);
    if ((info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
      paragraph.empty_boxes_.push_back(
          {{pen.x + wide * 0.1F, pen.y - paragraph.ascent_ * 0.7F, wide * 0.8F, paragraph.ascent_ * 0.7F},
           colour});
    else if (info.glyph != PANGO_GLYPH_EMPTY)
      paragraph.glyphs_.push_back({font, info.glyph, pen.x + pixels(info.geometry.x_offset),
                                   pen.y + pixels(info.geometry.y_offset), colour});
    pen.x += wide;
  }
  if (!style.underline) return;
  const float thickness = std::max(1.0F, std::round(paragraph.ascent_ / 16));
  paragraph.underlines_.push_back({{begin, pen.y + 2 * thickness, pen.x - begin, thickness}, colour});
}

Paragraph TextEngine::State::lay_out(StyledView utf8, const TextStyle& style, float width_px) {
  ++layouts_made;
  Paragraph paragraph;
  paragraph.text_ = valid_utf8(utf8.words);
  paragraph.style_ = style;
  if (paragraph.text_.size() != utf8.words.size()) utf8.runs = {};  // which were of other bytes
  paragraph.layout_.reset(make_layout(paragraph.text_, style, width_px).release());
  if (!utf8.runs.empty())
    paragraph.colours_ = set_attributes(paragraph.layout_.get(), utf8.runs, style, family_names);
  set_lines(paragraph, utf8.runs, style);
  place_glyphs(paragraph, utf8.runs, style);
  paragraph.cut_words_ = cut_words_of(paragraph.layout_.get());
  return paragraph;
}

Paragraph TextEngine::State::make(StyledView utf8, const TextStyle& style, float width_px) {
  Paragraph paragraph = lay_out(utf8, style, width_px);
  if (paragraph.cut_words() == 0 || style.least_px <= 0) return paragraph;
  TextStyle smaller = style;
  smaller.size_px =
      std::min(style.size_px, std::ceil(style.size_px * width_px / widest_word(paragraph.layout_.get())));
  while (--smaller.size_px >= style.least_px) {
    Paragraph whole = lay_out(utf8, smaller, width_px);
    if (whole.cut_words() == 0) return whole;
  }
  return paragraph;
}

void TextEngine::State::forget_unused() {
  if (frame == ImGui::GetFrameCount()) return;
  if (cache.size() > cached_paragraphs) {
    std::erase_if(cache, [this](const auto& entry) { return entry.second.last_frame < frame; });
  }
  frame = ImGui::GetFrameCount();
}

TextEngine::TextEngine(std::unique_ptr<State> state) : state_(std::move(state)) {}
TextEngine::TextEngine(TextEngine&&) noexcept = default;
TextEngine& TextEngine::operator=(TextEngine&&) noexcept = default;
TextEngine::~TextEngine() = default;

std::expected<TextEngine, std::string> TextEngine::create(const std::string& family) {
  const bool own = std::ranges::find(families, family) != families.end();
  if (!own && !add_family(family))
    return std::unexpected(fmt::format("The font family \"{}\" is not installed.", family));
  auto state = std::make_unique<State>();
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(state->font_map.get()), 72, 72);
  for (const char* each : families) {
    if (pango_font_map_get_family(state->font_map.get(), each) != nullptr) continue;
    return std::unexpected(
        fmt::format("The font family \"{}\" is missing: install the packages fonts-noto-core, "
                    "fonts-noto-color-emoji and fonts-droid-fallback, and see that FONTCONFIG_FILE names "
                    "Buurtpeil's fonts.conf.",
                    each));
  }
  if (family != families[0]) state->family_names = family + "," + state->family_names;
  TextEngine engine(std::move(state));
  engine.state_->measure_latin();
  return engine;
}

float TextEngine::size_px_for_capital_height(float height_px) const {
  return height_px / state_->capital_height;
}
float TextEngine::capital_height_px(float size_px) const { return size_px * state_->capital_height; }

const Paragraph& TextEngine::layout(StyledView utf8, const TextStyle& style, float width_px) {
  assert(style.size_px > 0 && style.size_px < 2000 && style.line_spacing > 0);
  state_->forget_unused();
  std::string key = cache_key(utf8, style, width_px);
  auto known = state_->cache.find(key);
  if (known == state_->cache.end()) {
    known =
        state_->cache.emplace(std::move(key), State::Cached{state_->make(utf8, style, width_px), 0}).first;
  }
  known->second.last_frame = state_->frame;
  return known->second.paragraph;
}

void TextEngine::draw(ImDrawList* draw_list, const Paragraph& paragraph, ImVec2 top_left, ImU32 colour,
                      std::span<const ImU32> own_colours) {
  state_->glyphs.draw(draw_list, paragraph.glyphs(), top_left, colour, own_colours);
  const auto corners = [&](const Box& box) {
    const ImVec2 from{std::round(top_left.x + box.x), std::round(top_left.y) + std::round(box.y)};
    return std::pair{from, ImVec2{from.x + std::round(box.width), from.y + std::round(box.height)}};
  };
  for (const PlacedLine& line : paragraph.underlines()) {
    const auto [from, to] = corners(line.box);
    draw_list->AddRectFilled(from, to, colour_of(line.colour, own_colours, colour));
  }
  for (const PlacedLine& empty : paragraph.empty_boxes()) {
    const auto [from, to] = corners(empty.box);
    draw_list->AddRect(from, to, colour_of(empty.colour, own_colours, colour), 0, 0,
                       std::max(1.0F, empty.box.height / 12));
  }
}

TextEngine::Statistics TextEngine::statistics() const {
  return {.layouts_made = state_->layouts_made,
          .glyphs_in_atlas = state_->glyphs.size(),
          .atlas_resets = state_->glyphs.resets()};
}

}  // namespace buurtpeil
