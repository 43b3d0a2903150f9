#include "kiosk/views/answer_words.h"

#include <algorithm>

#include "form/expression/date.h"
#include "form/strings.h"
#include "kiosk/views/map_view.h"

namespace buurtpeil {
namespace {

std::string day_words(const Row& row, const std::string& value, const Wording& say) {
  const auto day = date_from_text(value);
  if (!day) return value;
  using Parts = DateStyle::Parts;
  const Parts parts = row.date_style.parts;
  std::string format = parts == Parts::year ? "%Y" : parts == Parts::month_year ? "%b %Y" : "%e %b %Y";
  if (row.type == Type::date_time) format += ", %H:%M";
  return std::string(trimmed(format_date(*day, format, say.language()).value_or(value)));
}

/// "4 (often)", where the form gives that value a label.
std::string number_words(const Form& form, const Row& row, const std::string& value, int language,
                         const Wording& say) {
  std::string number = value;
  std::ranges::replace(number, '.', say("decimal_sign").front());
  const auto list = row.range ? form.choices.find(row.range->tick_labels) : form.choices.end();
  if (list == form.choices.end()) return number;
  const auto choice = std::ranges::find(list->second, value, &Choice::name);
  const Sentence* label = choice == list->second.end() ? nullptr : form.in_language(choice->label, language);
  return label == nullptr ? number : number + " (" + words_of(*label).words + ")";
}

std::string choice_words(const Prompt& prompt, const Wording& say) {
  const bool ranked = prompt.row->type == Type::rank;
  std::string words;
  const auto add = [&](const Option& option) {
    if (!words.empty()) words += ", ";
    words += label_of(option, prompt, say).words;
  };
  if (!ranked) {
    for (const auto& [place, option] : prompt.options.replaced()) add(option);
    return words;
  }
  int place = 0;
  for (const std::string& name : words_of(prompt.value))
    for (const auto& [index, option] : prompt.options.replaced())
      if (option.name == name) {
        words += (words.empty() ? "" : ", ") + std::to_string(++place) + ". " + option.label.words;
        break;
      }
  return words;
}

}  // namespace

StyledText label_of(const Option& option, const Prompt& prompt, const Wording& say) {
  return prompt.row->type == Type::acknowledge ? StyledText(say("acknowledge")) : option.label;
}

std::string answer_words(const Form& form, const Prompt& prompt, int language, const Wording& say,
                         const Maps& maps) {
  const std::string& value = prompt.value;
  if (value.empty()) return "";
  if (!prompt.options.empty()) return choice_words(prompt, say);
  switch (prompt.row->type) {
    case Type::date:
    case Type::date_time:
      return day_words(*prompt.row, value, say);
    case Type::time:
      return value.substr(0, 5);
    case Type::decimal:
    case Type::range:
      return number_words(form, *prompt.row, value, language, say);
    case Type::geopoint:
    case Type::geotrace:
    case Type::geoshape:
      return place_words(*prompt.row, value, maps, say);
    default:
      return value;
  }
}

}  // namespace buurtpeil
