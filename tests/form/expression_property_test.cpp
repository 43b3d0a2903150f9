// What holds for every expression, tried on many that are made at random from the whole grammar: every
// operator, axis, kind of literal and function.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <set>

#include "form/expression/expression.h"
#include "form/expression/functions.h"
#include "form/small_tree.h"

using namespace buurtpeil;

namespace {

const SmallTree small_tree;

/// A random expression as text, with brackets and spaces at random places.
class Grammar {
 public:
  explicit Grammar(unsigned seed) : random_(seed) {}

  std::string expression(int depth) {
    if (depth == 0) return leaf();
    switch (pick(8)) {
      case 0:
        return "( " + expression(depth - 1) + ")";
      case 1:
        return "-" + expression(depth - 1);
      case 2:
        return call(depth);
      case 3:
        return path(depth);
      case 4:
        return "(" + nodes() + "|" + path(depth) + ")[" + expression(depth - 1) + "]";
      case 5:
        return "(" + path(depth) + ")[" + expression(depth - 1) + "]/" + step(0);
      default:
        return expression(depth - 1) + between() + expression(depth - 1);
    }
  }

  /// Functions and operators that were used.
  [[nodiscard]] const std::set<std::string_view>& used() const { return used_; }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }

  template <typename List>
  auto one_of(const List& list) {
    return list[pick(std::size(list))];
  }

  std::string leaf() {
    constexpr std::string_view leaves[] = {
        "1",  "0.25",    ".5",     "7.",        "'it'",     "\"it's\"",        "'\"'",
        "''", "today()", "${age}", "${ name }", "${place}", "${last-saved#x}", "'2026-03-01'"};
    return pick(3) == 0 ? nodes() : std::string(one_of(leaves));
  }

  std::string nodes() {
    constexpr std::string_view places[] = {
        ".",   "..", "../name", "/data/place/kind",           "(/)", "*", "place", "current()/.", "${kind}",
        "mod", "or", "/data/*", "instance('trees')/root/item"};
    return std::string(one_of(places));
  }

  std::string step(int depth) {
    constexpr std::string_view steps[] = {"kind",     "*",           ".",
                                          "..",       "child::kind", "parent::place",
                                          "div",      "name",        "self::node()",
                                          "child::*", "self::kind",  "parent::node()"};
    std::string step(one_of(steps));
    // XPath has no predicate after an abbreviated step; we allow it.
    if (depth > 0 && pick(3) == 0) step += "[" + expression(depth - 1) + "]";
    return step;
  }

  std::string path(int depth) {
    constexpr std::string_view starts[] = {"",          "/",          "../",
                                           "${place}/", "current()/", "instance('trees')/root/"};
    std::string path(one_of(starts));
    path += step(depth);
    while (pick(3) == 0) path += "/" + step(depth);
    return path;
  }

  std::string between() {
    const Operator& one = one_of(operators);
    if (one.kind == SyntaxKind::negate || one.kind == SyntaxKind::unite) return between();
    used_.insert(one.spelling);
    const bool is_word = one.spelling.front() >= 'a';
    const std::string space = is_word || one.spelling == "-" || pick(2) == 0 ? " " : "";
    return space + std::string(one.spelling) + space;
  }

  std::string call(int depth) {
    const std::string_view name = one_of(function_names());
    const Function& function = *function_named(name);
    used_.insert(name);
    const int most = std::min(function.most, function.least + 2);
    int count = function.least + static_cast<int>(pick(static_cast<std::size_t>(most - function.least + 1)));
    if (name == "indexed-repeat") count |= 1;
    if (name == "weighted-checklist") count += count % 2;
    std::string arguments;
    for (int i = 0; i < count; ++i) {
      const bool pattern = name == "regex" && i == 1;
      arguments += (i == 0         ? ""
                    : pick(2) == 0 ? ","
                                   : " , ") +
                   (pattern ? "'[a-z]+'" : expression(depth - 1));
    }
    return std::string(name) + (pick(4) == 0 ? " (" : "(") + arguments + ")";
  }

  std::mt19937 random_;
  std::set<std::string_view> used_;
};

}  // namespace

TEST_CASE("whatever is printed parses again to the same, and gives the same value") {
  Grammar grammar(7);
  int with_value = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string source = grammar.expression(3);
    CAPTURE(source);
    const auto once = Expression::parse(source);
    REQUIRE_MESSAGE(once, once.error().message);
    const auto twice = Expression::parse(once->print());
    REQUIRE(twice);
    REQUIRE(twice->print() == once->print());
    REQUIRE(twice->references().size() == once->references().size());
    REQUIRE(twice->is_volatile() == once->is_volatile());
    const std::string outcome = outcome_of(*once, small_tree);
    REQUIRE(outcome_of(*twice, small_tree) == outcome);
    with_value += outcome.starts_with("error: ") ? 0 : 1;
  }
  CHECK(with_value > 5'000);  // else the comparison says little
  CHECK(grammar.used().size() == function_names().size() + 13);
}

TEST_CASE("any bytes are refused or understood, never worse") {
  std::mt19937 random(11);
  constexpr std::string_view alphabet = "${}()[]/.*'\"|<>=!+-,: ab1@div mod or\xC2\xA0\xFF";
  for (int i = 0; i < 20'000; ++i) {
    std::string source;
    for (auto length = random() % 24; length > 0; --length) source += alphabet[random() % alphabet.size()];
    const auto expression = Expression::parse(source);
    if (expression) (void)expression->evaluate(small_tree);
  }
}
