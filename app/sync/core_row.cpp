#include "sync/core_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "form/strings.h"
#include "sync/cells.h"

namespace buurtpeil::sync {
namespace {

// Longer words are told from where they begin to differ.
constexpr std::size_t shown_bytes = 60;

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// Around the byte where it differs from another text: "… of trees in your street".
std::string excerpt(std::string_view text, std::size_t differs) {
  if (text.size() <= shown_bytes) return fmt::format("'{}'", text);
  std::size_t begin = differs < shown_bytes / 2 ? 0 : differs - shown_bytes / 3;
  while (begin > 0 && !begins_letter(text[begin])) --begin;
  std::size_t end = std::min(begin + shown_bytes, text.size());
  while (end < text.size() && !begins_letter(text[end])) ++end;
  return fmt::format("'{}{}{}'", begin == 0 ? "" : "…", text.substr(begin, end - begin),
                     end == text.size() ? "" : "…");
}

/// "'a' instead of 'b'", "none instead of 'b'", "'a' instead of none"
std::string instead(std::string_view own, std::string_view of_core) {
  const auto differs = static_cast<std::size_t>(std::ranges::mismatch(own, of_core).in1 - own.begin());
  return fmt::format("{} instead of {}", own.empty() ? "none" : excerpt(own, differs),
                     of_core.empty() ? "none" : excerpt(of_core, differs));
}

const char* verb_of(const Row& row) {
  if (row.is_container()) return "has";
  if (row.type == Type::note) return "shows";
  return row.is_shown() ? "asks" : "computes";
}

std::string printed(const std::optional<Expression>& expression) {
  return expression ? expression->print() : "";
}

/// What its appearance changes of a question, and not only of how it is laid out.
std::string kind_of_question(const Row& row) {
  using Layout = ChoiceStyle::Layout;
  const ChoiceStyle& style = row.choice_style;
  std::string search;
  if (row.search)
    search =
        fmt::format("{} {} {} {} {}", static_cast<int>(row.search->kind), fmt::join(row.search->columns, ","),
                    printed(row.search->sought), row.search->filter_column, printed(row.search->filter));
  return fmt::format("{} {} {} {} {} {} {} {} {} {} {}", style.layout == Layout::likert,
                     style.layout == Layout::faces, static_cast<int>(style.table), style.image_map, style.map,
                     row.writing.numbers, static_cast<int>(row.date_style.parts), row.group_style.one_screen,
                     row.group_style.points, row.range && row.range->rating, search);
}

std::string kind_of_numbers(const Row& row) {
  std::string range;
  if (row.range)
    range = fmt::format("{} {} {} {} {}", row.range->start, row.range->end, row.range->step,
                        row.range->placeholder.value_or(-0.0), row.range->placeholder.has_value());
  return fmt::format("{} {} {} {}", range, row.group_style.total.value_or(0), row.randomize,
                     printed(row.seed));
}

struct ExpressionPart {
  const char *column, *called;
  std::optional<Expression> Row::* expression;
};
constexpr std::array expression_parts = std::to_array<ExpressionPart>({
    {"relevant", "condition", &Row::relevant},
    {"constraint", "constraint", &Row::constraint},
    {"required", "required", &Row::required},
    {"calculation", "calculation", &Row::calculation},
    {"default", "default", &Row::initial},
    {"choice_filter", "choice_filter", &Row::choice_filter},
    {"repeat_count", "repeat_count", &Row::repeat_count},
    {"read_only", "read_only", &Row::read_only},
    {"trigger", "trigger", &Row::trigger},
});

struct TextPart {
  const char* column;
  Text Row::* text;
};
constexpr std::array text_parts = std::to_array<TextPart>({
    {"label", &Row::label},
    {"hint", &Row::hint},
    {"guidance_hint", &Row::guidance_hint},
    {"required_message", &Row::required_message},
    {"constraint_message", &Row::constraint_message},
});

/// A language in which a text is otherwise: what to say, and the headings of both.
struct OtherWords {
  std::string what, heading, core_heading;
};

class RowComparison {
 public:
  RowComparison(CorePair& pair, const Row& core_row, const Row& row)
      : pair_(pair), core_row_(core_row), row_(row) {}

