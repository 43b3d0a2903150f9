#include "kiosk/views/question_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string>

#include "form/expression/date.h"
#include "form/expression/value.h"
#include "form/strings.h"
#include "kiosk/views/answer_words.h"
#include "kiosk/views/calendar_view.h"
#include "kiosk/views/choice_order.h"
#include "kiosk/views/points_view.h"
#include "kiosk/views/review_view.h"
#include "kiosk/views/scale_view.h"
#include "kiosk/views/step_view.h"

namespace buurtpeil {
namespace {

class Fields {
 public:
  explicit Fields(const Asking& asking)
      : asking_(asking),
        form_(asking.form),
        language_(asking.visit.language()),
        reads_backwards_(asking.visit.coin()),
        say_(asking.say) {
    const auto refuse = form_.settings.find("kiosk_refuse");
    may_refuse_ = refuse == form_.settings.end() || refuse->second != "no";
  }

  /// One, and what belongs to it.
  void add(std::vector<Field>& fields, const Prompt& prompt) const {
    if (!is_mapped(prompt)) return fields.push_back(of(prompt));
    const auto [look, is_new] = asking_.looks.try_emplace(prompt.path);
    if (is_new) look->second = first_look(form_, asking_.visit, prompt, asking_.maps);
    auto field = asked<MapField>(prompt);
    fill_map(field, prompt, look->second, asking_.maps, language_, say_);
    if (prompt.required) field.clear = {};
    fields.emplace_back(std::move(field));
    add_map_lists(fields, prompt, look->second, asking_.maps, say_);
  }

 private:
  /// A place, and something to point at.
  [[nodiscard]] bool is_mapped(const Prompt& prompt) const {
    return is_place(prompt.row->type) && !prompt.read_only && asking_.maps.any();
  }

  [[nodiscard]] Field of(const Prompt& prompt) const {
    if (prompt.row->type == Type::repeat) return repeat(prompt);
    if (prompt.row->type == Type::note || prompt.row->heads_table()) return asked<NoteField>(prompt);
    if (prompt.read_only) return shown(prompt);
    if (offers_nothing(prompt)) return nothing_to_choose(prompt, say_("nothing_to_choose"));
    if (is_place(prompt.row->type)) return nothing_to_choose(prompt, say_("map_none"));
    if (is_select(prompt.row->type) || !prompt.options.empty()) return choice(prompt);
    if (is_stepped(*prompt.row)) return step(prompt);
    if (prompt.row->range) return scale(prompt);
    return write(prompt);
  }

 public:
  /// A filter, or a list of answers, may leave nothing to choose from.
  [[nodiscard]] static bool offers_nothing(const Prompt& prompt) {
    return is_select(prompt.row->type) && prompt.offered == 0;
  }

  /// Of all that divide the same points.
  [[nodiscard]] PointsField points(std::span<const Prompt* const> parts) const {
    PointsField field;
    field.path = path_of_group(parts.front()->path);
    field.label = parts.front()->group_label;
    field.instruction = say_("points");
    fill_points(field, form_, parts, say_);
    bool some = false, all_refused = true;
    for (const Prompt* part : parts) {
      if (field.complaint.empty()) field.complaint = complaint(*part);
      if (!refuse(*part).label.empty()) field.refuse = {say_("refuse"), event::Refuse{field.path}};
      all_refused = all_refused && part->refused;
      some = some || !part->value.empty();
    }
    field.refused = all_refused;
    if (some) field.clear = {say_("clear"), event::Write{field.path, ""}};
    return field;
  }

 private:
  /// What all kinds of fields have.
  template <class F>
  [[nodiscard]] F asked(const Prompt& prompt) const {
    F field;
    field.path = prompt.path;
    field.label = prompt.label;
    field.hint = prompt.hint;
    set_media(field, prompt);
    field.complaint = complaint(prompt);
    field.refuse = refuse(prompt);
    field.refused = prompt.refused;
    field.follows = prompt.row->says_other;
    return field;
  }

  /// What may only be read.
  [[nodiscard]] NoteField shown(const Prompt& prompt) const {
    NoteField field;
    field.path = prompt.path;
    field.label = prompt.label;
    field.hint = answer_words(form_, prompt, language_, say_, asking_.maps);
    set_media(field, prompt);
    return field;
  }

