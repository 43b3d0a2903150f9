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

CheckedForm checked_form(const std::filesystem::path& file, const Config& config) {
  LoadedForm loaded = load_form(file);
  std::vector<Problem> problems = problems_at_start(std::move(loaded.problems));
  if (loaded.form)
    if (const std::string complaint = language_complaint(config, *loaded.form); !complaint.empty())
      problems.push_back({.message = complaint});
  if (loaded.form)
    for (const auto& missing : letters_without_font(assets_folder() / "fonts.conf", letters_of(*loaded.form)))
      problems.push_back({.severity = Severity::warning, .message = to_sentence(missing)});
  std::erase_if(problems, [](const Problem& problem) { return problem.gate == Gate::passes_at_desk; });
  CheckedForm checked;
  checked.lines = to_lines(file.filename().string(), problems, Listing::brief);
  for (Problem& problem : problems) {
    if (problem.severity != Severity::error || !checked.first_error.empty()) continue;
    problem.excerpt.clear();
    checked.first_error = to_line(file.filename().string(), problem);
  }
  if (checked.first_error.empty()) checked.form = std::move(loaded.form);
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
  if (!checked.form) return not_asked(checked.first_error);
  return std::move(checked.form);
}

}  // namespace buurtpeil
