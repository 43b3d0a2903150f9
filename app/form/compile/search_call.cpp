#include "form/compile/search_call.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <span>

#include "form/strings.h"

namespace buurtpeil {
namespace {

constexpr std::string_view call_name = "search(";

/// The arguments between the brackets that open before `at`, which is then behind the closing one; nothing
/// when that is missing.
std::optional<std::vector<std::string>> arguments_at(const std::string& text, std::size_t& at) {
  std::vector<std::string> arguments(1);
  int brackets = 1;
  for (char quote = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote == 0 && (c == '(' || c == '[')) ++brackets;
    if (quote == 0 && (c == ')' || c == ']') && --brackets == 0) {
      ++at;
      for (std::string& argument : arguments) argument = trimmed(argument);
      return arguments;
    }
    if (quote != 0 || c == '\'' || c == '"') quote = quote == 0 ? c : c == quote ? '\0' : quote;
    if (quote == 0 && brackets == 1 && c == ',')
      arguments.emplace_back();
    else
      arguments.back() += c;
  }
  return std::nullopt;
}

/// The words between quotes; nothing for another expression.
std::optional<std::string> quoted_words(const std::string& argument) {
  const bool quoted = argument.size() >= 2 && (argument.front() == '\'' || argument.front() == '"') &&
                      argument.find(argument.front(), 1) == argument.size() - 1;
  return quoted ? std::optional(argument.substr(1, argument.size() - 2)) : std::nullopt;
}

/// "name, kind", or with spaces alone.
std::vector<std::string> columns_in(const std::string& text) {
  std::vector<std::string> columns = text.contains(',') ? split(text, ",") : words_of(text);
  std::erase(columns, "");
  return columns;
}

constexpr auto kinds = std::to_array<std::pair<std::string_view, Search::Kind>>({
    {"contains", Search::Kind::contains},
    {"matches", Search::Kind::matches},
    {"startswith", Search::Kind::starts_with},
    {"endswith", Search::Kind::ends_with},
});

/// One call, and what is wrong with it.
struct Call {
  Loading& loading;
  const Cell& cell;
  const std::vector<std::string>& arguments;

