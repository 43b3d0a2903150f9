// compile_row: one line of the survey becomes a Row.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "form/compile/appearances.h"
#include "form/compile/media.h"
#include "form/compile/search_call.h"
#include "form/compile/survey_lines.h"
#include "form/expression/bounds.h"
#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

/// Where the columns of one line are taken from.
struct Line {
  Loading& loading;
  const SurveyLine& line;
  int index;

  [[nodiscard]] const std::string& at(std::string_view column) const {
    return loading.survey.at(line.row, column);
  }
  [[nodiscard]] Cell cell(std::string_view column) const { return loading.survey.cell(line.row, column); }
  [[nodiscard]] std::optional<Expression> expression(std::string_view column) const {
    return loading.expression(at(column), cell(column), index);
  }
};

bool is_constant(const std::optional<Expression>& expression, std::string_view truth) {
  return expression && expression->source() == truth;
}

/// Words as an expression that gives them.
std::string literal(const std::string& words) {
  if (!words.contains('\'')) return "'" + words + "'";
  if (!words.contains('"')) return "\"" + words + "\"";
  return "concat('" + replace_all(words, "'", "', \"'\", '") + "')";
}

/// True when a default is to be calculated, as the reference converter tells: it refers to a question, calls
/// a function or has an operator. A hyphen is no minus in a date or a place, nor inside a name or a number.
bool is_dynamic(const std::string& text, Type type) {
  const ValueKind kind = value_kind(type);
  const bool hyphens = kind == ValueKind::date || kind == ValueKind::date_time || kind == ValueKind::time ||
                       kind == ValueKind::geopoint || kind == ValueKind::geometry;
  const auto is_word = [](char c) { return is_name({&c, 1}) || (c >= '0' && c <= '9') || c == '.'; };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (text.compare(i, 2, "${") == 0) return true;
    if (c == '\'' || c == '"') {
      const std::size_t end = text.find(c, i + 1);
      i = end == std::string::npos ? text.size() : end + 1;
    } else if (is_word(c)) {
      const bool named = is_name({&c, 1});
      const std::size_t start = i;
      while (i < text.size() && (is_word(text[i]) || text[i] == '-' || text[i] == ':')) ++i;
      if (named && i < text.size() && text[i] == '(') return true;
      const std::string word = text.substr(start, i - start);
      if (start > 0 && i < text.size() && (word == "div" || word == "mod")) return true;
    } else if (c == '*' || c == '+' || c == '|' ||
               (c == '-' && !hyphens && (i + 1 >= text.size() || text[i + 1] < '0' || text[i + 1] > '9'))) {
      return true;
    } else {
      ++i;
    }
  }
  return false;
}

std::optional<Expression> initial_value(const Line& line, Type type) {
  const std::string text = plain_quotes(line.at("default"));
  if (text.empty()) return {};
  const bool dynamic = is_dynamic(text, type);
  // Words with a "+" or "*" in them that make no expression are words.
  if (dynamic && (text.contains("${") || text.contains('(') || Expression::parse(text)))
    return line.loading.expression(text, line.cell("default"), line.index);
  const auto words = Expression::parse(literal(text));
  return words ? std::optional(*words) : std::nullopt;
}

/// "${a}" or "${a}, ${b}": an expression whose value changes when one of them does.
std::optional<Expression> trigger_of(const Line& line) {
  const std::string& text = line.at("trigger");
  if (text.empty()) return {};
  const Cell cell = line.cell("trigger");
  std::string joined;
  for (const std::string& part : split(text, ",")) {
    auto reference = part.starts_with("${") && part.find('}') == part.size() - 1
                         ? Expression::parse(part)
                         : std::unexpected(ExpressionError{});
    if (!reference) {
      line.loading.problems.error(cell, fmt::format("a trigger is a reference to a question, as in "
                                                    "'${{age}}', or several with commas between; not '{}'",
                                                    part));
      return {};
    }
    line.loading.triggers.push_back({*reference, cell, line.index});
    joined += (joined.empty() ? "" : ", ") + part;
  }
  auto parsed = Expression::parse(joined.contains(',') ? "concat(" + joined + ")" : joined);
  return parsed ? std::optional(*parsed) : std::nullopt;
}

