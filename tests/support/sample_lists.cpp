#include "support/sample_lists.h"

#include <utility>

namespace buurtpeil {
namespace {

using Choice = std::function<ChoiceField(const std::string&, const std::string&)>;
using Word = std::function<std::string(const std::string&)>;

struct Samples {
  const Choice& choice;
  const Word& word;
  const std::string& complaint;

  /// Of five the fourth and the second one.
  [[nodiscard]] ChoiceField short_ranking() const {
    ChoiceField field = choice("themes", "theme");
    field.several = field.ordered = true;
    field.instruction = word("rank");
    auto& options = field.options.own();
    options.resize(5);
    options.at(3).selected = options.at(1).selected = true;
    options.at(3).place = 1;
    options.at(1).place = 2;
    std::swap(options.at(0), options.at(3));
    return field;
  }

  /// Twelve of them, so many in their order.
  [[nodiscard]] ChoiceField ranking(int ranked) const {
    ChoiceField field = choice("themes", "theme");
    const ChoiceField more = choice("heating", "heating");
    for (const auto& option : more.options)
      if (field.options.size() < 12) field.options.push_back(option);
    field.several = field.ordered = true;
    field.instruction = word("rank");
    for (int place = 1; place <= ranked; ++place) {
      ChoiceField::Option& option = field.options.own()[static_cast<std::size_t>(place) - 1];
      option.place = place;
      option.selected = true;
    }
    return field;
  }

  [[nodiscard]] ChoiceField closed(const std::string& name, const std::string& list, bool several) const {
    ChoiceField field = choice(name, list);
    field.look = ChoiceLook::closed;
    field.open = word("open_list");
    field.close = word("close_list");
    field.several = several;
    if (several) field.instruction = word("several");
    field.refuse = {};
    return field;
  }

  [[nodiscard]] ChoiceField long_list(bool searched_first) const {
    ChoiceField field = closed("heating", "heating", false);
    field.search = word("search");
    field.nothing_found = word("search_nothing");
    field.searched_first = searched_first;
    for (int number = 1; number < 2000; ++number)
      field.options.push_back(
          {"tree" + std::to_string(number), word("theme=trees") + " " + std::to_string(number)});
    return field;
  }

  /// As many rows as there are themes, or twice as many.
  [[nodiscard]] std::vector<Field> table(const std::string& list, bool several, int times) const {
    std::vector<Field> rows;
    const ChoiceField themes = choice("themes", "theme");
    for (int time = 0; time < times; ++time)
      for (const auto& theme : themes.options) {
        ChoiceField row = choice("situation", list);
        row.path = theme.name + (time > 0 ? "_again" : "");
        row.label = theme.label;
        row.hint = {};
        row.refuse = {};
        row.several = several;
        row.table = list;
        row.look = ChoiceLook::scale;
        row.options.own()[rows.size() % row.options.size()].selected = rows.size() < 4;
        rows.emplace_back(std::move(row));
      }
    return rows;
  }

  /// With a hint, a complaint, and "I'd rather not say".
  [[nodiscard]] std::vector<Field> complained() const {
    std::vector<Field> rows = table("amount", false, 1);
    for (Field& field : rows) {
      auto& row = std::get<ChoiceField>(field);
      row.refuse = {word("refuse"), event::Refuse{row.path}};
    }
    std::get<ChoiceField>(rows[1]).hint = word("themes.hint");
    std::get<ChoiceField>(rows[7]).refused = true;
    std::get<ChoiceField>(rows[4]).complaint = complaint;
    return rows;
  }

  [[nodiscard]] std::vector<Field> other() const {
    ChoiceField field = choice("heating", "heating");
    field.options.own().back().selected = true;
    WriteField follows;
    follows.path = "heating_other";
    follows.label = word("idea.label");
    follows.instruction = word("type_text");
    follows.follows = true;
    return {field, follows};
  }
};

}  // namespace

std::vector<SampleList> sample_lists(const Choice& choice, const Word& word, const std::string& complaint) {
  const Samples samples{choice, word, complaint};
  ChoiceField chosen = samples.closed("heating", "heating", false);
  chosen.options.own()[1].selected = true;
  ChoiceField several = samples.closed("themes", "theme", true);
  for (const std::size_t index : {0U, 2U, 5U}) several.options.own()[index].selected = true;
  ChoiceField row = samples.choice("traffic", "agree");
  row.table = "agree", row.look = ChoiceLook::scale;
  const std::string group = word("situation.label");
  return {{"question_rank", "", {samples.short_ranking()}},
          {"question_rank_none", "", {samples.ranking(0)}},
          {"question_rank_some", "", {samples.ranking(3)}},
          {"question_rank_all", "", {samples.ranking(12)}},
          {"question_closed", "", {samples.closed("field", "field", false)}},
          {"question_closed_several", "", {several}},
          {"question_closed_long", "", {samples.long_list(false)}},
          {"question_autocomplete", "", {samples.long_list(true)}},
          {"question_closed_listed", group, {chosen, several, samples.closed("field", "field", false)}},
          {"question_table", group, samples.table("agree", false, 1)},
          {"question_table_several", group, samples.table("speed", true, 1)},
          {"question_table_high", group, samples.table("amount", false, 2)},
          {"question_table_long", group, samples.table("heating", false, 1)},
          {"question_table_complaint", group, samples.complained()},
          {"question_table_row", "", {row}},
          {"question_other", "", samples.other()}};
}

}  // namespace buurtpeil
