// The staff's screens: what there is to do, each on a card that says what came of it; below that what there
// is to know. Lists to choose from look like a question's.
#include <algorithm>
#include <cmath>

#include "ui/screens/footer.h"
#include "ui/screens/screens.h"

namespace buurtpeil {
namespace {

constexpr Lettering fact_label{TextSize::small};
constexpr Lettering fact_value{TextSize::reading, Weight::bold};
constexpr Lettering action_lettering{TextSize::reading, Weight::bold};

float padding(const Theme& theme) { return theme.size(Size::card_padding); }

/// Label and value of a fact stand beside each other where there is room.
struct FactPlaces {
  float label_width = 0;  ///< 0: one above the other
  std::vector<float> heights;
  float height = 0;
};

FactPlaces place_facts(Frame& frame, const StaffView& view, float width) {
  const Theme& theme = frame.theme();
  const float inside = width - 2 * padding(theme);
  FactPlaces places;
  if (!theme.portrait() || theme.room() == Room::roomy) {
    for (const StaffView::Fact& fact : view.facts)
      places.label_width = std::max(places.label_width, frame.width_of(fact.label, fact_label));
    if (places.label_width > inside * 0.4F) places.label_width = 0;
  }
  const float left = places.label_width > 0 ? places.label_width + theme.space(5) : 0;
  for (const StaffView::Fact& fact : view.facts) {
    const float sign = fact.warning ? theme.size(Size::lone_sign) + theme.space(3) : 0;
    float height = frame.height_of(fact.value, fact_value, inside - left - sign);
    if (left == 0) height += frame.height_of(fact.label, fact_label, inside);
    places.heights.push_back(height + 2 * theme.space(3));
    places.height += places.heights.back();
  }
  return places;
}

void draw_facts(Frame& frame, const StaffView& view, const FactPlaces& places, const Box& card) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  frame.fill(card, palette.card, theme.corner());
  frame.edge(card, palette.line, theme.corner(), theme.stroke());
  Box rest = inset(card, padding(theme), 0);
  for (std::size_t index = 0; index < view.facts.size(); ++index) {
    const StaffView::Fact& fact = view.facts[index];
    Box row = take_top(rest, places.heights[index]);
    if (index > 0) frame.fill({row.x, row.y, row.width, theme.size(Size::hairline)}, palette.line);
    row = inset(row, 0, theme.space(3));
    if (places.label_width > 0) {
      frame.write_in_middle(fact.label, fact_label, take_left(row, places.label_width, theme.space(5)),
                            palette.ink_quiet);
    } else {
      const float height = frame.height_of(fact.label, fact_label, row.width);
      frame.write(fact.label, fact_label, take_top(row, height), palette.ink_quiet);
    }
    if (fact.warning) {
      const float size = theme.size(Size::lone_sign);
      frame.sign(Sign::attention, centred(take_left(row, size, theme.space(3)), size, size), palette.warning);
    }
    if (places.label_width > 0)
      frame.write_in_middle(fact.value, fact_value, row, palette.ink);
    else
      frame.write(fact.value, fact_value, row, palette.ink);
  }
}

// ---- what there is to do ----

constexpr Lettering choice_label{};
constexpr Lettering small_words{TextSize::small};
constexpr Lettering saved_words{TextSize::small, Weight::bold};

bool is_choice(const StaffView::Action& action) {
  return action.kind == StaffView::Action::Kind::choice || action.kind == StaffView::Action::Kind::chosen;
}

Lettering label_lettering(const StaffView::Action& action) {
  return is_choice(action) ? choice_label : action_lettering;
}

/// How the cards of all actions are cut: their labels in a column, what is chosen now beside them in another
/// one; where there is no room for that, below them.
struct ActionCuts {
  float label_width = 0;  ///< 0: one above the other
  float sign = 0;         ///< at the end of a card that leads to a screen
};

ActionCuts cut_actions(Frame& frame, const StaffView& view, float width) {
  const Theme& theme = frame.theme();
  ActionCuts cuts{.sign = theme.size(Size::sign)};
  const float inside = width - 2 * padding(theme) - cuts.sign - theme.space(4);
  for (const StaffView::Action& action : view.actions) {
    if (is_choice(action)) return cuts;
    if (!action.value.empty())
      cuts.label_width = std::max(cuts.label_width, frame.width_of(action.label, action_lettering));
  }
  if (cuts.label_width > inside * 0.45F) cuts.label_width = 0;
  return cuts;
}

struct ActionParts {
  float mark = 0;     ///< width at the start
  float outcome = 0;  ///< width at the end; 0 where it stands below
  float words = 0;    ///< height of label and value
  float below = 0;    ///< height of the outcome below
};

/// What came of an action stands at the end of its card where it fits beside what is chosen now, so that the
/// card stays as high as it was; else below.
ActionParts part_action(Frame& frame, const StaffView::Action& action, const ActionCuts& cuts, float width) {
  const Theme& theme = frame.theme();
  const bool beside = cuts.label_width > 0 && !action.value.empty();
  const Lettering lettering = label_lettering(action);
  const float sign = theme.size(Size::sign) + theme.space(2);
  ActionParts parts;
  float inside = width - 2 * padding(theme);
  if (is_choice(action)) parts.mark = theme.size(Size::mark) + theme.space(4);
  if (action.kind == StaffView::Action::Kind::open) inside -= cuts.sign + theme.space(4);
  inside -= parts.mark;
  if (!action.outcome.empty()) {
    const float words = beside ? cuts.label_width + theme.space(5) + frame.width_of(action.value, {})
                        : action.value.empty() ? frame.width_of(action.label, lettering)
                                               : frame.width_of(action.value, small_words);
    const float outcome = sign + std::ceil(frame.width_of(action.outcome, saved_words)) + theme.space(4);
    if (!action.warning && words + outcome <= inside)
      parts.outcome = outcome;
    else
      parts.below = theme.space(2) + frame.height_of(action.outcome, small_words, inside - sign);
  }
  if (beside) {
    const float value = inside - parts.outcome - cuts.label_width - theme.space(5);
    parts.words = std::max(frame.height_of(action.label, lettering, cuts.label_width),
                           frame.height_of(action.value, {}, value));
  } else {
    parts.words =
        frame.height_of(action.label, lettering, inside) + frame.height_of(action.value, small_words, inside);
  }
  return parts;
}

float action_height(Frame& frame, const StaffView::Action& action, const ActionCuts& cuts, float width) {
  const Theme& theme = frame.theme();
  const ActionParts parts = part_action(frame, action, cuts, width);
  return std::max(theme.card_height(), std::ceil(parts.words + parts.below + 2 * theme.space(3)));
}

void draw_outcome(Frame& frame, const StaffView::Action& action, Box box, const Lettering& lettering) {
  const Theme& theme = frame.theme();
  const float size = theme.size(Size::sign);
  const Box place = take_left(box, size, theme.space(2));
  const Box sign{place.x, place.y, size, std::min(place.height, frame.line_height(lettering.size))};
  frame.sign(action.warning ? Sign::attention : Sign::check, sign,
             action.warning ? frame.colours().warning : frame.colours().accent);
  frame.write(action.outcome, lettering, box, frame.colours().ink);
}

void draw_words(Frame& frame, const StaffView::Action& action, const ActionCuts& cuts, Box box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const Lettering lettering = label_lettering(action);
  if (cuts.label_width > 0 && !action.value.empty()) {
    frame.write_in_middle(action.label, lettering, take_left(box, cuts.label_width, theme.space(5)),
                          palette.ink);
    return frame.write_in_middle(action.value, {}, box, palette.ink);
  }
  const float height = frame.height_of(action.label, lettering, box.width);
  frame.write(action.label, lettering, take_top(box, height), palette.ink);
  frame.write(action.value, small_words, box, palette.ink_quiet);
}

void draw_action_card(Frame& frame, const StaffView::Action& action, bool pressed, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  if (is_choice(action))
    draw_choice_card(frame, action.kind == StaffView::Action::Kind::chosen, pressed, box);
  if (is_choice(action) && !action.warning) return;
  if (!is_choice(action)) {
    if (!pressed) frame.shadow(box, theme.corner());
    frame.fill(box, pressed ? palette.pressed : palette.card, theme.corner());
  }
  const bool told = !action.outcome.empty();
  frame.edge(box,
             action.warning ? palette.warning
             : told         ? palette.accent
                            : palette.edge,
             theme.corner(), told ? theme.heavy_stroke() : theme.stroke());
}

std::optional<Event> draw_action(Frame& frame, const StaffView::Action& action, const ActionCuts& cuts,
                                 const Box& box) {
  const Theme& theme = frame.theme();
  const Contact contact = frame.touch(action.name, box);
  draw_action_card(frame, action, contact.pressed, box);
  const ActionParts parts = part_action(frame, action, cuts, box.width);
  Box inner = inset(box, padding(theme), 0);
  inner = centred(inner, inner.width, parts.words + parts.below);
  Box words = take_top(inner, parts.words, theme.space(2));
  if (parts.mark > 0) {
    const float size = theme.size(Size::mark);
    const Box mark = take_left(words, size, theme.space(4));
    draw_mark(frame, centred(mark, size, size), false, action.kind == StaffView::Action::Kind::chosen);
    take_left(inner, size, theme.space(4));
  }
  if (action.kind == StaffView::Action::Kind::open)
    frame.sign(Sign::forward, take_right(words, cuts.sign, theme.space(4)), frame.colours().ink_quiet);
  if (parts.outcome > 0) {
    const float line = frame.line_height(saved_words.size);
    const bool below_label = cuts.label_width == 0 && !action.value.empty();
    Box end = words;
    end = take_right(end, parts.outcome - theme.space(4));
    end = below_label ? take_bottom(end, line) : centred(end, end.width, line);
    draw_outcome(frame, action, end, saved_words);
  }
  draw_words(frame, action, cuts, words);
  if (parts.below > 0) {
    if (action.kind == StaffView::Action::Kind::open) take_right(inner, cuts.sign, theme.space(4));
    draw_outcome(frame, action, inner, small_words);
  }
  if (contact.tapped) return action.event;
  return std::nullopt;
}

/// What the actions said in the last frame came of them; news is brought into sight.
struct ToldOutcomes {
  std::string words;
};

void note_outcomes(Frame& frame, const StaffView& view) {
  std::string words;
  for (const StaffView::Action& action : view.actions) words += action.outcome + "\n";
  std::string& told = frame.memory().of<ToldOutcomes>().words;
  if (words != told) frame.memory().of<Scrolling>().reveal = true;
  told = std::move(words);
}

/// Choices stand below each other; many actions in two columns where the display is wide, so that what there
/// is to know comes into sight, too.
void add_actions(Frame& frame, PageContent& content, const StaffView& view, float width) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(3);
  const bool choices = std::ranges::any_of(view.actions, is_choice);
  const std::size_t columns = !theme.portrait() && !choices && view.actions.size() > 3 ? 2 : 1;
  const float card =
      std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  ActionCuts cuts = cut_actions(frame, view, card);
  if (columns > 1) cuts.label_width = 0;
  for (std::size_t first = 0; first < view.actions.size(); first += columns) {
    const std::size_t end = std::min(view.actions.size(), first + columns);
    float height = 0;
    bool told = false;
    for (std::size_t index = first; index < end; ++index) {
      height = std::max(height, action_height(frame, view.actions[index], cuts, card));
      told |= !view.actions[index].outcome.empty();
    }
    content.add({.gap = first == 0 ? theme.space(4) : gap,
                 .height = height,
                 .draw =
                     [&frame, &view, cuts, first, end, card, gap](const Box& row) {
                       std::optional<Event> chosen;
                       Box rest = row;
                       for (std::size_t index = first; index < end; ++index)
                         if (auto event =
                                 draw_action(frame, view.actions[index], cuts, take_left(rest, card, gap)))
                           chosen = std::move(event);
                       return chosen;
                     },
                 .reveal = told ? Reveal::opened : Reveal::no});
  }
}

