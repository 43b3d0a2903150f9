#include "kiosk/other_results.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "results/results_file.h"

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".results.json";

/// The folder of the form that is asked, "" where its file is none of those of the configuration.
fs::path folder_of(const Config& config, const Form& form) {
  std::vector<fs::path> files = config.forms;
  files.insert(files.begin(), config.form);
  const auto found =
      std::ranges::find_if(files, [&](const fs::path& file) { return file.filename() == form.file; });
  if (found == files.end()) return {};
  return found->has_parent_path() ? found->parent_path() : fs::path{"."};
}

std::vector<fs::path> files_for(const Config& config, const Form& form) {
  std::vector<fs::path> files = config.results;
  std::set<fs::path> beside;
  std::error_code code;
  if (const fs::path folder = folder_of(config, form); !folder.empty())
    for (fs::directory_iterator entry{folder, code}, end; !code && entry != end; entry.increment(code))
      if (entry->path().filename().string().ends_with(suffix)) beside.insert(entry->path());
  for (const fs::path& file : beside)
    if (std::ranges::none_of(files, [&](const fs::path& named) { return fs::equivalent(named, file, code); }))
      files.push_back(file);
  return files;
}

/// Puts a file where it belongs. Gives why it belongs nowhere, or "".
std::string sort_in(OtherResults& others, Results results, const Config& config, const Form& form) {
  const bool same_form = results.form_id == form.id;
  const bool same_core =
      !form.core_id.empty() && (results.core_id == form.core_id || results.form_id == form.core_id);
  if (!same_form && !same_core)
    return fmt::format(
        "is about the form '{}', not about '{}', and both have no core in common; take it away",
        results.form_id, form.id);
  const bool here =
      same_form && (results.municipality.empty() || results.municipality == config.municipality);
  (!here                         ? others.elsewhere
   : results.round != form.round ? others.earlier
                                 : others.municipality)
      .push_back(std::move(results));
  return "";
}

}  // namespace

OtherResults load_other_results(const Config& config, const Form& form) {
  OtherResults others;
  std::vector<fs::path> files = files_for(config, form);
  if (files.size() > most_results_files) {
    others.problems.push_back(
        fmt::format("{} results files are there, and the first {} are shown; take some away", files.size(),
                    most_results_files));
    files.resize(most_results_files);
  }
  for (const fs::path& file : files) {
    auto results = read_results_file(file);
    const std::string why =
        results ? sort_in(others, std::move(*results), config, form) : results.error().message;
    if (!why.empty()) others.problems.push_back(results ? file.filename().string() + ": " + why : why);
  }
  const auto newest_first = [](const Results& a, const Results& b) { return a.until > b.until; };
  std::ranges::stable_sort(others.earlier, newest_first);
  std::ranges::stable_sort(others.municipality, newest_first);
  return others;
}

}  // namespace buurtpeil
