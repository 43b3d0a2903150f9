#include "ui/fields/fields.h"

#include <algorithm>
#include <cmath>

#include "ui/fields/asked.h"
#include "ui/fields/calendar.h"
#include "ui/fields/choice_cards.h"
#include "ui/fields/choice_scale.h"
#include "ui/fields/closed_list.h"
#include "ui/fields/image_map_field.h"
#include "ui/fields/long_list.h"
#include "ui/fields/points_field.h"
#include "ui/fields/ranking.h"
#include "ui/fields/rating.h"
#include "ui/fields/slider.h"
#include "ui/fields/stepping.h"
#include "ui/fields/table.h"
#include "ui/fields/writing.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

void add_complaint(Frame& frame, PageContent& content, const std::string& complaint, float width) {
  if (complaint.empty()) return;
  content.add({.gap = frame.theme().space(4),
               .height = complaint_height(frame, complaint, width),
               .draw =
                   [&frame, complaint](const Box& box) {
                     draw_complaint(frame, complaint, box);
                     return std::optional<Event>();
                   },
               .reveal = Reveal::complaint});
}

void add_refuse(Frame& frame, PageContent& content, const std::string& path, const Button& button,
                bool refused, float width) {
  if (button.label.empty()) return;
  const float height = refuse_box(frame, button, {0, 0, width, 0}).height;
  content.add({.gap = frame.theme().space(5),
               .height = height,
               .draw = [&frame, path, &button, refused](const Box& box) {
                 return draw_refuse(frame, path, button, refused, refuse_box(frame, button, box));
               }});
}

void add_writing(Frame& frame, PageContent& content, const WriteField& field, float width, float most) {
  const Theme& theme = frame.theme();
  const float wide =
      field.keyboard == Keyboard::text ? width : std::min(width, theme.size(Size::number_field));
  content.add({.gap = theme.space(theme.room() == Room::roomy ? 4 : 3),
               .height = writing_field_height(frame, field, wide, most),
               .draw =
                   [&frame, &field, wide](const Box& box) {
                     return draw_writing_field(frame, field, {box.x, box.y, wide, box.height});
                   },
               .reveal = frame.memory().writing == field.path ? Reveal::writing : Reveal::no});
}

// Taking an answer away lies beside "I'd rather not say", which stands where an answer is required.
void add_clear(Frame& frame, PageContent& content, const std::string& path, const Button& button,
               float width) {
  if (button.label.empty()) return;
  static constexpr ButtonDesign design{
      .look = ButtonLook::quiet, .before = Sign::cross, .weight = Weight::regular, .size = TextSize::small};
  const float wide = std::min(width, button_width(frame, button, design));
  content.add({.gap = frame.theme().space(4),
               .height = button_height(frame, button, design, wide, frame.theme().target()),
               .draw = [&frame, path, &button, wide](const Box& box) {
                 return draw_button(frame, "clear:" + path, button, {box.x, box.y, wide, box.height}, design);
               }});
}

void add_steps(Frame& frame, PageContent& content, const StepField& field, float width) {
  content.add({.gap = frame.theme().space(4),
               .height = steps_height(frame, field, width),
               .draw = [&frame, &field](const Box& box) { return draw_steps(frame, field, box); }});
}

void add_calendar(Frame& frame, PageContent& content, const StepField& field, float width) {
  content.add({.gap = frame.theme().space(4),
               .height = calendar_height(frame, field, width),
               .draw = [&frame, &field](const Box& box) { return draw_calendar(frame, field, box); }});
}

void add_range(Frame& frame, PageContent& content, const ScaleField& field, float width) {
  const bool stars = field.shape == ScaleField::Shape::stars;
  content.add({.gap = frame.theme().space(4),
               .height = stars ? rating_height(frame, field, width) : slider_height(frame, field, width),
               .draw = [&frame, &field, stars](const Box& box) {
                 return stars ? draw_rating(frame, field, box) : draw_slider(frame, field, box);
               }});
}

void add_points(Frame& frame, PageContent& content, const PointsField& field, float width) {
  for (const PointsField::Item& item : field.items)
    content.add({.gap = frame.theme().space(5),
                 .height = point_item_height(frame, field, item, width),
                 .draw = [&frame, &field, &item](const Box& box) {
                   return draw_point_item(frame, field, item, box);
                 }});
}

// Cards below each other, as wide as choices are.
void add_cards(Frame& frame, PageContent& content, const RepeatField& field, float width) {
  const auto add = [&](const std::string& name, const Button& button, Sign sign, float gap) {
    if (button.label.empty()) return;
    const ButtonDesign design{.look = ButtonLook::card, .before = sign, .weight = Weight::regular};
    const float wide = std::min(width, frame.theme().size(Size::asking_column));
    content.add({.gap = gap,
                 .height = button_height(frame, button, design, wide, frame.theme().card_height()),
                 .draw = [&frame, name, &button, design, wide](const Box& box) {
                   return draw_button(frame, name, button, {box.x, box.y, wide, box.height}, design);
                 }});
  };
  add("add:" + field.path, field.add, Sign::plus, frame.theme().space(5));
  add("next", field.go_on, Sign::forward, frame.theme().space(field.add.label.empty() ? 5 : 3));
  add("remove:" + field.path, field.remove, Sign::cross, frame.theme().space(6));
}

bool is_map(const ChoiceField& field) { return field.look == ChoiceLook::map && field.search.empty(); }

// With pictures, recordings or a longer explanation there is more to it than a row has room for.
bool fits_in_row(const ChoiceField& field) {
  const auto has_media = [](const Media& media) {
    return !media.image.empty() || !media.listen.label.empty();
  };
  return field.guidance.empty() && !has_media(field.media) &&
         std::ranges::none_of(field.options, has_media, &ChoiceField::Option::media);
}

