// Choices: asked in words, and answered in the way that the field's look and length ask for.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "ui/fields/asked.h"
#include "ui/fields/choice_cards.h"
#include "ui/fields/choice_scale.h"
#include "ui/fields/closed_list.h"
#include "ui/fields/fields.h"
#include "ui/fields/image_map_field.h"
#include "ui/fields/long_list.h"
#include "ui/fields/map_choices.h"
#include "ui/fields/ranking.h"
#include "ui/fields/table.h"

namespace buurtpeil {
namespace {

bool is_map(const ChoiceField& field) { return field.look == ChoiceLook::map && field.search.empty(); }

void add_answers(Frame& frame, PageContent& content, const ChoiceField& field, const Setup& setup,
                 float left) {
  const float width = setup.width;
  const bool scale = field.look == ChoiceLook::scale || field.look == ChoiceLook::faces;
  if (field.look == ChoiceLook::acknowledge) {
    add_acknowledgement(frame, content, field, width);
  } else if (is_map(field)) {
    add_image_map(frame, content, field, width, left);
  } else if (field.look == ChoiceLook::places && !(is_closed_list(field) && is_open(frame, field))) {
    add_map_choices(frame, content, field, width, left);
  } else if (is_closed_list(field) && (field.search.empty() || !is_open(frame, field))) {
    add_closed_list(frame, content, field, width, left);
  } else if (!field.search.empty()) {
    add_search(frame, content, field, width);
    const bool may_change = field.several || !is_closed_list(field);  // else choosing closes the list
    if (setup.setting != Setting::close && (may_change || !chosen_words(frame, field).empty()))
      add_chosen(frame, content, field, width);
    add_long_list(frame, content, field, width);
  } else if (field.ordered) {
    add_ranking(frame, content, field, width);
  } else if (!add_row_of_table(frame, content, field, width) &&
             !(scale && add_scale(frame, content, field, setup))) {
    add_choices(frame, content, field, width, left);
  }
}

// A question at the start, its choices at the end.
struct Beside {
  PageContent question, answers;
  float left = 0, gap = 0;
  [[nodiscard]] float height() const { return std::max(question.height(), answers.height()); }
};

Beside cut_beside(Frame& frame, const ChoiceField& field, const Setup& setup, float part) {
  const float gap = frame.theme().space(5);
  Beside beside{PageContent(frame), PageContent(frame), std::floor((setup.width - gap) * part), gap};
  const float right = setup.width - gap - beside.left;
  add_asked(frame, beside.question, field, field.instruction, {setup.setting, beside.left, setup.room});
  add_complaint(frame, beside.question, field, beside.left);
  add_answers(frame, beside.answers, field, {setup.setting, right, setup.room}, setup.room);
  add_refuse(frame, beside.answers, field, right);
  return beside;
}

// The part of the width that the question has is the first one in which all fits.
void add_beside(Frame& frame, PageContent& content, const ChoiceField& field, const Setup& setup) {
  std::optional<Beside> found;
  for (const float part : {0.42F, 0.5F, 0.35F})
    if (!found || found->height() > setup.room) found.emplace(cut_beside(frame, field, setup, part));
  Block block = side_by_side(std::move(found->question), std::move(found->answers), found->left, found->gap);
  block.gap = frame.theme().space(3);
  block.label = field.label;
  content.add(std::move(block));
}

}  // namespace

void add_field(Frame& frame, PageContent& content, const ChoiceField& field, const Setup& setup) {
  if (setup.setting == Setting::beside) return add_beside(frame, content, field, setup);
  const float above = content.height();
  const bool has_page = is_closed_list(field) && is_open(frame, field) && !field.search.empty();
  const bool roomy = frame.theme().room() == Room::roomy;
  if (setup.setting != Setting::close && (roomy || !has_page)) {
    add_asked(frame, content, field, field.instruction, setup,
              is_map(field) ? AskedPicture::elsewhere : AskedPicture::usual);
  } else if (has_page && (roomy || setup.setting != Setting::close)) {
    content.add_label(field.label, {TextSize::reading, Weight::bold}, setup.width, 0);
  }  // else somebody searches, and what is found is to be seen
  const float left = setup.room - (content.height() - above);
  add_complaint(frame, content, field, setup.width);
  add_answers(frame, content, field, setup, left);
  add_refuse(frame, content, field, setup.width);
  if (setup.setting == Setting::hints_last)
    add_left_out(frame, content, field,
                 field.instruction_kind == Asked::Instruction::how_to ? field.instruction : "", setup.width,
                 setup.room);
}

}  // namespace buurtpeil