  /// In place of an empty list: that there is nothing, and that the visitor can go on.
  [[nodiscard]] NoteField nothing_to_choose(const Prompt& prompt, const std::string& words) const {
    auto field = asked<NoteField>(prompt);
    field.hint += StyledText((field.hint.empty() ? "" : "\n") + words);
    return field;
  }

  /// Pictures, a recording, a longer explanation.
  void set_media(Asked& asked, const Prompt& prompt) const {
    asked.media = media_view(form_, prompt.media, asking_.hearing, say_);
    asked.guidance = prompt.guidance;
    if (!asked.guidance.empty()) asked.explain = say_("explain"), asked.hide = say_("explain_hide");
  }

  [[nodiscard]] ChoiceField choice(const Prompt& prompt) const {
    auto field = asked<ChoiceField>(prompt);
    field.several = prompt.row->type != Type::select_one;
    field.ordered = prompt.row->type == Type::rank;
    set_look(field, *prompt.row);
    if (prompt.row->type == Type::select_multiple) say_how_many(field, prompt);
    if (field.ordered) field.instruction = say_("rank");
    if (!field.ordered && is_map(prompt, field.media)) {
      field.look = ChoiceLook::map;
      field.instruction = say_("image_map") + (field.several ? " " + field.instruction : "");
    }
    field.options = list(prompt);
    if (prompt.row->choice_style.map && has_shapes(field)) set_places(field, prompt);
    if (field.ordered)
      std::ranges::stable_sort(field.options.own(), {}, [](const ChoiceField::Option& option) {
        return option.place > 0 ? option.place : std::numeric_limits<int>::max();
      });
    if (is_long(prompt)) {
      field.search = say_("search");
      field.nothing_found = say_("search_nothing");
      if (field.look == ChoiceLook::places) set_closed(field);
    }
    set_list_look(field, *prompt.row);
    if (reads_backwards_) field.reversed_if_hidden = reversible_choices(*prompt.row, field);
    return field;
  }

  [[nodiscard]] SharedList<ChoiceField::Option> list(const Prompt& prompt) const {
    ChoiceLists::Made& made = asking_.lists.by_path[prompt.path];
    if (!made.from.shares_with(prompt.options) || made.language != language_ ||
        made.hearing != asking_.hearing) {
      made = {.from = prompt.options, .language = language_, .hearing = asking_.hearing, .options = {}};
      std::vector<ChoiceField::Option>& options = made.options.own();
      for (const Option& option : prompt.options) {
        options.push_back({.name = option.name,
                           .label = label_of(option, prompt, say_),
                           .media = media_view(form_, option.media, asking_.hearing, say_),
                           .shape = shape_of_option(form_, *prompt.row, option)});
        if (!options.back().shape.empty()) options.back().number = static_cast<int>(options.size());
      }
    }
    const bool ordered = prompt.row->type == Type::rank;
    const std::vector<std::string> ranking = ordered ? words_of(prompt.value) : std::vector<std::string>{};
    std::vector<SharedList<ChoiceField::Option>::Replaced> chosen;
    for (const auto& [index, option] : prompt.options.replaced()) {
      chosen.emplace_back(index, made.options[index]);
      chosen.back().second.selected = true;
      const auto place = std::ranges::find(ranking, option.name);
      if (place != ranking.end()) chosen.back().second.place = static_cast<int>(place - ranking.begin()) + 1;
    }
    SharedList<ChoiceField::Option> options = made.options;
    options.replace(std::move(chosen));
    return options;
  }

  /// Where the form limits a selection the visitor sees it while choosing.
  void say_how_many(ChoiceField& field, const Prompt& prompt) const {
    field.instruction = say_("several");
    // All of them, or none at all, are nothing to count towards.
    const double limit = prompt.most.value_or(0);
    if (limit < 1 || limit >= static_cast<double>(prompt.options.size())) return;
    const auto most = static_cast<int>(limit);
    const auto count = static_cast<int>(prompt.options.replaced().size());
    const bool over = count > most;
    field.instruction_kind = over ? Asked::Instruction::too_many : Asked::Instruction::count;
    const std::string chosen = std::to_string(count), all = std::to_string(most);
    field.instruction = over ? say_("selected_over", {{"count", chosen}, {"most", all}})
                             : say_("selected_of", {{"count", chosen}, {"most", all}});
  }