void add_notice(Frame& frame, PageContent& content, const StaffView& view, float width) {
  if (view.notice.empty()) return;
  const Theme& theme = frame.theme();
  if (view.warning) {
    content.add({.gap = theme.space(4),
                 .height = complaint_height(frame, view.notice, width),
                 .draw = [&frame, &view](const Box& box) {
                   draw_complaint(frame, view.notice, box);
                   return std::optional<Event>();
                 }});
    return;
  }
  const float height = frame.height_of(view.notice, fact_value, width - 2 * padding(theme));
  content.add({.gap = theme.space(4),
               .height = std::ceil(height + 2 * theme.space(3)),
               .draw = [&frame, &view](const Box& box) {
                 frame.fill(box, frame.colours().tint, frame.theme().corner());
                 frame.write_in_middle(view.notice, fact_value, inset(box, padding(frame.theme()), 0),
                                       frame.colours().ink);
                 return std::optional<Event>();
               }});
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const StaffView& view) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  draw_paper(frame);
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  FooterButtons buttons{.first_name = "", .second_name = "back", .first = {}, .second = view.back};
  buttons.second_design.before = Sign::back;
  const FooterCut footer = cut_footer(frame, buttons, boxes, theme.column());
  Box body = centred_column(boxes.body, theme.column());
  take_top(body, theme.space(roomy ? 3 : 1));
  note_outcomes(frame, view);
  PageContent content(frame);
  content.add_text(view.title, {TextSize::title, Weight::bold}, frame.colours().ink, body.width, 0);
  add_notice(frame, content, view, body.width);
  add_actions(frame, content, view, body.width);
  const FactPlaces places = place_facts(frame, view, body.width);
  if (!view.facts.empty())
    content.add({.gap = theme.space(5), .height = places.height, .draw = [&](const Box& box) {
                   draw_facts(frame, view, places, box);
                   return std::optional<Event>();
                 }});

  if (auto event = draw_with_more(frame, content, body, footer.middle)) result = std::move(event);
  if (auto event = draw_footer(frame, buttons, footer)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
