#include "kiosk/staff/form_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "theme/assets_folder.h"
#include "theme/missing_letters.h"

namespace buurtpeil {

std::vector<std::filesystem::path> listed_forms(const Config& config) {
  std::vector<std::filesystem::path> forms = {config.form};
  for (const auto& file : config.forms)
    if (file.filename() != config.form.filename()) forms.push_back(file);
  return forms;
}

std::vector<ListedForm> titled_forms(const Config& config) {
  std::vector<ListedForm> titled;
  for (const auto& file : listed_forms(config)) {
    const LoadedForm loaded = load_form(file);
    const Form* form = loaded.form ? loaded.form.get() : loaded.flawed.get();
    const std::string name = file.filename().string();
    titled.push_back({.file = name, .title = form && !form->title.empty() ? form->title : name});
  }
  return titled;
}

namespace {

/// Of the errors among them, if there are any.
std::optional<FormRefusal> refusal_of(const std::string& file, const std::vector<Problem>& problems) {
  const auto is_error = [](const Problem& problem) { return problem.severity == Severity::error; };
  const auto first = std::ranges::find_if(problems, is_error);
  if (first == problems.end()) return std::nullopt;
  FormRefusal refusal;
  refusal.errors = static_cast<std::size_t>(std::ranges::count_if(problems, is_error));
  const bool files_alone = std::ranges::all_of(problems, [&](const Problem& problem) {
    return !is_error(problem) || problem.gate == Gate::stops_kiosk;
  });
  const Cell& cell = first->cell;
  if (files_alone)
    refusal.kind = FormRefusal::Kind::missing_file;
  else if (cell.sheet.empty())
    refusal.kind = FormRefusal::Kind::unreadable;
  if (!cell.sheet.empty()) refusal.place = cell.row > 0 ? cell.sheet + "!" + cell_name(cell) : cell.sheet;
  Problem bare = *first;
  bare.excerpt.clear();
  refusal.line = to_line(file, bare);
  return refusal;
}

}  // namespace

CheckedForm checked_form(const std::filesystem::path& file, const Config& config) {
  const std::string name = file.filename().string();
  LoadedForm loaded = load_form(file);
  std::vector<Problem> problems = problems_at_start(std::move(loaded.problems));
  const std::string complaint = loaded.form ? language_complaint(config, *loaded.form) : "";
  if (!complaint.empty()) problems.push_back({.message = complaint});
  if (loaded.form)
    for (const auto& missing : letters_without_font(assets_folder() / "fonts.conf", letters_of(*loaded.form)))
      problems.push_back({.severity = Severity::warning, .message = to_sentence(missing)});
  std::erase_if(problems, [](const Problem& problem) { return problem.gate == Gate::passes_at_desk; });
  CheckedForm checked;
  checked.lines = to_lines(name, problems, Listing::brief);
  checked.refusal = refusal_of(name, problems);
  const bool is_of_languages = checked.refusal && !complaint.empty() && checked.refusal->errors == 1;
  if (is_of_languages) checked.refusal->kind = FormRefusal::Kind::other_languages;
  if (!checked.refusal) checked.form = std::move(loaded.form);
  return checked;
}

std::expected<std::unique_ptr<Form>, Error> form_chosen_before(const Config& config, const Store& store) {
  const auto settings = store.settings();
  if (!settings) return std::unexpected(settings.error());
  const auto chosen = settings->find("form");
  if (chosen == settings->end() || chosen->second.empty()) return nullptr;
  const auto not_asked = [&](const std::string& why) {
    return std::unexpected(Error{fmt::format("{} is asked and not {}, which staff chose: {}",
                                             config.form.filename().string(), chosen->second, why)});
  };
  const auto forms = listed_forms(config);
  const auto listed =
      std::ranges::find(forms, chosen->second, [](const auto& file) { return file.filename().string(); });
  if (listed == forms.end()) return not_asked("it is not among the 'forms' of kiosk.toml");
  CheckedForm checked = checked_form(*listed, config);
  if (!checked.form) return not_asked(checked.refusal->line);
  return std::move(checked.form);
}

}  // namespace buurtpeil
