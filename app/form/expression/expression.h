// XLSForm's expressions: XPath 1.0 as the ODK XForms specification restricts and extends it (dates are a
// type, 70 functions, axes child, parent and self). Parsed once when the form is loaded, evaluated as often
// as needed, immutable, cheap to copy.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "form/error.h"
#include "form/expression/scope.h"
#include "form/expression/value.h"

namespace buurtpeil {

struct Syntax;  // form/expression/syntax.h

/// Longest expression in bytes: what a spreadsheet's cell can hold.
inline constexpr std::size_t max_expression_bytes = 32'767;
/// Deepest nesting of brackets, calls and predicates.
inline constexpr int max_expression_nesting = 100;
/// Deepest tree: also long chains ("a or b or c ...") are this long at most.
inline constexpr int max_expression_depth = 1'000;

/// A mistake in an expression: where in its text (byte offset from 0) and one sentence.
struct ExpressionError {
  std::size_t offset = 0;
  std::string message;
};

/// Something outside of itself that an expression names.
struct Reference {
  enum class Kind {
    question,    ///< `${name}`: `name`
    last_saved,  ///< `${last-saved#name}`: `name`
    path,        ///< a location path without predicates: "/data/street/trees", "../trees", "district", ".",
                 ///< "current()/../x"
    instance,    ///< instance('name') or pulldata('name', ...): `name`
  };
  Kind kind = Kind::question;
  std::string name;
  std::size_t offset = 0;         ///< in the source, bytes from 0
  bool inside_predicate = false;  ///< a relative path is then relative to the filtered node
};

class Expression {
 public:
  /// Parses `source` and checks function names, argument counts and literal regular expressions.
  [[nodiscard]] static std::expected<Expression, ExpressionError> parse(std::string_view source);

  /// Evaluates at scope.current(). A node-set gives the value of its first node, "" when it is empty. An
  /// error is a value that makes no sense at run time (`date('1983-09-31')`); callers treat it as an empty
  /// value.
  [[nodiscard]] std::expected<Value, Error> evaluate(const Scope& scope) const;
  /// Evaluates as a predicate on each of `nodes` (a choice_filter) and gives those for which it holds, in
  /// their order. A number holds for the node at that position.
  [[nodiscard]] std::expected<NodeSet, Error> select(const Scope& scope, const NodeSet& nodes) const;

  /// The text as the author wrote it.
  [[nodiscard]] const std::string& source() const;
  /// The expression printed from what was parsed, in one fixed spelling: parses again to the same.
  [[nodiscard]] std::string print() const;
  /// What it names, in the order of the text.
  [[nodiscard]] std::vector<Reference> references() const;
  /// How deep its tree is: at most max_expression_depth. Evaluating takes stack in proportion.
  [[nodiscard]] int depth() const;
  /// True when it asks for the moment, for a random number, or for what it gave before: evaluated again it
  /// may give something else (now, today, random, uuid, once ...).
  [[nodiscard]] bool is_volatile() const;
  /// What was parsed, for checks of the form that look inside. It lives as long as any copy of this.
  [[nodiscard]] const Syntax& syntax() const;

 private:
  struct Parsed;
  explicit Expression(std::shared_ptr<const Parsed> parsed) : parsed_(std::move(parsed)) {}
  std::shared_ptr<const Parsed> parsed_;
};

}  // namespace buurtpeil