  void compare() {
    if (row_.type != core_row_.type || row_.or_other != core_row_.or_other) {
      const auto name = [](const Row& row) {
        return std::string(traits_of(row.type).name) + (row.or_other ? " or_other" : "");
      };
      return otherwise("type", fmt::format("type {} instead of {}", name(row_), name(core_row_)));
    }
    for (const ExpressionPart& part : expression_parts)
      if (printed(row_.*part.expression) != printed(core_row_.*part.expression))
        as_written(part.column, part.called);
    if (kind_of_question(row_) != kind_of_question(core_row_)) as_written("appearance", "appearance");
    if (kind_of_numbers(row_) != kind_of_numbers(core_row_)) as_written("parameters", "parameters");
    for (const TextPart& part : text_parts) compare_text(row_.*part.text, core_row_.*part.text, part.column);
    for (const char* kind : {"image", "big-image", "audio", "video"})
      compare_text(medium(row_.media, kind), medium(core_row_.media, kind), kind);
    if (is_select(row_.type)) compare_lists(row_.list, core_row_.list);
    if (row_.range && core_row_.range) compare_lists(row_.range->tick_labels, core_row_.range->tick_labels);
  }

 private:
  using Choices = std::vector<Choice>;

  static const Text& medium(const std::map<std::string, Text>& media, const char* kind) {
    static const Text none;
    const auto found = media.find(kind);
    return found == media.end() ? none : found->second;
  }

  void add(const Cell& cell, const Cell& core_cell, const std::string& what) {
    pair_.problems.error(cell, fmt::format("{} '{}' otherwise than the core ({}): {}", verb_of(core_row_),
                                           core_row_.name, pair_.in_core(core_cell), what));
  }
  void otherwise(const char* column, const std::string& what) {
    add(pair_.form_cells.of(row_, column), pair_.core_cells.of(core_row_, column), what);
  }
  void as_written(const char* column, const char* called) {
    otherwise(column, fmt::format("{} {}", called,
                                  instead(collapse_spaces(pair_.form_cells.written(row_, column)),
                                          collapse_spaces(pair_.core_cells.written(core_row_, column)))));
  }

  /// Those in which the words differ. A translation that the core lacks is welcome; words where it has none
  /// are not.
  [[nodiscard]] std::vector<OtherWords> differences(const Text& own, const Text& of_core,
                                                    const std::string& called) const {
    std::vector<OtherWords> all;
    for (const std::string& code : pair_.languages) {
      const Sentence* const theirs = words_in(pair_.core, of_core, code);
      const Sentence* const ours = words_in(pair_.form, own, code);
      if (theirs == nullptr && (ours == nullptr || !of_core.empty())) continue;
      const std::string core_words = theirs == nullptr ? "" : said(*theirs);
      const std::string own_words = ours == nullptr ? "" : said(*ours);
      if (own_words == core_words) continue;
      all.push_back(
          {fmt::format("{}{} {}", called, code.empty() ? "" : " in " + code, instead(own_words, core_words)),
           heading_of(pair_.form, code), heading_of(pair_.core, code)});
    }
    return all;
  }
  static std::string heading_of(const Form& form, const std::string& code) {
    const int language = form.language_of(code);
    return language < 0 ? "" : form.languages[static_cast<std::size_t>(language)].heading;
  }

  void compare_text(const Text& own, const Text& of_core, const char* column) {
    for (const OtherWords& words : differences(own, of_core, column))
      add(pair_.form_cells.of(row_, column, words.heading),
          pair_.core_cells.of(core_row_, column, words.core_heading), words.what);
  }

  void compare_lists(const std::string& list, const std::string& core_list) {
    const auto own = pair_.form.choices.find(list);
    const auto of_core = pair_.core.choices.find(core_list);
    if (own != pair_.form.choices.end() && of_core != pair_.core.choices.end()) {
      if (pair_.compared_lists.emplace(list, core_list).second) compare_choices(own->second, of_core->second);
    } else if (list != core_list) {
      otherwise("type", fmt::format("the list {}", instead(list, core_list)));
    }
  }

  /// By their names; a list may have a name more than once.
  using ByName = std::map<std::pair<std::string, int>, int>;
  static ByName by_name(const Choices& choices) {
    ByName places;
    std::map<std::string, int> times;
    for (std::size_t i = 0; i < choices.size(); ++i)
      places[{choices[i].name, times[choices[i].name]++}] = static_cast<int>(i);
    return places;
  }

  /// Of a record of a file the cell that names the file.
  [[nodiscard]] Cell cell_of(const Choice& choice, const char* column, const std::string& heading) const {
    return choice.cell.sheet == row_.cell.sheet ? row_.cell : pair_.form_cells.of(choice, column, heading);
  }
  [[nodiscard]] Cell core_cell_of(const Choice& choice, const char* column,
                                  const std::string& heading) const {
    return choice.cell.sheet == core_row_.cell.sheet ? core_row_.cell
                                                     : pair_.core_cells.of(choice, column, heading);
  }

