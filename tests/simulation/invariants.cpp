#include "simulation/invariants.h"

#include <algorithm>
#include <map>

namespace buurtpeil::simulation {
namespace {

/// "place[2]/name" -> "place/name"
std::string without_positions(const std::string& path) {
  std::string bare;
  bool inside = false;
  for (const char c : path) {
    inside = (inside || c == '[') && c != ']';
    if (!inside && c != ']') bare += c;
  }
  return bare;
}

const Row* row_at(const Form& form, const std::string& path) {
  const int row = form.row_of(without_positions(path));
  return row < 0 ? nullptr : &form.rows[static_cast<std::size_t>(row)];
}

bool is_always_required(const Row& row) {
  return row.required && (row.required->source() == "true()" || row.required->source() == "yes");
}

void check_screen(const Visit& visit, const Asked& asked) {
  const std::vector<Prompt> prompts = visit.prompts();
  const Progress progress = visit.progress();
  require(!prompts.empty(), "the screen is empty");
  require(progress.screen >= 1 && progress.screen <= progress.screens,
          "it is screen " + std::to_string(progress.screen) + " of " + std::to_string(progress.screens));
  for (const Prompt& prompt : prompts) {
    const auto standings = visit.standings(*prompt.row);
    const auto here = std::ranges::find(standings, prompt.path, &Standing::path);
    const bool asks_for_more = prompt.row->type == Type::repeat;  // only its instances have a standing
    require(asks_for_more || (here != standings.end() && here->relevant),
            prompt.path + " is on the screen and not relevant");
    for (const std::string& never : asked.generated.never_asked)
      require(!prompt.path.starts_with(never),
              prompt.path + " is asked, though its instance is not relevant");
  }
}

void check_stored(const Response& response, const Asked& asked) {
  std::map<std::string, Absence> stored;
  for (const auto& [path, answer] : response.answers) {
    require(stored.emplace(path, answer.absence).second, path + " is stored twice");
    require(answer.value.empty() || answer.absence == Absence::none, path + " has a value and none");
    for (const std::string& never : asked.generated.never_asked)
      require(!path.starts_with(never) || answer.absence == Absence::not_asked,
              path + " is stored, though its instance is not relevant");
  }
  for (const std::string& path : asked.generated.always_asked)
    require(stored.contains(path) && stored[path] != Absence::not_asked, path + " is relevant and not asked");
}

/// At the end all answers are valid; before it what is not valid counts as none in the response, and what is
/// relevant then differs.
void check_standings(const Visit& visit, const Response& response, const Asked& asked) {
  std::map<std::string, Absence> stored;
  for (const auto& [path, answer] : response.answers) stored[path] = answer.absence;
  for (const Row& row : asked.form->rows) {
    if (row.is_container() || row.type == Type::note) continue;
    for (const Standing& standing : visit.standings(row)) {
      const auto found = stored.find(standing.path);
      require(!standing.relevant || (found != stored.end() && found->second != Absence::not_asked),
              standing.path + " is relevant and not stored");
      require(standing.relevant || found == stored.end() || found->second == Absence::not_asked,
              standing.path + " is not relevant and stored");
    }
  }
}

}  // namespace

std::string answers_text(const Response& response) {
  std::string text;
  for (const auto& [path, answer] : response.answers)
    text +=
        path + (answer.absence == Absence::none ? "=" + answer.value : ":" + to_name(answer.absence)) + "\n";
  return text;
}

void check_visit(const Visit& visit, const Asked& asked, Moment now) {
  if (!visit.at_end()) check_screen(visit, asked);
  const Response response = visit.response(Status::abandoned, now);
  check_stored(response, asked);
  if (visit.at_end()) check_standings(visit, response, asked);
  static_cast<void>(visit.draft(now));
  require(answers_text(visit.response(Status::abandoned, now)) == answers_text(response),
          "to ask for the response and the draft changes the response");
}

void check_finished(const Response& response, const Asked& asked) {
  for (const auto& [path, answer] : response.answers) {
    require(answer.absence != Absence::not_reached && answer.absence != Absence::timed_out,
            path + " was not reached, and the visit is finished");
    const Row* row = row_at(*asked.form, path);
    if (row == nullptr || !is_always_required(*row) || answer.absence != Absence::skipped) continue;
    const bool may_have_no_choice = row->choice_filter || row->list.starts_with("${");
    require(may_have_no_choice || row->read_only || row->calculation,
            path + " is required and was passed by");
  }
}

}  // namespace buurtpeil::simulation
