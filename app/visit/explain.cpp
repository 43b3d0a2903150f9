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
  const auto holds = relevant.evaluate(scope);
  Condition condition{&engine.row_of(item), holds && to_boolean(*holds), {}};
  for (const Reference& reference : relevant.references()) {
    const bool has_value = reference.kind == Reference::Kind::question ||
                           (reference.kind == Reference::Kind::path && !reference.inside_predicate);
    if (!has_value) continue;
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
    if (&engine.row_of(index) != &row || engine.item(index).position > 0) continue;  // once for a repeat
    Standing& standing = standings.emplace_back(engine.path_of(index), engine.is_relevant(index));
    for (int at = index; at > Engine::root; at = engine.item(at).parent) {
      if (engine.item(at).position > 0) continue;  // an instance: its repeat has the condition
      const std::optional<Expression>& relevant = engine.row_of(at).relevant;
      if (relevant)
        standing.conditions.insert(standing.conditions.begin(), condition_of(engine, *relevant, at));
    }
  }
  return standings;
}

}  // namespace buurtpeil
