#include "sync/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <expected>
#include <map>

#include "form/error.h"
#include "results/results_file.h"
#include "sync/report_logo.h"
#include "sync/report_page.h"
#include "sync/results_verb.h"
#include "sync/whole_file.h"
#include "theme/load_style.h"

namespace buurtpeil::sync {
namespace {

/// The language in which most is said; of several Dutch, English, or the first.
std::string language_of_results(const Results& results) {
  std::map<std::string, int> texts;
  const auto count = [&](const WordsByLanguage& words) {
    for (const auto& [language, said] : words)
      if (!language.empty() && !said.empty()) ++texts[language];
  };
  for (const auto& [name, words] : results.texts) count(words);
  for (const QuestionResults& question : results.questions) {
    count(question.labels);
    for (const ResultItem& item : question.items) count(item.labels);
  }
  std::string best = "nl";
  for (const std::string& language : {std::string{"en"}})
    if (texts[language] > texts[best]) best = language;
  for (const auto& [language, said] : texts)
    if (said > texts[best]) best = language;
  return best;
}

/// Which of the compared ones are rounds of the same, and which come from elsewhere.
std::expected<void, Error> put_beside(ReportContent& content, const std::filesystem::path& file) {
  auto other = read_results_file(file);
  if (!other) return std::unexpected(other.error());
  const Results& own = content.results;
  const bool same = other->form_id == own.form_id && other->municipality == own.municipality;
  if (same && other->round == own.round)
    return std::unexpected(Error{
        fmt::format("{}: is of the round that is reported; add its results up, or compare another round",
                    file.string())});
  (same ? content.rounds : content.regions).push_back(std::move(*other));
  return {};
}

Outcome refused(const std::string& sentence) { return {.exit_code = 1, .out = "", .err = sentence + "\n"}; }

}  // namespace

Outcome write_report(const ReportRequest& request) {
  Outcome outcome;
  std::vector<std::string> warnings;
  auto results = results_of_inputs(request.inputs, request.round, warnings);
  for (const std::string& warning : warnings) outcome.err += warning + "\n";
  if (!results) return refused(outcome.err + results.error().message);
  ReportContent content{.results = std::move(*results), .rounds = {}, .regions = {}};
  for (const std::filesystem::path& file : request.compared)
    if (const auto put = put_beside(content, file); !put) return refused(put.error().message);
  std::ranges::stable_sort(content.rounds, std::greater<>{}, &Results::since);

  HouseStyle style = built_in_style();
  if (!request.theme.empty()) {
    auto loaded = load_style(request.theme);
    if (!loaded) return refused(loaded.error());
    style = std::move(loaded->style);
  }
  const ReportWords say{request.language.empty() ? language_of_results(content.results) : request.language};
  if (const auto written = write_whole(request.to, report_page(content, say, style, logo_as_url(style.logo)));
      !written)
    return refused(written.error().message);
  outcome.out = fmt::format("{}: {} questions\n", request.to.string(), content.results.questions.size());
  return outcome;
}

}  // namespace buurtpeil::sync
