// Node-sets: questions, repeats, choice lists and attached data.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "form/expression/functions.h"
#include "form/expression/shuffle.h"

namespace buurtpeil {
namespace {

Result count(Evaluation& at, const Arguments& arguments) {
  return Result{static_cast<double>(at.nodes(arguments[0], "count()").size())};
}

Result count_non_empty(Evaluation& at, const Arguments& arguments) {
  const NodeSet nodes = at.nodes(arguments[0], "count-non-empty()");
  return Result{static_cast<double>(std::count_if(
      nodes.begin(), nodes.end(), [&](Node node) { return !is_empty(at.scope().value(node)); }))};
}

Result position(Evaluation& at, const Arguments& arguments) {
  if (arguments.empty()) return Result{at.position()};
  const NodeSet nodes = at.nodes(arguments[0], "position()");
  return Result{nodes.empty() ? std::nan("") : at.position_of(nodes.front())};
}

Result current(Evaluation& at, const Arguments&) {
  const std::optional<Node> node = at.scope().current();
  if (!node) throw Failure{"current() needs a question"};
  return Result{NodeSet{*node}};
}

Node instance_named(Evaluation& at, const std::string& id) {
  const std::optional<Node> document = at.scope().instance(id);
  if (!document) throw Failure{fmt::format("there is no data called '{}'", id)};
  return *document;
}

Result instance(Evaluation& at, const Arguments& arguments) {
  return Result{NodeSet{instance_named(at, at.text(arguments[0]))}};
}

// pulldata('prices', 'euro', 'name', ${product}) is instance('prices')/root/item[name = ${product}]/euro.
Result pulldata(Evaluation& at, const Arguments& arguments) {
  const std::string column = at.text(arguments[1]), key_column = at.text(arguments[2]),
                    key = at.text(arguments[3]);
  const Scope& scope = at.scope();
  NodeSet roots, items;
  scope.children(instance_named(at, at.text(arguments[0])), "*", roots);
  for (const Node root : roots) scope.children(root, "*", items);
  if (const auto found = scope.having(items, key_column, key)) items = *found;
  for (const Node item : items) {
    NodeSet keys, values;
    scope.children(item, key_column, keys);
    if (keys.empty() || to_text(scope.value(keys.front())) != key) continue;
    scope.children(item, column, values);
    return Result{values};
  }
  return Result{std::string{}};
}

Result randomize(Evaluation& at, const Arguments& arguments) {
  const NodeSet nodes = at.nodes(arguments[0], "randomize()");
  const double number = at.scope().random() * 2'147'483'646;
  const double seed = arguments.size() > 1 ? at.number(arguments[1]) : number;
  return Result{shuffled(nodes, seed)};
}

// The ancestor of `node`, or itself, that is among `repeats`.
std::optional<Node> repeat_around(const Scope& scope, Node node, const NodeSet& repeats) {
  for (std::optional<Node> at = node; at; at = scope.parent(*at))
    if (std::find(repeats.begin(), repeats.end(), *at) != repeats.end()) return at;
  return std::nullopt;
}

Result indexed_repeat(Evaluation& at, const Arguments& arguments) {
  NodeSet found = at.nodes_everywhere(arguments[0], "indexed-repeat()");
  for (std::size_t i = 1; i + 1 < arguments.size(); i += 2) {
    const NodeSet repeats = at.nodes_everywhere(arguments[i], "indexed-repeat()");
    const double index = at.number(arguments[i + 1]);
    at.count_steps(found.size() * repeats.size());
    std::erase_if(found, [&](Node node) {
      const std::optional<Node> repeat = repeat_around(at.scope(), node, repeats);
      return !repeat || at.position_of(*repeat) != index;
    });
  }
  return Result{std::move(found)};
}

constexpr Function node_table[] = {
    {"pulldata", 4, 4, pulldata},
    {"count", 1, 1, count},
    {"count-non-empty", 1, 1, count_non_empty},
    {"position", 0, 1, position},
    {"instance", 1, 1, instance},
    {"current", 0, 0, current},
    {"randomize", 1, 2, randomize, Gives::something_else},
    {"indexed-repeat", 3, 7, indexed_repeat},
};

}  // namespace

std::span<const Function> node_functions() { return node_table; }

}  // namespace buurtpeil
