#include "support/replay.h"

#include <algorithm>
#include <set>

#include "visit/visit.h"

namespace buurtpeil {
namespace {

const Answer* answer_at(const Response& response, const std::string& path) {
  for (const auto& [each, answer] : response.answers)
    if (each == path) return &answer;
  return nullptr;
}

/// How many instances of a repeat it has answers in.
int instances_of(const Response& response, const std::string& repeat) {
  int count = 0;
  for (const auto& [path, answer] : response.answers)
    while (path.starts_with(repeat + "[" + std::to_string(count + 1) + "]/")) ++count;
  return count;
}

/// Only what has a value or was refused: why the others have none depends on how far the visit went.
std::string given(const Response& response, const std::set<std::string>& but) {
  std::string lines;
  for (const auto& [path, answer] : response.answers)
    if (!but.contains(path) && (!answer.value.empty() || answer.absence == Absence::refused))
      lines += path + "=" + answer.value + (answer.absence == Absence::refused ? "(refused)" : "") + "\n";
  return lines;
}

bool is_on_screen(const Visit& visit, const std::string& path) {
  return std::ranges::any_of(visit.prompts(), [&](const Prompt& prompt) { return prompt.path == path; });
}

void give(Visit& visit, const Prompt& prompt, const Response& response, Moment now) {
  if (prompt.row->type == Type::repeat) {
    // It goes to the new instance's first screen, and asks again after its last one.
    if (std::stoi(prompt.value) < instances_of(response, prompt.path)) visit.add_instance(prompt.path, now);
    return;
  }
  const Answer* answer = answer_at(response, prompt.path);
  if (!answer || prompt.refused || prompt.row->type == Type::note || prompt.read_only) return;
  const Answer* way = prompt.row->has_way ? answer_at(response, prompt.path + "_way") : nullptr;
  if (answer->absence == Absence::refused)
    visit.refuse(prompt.path, now);
  else if (way != nullptr && !way->value.empty())
    visit.mark(prompt.path, answer->value, way->value == to_name(Way::map) ? Way::map : Way::list, now);
  else
    visit.answer(prompt.path, answer->value, now);
}

/// Answers that make others on the same screen relevant are given first, and an instance that is added brings
/// a screen of its own: so it goes round until nothing new stands there.
void give_screen(Visit& visit, const Response& response, Moment now) {
  constexpr int most_rounds = 20;
  std::string before;
  for (int round = 0; round < most_rounds; ++round) {
    const std::vector<Prompt> prompts = visit.prompts();
    std::string paths;
    for (const Prompt& prompt : prompts) paths += prompt.path + " ";
    if (paths == before) return;
    before = paths;
    for (const Prompt& prompt : prompts)
      if (is_on_screen(visit, prompt.path)) give(visit, prompt, response, now);
  }
}

}  // namespace

std::string replay(const Form& form, const Response& response) {
  constexpr int most_screens = 10'000;
  const Moment now = response.ended;
  Visit visit(form,
              {.id = response.id,
               .kiosk = response.kiosk,
               .occasion = response.occasion,
               .language = form.language_of(response.language)},
              response.started);
  // Who went back and changed an answer may have left before the questions that this opened again.
  std::set<std::string> left_open;
  std::string not_taken;
  for (int screens = 0; !visit.at_end() && not_taken.empty() && screens < most_screens; ++screens) {
    give_screen(visit, response, now);
    if (visit.at_end() || visit.next(now)) continue;
    for (const Prompt& prompt : visit.prompts()) {
      if (prompt.complaint == Complaint::none) continue;
      const bool may_be_open = prompt.complaint == Complaint::required && response.status != Status::finished;
      if (!may_be_open) not_taken += " " + prompt.path;
      if (may_be_open) left_open.insert(prompt.path), visit.refuse(prompt.path, now);
    }
  }
  if (!not_taken.empty()) return "the form does not take its own answers to" + not_taken;
  if (response.status == Status::finished && !visit.at_end()) return "the form does not end";
  const std::string again = given(visit.response(response.status, now), left_open);
  const std::string before = given(response, left_open);
  return again == before ? "" : before + "is, given once more,\n" + again;
}

}  // namespace buurtpeil
