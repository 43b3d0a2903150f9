#include "ui/text/run_attributes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include <pango/pango.h>

namespace buurtpeil {
namespace {

/// What Pango has to know of the runs.
class Attributes {
 public:
  Attributes(std::span<const TextRun> runs, const TextStyle& style, const std::string& families)
      : style_(style), families_(families) {
    const auto is_bold = [](const TextRun& run) { return run.style.bold; };
    lightens_ = std::ranges::any_of(runs, is_bold) && !std::ranges::all_of(runs, is_bold);
    unsigned from = 0;
    for (const TextRun& run : runs) {
      add_run(run.style, from, from + static_cast<unsigned>(run.bytes));
      from += static_cast<unsigned>(run.bytes);
    }
  }

  [[nodiscard]] PangoAttrList* list() const { return list_.get(); }
  [[nodiscard]] const std::vector<Colour>& own_colours() const { return own_colours_; }

 private:
  void add_run(const RunStyle& style, unsigned from, unsigned to) {
    const auto add = [&](PangoAttribute* attribute) {
      attribute->start_index = from;
      attribute->end_index = to;
      pango_attr_list_insert(list_.get(), attribute);
    };
    const bool bold = style.bold || style.heading > 0 || (style_.weight == Weight::bold && !lightens_);
    add(pango_attr_weight_new(bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL));
    if (style.italic) add(pango_attr_style_new(PANGO_STYLE_ITALIC));
    if (const float scale = scale_of(style, style_); scale != 1)
      add(pango_attr_scale_new(static_cast<double>(scale)));
    if (style.family == FontFamily::serif) add(pango_attr_family_new(("Noto Serif," + families_).c_str()));
    if (style.family == FontFamily::monospace)
      add(pango_attr_family_new(("Noto Sans Mono," + families_).c_str()));
    if (style.underline) add(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
    if (style.colour) add(pango_attr_foreground_new(number_of(*style.colour), 0, 0));  // parts the runs
  }

  guint16 number_of(const Colour& colour) {
    auto known = std::ranges::find(own_colours_, colour);
    if (known == own_colours_.end()) known = own_colours_.insert(known, colour);
    return static_cast<guint16>(known - own_colours_.begin());
  }

  std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> list_{pango_attr_list_new(),
                                                                         &pango_attr_list_unref};
  const TextStyle& style_;
  const std::string& families_;
  std::vector<Colour> own_colours_;
  bool lightens_ = false;
};

}  // namespace

const RunStyle& style_at(std::span<const TextRun> runs, std::size_t byte) {
  static constexpr RunStyle none;
  for (std::size_t end = 0; const TextRun& run : runs)
    if (byte < (end += run.bytes)) return run.style;
  return runs.empty() ? none : runs.back().style;
}

float scale_of(const RunStyle& run, const TextStyle& style) {
  constexpr std::array steps = {0.0F, 1.0F, 0.7F, 0.45F, 0.2F, 0.0F, 0.0F};  // from the text to the largest
  const float heading = std::pow(style.heading_scale, steps.at(static_cast<std::size_t>(run.heading)));
  return heading * (run.small ? style.small_scale : 1.0F);
}

float shift_of(LineAlign align, float width, float x, float line_width) {
  if (width <= 0 || align == LineAlign::usual) return 0;
  const float room = std::max(0.0F, width - line_width);
  return (align == LineAlign::left ? 0 : align == LineAlign::center ? room / 2 : room) - x;
}

std::vector<Colour> set_attributes(PangoLayout* layout, std::span<const TextRun> runs, const TextStyle& style,
                                   const std::string& families) {
  const Attributes attributes(runs, style, families);
  pango_layout_set_attributes(layout, attributes.list());
  return attributes.own_colours();
}

int cut_words_of(PangoLayout* layout) {
  const int lines = pango_layout_get_line_count(layout);
  const char* text = pango_layout_get_text(layout);
  int cut = 0, count = 0;
  const PangoLogAttr* places = pango_layout_get_log_attrs_readonly(layout, &count);
  for (int number = 1; number < lines; ++number) {
    PangoLayoutLine* before = pango_layout_get_line_readonly(layout, number - 1);
    const int end = pango_layout_line_get_start_index(before) + pango_layout_line_get_length(before);
    const int begin = pango_layout_line_get_start_index(pango_layout_get_line_readonly(layout, number));
    const auto place = g_utf8_pointer_to_offset(text, text + begin);
    if (begin == end && place < count && places[place].is_line_break == 0) ++cut;
  }
  return cut;
}

}  // namespace buurtpeil
