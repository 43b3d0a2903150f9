// load_form: reads the file and calls the parts of the compiler, in the order of loading.h.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <span>

#include "form/compile/loading.h"
#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

constexpr std::array<std::string_view, 6> known_sheets = {"survey",           "choices",  "settings",
                                                          "external_choices", "entities", "osm"};

std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t most) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return {};
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  // One byte more than allowed is enough for the reader to say so.
  std::string bytes(std::min(std::filesystem::file_size(path, error), static_cast<std::uintmax_t>(most + 1)),
                    '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.bad()) return {};
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

/// As far as they matter for a suggestion: nobody keeps more beside a form.
std::vector<std::string> names_in(std::span<const std::filesystem::path> folders) {
  constexpr std::size_t most_names = 1'000;
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& folder : folders)
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         entry != std::filesystem::directory_iterator() && names.size() < most_names; entry.increment(error))
      names.push_back(entry->path().filename().string());
  std::ranges::sort(names);
  return names;
}

/// A sheet that is there twice: the second one would be lost.
void check_sheets(Loading& loading) {
  std::set<std::string> seen;
  for (const Sheet& sheet : loading.workbook.sheets) {
    const std::string name = lower_case(trimmed(sheet.name));
    if (std::ranges::find(known_sheets, name) != known_sheets.end() && !seen.insert(name).second)
      loading.problems.error({sheet.name, 0, 0}, "there are two sheets with this name; put them together");
  }
  if (const Sheet* sheet = loading.sheet("entities"); sheet != nullptr && sheet->rows.size() > 1)
    loading.problems.passed_over({sheet->name, 0, 0}, "the sheet is passed over: a kiosk keeps no entities");
}

void compile(Loading& loading) {
  check_sheets(loading);
  const Sheet* survey = loading.sheet("survey");
  if (survey == nullptr || survey->rows.empty()) {
    std::string advice = loading.suggest_sheet("survey");
    if (advice.empty() && !lower_case(loading.form.file).ends_with(".xlsx"))
      advice =
          "; in a .csv or .md file the first column has the name of a sheet, in a row of its own above its "
          "headings, and nothing below";
    loading.problems.error({}, "there is no sheet called 'survey' with the questions" + advice);
    return;
  }
  load_settings(loading);
  loading.survey = read_table(*survey, SheetKind::survey, loading.problems);
  load_choices(loading);
  load_languages(loading);
  load_settings_texts(loading);
  load_round(loading);
  load_places(loading);
  load_survey(loading);
  load_attachments(loading);
  check_defaults(loading);
  check_first_question(loading);
  check_published(loading);
  check_place(loading);
  check_image_maps(loading);
  check_references(loading);
  check_bare_names(loading);
  check_lookups(loading);
  lint(loading);
  check_cycles(loading);
  check_order(loading);
  check_language_values(loading);
  check_unasked(loading);
  check_translations(loading);
  index_columns(loading);
  find_deciders(loading);
  if (loading.form.title.empty()) loading.form.title = loading.form.id;
}

LoadedForm load(const std::string& file, std::string source, Beside beside) {
  Loading loading;
  loading.beside = std::move(beside);
  loading.form.file = file;
  loading.form.source = std::move(source);
  loading.form.id = std::filesystem::path(file).stem().string();
  std::vector<Problem> reading;
  try {
    loading.workbook = read_workbook(file, loading.form.source, known_sheets, reading);
    for (Problem& problem : reading) loading.problems.add(std::move(problem));
    if (!has_errors(reading) || !loading.workbook.sheets.empty())
      compile(loading);  // a formula without a value hides no other mistake
    loading.form.hash = hash_of(loading.form);
  } catch (const std::exception& exception) {
    loading.problems.error({}, fmt::format("the form cannot be held in memory ({})", exception.what()));
  }
  std::vector<std::string> order;
  for (const Sheet& sheet : loading.workbook.sheets) order.push_back(sheet.name);
  LoadedForm loaded{.problems = loading.problems.in_order(order), .sheets = order};
  auto& form = has_errors(loaded.problems) ? loaded.flawed : loaded.form;
  form = std::make_unique<Form>(std::move(loading.form));
  return loaded;
}

}  // namespace

LoadedForm load_form(const std::filesystem::path& path) {
  const std::string file = path.filename().string();
  auto source = read_file(path, limits::file_bytes);
  if (!source)
    return {.problems = {{.message = "the file cannot be read; is its name right, and may it be read?"}}};
  const std::filesystem::path media = path.parent_path() / (path.stem().string() + "-media");
  const std::array folders = {media, path.parent_path()};
  return load(file, std::move(*source),
              {.read = [folders](const std::string& name) -> std::optional<std::string> {
                 for (const auto& folder : folders)
                   if (auto bytes = read_file(folder / name, limits::file_bytes)) return bytes;
                 return {};
               },
               .find = [folders](const std::string& name) -> std::optional<std::filesystem::path> {
                 std::error_code error;
                 for (const auto& folder : folders)
                   if (std::filesystem::is_regular_file(folder / name, error)) return folder / name;
                 return {};
               },
               .names = [folders] { return names_in(folders); }});
}

LoadedForm load_form_from_bytes(const std::string& file, std::string source,
                                std::map<std::string, std::string> attachments) {
  return load(file, std::move(source),
              {.read = [&attachments](const std::string& name) -> std::optional<std::string> {
                 const auto found = attachments.find(name);
                 return found == attachments.end() ? std::nullopt : std::optional(found->second);
               },
               .find = [](const std::string&) { return std::optional(std::filesystem::path()); },
               .names =
                   [&attachments] {
                     std::vector<std::string> names;
                     for (const auto& [name, bytes] : attachments) names.push_back(name);
                     return names;
                   }});
}

}  // namespace buurtpeil
