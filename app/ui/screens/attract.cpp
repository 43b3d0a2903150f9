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
  std::size_t columns;              // of the other languages
};
constexpr std::array<Wording, 6> wordings = {{
    {TextSize::display, &Invitation::invitation, 6, 1},
    {TextSize::display, &Invitation::start, 6, 1},
    {TextSize::display, &Invitation::start, 4, 1},
    {TextSize::title, &Invitation::start, 4, 1},
    {TextSize::title, &Invitation::start, 2, 2},
    {TextSize::title, &Invitation::start, 1, 3},
}};

struct Measured {
  Wording wording;
  float headline = 0, effort = 0, button = 0, button_width = 0, gap = 0;
  std::vector<float> rows;  // of the other languages, high enough for a finger
  [[nodiscard]] float hero() const { return headline + effort + button + gap * 1.5F; }
  [[nodiscard]] float list() const {
    float sum = 0;
    for (const float row : rows) sum += row;
    return sum;
  }
};

float column_width(const Theme& theme, float width, std::size_t columns) {
  const auto count = static_cast<float>(columns);
  return std::floor((width - (count - 1) * theme.space(4)) / count);
}

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
  const float column = column_width(theme, list_width, wording.columns);
  for (std::size_t index = 1; index < view.invitations.size(); ++index) {
    const Invitation& other = view.invitations[index];
    frame.set_direction(other.direction, other.language);
    const float height = std::max(
        frame.height_of(other.*wording.others, {TextSize::reading}, column) + theme.space(wording.row_gap),
        theme.target() + theme.space(3));
    if ((index - 1) % wording.columns == 0) measured.rows.push_back(0);
    measured.rows.back() = std::max(measured.rows.back(), height);
  }
  frame.reset_direction();
  return measured;
}

std::optional<Event> draw_other(Frame& frame, const Invitation& other, const Measured& measured,
                                const Box& row) {
  const Contact contact =
      frame.touch("language:" + other.language, inset(row, 0, frame.theme().space(3) / 2));
  if (contact.pressed) frame.fill(row, frame.colours().pressed);
  frame.fill({row.x, row.y, row.width, frame.theme().size(Size::hairline)}, frame.colours().line);
  frame.set_direction(other.direction, other.language);
  frame.write_in_middle(other.*measured.wording.others, {TextSize::reading}, row, frame.colours().ink);
  frame.reset_direction();
  if (contact.tapped) return event::ChooseLanguage{other.language};
  return std::nullopt;
}

// The other languages: each in its own direction, with a line between, and to be touched to begin in it; any
// other touch leads to the choice of languages.
std::optional<Event> draw_others(Frame& frame, const AttractView& view, const Measured& measured, Box area) {
  std::optional<Event> result;
  const std::size_t columns = measured.wording.columns;
  const float width = column_width(frame.theme(), area.width, columns);
  Box line;
  for (std::size_t index = 1; index < view.invitations.size(); ++index) {
    if ((index - 1) % columns == 0) {
      const float height = measured.rows[(index - 1) / columns];
      line = take_top(area, height);
      if (line.height < height) break;  // no room: the next screen has all languages
    }
    const Box row = take_left(line, width, frame.theme().space(4));
    if (auto event = draw_other(frame, view.invitations[index], measured, row)) result = std::move(event);
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
  PageBoxes boxes = cut_page(frame);
  rest = {rest.x, bottom(boxes.header), rest.width,
          (theme.tools_below() ? boxes.tools.y - theme.space(4) : bottom(rest)) - bottom(boxes.header)};
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
  // Rather no street than words broken into narrow columns.
  const auto fits_with = [&](const Wording& wording, float street) {
    measured = measure(frame, view, wording, hero.width, others.width);
    used = theme.portrait() ? measured.hero() + between + measured.list()
                            : std::max(measured.hero(), measured.list());
    return used + street <= text.height;
  };
  const auto in_one_column = [&](const Wording& wording) {
    return wording.columns == 1 && fits_with(wording, air + least_street);
  };
  if (std::ranges::none_of(wordings, in_one_column))
    static_cast<void>(std::ranges::any_of(wordings, [&](const Wording& each) { return fits_with(each, 0); }));
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
  // Nothing stands in one place for long: each slide stands a little elsewhere.
  const float aside = static_cast<float>(view.slide % 3 - 1) * theme.size(Size::burn_in_step);
  const float down = roomy ? static_cast<float>(view.slide / 3 % 2) * theme.size(Size::burn_in_step) : 0;
  for (Box* box : {&boxes.header, &boxes.tools, &hero, &others}) {
    box->x += aside;
    box->y += down;
  }
  auto result = draw_header(frame, boxes);
  if (auto event = draw_hero(frame, view.invitations.front(), measured, hero)) result = std::move(event);
  if (const auto other = draw_others(frame, view, measured, others)) result = other;
  if (frame.touched_elsewhere()) result = event::Start{};
  return result;
}

}  // namespace buurtpeil
