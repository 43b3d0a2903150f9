// kiosk_first: the invitation asks the first question, before anybody has answered anything. So it may depend
// on nothing, and all of it is to be read in passing.
#include <fmt/format.h>

#include <algorithm>

#include "form/compile/loading.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

constexpr std::size_t most_choices = 5;

bool has_reference(const Text& text) {
  return std::ranges::any_of(text.by_language, [](const auto& words) {
    return std::ranges::any_of(words.second, [](const Piece& piece) { return piece.reference.has_value(); });
  });
}

int shown_in(const Form& form, int container) {
  const int end = form.rows[static_cast<std::size_t>(container)].end;
  return static_cast<int>(
      std::ranges::count_if(form.rows.begin() + container + 1, form.rows.begin() + end,
                            [](const Row& row) { return !row.is_container() && row.is_shown(); }));
}

/// What is around the question: "" when nothing keeps it from the invitation.
std::string objection_around(const Form& form, const Row& question) {
  for (int index = question.parent; index >= 0;) {
    const Row& around = form.rows[static_cast<std::size_t>(index)];
    if (around.type == Type::repeat) return "stands in a repeat; move it before that";
    if (around.relevant) return "stands in a group with a condition (relevant); move it before that";
    if (around.group_style.one_screen && shown_in(form, index) > 1)
      return "shares its screen with other questions (field-list); move it before that group";
    index = around.parent;
  }
  return "";
}

std::string objection_to_choices(const Form& form, const Row& question) {
  const auto list = form.choices.find(question.list);
  if (question.choice_filter || question.search || list == form.choices.end())
    return "has choices that depend on something; give it a list of its own, without choice_filter";
  if (question.or_other)
    return "has or_other, which asks for words as well; make 'other' a choice of the list";
  if (list->second.size() > most_choices)
    return fmt::format("has {} choices, and the invitation has room for {}; let a shorter question be first",
                       list->second.size(), most_choices);
  const auto depends = [](const Choice& choice) { return has_reference(choice.label); };
  if (std::ranges::any_of(list->second, depends)) return "has choices with ${...} in their labels; remove it";
  return "";
}

std::string objection_to(const Form& form, const Row& question) {
  if (question.type != Type::select_one) return "is no select_one; let one be the first row that is shown";
  if (question.relevant) return "has a condition (relevant); remove it";
  if (question.read_only) return "may be read only; let another question be first";
  if (question.initial || question.trigger)
    return "has a value before anybody has answered (default, trigger); remove that";
  if (has_reference(question.label) || has_reference(question.hint))
    return "has ${...} in its words, and nothing is answered yet; remove it";
  if (std::string around = objection_around(form, question); !around.empty()) return around;
  return objection_to_choices(form, question);
}

}  // namespace

void check_first_question(Loading& loading) {
  Form& form = loading.form;
  const auto setting = form.settings.find("kiosk_first");
  if (setting == form.settings.end()) return;
  const Cell cell = loading.settings.cell(loading.settings_row, "kiosk_first");
  const auto wished = yes_or_no(setting->second);
  if (!wished)
    loading.problems.error(cell, fmt::format("kiosk_first is yes or no, not '{}'", setting->second));
  if (!wished.value_or(false)) return;
  const auto first =
      std::ranges::find_if(form.rows, [](const Row& row) { return !row.is_container() && row.is_shown(); });
  if (first == form.rows.end())
    return loading.problems.error(cell, "kiosk_first is yes, and there is no question; remove it");
  if (const std::string objection = objection_to(form, *first); !objection.empty())
    return loading.problems.error(
        first->cell,
        fmt::format("the invitation cannot ask '{}' (kiosk_first): it {}", first->name, objection));
  form.first_question = static_cast<int>(first - form.rows.begin());
}

}  // namespace buurtpeil
