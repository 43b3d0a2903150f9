#include "form/form.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "form/expression/value.h"
#include "form/strings.h"

namespace buurtpeil {

bool Row::is_shown() const {
  const bool says_nothing = label.empty() && hint.empty() && media.empty();
  return (is_asked(type) || type == Type::note) && !(says_nothing && calculation);
}

bool Row::is_counted() const {
  const bool only_read = read_only && read_only->source() == "true()";
  return is_asked(type) && is_shown() && !only_read && !heads_table() && !says_other;
}

GeoShape shape_of(const Choice& choice) {
  if (!choice.shape.empty()) return choice.shape;
  const auto geometry = choice.columns.find("geometry");
  return geometry == choice.columns.end() ? GeoShape{} : shape_of(geometry->second);
}

StyledText words_of(const Sentence& sentence) {
  StyledText words;
  for (const Piece& piece : sentence) words.add(piece.words, piece.style);
  return words;
}

const Sentence* Form::in_language(const Text& text, int language) const {
  const auto find = [&](std::string_view heading) -> const Sentence* {
    const auto found = text.by_language.find(std::string(heading));
    return found == text.by_language.end() ? nullptr : &found->second;
  };
  for (const int candidate : {language, default_language})
    if (candidate >= 0 && candidate < static_cast<int>(languages.size()))
      if (const Sentence* sentence = find(languages[candidate].heading)) return sentence;
  if (const Sentence* sentence = find("")) return sentence;
  for (const Language& candidate : languages)
    if (const Sentence* sentence = find(candidate.heading)) return sentence;
  return nullptr;
}

int Form::language_of(std::string_view code) const {
  for (std::size_t i = 0; i < languages.size(); ++i)
    if (languages[i].code == code || (!code.empty() && languages[i].heading == code))
      return static_cast<int>(i);
  return -1;
}

int Form::row_of(std::string_view path) const {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].path == path) return static_cast<int>(i);
  return -1;
}

bool Form::are_places(const std::string& list) const {
  return list.contains(".geojson") || std::ranges::any_of(rows, [&](const Row& row) {
           return row.choice_style.map && row.list == list;
         });
}

bool Form::is_part_of_points(const Row& row) const {
  return row.type == Type::integer && row.parent >= 0 &&
         rows[static_cast<std::size_t>(row.parent)].group_style.points;
}

const std::vector<Choice>* Form::instance(std::string_view name) const {
  for (const char* suffix : {"", ".csv", ".xml", ".geojson"})
    if (const auto found = choices.find(std::string(name) + suffix); found != choices.end())
      return &found->second;
  return nullptr;
}

std::set<char32_t> letters_of(const Form& form) {
  std::set<char32_t> letters;
  const auto add_words = [&](std::string_view utf8) {
    char32_t letter = 0;
    for (const char c : utf8) {  // a byte that begins a letter ends the one before
      const auto byte = static_cast<unsigned char>(c);
      if ((byte & 0xC0) == 0x80) {
        letter = letter << 6 | (byte & 0x3F);
        continue;
      }
      letters.insert(letter);
      letter = byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07;
    }
    letters.insert(letter);
  };
  const auto add = [&](const Text& text) {
    for (const auto& [language, sentence] : text.by_language)
      for (const Piece& piece : sentence) add_words(piece.words);
  };
  for (const Row& row : form.rows)
    for (const Text* text :
         {&row.label, &row.hint, &row.guidance_hint, &row.required_message, &row.constraint_message})
      add(*text);
  for (const auto& [list, choices] : form.choices)
    for (const Choice& choice : choices) add(choice.label);
  for (const auto& [name, text] : form.settings_texts) add(text);
  for (const Language& language : form.languages) add_words(language.name);
  letters.erase(0);
  return letters;
}

namespace {

/// How a row stands before anything is answered.
struct Prospect {
  long times = 1;        ///< that it stands there at first, or by a fixed repeat_count
  bool sure = true;      ///< whatever is answered
  bool never = false;    ///< its condition is false()
  bool repeats = false;  ///< as often as answers say
};

Prospect prospect_of(const Row& row, Prospect around) {
  constexpr long most_times = 1'000;
  Prospect own = around;
  if (row.relevant) {
    own.never = own.never || row.relevant->source() == "false()";
    own.sure = own.sure && row.relevant->source() == "true()";
  }
  if (row.read_only) own.sure = own.sure && row.read_only->source() == "false()";
  if (row.type != Type::repeat) return own;
  const double count = row.repeat_count ? text_to_number(row.repeat_count->source()) : NAN;
  if (std::isnan(count)) {
    own.repeats = true;
    own.sure = own.sure && !row.repeat_count;
    return own;
  }
  own.times = std::clamp(std::lround(count), 0L, most_times) * own.times;
  own.times = std::min(own.times, most_times);
  return own;
}

}  // namespace

Effort effort_of(const Form& form) {
  std::vector<Prospect> prospects;
  long fewest = 0, most = 0, seconds = 0;
  int points = -1, sure_points = -1;  // the group of them that was counted last
  Effort effort;
  for (const Row& row : form.rows) {
    const Prospect around = row.parent < 0 ? Prospect{} : prospects[static_cast<std::size_t>(row.parent)];
    const Prospect& own = prospects.emplace_back(prospect_of(row, around));
    if (own.never) continue;
    const bool counted = row.is_counted();
    seconds += own.times *
               traits_of(counted || row.says_other || !is_asked(row.type) ? row.type : Type::note).seconds;
    if (!counted) continue;
    const bool part = form.is_part_of_points(row);
    effort.questions.open_ended = effort.questions.open_ended || own.repeats;
    if (!part || std::exchange(points, row.parent) != row.parent) most += own.times;
    if (own.sure && (!part || std::exchange(sure_points, row.parent) != row.parent)) fewest += own.times;
  }
  effort.questions.fewest = static_cast<int>(fewest);
  effort.questions.most = static_cast<int>(most);
  effort.minutes = static_cast<int>(std::max(1L, (seconds + 59) / 60));
  return effort;
}

bool is_right_to_left(std::string_view language_code) {
  // Languages written in Arabic, Hebrew, Syriac, Thaana or N'Ko letters. By hand, since ICU would be one more
  // library for this question alone.
  static constexpr std::array codes = std::to_array<std::string_view>(
      {"ar", "arc",     "ary", "arz", "azb",     "bal", "ckb", "dv", "fa", "ha-arab", "he", "iw", "ji",
       "ks", "ku-arab", "mzn", "nqo", "pa-arab", "pnb", "prs", "ps", "sd", "syr",     "ug", "ur", "yi"});
  const std::string code = replace_all(lower_case(language_code), "_", "-");
  return std::ranges::any_of(codes, [&](std::string_view known) {
    return code == known ||
           (code.starts_with(known) && code[known.size()] == '-' && !code.ends_with("-latn"));
  });
}

}  // namespace buurtpeil