void check_spaces(Loading& loading, const Row& row) {
  const auto list = loading.form.choices.find(row.list);
  if (list == loading.form.choices.end() || row.type == Type::select_one) return;
  if (!loading.checked_lists.insert(row.list).second) return;
  for (const Choice& choice : list->second)
    if (choice.name.contains(' '))
      loading.problems.error(
          choice.cell, fmt::format("'{}' chooses several from the list '{}', so the name '{}' may have no "
                                   "spaces: they stand between the chosen ones",
                                   row.name, row.list, choice.name));
}

std::string missing_list(Loading& loading, const std::string& list, std::string_view sheet,
                         const std::string& prefix) {
  for (const char* suffix : {".csv", ".xml", ".geojson"})
    if (is_plain_file_name(list + suffix) && loading.beside.read(list + suffix))
      return fmt::format(
          "the list '{0}' is not in the sheet '{1}', but there is a file '{0}{2}': its choices "
          "are those of select_one_from_file {0}{2}",
          list, sheet, suffix);
  if (loading.sheet(sheet) == nullptr)
    return fmt::format("there is no sheet '{}' with the list '{}'{}", sheet, list,
                       loading.suggest_sheet(sheet));
  std::vector<std::string_view> known;
  for (const auto& [name, choices] : loading.form.choices)
    if (name.starts_with(prefix)) known.push_back(std::string_view(name).substr(prefix.size()));
  return fmt::format("the list '{}' is not in the sheet '{}'{}", list, sheet, loading.suggest(list, known));
}

void file_list(const Line& line, Row& row, const Parameters& parameters) {
  const std::string& file = line.line.type.list;
  const std::size_t dot = file.rfind('.');
  const std::string suffix = dot == std::string::npos ? "" : lower_case(file.substr(dot));
  if (suffix != ".csv" && suffix != ".xml" && suffix != ".geojson") {
    line.loading.problems.error(
        row.cell, fmt::format("'{}' is no file that choices can come from: its name ends in .csv, .xml or "
                              ".geojson",
                              file));
    return;
  }
  const auto parameter = [&](const char* name, const char* otherwise) {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string(otherwise) : found->second;
  };
  FileList list{.key = file, .file = file, .value = {}, .label = {}, .cell = row.cell};
  list.asked =
      parameters.contains("value") || parameters.contains("label") ? line.cell("parameters") : row.cell;
  list.names_label = parameters.contains("label");
  list.several = row.type != Type::select_one;
  list.value = parameter("value", suffix == ".geojson" ? "id" : "name");
  list.label = parameter("label", suffix == ".geojson" ? "title" : "label");
  if (parameters.contains("value") || parameters.contains("label"))
    list.key = fmt::format("{} value={} label={}", file, list.value, list.label);
  row.list = list.key;
  line.loading.file_lists.push_back(std::move(list));
}

/// A list of the sheet choices whose names and labels are columns of the file that search(...) names.
void search_list(const Line& line, Row& row, const std::string& file) {
  FileList list{.key = fmt::format("{} in {}", row.list, file),
                .file = file,
                .value = {},
                .label = {},
                .cell = row.cell};
  list.several = row.type != Type::select_one;
  list.asked = line.cell("appearance");
  list.sheet_list = row.list;
  row.or_other = list.or_other = line.line.type.or_other;
  if (list.or_other) list.key += " or_other";
  row.list = list.key;
  line.loading.searches.insert(line.index);
  line.loading.file_lists.push_back(std::move(list));
}

