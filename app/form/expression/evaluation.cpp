#include "form/expression/evaluation.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include <utility>

#include "form/expression/functions.h"

namespace buurtpeil {
namespace {

bool compare_numbers(SyntaxKind kind, double left, double right) {
  const bool equal = equal_numbers(left, right);
  switch (kind) {
    case SyntaxKind::equal:
      return equal;
    case SyntaxKind::unequal:
      return !equal;
    case SyntaxKind::less:
      return left < right;
    case SyntaxKind::less_or_equal:
      return left <= right;
    case SyntaxKind::greater:
      return left > right;
    default:
      return left >= right;
  }
}

bool compare_values(SyntaxKind kind, const Value& left, const Value& right) {
  const bool about_order = kind != SyntaxKind::equal && kind != SyntaxKind::unequal;
  const bool truths = std::holds_alternative<bool>(left) || std::holds_alternative<bool>(right);
  if (truths && !about_order) return (to_boolean(left) == to_boolean(right)) == (kind == SyntaxKind::equal);
  const bool texts = std::holds_alternative<std::string>(left) && std::holds_alternative<std::string>(right);
  if (texts && !about_order) return (left == right) == (kind == SyntaxKind::equal);
  return compare_numbers(kind, to_number(left), to_number(right));
}

// "district" in "district = ${district}"; "" for anything but the name of a child.
std::string_view child_named(const Syntax& syntax) {
  const bool is_child = syntax.kind == SyntaxKind::path && syntax.start == PathStart::context &&
                        syntax.steps.size() == 1 && syntax.steps[0].axis == Axis::child &&
                        syntax.steps[0].predicates.empty() && syntax.steps[0].name != "*";
  return is_child ? std::string_view(syntax.steps[0].name) : std::string_view();
}

// The same for every node that is filtered.
bool is_fixed(const Syntax& syntax) {
  if (syntax.kind == SyntaxKind::path && syntax.start == PathStart::expression)
    return syntax.parts[0].kind == SyntaxKind::call && syntax.parts[0].function->name == "current";
  return syntax.kind == SyntaxKind::reference || syntax.kind == SyntaxKind::text ||
         syntax.kind == SyntaxKind::number ||
         (syntax.kind == SyntaxKind::path && syntax.start == PathStart::document);
}

bool asks_position(const Syntax& syntax) {
  const auto asks = [](const Syntax& part) { return asks_position(part); };
  if (syntax.kind == SyntaxKind::call && syntax.function->name == "position") return true;
  return std::ranges::any_of(syntax.parts, asks) || std::ranges::any_of(syntax.steps, [&](const Step& step) {
           return std::ranges::any_of(step.predicates, asks);
         });
}

}  // namespace

void Evaluation::count_steps(std::size_t steps) {
  steps_ += steps;
  if (steps_ > max_evaluation_steps) throw Failure{"the expression takes too long"};
}

Value Evaluation::first_value(const Result& result) const {
  if (const NodeSet* nodes = result.nodes()) return nodes->empty() ? Value{} : scope_.value(nodes->front());
  return std::visit(
      [](const auto& plain) -> Value {
        if constexpr (std::is_same_v<std::decay_t<decltype(plain)>, NodeSet>)
          return {};
        else
          return plain;
      },
      result.of);
}

bool Evaluation::truth_of(const Result& result) const {
  const NodeSet* nodes = result.nodes();
  if (nodes == nullptr) return to_boolean(first_value(result));
  if (nodes->size() != 1) return !nodes->empty();
  NodeSet children;
  scope_.children(nodes->front(), "*", children);
  return !children.empty() || to_boolean(scope_.value(nodes->front()));
}

std::vector<Value> Evaluation::all_values(const Result& result) const {
  const NodeSet* nodes = result.nodes();
  if (nodes == nullptr) return {first_value(result)};
  std::vector<Value> all;
  all.reserve(nodes->size());
  for (const Node node : *nodes) all.push_back(scope_.value(node));
  return all;
}

Value Evaluation::value(const Syntax& syntax) { return first_value(evaluate(syntax)); }
std::string Evaluation::text(const Syntax& syntax) { return to_text(value(syntax)); }
double Evaluation::number(const Syntax& syntax) { return to_number(value(syntax)); }
bool Evaluation::truth(const Syntax& syntax) { return truth_of(evaluate(syntax)); }

NodeSet Evaluation::nodes(const Syntax& syntax, std::string_view user) {
  Result result = evaluate(syntax);
  if (auto* nodes = std::get_if<NodeSet>(&result.of)) return std::move(*nodes);
  throw Failure{fmt::format("{} needs questions, not a value", user)};
}

NodeSet Evaluation::nodes_everywhere(const Syntax& syntax, std::string_view user) {
  const std::optional<Node> document = scope_.document();
  if (!document) throw Failure{"there is no form to look in"};
  if (syntax.kind == SyntaxKind::reference) return scope_.named(syntax.text, *document);
  const std::optional<Node> context = std::exchange(context_, document);
  NodeSet found = nodes(syntax, user);
  context_ = context;
  return found;
}

std::vector<Value> Evaluation::values(const std::vector<Syntax>& arguments, std::size_t first) {
  std::vector<Value> all;
  for (std::size_t i = first; i < arguments.size(); ++i) {
    std::vector<Value> some = all_values(evaluate(arguments[i]));
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  return all;
}

double Evaluation::position_of(Node node) {
  const std::optional<Node> parent = scope_.parent(node);
  if (!parent) return 1;
  NodeSet siblings;
  scope_.children(*parent, scope_.name(node), siblings);
  count_steps(siblings.size());
  const auto found = std::find(siblings.begin(), siblings.end(), node);
  return static_cast<double>(found - siblings.begin()) + 1;
}

double Evaluation::position() {
  if (position_ > 0) return position_;
  if (!context_) throw Failure{"position() needs a question"};
  return position_of(*context_);
}

// Where the scope has an index: "column = value", also with further conditions behind an "and".
std::optional<NodeSet> Evaluation::look_up(const NodeSet& candidates, const Syntax& predicate) {
  if (candidates.size() < 2 || predicate.parts.size() != 2) return std::nullopt;
  const Syntax &left = predicate.parts[0], &right = predicate.parts[1];
  if (predicate.kind == SyntaxKind::both) {
    std::optional<NodeSet> found = asks_position(right) ? std::nullopt : look_up(candidates, left);
    if (!found) return std::nullopt;
    const std::optional<Node> context = context_;
    std::erase_if(*found, [&](Node node) {
      context_ = node;
      return !truth(right);
    });
    context_ = context;
    return found;
  }
  if (predicate.kind != SyntaxKind::equal) return std::nullopt;
  const bool column_first = !child_named(left).empty();
  const std::string_view column = child_named(column_first ? left : right);
  const Syntax& fixed = column_first ? right : left;
  if (column.empty() || !is_fixed(fixed)) return std::nullopt;
  const Result wanted = evaluate(fixed);
  if (const NodeSet* nodes = wanted.nodes(); nodes != nullptr && nodes->size() != 1)
    return nodes->empty() ? std::optional(NodeSet{}) : std::nullopt;
  return scope_.having(candidates, column, first_value(wanted));
}

NodeSet Evaluation::filter(const NodeSet& candidates, const Syntax& predicate) {
  if (std::optional<NodeSet> found = look_up(candidates, predicate)) return std::move(*found);
  const std::optional<Node> context = context_;
  const int position = position_;
  NodeSet kept;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    context_ = candidates[i];
    position_ = static_cast<int>(i) + 1;
    const Result holds = evaluate(predicate);
    const auto* number = std::get_if<double>(&holds.of);
    if (number != nullptr ? *number == position_ : truth_of(holds)) kept.push_back(candidates[i]);
  }
  context_ = context;
  position_ = position;
  return kept;
}

// An absolute path to a question of a repeat means the one in the same repeat, as the specification has it.
void Evaluation::keep_own_repeat(NodeSet& siblings) const {
  for (std::optional<Node> ancestor = scope_.current(); ancestor; ancestor = scope_.parent(*ancestor)) {
    if (std::find(siblings.begin(), siblings.end(), *ancestor) == siblings.end()) continue;
    siblings = {*ancestor};
    return;
  }
}

NodeSet Evaluation::step(const NodeSet& from, const Step& step) {
  NodeSet found;
  for (const Node node : from) {
    NodeSet reached;
    if (step.axis == Axis::child) {
      scope_.children(node, step.name, reached);
    } else {
      const std::optional<Node> other = step.axis == Axis::parent ? scope_.parent(node) : node;
      const bool is_named = other && (step.name == "*" || scope_.name(*other) == step.name);
      if (is_named) reached.push_back(*other);
    }
    count_steps(reached.size() + 1);
    for (const Syntax& predicate : step.predicates) reached = filter(reached, predicate);
    if (step.axis == Axis::child)
      std::erase_if(reached, [&](Node reached_node) { return !scope_.is_there(reached_node); });
    found.insert(found.end(), reached.begin(), reached.end());
  }
  const bool may_repeat = step.axis == Axis::parent && found.size() > 1;
  if (may_repeat) found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

NodeSet Evaluation::path_start(const Syntax& syntax) {
  if (syntax.start == PathStart::expression) return nodes(syntax.parts[0], "a path");
  const std::optional<Node> start = syntax.start == PathStart::document ? scope_.document() : context_;
  if (!start) throw Failure{"there is no form to look in"};
  return {*start};
}

Result Evaluation::path(const Syntax& syntax) {
  NodeSet at = path_start(syntax);
  for (std::size_t i = 0; i < syntax.steps.size(); ++i) {
    at = step(at, syntax.steps[i]);
    const bool on_the_way = i + 1 < syntax.steps.size() && syntax.steps[i].predicates.empty();
    if (syntax.start == PathStart::document && on_the_way && at.size() > 1) keep_own_repeat(at);
  }
  return Result{std::move(at)};
}

bool Evaluation::compare(SyntaxKind kind, const Result& left, const Result& right) {
  const bool about_order = kind != SyntaxKind::equal && kind != SyntaxKind::unequal;
  const bool truths = std::holds_alternative<bool>(left.of) || std::holds_alternative<bool>(right.of);
  if (truths && !about_order) return compare_values(kind, Value{truth_of(left)}, Value{truth_of(right)});
  if (left.nodes() == nullptr && right.nodes() == nullptr)
    return compare_values(kind, first_value(left), first_value(right));
  const std::vector<Value> lefts = all_values(left), rights = all_values(right);
  count_steps(lefts.size() * rights.size());
  return std::any_of(lefts.begin(), lefts.end(), [&](const Value& a) {
    return std::any_of(rights.begin(), rights.end(),
                       [&](const Value& b) { return compare_values(kind, a, b); });
  });
}

Result Evaluation::arithmetic(const Syntax& syntax) {
  const double left = number(syntax.parts[0]);
  if (syntax.kind == SyntaxKind::negate) return Result{-left};
  const double right = number(syntax.parts[1]);
  switch (syntax.kind) {
    case SyntaxKind::add:
      return Result{left + right};
    case SyntaxKind::subtract:
      return Result{left - right};
    case SyntaxKind::multiply:
      return Result{left * right};
    case SyntaxKind::divide:
      return Result{left / right};
    default:
      return Result{std::fmod(left, right)};
  }
}

Result Evaluation::evaluate(const Syntax& syntax) {
  count_steps(1);
  switch (syntax.kind) {
    case SyntaxKind::number:
      return Result{syntax.number};
    case SyntaxKind::text:
      return Result{syntax.text};
    case SyntaxKind::reference: {
      const std::optional<Node> from = scope_.current() ? scope_.current() : scope_.document();
      if (!from) throw Failure{fmt::format("there is no form to look for ${{{}}} in", syntax.text)};
      return Result{scope_.named(syntax.text, *from)};
    }
    case SyntaxKind::call:
      return syntax.function->compute(*this, syntax.parts);
    case SyntaxKind::path:
      return path(syntax);
    case SyntaxKind::filter: {
      NodeSet kept = nodes(syntax.parts[0], "a filter in brackets");
      for (std::size_t i = 1; i < syntax.parts.size(); ++i) kept = filter(kept, syntax.parts[i]);
      return Result{std::move(kept)};
    }
    case SyntaxKind::either:
      return Result{truth(syntax.parts[0]) || truth(syntax.parts[1])};
    case SyntaxKind::both:
      return Result{truth(syntax.parts[0]) && truth(syntax.parts[1])};
    case SyntaxKind::unite: {
      NodeSet united = nodes(syntax.parts[0], "'|'");
      const NodeSet others = nodes(syntax.parts[1], "'|'");
      united.insert(united.end(), others.begin(), others.end());
      std::sort(united.begin(), united.end());
      united.erase(std::unique(united.begin(), united.end()), united.end());
      return Result{std::move(united)};
    }
    case SyntaxKind::equal:
    case SyntaxKind::unequal:
    case SyntaxKind::less:
    case SyntaxKind::less_or_equal:
    case SyntaxKind::greater:
    case SyntaxKind::greater_or_equal: {
      const Result left = evaluate(syntax.parts[0]);
      return Result{compare(syntax.kind, left, evaluate(syntax.parts[1]))};
    }
    default:
      return arithmetic(syntax);
  }
}

std::expected<Value, Error> Expression::evaluate(const Scope& scope) const {
  try {
    return Evaluation(scope).value(parsed_->root);
  } catch (Failure& failure) {
    return std::unexpected(Error{std::move(failure.message)});
  }
}

std::expected<NodeSet, Error> Expression::select(const Scope& scope, const NodeSet& nodes) const {
  try {
    return Evaluation(scope).filter(nodes, parsed_->root);
  } catch (Failure& failure) {
    return std::unexpected(Error{std::move(failure.message)});
  }
}

}  // namespace buurtpeil
