// Visitors who do anything at all, on the demo form and on forms of others: nothing crashes, nothing hangs,
// and a restart in the middle changes nothing.
#include <doctest/doctest.h>

#include <filesystem>
#include <iostream>
#include <random>

#include "form/form.h"
#include "form/types.h"
#include "support/scenario.h"

using namespace buurtpeil;

namespace {

constexpr Moment now{1'772'388'247'123, 60, 1'000};

std::string written(const Response& response) {
  std::string all = response.language;
  for (const auto& [path, answer] : response.answers)
    all += "\n" + path + "=" + answer.value + to_name(answer.absence);
  return all;
}

std::string shown(const Visit& visit) {
  std::string all = std::to_string(visit.progress().screen) + "/" + std::to_string(visit.progress().screens);
  for (const Prompt& prompt : visit.prompts()) {
    all += "\n" + prompt.path + ":" + prompt.label + ":" + prompt.value + (prompt.refused ? "!" : "");
    for (const Option& option : prompt.options) all += " " + option.name + (option.selected ? "*" : "");
  }
  return all;
}

std::string anything_for(const Prompt& prompt, std::mt19937& chance) {
  constexpr const char* texts[] = {"", "5", "-1", "2.5", "oak", "2026-03-01", "a b c", "'; --", "🌳", "1e9"};
  if (prompt.options.empty()) return texts[chance() % std::size(texts)];
  std::string chosen;
  for (const Option& option : prompt.options)
    if (chance() % 2 == 0 && (chosen.empty() || prompt.row->type != Type::select_one))
      chosen += (chosen.empty() ? "" : " ") + option.name;
  return chosen;
}

void do_anything(Visit& visit, const Form& form, std::mt19937& chance) {
  const std::vector<Prompt> prompts = visit.prompts();
  const auto choice = chance() % 10;
  if (choice == 0) return visit.back(now);
  if (choice == 1 && !form.languages.empty())
    return visit.choose_language(static_cast<int>(chance() % form.languages.size()), now);
  if (prompts.empty() || choice < 5) {
    (void)visit.next(now);
    return;
  }
  const Prompt& prompt = prompts[chance() % prompts.size()];
  if (prompt.row->type == Type::note) return;
  if (prompt.row->type == Type::repeat)
    return choice < 8 ? visit.add_instance(prompt.path, now) : visit.remove_instance(prompt.path, now);
  if (choice == 5) return visit.refuse(prompt.path, now);
  visit.answer(prompt.path, anything_for(prompt, chance), now);
}

void walk(const Form& form, unsigned seed, int steps) {
  std::mt19937 chance(seed);
  const int language = form.languages.empty() ? -1 : 0;
  Visit visit(form, Beginning{"uuid:1", "hall", "", language, seed}, now);
  for (int step = 0; step < steps; ++step) {
    do_anything(visit, form, chance);
    const Draft draft = visit.draft(now);
    std::optional<Visit> resumed = Visit::resume(form, draft, now);
    REQUIRE(resumed);
    REQUIRE(shown(*resumed) == shown(visit));
    REQUIRE(written(resumed->response(Status::abandoned, now)) == written(draft.response));
    if (chance() % 4 == 0) visit = std::move(*resumed);
  }
}

}  // namespace

TEST_CASE("on the demo form a visitor may do anything, and a restart changes nothing") {
  const LoadedForm demo = load_form(BUURTPEIL_ASSETS "/forms/leefomgeving.md");
  REQUIRE(demo.form);
  for (unsigned seed = 1; seed <= 10; ++seed) walk(*demo.form, seed, 60);
}

TEST_CASE("on the forms of others too") {
  const std::filesystem::path folder = BUURTPEIL_SHARED "/corpus/pyxform/accept";
  if (!std::filesystem::exists(folder)) {
    std::cout << "skipped: the corpus of forms is not there\n";
    return;
  }
  int walked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const LoadedForm loaded = load_form(entry.path());
    if (!loaded.form) continue;
    CAPTURE(entry.path().filename().string());
    walk(*loaded.form, static_cast<unsigned>(++walked), 30);
  }
  std::cout << walked << " forms of others were walked through\n";
}
