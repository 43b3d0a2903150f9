#include <algorithm>
#include <array>
#include <cmath>

#include "ui/screens/page.h"
#include "ui/screens/screens.h"
#include "ui/street.h"

namespace buurtpeil {
namespace {

constexpr ButtonDesign start_design{.look = ButtonLook::main, .after = Sign::forward, .size = TextSize::lead};

using Invitation = AttractView::Invitation;

// How much the screen says: the first that fits is drawn.
struct Wording {
  TextSize headline;
  std::string Invitation::*others;  // of the other languages
  int row_gap;                      // step of the spacing rhythm
};
constexpr std::array<Wording, 5> wordings = {{
    {TextSize::display, &Invitation::invitation, 6},
    {TextSize::display, &Invitation::start, 6},
    {TextSize::display, &Invitation::start, 4},
    {TextSize::title, &Invitation::start, 4},
    {TextSize::title, &Invitation::start, 2},
}};

struct Measured {
  Wording wording;
  float headline = 0, effort = 0, button = 0, button_width = 0, gap = 0;
  std::vector<float> rows;  // of the other languages
  [[nodiscard]] float hero() const { return headline + effort + button + gap * 1.5F; }
  [[nodiscard]] float list() const {
    float sum = 0;
    for (const float row : rows) sum += row;
    return sum;
  }
};

Measured measure(Frame& frame, const AttractView& view, const Wording& wording, float hero_width,
                 float list_width) {
  const Theme& theme = frame.theme();
  const Invitation& first = view.invitations.front();
  Measured measured;
  measured.wording = wording;
  measured.gap = theme.space(theme.room() == Room::roomy ? 6 : 4);
  measured.headline = frame.height_of(first.invitation, {wording.headline, Weight::bold}, hero_width);
  measured.effort = frame.height_of(first.effort, {TextSize::lead}, hero_width);
  const Button start{first.start, event::Start{}};
  measured.button_width = std::clamp(button_width(frame, start, start_design) + theme.space(5),
                                     theme.size(Size::start_width), hero_width);
  measured.button =
      button_height(frame, start, start_design, measured.button_width, theme.size(Size::start_height));
  for (std::size_t index = 1; index < view.invitations.size(); ++index) {
    const Invitation& other = view.invitations[index];
    frame.set_direction(other.direction, other.language);
    measured.rows.push_back(frame.height_of(other.*wording.others, {TextSize::reading}, list_width) +
                            theme.space(wording.row_gap));
  }
  frame.reset_direction();
  return measured;
}

// The other languages: each in its own direction, with a line between. A row that is high enough for a finger
// begins in its language; any other touch leads to the choice of languages.
std::optional<Event> draw_others(Frame& frame, const AttractView& view, const Measured& measured, Box area) {
  std::optional<Event> result;
  for (std::size_t index = 1; index < view.invitations.size(); ++index) {
    const Invitation& other = view.invitations[index];
    const Box row = take_top(area, measured.rows[index - 1]);
    if (row.height < measured.rows[index - 1]) break;  // no room: the next screen has all languages
    const Box target = inset(row, 0, frame.theme().space(3) / 2);
    if (target.height >= frame.theme().target()) {
      const Contact contact = frame.touch("language:" + other.language, target);
      if (contact.pressed) frame.fill(row, frame.colours().pressed);
      if (contact.tapped) result = event::ChooseLanguage{other.language};
    }
    frame.fill({row.x, row.y, row.width, frame.theme().size(Size::hairline)}, frame.colours().line);
    frame.set_direction(other.direction, other.language);
    frame.write_in_middle(other.*measured.wording.others, {TextSize::reading}, row, frame.colours().ink);
    frame.reset_direction();
  }
  return result;
}

std::optional<Event> draw_hero(Frame& frame, const Invitation& invitation, const Measured& measured,
                               Box area) {
  const Box headline = take_top(area, measured.headline, measured.gap / 2);
  frame.write(invitation.invitation, {measured.wording.headline, Weight::bold}, headline,
              frame.colours().ink);
  const Box effort = take_top(area, measured.effort, measured.gap);
  frame.write(invitation.effort, {TextSize::lead}, effort, frame.colours().ink_quiet);
  Box row = take_top(area, measured.button);
  const Button start{invitation.start, event::Start{}};
  return draw_button(frame, "start", start, take_left(row, measured.button_width), start_design);
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const AttractView& view) {
  if (view.invitations.empty()) return std::nullopt;
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  draw_paper(frame);
  Box rest = frame.whole();
  const Box header = inset(take_top(rest, header_height(theme)), theme.margin(), 0);
  Box text = inset(rest, theme.margin(), 0);
  take_top(text, roomy ? theme.space(theme.portrait() ? 7 : 3) : 0);

  // Beside each other on a wide display, one below the other on a high one; the street takes what is left.
  const float between = theme.space(roomy ? 8 : 5);
  Box hero = text, others = text;
  if (!theme.portrait()) others = take_right(hero, std::floor(text.width * 0.4F), between);
  const float air = theme.space(roomy ? 6 : 3);
  const float least_street = theme.size(Size::street);
  Measured measured;
  float used = 0;
  for (const Wording& wording : wordings) {
    measured = measure(frame, view, wording, hero.width, others.width);
    used = theme.portrait() ? measured.hero() + between + measured.list()
                            : std::max(measured.hero(), measured.list());
    if (used + air + least_street <= text.height) break;
  }
  if (theme.portrait()) take_top(others, measured.hero() + between);
  const bool at_the_top = roomy && theme.portrait();  // what is touched comes lower, into reach
  const float most_street = rest.height * (theme.portrait() ? 0.45F : 0.52F);
  const float street = std::clamp(text.height - used - air, 0.0F, most_street);
  others.height = std::max(0.0F, text.y + text.height - street - others.y);

  if (street >= theme.size(Size::least_street) && !at_the_top) draw_street(frame, take_bottom(rest, street));
  if (at_the_top) {
    draw_street(frame, take_top(rest, street));
    hero.y += street + air;
    others.y += street + air;
  }
  draw_owner(frame, inset(header, 0, (header.height - theme.target()) / 2));
  auto result = draw_hero(frame, view.invitations.front(), measured, hero);
  if (const auto other = draw_others(frame, view, measured, others)) result = other;
  if (frame.touched_elsewhere()) result = event::Start{};
  return result;
}

}  // namespace buurtpeil
