// A recursive descent parser: one function a level of the grammar. A failure is thrown inside this file only.
#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "form/expression/functions.h"
#include "form/expression/slips.h"
#include "form/expression/syntax.h"

namespace buurtpeil {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool continues_name(char c) { return begins_name(c) || is_digit(c) || c == '-' || c == '.'; }

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {}

  Syntax parse() {
    skip_space();
    if (at_end()) fail("the expression is empty");
    if (peek() == '=') fail("an expression has no '=' at its beginning; leave it out");
    Syntax whole = expression(0);
    if (!at_end()) unexpected();
    return whole;
  }

 private:
  [[noreturn]] void fail(std::string message) const { fail_at(at_, std::move(message)); }
  [[noreturn]] static void fail_at(std::size_t offset, std::string message) {
    throw ExpressionError{offset, std::move(message)};
  }

  bool at_end() const { return at_ >= source_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }
  void skip_space() {
    for (;; ++at_) {
      const bool no_break_space = peek() == '\xC2' && peek(1) == '\xA0';
      if (no_break_space)
        ++at_;
      else if (!is_space(peek()))
        return;
    }
  }
  bool take(std::string_view token) {
    if (!source_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    skip_space();
    return true;
  }
  void expect(std::string_view token, std::string_view after) {
    if (take(token)) return;
    fail_with_slip();
    fail(fmt::format("'{}' is missing {}", token, after));
  }
  std::string rest_word() const {
    std::size_t end = at_;
    while (end < source_.size() && continues_name(source_[end])) ++end;
    if (end == at_) ++end;
    while (end < source_.size() && (static_cast<unsigned char>(source_[end]) & 0xC0) == 0x80) ++end;
    return std::string(source_.substr(at_, end - at_));
  }

  /// Something stands where nothing like it can.
  [[noreturn]] void unexpected() const {
    fail_with_slip();
    fail(fmt::format("'{}' is not expected here", rest_word()));
  }

  /// Fails with what is probably meant, where that is known of what stands here or just before it.
  void fail_with_slip() const {
    if (at_end()) return;
    if (at_ > 0)
      if (std::string message = slip_in_pair(source_.substr(at_ - 1)); !message.empty())
        fail_at(at_ - 1, std::move(message));
    const std::size_t last = source_.find_last_not_of(" \t\r\n", at_ == 0 ? 0 : at_ - 1);
    std::size_t begin = last == std::string_view::npos ? at_ : last + 1;
    while (begin > 0 && continues_name(source_[begin - 1])) --begin;
    const std::string_view before =
        begin < at_ ? source_.substr(begin, last + 1 - begin) : std::string_view{};
    if (std::string message = slip_after(before); !message.empty()) fail_at(begin, std::move(message));
    if (std::string message = slip_at(source_.substr(at_), rest_word(), before); !message.empty())
      fail(std::move(message));
  }

  // A chain of operators is a tree as deep as the chain is long: nothing may be so deep that evaluating it
  // overflows the stack.
  void deepen(Syntax& parent, const Syntax& child) const {
    parent.depth = std::max(parent.depth, child.depth + 1);
    if (parent.depth > max_expression_depth)
      fail("the expression is too long: compute a part of it in a calculation");
  }
  void adopt(Syntax& parent, Syntax child) const {
    deepen(parent, child);
    parent.parts.push_back(std::move(child));
  }

  // The text of a name at the current place, without moving: "jr:choice-name" is one name, "child::x" is not.
  std::string_view name_ahead() const {
    if (!begins_name(peek()) || (peek() == '\xC2' && peek(1) == '\xA0')) return {};
    std::size_t end = at_;
    while (end < source_.size() && continues_name(source_[end])) ++end;
    const bool prefix = end + 1 < source_.size() && source_[end] == ':' && begins_name(source_[end + 1]);
    if (prefix) {
      ++end;
      while (end < source_.size() && continues_name(source_[end])) ++end;
    }
    return source_.substr(at_, end - at_);
  }

  const Operator* operator_ahead() const {
    const std::string_view word = name_ahead();
    for (const Operator& candidate : operators) {
      if (candidate.kind == SyntaxKind::negate) continue;
      const bool is_word = begins_name(candidate.spelling.front());
      if (is_word ? word == candidate.spelling : source_.substr(at_).starts_with(candidate.spelling))
        return &candidate;
    }
    return nullptr;
  }

  // Operators from `strength` on, the tighter ones first: every operator binds to the left.
  Syntax expression(int strength) {
    Syntax left = unary();
    for (;;) {
      const Operator* found = operator_ahead();
      if (found == nullptr || found->strength < strength) return left;
      const std::size_t offset = at_;
      at_ += found->spelling.size();
      skip_space();
      if (at_end()) fail(fmt::format("after '{}' something is missing", found->spelling));
      Syntax right = expression(found->strength + 1);
      Syntax joined{.kind = found->kind, .offset = offset};
      adopt(joined, std::move(left));
      adopt(joined, std::move(right));
      left = std::move(joined);
    }
  }

  Syntax unary() {
    if (peek() != '-') return path();
    const Nesting nesting(*this);
    const std::size_t offset = at_;
    take("-");
    Syntax negated{.kind = SyntaxKind::negate, .offset = offset};
    adopt(negated, expression(negation_strength));
    return negated;
  }

  Syntax path() {
    const std::size_t offset = at_;
    if (peek() == '/') return absolute_path();
    if (begins_step()) {
      Syntax relative{.kind = SyntaxKind::path, .offset = offset};
      steps(relative);
      return relative;
    }
    Syntax begin = filter();
    if (peek() != '/') return begin;
    Syntax continued{.kind = SyntaxKind::path, .offset = offset, .start = PathStart::expression};
    adopt(continued, std::move(begin));
    take_slash();
    steps(continued);
    return continued;
  }

  Syntax absolute_path() {
    Syntax absolute{.kind = SyntaxKind::path, .offset = at_, .start = PathStart::document};
    take_slash();
    if (begins_step()) steps(absolute);
    return absolute;
  }

  void take_slash() {
    if (peek(1) == '/') fail("'//' is not supported: write the whole path");
    take("/");
    if (is_digit(peek()) || peek() == '$' || peek() == '(')
      fail("'/' begins a part of a path; to divide write div");
  }

  bool begins_step() const {
    if (peek() == '*' || peek() == '@') return true;
    if (peek() == '.') return !is_digit(peek(1));
    const std::string_view name = name_ahead();
    if (name.empty()) return false;
    std::size_t after = at_ + name.size();
    while (after < source_.size() && is_space(source_[after])) ++after;
    const bool call = after < source_.size() && source_[after] == '(';
    return !call || name == "node" || name == "text";
  }

  void steps(Syntax& path) {
    for (;;) {
      path.steps.push_back(step());
      for (const Syntax& predicate : path.steps.back().predicates) deepen(path, predicate);
      if (path.steps.size() > max_expression_depth) fail("the path is too long");
      if (peek() != '/') return;
      take_slash();
    }
  }

  Step step() {
    Step step;
    if (take(".."))
      step = {Axis::parent, "*", {}};
    else if (take("."))
      step = {Axis::self, "*", {}};
    else
      step = named_step();
    while (peek() == '[') step.predicates.push_back(predicate());
    return step;
  }

  Step named_step() {
    if (peek() == '@') fail("attributes are not supported");
    Step step;
    const std::size_t offset = at_;
    std::string_view name = name_ahead();
    if (source_.substr(at_ + name.size()).starts_with("::")) {
      if (name == "child")
        step.axis = Axis::child;
      else if (name == "parent")
        step.axis = Axis::parent;
      else if (name == "self")
        step.axis = Axis::self;
      else
        fail(fmt::format("the axis '{}' is not supported: only child, parent and self are", name));
      at_ += name.size() + 2;
      skip_space();
      name = name_ahead();
    }
    if (take("*")) {
      step.name = "*";
      return step;
    }
    if (name.empty()) fail("a name is missing");
    at_ += name.size();
    skip_space();
    if (take("(")) {
      if (name != "node") fail_at(offset, fmt::format("'{}()' is not supported in a path", name));
      expect(")", "after 'node('");
      name = "*";
    }
    step.name = name;
    return step;
  }

  Syntax predicate() {
    const Nesting nesting(*this);
    const std::size_t offset = at_;
    take("[");
    Syntax inside = expression(0);
    if (take("]")) return inside;
    fail_with_slip();
    fail(fmt::format("']' is missing for the '[' at position {}", offset + 1));
  }

  Syntax filter() {
    const std::size_t offset = at_;
    Syntax operand = primary();
    if (peek() != '[') return operand;
    Syntax filtered{.kind = SyntaxKind::filter, .offset = offset};
    adopt(filtered, std::move(operand));
    while (peek() == '[') adopt(filtered, predicate());
    return filtered;
  }

  Syntax primary() {
    const char c = peek();
    if (at_end()) fail("something is missing at the end");
    if (c == '(') {
      const Nesting nesting(*this);
      const std::size_t offset = at_;
      take("(");
      Syntax inside = expression(0);
      if (take(")")) return inside;
      fail_with_slip();
      fail(fmt::format("')' is missing for the '(' at position {}", offset + 1));
    }
    if (c == '\'' || c == '"') return literal();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    if (c == '$') return reference();
    if (begins_name(c)) return call();
    unexpected();
  }

  Syntax literal() {
    Syntax words{.kind = SyntaxKind::text, .offset = at_};
    const std::size_t end = source_.find(peek(), at_ + 1);
    if (end == std::string_view::npos)
      fail(fmt::format("the text that begins here has no closing {}", peek()));
    words.text = source_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    skip_space();
    return words;
  }

  Syntax number() {
    Syntax digits{.kind = SyntaxKind::number, .offset = at_};
    const std::size_t begin = at_;
    while (is_digit(peek())) ++at_;
    if (peek() == '.') ++at_;
    while (is_digit(peek())) ++at_;
    digits.number = text_to_number(source_.substr(begin, at_ - begin));
    if (!std::isfinite(digits.number)) fail_at(begin, "the number is too large");
    skip_space();
    return digits;
  }

  Syntax reference() {
    Syntax named{.kind = SyntaxKind::reference, .offset = at_};
    const std::size_t end = source_.find('}', at_);
    if (peek(1) != '{' || end == std::string_view::npos) fail("a reference is written ${name}");
    std::string_view name = source_.substr(at_ + 2, end - at_ - 2);
    while (!name.empty() && is_space(name.front())) name.remove_prefix(1);
    while (!name.empty() && is_space(name.back())) name.remove_suffix(1);
    const std::string_view bare = name.starts_with("last-saved#") ? name.substr(11) : name;
    const bool well_formed =
        !bare.empty() && begins_name(bare.front()) &&
        std::all_of(bare.begin(), bare.end(), [](char c) { return continues_name(c) || c == ':'; });
    if (!well_formed) fail(fmt::format("'{}' is not a name", name));
    named.text = name;
    at_ = end + 1;
    skip_space();
    return named;
  }

  Syntax call() {
    const Nesting nesting(*this);
    Syntax call{.kind = SyntaxKind::call, .offset = at_};
    const std::string_view name = name_ahead();
    call.function = function_named(name);
    if (call.function == nullptr) fail(slip_in_call(name));
    at_ += name.size();
    skip_space();
    take("(");
    while (peek() != ')') {
      if (!call.parts.empty()) expect(",", fmt::format("between the arguments of {}()", name));
      adopt(call, expression(0));
      if (at_end()) fail(fmt::format("')' is missing after the arguments of {}()", name));
    }
    take(")");
    std::string complaint = complaint_about_arguments(*call.function, call.parts);
    if (!complaint.empty() && has_decimal_comma(source_.substr(call.offset, at_ - call.offset)))
      complaint += "; a number has a point, as in 0.5, and no comma";
    if (!complaint.empty()) fail_at(call.offset, std::move(complaint));
    return call;
  }

  // Counts how deep we are, so that no input overflows the stack.
  struct Nesting {
    explicit Nesting(Parser& parser) : parser_(parser) {
      if (++parser_.nesting_ > max_expression_nesting) parser_.fail("the brackets are nested too deeply");
    }
    ~Nesting() { --parser_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    Parser& parser_;
  };

  std::string_view source_;
  std::size_t at_ = 0;
  int nesting_ = 0;
};

}  // namespace

std::expected<Syntax, ExpressionError> parse_syntax(std::string_view source) {
  try {
    return Parser(source).parse();
  } catch (ExpressionError& error) {
    return std::unexpected(std::move(error));
  }
}

}  // namespace buurtpeil
