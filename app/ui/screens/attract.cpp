#include <algorithm>
#include <cmath>

#include "ui/screens/page.h"
#include "ui/screens/screens.h"
#include "ui/street.h"

namespace buurtpeil {
namespace {

constexpr ButtonDesign start_design{.look = ButtonLook::main, .after = Sign::forward};

using Invitation = AttractView::Invitation;

// The other languages: each invitation in its own direction, with a line between.
struct LanguageList {
  TextSize size = TextSize::reading;
  float row_gap = 0;
  std::vector<float> heights;
  float height = 0;
};

LanguageList measure_list(Frame& frame, const std::vector<Invitation>& all, float width, float gap) {
  LanguageList list;
  list.row_gap = gap;
  for (std::size_t index = 1; index < all.size(); ++index) {
    frame.set_direction(all[index].direction, all[index].language);
    list.heights.push_back(frame.height_of(all[index].invitation, {list.size}, width));
    list.height += list.heights.back() + gap;
  }
  frame.reset_direction();
  return list;
}

void draw_list(Frame& frame, const std::vector<Invitation>& all, const LanguageList& list, Box area) {
  const Theme& theme = frame.theme();
  for (std::size_t index = 1; index < all.size(); ++index) {
    const Invitation& invitation = all[index];
    const float height = list.heights[index - 1] + list.row_gap;
    const Box row = take_top(area, height);
    frame.fill({row.x, row.y, row.width, theme.mm(0.35F)}, frame.colours().line);
    frame.set_direction(invitation.direction, invitation.language);
    frame.write_in_middle(invitation.invitation, {list.size}, row, frame.colours().ink);
  }
  frame.reset_direction();
}

struct Hero {
  float headline = 0, effort = 0, button = 0, gap = 0, width = 0;
  Lettering lettering;
  [[nodiscard]] float height() const { return headline + effort + button + 2 * gap; }
};

Hero measure_hero(Frame& frame, const Invitation& invitation, float width, TextSize size) {
  const Theme& theme = frame.theme();
  Hero hero;
  hero.width = width;
  hero.lettering = {size, Weight::bold};
  hero.gap = theme.space(theme.room() == Room::roomy ? 6 : 3);
  hero.headline = frame.height_of(invitation.invitation, hero.lettering, width);
  hero.effort = frame.height_of(invitation.effort, {TextSize::lead}, width);
  hero.button = theme.mm(theme.room() == Room::roomy ? 28.0F : 18.0F);
  return hero;
}

std::optional<Event> draw_hero(Frame& frame, const Invitation& invitation, const Hero& hero, Box area) {
  const Theme& theme = frame.theme();
  frame.write(invitation.invitation, hero.lettering, take_top(area, hero.headline, hero.gap / 2),
              frame.colours().ink);
  frame.write(invitation.effort, {TextSize::lead}, take_top(area, hero.effort, hero.gap),
              frame.colours().ink_quiet);
  Box row = take_top(area, hero.button);
  const Button start{invitation.start, event::Start{}};
  const float wide = button_width(frame, start, start_design) + 2 * theme.space(4);
  return draw_button(frame, "start", start, take_left(row, std::max(wide, theme.mm(80))), start_design);
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const AttractView& view) {
  if (view.invitations.empty()) return std::nullopt;
  const Theme& theme = frame.theme();
  draw_paper(frame);
  Box rest = frame.whole();
  const Box header = inset(take_top(rest, header_height(theme)), theme.margin(), 0);
  const bool roomy = theme.room() == Room::roomy;
  const bool portrait = theme.portrait();
  Box text = inset(rest, theme.margin(), 0);
  if (roomy) take_top(text, theme.space(portrait ? 8 : 3));

  const Invitation& first = view.invitations.front();
  const bool has_list = view.invitations.size() > 1;
  Box hero_box = text, list_box = text;
  if (!portrait && has_list) {
    list_box = take_right(hero_box, std::floor(text.width * 0.4F), theme.space(roomy ? 8 : 5));
  }
  const float least_street = theme.mm(roomy ? 70.0F : 24.0F);
  Hero hero = measure_hero(frame, first, hero_box.width, TextSize::display);
  const float air = theme.space(roomy ? 6 : 4);
  if (!roomy && hero.height() + air + least_street > text.height)
    hero = measure_hero(frame, first, hero_box.width, TextSize::title);
  LanguageList list = measure_list(frame, view.invitations, list_box.width, theme.space(roomy ? 6 : 4));
  float used = std::max(hero.height(), list.height);
  if (portrait) {
    used = hero.height() + theme.space(roomy ? 8 : 5) + list.height;
    take_top(list_box, hero.height() + theme.space(roomy ? 8 : 5));
  }
  const float most_street = portrait ? rest.height * 0.42F : rest.height * 0.52F;
  const float street = std::clamp(text.height - used - air, std::min(least_street, most_street), most_street);
  if (text.height - street < used && !portrait) {  // a small display: tighter rows
    list = measure_list(frame, view.invitations, list_box.width, theme.space(2));
  }

  draw_street(frame, take_bottom(rest, street));
  draw_owner(frame, inset(header, 0, (header.height - theme.target()) / 2));
  auto result = draw_hero(frame, first, hero, hero_box);
  draw_list(frame, view.invitations, list, list_box);
  if (frame.touched_elsewhere()) result = event::Start{};
  return result;
}

}  // namespace buurtpeil