  /// On a map, which shows all of them at first.
  void set_places(ChoiceField& field, const Prompt& prompt) const {
    const auto [look, is_new] = asking_.looks.try_emplace(prompt.path);
    if (is_new) look->second.shows_all = true;
    field.look = ChoiceLook::places;
    const std::string how = say_("map_choices");
    field.instruction = field.several ? how + " " + field.instruction : how;
    fill_places(field, look->second, asking_.maps, asking_.maps.layer(*prompt.row, language_));
  }

  void set_closed(ChoiceField& field) const {
    field.open = say_("open_list");
    field.close = say_("close_list");
  }

  /// Else its choices are cards: `check` says why.
  [[nodiscard]] static bool is_map(const Prompt& prompt, const Media& media) {
    return prompt.row->choice_style.image_map && lower_case(media.image).ends_with(".svg");
  }

  /// Lists that are opened by a tap, and rows of tables.
  void set_list_look(ChoiceField& field, const Row& row) const {
    if (row.type != Type::select_one && row.type != Type::select_multiple) return;
    if (field.look == ChoiceLook::map || field.look == ChoiceLook::places) return;
    const bool is_typed = row.choice_style.search && !field.search.empty();
    if (row.choice_style.table == ChoiceStyle::Table::row && field.search.empty()) {
      field.table = row.list;
      field.look = ChoiceLook::scale;
    } else if (row.choice_style.minimal || is_typed) {
      field.look = ChoiceLook::closed;
      field.searched_first = is_typed;
      set_closed(field);
    }
  }

  static void set_look(ChoiceField& field, const Row& row) {
    if (row.type == Type::acknowledge) field.look = ChoiceLook::acknowledge;
    if (row.type == Type::acknowledge || field.ordered) return;
    static constexpr std::array looks = {ChoiceLook::cards, ChoiceLook::columns, ChoiceLook::pack,
                                         ChoiceLook::scale, ChoiceLook::faces};  // by ChoiceStyle::Layout
    field.look = looks.at(static_cast<std::size_t>(row.choice_style.layout));
    field.columns = std::min(row.choice_style.columns, most_columns);
    field.marked = !row.choice_style.no_buttons;
  }

  /// More choices than people read; fewer where the form means a list to be opened or typed into.
  [[nodiscard]] static bool is_long(const Prompt& prompt) {
    const Row& row = *prompt.row;
    const bool is_meant = row.choice_style.minimal || row.choice_style.search;
    return prompt.options.size() > (is_meant ? 12U : 30U);
  }

  [[nodiscard]] RepeatField repeat(const Prompt& prompt) const {
    RepeatField field;
    field.path = prompt.path;
    const bool none = prompt.value == "0";
    field.label = none ? say_("repeat_first") : say_("repeat_another");
    if (!none) field.hint = say_("repeat_so_far", {{"count", prompt.value}});
    if (!prompt.complete) field.add = {say_("repeat_add"), event::Add{prompt.path}};
    field.go_on = {say_("repeat_go_on"), event::Next{}};
    if (!none) field.remove = {say_("repeat_remove"), event::Remove{prompt.path}};
    return field;
  }

  [[nodiscard]] StepField step(const Prompt& prompt) const {
    auto field = asked<StepField>(prompt);
    field.columns = step_columns(prompt, asking_.now, say_);
    field.clear = clear(prompt);
    field.wheel = prompt.row->range.has_value();
    field.instruction = field.columns.size() > 1 || field.wheel ? say_("step") : say_("counter");
    const Type type = prompt.row->type;
    if (type != Type::date && type != Type::date_time) return field;
    const auto browsed = asking_.browsed.find(prompt.path);
    field.calendar =
        calendar_of_field(*prompt.row, prompt.path, prompt.value,
                          browsed == asking_.browsed.end() ? "" : browsed->second, asking_.now, say_);
    field.calendar.instruction = say_("calendar");
    return field;
  }

  [[nodiscard]] ScaleField scale(const Prompt& prompt) const {
    auto field = asked<ScaleField>(prompt);
    fill_scale(field, form_, *prompt.row->range, prompt.value, language_, say_);
    field.instruction = field.shape == ScaleField::Shape::stars ? say_("rating") : say_("slider");
    field.clear = clear(prompt);
    return field;
  }

  /// What is required is changed, or refused.
  [[nodiscard]] Button clear(const Prompt& prompt) const {
    if (prompt.required || prompt.value.empty()) return {};
    return {say_("clear"), event::Write{prompt.path, ""}};
  }