  [[nodiscard]] std::nullopt_t error(std::string message) const {
    loading.problems.error(cell, std::move(message));
    return std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> words(std::size_t argument, std::string_view what) const {
    auto words = quoted_words(arguments[argument]);
    if (!words) return error(fmt::format("search() needs {} in quotes, not {}", what, arguments[argument]));
    return words;
  }

  [[nodiscard]] std::optional<Search> search(int row) const {
    Search search;
    if (arguments.size() >= 4) {
      const auto kind = words(1, "the kind of search"), columns = words(2, "the columns to look into");
      if (!kind || !columns) return std::nullopt;
      const auto known = std::ranges::find(kinds, lower_case(trimmed(*kind)),
                                           &std::pair<std::string_view, Search::Kind>::first);
      if (known == kinds.end())
        return error(
            fmt::format("search() knows contains, matches, startswith and endswith, not '{}'", *kind));
      search.kind = known->second;
      search.columns = columns_in(*columns);
      search.sought = loading.expression(arguments[3], cell, row);
    }
    if (arguments.size() == 6) {
      const auto column = words(4, "the column of the filter");
      if (!column) return std::nullopt;
      search.filter_column = trimmed(*column);
      search.filter = loading.expression(arguments[5], cell, row);
    }
    return search;
  }
};

/// Among the file's columns; as SurveyCTO has it, "Place-Code" is place_code too. Nothing, with the reason
/// among the problems, when it is not there.
std::optional<std::string> column_named(Loading& loading, const std::string& file, const std::string& name,
                                        const Cell& cell) {
  const std::vector<std::string>& columns = loading.attached_files[file].columns;
  if (std::ranges::find(columns, name) != columns.end()) return name;
  const auto safe = [](std::string column) {
    for (char& c : column)
      if (c != '_' && !std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return lower_case(column);
  };
  const auto found = std::ranges::find(columns, safe(name), safe);
  if (found != columns.end()) return *found;
  const std::string meant = loading.suggest(name, {columns.begin(), columns.end()});
  loading.problems.error(
      cell, fmt::format("the file '{}' has no column '{}'{}", file, name,
                        meant.empty() ? fmt::format("; it has {}", fmt::join(columns, ", ")) : meant));
  return std::nullopt;
}

/// What a row of the list says: its names, labels and pictures as columns.
struct ColumnRow {
  std::string name;
  std::map<std::string, std::vector<std::string>> labels;  ///< by language
  std::map<std::string, std::string> images;
};

std::optional<ColumnRow> columns_of(Loading& loading, const FileList& list, const Choice& row) {
  const auto cell = [&](std::string_view column) {
    return loading.choices.cell(GridRow{row.cell.row, {}}, column);
  };
  const auto name = column_named(loading, list.file, row.name, row.cell);
  ColumnRow columns{.name = name.value_or(""), .labels = {}, .images = {}};
  bool known = name.has_value();
  for (const auto& [language, words] : row.label.by_language)
    for (const std::string& column : columns_in(words_of(words).words)) {
      const auto label = column_named(loading, list.file, column, cell("label"));
      known = known && label;
      if (label) columns.labels[language].push_back(*label);
    }
  if (const auto images = row.media.find("image"); images != row.media.end())
    for (const auto& [language, words] : images->second.by_language) {
      const std::string column = words_of(words).words;
      loading.named_media.erase(column);
      const auto image = column_named(loading, list.file, column, cell("image"));
      known = known && image;
      if (image) columns.images[language] = *image;
    }
  return known ? std::optional(columns) : std::nullopt;
}

/// "Tolkade (kind: town)": the first column, and the others with their names.
std::string label_of(const Choice& record, const std::vector<std::string>& columns) {
  std::string label;
  for (const std::string& column : columns) {
    const auto value = record.columns.find(column);
    const std::string& words = value == record.columns.end() ? "" : value->second;
    label += &column == &columns.front() ? words : fmt::format(" ({}: {})", column, words);
  }
  return label;
}

Choice choice_of(Loading& loading, const FileList& list, const Choice& record, const ColumnRow& row) {
  Choice choice = record;
  choice.cell = list.cell;
  if (const auto name = record.columns.find(row.name); name != record.columns.end())
    choice.name = name->second;
  for (const auto& [language, columns] : row.labels) {
    const std::string label = label_of(record, columns);
    choice.label.by_language[language] = loading.words(label.empty() ? choice.name : label, list.cell);
  }
  if (choice.label.empty()) choice.label.by_language[""] = loading.words(choice.name, list.cell);
  for (const auto& [language, column] : row.images) {
    const auto file = record.columns.find(column);
    if (file == record.columns.end() || file->second.empty()) continue;
    choice.media["image"].by_language[language] = {{file->second, {}}};
    loading.named_media.emplace(file->second, Loading::NamedMedia{list.cell, "image"});
  }
  return choice;
}

/// The records' order: by a column `sortby` where there is one, numbers first.
std::vector<std::size_t> order_of(const std::vector<Choice>& records) {
  std::vector<std::size_t> order(records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&](std::size_t record) {
    const auto cell = records[record].columns.find("sortby");
    if (cell == records[record].columns.end()) return std::pair(0.0, std::string());
    const auto number = number_of(cell->second);
    return number ? std::pair(*number, std::string())
                  : std::pair(std::numeric_limits<double>::infinity(), cell->second);
  };
  std::ranges::stable_sort(order, {}, rank);
  return order;
}

}  // namespace

bool is_whole_number(const std::string& name) {
  const std::string_view digits = std::string_view(name).substr(name.starts_with('-') ? 1 : 0);
  return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

SearchCall read_search_call(Loading& loading, const std::string& appearance, const Cell& cell, int row) {
  const std::string text = plain_quotes(appearance);
  const std::size_t begin = lower_case(text).find(call_name);
  if (begin == std::string::npos) return {.search = {}, .file = "", .rest = text};
  std::size_t end = begin + call_name.size();
  const auto arguments = arguments_at(text, end);
  SearchCall call{.search = {}, .file = "", .rest = text.substr(0, begin) + " " + text.substr(end)};
  if (!arguments) {
    loading.problems.error(cell, "the bracket of search( is never closed");
  } else if (arguments->size() != 1 && arguments->size() != 4 && arguments->size() != 6) {
    loading.problems.error(
        cell, fmt::format("search() takes 1, 4 or 6 arguments, as in search('places', 'matches', 'kind', "
                          "'town', 'open', 'yes'); here are {}",
                          arguments->size()));
  } else {
    const Call read{loading, cell, *arguments};
    if (auto file = read.words(0, "the name of a file")) {
      call.file = std::string(trimmed(*file)) + (lower_case(*file).ends_with(".csv") ? "" : ".csv");
      call.search = read.search(row);
    }
  }
  return call;
}

std::vector<Choice> searched_choices(Loading& loading, const FileList& list,
                                     const std::vector<Choice>& records, std::vector<int>& lines) {
  std::vector<Choice> choices;
  const std::vector<int> record_lines = loading.attached_files[list.file].lines;
  const std::vector<std::size_t> order = order_of(records);
  const std::vector<Choice> rows = loading.sheet_lists[list.sheet_list];
  for (const Choice& row : rows) {
    if (is_whole_number(row.name)) {
      choices.push_back(row);
      choices.back().always_offered = true;
      lines.push_back(0);
    } else if (const auto columns = columns_of(loading, list, row)) {
      for (const std::size_t record : order) {
        choices.push_back(choice_of(loading, list, records[record], *columns));
        lines.push_back(record < record_lines.size() ? record_lines[record] : static_cast<int>(record) + 1);
      }
    }
  }
  for (Row& row : loading.form.rows) {
    if (row.list != list.key || !row.search) continue;
    const Cell cell = loading.survey.cell(GridRow{row.cell.row, {}}, "appearance");
    for (std::string& column : row.search->columns)
      column = column_named(loading, list.file, column, cell).value_or(column);
    if (std::string& column = row.search->filter_column; !column.empty())
      column = column_named(loading, list.file, column, cell).value_or(column);
  }
  if (!list.or_other) return choices;
  choices.push_back({.name = "other",
                     .label = other_text(loading.form, OtherWord::choice),
                     .media = {},
                     .columns = {},
                     .cell = list.cell,
                     .always_offered = true});
  lines.push_back(0);
  return choices;
}

}  // namespace buurtpeil
