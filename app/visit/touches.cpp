// What a visitor's touch makes of an answer: a tap on a choice, a stop of a slider, a text that is typed.
#include <algorithm>
#include <iterator>

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

/// One of several in the form's order. What is one of them, or alone to be acknowledged, is taken away by a
/// second tap.
std::string choices_after_tap(const SharedList<Option>& options, const std::vector<std::size_t>& tapped) {
  std::vector<std::size_t> chosen, changed;
  for (const auto& [place, option] : options.replaced()) chosen.push_back(place);
  std::ranges::set_symmetric_difference(chosen, tapped, std::back_inserter(changed));
  std::vector<std::string> names;
  for (const std::size_t place : changed) names.push_back(options[place].name);
  return joined(names);
}

}  // namespace

std::optional<std::string> Visit::State::value_after_tap(int index, const std::string& name) {
  const Row& row = engine.row_of(index);
  const std::vector<std::size_t> tapped = engine.places_of(index, name);
  if (tapped.empty()) return std::nullopt;
  if (row.type == Type::select_one) return name;
  if (row.type == Type::rank) return ranking_after_tap(working_value(index), name);
  return choices_after_tap(engine.options(index), tapped);
}

std::string Visit::State::offered_names(int index, const std::string& written) {
  const Row& row = engine.row_of(index);
  const auto is_offered = [&](const std::string& name) { return !engine.places_of(index, name).empty(); };
  if (row.type == Type::select_one && is_offered(written)) return written;
  std::vector<std::string> names;
  for (const std::string& name : words_of(written))
    if (is_offered(name) && !std::ranges::count(names, name)) names.push_back(name);
  if (row.type == Type::select_one && names.size() > 1) names.resize(1);
  return joined(names);
}

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
  if (const auto value = state_->value_after_tap(index, name)) answer(path, *value, now);
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
  const bool chooses = is_select(row.type) && state.engine.offered_count(index) > 0;
  if (chooses || row.type == Type::acknowledge) value = state.offered_names(index, value);
  if (row.type == Type::decimal) std::ranges::replace(value, ',', '.');
  answer(path, value, now);
}

void Visit::mark(std::string_view path, std::string value, Way way, Moment now) {
  State& state = *state_;
  const int index = state.asked_on_screen(path);
  if (index < 0 || !state.engine.row_of(index).has_way) return;
  answer(path, value, now);
  state.engine.set_text(state.engine.find(std::string(path) + "_way"), value.empty() ? "" : to_name(way));
  state.settle();
}

void Visit::lack_places() { state_->engine.lack_places(); }

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
