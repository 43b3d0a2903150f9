#include "visit/visit.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "form/expression/date.h"
#include "form/strings.h"
#include "visit/answer_format.h"
#include "visit/state.h"

namespace buurtpeil {
namespace {

// Of a working value: far more than is valid, but no more than a draft can bear.
constexpr std::size_t most_working_bytes = 2 * max_answer_bytes;

// How many bytes of a text to keep, at most `limit`, so that no letter is cut in two.
std::size_t whole_letters(std::string_view text, std::size_t limit) {
  std::size_t end = std::min(text.size(), limit);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return end;
}

}  // namespace

Visit::Visit(const Form& form, Beginning beginning, Moment now)
    : state_(std::make_unique<State>(form, std::move(beginning), now)) {
  State& state = *state_;
  state.fill_in();
  state.engine.put_defaults(Engine::root);
  state.settle_at(Engine::root);  // the first screen is the first one after it
  state.advance_bar();
}

Visit::Visit(std::unique_ptr<State> state) : state_(std::move(state)) {}
Visit::Visit(Visit&&) noexcept = default;
Visit& Visit::operator=(Visit&&) noexcept = default;
Visit::~Visit() = default;

Visit::State::State(const Form& form, Beginning begun, Moment now)
    : beginning(std::move(begun)),
      started(now),
      last(now),
      monotonic_start_ms(now.monotonic_ms),
      seen_from_ms(now.monotonic_ms),
      engine(form, beginning.language, beginning.seed, now) {}

// What the machine knows from the beginning, for expressions to see.
void Visit::State::fill_in() {
  for (const int index : engine.order()) {
    std::string& text = engine.item(index).text;
    switch (engine.row_of(index).type) {
      case Type::start:
        text = to_iso_local(started);
        break;
      case Type::today:
        text = date_to_text(day_of(started));
        break;
      case Type::deviceid:
        text = beginning.kiosk;
        break;
      default:
        break;
    }
  }
}

void Visit::State::touch(Moment now) {
  note_time(now);
  last = now;
  engine.set_now(now);
}

void Visit::State::note_time(Moment now) {
  if (now.monotonic_ms <= seen_from_ms) return;
  for (const int index : shown()) engine.item(index).seen_ms += now.monotonic_ms - seen_from_ms;
  seen_from_ms = now.monotonic_ms;
}

Complaint Visit::State::complaint_about(int index) {
  const Row& row = engine.row_of(index);
  if (!asks(index) || engine.item(index).refused) return Complaint::none;
  const std::string text = to_text(engine.value(index));
  if (text.empty()) return engine.is_required(index) ? Complaint::required : Complaint::none;
  const Complaint about_form = complaint_about_form(row, row.calculation ? text : engine.item(index).text);
  if (about_form != Complaint::none) return about_form;
  if (row.type == Type::rank && words_of(text).size() < engine.offered_count(index))
    return Complaint::incomplete;
  if (!engine.meets_constraint(index)) return Complaint::constraint;
  return meets_total(index) ? Complaint::none : Complaint::total;
}

bool Visit::State::meets_total(int index) {
  const int group = engine.item(index).parent;
  if (engine.item(group).role != Role::group) return true;
  const auto total = engine.row_of(group).group_style.total;
  if (!total) return true;
  double sum = 0;
  for (const int child : engine.item(group).children)
    if (const Value value = engine.value(child); const auto* number = std::get_if<double>(&value))
      sum += *number;
  return std::abs(sum - static_cast<double>(*total)) < 1e-9;
}

bool Visit::State::check(const Screen& screen) {
  bool valid = true;
  Complaint* about_total = nullptr;
  for (const int index : screen.items) {
    Complaint& complaint = engine.item(index).complaint;
    complaint = complaint_about(index);
    valid = valid && complaint == Complaint::none;
    if (complaint != Complaint::total) continue;
    if (about_total != nullptr) *about_total = Complaint::none;  // said once, beside the last number
    about_total = &complaint;
  }
  return valid;
}

int Visit::State::on_screen(std::string_view path) const {
  const auto found = std::ranges::find_if(shown(), [&](int index) { return engine.path_of(index) == path; });
  return found == shown().end() ? -1 : *found;
}

std::string Visit::State::working_value(int index) {
  const Row& row = engine.row_of(index);
  return row.calculation && !row.trigger ? to_text(engine.value(index)) : engine.item(index).text;
}

Prompt Visit::State::prompt(int index, Options options) {
  const Row& row = engine.row_of(index);
  const Item& item = engine.item(index);
  Prompt prompt;
  prompt.row = &row;
  prompt.path = engine.path_of(index);
  prompt.label = engine.styled(row.label, index);
  prompt.hint = engine.styled(row.hint, index);
  prompt.guidance = engine.styled(row.guidance_hint, index);
  prompt.media = engine.media(row.media, index);
  for (int above = item.parent; above > Engine::root && prompt.group_label.empty();
       above = engine.item(above).parent) {
    prompt.group_label = engine.styled(engine.row_of(above).label, above);
    prompt.group_position = engine.item(above).position;
  }
  if (item.role == Role::series) {
    prompt.value = std::to_string(engine.relevant_instances(index).size());
    prompt.complete = !engine.can_add(index);
    return prompt;
  }
  prompt.offered = engine.offered_count(index);
  if (options == Options::all) prompt.options = engine.options(index);
  prompt.value = working_value(index);
  prompt.least = engine.bound(index, Bound::Side::least);
  prompt.most = engine.bound(index, Bound::Side::most);
  prompt.required = engine.is_required(index);
  prompt.read_only = engine.is_read_only(index);
  prompt.refused = item.refused;
  prompt.complaint = item.complaint;
  if (item.complaint == Complaint::required)
    prompt.complaint_text = engine.styled(row.required_message, index);
  if (item.complaint == Complaint::constraint)
    prompt.complaint_text = engine.styled(row.constraint_message, index);
  return prompt;
}

std::vector<Prompt> Visit::prompts(Options options) const {
  std::vector<Prompt> prompts;
  for (const int index : state_->shown()) prompts.push_back(state_->prompt(index, options));
  return prompts;
}

std::vector<Prompt> Visit::asked() const {
  std::vector<Prompt> all;
  for (const Screen& screen : state_->screens)
    for (const int index : screen.items)
      if (state_->asks(index)) all.push_back(state_->prompt(index, Options::all));
  return all;
}

Progress Visit::progress() const { return state_->progress(); }
bool Visit::at_start() const { return state_->here == 0; }
bool Visit::at_end() const { return state_->at_end(); }
int Visit::language() const { return state_->engine.language(); }
bool Visit::coin() const {
  const std::string& id = state_->beginning.id;
  return !id.empty() && id.back() % 2 == 0;  // eight of the sixteen digits
}
long Visit::evaluations() const { return state_->engine.evaluations(); }

bool Visit::has_answers() const {
  const std::vector<int> order = state_->engine.order();
  return std::any_of(order.begin(), order.end(), [&](int index) {
    const Item& item = state_->engine.item(index);
    return item.refused || (item.answered && !item.text.empty());
  });
}

void Visit::answer(std::string_view path, std::string_view value, Moment now) {
  const int index = state_->on_screen(path);
  assert(index >= 0 && state_->engine.item(index).role == Role::question &&
         "only a question on the screen can be answered");
  state_->touch(now);
  Item& item = state_->engine.item(index);
  item.answered = true;
  item.refused = false;
  item.complaint = Complaint::none;
  for (const int other : state_->shown())
    if (Complaint& complaint = state_->engine.item(other).complaint; complaint == Complaint::total)
      complaint = Complaint::none;  // any number of the group may make it right
  value = value.substr(0, whole_letters(value, most_working_bytes));
  if (item.text == value) return;
  state_->engine.set_text(index, std::string(value));
  state_->settle();
}

void Visit::refuse(std::string_view path, Moment now) {
  const int index = state_->on_screen(path);
  answer(path, "", now);
  state_->engine.item(index).refused = true;
}

bool Visit::next(Moment now) {
  State& state = *state_;
  state.touch(now);
  if (state.at_end()) return true;
  if (!state.check(state.screens[state.here])) return false;
  const bool went_on = state.go_on();
  state.advance_bar();
  return went_on;
}

bool Visit::State::go_on() {
  for (const int index : screens[here].items) engine.item(index).passed = true;
  ++here;
  if (!at_end() && !returns) return true;
  // Something may have come up behind the visitor, and an earlier answer may not be valid any more.
  here = returns ? first_unpassed() : first_unfinished();
  if (at_end()) returns = false;
  hold_invariants();
  return at_end() || has_unpassed(screens[here]) || check(screens[here]);
}

void Visit::back(Moment now) {
  state_->touch(now);
  if (state_->here == 0) return;
  --state_->here;
  state_->draw_bar_back();
}

void Visit::go_to(std::string_view path, Moment now) {
  State& state = *state_;
  state.touch(now);
  const auto has_it = [&](int index) { return state.engine.path_of(index) == path; };
  const auto found = std::ranges::find_if(
      state.screens, [&](const Screen& screen) { return std::ranges::any_of(screen.items, has_it); });
  if (found == state.screens.end()) return;
  state.returns = true;
  state.here = static_cast<std::size_t>(found - state.screens.begin());
  state.draw_bar_back();
}

void Visit::repeat(std::string_view repeat, int instances, Moment now) {
  state_->touch(now);
  Engine& engine = state_->engine;
  const int series = engine.find(repeat);
  if (series < 0 || engine.item(series).role != Role::series || engine.row_of(series).repeat_count) return;
  if (instances <= static_cast<int>(engine.item(series).children.size())) return;
  engine.set_text(series, std::to_string(std::min(instances, Engine::most_instances)));
  state_->settle();
}

void Visit::add_instance(std::string_view repeat, Moment now) {
  const int series = state_->on_screen(repeat);
  assert(series >= 0 && state_->engine.item(series).role == Role::series && "only where it is asked");
  state_->touch(now);
  Engine& engine = state_->engine;
  const int instances = engine.instances(series);
  if (!engine.can_add(series)) return;
  engine.set_text(series, std::to_string(instances + 1));
  engine.renew(series, instances);
  state_->settle();
  // The first screen with something of it; without one, all of them are as before and so is the place.
  const int added = engine.item(series).children.at(static_cast<std::size_t>(instances));
  const auto is_of_it = [&](int index) { return state_->is_below(index, added); };
  const auto first = std::ranges::find_if(
      state_->screens, [&](const Screen& screen) { return std::ranges::any_of(screen.items, is_of_it); });
  if (first != state_->screens.end())
    state_->here = static_cast<std::size_t>(first - state_->screens.begin());
  state_->advance_bar();
}

void Visit::remove_instance(std::string_view repeat, Moment now) {
  const int series = state_->on_screen(repeat);
  assert(series >= 0 && state_->engine.item(series).role == Role::series && "only where it is asked");
  state_->touch(now);
  Engine& engine = state_->engine;
  const std::vector<int> relevant = engine.relevant_instances(series);
  if (relevant.empty()) return;
  // With it those behind it that are not relevant.
  const int left = engine.item(relevant.back()).position - 1;
  for (int i = left; i < engine.instances(series); ++i)
    engine.empty(engine.item(series).children[static_cast<std::size_t>(i)]);
  engine.set_text(series, std::to_string(left));
  state_->settle();
}

void Visit::choose_language(int language, Moment now) {
  state_->touch(now);
  state_->engine.set_language(language);
  state_->settle();
}

}  // namespace buurtpeil
