// load_attachments: csv and xml beside the form, which choices, pulldata() and instance() read; and what is
// missing.
#include <fmt/format.h>

#include <algorithm>

#include "form/compile/loading.h"
#include "form/compile/media.h"
#include "form/compile/search_call.h"
#include "form/limits.h"
#include "form/read/attached_data.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

/// One thing that an instance id stands for, and where the form says so.
struct Source {
  std::string id;
  std::string from;  ///< a file's name, or "" for a list of the sheet choices
  Cell cell;
};

std::string stem_of(const std::string& file) { return file.substr(0, file.rfind('.')); }

std::vector<Source> sources_of(const Loading& loading) {
  std::vector<Source> sources;
  for (const auto& [file, cell] : loading.named_files) sources.push_back({stem_of(file), file, cell});
  for (const FileList& list : loading.file_lists)
    sources.push_back({stem_of(list.file), list.file, list.sheet_list.empty() ? list.cell : list.asked});
  for (const Row& row : loading.form.rows)
    if (loading.form.choices.contains(row.list) && !row.list.contains('/'))
      sources.push_back({row.list, "", row.cell});
  for (const Use& use : loading.uses)
    for (const Reference& reference : use.expression.references())
      if (reference.kind == Reference::Kind::instance && is_pulldata(use.expression, reference))
        sources.push_back({reference.name, reference.name + ".csv", use.cell});
  std::ranges::stable_sort(sources, {}, [](const Source& source) { return source.cell.row; });
  return sources;
}

/// One id is one thing: pulldata('fruits') and a list 'fruits' cannot both be.
void check_sources(Loading& loading, const std::vector<Source>& sources) {
  std::map<std::string, std::string> first;
  const auto named = [](const std::string& id, const std::string& from) {
    return from.empty() ? fmt::format("the list '{}'", id) : fmt::format("the file '{}'", from);
  };
  for (const Source& source : sources) {
    const auto [other, is_new] = first.try_emplace(source.id, source.from);
    if (!is_new && other->second != source.from)
      loading.problems.error(
          source.cell, fmt::format("'{}' already means {}, so it cannot mean {} too; rename one", source.id,
                                   named(source.id, other->second), named(source.id, source.from)));
  }
}

void check_instances(Loading& loading, const std::vector<Source>& sources) {
  std::set<std::string_view> known;
  for (const Source& source : sources) known.insert(source.id);
  for (const auto& [list, choices] : loading.form.choices) known.insert(list);
  for (const Use& use : loading.uses)
    for (const Reference& reference : use.expression.references()) {
      if (reference.kind != Reference::Kind::instance || reference.name.starts_with("__")) continue;
      if (!known.contains(reference.name))
        loading.problems.error(
            use.cell,
            fmt::format("instance('{0}') is neither a list of the sheet choices nor an attached "
                        "file{1}",
                        reference.name, loading.suggest(reference.name, {known.begin(), known.end()})));
    }
}

/// The file's records as choices under its name; nothing when it is missing or damaged.
void attach(Loading& loading, const std::string& file, const Cell& cell) {
  Form& form = loading.form;
  if (form.attachments.contains(file) ||
      std::ranges::find(form.missing_files, file) != form.missing_files.end())
    return;
  if (!is_plain_file_name(file))
    return loading.problems.error(cell, fmt::format("'{}' is no name of a file beside the form", file));
  auto bytes = loading.beside.read(file);
  if (!bytes) {
    form.missing_files.push_back(file);
    loading.problems.missing_file(cell, loading.missing_file(file));
    return;
  }
  loading.attached += bytes->size();
  if (loading.attached > limits::attached_bytes)
    return loading.problems.error(
        cell, fmt::format("the attached files are larger than {} MB together", limits::attached_bytes >> 20));
  auto data = read_attached_data(file, *bytes);
  if (!data) {
    loading.problems.error(cell, fmt::format("the file '{}' cannot be read: {}", file, data.error().message));
  } else {
    if (!data->unusual.empty())
      loading.problems.passed_over(cell, fmt::format("the file '{}' {}", file, data->unusual));
    for (const std::string& doubt : data->doubtful)
      loading.problems.warning(cell, fmt::format("the file '{}' {}", file, doubt));
    form.choices[file] = std::move(data->records);
    loading.attached_files[file] = {std::move(data->columns), std::move(data->lines)};
  }
  form.attachments[file] = std::move(*bytes);
}