// One field being added.
struct Adding {
  Frame& frame;
  PageContent& content;
  Setting setting;
  float width, room;

  void ask(const Asked& field, const std::string& instruction, bool note = false) const {
    add_asked(frame, content, field, instruction, {setting, width, room, note});
  }

  void operator()(const NoteField& field) const { ask(field, "", true); }

  void operator()(const ChoiceField& field) const {
    const float above = content.height();
    const bool has_page = is_closed_list(field) && is_open(frame, field) && !field.search.empty();
    const bool roomy = frame.theme().room() == Room::roomy;
    if (setting != Setting::close && (roomy || !has_page)) {
      add_asked(frame, content, field, field.instruction, {setting, width, room, false, !is_map(field)});
    } else if (has_page && (roomy || setting != Setting::close)) {
      content.add_text(field.label, {TextSize::reading, Weight::bold}, frame.colours().ink, width, 0);
    }  // else somebody searches, and what is found is to be seen
    const float left = room - (content.height() - above);
    add_complaint(frame, content, field.complaint, width);
    add_answers(field, left);
    add_refuse(frame, content, field.path, field.refuse, field.refused, width);
  }

  void add_answers(const ChoiceField& field, float left) const {
    const bool scale = field.look == ChoiceLook::scale || field.look == ChoiceLook::faces;
    if (field.look == ChoiceLook::acknowledge) {
      add_acknowledgement(frame, content, field, width);
    } else if (is_map(field)) {
      add_image_map(frame, content, field, width, left);
    } else if (is_closed_list(field) && (field.search.empty() || !is_open(frame, field))) {
      add_closed_list(frame, content, field, width, left);
    } else if (!field.search.empty()) {
      add_search(frame, content, field, width);
      const bool may_change = field.several || !is_closed_list(field);  // else choosing closes the list
      if (setting != Setting::close && (may_change || !chosen_words(frame, field).empty()))
        add_chosen(frame, content, field);
      add_long_list(frame, content, field, width);
    } else if (field.ordered) {
      add_ranking(frame, content, field, width);
    } else if (!(!field.table.empty() && fits_in_row(field) &&
                 add_row_of_table(frame, content, field, width)) &&
               !(scale && add_scale(frame, content, field, width))) {
      add_choices(frame, content, field, width, left);
    }
  }

  void operator()(const StepField& field) const {
    const float above = content.height();
    ask(field, "");
    add_complaint(frame, content, field.complaint, width);
    const float used = content.height() - above + frame.line_height(TextSize::small) +
                       frame.theme().space(2) + frame.theme().space(4);
    const bool calendar = setting == Setting::alone && calendar_fits(frame, field, width, room - used);
    add_hints(frame, content, "", calendar ? field.sheet.instruction : field.instruction, width);
    if (calendar)
      add_calendar(frame, content, field, width);
    else
      add_steps(frame, content, field, width);
    add_clear(frame, content, field.path, field.clear, width);
    add_refuse(frame, content, field.path, field.refuse, field.refused, width);
  }

  void operator()(const ScaleField& field) const {
    ask(field, field.instruction);
    add_complaint(frame, content, field.complaint, width);
    add_range(frame, content, field, width);
    add_clear(frame, content, field.path, field.clear, width);
    add_refuse(frame, content, field.path, field.refuse, field.refused, width);
  }

  void operator()(const PointsField& field) const {
    ask(field, field.instruction);
    add_complaint(frame, content, field.complaint, width);
    add_points(frame, content, field, width);
    add_clear(frame, content, field.path, field.clear, width);
    add_refuse(frame, content, field.path, field.refuse, field.refused, width);
  }

  void operator()(const RepeatField& field) const {
    ask(field, "");
    add_cards(frame, content, field, width);
  }

  void operator()(const WriteField& field) const {
    const float above = content.height();
    ask(field, field.instruction);
    add_complaint(frame, content, field.complaint, width);
    const float left = room - (content.height() - above) - frame.theme().space(5);
    add_writing(frame, content, field, width, std::max(left, frame.theme().card_height()));
    if (setting == Setting::close) add_left_out(frame, content, field, field.instruction, width, room);
    add_refuse(frame, content, field.path, field.refuse, field.refused, width);
  }
};

}  // namespace

void add_field(Frame& frame, PageContent& content, const Field& field, Setting setting, float width,
               float room) {
  const std::size_t first = content.count();
  std::visit(Adding{frame, content, setting, width, room}, field);
  if (setting == Setting::follows && frame.memory().followed) content.mark(first, Reveal::opened);
}

std::size_t add_rows_of_table(Frame& frame, PageContent& content, const std::vector<Field>& fields,
                              std::size_t first, float width) {
  std::vector<const ChoiceField*> rows;
  for (std::size_t index = first; index < fields.size(); ++index) {
    const auto* row = std::get_if<ChoiceField>(&fields[index]);
    if (!row || row->table.empty() || !fits_in_row(*row)) break;
    if (!rows.empty() && !same_columns(*rows.front(), *row)) break;
    rows.push_back(row);
  }
  return rows.size() > 1 && add_table(frame, content, rows, width) ? rows.size() : 0;
}

void add_asking(Frame& frame, PageContent& content, const WriteField& field, float width) {
  add_complaint(frame, content, field.complaint, width);
  content.add_text(field.label, {TextSize::reading, Weight::bold}, frame.colours().ink, width,
                   frame.theme().space(3));
  add_left_out(frame, content, field, field.instruction, width, width);
  add_refuse(frame, content, field.path, field.refuse, field.refused, width);
}

}  // namespace buurtpeil