void compile_list(const Line& line, Row& row, const Parameters& parameters, const std::string& searched) {
  Loading& loading = line.loading;
  const TypeCell& type = line.line.type;
  row.list = type.list;
  if (type.list.empty())
    return loading.problems.error(
        row.cell, fmt::format("'{0}' needs the name of its list, as in '{0} trees'", type.word));
  if (type.from_file)
    file_list(line, row, parameters);
  else if (type.list.starts_with("${")) {
    // The choices are the answers to a question in a repeat.
    (void)loading.expression(type.list, row.cell, line.index);
    if (type.or_other)
      loading.problems.error(row.cell, "or_other needs a list of its own in the sheet choices");
    return;
  } else if (type.external) {
    row.list = "external_choices/" + type.list;
    if (!loading.form.choices.contains(row.list))
      loading.problems.error(row.cell,
                             missing_list(loading, type.list, "external_choices", "external_choices/"));
  } else if (!loading.form.choices.contains(type.list)) {
    if (!loading.choices.rows.empty() &&
        (!loading.choices.heading("list_name") || !loading.choices.heading("name")))
      return;
    const bool is_file =
        type.list.ends_with(".csv") || type.list.ends_with(".xml") || type.list.ends_with(".geojson");
    return loading.problems.error(
        row.cell, is_file ? fmt::format("choices from a file are '{}_from_file {}'", type.word, type.list)
                          : missing_list(loading, type.list, "choices", ""));
  }
  if (row.search && !type.from_file && !type.external && row.type != Type::rank)
    return search_list(line, row, searched);
  if (row.search)
    loading.problems.error(line.cell("appearance"),
                           "search() needs a select_one or select_multiple with a list in the sheet choices; "
                           "remove it, or filter by a choice_filter");
  row.search.reset();
  check_spaces(loading, row);
  if (!type.or_other) return;
  row.or_other = true;
  if (!line.at("choice_filter").empty())
    loading.problems.error(line.cell("choice_filter"),
                           "or_other cannot be combined with a choice_filter; add a choice and a text "
                           "question yourself");
  else if (type.from_file || type.external)
    loading.problems.error(row.cell, "or_other needs a list in the sheet choices");
  else
    row.list = list_with_other(loading, type.list);
}

/// What a kiosk lacks is passed over with a warning, and refused where the form insists on an answer.
void check_passed_over(const Line& line, const Row& row) {
  const std::string_view reason = line.line.type.lacks;
  if (reason.empty()) return;
  if (row.required)
    line.loading.problems.error(
        line.cell("required"),
        fmt::format("'{}' is required, but {}; make it optional or remove it", row.name, reason));
  else
    line.loading.problems.passed_over(row.cell, fmt::format("'{}' is passed over: {}", row.name, reason));
}

/// "'trees'", or "this text" where the name is missing, which is told by itself.
std::string called(const Line& line, const Row& row) {
  return row.name.empty() ? "this " + line.line.type.word : "'" + row.name + "'";
}

void check_media(const Line& line, const Row& row) {
  if (row.media.contains("big-image") && !row.media.contains("image"))
    line.loading.problems.error(
        line.cell("big-image"),
        fmt::format("{} has a big-image and no image: the big one is what a tap on the image opens; write "
                    "both, or the image alone",
                    called(line, row)));
}

/// In ODK a trigger without a calculation clears the answer, which few mean.
void check_trigger(const Line& line, const Row& row) {
  if (!row.trigger || row.calculation || row.initial || !line.line.type.lacks.empty() ||
      !line.at("calculation").empty())
    return;
  line.loading.problems.passed_over(
      line.cell("trigger"),
      fmt::format(
          "{} has a trigger and no calculation: a change of {} clears its answer; write in the column "
          "calculation what it becomes",
          called(line, row), line.at("trigger")));
}

