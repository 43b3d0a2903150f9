// Why a question is or is not asked: its conditions as they stand now, with what they refer to.
#include <algorithm>

#include "visit/state.h"

namespace buurtpeil {
namespace {

Node node_of(int item) { return {0, static_cast<std::uint32_t>(item)}; }

std::string value_of(const Reference& reference, const VisitScope& scope, int item) {
  std::string joined;
  if (reference.kind == Reference::Kind::question) {
    for (const Node node : scope.named(reference.name, node_of(item)))
      joined += (joined.empty() ? "" : " ") + to_text(scope.value(node));
    return joined;
  }
  const auto path = Expression::parse(reference.name);
  const auto value = path ? path->evaluate(scope) : std::unexpected(Error{});
  return value ? to_text(*value) : std::string{};
}

Condition condition_of(Engine& engine, const Expression& relevant, int item) {
  const VisitScope scope(engine, item);
  Condition condition{&engine.row_of(item), engine.meets_condition(item), {}};
  for (const Reference& reference : relevant.references()) {
    const bool has_value = reference.kind == Reference::Kind::question ||
                           (reference.kind == Reference::Kind::path && !reference.inside_predicate);
    const bool is_instance = reference.name == "." && engine.row_of(item).is_container();
    if (!has_value || is_instance) continue;  // an instance has a position and no value
    std::string written =
        reference.kind == Reference::Kind::question ? "${" + reference.name + "}" : reference.name;
    const auto is_same = [&](const auto& known) { return known.first == written; };
    if (std::ranges::any_of(condition.values, is_same)) continue;
    condition.values.emplace_back(std::move(written), value_of(reference, scope, item));
  }
  return condition;
}

}  // namespace

std::vector<Standing> Visit::standings(const Row& row) const {
  Engine& engine = state_->engine;
  std::vector<Standing> standings;
  for (const int index : engine.order()) {
    if (&engine.row_of(index) != &row) continue;
    // A repeat stands there with its instances; without any, as the one that might come.
    const bool is_repeat = engine.item(index).role == Role::series;
    if (is_repeat && engine.instances(index) > 0) continue;
    const bool relevant_here = engine.is_relevant(index) && (!is_repeat || engine.meets_condition(index));
    Standing& standing = standings.emplace_back(engine.path_of(index), relevant_here);
    for (int at = index; at > Engine::root; at = engine.item(at).parent) {
      if (engine.item(at).role == Role::series && at != index) continue;  // its instance has the condition
      const std::optional<Expression>& relevant = engine.row_of(at).relevant;
      if (relevant)
        standing.conditions.insert(standing.conditions.begin(), condition_of(engine, *relevant, at));
    }
  }
  return standings;
}

}  // namespace buurtpeil
