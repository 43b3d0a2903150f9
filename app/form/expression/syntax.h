// The parsed expression: a small tree. Only the files that parse, print, evaluate and examine expressions
// include this.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "form/expression/expression.h"

namespace buurtpeil {

struct Function;  // form/expression/functions.h

/// From the loosest to the tightest operator; what follows them are operands.
enum class SyntaxKind {
  either,
  both,
  equal,
  unequal,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  negate,
  unite,
  path,
  filter,
  call,
  number,
  text,
  reference,
};

enum class Axis { child, parent, self };

struct Syntax;

struct Step {
  Axis axis = Axis::child;
  std::string name;  ///< "*" for any
  std::vector<Syntax> predicates;
};

/// Where a path begins.
enum class PathStart { context, document, expression };

struct Syntax {
  SyntaxKind kind = SyntaxKind::number;
  std::size_t offset = 0;              ///< in the source
  int depth = 1;                       ///< of the tree below, itself included; at most max_expression_depth
  double number = 0;                   ///< number
  std::string text{};                  ///< text: the words; reference: the name
  const Function* function = nullptr;  ///< call
  std::vector<Syntax>
      parts{};  ///< operands, arguments; path: the expression it starts from; filter: that and its predicates
  PathStart start = PathStart::context;  ///< path
  std::vector<Step> steps{};             ///< path
};

struct Operator {
  SyntaxKind kind;
  std::string_view spelling;
  int strength;  ///< the tighter, the higher: XPath 1.0's order
};

inline constexpr std::array<Operator, 15> operators = {{
    {SyntaxKind::either, "or", 1},
    {SyntaxKind::both, "and", 2},
    {SyntaxKind::unequal, "!=", 3},
    {SyntaxKind::equal, "=", 3},
    {SyntaxKind::less_or_equal, "<=", 4},
    {SyntaxKind::greater_or_equal, ">=", 4},
    {SyntaxKind::less, "<", 4},
    {SyntaxKind::greater, ">", 4},
    {SyntaxKind::add, "+", 5},
    {SyntaxKind::subtract, "-", 5},
    {SyntaxKind::multiply, "*", 6},
    {SyntaxKind::divide, "div", 6},
    {SyntaxKind::modulo, "mod", 6},
    {SyntaxKind::negate, "-", 7},
    {SyntaxKind::unite, "|", 8},
}};
inline constexpr int negation_strength = 7;
inline constexpr int operand_strength = 9;

struct Expression::Parsed {
  std::string source;
  Syntax root;
  bool is_volatile = false;
};

/// In the fixed spelling of Expression::print().
[[nodiscard]] std::string print_syntax(const Syntax& syntax);

/// form/expression/parser.cpp. `source` is within max_expression_bytes.
[[nodiscard]] std::expected<Syntax, ExpressionError> parse_syntax(std::string_view source);

}  // namespace buurtpeil
