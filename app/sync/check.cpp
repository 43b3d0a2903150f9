#include "sync/check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string>

#include "form/form.h"
#include "form/limits.h"
#include "form/problem_list.h"
#include "sync/check_maps.h"
#include "sync/core.h"
#include "sync/gate.h"
#include "sync/named_form.h"
#include "theme/assets_folder.h"
#include "theme/missing_letters.h"

namespace buurtpeil::sync {
namespace {

std::string counted(long count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// "12 questions", "8 to 12 questions", "8 or more questions"
std::string count_of(const QuestionCount& count) {
  if (count.open_ended) return fmt::format("{} or more questions", count.fewest);
  if (count.fewest < count.most) return fmt::format("{} to {} questions", count.fewest, count.most);
  return counted(count.most, "question");
}

/// "10 to 12 questions, 2 languages (nl, en), about 4 minutes"
std::string summary_of(const Form& form) {
  const Effort effort = effort_of(form);
  std::vector<std::string> codes;
  for (const Language& language : form.languages) codes.push_back(language.code);
  const std::string languages =
      codes.empty() ? "no language named"
                    : fmt::format("{} ({})", counted(static_cast<long>(codes.size()), "language"),
                                  fmt::join(codes, ", "));
  return fmt::format("{}, {}, about {}", count_of(effort.questions), languages,
                     counted(effort.minutes, "minute"));
}

/// "asks the 8 questions of the core 'wijkmonitor 3' unchanged"
std::string follows_core(const Core& core) {
  return fmt::format("asks the {} of the core '{}' unchanged", counted(core.question_count(), "question"),
                     core.name());
}

/// "2 errors, 1 warning", or "no remarks".
std::string verdict_on(const std::vector<Problem>& problems) {
  const long errors = std::ranges::count(problems, Severity::error, &Problem::severity);
  const long warnings = static_cast<long>(problems.size()) - errors;
  if (errors == 0) return warnings == 0 ? "no remarks" : counted(warnings, "warning");
  return counted(errors, "error") + (warnings == 0 ? "" : ", " + counted(warnings, "warning"));
}

std::vector<Problem> problems_of(const LoadedForm& loaded, const std::filesystem::path& path,
                                 Strictness strictness, const std::optional<Core>& core) {
  // A list that was cut off says so at its end, and would not in another order.
  if (loaded.problems.size() > limits::problems) return loaded.problems;
  ProblemList problems;
  for (const Problem& problem : loaded.problems) problems.add(problem);
  if (const Form* form = loaded.form ? loaded.form.get() : loaded.flawed.get()) {
    check_columns(*form, problems);
    check_maps(*form, path, problems);
    for (const auto& missing : letters_without_font(assets_folder() / "fonts.conf", letters_of(*form)))
      problems.passed_over({}, to_sentence(missing));
    if (strictness == Strictness::deployment) check_for_deployment(*form, loaded.sheets, problems);
    if (core) core->check(*form, problems);
  }
  // What keeps a kiosk from starting is an error here too: a form is not fine until somebody starts it.
  std::vector<Problem> ordered = problems_at_start(problems.in_order(loaded.sheets));
  if (strictness == Strictness::deployment)
    for (Problem& problem : ordered)
      if (problem.gate != Gate::passes && problem.gate != Gate::passes_at_desk)
        problem.severity = Severity::error;
  return ordered;
}

}  // namespace

Outcome check_forms(const CheckRequest& request) {
  Outcome outcome;
  std::optional<Core> core;
  if (!request.core.empty()) {
    auto loaded = Core::load(request.core);
    if (!loaded) return {.exit_code = 1, .out = loaded.error() + "\n", .err = ""};
    core = std::move(*loaded);
  }
  for (const std::filesystem::path& path : request.forms) {
    const std::string file = path.string();
    std::error_code error;
    if (core && std::filesystem::equivalent(path, core->path(), error)) {
      outcome.out += file + ": error: this is the core itself; name the forms that follow it\n";
      outcome.exit_code = 1;
      continue;
    }
    const LoadedForm loaded = load_named(path);
    const std::vector<Problem> problems = problems_of(loaded, path, request.strictness, core);
    for (const std::string& line : to_lines(file, problems, request.listing)) outcome.out += line + "\n";
    const bool follows = core && loaded.form && !has_errors(problems);
    outcome.out += file + ": " + (loaded.form ? summary_of(*loaded.form) + "; " : "") +
                   (follows ? follows_core(*core) + "; " : "") + verdict_on(problems) + "\n";
    if (has_errors(problems)) outcome.exit_code = 1;
  }
  return outcome;
}

}  // namespace buurtpeil::sync
