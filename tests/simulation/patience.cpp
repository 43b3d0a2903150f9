#include "simulation/patience.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace buurtpeil::simulation {
namespace {

// Of a whole visit, and at one screen with other answers: enough to find one of ten at random in two fields.
constexpr int most_steps = 3'000;
constexpr int most_tries = 300;

bool may_refuse(const Form& form) {
  const auto refuse = form.settings.find("kiosk_refuse");
  return refuse == form.settings.end() || refuse->second != "no";
}

bool asks(const Prompt& prompt) {
  return !prompt.row->is_container() && prompt.row->type != Type::note && !prompt.read_only &&
         !prompt.row->heads_table();
}

std::string some_of(const Prompt& prompt, SeededRandom& random) {
  std::vector<std::string> names;
  for (const Option& option : prompt.options)
    names.insert(names.begin() + random.below(static_cast<int>(names.size()) + 1), option.name);
  if (prompt.row->type == Type::select_one || prompt.row->type == Type::acknowledge) names.resize(1);
  if (prompt.row->type == Type::select_multiple)
    names.resize(static_cast<std::size_t>(random.between(1, std::min(2, static_cast<int>(names.size())))));
  return fmt::format("{}", fmt::join(names, " "));
}

std::vector<Prompt> parts_with(const Visit& visit, const Asked& asked, const Prompt& prompt) {
  std::vector<Prompt> parts;
  if (!divides_points(*asked.form, prompt)) return parts;
  for (const Prompt& each : visit.prompts())
    if (each.row->parent == prompt.row->parent && !each.refused) parts.push_back(each);
  return parts;
}

bool has_complaint(const Prompt& prompt) { return prompt.complaint != Complaint::none; }

/// Of numbers that have to be a total, one has the complaint for all. The first gets everything.
void divide(Visit& visit, const std::vector<Prompt>& parts, Moment now) {
  for (const Prompt& part : parts) visit.answer(part.path, part.path == parts.front().path ? "10" : "0", now);
}

/// Answers one question, or refuses it, as the style is.
void act(Visit& visit, const Asked& asked, const Prompt& prompt, Style style, SeededRandom& random,
         Moment now) {
  const auto parts = parts_with(visit, asked, prompt);
  const bool complained = has_complaint(prompt) || std::ranges::any_of(parts, has_complaint);
  if (!asks(prompt) || prompt.refused || (!complained && !prompt.value.empty())) return;
  if (style == Style::skips && !complained) return;
  if (style == Style::refuses && prompt.required && may_refuse(*asked.form))
    return visit.refuse(prompt.path, now);
  if (!parts.empty()) return divide(visit, parts, now);
  const std::string value = valid_answer(prompt, random, [](const Prompt&) { return "oak"; });
  if (!value.empty()) return visit.answer(prompt.path, value, now);
  if (prompt.required && may_refuse(*asked.form)) visit.refuse(prompt.path, now);
}

std::string complaints_of(const Visit& visit) {
  std::string all;
  for (const Prompt& prompt : visit.prompts())
    if (prompt.complaint != Complaint::none)
      all +=
          fmt::format(" {}={} (complaint {})", prompt.path, prompt.value, static_cast<int>(prompt.complaint));
  return all;
}

/// What is asked may change at any moment, or by what was asked in it.
bool makes_no_promise(const Form& form, const Row& row) {
  const bool looks_at_its_turns =
      row.repeat_count && &form.rows.at(static_cast<std::size_t>(std::max(0, row.decided_by))) > &row;
  return looks_at_its_turns ||
         std::ranges::any_of(
             std::array{&row.relevant, &row.read_only, &row.repeat_count, &row.calculation},
             [](const std::optional<Expression>* column) { return *column && (*column)->is_volatile(); });
}

/// What was said about how far it is holds, to somebody who only goes on.
void check_promise(const Form& form, const Progress& before, const Progress& after) {
  const QuestionCount &was = before.questions, &is = after.questions;
  require(after.part >= before.part, "the bar went back");
  if (std::ranges::any_of(form.rows, [&](const Row& row) { return makes_no_promise(form, row); })) return;
  require(is.fewest >= was.fewest, fmt::format("at least {} questions became {}", was.fewest, is.fewest));
  require(was.open_ended || (is.most <= was.most && !is.open_ended),
          fmt::format("at most {} questions became {}", was.most, is.most));
}

}  // namespace

bool divides_points(const Form& form, const Prompt& prompt) {
  return prompt.row->parent >= 0 &&
         form.rows[static_cast<std::size_t>(prompt.row->parent)].group_style.total.has_value();
}

std::string valid_answer(const Prompt& prompt, SeededRandom& random, const Words& words) {
  if (!prompt.options.empty()) return some_of(prompt, random);
  switch (prompt.row->type) {
    case Type::integer:
      return std::to_string(random.one_in(3) ? random.below(3) : random.below(12));
    case Type::decimal:
      return random.word_of({"2.5", "0.25", "7"});
    case Type::range:
      return std::to_string(random.between(1, 5));
    case Type::date:
      return "2026-03-0" + std::to_string(random.between(1, 9));
    case Type::time:
      return "07:05:00.000+01:00";
    case Type::date_time:
      return "2026-03-01T07:05:00.000+01:00";
    case Type::text:
      return words(prompt);
    default:
      return "";
  }
}

void walk_to_the_end(Visit& visit, const Asked& asked, Style style, SeededRandom& random, Moment now) {
  int tries = 0;
  std::string last;
  for (int step = 0; step < most_steps && !visit.at_end(); ++step) {
    for (std::size_t index = 0; index < visit.prompts().size(); ++index) {
      act(visit, asked, visit.prompts()[index], style, random, now);
      require(!visit.at_end() || visit.progress().screens == 0, "an answer ended the visit, not next()");
      check_visit(visit, asked, now);
    }
    if (visit.at_end()) break;
    const Progress before = visit.progress();
    const std::string here = visit.prompts().front().path;
    const bool went_on = visit.next(now);
    check_visit(visit, asked, now);
    require(!went_on || before.returns || before.screen == before.screens ||
                visit.progress().screen == before.screen + 1,
            fmt::format("next() went from screen {} to {}", before.screen, visit.progress().screen));
    check_promise(*asked.form, before, visit.progress());
    tries = went_on || here != last ? 0 : tries + 1;
    last = here;
    require(tries < most_tries, "stuck: no valid answer is accepted at" + complaints_of(visit));
  }
  require(visit.at_end(), "stuck: valid answers do not lead to the end; at " + last);
  check_finished(visit.response(Status::finished, now, Absence::skipped), asked);
}

}  // namespace buurtpeil::simulation
