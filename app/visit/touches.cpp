// What a visitor's touch makes of an answer: a tap on a choice, a stop of a slider, a text that is typed.
#include <algorithm>

#include "form/strings.h"
#include "visit/scale.h"
#include "visit/state.h"

namespace buurtpeil {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string value;
  for (const std::string& name : names) value += (value.empty() ? "" : " ") + name;
  return value;
}

/// A ranking: the name comes last, or is taken away and those behind it move up.
std::string ranking_after_tap(const std::string& value, const std::string& name) {
  std::vector<std::string> ranking = words_of(value);
  if (std::erase(ranking, name) == 0) ranking.push_back(name);
  return joined(ranking);
}

/// The only answer, or one of several in the form's order. What is one of several, or alone to be
/// acknowledged, is taken away by a second tap.
std::string value_after_tap(const Row& row, const std::string& value, const std::vector<Option>& options,
                            const std::string& name) {
  if (row.type == Type::select_one) return name;
  if (row.type == Type::rank) return ranking_after_tap(value, name);
  std::vector<std::string> names;
  for (const Option& option : options)
    if (option.selected != (option.name == name)) names.push_back(option.name);
  return joined(names);
}

/// Of the names in a whole new value those that are offered, each once: an order is written so.
std::string offered_names(const Row& row, const std::string& written, const std::vector<Option>& options) {
  if (row.type == Type::select_one && std::ranges::count(options, written, &Option::name)) return written;
  std::vector<std::string> names;
  for (const std::string& name : words_of(written))
    if (std::ranges::count(options, name, &Option::name) && !std::ranges::count(names, name))
      names.push_back(name);
  if (row.type == Type::select_one && names.size() > 1) names.resize(1);
  return joined(names);
}

}  // namespace

bool Visit::State::is_shown_now(int index) const { return std::ranges::count(shown(), index) > 0; }

int Visit::State::asked_on_screen(std::string_view path) {
  const int index = on_screen(path);
  return index >= 0 && asks(index) ? index : -1;
}

bool Visit::State::is_part_of_points(int index) {
  const int group = engine.item(index).parent;
  return engine.row_of(index).type == Type::integer && group > Engine::root &&
         engine.row_of(group).group_style.points && !engine.is_read_only(index);
}

std::vector<int> Visit::State::parts_of_points(std::string_view group) {
  std::vector<int> parts;
  for (const int index : shown())
    if (is_part_of_points(index) && engine.path_of(engine.item(index).parent) == group)
      parts.push_back(index);
  return parts;
}

void Visit::choose(std::string_view path, const std::string& name, Moment now) {
  const int index = state_->asked_on_screen(path);
  if (index < 0) return;
  const std::vector<Option> options = state_->engine.options(index);
  if (!std::ranges::count(options, name, &Option::name)) return;
  const Row& row = state_->engine.row_of(index);
  answer(path, value_after_tap(row, state_->working_value(index), options, name), now);
}

void Visit::slide(std::string_view path, long stop, Moment now) {
  const int index = state_->asked_on_screen(path);
  if (index < 0 || !state_->engine.row_of(index).range) return;
  const std::string value = Scale{*state_->engine.row_of(index).range}.value_at(stop);
  if (!value.empty()) answer(path, value, now);
}

// Points are one question over several numbers: where one of them gets some, the others have none yet, and
// all are taken back or refused together. One of them may be there only while another one has points.
void Visit::write(std::string_view path, std::string value, Moment now) {
  State& state = *state_;
  for (const int part : state.parts_of_points(path))
    if (state.is_shown_now(part)) answer(state.engine.path_of(part), "", now);
  const int index = state.asked_on_screen(path);
  if (index < 0) return;
  if (!value.empty() && state.is_part_of_points(index))
    for (const int other : state.parts_of_points(state.engine.path_of(state.engine.item(index).parent)))
      if (state.working_value(other).empty() && state.is_shown_now(other))
        answer(state.engine.path_of(other), "0", now);
  if (state.asked_on_screen(path) < 0) return;
  const Row& row = state.engine.row_of(index);
  if (const auto options = state.engine.options(index); !options.empty())
    value = offered_names(row, value, options);
  if (row.type == Type::decimal) std::ranges::replace(value, ',', '.');
  answer(path, value, now);
}

void Visit::decline(std::string_view path, Moment now) {
  State& state = *state_;
  std::vector<int> items = state.parts_of_points(path);
  if (const int index = state.asked_on_screen(path); index >= 0) items.push_back(index);
  const bool again = std::ranges::all_of(items, [&](int index) { return state.engine.item(index).refused; });
  for (const int index : items) {
    if (!state.is_shown_now(index)) continue;
    const std::string own = state.engine.path_of(index);
    again ? answer(own, "", now) : refuse(own, now);
  }
}

}  // namespace buurtpeil