  [[nodiscard]] WriteField write(const Prompt& prompt) const {
    auto field = asked<WriteField>(prompt);
    field.instruction = say_("type_text");
    if (prompt.row->type == Type::integer) {
      field.keyboard = Keyboard::whole_number;
      field.instruction = say_("type_whole_number");
    } else if (prompt.row->type == Type::decimal) {
      field.keyboard = Keyboard::number;
      field.instruction = say_("type_number");
      field.decimal_sign = say_("decimal_sign");
    }
    field.negative = prompt.least.value_or(-1) < 0;
    const WritingStyle& style = prompt.row->writing;
    if (style.numbers) {
      field.keyboard = Keyboard::digits;
      field.instruction = say_("type_digits");
    }
    if (style.thousands_sep) field.group_sign = say_("group_sign");
    field.multiline = style.multiline && !style.numbers;
    constexpr int most_rows = 20;  // within what a display holds
    if (field.multiline) field.rows = std::min(style.rows, most_rows);
    field.value = answer_words(form_, prompt, language_, say_, asking_.maps);
    return field;
  }

  [[nodiscard]] Button refuse(const Prompt& prompt) const {
    if (!prompt.required || !may_refuse_) return {};
    return {say_("refuse"), event::Refuse{prompt.path}};
  }

  [[nodiscard]] StyledText complaint(const Prompt& prompt) const {
    if (!prompt.complaint_text.empty()) return prompt.complaint_text;
    switch (prompt.complaint) {
      case Complaint::none:
        return "";
      case Complaint::required:
        return may_refuse_ ? say_("complaint_required", {{"refuse", say_("refuse")}})
                           : say_("complaint_required_only");
      case Complaint::constraint:
        return complaint_about_bounds(prompt);
      case Complaint::not_a_whole_number:
        return say_("complaint_whole_number");
      case Complaint::not_a_number:
        return say_("complaint_number");
      case Complaint::too_long:
        return say_("complaint_too_long");
      case Complaint::incomplete:
        return say_("complaint_incomplete");
      case Complaint::too_few_points:
        return say_("complaint_few_points", {{"least", std::to_string(fewest_marks(prompt.row->type))}});
      case Complaint::total:
        return say_("complaint_total", {{"total", total_around(*prompt.row)}});
    }
    return "";
  }

  /// What the limit is that the answer is beyond, where the constraint sets one.
  [[nodiscard]] std::string complaint_about_bounds(const Prompt& prompt) const {
    const bool chosen = prompt.row->type == Type::select_multiple;
    const double number =
        chosen ? static_cast<double>(words_of(prompt.value).size()) : text_to_number(prompt.value);
    const bool few = prompt.least && number < *prompt.least, many = prompt.most && number > *prompt.most;
    if (!few && !many) return say_("complaint_constraint");
    // Of a number with decimals the limit itself may not be allowed.
    const bool is_said =
        prompt.row->type != Type::decimal ||
        std::ranges::all_of(prompt.row->bounds, [](const Bound& each) { return each.included; });
    if (!is_said) return say_("complaint_constraint");
    const std::string least = shown_number(prompt.least), most = shown_number(prompt.most);
    if (chosen)
      return few ? say_("complaint_choose_least", {{"least", least}})
                 : say_("complaint_choose_most", {{"most", most}});
    if (prompt.least && prompt.most) return say_("complaint_from_to", {{"least", least}, {"most", most}});
    return few ? say_("complaint_at_least", {{"least", least}}) : say_("complaint_at_most", {{"most", most}});
  }

  [[nodiscard]] std::string shown_number(std::optional<double> number) const {
    std::string text = number ? fmt::format("{}", *number) : "";
    std::ranges::replace(text, '.', say_("decimal_sign").front());
    return text;
  }

  [[nodiscard]] std::string total_around(const Row& row) const {
    const auto total = form_.rows.at(static_cast<std::size_t>(row.parent)).group_style.total;
    return std::to_string(total.value_or(0));
  }