void check_question(const Line& line, Row& row) {
  Loading& loading = line.loading;
  const bool shown = !row.label.empty() || !row.hint.empty() || !row.media.empty();
  const bool passed_over = !line.line.type.lacks.empty();
  if (row.type == Type::calculate && !row.calculation && line.at("calculation").empty() &&
      line.at("default").empty())
    loading.problems.error(line.cell("calculation"), fmt::format("{} has no calculation", called(line, row)));
  if ((is_asked(row.type) || row.type == Type::note || passed_over) && row.calculation && !shown)
    row.type = Type::calculate;
  const bool says_nothing =
      (is_asked(row.type) || row.type == Type::note) && !shown && line.at("calculation").empty();
  if (says_nothing &&
      std::ranges::find(loading.survey.headings, "label", &Heading::column) == loading.survey.headings.end())
    loading.problems.error({loading.survey.sheet, 1, loading.survey.heading_row},
                           "the sheet has no column 'label' with the words of the questions");
  else if (says_nothing)
    loading.problems.error(
        line.cell("label"),
        row.guidance_hint.empty()
            ? fmt::format("{} has no label: nobody would know what is asked", called(line, row))
            : fmt::format("{} has a guidance_hint only, which is there for who asks for it; write a label",
                          called(line, row)));
  check_media(line, row);
  check_trigger(line, row);
  if (row.type == Type::background_geopoint && !row.trigger)
    loading.problems.error(line.cell("trigger"), "a background-geopoint needs a trigger");
  if (row.type != Type::calculate) check_passed_over(line, row);
  if (!line.at("save_to").empty())
    loading.problems.passed_over(
        line.cell("save_to"),
        fmt::format("save_to of '{}' is passed over: a kiosk keeps no entities", row.name));
}

/// An address for a visitor's telephone. One of references alone is as long as they are.
void add_qr(const Line& line, Row& row, Text address) {
  if (row.is_container())
    return line.loading.problems.passed_over(
        line.cell("kiosk_qr"), "a group has no QR code; write it beside a question or a note in it");
  for (const auto& [language, sentence] : address.by_language)
    if (words_of(sentence).words.size() > limits::qr_bytes)
      line.loading.problems.error(
          line.cell("kiosk_qr"),
          fmt::format(
              "the address is longer than {} bytes, and its QR code would be too fine for a telephone; "
              "use a shorter address",
              limits::qr_bytes));
  row.media["qr"] = std::move(address);
}

/// How many questions of their own forms that follow this one may add in a group.
void read_slot(const Line& line, Row& row) {
  const std::string& text = line.at("kiosk_slot");
  if (text.empty()) return;
  const Cell cell = line.cell("kiosk_slot");
  const auto number = number_of(text);
  if (!number || *number < 0 || *number > limits::slot || *number != std::floor(*number))
    return line.loading.problems.error(
        cell,
        fmt::format("kiosk_slot is the number of own questions that fit in the group, 0 to {}, not '{}'",
                    limits::slot, text));
  if (row.type != Type::group)
    return line.loading.problems.error(
        cell, "only a group has room for own questions (kiosk_slot); write it in a row 'begin_group'");
  if (row.group_style.points)
    return line.loading.problems.error(
        cell, fmt::format("{} divides points over its own numbers alone; give another group room for own "
                          "questions (kiosk_slot)",
                          called(line, row)));
  row.slot = static_cast<int>(*number);
}

/// A place that is kept to a grid unless the form says otherwise. Where a line or an area lies is its answer:
/// those are as they were drawn, unless the question itself has a grid.
void read_place(const Line& line, Row& row, const Parameters& parameters) {
  const std::string& text = line.at("kiosk_grid");
  const Cell cell = line.cell("kiosk_grid");
  if (!is_place(row.type)) {
    if (!text.empty())
      line.loading.problems.error(cell, "only a geopoint, geotrace or geoshape has a grid (kiosk_grid)");
    return;
  }
  const double usual = row.type == Type::geopoint ? line.loading.grid_m : 0;
  row.place_style.grid_m = read_grid(line.loading, text, cell).value_or(usual);
  const auto incremental = parameters.find("incremental");
  row.place_style.incremental = incremental != parameters.end() && incremental->second == "true";
  row.has_way = row.is_shown() && !row.name.empty();
}

