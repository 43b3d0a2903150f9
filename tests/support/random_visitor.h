// A visitor who does anything at all, from a seed: back, on, in another language, any answer, a refusal.
#pragma once

#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "form/form.h"
#include "visit/visit.h"

namespace buurtpeil {

inline constexpr Moment walk_moment{1'772'388'247'123, 60, 1'000};

inline std::string written(const Response& response) {
  std::string all = response.language;
  for (const auto& [path, answer] : response.answers)
    all += "\n" + path + "=" + answer.value + to_name(answer.absence);
  return all;
}

inline std::string shown(const Visit& visit) {
  std::string all = std::to_string(visit.progress().screen) + "/" + std::to_string(visit.progress().screens);
  for (const Prompt& prompt : visit.prompts()) {
    all += "\n" + prompt.path + ":" + prompt.label.words + ":" + prompt.value + (prompt.refused ? "!" : "");
    for (const Option& option : prompt.options) all += " " + option.name + (option.selected ? "*" : "");
  }
  return all;
}

inline std::string anything_for(const Prompt& prompt, std::mt19937& random) {
  constexpr const char* texts[] = {"", "5", "-1", "2.5", "oak", "2026-03-01", "a b c", "'; --", "🌳", "1e9"};
  if (prompt.options.empty()) return texts[random() % std::size(texts)];
  std::string chosen;
  for (const Option& option : prompt.options)
    if (random() % 2 == 0 && (chosen.empty() || prompt.row->type != Type::select_one))
      chosen += (chosen.empty() ? "" : " ") + option.name;
  return chosen;
}

inline void do_anything(Visit& visit, const Form& form, std::mt19937& random) {
  const std::vector<Prompt> prompts = visit.prompts();
  const auto choice = random() % 10;
  if (choice == 0) return visit.back(walk_moment);
  if (choice == 1 && !form.languages.empty()) {
    const Language& language = form.languages[random() % form.languages.size()];
    return visit.choose_language(form.language_of(language.code), walk_moment);
  }
  if (prompts.empty() || choice < 5) {
    (void)visit.next(walk_moment);
    return;
  }
  const Prompt& prompt = prompts[random() % prompts.size()];
  if (prompt.row->type == Type::note) return;
  if (prompt.row->type == Type::repeat)
    return choice < 8 ? visit.add_instance(prompt.path, walk_moment)
                      : visit.remove_instance(prompt.path, walk_moment);
  if (choice == 5) return visit.refuse(prompt.path, walk_moment);
  visit.answer(prompt.path, anything_for(prompt, random), walk_moment);
}

/// Walks so many steps, each followed by a restart that changes nothing. "" when all is well, else what is
/// different after a restart.
[[nodiscard]] inline std::string walk(const Form& form, unsigned seed, int steps) {
  std::mt19937 random(seed);
  const int language = form.languages.empty() ? -1 : 0;
  Visit visit(form, Beginning{"uuid:1", "hall", "", language, seed}, walk_moment);
  for (int step = 0; step < steps; ++step) {
    do_anything(visit, form, random);
    const Draft draft = visit.draft(walk_moment);
    std::optional<Visit> resumed = Visit::resume(form, draft, walk_moment);
    if (!resumed) return "the draft cannot be read";
    if (shown(*resumed) != shown(visit)) return shown(visit) + "\nis after a restart\n" + shown(*resumed);
    const std::string before = written(draft.response);
    const std::string after = written(resumed->response(Status::abandoned, walk_moment));
    if (before != after) return before + "\nis after a restart\n" + after;
    if (random() % 4 == 0) visit = std::move(*resumed);
  }
  return {};
}

}  // namespace buurtpeil
