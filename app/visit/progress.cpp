// How far a visitor is: which questions are behind them, on the screen, certain or possible.
#include <algorithm>
#include <climits>
#include <utility>
#include <vector>

#include "visit/state.h"

namespace buurtpeil {
namespace {

/// Of a question, in ascending order: of points, which are one question, the last one that holds for a part.
enum class Place { nowhere, possible, ahead, here, behind };

}  // namespace

class Visit::State::Count {
 public:
  explicit Count(State& state)
      : state_(state), engine_(state.engine), screen_of_(static_cast<std::size_t>(engine_.item_count()), -1) {
    for (std::size_t screen = 0; screen < state.screens.size(); ++screen)
      for (const int index : state.screens[screen].items)
        screen_of_[static_cast<std::size_t>(index)] = static_cast<int>(screen);
  }

  [[nodiscard]] Progress counted() {
    Progress progress;
    progress.screen = static_cast<int>(state_.here) + 1;
    progress.screens = static_cast<int>(state_.screens.size());
    for (const int index : engine_.order())
      if (engine_.item(index).role == Role::question)
        add(index);
      else if (engine_.item(index).role == Role::series)
        look_at(index);
    const int last = behind_ + here_;
    if (here_ > 0) progress.first = behind_ + 1, progress.last = last;
    progress.questions = {last + ahead_, last + ahead_ + possible_, more_ > 0};
    // A repeat that goes on counts for the bar as if it came once more.
    const int all = progress.questions.most + more_;
    progress.part = all > 0
                        ? static_cast<double>(last) / all
                        : std::min(1.0, static_cast<double>(progress.screen) / std::max(1, progress.screens));
    if (state_.at_end()) progress.part = 1;
    return progress;
  }

 private:
  void add(int index) {
    const Row& row = engine_.row_of(index);
    if (!row.is_counted()) return;
    Place place = place_of(index);
    if (engine_.form().is_part_of_points(row)) {
      const int group = engine_.item(index).parent;
      if (std::exchange(points_, group) == group) return;
      for (const int part : engine_.item(group).children)
        if (engine_.item(part).role == Role::question && engine_.row_of(part).is_counted())
          place = std::max(place, place_of(part));
    }
    behind_ += place == Place::behind ? 1 : 0;
    here_ += place == Place::here ? 1 : 0;
    ahead_ += place == Place::ahead ? 1 : 0;
    possible_ += place == Place::possible ? 1 : 0;
  }

  [[nodiscard]] Place place_of(int index) {
    const auto here = static_cast<int>(state_.here);
    const int screen = screen_of_[static_cast<std::size_t>(index)];
    const bool asked = screen >= 0 && !(engine_.row_of(index).read_only && engine_.is_read_only(index));
    if (asked && screen <= here) return screen < here ? Place::behind : Place::here;
    if (is_settled(index)) return asked ? Place::ahead : Place::nowhere;
    return is_left_out(index) ? Place::nowhere : Place::possible;
  }

  /// With all of a group or turn around it, which is settled.
  [[nodiscard]] bool is_left_out(int index) {
    for (int at = engine_.item(index).parent; at > Engine::root; at = engine_.item(at).parent)
      if (!engine_.is_relevant(at) && is_settled(at)) return true;
    return false;
  }

  /// A repeat of which there may be more than there is now.
  void look_at(int series) {
    const Row& row = engine_.row_of(series);
    const int screen = screen_of_[static_cast<std::size_t>(series)];  // that asks for another one
    const int parent = engine_.item(series).parent;
    const bool is_possible = engine_.is_relevant(series) || (parent > Engine::root && !is_settled(parent));
    const bool is_passed = screen >= 0 && screen < static_cast<int>(state_.here);
    if (!is_possible || is_passed) return;
    const bool is_offered = screen >= 0 && engine_.can_add(series);
    if (is_settled(series) && !is_offered) return;
    for (int i = engine_.item(series).row + 1; i < row.end; ++i)
      more_ += engine_.form().rows[static_cast<std::size_t>(i)].is_counted() ? 1 : 0;
  }

  /// No answer that is still to come has a say in whether it is asked.
  [[nodiscard]] bool is_settled(int index) const {
    const int decided_by = engine_.row_of(index).decided_by;
    return decided_by < 0 || decided_by < settled_until(index);
  }

  /// The first row that is not behind the visitor, as seen from an item: of a later turn of a repeat than
  /// theirs nothing is, of an earlier one all.
  [[nodiscard]] int settled_until(int index) const {
    if (state_.at_end()) return INT_MAX;
    const int anchor = state_.screens[state_.here].anchor;
    const Item& shown = engine_.item(anchor);
    const int row = shown.role == Role::series ? engine_.row_of(anchor).end - 1 : shown.row;
    int common = index, turn = index;
    while (!state_.is_below(anchor, common)) common = engine_.item(turn = common).parent;
    if (engine_.item(common).role != Role::series || common == index) return row;
    if (common == anchor || is_later(anchor, turn)) return std::max(row, engine_.row_of(common).end);
    return std::min(row, engine_.item(common).row + 1);
  }

  /// What is below an instance of a repeat belongs to a later one than this.
  [[nodiscard]] bool is_later(int below, int instance) const {
    const int series = engine_.item(instance).parent;
    while (engine_.item(below).parent != series) below = engine_.item(below).parent;
    return engine_.item(below).position > engine_.item(instance).position;
  }

  State& state_;
  Engine& engine_;
  std::vector<int> screen_of_;  ///< of each item, -1 for none
  int points_ = -1;             ///< the group of points that was counted last
  int behind_ = 0, here_ = 0, ahead_ = 0, possible_ = 0;
  int more_ = 0;  ///< in one more turn of each repeat that goes on
};

Progress Visit::State::progress() {
  Progress progress = Count(*this).counted();
  progress.part = part;
  progress.is_last = is_last();
  progress.returns = returns;
  return progress;
}

void Visit::State::advance_bar() { part = std::max(part, Count(*this).counted().part); }
void Visit::State::draw_bar_back() { part = std::min(part, Count(*this).counted().part); }

}  // namespace buurtpeil
