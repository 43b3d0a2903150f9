#include <algorithm>
#include <array>
#include <cmath>

#include "ui/fields/fields.h"
#include "ui/pictures/street.h"
#include "ui/screens/attract_slides.h"
#include "ui/screens/page_boxes.h"
#include "ui/screens/screens.h"

namespace buurtpeil {
namespace {

constexpr ButtonDesign start_design{.look = ButtonLook::main, .after = Sign::forward, .size = TextSize::lead};
constexpr ButtonDesign did_design{
    .look = ButtonLook::quiet, .after = Sign::forward, .weight = Weight::regular, .size = TextSize::reading};

using Invitation = AttractView::Invitation;

// How much the screen says: the first that fits is drawn.
struct Wording {
  TextSize headline;
  StyledText Invitation::* others;  // of the other languages
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
  float did = 0, did_width = 0;  // height below the button, 0 where it stands beside that
  std::vector<float> rows;       // of the other languages, high enough for a finger
  [[nodiscard]] float hero() const { return headline + effort + button + did + gap * 1.5F; }
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

// At the end of a language's line an arrow: that it is a button.
float other_sign(const Theme& theme) { return theme.size(Size::sign) + theme.space(3); }

Measured measure(Frame& frame, const AttractView& view, const Wording& wording, float hero_width,
                 float list_width) {
  const Theme& theme = frame.theme();
  const Invitation& first = view.invitations.front();
  Measured measured;
  measured.wording = wording;
  measured.gap = theme.space(theme.room() == Room::roomy ? 6 : 4);
  measured.headline = frame.height_of(first.invitation, {wording.headline, Weight::bold}, hero_width);
  measured.effort = frame.height_of(first.effort, {TextSize::lead}, hero_width);
  const Button start{first.start.words, event::Start{}};
  const float wide =
      std::max(button_width(frame, start, start_design) + theme.space(5), theme.size(Size::start_width));
  measured.button_width = std::min(wide, hero_width);
  measured.button =
      button_height(frame, start, start_design, measured.button_width, theme.size(Size::start_height));
  if (!view.did.label.empty()) {
    measured.did_width = std::min(button_width(frame, view.did, did_design), hero_width);
    const bool beside = measured.button_width + theme.space(4) + measured.did_width <= hero_width;
    if (!beside)
      measured.did = theme.space(3) + button_height(frame, view.did, did_design, hero_width, theme.target());
  }
  const float column = column_width(theme, list_width, wording.columns);
  for (std::size_t index = 1; index < view.invitations.size(); ++index) {
    const Invitation& other = view.invitations[index];
    frame.set_direction(other.direction, other.language);
    const float height =
        std::max(frame.height_of(other.*wording.others, {TextSize::reading}, column - other_sign(theme)) +
                     theme.space(wording.row_gap),
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
  const bool turned = other.direction != frame.page().direction;  // its end is the page's start
  Box words = row;
  const float room = other_sign(frame.theme()), size = frame.theme().size(Size::sign);
  const Box end = turned ? take_left(words, room) : take_right(words, room);
  const Box arrow{turned ? end.x : right(end) - size, end.y, size, end.height};
  frame.sign(turned ? Sign::back : Sign::forward, arrow, frame.colours().accent);
  frame.set_direction(other.direction, other.language);
  frame.write_in_middle(other.*measured.wording.others, {TextSize::reading}, words, frame.colours().ink);
  frame.reset_direction();
  if (contact.tapped) return event::ChooseLanguage{other.language};
  return std::nullopt;
}

// The other languages: each in its own direction, with a line between, and to be touched to begin in it.
// Those that have no room are behind the button for languages.
std::optional<Event> draw_others(Frame& frame, const AttractView& view, const Measured& measured, Box area) {
  std::optional<Event> result;
  const std::size_t columns = measured.wording.columns;
  const float width = column_width(frame.theme(), area.width, columns);
  Box line;
  for (std::size_t index = 1; index < view.invitations.size(); ++index) {
    if ((index - 1) % columns == 0) {
      const float height = measured.rows[(index - 1) / columns];
      line = take_top(area, height);
      if (line.height < height) break;
    }
    const Box row = take_left(line, width, frame.theme().space(4));
    if (auto event = draw_other(frame, view.invitations[index], measured, row)) result = std::move(event);
  }
  return result;
}

std::optional<Event> draw_hero(Frame& frame, const AttractView& view, const Measured& measured, Box area) {
  const Theme& theme = frame.theme();
  const Invitation& invitation = view.invitations.front();
  const Box headline = take_top(area, measured.headline, measured.gap / 2);
  frame.write(invitation.invitation, {measured.wording.headline, Weight::bold}, headline,
              frame.colours().ink);
  const Box effort = take_top(area, measured.effort, measured.gap);
  frame.write(invitation.effort, {TextSize::lead}, effort, frame.colours().ink_quiet);
  Box row = take_top(area, measured.button);
  const Button start{invitation.start.words, event::Start{}};
  const Box start_box = take_left(row, measured.button_width, theme.space(4));
  Box did = take_left(row, measured.did_width);
  if (measured.did > 0) {
    take_top(area, theme.space(3));
    did = take_top(area, measured.did - theme.space(3));
    did.width = measured.did_width;
  }
  auto result = draw_button(frame, "start", start, start_box, start_design);
  if (auto event = draw_button(frame, "did", view.did, did, did_design)) result = std::move(event);
  return result;
}

// Where everything stands.
struct Plan {
  Measured measured;
  Box hero, others;
  Box scene;           // the street or the picture; of no height where there is no room
  bool aside = false;  // a picture beside the words, from top to bottom
  bool fits = true;
};

float air_of(const Theme& theme) { return theme.space(theme.room() == Room::roomy ? 6 : 3); }

// The words in `text`: beside each other, or one below the other. Rather no scene than words broken into
// narrow columns.
void measure_words(Frame& frame, const AttractView& view, const Box& text, bool stacked, float least_scene,
                   Plan& plan) {
  const Theme& theme = frame.theme();
  const float between = theme.space(theme.room() == Room::roomy ? 8 : 5);
  plan.hero = plan.others = text;
  if (!stacked) plan.others = take_right(plan.hero, std::floor(text.width * 0.4F), between);
  float used = 0;
  const auto fits_with = [&](const Wording& wording, float scene) {
    plan.measured = measure(frame, view, wording, plan.hero.width, plan.others.width);
    used = stacked ? plan.measured.hero() + between + plan.measured.list()
                   : std::max(plan.measured.hero(), plan.measured.list());
    return used + scene <= text.height;
  };
  const auto in_one_column = [&](const Wording& wording) {
    return wording.columns == 1 && fits_with(wording, least_scene);
  };
  if (std::ranges::none_of(wordings, in_one_column))
    plan.fits = std::ranges::any_of(wordings, [&](const Wording& each) { return fits_with(each, 0); });
  if (stacked) take_top(plan.others, plan.measured.hero() + between);
  plan.scene.height = std::max(0.0F, text.height - used - air_of(theme));
}

// The scene takes what the words leave: below them, on a high display to stand before above them, so that
// what is touched comes lower, into reach.
Plan plan_scene(Frame& frame, const AttractView& view, Box rest) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  Plan plan;
  Box text = inset(rest, theme.margin(), 0);
  take_top(text, roomy ? theme.space(theme.portrait() ? 7 : 3) : 0);
  measure_words(frame, view, text, theme.portrait(), air_of(theme) + theme.size(Size::street), plan);
  const float height = std::min(plan.scene.height, rest.height * (theme.portrait() ? 0.45F : 0.52F));
  plan.others.height = std::max(0.0F, bottom(text) - height - plan.others.y);
  const bool at_the_top = roomy && theme.portrait();
  if (height < theme.size(Size::least_street) && !at_the_top) {
    plan.scene = {};
    return plan;
  }
  plan.scene = at_the_top ? take_top(rest, height) : take_bottom(rest, height);
  if (!at_the_top) return plan;
  plan.hero.y += height + air_of(theme);
  plan.others.y += height + air_of(theme);
  return plan;
}

// On a wide display a picture has a side of its own.
Plan plan_beside(Frame& frame, const AttractView& view, Box rest) {
  const Theme& theme = frame.theme();
  Plan plan;
  plan.aside = true;
  rest = inset(rest, theme.margin(), 0);
  take_top(rest, theme.room() == Room::roomy ? theme.space(5) : 0);
  Box side = take_right(rest, std::floor(rest.width * 0.48F), theme.space(7));
  measure_words(frame, view, rest, true, 0, plan);
  plan.others.height = std::max(0.0F, bottom(rest) - plan.others.y);
  take_bottom(side, theme.space(5));
  plan.scene = side;
  return plan;
}

// All of a picture whose shape is far from its place's, else its place filled: little is cut off then.
Fit fit_of(Frame& frame, const std::string& file, const Box& box) {
  constexpr float most_lost = 0.25F;
  const PictureSize size = frame.picture_size(file);
  const float picture = size.width / size.height, place = box.width / std::max(1.0F, box.height);
  return std::min(picture, place) / std::max(picture, place) >= 1 - most_lost ? Fit::cover : Fit::contain;
}

void draw_scene(Frame& frame, const AttractView& view, const Box& scene, bool aside, const ImVec2& moved) {
  if (scene.height <= 0) return;
  const Theme& theme = frame.theme();
  Box words = inset(scene, theme.margin(), 0);
  words.x += moved.x;
  if (draw_telling_slide(frame, view, scene, words)) return;
  if (view.picture.empty()) return draw_street(frame, scene);
  Box box = aside ? scene : inset(scene, theme.margin(), theme.space(4));
  if (view.next_picture != view.picture)
    frame.prepare_picture(view.next_picture, box, fit_of(frame, view.next_picture, box));
  const Fit fit = fit_of(frame, view.picture, box);
  if (aside && fit == Fit::contain)  // beginning where the words begin
    box.height = std::min(box.height, frame.picture_height(view.picture, box.width));
  box.x += moved.x;
  box.y += moved.y;
  frame.picture(view.picture, box, fit, 2 * theme.corner());
}

// With a question in place of the words and the button.
struct Asking {
  ChoiceField answers;  ///< the question without its label
  StyledText label;
  TextSize size = TextSize::display;  ///< of the label
  Setting setting = Setting::inviting;
  float room = 0;  ///< height that the answers are laid out for
};

// How much it says: the first that fits is drawn.
struct AskingWording {
  TextSize label;
  bool in_one_column;  // the other languages
  bool others;         // at all: else they are behind the button for languages
  bool effort;
  bool street;
  Setting setting = Setting::alone;
};
constexpr std::array<AskingWording, 12> asking_wordings = {{
    {TextSize::display, true, true, true, true, Setting::inviting},
    {TextSize::display, false, true, true, true, Setting::inviting},
    {TextSize::display, true, true, true, true},
    {TextSize::display, false, true, true, true},
    {TextSize::title, false, true, true, true, Setting::inviting},
    {TextSize::title, true, true, true, true},
    {TextSize::title, false, true, true, true},
    {TextSize::title, false, true, true, false, Setting::inviting},
    {TextSize::title, false, true, true, false},
    {TextSize::title, false, false, true, false},
    {TextSize::lead, false, false, true, false},
    {TextSize::lead, false, false, false, false},
}};

struct AskingPlan {
  Box question, effort, others, scene;
  bool aside = false;
  Measured measured;  ///< of the others
};

// As many languages beside each other as stand on one line each, in rows of one length.
std::size_t columns_of_others(Frame& frame, const AttractView& view, float width) {
  const std::size_t others = std::max<std::size_t>(1, view.invitations.size() - 1);
  float widest = 0;
  for (std::size_t index = 1; index < view.invitations.size(); ++index)
    widest = std::max(widest, frame.width_of(view.invitations[index].start, {TextSize::reading}));
  std::size_t columns = others;
  while (columns > 1 && column_width(frame.theme(), width, columns) < widest + other_sign(frame.theme()))
    --columns;
  const std::size_t rows = (others + columns - 1) / columns;
  return (others + rows - 1) / rows;
}

// The question, and its choices as they stand on its own page.
void add_first_question(Frame& frame, PageContent& content, const Asking& asking, float width) {
  content.add_label(asking.label, {asking.size, Weight::bold}, width, 0);
  add_field(frame, content, asking.answers, {asking.setting, width, asking.room});
}

// How long it takes, and at the end of that row the way to what was done.
struct EffortCut {
  float words = 0, did = 0, height = 0;
};
EffortCut cut_effort(Frame& frame, const AttractView& view, float width) {
  const Theme& theme = frame.theme();
  EffortCut cut{.words = width};
  if (!view.did.label.empty()) {
    cut.did = std::min(button_width(frame, view.did, did_design), std::floor(width / 2));
    cut.words = width - cut.did - theme.space(4);
    cut.height = button_height(frame, view.did, did_design, cut.did, theme.target());
  }
  cut.height =
      std::max(cut.height, frame.height_of(view.invitations.front().effort, {TextSize::lead}, cut.words));
  return cut;
}

std::optional<Event> draw_effort(Frame& frame, const AttractView& view, Box row) {
  if (row.height <= 0) return std::nullopt;
  const EffortCut cut = cut_effort(frame, view, row.width);
  const Box did = take_right(row, cut.did, row.width - cut.words - cut.did);
  frame.write_in_middle(view.invitations.front().effort, {TextSize::lead}, row, frame.colours().ink_quiet);
  return draw_button(frame, "did", view.did, did, did_design);
}

// In `area`, from top to bottom; gives the height that is left over, less than nothing where it does not fit.
float lay_asking(Frame& frame, const AttractView& view, const AskingWording& wording, const Box& area,
                 Asking& asking, AskingPlan& plan) {
  const Theme& theme = frame.theme();
  const float air = theme.space(theme.room() == Room::roomy ? 5 : 3);
  const std::size_t columns =
      wording.in_one_column && theme.portrait() ? 1 : columns_of_others(frame, view, area.width);
  plan.measured =
      measure(frame, view, {TextSize::title, &Invitation::start, 4, columns}, area.width, area.width);
  const float list = wording.others ? plan.measured.list() + air : 0;
  const float effort = wording.effort ? cut_effort(frame, view, area.width).height : 0;
  const float below = (wording.effort ? air : 0) + effort + list;
  asking.size = wording.label;
  asking.setting = wording.setting;
  if (!wording.effort && asking.answers.look == ChoiceLook::cards) {
    asking.answers.look = ChoiceLook::columns;
    asking.answers.columns = 2;
  }
  asking.room = area.height - below - frame.height_of(asking.label, {asking.size, Weight::bold}, area.width);
  PageContent content(frame);
  add_first_question(frame, content, asking, area.width);
  Box rest = area;
  plan.question = take_top(rest, std::min(content.height(), area.height - below), air);
  plan.effort = take_top(rest, effort, air);
  plan.others = wording.others ? take_top(rest, plan.measured.list()) : Box{rest.x, rest.y, 0, 0};
  return area.height - content.height() - below;
}

// The street or the picture takes what the words leave, as on the invitation in words.
void place_scene(const Theme& theme, Box rest, float left, AskingPlan& plan) {
  const float least = theme.size(Size::least_street) + air_of(theme);
  float down = std::floor(std::max(0.0F, left) * 0.4F);
  if (left >= least) {
    const float height = std::min(left - air_of(theme), rest.height * (theme.portrait() ? 0.42F : 0.4F));
    const bool at_the_top = theme.room() == Room::roomy && theme.portrait();
    plan.scene = at_the_top ? take_top(rest, height) : take_bottom(rest, height);
    const float spare = left - air_of(theme) - height;
    down = std::floor(spare * 0.35F) + (at_the_top ? height + air_of(theme) : 0);
  }
  for (Box* box : {&plan.question, &plan.effort, &plan.others}) box->y += down;
}

AskingPlan plan_asking(Frame& frame, const AttractView& view, Asking& asking, Box rest) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  AskingPlan plan;
  Box whole = inset(rest, theme.margin(), 0);
  take_top(whole, roomy && !theme.portrait() ? theme.space(3) : 0);
  take_bottom(whole, theme.space(roomy ? 4 : 2));
  const auto lay = [&](const Box& area, float street) {
    float left = 0;
    for (const AskingWording& wording : asking_wordings) {
      if (wording.setting == Setting::inviting && view.first->look != ChoiceLook::faces) continue;
      left = lay_asking(frame, view, wording, area, asking, plan);
      if (left >= (wording.street ? street : 0)) break;
    }
    return left;
  };
  if (!view.picture.empty() && !theme.portrait()) {
    Box beside = whole;
    plan.scene = take_right(beside, std::floor(beside.width * 0.4F), theme.space(7));
    plan.aside = true;
    if (lay(beside, 0) >= 0) return plan;
    plan = {};
  }
  place_scene(theme, rest, lay(whole, theme.size(Size::least_street) + air_of(theme)), plan);
  return plan;
}

std::optional<Event> draw_first_question(Frame& frame, const AttractView& view, const Box& rest,
                                         const ImVec2& moved) {
  Asking asking{.answers = *view.first, .label = view.first->label};
  asking.answers.label = {};
  AskingPlan plan = plan_asking(frame, view, asking, rest);
  draw_scene(frame, view, plan.scene, plan.aside, moved);
  for (Box* box : {&plan.question, &plan.effort, &plan.others}) {
    box->x += moved.x;
    box->y += moved.y;
  }
  PageContent content(frame);
  add_first_question(frame, content, asking, plan.question.width);
  auto result = draw_with_more(frame, content, plan.question, {});
  if (auto event = draw_effort(frame, view, plan.effort)) result = std::move(event);
  if (auto event = draw_others(frame, view, plan.measured, plan.others)) result = std::move(event);
  return result;
}

// The slide that was drawn last.
struct DrawnSlide {
  int number = -1;
};

// With pictures each slide fades in; the first one does with the screen.
void note_slide(Frame& frame, const AttractView& view) {
  int& last = frame.memory().of<DrawnSlide>().number;
  if (last >= 0 && last != view.slide && !view.picture.empty()) frame.restart_fade();
  last = view.slide;
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const AttractView& view) {
  if (view.invitations.empty()) return std::nullopt;
  const Theme& theme = frame.theme();
  draw_paper(frame);
  note_slide(frame, view);
  PageBoxes boxes = cut_page(frame);
  Box rest = frame.whole();
  const float end = theme.tools_below() ? boxes.tools.y - theme.space(4) : bottom(rest);
  rest = {rest.x, bottom(boxes.header), rest.width, end - bottom(boxes.header)};
  // Nothing stands in one place for long: each slide stands a little elsewhere.
  const float step = theme.size(Size::burn_in_step);
  const ImVec2 moved(static_cast<float>(view.slide % 3 - 1) * step,
                     theme.room() == Room::roomy ? static_cast<float>(view.slide / 3 % 2) * step : 0);
  if (view.first) {
    boxes.header.x += moved.x, boxes.header.y += moved.y;
    boxes.tools.x += moved.x, boxes.tools.y += moved.y;
    auto result = draw_header(frame, boxes);
    if (auto event = draw_first_question(frame, view, rest, moved)) result = std::move(event);
    if (frame.touched_elsewhere()) result = event::Start{};
    return result;
  }
  const bool has_side = !view.picture.empty() && !theme.portrait();
  Plan plan = has_side ? plan_beside(frame, view, rest) : plan_scene(frame, view, rest);
  if (!plan.fits && has_side) plan = plan_scene(frame, view, rest);

  draw_scene(frame, view, plan.scene, plan.aside, moved);
  for (Box* box : {&boxes.header, &boxes.tools, &plan.hero, &plan.others}) {
    box->x += moved.x;
    box->y += moved.y;
  }
  auto result = draw_header(frame, boxes);
  if (auto event = draw_hero(frame, view, plan.measured, plan.hero)) result = std::move(event);
  if (const auto other = draw_others(frame, view, plan.measured, plan.others)) result = other;
  if (frame.touched_elsewhere()) result = event::Start{};
  return result;
}

}  // namespace buurtpeil
