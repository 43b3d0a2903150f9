// The screens of a visit, and its cursor among them.
#include <algorithm>
#include <cassert>

#include "visit/state.h"

namespace buurtpeil {

void Visit::State::settle() { settle_at(at_end() ? -1 : screens[here].anchor); }

void Visit::State::settle_at(int anchor) {
  engine.settle();
  find_screens();
  here = anchor < 0 ? first_unfinished() : screen_at_or_after(anchor);
  assert((anchor < 0 || !at_end() || screens.empty()) && "only next() ends a visit");
  hold_invariants();
}

void Visit::State::hold_invariants() {
  assert(here <= screens.size());
  assert((at_end() || !shown().empty()) && "a screen that is shown has something on it");
  for ([[maybe_unused]] const int index : shown())
    assert(engine.is_relevant(index) && "what is not relevant is not asked");
  assert((!at_end() || first_unfinished() == screens.size()) && "nothing is passed by");
}

// The repeats that end before the item `next` (-1: all of them) ask for another instance: unless nothing is
// asked in those that are there, and where none is, unless one would not be relevant.
void Visit::State::close_series(std::vector<OpenSeries>& open, int next) {
  while (!open.empty() && (next < 0 || !is_below(next, open.back().item))) {
    const auto [series, first] = open.back();
    open.pop_back();
    const auto is_in_it = [&, above = series](int index) { return is_below(index, above); };
    const bool has_screens =
        std::any_of(screens.begin() + static_cast<std::ptrdiff_t>(first), screens.end(),
                    [&](const Screen& screen) { return std::ranges::any_of(screen.items, is_in_it); });
    const bool may_begin = engine.relevant_instances(series).empty() && engine.can_add(series);
    if (has_screens || may_begin) screens.push_back({series, {series}});
  }
}

// What "other" is stands on the screen where "other" was chosen.
bool Visit::State::joins_last_screen(int question) const {
  if (!engine.row_of(question).says_other || screens.empty() || screens.back().items.empty()) return false;
  const Item& before = engine.item(screens.back().items.back());
  const Item& other = engine.item(question);
  return before.parent == other.parent && before.row + 1 == other.row;
}

// A relevant question alone, or all relevant ones of a group with the appearance field-list.
void Visit::State::find_screens() {
  screens.clear();
  std::vector<OpenSeries> open;
  int list_item = -1;  // the current field-list
  std::size_t list_screen = 0;
  for (const int index : engine.order()) {
    const Item& item = engine.item(index);
    if (!engine.is_relevant(index)) continue;
    if (list_item >= 0 && !is_below(index, list_item)) list_item = -1;
    close_series(open, index);
    const Row& row = engine.row_of(index);
    if (item.role == Role::series && !row.repeat_count)
      open.push_back({index, list_item >= 0 ? list_screen : screens.size()});
    const bool begins_list = list_item < 0 && item.role == Role::group && row.group_style.one_screen;
    if (begins_list) {
      list_item = index;
      list_screen = screens.size();
      screens.push_back({index, {}});
    }
    if (item.role != Role::question || !row.is_shown()) continue;
    if (list_item >= 0)
      screens[list_screen].items.push_back(index);
    else if (joins_last_screen(index))
      screens.back().items.push_back(index);
    else
      screens.push_back({index, {index}});
  }
  close_series(open, -1);
  std::erase_if(screens, [](const Screen& screen) { return screen.items.empty(); });
}

bool Visit::State::is_below(int index, int container) const {
  while (index >= 0 && index != container) index = engine.item(index).parent;
  return index == container;
}

bool Visit::State::comes_before(int anchor, int other) const {
  if (anchor == other) return false;
  // A repeat asks for another instance after all that is in it; a group shows its questions where it begins.
  if (is_below(other, anchor)) return engine.item(anchor).role != Role::series;
  if (is_below(anchor, other)) return engine.item(other).role == Role::series;
  while (!is_below(other, engine.item(anchor).parent)) anchor = engine.item(anchor).parent;
  while (engine.item(other).parent != engine.item(anchor).parent) other = engine.item(other).parent;
  return engine.item(anchor).slot < engine.item(other).slot;
}

std::size_t Visit::State::screen_at_or_after(int anchor) const {
  auto found = std::ranges::find(screens, anchor, &Screen::anchor);
  if (found == screens.end())
    found = std::ranges::find_if(screens,
                                 [&](const Screen& screen) { return comes_before(anchor, screen.anchor); });
  if (found == screens.end() && !screens.empty()) --found;
  return static_cast<std::size_t>(found - screens.begin());
}

const std::vector<int>& Visit::State::shown() const {
  static const std::vector<int> nothing;
  return at_end() ? nothing : screens[here].items;
}

bool Visit::State::asks(int index) {
  const Row& row = engine.row_of(index);
  return !row.is_container() && row.type != Type::note && !row.heads_table() && !engine.is_read_only(index);
}

bool Visit::State::is_unseen(int index) { return asks(index) && !engine.item(index).passed; }

bool Visit::State::has_unpassed(const Screen& screen) const {
  return std::ranges::any_of(screen.items, [&](int index) { return !engine.item(index).passed; });
}

bool Visit::State::is_last() const {
  if (at_end()) return false;
  if (!returns) return here + 1 == screens.size();
  return std::ranges::none_of(
      screens, [&](const Screen& screen) { return &screen != &screens[here] && has_unpassed(screen); });
}

std::size_t Visit::State::first_unpassed() {
  const auto found = std::ranges::find_if(screens, [&](const Screen& screen) {
    return has_unpassed(screen) || std::ranges::any_of(screen.items, [&](int index) {
             return complaint_about(index) != Complaint::none;
           });
  });
  return static_cast<std::size_t>(found - screens.begin());
}

std::size_t Visit::State::first_unfinished() {
  const auto is_unfinished = [&](int index) {
    return is_unseen(index) || complaint_about(index) != Complaint::none;
  };
  const auto found = std::ranges::find_if(
      screens, [&](const Screen& screen) { return std::ranges::any_of(screen.items, is_unfinished); });
  return static_cast<std::size_t>(found - screens.begin());
}

}  // namespace buurtpeil