/// What is drawn on the map of a place, or of choices.
void read_layer(const Line& line, Row& row) {
  const std::string& file = line.at("kiosk_layer");
  if (file.empty()) return;
  const Cell cell = line.cell("kiosk_layer");
  if (!is_place(row.type) && !row.choice_style.map)
    return line.loading.problems.error(
        cell,
        "only a geopoint, geotrace, geoshape or choices with the appearance map have a map to draw on "
        "(kiosk_layer)");
  if (!file.ends_with(".geojson"))
    return line.loading.problems.error(
        cell, fmt::format("kiosk_layer names a .geojson beside the form, not '{}'", file));
  line.loading.named_files.emplace(file, cell);
  row.place_style.layer = file;
}

}  // namespace

void compile_row(Loading& loading, const SurveyLine& survey_line, int index) {
  const Line line{loading, survey_line, index};
  Row row = std::move(loading.form.rows[index]);
  const auto text = [&](const char* column) {
    return loading.text(loading.survey, survey_line.row, column, index);
  };
  row.label = text("label");
  row.hint = text("hint");
  row.guidance_hint = text("guidance_hint");
  row.required_message = text("required_message");
  row.constraint_message = text("constraint_message");
  row.media = loading.media(loading.survey, survey_line.row, index);
  if (Text address = text("kiosk_qr"); !address.empty()) add_qr(line, row, std::move(address));
  row.autoplay = lower_case(line.at("autoplay")) == "audio";
  if (!line.at("kiosk_results").empty() || !line.at("kiosk_with").empty())
    loading.published.push_back({index, line.at("kiosk_results"), line.at("kiosk_with"),
                                 line.cell("kiosk_results"), line.cell("kiosk_with")});

  row.relevant = line.expression("relevant");
  row.constraint = line.expression("constraint");
  if (const auto implied = implied_constraint(line.at("type"));
      !implied.empty() && line.at("constraint").empty())
    row.constraint = loading.expression(std::string(implied), row.cell, index);
  row.required = line.expression("required");
  if (is_constant(row.required, "false()")) row.required.reset();
  row.calculation = line.expression("calculation");
  row.read_only = line.expression("read_only");
  if (is_constant(row.read_only, "false()")) row.read_only.reset();
  row.choice_filter = line.expression("choice_filter");
  if (row.type == Type::repeat) row.repeat_count = line.expression("repeat_count");
  row.initial = initial_value(line, row.type);
  row.trigger = trigger_of(line);

  if (survey_line.type.guessed) {
    loading.form.rows[index] = std::move(row);
    return;
  }
  const SearchCall call = read_search_call(loading, line.at("appearance"), line.cell("appearance"), index);
  const std::vector<std::string> appearance = words_of(lower_case(call.rest));
  if (survey_line.type.lacks.empty()) check_appearance(loading, line.cell("appearance"), call.rest);
  const bool no_ticks = std::ranges::count(appearance, "no-ticks") > 0;
  const Parameters parameters = compile_parameters(loading, survey_line, row, no_ticks);
  compile_appearance(loading.form, row, appearance);
  read_slot(line, row);
  if (row.choice_style.image_map)
    loading.image_maps.push_back({index, line.cell("appearance"), line.cell("image")});
  if (std::ranges::any_of(appearance, [](const std::string& word) { return word.starts_with("search"); }))
    loading.searches.insert(index);
  if (const auto seed = parameters.find("seed"); seed != parameters.end())
    row.seed = loading.expression(seed->second, line.cell("parameters"), index);
  if (row.constraint && (row.type == Type::integer || row.type == Type::decimal))
    row.bounds = bounds_of(*row.constraint, row.name, Bounded::answer);
  if (row.constraint && row.type == Type::select_multiple)
    row.bounds = bounds_of(*row.constraint, row.name, Bounded::selected);
  if (is_select(row.type)) {
    row.search = call.search;
    compile_list(line, row, parameters, call.file);
  }
  if (row.type == Type::csv_external || row.type == Type::xml_external)
    loading.named_files.emplace(row.name + (row.type == Type::csv_external ? ".csv" : ".xml"), row.cell);
  else if (!row.is_container())
    check_question(line, row);
  read_place(line, row, parameters);
  read_layer(line, row);
  loading.form.rows[index] = std::move(row);
}

}  // namespace buurtpeil
