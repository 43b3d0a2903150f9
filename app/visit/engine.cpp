#include "visit/engine.h"

#include <fmt/format.h>
#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>

#include <utility>

#include "form/typed_answer.h"
#include "visit/answer_format.h"
#include "visit/judge.h"

namespace buurtpeil {
namespace {

// Rounds of settling: triggers that set off one another end here. Forms need one or two.
constexpr int most_rounds = 20;
// Of the expressions that are being evaluated because one needs the other, together: some hundred bytes of
// stack each.
constexpr int deepest = 3'000;
// What the visit's own functions between two expressions take of the stack, counted as depth.
constexpr int depth_between = 8;

// "[12]" is 12; 0 for anything else.
std::size_t position_in(std::string_view brackets) {
  std::size_t position = 0;
  const char* const end = brackets.data() + brackets.size();
  const auto [rest, error] = std::from_chars(brackets.data() + 1, end, position);
  return error == std::errc{} && std::string_view(rest, end) == "]" ? position : 0;
}

}  // namespace

Engine::Engine(const Form& form, int language, unsigned seed, Moment now)
    : form_(form),
      language_(language),
      seed_(seed),
      now_(now),
      child_slots_(form.rows.size()),
      item_of_row_(form.rows.size(), -1) {
  std::map<int, int> children_so_far;
  for (std::size_t i = 0; i < form.rows.size(); ++i) {
    const Row& row = form.rows[i];
    child_slots_[i] = children_so_far[row.parent]++;
    if (!row.name.empty()) rows_by_name_.emplace(row.name, static_cast<int>(i));
  }
  add(Role::document, -1, -1);
  add(Role::root, -1, document);
  add_rows(root, 0, static_cast<int>(form.rows.size()));
}

int Engine::add(Role role, int row, int parent, int position) {
  const int index = static_cast<int>(items_.size());
  items_.emplace_back();
  Item& added = items_.back();
  added.role = role;
  added.row = row;
  added.parent = parent;
  added.position = position;
  if (position > 0)
    added.path = fmt::format("{}[{}]", path_of(parent), position);
  else if (row >= 0)
    added.path = (parent == root ? "" : path_of(parent) + "/") + row_of(index).name;
  if (row >= 0) {
    const bool is_alone =
        position == 0 &&
        (parent == root || item_of_row_[static_cast<std::size_t>(item(parent).row)] == parent);
    item_of_row_[static_cast<std::size_t>(row)] = is_alone ? index : -1;
  }
  if (parent >= 0) {
    added.slot = static_cast<int>(item(parent).children.size());
    item(parent).children.push_back(index);
  }
  return index;
}

void Engine::add_rows(int parent, int begin, int end) {
  for (int i = begin; i < end; i = form_.rows[static_cast<std::size_t>(i)].end) {
    const Row& row = form_.rows[static_cast<std::size_t>(i)];
    if (row.type == Type::repeat)
      add(Role::series, i, parent);
    else if (row.type == Type::group)
      add_rows(add(Role::group, i, parent), i + 1, row.end);
    else
      add(Role::question, i, parent);
  }
}

int Engine::add_instance(int series) {
  const int row = item(series).row;
  const int position = static_cast<int>(item(series).children.size()) + 1;
  const int instance = add(Role::group, row, series, position);
  add_rows(instance, row + 1, row_of(series).end);
  return instance;
}

const Row& Engine::row_of(int index) const {
  assert(item(index).row >= 0);
  return form_.rows[static_cast<std::size_t>(item(index).row)];
}

int Engine::child_named(int container, std::string_view name) const {
  const auto [begin, end] = rows_by_name_.equal_range(name);
  for (auto row = begin; row != end; ++row)
    if (form_.rows[static_cast<std::size_t>(row->second)].parent == item(container).row)
      return item(container)
          .children[static_cast<std::size_t>(child_slots_[static_cast<std::size_t>(row->second)])];
  return -1;
}

// Follows the path from the root, one step for each name.
int Engine::find(std::string_view path) const {
  int at = root;
  while (!path.empty()) {
    const std::string_view step = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), step.size() + 1));
    const std::size_t bracket = step.find('[');
    if (item(at).role == Role::series) return -1;  // only its instances have something in them
    at = child_named(at, step.substr(0, bracket));
    if (at < 0 || bracket == std::string_view::npos) continue;
    const auto position = item(at).role == Role::series ? position_in(step.substr(bracket)) : 0;
    if (position < 1 || position > item(at).children.size()) return -1;
    at = item(at).children[position - 1];
  }
  return at == root ? -1 : at;
}