  void compare_choices(const Choices& own, const Choices& of_core) {
    const ByName places = by_name(own), core_places = by_name(of_core);
    for (const auto& [name, place] : places)
      if (!core_places.contains(name)) {
        const Choice& choice = own[static_cast<std::size_t>(place)];
        add(cell_of(choice, "name", ""), core_row_.cell,
            fmt::format("the choice '{}' is not in the core", choice.name));
      }
    std::vector<int> there, numbers;  // of the core's choices that are there: index in the core, in the form
    std::vector<std::pair<int, int>> found;
    for (const auto& [name, core_place] : core_places) {
      const auto place = places.find(name);
      if (place != places.end())
        found.emplace_back(core_place, place->second);
      else
        add(row_.cell, core_cell_of(of_core[static_cast<std::size_t>(core_place)], "name", ""),
            fmt::format("the choice '{}' is missing", name.first));
    }
    std::ranges::sort(found);
    for (const auto& [core_place, place] : found) there.push_back(core_place), numbers.push_back(place);
    const std::vector<bool> moved = out_of_order(numbers);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Choice& theirs = of_core[static_cast<std::size_t>(there[i])];
      const Choice& ours = own[static_cast<std::size_t>(numbers[i])];
      if (moved[i])
        add(cell_of(ours, "name", ""), core_cell_of(theirs, "name", ""),
            fmt::format("the choice '{}' stands elsewhere in the list", ours.name));
      compare_choice(ours, theirs);
    }
  }

  void compare_choice(const Choice& own, const Choice& of_core) {
    const auto words = [&](const Text& ours, const Text& theirs, const char* column) {
      for (const OtherWords& other :
           differences(ours, theirs, fmt::format("the {} of the choice '{}'", column, own.name)))
        add(cell_of(own, column, other.heading), core_cell_of(of_core, column, other.core_heading),
            other.what);
    };
    words(own.label, of_core.label, "label");
    for (const char* kind : {"image", "big-image", "audio", "video"})
      words(medium(own.media, kind), medium(of_core.media, kind), kind);
    if (!core_row_.choice_filter && !core_row_.search) return;
    for (const auto& [column, value] : of_core.columns) {
      const auto found = own.columns.find(column);
      const std::string ours = found == own.columns.end() ? "" : found->second;
      if (ours != value)
        add(cell_of(own, column.c_str(), ""), core_cell_of(of_core, column.c_str(), ""),
            fmt::format("the {} of the choice '{}' {}", column, own.name, instead(ours, value)));
    }
  }

  CorePair& pair_;
  const Row &core_row_, &row_;
};

}  // namespace

std::string CorePair::in_core(const Cell& cell) const {
  if (cell.sheet.empty()) return core_file;
  return core_file + ": " + cell.sheet + (cell.row > 0 ? "!" + cell_name(cell) : "");
}

void compare_row(CorePair& pair, const Row& core_row, const Row& row) {
  RowComparison(pair, core_row, row).compare();
}

const Sentence* words_in(const Form& form, const Text& text, std::string_view code) {
  const auto in_column = [&](const std::string& heading) {
    const auto found = text.by_language.find(heading);
    return found == text.by_language.end() ? nullptr : &found->second;
  };
  const int language = form.language_of(code);
  if (language >= 0)
    if (const Sentence* const words = in_column(form.languages[static_cast<std::size_t>(language)].heading))
      return words;
  const bool is_plain = language < 0 || form.plain_language.empty() || form.plain_language == code;
  return is_plain ? in_column("") : nullptr;
}

std::string said(const Sentence& sentence) {
  std::string words;
  for (const Piece& piece : sentence) {
    words += piece.words;
    if (piece.reference) words += piece.reference->print();
  }
  return collapse_spaces(trimmed(words));
}

std::vector<bool> out_of_order(const std::vector<int>& numbers) {
  // The longest ascending row among them: for each length the index of its lowest possible end.
  std::vector<std::size_t> ends, before(numbers.size(), numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto place =
        std::ranges::lower_bound(ends, numbers[i], {}, [&](std::size_t end) { return numbers[end]; });
    if (place != ends.begin()) before[i] = *std::prev(place);
    if (place == ends.end())
      ends.push_back(i);
    else
      *place = i;
  }
  std::vector<bool> moved(numbers.size(), true);
  if (!ends.empty())
    for (std::size_t i = ends.back(); i < numbers.size(); i = before[i]) moved[i] = false;
  return moved;
}

}  // namespace buurtpeil::sync
