// A visit as a draft, and back: working values as JSON. The only file here that knows JSON.
#include <nlohmann/json.hpp>
#include <utility>

#include "form/json_text.h"
#include "visit/answer_format.h"
#include "visit/state.h"

namespace buurtpeil {
namespace {

using nlohmann::json;

constexpr int layout = 2;              // of the JSON; a draft of another layout is not taken up
constexpr const char* end_place = "";  // no question has this path

// A date with all that it consists of: its text would lose the zone.
void add_computed(std::string& values, const Value& value) {
  if (const auto* date = std::get_if<Date>(&value))
    values += json{date->days, date->with_time, date->offset_minutes}.dump();
  else
    add_json_text(values, to_text(value));
}

/// Adds the members of an object: begin() of each, then its value.
class Members {
 public:
  explicit Members(std::string& to) : to_(to), empty_size_(to.size() + 1) { to_ += '{'; }
  std::string& begin(std::string_view name) {
    if (to_.size() > empty_size_) to_ += ',';
    add_json_text(to_, name);
    to_ += ':';
    return to_;
  }

 private:
  std::string& to_;
  std::size_t empty_size_;
};

void add_known(Engine& engine, int index, std::string& values) {
  const Item& item = engine.item(index);
  Members known(values);
  if (item.role == Role::series) known.begin("instances") += std::to_string(item.children.size());
  if (!item.text.empty()) add_json_text(known.begin("text"), item.text);
  if (item.answered) known.begin("answered") += "true";
  if (item.refused) known.begin("refused") += "true";
  if (item.passed) known.begin("passed") += "true";
  if (item.seen_ms > 0) known.begin("seen_ms") += std::to_string(item.seen_ms);
  if (item.trigger) add_json_text(known.begin("trigger"), *item.trigger);
  if (item.fired > 0) known.begin("fired") += std::to_string(item.fired);
  // Computed again it may be something else: by the moment, by what it gave before, or because the visitor
  // wrote another value over it.
  const Row& row = engine.row_of(index);
  const bool is_kept = item.role == Role::question && row.calculation && !row.trigger &&
                       (item.answered || row.calculation->is_volatile());
  if (const auto memory = is_kept ? engine.memory_of(index) : std::nullopt)
    add_computed(known.begin(memory->is_current ? "computed" : "computed_before"), memory->value);
  values += '}';
}

// Every item that differs from an empty one: path -> what is known of it. It is written with every answer,
// and so by hand.
void add_working_values(Engine& engine, std::string& working) {
  Members values(working);
  for (int index = Engine::root + 1; index < engine.item_count(); ++index) {
    const std::size_t before = working.size();
    std::string& known = values.begin(engine.path_of(index));
    const std::size_t empty = known.size();
    add_known(engine, index, known);
    if (known.size() == empty + 2) known.resize(before);  // {}
  }
  working += '}';
}

Value computed_value(const Row& row, const json& known) {
  if (known.is_array()) return Date{known.at(0), known.at(1), known.at(2)};
  const std::string text = known;
  return row.type == Type::calculate || row.type == Type::hidden ? Value{text} : typed_value(row, text);
}

void restore(Engine& engine, int index, const json& known) {
  Item& item = engine.item(index);
  item.text = known.value("text", std::string{});
  item.answered = known.value("answered", false);
  item.refused = known.value("refused", false);
  item.passed = known.value("passed", false);
  item.seen_ms = known.value("seen_ms", std::int64_t{0});
  if (known.contains("trigger")) item.trigger = known.value("trigger", std::string{});
  item.fired = known.value("fired", 0);
  for (const char* when : {"computed", "computed_before"})
    if (known.contains(when))
      engine.restore_memory(index, {.value = computed_value(engine.row_of(index), known.at(when)),
                                    .is_current = when == std::string_view("computed")});
}

}  // namespace

Draft Visit::draft(Moment now) const {
  State& state = *state_;
  state.note_time(now);
  std::string working;
  Members members(working);
  members.begin("layout") += std::to_string(layout);
  members.begin("seed") += std::to_string(state.beginning.seed);
  if (!state.look.empty()) add_json_text(members.begin("look"), state.look);
  add_working_values(state.engine, members.begin("values"));
  members.begin("bar") += json(state.part).dump();
  if (state.returns) members.begin("returns") += "true";
  working += '}';
  Draft draft;
  draft.response = response(Status::draft, now);
  draft.place = state.at_end() ? end_place : state.engine.path_of(state.screens[state.here].anchor);
  draft.working = std::move(working);
  return draft;
}

void Visit::keep_look(std::string look) { state_->look = std::move(look); }

std::string Visit::look_of(const Draft& draft) {
  const json working = json::parse(draft.working, nullptr, false);
  if (!working.is_object()) return "";
  const auto look = working.find("look");
  return look != working.end() && look->is_string() ? look->get<std::string>() : "";
}

std::optional<Visit> Visit::resume(const Form& form, const Draft& draft, Moment now) {
  if (draft.response.form_hash != form.hash) return std::nullopt;
  try {
    const json working = json::parse(draft.working);
    if (working.at("layout") != layout) return std::nullopt;
    Beginning beginning{draft.response.id, draft.response.kiosk, draft.response.occasion,
                        form.language_of(draft.response.language), working.at("seed")};
    auto state = std::make_unique<State>(form, std::move(beginning), now);
    state->look = working.value("look", std::string{});
    state->started = draft.response.started;
    state->seconds_before = draft.response.seconds;
    Engine& engine = state->engine;
    const json& values = working.at("values");
    std::size_t taken_up = 0;
    // A repeat's instances are added behind all other items, and so come up in their turn.
    for (int index = Engine::root + 1; index < engine.item_count(); ++index) {
      const auto known = values.find(engine.path_of(index));
      if (known == values.end()) continue;
      if (engine.item(index).role == Role::series)
        engine.restore_instances(index, known->value("instances", 0));
      restore(engine, index, *known);
      ++taken_up;
    }
    if (taken_up != values.size()) return std::nullopt;
    state->returns = working.value("returns", false);
    state->settle_at(draft.place == end_place ? -1 : engine.find(draft.place));
    state->advance_bar();
    state->part = working.value("bar", state->part);
    return Visit(std::move(state));
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace buurtpeil