int Engine::wanted_instances(int series) {
  const double count = to_number(get({series, Property::count}));
  return std::isnan(count) ? 0 : static_cast<int>(count);
}

int Engine::instances(int series) {
  const auto there = static_cast<int>(item(series).children.size());
  const int wanted = wanted_instances(series);
  // A repeat_count that looks at its own instances sees all of them: else it would forget what made it small
  // as soon as it is.
  return is_being_computed({series, Property::count}) ? there : std::min(there, wanted);
}

std::vector<int> Engine::visible_children(int index) {
  const Item& above = item(index);
  if (above.role != Role::series) return above.children;
  const int visible = instances(index);
  return {above.children.begin(), above.children.begin() + visible};
}

void Engine::collect_order(int index, std::vector<int>& into) {
  const std::size_t visible = item(index).role == Role::series ? static_cast<std::size_t>(instances(index))
                                                               : item(index).children.size();
  for (std::size_t i = 0; i < visible; ++i) {
    const int child = item(index).children[i];
    into.push_back(child);
    if (item(child).role != Role::question) collect_order(child, into);
  }
}

std::vector<int> Engine::order() {
  std::vector<int> all;
  collect_order(root, all);
  return all;
}

// Thrown when a chain of properties that need one another is too deep for the stack.
struct Engine::TooDeep {
  Key key;  ///< to be computed first, on an empty stack
};

const Value& Engine::get(Key key) {
  Slot& asked = slot(key);
  if (computing_.empty()) {
    if (asked.state == Slot::State::fresh && !is_of_the_moment(key)) return asked.value;
    asked.state = Slot::State::stale;
    compute_from_the_top(key);
  }
  if (!computing_.empty()) asked.readers.insert(computing_.back());
  if (asked.state == Slot::State::stale) compute_into(key, asked);
  // Being computed still: a cycle (the form's check refuses it), or once(), which looks at its own former
  // value.
  return asked.value;
}

// What is asked of a question when the visitor goes on, "not before now()": it holds for that moment, not for
// the one when it was asked first.
bool Engine::is_of_the_moment(Key key) const {
  const auto is_volatile = [&](std::optional<Expression> Row::* column) {
    if (item(key.item).row < 0) return false;
    const std::optional<Expression>& expression = row_of(key.item).*column;
    return expression && expression->is_volatile();
  };
  switch (key.property) {
    case Property::valid:
      return is_volatile(&Row::constraint);
    case Property::required:
      return is_volatile(&Row::required);
    case Property::read_only:
      return is_volatile(&Row::read_only);
    default:
      return false;
  }
}

void Engine::compute_into(Key key, Slot& into) {
  if (depth_ > deepest) throw TooDeep{key};
  into.state = Slot::State::computing;
  computing_.push_back(key);
  Value computed = compute(key);
  computing_.pop_back();
  into.value = std::move(computed);
  into.state = Slot::State::fresh;
}

void Engine::compute_from_the_top(Key key) {
  const int depth = depth_;
  std::vector<Key> waiting{key};
  while (!waiting.empty()) {
    try {
      Slot& next = slot(waiting.back());
      if (next.state == Slot::State::stale) compute_into(waiting.back(), next);
      waiting.pop_back();
    } catch (const TooDeep& chain) {
      for (const Key interrupted : computing_) slot(interrupted).state = Slot::State::stale;
      computing_.clear();
      depth_ = depth;
      waiting.push_back(chain.key);
    }
  }
}

void Engine::forget_readers(Slot& changed) {
  const std::set<Key> readers = std::exchange(changed.readers, {});
  for (const Key reader : readers) forget(reader);
}

void Engine::forget(Key key) {
  std::vector<Key> waiting{key};
  while (!waiting.empty()) {
    Slot& changed = slot(waiting.back());
    waiting.pop_back();
    if (changed.state == Slot::State::fresh) changed.state = Slot::State::stale;
    waiting.insert(waiting.end(), changed.readers.begin(), changed.readers.end());
    changed.readers.clear();
  }
}