  static constexpr int most_columns = 12;
  const Asking& asking_;
  const Form& form_;
  int language_;
  bool reads_backwards_;
  const Wording& say_;
  bool may_refuse_ = true;
};

bool asks(const Prompt& prompt) {
  return prompt.row->type != Type::note && !prompt.row->heads_table() && !prompt.read_only &&
         !Fields::offers_nothing(prompt);
}

/// Something on the screen can be answered, and nothing is.
bool waits_for_answer(const std::vector<Prompt>& prompts) {
  const auto is_answered = [](const Prompt& prompt) {
    return asks(prompt) && (prompt.refused || !prompt.value.empty());
  };
  return std::ranges::any_of(prompts, asks) && std::ranges::none_of(prompts, is_answered);
}

/// "Next" says what it does: it ends the visit on the last screen, unless all answers are looked back at
/// first, and leads there who came from there.
std::string next_label(const Progress& progress, bool reviewed, const Wording& say) {
  if (progress.is_last && !reviewed) return say("finish");
  return progress.is_last && progress.returns ? say("review_return") : say("next");
}

/// The label of the group around the question, with the number of the instance from the second one on; of the
/// repeat itself where another instance is asked for.
StyledText group_of(const Prompt& prompt) {
  if (prompt.row->type == Type::repeat && !prompt.label.empty()) return prompt.label;
  if (prompt.group_position < 2) return prompt.group_label;
  StyledText label = prompt.group_label;
  label += StyledText(" (" + std::to_string(prompt.group_position) + ")");
  return label;
}

}  // namespace

bool is_unanswered(const Prompt& prompt) {
  return asks(prompt) && prompt.row->type != Type::repeat && !prompt.refused && prompt.value.empty();
}

namespace {

/// "Question 3", "Questions 3–5"; "" where nothing is asked.
std::string number_words(const Progress& progress, const Wording& say) {
  if (progress.first == 0) return "";
  const std::string first = std::to_string(progress.first), last = std::to_string(progress.last);
  return first == last ? say("question_number", {{"question", first}})
                       : say("question_numbers", {{"first", first}, {"last", last}});
}

/// "Question 3 of 10", "Questions 3–5 of at most 10"; "" where nothing is asked.
std::string progress_words(const Progress& progress, const Wording& say) {
  if (progress.first == 0) return "";
  const QuestionCount& count = progress.questions;
  const std::string fewest = std::to_string(count.fewest), most = std::to_string(count.most);
  const std::string questions = count.open_ended            ? say("at_least", {{"fewest", fewest}})
                                : count.fewest < count.most ? say("at_most", {{"most", most}})
                                                            : most;
  return say("progress", {{"which", number_words(progress, say)}, {"questions", questions}});
}

/// The longest sentence that a screen of the form says, or about as long.
std::string longest_progress(const Form& form, const Progress& progress, const Wording& say) {
  const QuestionCount all = effort_of(form).questions;
  const int last = std::max(all.most, progress.questions.most);
  const bool has_several = std::ranges::any_of(
      form.rows, [](const Row& row) { return row.group_style.one_screen && !row.group_style.points; });
  Progress longest;
  longest.questions = {.fewest = all.fewest, .most = last, .open_ended = all.open_ended};
  if (all.open_ended) longest.questions.fewest = last;
  longest.last = last;
  longest.first = has_several ? std::max(1, last - 1) : last;
  return progress_words(longest, say);
}

}  // namespace

QuestionView question_view(const Asking& asking) {
  const auto& [form, visit, say, now, browsed, hearing, lists, maps, looks] = asking;
  const auto prompts = visit.prompts();
  std::erase_if(lists.by_path,
                [&](const auto& each) { return !std::ranges::count(prompts, each.first, &Prompt::path); });
  const Progress progress = visit.progress();
  const Fields fields(asking);
  QuestionView view;
  view.done = progress.part;
  view.progress = progress_words(progress, say);
  view.number = number_words(progress, say);
  view.longest_progress = longest_progress(form, progress, say);
  for (const Prompt& prompt : prompts) {
    if (!is_part_of_points(form, prompt)) {
      fields.add(view.fields, prompt);
      continue;
    }
    const auto parts = parts_of_points(form, prompts, path_of_group(prompt.path));
    if (parts.front() == &prompt) view.fields.push_back(fields.points(parts));
  }
  const bool begins_with_points =
      !view.fields.empty() && std::holds_alternative<PointsField>(view.fields.front());
  if (!prompts.empty() && !begins_with_points) view.group = group_of(prompts.front());
  const bool asks_for_more = !prompts.empty() && prompts.front().row->type == Type::repeat;
  view.waits = waits_for_answer(prompts);
  if (!asks_for_more) view.next = {next_label(progress, is_reviewed(form, visit), say), event::Next{}};
  if (!visit.at_start()) view.back = {say("back"), event::Back{}};
  view.leave = {say("leave"), event::Leave{}};
  view.close_picture = say("picture_close");
  return view;
}

}  // namespace buurtpeil
