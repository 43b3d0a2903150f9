// How the visitor wants to see the screens: each choice is shown as it would look, and a sample as it is now.
// The page itself keeps its letters and its places whatever is chosen: nothing moves away from under a finger
// that tries one size after the other, and all of it is in sight on a tablet as well.
#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/screens/footer.h"
#include "ui/screens/screens.h"

namespace buurtpeil {
namespace {

using Group = LookView::Group;
using Option = LookView::Option;

constexpr TextScale panel_letters = TextScale::normal;
constexpr Lettering option_label{TextSize::reading, Weight::regular, Align::center};

/// What stands on a card: its sample with words below it; or its sample alone, and the words of the chosen
/// one stand in the heading.
enum class CardWords { below, in_heading };

/// A capital A in the size that the letters would have, or a piece of a page in the colours.
float sample_height(Frame& frame, const Group& group) {
  if (group.kind == Group::Kind::contrast) return frame.theme().size(Size::swatch);
  float tallest = 0;
  for (const Option& option : group.options)
    tallest = std::max(tallest, Theme(frame.theme().display(), option.look).capital(TextSize::reading));
  return tallest;
}

void draw_letter(Frame& frame, const Option& option, const Box& box) {
  const float capital = Theme(frame.theme().display(), option.look).capital(TextSize::reading);
  const float sign = capital * 24 / 18;  // of which the letter takes three quarters
  frame.sign(Sign::letter, {middle_x(box) - sign / 2, bottom(box) - capital - sign / 8, sign, sign},
             frame.colours().ink);
}

void draw_swatch(Frame& frame, const Option& option, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& colours = theme.colours(option.look.contrast);
  const Box page = centred(box, std::min(box.width, box.height * 2.4F), box.height);
  frame.fill(page, colours.paper, theme.corner() / 2);
  frame.edge(page, colours.edge, theme.corner() / 2, theme.stroke());
  Box inner = inset(page, page.height * 0.24F, page.height * 0.22F);
  const float thick = page.height * 0.16F;
  frame.fill(take_top(inner, thick, thick), colours.ink, thick / 2);
  Box line = take_top(inner, thick);
  frame.fill(take_left(line, line.width * 0.6F, thick), colours.ink_quiet, thick / 2);
  frame.fill(line, colours.accent, thick / 2);
}

std::optional<Event> draw_sample_card(Frame& frame, const Group& group, const Option& option, CardWords words,
                                      const Box& box) {
  const Theme& theme = frame.theme();
  const Contact contact = frame.touch("look:" + option.name, box);
  draw_choice_card(frame, option.chosen, contact.pressed, box);
  if (option.chosen) draw_chosen_badge(frame, box);
  Box inner = inset(box, theme.space(3), theme.space(words == CardWords::below ? 4 : 3));
  const Box sample = take_top(inner, sample_height(frame, group), theme.space(2));
  group.kind == Group::Kind::contrast ? draw_swatch(frame, option, sample)
                                      : draw_letter(frame, option, sample);
  if (words == CardWords::below) frame.write(option.label, option_label, inner, frame.colours().ink);
  if (contact.tapped) return event::SetLook{option.look};
  return std::nullopt;
}

std::optional<Event> draw_switch(Frame& frame, const Option& option, const Box& box) {
  const Theme& theme = frame.theme();
  const Contact contact = frame.touch("look:" + option.name, box);
  draw_choice_card(frame, option.chosen, contact.pressed, box);
  Box inner = inset(box, theme.size(Size::card_padding), 0);
  const float size = theme.size(Size::mark);
  draw_mark(frame, centred(take_left(inner, size, theme.space(4)), size, size), true, option.chosen);
  frame.write_in_middle(option.label, {}, inner, frame.colours().ink);
  if (contact.tapped) return event::SetLook{option.look};
  return std::nullopt;
}

/// How the cards of a group lie: in rows of as many as their words leave room for.
struct GroupCut {
  std::size_t columns = 1;
  float card = 0, height = 0, gap = 0;
};

GroupCut cut_group(Frame& frame, const Group& group, CardWords words, float width) {
  const Theme& theme = frame.theme();
  const bool switches = group.kind == Group::Kind::others;
  const bool has_words = switches || words == CardWords::below;
  const float around = switches ? 2 * theme.size(Size::card_padding) + theme.size(Size::mark) + theme.space(4)
                                : 2 * theme.space(3);
  GroupCut cut;
  cut.gap = theme.space(theme.room() == Room::roomy ? 4 : 3);
  float widest = theme.target();
  for (const Option& option : group.options)
    if (has_words) widest = std::max(widest, frame.width_of(option.label, option_label) + around);
  const std::size_t count = group.options.size();
  const auto column = [&] {
    return std::floor((width - cut.gap * static_cast<float>(cut.columns - 1)) /
                      static_cast<float>(cut.columns));
  };
  cut.columns = count;
  while (cut.columns > 1 && column() < widest)
    cut.columns = count == 4 && cut.columns == 4 ? 2 : cut.columns - 1;
  if (count == 3 && cut.columns == 2 && words == CardWords::below) cut.columns = 1;
  cut.card = column();
  const float sample = switches ? 0 : sample_height(frame, group);
  cut.height = switches ? theme.card_height() : sample + 2 * theme.space(3);
  for (const Option& option : group.options) {
    if (!has_words) continue;
    const float text = frame.height_of(option.label, option_label, cut.card - around);
    cut.height = std::max(cut.height, switches ? text + 2 * theme.space(3)
                                               : text + 2 * theme.space(4) + sample + theme.space(2));
  }
  cut.height = std::ceil(cut.height);
  return cut;
}

std::string heading_of(const Group& group, CardWords words) {
  const auto chosen = std::ranges::find_if(group.options, &Option::chosen);
  if (words == CardWords::below || chosen == group.options.end()) return group.label;
  return group.label + ": " + chosen->label;
}

void add_group(Frame& frame, PageContent& content, const Group& group, CardWords words, float width) {
  const Theme& theme = frame.theme();
  const GroupCut cut = cut_group(frame, group, words, width);
  const std::size_t count = group.options.size();
  if (!group.label.empty())
    content.add_text(heading_of(group, words), {TextSize::reading, Weight::bold}, frame.colours().ink, width,
                     theme.space(theme.room() == Room::roomy ? 6 : 3));
  for (std::size_t first = 0; first < count; first += cut.columns) {
    const float above = first > 0 ? cut.gap : theme.space(group.label.empty() ? 5 : 3);
    content.add(
        {.gap = above, .height = cut.height, .draw = [&frame, &group, first, words, cut](const Box& row) {
           std::optional<Event> result;
           Box rest = row;
           const bool is_switch = group.kind == Group::Kind::others;
           for (std::size_t at = first; at < std::min(first + cut.columns, group.options.size()); ++at) {
             const Option& option = group.options[at];
             const Box box = take_left(rest, cut.card, cut.gap);
             if (auto event = is_switch ? draw_switch(frame, option, box)
                                        : draw_sample_card(frame, group, option, words, box))
               result = std::move(event);
           }
           return result;
         }});
  }
}

// ---- the sample ----

constexpr Lettering sample_letters{TextSize::lead, Weight::bold};
/// Of the page's own script.
const char* two_letters(const Frame& frame) {
  return frame.page().direction == Direction::right_to_left ? "أب" : "Aa";
}

/// A piece of a page as it is chosen now. It is as high as any of the sizes needs, so that nothing below it
/// moves.
void add_sample(Frame& frame, PageContent& content, const LookView& view, float width) {
  const Theme& theme = frame.theme();
  const float padding = theme.size(Size::card_padding), gap = theme.space(4), air = theme.space(2);
  float height = 0, letters = 0;
  for (const TextScale text :
       {TextScale::smaller, TextScale::normal, TextScale::larger, TextScale::largest}) {
    frame.set_content(Density::usual, text);
    letters = std::max(letters, frame.width_of(two_letters(frame), sample_letters));
    const float sentence = width - 2 * padding - letters - gap;
    height =
        std::max({height, frame.height_of(view.sample, {}, sentence), frame.line_height(TextSize::lead)});
  }
  frame.set_as_page();
  content.add({.gap = theme.space(theme.room() == Room::roomy ? 5 : 2),
               .height = std::ceil(height + 2 * air),
               .draw = [&frame, &view, padding, gap, letters](const Box& box) {
                 const Theme& drawn = frame.theme();
                 frame.fill(box, frame.colours().card, drawn.corner());
                 frame.edge(box, frame.colours().line, drawn.corner(), drawn.stroke());
                 frame.set_content(Density::usual, frame.page().look.text);
                 Box inner = inset(box, padding, 0);
                 frame.write_in_middle(two_letters(frame), sample_letters, take_left(inner, letters, gap),
                                       frame.colours().accent);
                 frame.write_in_middle(view.sample, {}, inner, frame.colours().ink);
                 frame.set_as_page();
                 return std::optional<Event>();
               }});
}

// ---- the page ----

/// Letters and colours, below each other or beside each other; then the rest.
void add_groups(Frame& frame, PageContent& content, const std::vector<Group>& groups, CardWords words,
                float width) {
  const Theme& theme = frame.theme();
  const bool beside = words == CardWords::in_heading && !theme.portrait() && groups.size() > 1;
  if (beside) {
    const float gap = theme.space(5), half = std::floor((width - gap) / 2);
    PageContent first(frame), second(frame);
    add_group(frame, first, groups[0], words, half);
    add_group(frame, second, groups[1], words, half);
    Block block = side_by_side(std::move(first), std::move(second), half, gap);
    block.gap = theme.space(3);
    content.add(std::move(block));
  }
  for (std::size_t index = beside ? 2 : 0; index < groups.size(); ++index)
    add_group(frame, content, groups[index], words, width);
}

void fill_panel(Frame& frame, PageContent& content, const LookView& view, const std::vector<Group>& groups,
                CardWords words, float width) {
  if (frame.theme().room() == Room::roomy && words == CardWords::below)
    content.add_text(view.title, {TextSize::title, Weight::bold}, frame.colours().ink, width, 0);
  add_sample(frame, content, view, width);
  add_groups(frame, content, groups, words, width);
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const LookView& view) {
  const Theme& theme = frame.theme();
  frame.set_page(panel_letters);
  draw_paper(frame);
  FooterButtons buttons{
      .first_name = "done", .second_name = "reset", .first = view.done, .second = view.reset};
  buttons.first_design.before = Sign::check;
  buttons.second_design = {.look = ButtonLook::card, .before = Sign::undo, .weight = Weight::regular};
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  const FooterCut footer = cut_footer(frame, buttons, boxes, theme.column());
  take_banner(frame, boxes.body);
  Box body = centred_column(boxes.body, theme.column());
  take_top(body, theme.space(theme.room() == Room::roomy ? 3 : 1));
  std::vector<Group> groups = view.groups;
  for (Group& group : groups)
    if (!theme.can_lower())
      std::erase_if(group.options, [](const Option& each) { return each.name == "lower_half"; });
  std::optional<PageContent> content;
  for (const CardWords words : {CardWords::below, CardWords::in_heading}) {
    content.emplace(frame);
    fill_panel(frame, *content, view, groups, words, body.width);
    if (content->fits(body.height)) break;
  }
  if (auto event = draw_with_more(frame, *content, body, footer.middle)) result = std::move(event);
  if (auto event = draw_footer(frame, buttons, footer)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