std::optional<Engine::Memory> Engine::memory_of(int calculation) const {
  if (item(calculation).restored) return Memory{*item(calculation).restored, true};
  const Slot& slot = item(calculation).slots[static_cast<std::size_t>(Property::value)];
  const bool is_current = slot.state == Slot::State::fresh;
  if (!is_current && is_empty(slot.value)) return std::nullopt;  // never computed
  return Memory{slot.value, is_current};
}

void Engine::restore_memory(int calculation, Memory memory) {
  slot({calculation, Property::value}).value = memory.value;
  if (memory.is_current) item(calculation).restored = std::move(memory.value);
}

std::expected<Value, Error> Engine::try_to_evaluate(const Expression& expression, int index) {
  ++evaluations_;
  const Drawing drawing(*this, index, expression);
  const int depth = expression.depth() + depth_between;
  depth_ += depth;
  std::expected<Value, Error> value = expression.evaluate(VisitScope(*this, index));
  depth_ -= depth;
  return value;
}

bool Engine::meets(const Expression& constraint, int index) {
  ++evaluations_;
  const Drawing drawing(*this, index, constraint);
  const int depth = constraint.depth() + depth_between;
  depth_ += depth;
  const bool met = is_met(constraint, *this, index);
  depth_ -= depth;
  return met;
}

Value Engine::evaluate(const Expression& expression, int index) {
  return try_to_evaluate(expression, index).value_or(Value{});
}

Value Engine::compute_relevant(int index) {
  const Item& at = item(index);
  if (at.row < 0) return true;
  if (!is_relevant(at.parent)) return false;
  return at.role == Role::series || meets_condition(index);  // each instance of a repeat has its own
}

bool Engine::meets_condition(int index) {
  const std::optional<Expression>& relevant = row_of(index).relevant;
  return !relevant || to_boolean(evaluate(*relevant, index));
}

std::vector<int> Engine::relevant_instances(int series) {
  std::vector<int> relevant = visible_children(series);
  std::erase_if(relevant, [&](int instance) { return !is_relevant(instance); });
  return relevant;
}

bool Engine::can_add(int series) {
  return can_grow(series, instances(series) + 1) && meets_condition(series);
}

bool Engine::stands(int index) {
  for (int at = index; at > root; at = item(at).parent)
    if (item(at).position > 0) return is_relevant(at);  // those around it are in its relevance
  return true;
}

Value Engine::compute_value(int index) {
  const Item& at = item(index);
  if (at.role != Role::question) return {};
  const Row& row = row_of(index);
  if (!row.calculation || row.trigger) return typed_value(row, at.text);
  Value computed = evaluate(*row.calculation, index);
  // Stored as XForms stores it: a text, but a date stays a date. A question takes what is of its type.
  const bool is_question = row.type != Type::calculate && row.type != Type::hidden;
  if (at.restored)
    computed = *at.restored;
  else if (is_question)
    computed = typed_answer(row, computed, now_).value_or(to_text(computed));
  item(index).restored.reset();
  if (!std::holds_alternative<Date>(computed)) computed = to_text(computed);
  return is_question ? typed_value(row, to_text(computed)) : computed;
}

Value Engine::compute(Key key) {
  const int index = key.item;
  if (key.property == Property::relevant) return compute_relevant(index);
  const Item& at = item(index);
  if (at.row < 0) return {};
  const Row& row = row_of(index);
  switch (key.property) {
    case Property::value:
      return compute_value(index);
    case Property::required:
      return row.required && to_boolean(evaluate(*row.required, index));
    case Property::read_only:
      return row.read_only && to_boolean(evaluate(*row.read_only, index));
    case Property::trigger:
      return row.trigger ? evaluate(*row.trigger, index) : Value{};
    case Property::offered:
      compute_offered(index);
      return {};
    case Property::options:
      compute_options(index);
      return {};
    case Property::valid:
      return !row.constraint || meets(*row.constraint, index);
    case Property::count: {
      const Value wanted =
          row.repeat_count ? evaluate(*row.repeat_count, index) : Value{at.text.empty() ? "1" : at.text};
      const double count = std::floor(to_number(wanted));
      return std::isnan(count) ? 0.0 : std::clamp(count, 0.0, static_cast<double>(most_instances));
    }
    default:
      return {};
  }
}

Value Engine::value(int index) { return is_relevant(index) ? get({index, Property::value}) : Value{}; }

