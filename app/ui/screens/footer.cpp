#include "ui/screens/footer.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace buurtpeil {
namespace {

ButtonDesign set_as(ButtonDesign design, const FooterCut& cut) {
  design.size = cut.size;
  if (!cut.signs) design.before = design.after = std::nullopt;
  return design;
}

// A sign that says it all.
bool may_be_sign(const FooterButtons& buttons) {
  return !buttons.second.label.empty() && buttons.second_design.before == Sign::back;
}

struct FooterWidths {
  float first = 0, second = 0;
};

FooterWidths widths_of(Frame& frame, const FooterButtons& buttons, const FooterCut& cut) {
  frame.set_content(Density::usual, cut.text);
  // Where an answer on the page goes on there is no Next: about as much room is kept for it all the same.
  const bool kept = buttons.first.label.empty() && !buttons.first_name.empty();
  const Button& first = kept ? buttons.second : buttons.first;
  FooterWidths widths{.first = button_width(frame, first, set_as(buttons.first_design, cut)),
                      .second = button_width(frame, buttons.second, set_as(buttons.second_design, cut))};
  frame.set_as_page();
  if (buttons.first_name.empty()) widths.first = 0;
  if (buttons.second.label.empty()) widths.second = 0;
  if (!cut.second_in_words) widths.second = frame.theme().size(Size::square_button);
  return widths;
}

FooterCut cut_so(TextScale text, TextSize size, bool signs, bool second_in_words) {
  FooterCut cut;
  cut.text = text;
  cut.size = size;
  cut.signs = signs;
  cut.second_in_words = second_in_words;
  return cut;
}

// From the best on, in these letters.
std::vector<FooterCut> in_words(TextScale text) {
  return {cut_so(text, TextSize::reading, true, true), cut_so(text, TextSize::reading, false, true),
          cut_so(text, TextSize::small, false, true)};
}
std::vector<FooterCut> with_arrow(TextScale text) {
  return {cut_so(text, TextSize::reading, true, false), cut_so(text, TextSize::small, false, false)};
}

struct FooterChoice {
  FooterCut cut;
  FooterWidths widths;
  float more = 0;  // so much is kept for it
  bool in_one_line = true;
};

// Both in small letters on several lines, as wide as the width leaves, each by its words. Where that leaves
// one too little for its longest word it takes some of the other's, and gives false all the same.
bool set_on_lines(Frame& frame, const FooterButtons& buttons, FooterChoice& choice, float left) {
  auto& [first, second] = choice.widths;
  const float all = first + second;
  if (all <= 0) return false;
  first = std::floor(left * first / all);
  second = left - first;
  frame.set_content(Density::usual, choice.cut.text);
  const auto least = [&](const Button& button, const ButtonDesign& design) {
    if (button.label.empty()) return 0.0F;
    const Lettering lettering{choice.cut.size, design.weight};
    const float around = button_width(frame, {" ", {}}, set_as(design, choice.cut));
    return widest_word_of(frame, button.label, lettering) + around;
  };
  const float one = least(buttons.first, buttons.first_design);
  const float other = least(buttons.second, buttons.second_design);
  frame.set_as_page();
  choice.in_one_line = false;
  if (one <= first && other <= second) return true;
  if (one + other + 1 <= left) first = std::clamp(first, std::ceil(one), std::floor(left - other));
  second = left - first;
  return false;
}

FooterChoice choose_cut(Frame& frame, const FooterButtons& buttons, float width) {
  const float gap = frame.theme().space(3);
  const TextScale page = frame.page_letters(), least = std::min(page, TextScale::normal);
  const float wide = width_of_more(frame), narrow = least_width_of_more(frame);
  FooterChoice choice;
  const auto fits = [&](const std::vector<FooterCut>& cuts, float more) {
    return std::ranges::any_of(cuts, [&](const FooterCut& cut) {
      if (!cut.second_in_words && !may_be_sign(buttons)) return false;
      choice = {.cut = cut, .widths = widths_of(frame, buttons, cut), .more = more};
      return choice.widths.second + gap + choice.widths.first + (more > 0 ? more + gap : 0) <= width;
    });
  };
  const auto fits_on_lines = [&](float more) {
    const FooterCut cut = in_words(least).back();
    choice = {.cut = cut, .widths = widths_of(frame, buttons, cut), .more = more};
    return set_on_lines(frame, buttons, choice, width - gap - (more > 0 ? more + gap : 0));
  };
  const auto fits_with_folded = [&](float more) {
    return fits(in_words(least), more) || fits(with_arrow(least), more) || fits_on_lines(more);
  };
  (void)(fits(in_words(page), wide) || fits(in_words(page), narrow) || fits(with_arrow(page), wide) ||
         fits(with_arrow(page), narrow) || fits(in_words(least), narrow) || fits(with_arrow(least), narrow) ||
         fits_on_lines(narrow) || fits_with_folded(folded_width_of_more(frame)) || fits(in_words(page), 0) ||
         fits(with_arrow(page), 0) || fits(in_words(least), 0) || fits_on_lines(0));
  return choice;
}

float height_on_lines(Frame& frame, const FooterButtons& buttons, const FooterChoice& choice) {
  const float least = frame.theme().button_height();
  frame.set_content(Density::usual, choice.cut.text);
  const auto height = [&](const Button& button, const ButtonDesign& design, float width) {
    return button_height(frame, button, set_as(design, choice.cut), width, least);
  };
  const float highest = std::max(height(buttons.first, buttons.first_design, choice.widths.first),
                                 height(buttons.second, buttons.second_design, choice.widths.second));
  frame.set_as_page();
  return highest;
}

}  // namespace

FooterCut cut_footer(Frame& frame, const FooterButtons& buttons, PageBoxes& boxes, float widest) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(3), width = std::min(boxes.footer.width, widest);
  const FooterChoice choice = choose_cut(frame, buttons, width);
  auto [first, second] = choice.widths;
  const float height = choice.in_one_line ? theme.button_height() : height_on_lines(frame, buttons, choice);
  const float higher = height - theme.button_height();
  boxes.body.height -= higher;
  boxes.footer.y -= higher;
  boxes.footer.height += higher;
  boxes.footer = centred_column(boxes.footer, widest);
  const float least = theme.size(Size::move_button);
  const float spare = width - gap - first - second - (choice.more > 0 ? choice.more + gap : 0);
  if (spare > 2 * least) first = std::max(first, least);
  FooterCut cut = choice.cut;
  cut.middle = inset(boxes.footer, 0, (boxes.footer.height - height) / 2);
  cut.first = take_right(cut.middle, first, gap);
  cut.second = take_left(cut.middle, second, gap);
  return cut;
}

std::optional<Event> draw_footer(Frame& frame, const FooterButtons& buttons, const FooterCut& cut) {
  frame.set_content(Density::usual, cut.text);
  auto result =
      draw_button(frame, buttons.first_name, buttons.first, cut.first, set_as(buttons.first_design, cut));
  std::optional<Event> other;
  if (cut.second_in_words)
    other = draw_button(frame, buttons.second_name, buttons.second, cut.second,
                        set_as(buttons.second_design, cut));
  else if (draw_sign_button(frame, buttons.second_name, *buttons.second_design.before, cut.second))
    other = buttons.second.event;
  frame.set_as_page();
  return other ? other : result;
}

}  // namespace buurtpeil