/// The rules of the sheet choices for names, as far as they hold for files: ODK's clients let a select_one
/// have names with spaces and names that stand twice, of which several answers could not be told apart. A
/// choice is on its line of the file; those on line 0 are not from there.
void check_names(Loading& loading, const FileList& list, const std::vector<Choice>& choices,
                 const std::vector<int>& lines) {
  const bool filtered = std::ranges::any_of(loading.form.rows, [&](const Row& row) {
    return row.list == list.key && (row.choice_filter || row.search);  // which offer some of them only
  });
  std::string column = list.value;
  for (const Choice& row : loading.sheet_lists[list.sheet_list])
    if (column.empty() && !is_whole_number(row.name)) column = row.name;
  const char* what = loading.attached_files[list.file].lines.empty() ? "record" : "line";
  std::map<std::string, int> first;
  for (std::size_t at = 0; at < choices.size(); ++at) {
    const std::string& name = choices[at].name;
    const int line = lines[at];
    if (line == 0) continue;
    const auto [other, is_new] = first.try_emplace(name, line);
    const std::string where = fmt::format("{} {} of the file '{}'", what, line, list.file);
    if (name.empty() && list.several)
      loading.problems.error(list.cell, fmt::format("{} has nothing in the column '{}': a choice without a "
                                                    "name cannot be stored",
                                                    where, column));
    else if (name.empty())
      loading.problems.warning(list.cell, fmt::format("{} has nothing in the column '{}' and is left out: a "
                                                      "choice without a name cannot be stored",
                                                      where, column));
    else if (list.several && name.find_first_of(" \t\n") != std::string::npos)
      loading.problems.error(list.cell, fmt::format("{}: the name '{}' has a space, and several answers are "
                                                    "parted by spaces; write it with _",
                                                    where, name));
    else if (list.several && !is_new && !filtered)
      loading.problems.error(list.cell, fmt::format("{}: the name '{}' is that of {} {} too; give each "
                                                    "choice a name of its own",
                                                    where, name, what, other->second));
  }
}

/// Whether the file has the columns with the values and labels of its choices; what it lacks is a problem.
bool has_columns(Loading& loading, const FileList& list) {
  const std::vector<std::string>& columns = loading.attached_files[list.file].columns;
  const auto has = [&](const std::string& column) {
    return std::ranges::any_of(columns, [&](const std::string& one) {
      return one == column || (column == list.label && one.starts_with(column + "::"));
    });
  };
  const auto lacks = [&](const std::string& column, const char* parameter) {
    const std::string meant = loading.suggest(column, {columns.begin(), columns.end()});
    const std::string known =
        fmt::format("; it has {}: name the one that you mean, as in {}={}, among the parameters",
                    fmt::join(columns, ", "), parameter, columns.empty() ? "code" : columns.front());
    return fmt::format("the file '{}' has no column '{}' with the {}s of its choices{}", list.file, column,
                       parameter, meant.empty() ? known : meant);
  };
  if (!has(list.value)) return loading.problems.error(list.asked, lacks(list.value, "value")), false;
  if (!has(list.label) && list.names_label)
    return loading.problems.error(list.asked, lacks(list.label, "label")), false;
  if (!has(list.label))
    loading.problems.warning(
        list.cell, fmt::format("the file '{}' has no column '{}': its {} are shown", list.file, list.label,
                               list.value == "name" ? "names" : "values"));
  return true;
}

