// Evaluates a parsed expression: the operators, the paths and what functions need of their arguments. Used by
// the files that compute functions, and by visit/judge.cpp, which judges the parts of a constraint one by
// one; everybody else calls Expression::evaluate.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "form/expression/scope.h"
#include "form/expression/syntax.h"
#include "form/expression/value.h"

namespace buurtpeil {

/// Most steps (operators, calls, nodes looked at) of one evaluation: a filter of a filter over a long list
/// ends, in about a second.
inline constexpr std::size_t max_evaluation_steps = 20'000'000;
/// Longest text that an expression may build, in bytes.
inline constexpr std::size_t max_text_bytes = 1'000'000;

/// An error at run time. Thrown and caught within one evaluation: it never leaves Expression::evaluate.
struct Failure {
  std::string message;
};

/// What a part of an expression gives: a value, or nodes.
struct Result {
  std::variant<std::string, double, bool, Date, NodeSet> of;
  [[nodiscard]] const NodeSet* nodes() const { return std::get_if<NodeSet>(&of); }
};

class Evaluation {
 public:
  explicit Evaluation(const Scope& scope) : scope_(scope), context_(scope.current()) {}

  [[nodiscard]] Result evaluate(const Syntax& syntax);
  /// The same, a node-set reduced to the value of its first node ("" when it is empty).
  [[nodiscard]] Value value(const Syntax& syntax);
  [[nodiscard]] std::string text(const Syntax& syntax);
  [[nodiscard]] double number(const Syntax& syntax);
  /// True for a node-set of several nodes, of a node with children, or of one whose value is true.
  [[nodiscard]] bool truth(const Syntax& syntax);
  /// Fails when it is no node-set; `user` is the function that needs one.
  [[nodiscard]] NodeSet nodes(const Syntax& syntax, std::string_view user);
  /// All values of all arguments from `first` on: a node-set gives one for each of its nodes.
  [[nodiscard]] std::vector<Value> values(const std::vector<Syntax>& arguments, std::size_t first = 0);
  /// Like nodes(), but `${name}` gives all of that name, also those in other repeats.
  [[nodiscard]] NodeSet nodes_everywhere(const Syntax& syntax, std::string_view user);

  /// Those of `candidates` for which `predicate` holds.
  [[nodiscard]] NodeSet filter(const NodeSet& candidates, const Syntax& predicate);
  /// From 1: among its siblings with the same name.
  [[nodiscard]] double position_of(Node node);
  /// In the innermost predicate; else that of the context among its siblings.
  [[nodiscard]] double position();
  /// The value of the first node, "" when there is none; a value as it is.
  [[nodiscard]] Value first_value(const Result& result) const;
  /// Fails when they become too many; for work that grows faster than the number of nodes.
  [[nodiscard]] std::optional<NodeSet> look_up(const NodeSet& candidates, const Syntax& predicate);
  void count_steps(std::size_t steps);

  [[nodiscard]] const Scope& scope() const { return scope_; }
  [[nodiscard]] std::optional<Node> context() const { return context_; }

 private:
  [[nodiscard]] bool truth_of(const Result& result) const;
  [[nodiscard]] std::vector<Value> all_values(const Result& result) const;
  [[nodiscard]] Result path(const Syntax& syntax);
  [[nodiscard]] NodeSet path_start(const Syntax& syntax);
  [[nodiscard]] NodeSet step(const NodeSet& from, const Step& step);
  void keep_own_repeat(NodeSet& siblings) const;
  [[nodiscard]] bool compare(SyntaxKind kind, const Result& left, const Result& right);
  [[nodiscard]] Result arithmetic(const Syntax& syntax);

  const Scope& scope_;
  std::optional<Node> context_;
  int position_ = 0;  // in a predicate; 0 outside of any
  std::size_t steps_ = 0;
};

}  // namespace buurtpeil
