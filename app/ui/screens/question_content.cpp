#include "ui/screens/question_content.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "ui/fields/closed_list.h"
#include "ui/fields/map_field.h"
#include "ui/fields/table.h"
#include "ui/fields/writing.h"
#include "ui/screens/page_boxes.h"

namespace buurtpeil {
namespace {

int count_complaints(const QuestionView& view) {
  int count = 0;
  for (const Field& field : view.fields) count += asked_of(field).complaint.empty() ? 0 : 1;
  return count;
}

int count_followers(const QuestionView& view) {
  return static_cast<int>(
      std::ranges::count_if(view.fields, [](const Field& field) { return asked_of(field).follows; }));
}

// What was on the screen in the last frame.
struct DrawnQuestions {
  bool fresh = true;  // nothing was drawn yet
  int complaints = 0;
  int followers = 0;         // fields that follow an answer
  bool one_follows = false;  // one came onto the page since
  bool one_complains = false;
};

}  // namespace

void note_changes(Frame& frame, const QuestionView& view) {
  DrawnQuestions& drawn = frame.memory().of<DrawnQuestions>();
  if (drawn.fresh && view.fields.size() == 1) {
    if (const auto* write = std::get_if<WriteField>(&view.fields.front())) start_writing(frame, *write);
  }
  const int followers = count_followers(view), complaints = count_complaints(view);
  drawn.one_follows = followers > drawn.followers && !drawn.fresh;
  drawn.one_complains = complaints > drawn.complaints;
  if (drawn.one_follows || drawn.one_complains) frame.memory().of<Scrolling>().reveal = true;
  drawn.followers = followers;
  drawn.complaints = complaints;
  drawn.fresh = false;
}

bool has_banner(const Theme& theme, const QuestionView& view) {
  return view.done.has_value() && banner_height(theme) > 0;
}

bool offers_choices(const QuestionView& view) {
  return std::ranges::any_of(view.fields,
                             [](const Field& field) { return std::holds_alternative<ChoiceField>(field); });
}

bool one_complains(Frame& frame) { return frame.memory().of<DrawnQuestions>().one_complains; }

namespace {

/// Answered on the page itself, without a keyboard.
bool is_touched(const Field& field) {
  return !std::holds_alternative<NoteField>(field) && !std::holds_alternative<WriteField>(field);
}

}  // namespace

Setting usual_setting_of(const QuestionView& view, const Field& field, const Arrangement& arrangement) {
  if (asked_of(field).follows) return Setting::follows;
  const bool alone = static_cast<int>(view.fields.size()) == 1 + count_followers(view);
  if (!alone) return Setting::listed;
  const bool last = arrangement.alone == Setting::hints_last && is_touched(field);
  return last || std::holds_alternative<ChoiceField>(field) ? arrangement.alone : Setting::alone;
}

bool fits_above(Frame& frame, const WriteField& field, Setting setting, const Box& body) {
  PageContent content(frame);
  add_field(frame, content, field, {setting, body.width, body.height});
  return content.height_to_field() <= body.height;
}

namespace {

// Two neighbours at least that are rows of one table.
bool has_table(const QuestionView& view) {
  const auto both_rows = [](const Field& first, const Field& second) {
    const auto* one = std::get_if<ChoiceField>(&first);
    const auto* other = std::get_if<ChoiceField>(&second);
    return one && other && !one->table.empty() && one->table == other->table;
  };
  return std::ranges::adjacent_find(view.fields, both_rows) != view.fields.end();
}

bool has_map(const QuestionView& view) {
  return std::ranges::any_of(view.fields, [](const Field& field) {
    const auto* choice = std::get_if<ChoiceField>(&field);
    return std::holds_alternative<MapField>(field) || (choice && choice->look == ChoiceLook::places);
  });
}

}  // namespace

Box column_of_questions(Frame& frame, const QuestionView& view, const Box& body) {
  constexpr float of_table = 1.35F;  // of the usual column: a row is followed along its band, a map is large
  const Theme& theme = frame.theme();
  Box column = centred_column(body, theme.column() * (has_table(view) || has_map(view) ? of_table : 1.0F));
  take_top(column, theme.space(theme.room() == Room::roomy ? 5 : 2));
  return column;
}

Box room_of_questions(Frame& frame, const QuestionView& view, const Box& body) {
  const Theme& theme = frame.theme();
  Box room = column_of_questions(frame, view, body);
  // For a complaint of a line above Next, in its script: some have higher lines.
  const std::string& words = view.next.label.empty() ? view.back.label : view.next.label;
  if (theme.room() == Room::roomy)
    take_bottom(room, complaint_height(frame, words.empty() ? "A" : words, room.width), theme.space(3));
  return room;
}

namespace {

Setting setting_of(Frame& frame, const QuestionView& view, const Writing& writing, const Field& field,
                   const Arrangement& arrangement, const Box& body) {
  const auto* write = std::get_if<WriteField>(&field);
  const Setting usual = usual_setting_of(view, field, arrangement);
  if (write == nullptr || !writing.field) return usual;
  if (frame.theme().room() == Room::compact) return Setting::close;
  const bool tight = write->path == writing.field->path && !fits_above(frame, *write, usual, body);
  return tight ? Setting::close : usual;
}

// Those from `first` to before `end`.
void add_fields(Frame& frame, PageContent& content, const QuestionView& view, std::size_t first,
                std::size_t end, const Writing& writing, const Arrangement& arrangement, const Box& body) {
  const Theme& theme = frame.theme();
  const ChoiceField* list = list_on_page(frame, view);
  for (std::size_t index = first; index < end; ++index) {
    const Field& field = view.fields[index];
    if (list && std::get_if<ChoiceField>(&field) != list) continue;
    if (const std::size_t rows = add_rows_of_table(frame, content, view.fields, index, body.width);
        rows > 0) {
      index += rows - 1;
      continue;
    }
    const Setting setting = setting_of(frame, view, writing, field, arrangement, body);
    // Below a question that is written close there stand "more" buttons.
    const float room =
        setting == Setting::close ? body.height - theme.tool_height() - theme.space(3) : body.height;
    const std::size_t at = content.count();
    const auto* map = std::get_if<MapField>(&field);
    if (map != nullptr) {
      const MapLists lists = lists_of(*map, std::span(view.fields).subspan(index + 1, end - index - 1));
      add_map(frame, content, *map, lists, {setting, body.width, room});
      index += lists.count;
      continue;
    }
    add_field(frame, content, field, {setting, body.width, room});
    if (setting == Setting::follows && frame.memory().of<DrawnQuestions>().one_follows)
      content.mark(at, Reveal::opened);
  }
}

// The first half of the questions at the start, the others beside them.
void add_halves(Frame& frame, PageContent& content, const QuestionView& view, const Arrangement& arrangement,
                const Box& body) {
  const float gap = frame.theme().space(6), width = std::floor((body.width - gap) / 2);
  const std::size_t count = view.fields.size(), half = (count + 1) / 2;
  const Box column{body.x, body.y, width, body.height};
  PageContent first(frame), second(frame);
  add_fields(frame, first, view, 0, half, {}, arrangement, column);
  add_fields(frame, second, view, half, count, {}, arrangement, column);
  Block block = side_by_side(std::move(first), std::move(second), width, gap);
  block.gap = frame.theme().space(4);
  content.add(std::move(block));
}

}  // namespace

void fill_content(Frame& frame, PageContent& content, const QuestionView& view, const Writing& writing,
                  const Arrangement& arrangement, const Box& body) {
  if (writing.list)
    return add_field(frame, content, *writing.list, {Setting::close, body.width, body.height});
  if (!view.group.empty()) {
    const bool alone = view.fields.size() == 1;
    const Lettering lettering{alone ? TextSize::small : TextSize::title, Weight::bold};
    content.add_text(alone ? StyledView(view.group.words) : view.group, lettering,
                     alone ? frame.colours().accent : frame.colours().ink, body.width, 0);
  }
  if (arrangement.in_halves) return add_halves(frame, content, view, arrangement, body);
  add_fields(frame, content, view, 0, view.fields.size(), writing, arrangement, body);
}

// ---- how closely the page is set ----

namespace {

bool shows_pictures(const QuestionView& view) {
  return std::ranges::any_of(view.fields, [](const Field& field) {
    const auto* choice = std::get_if<ChoiceField>(&field);
    const auto has_image = [](const auto& option) { return !option.media.image.empty(); };
    return !asked_of(field).media.image.empty() ||
           (choice != nullptr && std::ranges::any_of(choice->options, has_image));
  });
}

// What stands in a column beside another one is as high as it is: nothing that is opened, scrolled or
// dragged.
bool can_stand_beside(const Field& field) {
  const auto* choice = std::get_if<ChoiceField>(&field);
  return choice && choice->search.empty() && choice->table.empty() && !choice->ordered &&
         choice->look != ChoiceLook::closed && choice->look != ChoiceLook::map &&
         choice->look != ChoiceLook::places;
}

// What is opened needs the room, and so does a map.
bool needs_the_room(const QuestionView& view) {
  return std::ranges::any_of(view.fields, [](const Field& field) {
    const auto* choice = std::get_if<ChoiceField>(&field);
    return choice != nullptr && (is_closed_list(*choice) || choice->look == ChoiceLook::places);
  });
}

// From the most generous to the closest. The street yields to what the form itself shows.
std::vector<Arrangement> arrangements(const Theme& theme, const QuestionView& view) {
  const bool chooses = offers_choices(view);
  const bool roomy = theme.room() == Room::roomy;
  const bool may_grow = chooses && !needs_the_room(view);
  std::vector<Arrangement> all;
  if (has_banner(theme, view) && !shows_pictures(view)) {
    if (may_grow) all.push_back({.density = Density::large});
    all.push_back({});
  }
  if (may_grow && roomy) all.push_back({.density = Density::large, .banner = false});
  all.push_back({.banner = false});
  if (!std::ranges::any_of(view.fields, is_touched)) return all;
  const bool alone = static_cast<int>(view.fields.size()) == 1 + count_followers(view);
  const bool beside = std::ranges::all_of(view.fields, can_stand_beside);
  for (const Density density : {Density::usual, Density::close}) {
    if (density == Density::close) all.push_back({.density = density, .banner = false});
    if (theme.portrait() || !beside || !chooses) continue;
    if (alone) all.push_back({.density = density, .alone = Setting::beside, .banner = false});
    if (!alone) all.push_back({.density = density, .in_halves = true, .banner = false});
  }
  if (alone && asked_of(view.fields.front()).media.image.empty())
    all.push_back({.density = Density::close, .alone = Setting::hints_last, .banner = false});
  return all;
}

// The first in which all is in sight; `hides`: there is none for all that is answered.
struct Arranging {
  Arrangement arrangement;
  bool hides = false;
};

// How much of it is in sight.
struct InSight {
  bool all = false, cards = false, begins = false;
  float left = 0;  // height below it, pixels
};

InSight in_sight(Frame& frame, const QuestionView& view, const Arrangement& arrangement, Box rest,
                 float strip) {
  const Theme& theme = frame.theme();
  if (arrangement.banner) take_top(rest, banner_height(theme));
  set_as(frame, arrangement);
  const float page = column_of_questions(frame, view, rest).height - strip;
  rest = room_of_questions(frame, view, rest);
  PageContent content(frame);
  fill_content(frame, content, view, {}, arrangement, rest);
  const bool cards = content.height_to_last_card() <= std::min(rest.height, page);
  // Below choices stands what is an answer too, "I'd rather not say"; below the rest what takes one away.
  const bool cards_alone = arrangement.alone == Setting::hints_last || !offers_choices(view);
  return {.all = cards_alone ? cards : content.fits(rest.height),
          .cards = cards,
          .begins = content.height_to_begin() <= std::min(rest.height, page),
          .left = std::max(0.0F, rest.height - content.height())};
}

Arranging arrange(Frame& frame, const QuestionView& view, const Box& body, float strip) {
  const std::vector<Arrangement> all = arrangements(frame.theme(), view);
  const bool is_high = frame.theme().portrait() && frame.theme().room() == Room::roomy;
  for (Arrangement each : all) {
    const InSight seen = in_sight(frame, view, each, body, strip);
    if (!seen.all) continue;
    if (is_high && std::ranges::any_of(view.fields, is_touched)) each.above = std::floor(seen.left / 2);
    return {each};
  }
  if (all.back().density == Density::usual) return {all.back()};
  Arrangement closest{.density = Density::close, .banner = false};
  if (all.back().alone == Setting::hints_last) closest.alone = Setting::hints_last;
  InSight seen = in_sight(frame, view, closest, body, strip);
  const int most_smaller = static_cast<int>(frame.page().look.text) - static_cast<int>(TextScale::normal);
  const bool alone = static_cast<int>(view.fields.size()) == 1 + count_followers(view);
  if (!seen.begins && alone && most_smaller > 0 && closest.alone != Setting::hints_last) {
    closest.alone = Setting::hints_last;  // its picture as well
    seen = in_sight(frame, view, closest, body, strip);
  }
  while (!seen.begins && closest.smaller < most_smaller) {
    ++closest.smaller;
    seen = in_sight(frame, view, closest, body, strip);
  }
  return {closest, !seen.cards};
}

// As it began.
struct Arranged {
  std::string language;
  TextScale text = TextScale::normal;
  Box body;
  Arrangement arrangement;
};

struct ReadingOrder {
  std::optional<bool> reversed;
};

}  // namespace

bool is_reversed(Frame& frame) { return frame.memory().of<ReadingOrder>().reversed.value_or(false); }

void reverse_choices(QuestionView& view) {
  for (Field& field : view.fields) {
    auto* choice = std::get_if<ChoiceField>(&field);
    if (choice == nullptr || choice->reversed_if_hidden < 2) continue;
    auto& options = choice->options.own();
    std::reverse(options.begin(), options.begin() + static_cast<std::ptrdiff_t>(choice->reversed_if_hidden));
  }
}

void set_as(Frame& frame, const Arrangement& arrangement) {
  const int wished = static_cast<int>(frame.page().look.text);
  frame.set_content(arrangement.density, static_cast<TextScale>(wished - arrangement.smaller));
}

Arrangement arrangement_of(Frame& frame, const QuestionView& view, const Box& body, const Box& middle) {
  auto& arranged = frame.memory().of<std::optional<Arranged>>();
  const Look& look = frame.page().look;
  const bool same = arranged && arranged->language == view.page.language && arranged->text == look.text &&
                    arranged->body.width == body.width && arranged->body.height == body.height;
  if (!same) {
    const Arranging found = arrange(frame, view, body, strip_of_more(frame, middle));
    arranged = Arranged{view.page.language, look.text, body, found.arrangement};
    auto& order = frame.memory().of<ReadingOrder>().reversed;
    if (!order) order = found.hides;
  }
  set_as(frame, arranged->arrangement);
  return arranged->arrangement;
}

}  // namespace buurtpeil