void Engine::set_text(int index, std::string text) {
  Item& changed = item(index);
  changed.text = std::move(text);
  const Property property = changed.role == Role::series ? Property::count : Property::value;
  forget({index, property});
  // What the visitor answers stands until something that the calculation depends on changes.
  const Row& row = row_of(index);
  const bool overwritten = changed.role == Role::question && row.calculation && !row.trigger;
  if (!overwritten) return;
  (void)get({index, Property::value});  // for what it reads
  slot({index, Property::value}).value = typed_value(row, changed.text);
}

void Engine::set_language(int language) {
  language_ = language;
  forget(language_key);
}

void Engine::put_defaults(int below) {
  for (const int child : item(below).children) {
    put_defaults(child);
    const Row& row = row_of(child);
    if (item(child).role != Role::question) continue;
    if (row.initial) item(child).text = typed_answer(row, evaluate(*row.initial, child), now_).value_or("");
    forget({child, Property::value});
  }
}

void Engine::grow(int series, int instances) {
  const int wanted = std::min(instances, most_instances);
  while (static_cast<int>(item(series).children.size()) < wanted && items_.size() < most_items)
    put_defaults(add_instance(series));
  forget_readers(slot({series, Property::count}));
}

void Engine::restore_instances(int series, int instances) {
  const int wanted = std::min(instances, most_instances);
  while (static_cast<int>(item(series).children.size()) < wanted && items_.size() < most_items)
    add_instance(series);
}

bool Engine::can_grow(int series, int instances) const {
  const auto there = static_cast<int>(item(series).children.size());
  return instances <= there || (instances <= most_instances && items_.size() < most_items);
}

void Engine::empty(int below) {
  for (const int child : item(below).children) {
    empty(child);
    Item& emptied = item(child);
    emptied.text.clear();
    emptied.answered = emptied.refused = emptied.passed = false;
    emptied.seen_ms = 0;
    emptied.complaint = Complaint::none;
    emptied.trigger.reset();
    forget({child, emptied.role == Role::series ? Property::count : Property::value});
  }
}

void Engine::renew(int series, int instance) {
  if (instance < static_cast<int>(item(series).children.size()))
    put_defaults(item(series).children[static_cast<std::size_t>(instance)]);
}

bool Engine::settle_series(int series) {
  const int wanted = wanted_instances(series);
  const std::size_t before = item(series).children.size();
  if (wanted > static_cast<int>(before)) grow(series, wanted);
  return item(series).children.size() != before;
}

bool Engine::settle_question(int index) {
  const Row& row = row_of(index);
  bool changed = false;
  if (row.trigger) {
    const std::string now = to_text(get({index, Property::trigger}));
    const bool fires = item(index).trigger && *item(index).trigger != now;
    item(index).trigger = now;
    if (fires) {
      ++item(index).fired;
      const bool calculates = row.calculation.has_value();
      set_text(index,
               calculates ? typed_answer(row, evaluate(*row.calculation, index), now_).value_or("") : "");
      changed = true;
    }
  }
  if (is_select(row.type) && !item(index).text.empty() && !row.calculation) {
    std::string kept = still_offered(index);
    if (kept != item(index).text) {
      set_text(index, std::move(kept));
      changed = true;
    }
  }
  (void)get({index, Property::value});
  return changed;
}

void Engine::settle() {
  bool changed = true;
  for (int round = 0; changed && round < most_rounds; ++round) {
    changed = false;
    for (const int index : order()) {
      if (!is_relevant(index)) continue;
      if (item(index).role == Role::series) changed |= settle_series(index);
      if (item(index).role == Role::question) changed |= settle_question(index);
    }
  }
}

// The same expression at the same place draws the same numbers in a visit, however often it is evaluated, in
// whatever order, and after a restart: only a trigger draws anew each time it fires. So nothing that was
// drawn has to be kept, and evaluating changes nothing.
double Engine::random() {
  // splitmix64 of the visit's seed, the place and a counter
  std::uint64_t mixed = seed_ + place_of_draw() + ++draws_.count * 0x9E3779B97F4A7C15;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  mixed ^= mixed >> 31;
  return static_cast<double>(mixed >> 11) * 0x1.0p-53;
}

std::uint64_t Engine::place_of_draw() const {
  std::string place = path_of(draws_.item) + '\n' + std::to_string(item(draws_.item).fired);
  if (draws_.expression != nullptr) place += '\n' + draws_.expression->source();
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  for (const char c : place) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

}  // namespace buurtpeil
