// XLSForm's expressions: XPath 1.0 as the ODK XForms specification restricts and extends it (dates are a type, 70 functions, axes
// child, parent and self). Parsed once when the form is loaded, evaluated as often as needed, immutable.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "form/value.h"

namespace buurtpeil {

/// A mistake in an expression: where in its text (byte offset from 0) and one sentence.
struct ExpressionError {
  std::size_t offset = 0;
  std::string message;
};

class Scope;  // form/scope.h: what an expression can see

class Expression {
 public:
  /// Parses `source` and checks function names and argument counts. Limits: form/limits.h (length, depth).
  [[nodiscard]] static std::expected<Expression, ExpressionError> parse(std::string_view source);

  /// Evaluates. An error is a value that makes no sense at run time (`date('1983-09-31')`); callers treat it as an empty value.
  [[nodiscard]] std::expected<Value, Error> evaluate(const Scope& scope) const;

  /// The text as the author wrote it.
  [[nodiscard]] const std::string& source() const;
  /// The expression printed from what was parsed: parses again to the same.
  [[nodiscard]] std::string print() const;

 private:
  struct Node;
  explicit Expression(std::shared_ptr<const Node> root);
  std::shared_ptr<const Node> root_;
};

}  // namespace buurtpeil
