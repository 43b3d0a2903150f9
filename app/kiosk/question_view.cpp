#include "kiosk/question_view.h"

#include <algorithm>
#include <string>

namespace buurtpeil {
namespace {

class Fields {
 public:
  Fields(const Form& form, const Wording& say) : form_(form), say_(say) {
    const auto refuse = form.settings.find("kiosk_refuse");
    may_refuse_ = refuse == form.settings.end() || refuse->second != "no";
  }

  [[nodiscard]] Field of(const Prompt& prompt) const {
    if (prompt.row->type == Type::note) return NoteField{prompt.path, prompt.label, prompt.hint};
    if (prompt.read_only) return NoteField{prompt.path, prompt.label, shown_value(prompt)};
    if (!prompt.options.empty()) return choice(prompt);
    return write(prompt);
  }

 private:
  [[nodiscard]] ChoiceField choice(const Prompt& prompt) const {
    ChoiceField field;
    field.path = prompt.path;
    field.label = prompt.label;
    field.hint = prompt.hint;
    field.several = prompt.row->type == Type::select_multiple;
    if (field.several) field.instruction = say_("several");
    for (const Option& option : prompt.options)
      field.options.push_back({option.name, option.label, option.selected});
    field.complaint = complaint(prompt);
    field.refuse = refuse(prompt);
    field.refused = prompt.refused;
    return field;
  }

  [[nodiscard]] WriteField write(const Prompt& prompt) const {
    WriteField field;
    field.path = prompt.path;
    field.label = prompt.label;
    field.hint = prompt.hint;
    field.instruction = say_("type_text");
    if (prompt.row->type == Type::integer) {
      field.keyboard = Keyboard::whole_number;
      field.instruction = say_("type_whole_number");
    } else if (prompt.row->type == Type::decimal) {
      field.keyboard = Keyboard::number;
      field.instruction = say_("type_number");
      field.decimal_sign = say_("decimal_sign");
    }
    field.multiline = prompt.row->has_appearance("multiline");
    field.value = shown_value(prompt);
    field.complaint = complaint(prompt);
    field.refuse = refuse(prompt);
    field.refused = prompt.refused;
    return field;
  }

  /// A stored value as the visitor reads it: labels of choices, the language's decimal sign.
  [[nodiscard]] std::string shown_value(const Prompt& prompt) const {
    std::string value = prompt.value;
    if (prompt.row->type == Type::decimal) std::ranges::replace(value, '.', say_("decimal_sign").front());
    if (prompt.options.empty()) return value;
    value.clear();
    for (const Option& option : prompt.options)
      if (option.selected) value += (value.empty() ? "" : ", ") + option.label;
    return value;
  }

  [[nodiscard]] Button refuse(const Prompt& prompt) const {
    if (!prompt.required || !may_refuse_) return {};
    return {say_("refuse"), event::Refuse{prompt.path}};
  }

  [[nodiscard]] std::string complaint(const Prompt& prompt) const {
    if (!prompt.complaint_text.empty()) return prompt.complaint_text;
    switch (prompt.complaint) {
      case Complaint::none:
        return "";
      case Complaint::required:
        return may_refuse_ ? say_("complaint_required", {{"refuse", say_("refuse")}})
                           : say_("complaint_required_only");
      case Complaint::constraint:
        return say_("complaint_constraint");
      case Complaint::not_a_whole_number:
        return say_("complaint_whole_number");
      case Complaint::not_a_number:
        return say_("complaint_number");
      case Complaint::too_long:
        return say_("complaint_too_long");
      case Complaint::total:
        return say_("complaint_total", {{"total", total_of(*prompt.row)}});
    }
    return "";
  }

  /// The parameter `total` of the group around a question whose points are divided.
  [[nodiscard]] std::string total_of(const Row& row) const {
    if (row.parent < 0) return "";
    const auto& parameters = form_.rows[static_cast<std::size_t>(row.parent)].parameters;
    const auto total = parameters.find("total");
    return total == parameters.end() ? "" : total->second;
  }

  const Form& form_;
  const Wording& say_;
  bool may_refuse_ = true;
};

/// "Next" says what it does: it ends the visit on the last screen, and skips where nothing was answered and
/// nothing has to be.
std::string next_label(const std::vector<Prompt>& prompts, const Progress& progress, const Wording& say) {
  if (progress.screen >= progress.screens) return say("finish");
  const auto is_open = [](const Prompt& prompt) {
    return prompt.row->type != Type::note && !prompt.read_only && !prompt.required && prompt.value.empty() &&
           !prompt.refused;
  };
  return std::ranges::all_of(prompts, is_open) ? say("skip") : say("next");
}

}  // namespace

QuestionView question_view(const Form& form, const Visit& visit, const Wording& say) {
  const auto prompts = visit.prompts();
  const Progress progress = visit.progress();
  const Fields fields{form, say};
  QuestionView view;
  view.screen = progress.screen;
  view.screens = progress.screens;
  view.progress = say("progress", {{"screen", std::to_string(progress.screen)},
                                   {"screens", std::to_string(progress.screens)}});
  for (const Prompt& prompt : prompts) view.fields.push_back(fields.of(prompt));
  if (!prompts.empty()) view.group = prompts.front().group_label;
  view.next = {next_label(prompts, progress, say), event::Next{}};
  if (!visit.at_start()) view.back = {say("back"), event::Back{}};
  view.leave = {say("leave"), event::Leave{}};
  view.more = say("more");
  return view;
}

}  // namespace buurtpeil
