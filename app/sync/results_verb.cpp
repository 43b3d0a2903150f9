#include "sync/results_verb.h"

#include <fmt/format.h>

#include <optional>

#include "results/results_file.h"
#include "results/sum.h"
#include "sync/stores.h"
#include "sync/whole_file.h"

namespace buurtpeil::sync {
namespace {

namespace fs = std::filesystem;

Outcome failed(const std::string& why) { return {1, "", why + "\n"}; }

}  // namespace

std::expected<Results, Error> results_of_inputs(const std::vector<fs::path>& inputs,
                                                const RoundRequest& round,
                                                std::vector<std::string>& warnings) {
  std::vector<fs::path> store_paths, files;
  for (const fs::path& input : inputs) (input.extension() == ".json" ? files : store_paths).push_back(input);
  std::optional<Results> sum;
  if (!store_paths.empty()) {
    const auto stores = open_all(store_paths);
    if (!stores) return std::unexpected(stores.error());
    auto counted = results_of_stores(*stores, round, load_kept_form, warnings);
    if (!counted) return std::unexpected(counted.error());
    sum = std::move(*counted);
  }
  for (const fs::path& path : files) {
    auto results = read_results_file(path);
    if (!results) return std::unexpected(results.error());
    if (!sum)
      sum = std::move(*results);
    else if (auto added = add_results(*sum, *results); !added)
      return std::unexpected(Error{path.string() + ": " + added.error().message});
  }
  return std::move(*sum);
}

Outcome write_results(const ResultsRequest& request) {
  Outcome outcome;
  std::vector<std::string> warnings;
  const auto results = results_of_inputs(request.inputs, request.round, warnings);
  for (const std::string& warning : warnings) outcome.err += warning + "\n";
  if (!results) return failed(outcome.err + results.error().message);
  if (auto written = write_whole(request.to, to_json(*results)); !written)
    return failed(written.error().message);
  std::size_t published = 0;
  for (const QuestionResults& question : results->questions) published += question.all.people > 0;
  outcome.out = fmt::format("{}: {} of {} questions are published\n", request.to.string(), published,
                            results->questions.size());
  if (published == 0)
    outcome.err += fmt::format(
        "too few people have answered so far; a question is published from {} people on\n", results->least);
  return outcome;
}

}  // namespace buurtpeil::sync
