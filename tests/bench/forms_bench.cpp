// How long forms take: to load one with everything in it, to answer a long one, to take a long draft up after
// a restart, and one step of a visitor where a list has 10,000 choices, which must stay under 1 ms.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "form/form.h"
#include "visit/visit.h"

using namespace buurtpeil;

namespace {

constexpr Moment now{1'772'388'247'123, 60, 1'000};
constexpr int choices = 10'000, districts = 100;

std::unique_ptr<Form> loaded(const std::string& md, std::map<std::string, std::string> files = {}) {
  LoadedForm form = load_form_from_bytes("bench.md", md, std::move(files));
  for (const Problem& problem : form.problems)
    if (problem.severity == Severity::error) fmt::print(stderr, "{}\n", to_line("bench.md", problem));
  if (!form.form) std::abort();
  return std::move(form.form);
}

/// A district, then a neighbourhood of it out of 10,000. The first lists may be chosen from by number.
std::string survey_with(const std::string& type, const std::string& district_type,
                        const std::string& filter) {
  return fmt::format(
      "| survey |\n"
      "| | type | name | label | choice_filter |\n"
      "| | {} | district | Which district? | |\n"
      "| | {} | place | Which one? | {} |\n"
      "| | text | idea | Your idea for ${{place}}? | |\n",
      district_type, type, filter);
}

std::string district_sheet() {
  std::string sheet = "| choices |\n| | list_name | name | label | district | kind |\n";
  for (int i = 0; i < districts; ++i) sheet += fmt::format("| | districts | d{} | District {} | | |\n", i, i);
  return sheet;
}

std::unique_ptr<Form> form_with_sheet(const std::string& filter,
                                      const std::string& district_type = "select_one districts") {
  std::string sheet = district_sheet();
  for (int i = 0; i < choices; ++i)
    sheet += fmt::format("| | places | p{} | Place {} | {}{} | k{} |\n", i, i,
                         district_type == "integer" ? "" : "d", i % districts, i % 2);
  return loaded(survey_with("select_one places", district_type, filter) + sheet);
}

std::unique_ptr<Form> form_with_file(const std::string& filter) {
  std::string file = "name,label,district,kind\n";
  for (int i = 0; i < choices; ++i) file += fmt::format("p{},Place {},d{},k{}\n", i, i, i % districts, i % 2);
  return loaded(
      survey_with("select_one_from_file places.csv", "select_one districts", filter) + district_sheet(),
      {{"places.csv", file}});
}

Visit begun(const Form& form) { return Visit(form, {.id = "uuid:1", .kiosk = "", .occasion = ""}, now); }

/// What the kiosk does for one answer: the answer, a draft to be stored, the next screen and what it shows.
void step(Visit& visit, const std::string& path, const std::string& value) {
  visit.answer(path, value, now);
  (void)visit.next(now);
  benchmark::DoNotOptimize(visit.draft(now));
  benchmark::DoNotOptimize(visit.prompts());
}

/// Each time another district, so that the filter is computed again; then one of its places.
void walk_filtered(benchmark::State& state, const Form& form, const std::string& prefix) {
  Visit visit = begun(form);
  int turn = 0;
  for (auto _ : state) {
    const int district = ++turn % districts;
    step(visit, "district", prefix + std::to_string(district));
    step(visit, "place", "p" + std::to_string(district));
    visit.back(now);
    visit.back(now);
  }
  if (visit.prompts().at(0).path != "district") state.SkipWithError("not where it should be");
  state.SetLabel("two steps");
}

void filter_of_sheet(benchmark::State& state) {
  static const auto form = form_with_sheet("district = ${district}");
  walk_filtered(state, *form, "d");
}
void filter_of_file(benchmark::State& state) {
  static const auto form = form_with_file("district = ${district}");
  walk_filtered(state, *form, "d");
}
void filter_of_two_columns(benchmark::State& state) {
  static const auto form = form_with_sheet("district = ${district} and kind != 'k5'");
  walk_filtered(state, *form, "d");
}
void filter_by_number(benchmark::State& state) {
  static const auto form = form_with_sheet("district = ${district}", "integer");
  walk_filtered(state, *form, "");
}

/// The first time in a visit: nothing is known yet.
void first_filter_of_visit(benchmark::State& state) {
  static const auto form = form_with_sheet("district = ${district}");
  for (auto _ : state) {
    Visit visit = begun(*form);
    step(visit, "district", "d7");
  }
}

void load_all_question_types(benchmark::State& state) {
  const std::filesystem::path path = BUURTPEIL_SHARED "/corpus/spreadsheets/all-question-types.xlsx";
  if (!std::filesystem::exists(path)) return state.SkipWithError("the corpus is not there");
  for (auto _ : state) benchmark::DoNotOptimize(load_form(path));
}

void load_10000_choices(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(form_with_sheet("district = ${district}"));
}

/// Every tenth question is there only after the one before it, and the sum of all is computed.
std::unique_ptr<Form> form_of_250_questions() {
  constexpr int questions = 250;
  std::string survey = "| survey |\n| | type | name | label | relevant | calculation |\n", sum = "0";
  for (int i = 0; i < questions; ++i) {
    survey += fmt::format("| | integer | q{} | Number {}? | {} | |\n", i, i,
                          i % 10 == 9 ? fmt::format("${{q{}}} > 0", i - 1) : "");
    sum += fmt::format(" + coalesce(${{q{}}}, 0)", i);
  }
  return loaded(survey + "| | calculate | total | | | " + sum + " |\n");
}

void load_250_questions(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(form_of_250_questions());
}

void answer_250_questions(benchmark::State& state) {
  const auto form = form_of_250_questions();
  for (auto _ : state) {
    Visit visit = begun(*form);
    while (!visit.at_end()) step(visit, visit.prompts().at(0).path, "1");
    benchmark::DoNotOptimize(visit.response(Status::finished, now));
  }
  state.SetLabel("250 steps");
}

/// What an answer costs before the disk: the answer and the draft that the store is given.
void answer_and_draft_of_250_questions(benchmark::State& state) {
  const auto form = form_of_250_questions();
  Visit visit = begun(*form);
  while (visit.progress().screen < 125) step(visit, visit.prompts().at(0).path, "1");
  const std::string path = visit.prompts().at(0).path;
  int number = 0;
  for (auto _ : state) {
    visit.answer(path, std::to_string(++number % 1'000), now);
    benchmark::DoNotOptimize(visit.draft(now));
  }
}

/// After a restart: a repeat with 100 instances of 60 questions, 6,000 items in all; or a tenth of them.
void take_up_draft(benchmark::State& state) {
  std::string survey = "| survey |\n| | type | name | label | repeat_count | default |\n";
  survey += fmt::format("| | begin_repeat | tree | Tree | {} | |\n", state.range(0) / 60);
  for (int i = 0; i < 60; ++i)
    survey += fmt::format("| | integer | q{} | Number {}? | | 2 * {} |\n", i, i, i);
  const auto form = loaded(survey + "| | end_repeat | | | | |\n");
  Visit visit = begun(*form);
  step(visit, "tree[1]/q0", "1");
  const Draft draft = visit.draft(now);
  for (auto _ : state) benchmark::DoNotOptimize(Visit::resume(*form, draft, now));
  state.SetLabel(fmt::format("{} items", state.range(0)));
}

BENCHMARK(filter_of_sheet)->Unit(benchmark::kMicrosecond);
BENCHMARK(filter_of_file)->Unit(benchmark::kMicrosecond);
BENCHMARK(filter_of_two_columns)->Unit(benchmark::kMicrosecond);
BENCHMARK(filter_by_number)->Unit(benchmark::kMicrosecond);
BENCHMARK(first_filter_of_visit)->Unit(benchmark::kMicrosecond);
BENCHMARK(load_all_question_types)->Unit(benchmark::kMillisecond);
BENCHMARK(load_10000_choices)->Unit(benchmark::kMillisecond);
BENCHMARK(load_250_questions)->Unit(benchmark::kMillisecond);
BENCHMARK(answer_and_draft_of_250_questions)->Unit(benchmark::kMillisecond);
BENCHMARK(answer_250_questions)->Unit(benchmark::kMillisecond);
BENCHMARK(take_up_draft)->Arg(600)->Arg(6'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