/// The records of a file as choices by the columns that a question says.
std::vector<Choice> choices_by_columns(Loading& loading, const FileList& list, std::vector<Choice> choices) {
  if (!has_columns(loading, list)) return {};
  for (Choice& choice : choices) {
    choice.name = choice.columns[list.value];
    choice.cell = list.cell;
    choice.label = {};
    for (const auto& [column, value] : choice.columns) {
      if (column == list.label)
        choice.label.by_language[""] = loading.words(value, list.cell);
      else if (column.starts_with(list.label + "::"))
        choice.label.by_language[column.substr(list.label.size() + 2)] = loading.words(value, list.cell);
    }
    if (choice.label.empty()) choice.label.by_language[""] = {{choice.name, {}}};
  }
  return choices;
}

/// The records of a file as the choices of a question.
void make_choices(Loading& loading, const FileList& list) {
  const auto records = loading.form.choices.find(list.file);
  if (records == loading.form.choices.end()) return;
  std::vector<int> lines;
  std::vector<Choice> choices;
  if (list.sheet_list.empty()) {
    choices = choices_by_columns(loading, list, records->second);
    lines = loading.attached_files[list.file].lines;
    for (std::size_t record = lines.size(); record < choices.size(); ++record)
      lines.push_back(static_cast<int>(record) + 1);
  } else {
    choices = searched_choices(loading, list, records->second, lines);
  }
  check_names(loading, list, choices, lines);
  std::erase_if(choices, [](const Choice& choice) { return choice.name.empty(); });
  loading.form.choices[list.key] = std::move(choices);
}

/// Lists that only say which columns a search takes are no lists to choose from, and have no instance.
void take_sheet_lists(Loading& loading) {
  for (const FileList& list : loading.file_lists) {
    const auto rows = loading.form.choices.find(list.sheet_list);
    if (list.sheet_list.empty() || rows == loading.form.choices.end()) continue;
    loading.sheet_lists[list.sheet_list] = rows->second;
    if (std::ranges::find(loading.form.rows, list.sheet_list, &Row::list) == loading.form.rows.end())
      loading.form.choices.erase(rows);
  }
}

/// What was typed in a repeat has spaces, which part the names of several choices.
void check_answers_as_choices(Loading& loading) {
  for (const Row& row : loading.form.rows) {
    if (!row.list.starts_with("${") || row.type == Type::select_one || !row.list.ends_with('}')) continue;
    const std::string name = row.list.substr(2, row.list.size() - 3);
    const auto question = std::ranges::find(loading.form.rows, name, &Row::name);
    if (question != loading.form.rows.end() && question->type == Type::text)
      loading.problems.warning(
          row.cell,
          fmt::format("'{}' chooses several of the answers to '{}': one with a space in it cannot be "
                      "chosen; ask for one with select_one",
                      row.name, name));
  }
}

}  // namespace

void load_attachments(Loading& loading) {
  take_sheet_lists(loading);
  const std::vector<Source> sources = sources_of(loading);
  check_sources(loading, sources);
  check_instances(loading, sources);
  for (const Source& source : sources)
    if (!source.from.empty()) attach(loading, source.from, source.cell);
  // The lists under other keys first: they copy the records that the file's own list then takes over.
  std::set<std::string> made;
  std::size_t choices = 0;
  for (const bool own : {false, true})
    for (const FileList& list : loading.file_lists) {
      if ((list.key == list.file) != own || !made.insert(list.key).second) continue;
      make_choices(loading, list);
      const auto found = loading.form.choices.find(list.key);
      choices += found == loading.form.choices.end() ? 0 : found->second.size();
      if (choices > limits::cells)
        return loading.problems.error(
            list.cell, fmt::format("the form takes more than {} choices from files", limits::cells));
    }
  check_answers_as_choices(loading);
  load_media(loading);
  std::ranges::sort(loading.form.missing_files);
}

std::string hash_of(const Form& form) {
  // Without attached data it is the file's own SHA-256, so that anybody can check it with sha256sum.
  std::string bytes = sha256(form.source);
  if (!form.attachments.empty()) {
    for (const auto& [name, data] : form.attachments) bytes += name + '\0' + sha256(data);
    bytes = sha256(bytes);
  }
  return hex_of(bytes);
}

}  // namespace buurtpeil
