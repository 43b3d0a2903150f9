// A form's answers and one list of choices as expressions see them, fixed: enough for every step of a path
// and every function to find something. The expression stands at the question "age".
#pragma once

#include <array>
#include <string>

#include "form/expression/expression.h"
#include "form/expression/scope.h"

namespace buurtpeil {

class SmallTree : public Scope {
 public:
  /// Sunday 1 March 2026, half past midnight in the Netherlands.
  SmallTree() : Scope(Moment{1'772'321'400'000, 60, 0}) {}

  std::optional<Node> current() const override { return Node{0, 3}; }
  std::optional<Node> document() const override { return Node{0, 0}; }
  std::optional<Node> instance(std::string_view id) const override {
    return id == "trees" ? std::optional(Node{0, trees}) : std::nullopt;
  }
  std::optional<Node> parent(Node node) const override {
    if (node.index == 0 || node.index == trees) return std::nullopt;
    return Node{0, leaves[node.index].parent};
  }
  void children(Node node, std::string_view wanted, NodeSet& into) const override {
    for (std::uint32_t i = node.index + 1; i < leaves.size(); ++i)
      if (i != trees && leaves[i].parent == node.index && (wanted == "*" || wanted == leaves[i].name))
        into.push_back({0, i});
  }
  std::string name(Node node) const override { return std::string(leaves[node.index].name); }
  Value value(Node node) const override {
    const Leaf& leaf = leaves[node.index];
    if (leaf.name == "age") return 42.0;
    if (leaf.name == "born") return date_from_text(leaf.value).value();
    return std::string(leaf.value);
  }
  NodeSet named(std::string_view wanted, Node) const override {
    NodeSet found;
    for (std::uint32_t i = 1; i < trees; ++i)
      if (wanted == leaves[i].name) found.push_back({0, i});
    return found;
  }
  std::string choice_label(std::string_view question, std::string_view choice) const override {
    return question == "name" && choice == "oak" ? "Oak" : "";
  }
  std::string itext(std::string_view id) const override { return id == "hello" ? "Hello" : ""; }

 private:
  struct Leaf {
    std::string_view name, value;
    std::uint32_t parent;
  };
  static constexpr std::uint32_t trees = 9;
  static constexpr std::array leaves = std::to_array<Leaf>({
      {"", "", 0},             // 0: above the form's root
      {"data", "", 0},         // 1
      {"name", "oak elm", 1},  // 2
      {"age", "42", 1},        // 3
      {"born", "1984-02-29", 1},
      {"place", "", 1},  // 5: a repeat
      {"kind", "oak", 5},
      {"place", "", 1},  // 7: the second time
      {"kind", "3.5", 7},
      {"", "", 0},      // 9: above the root of the list
      {"root", "", 9},  // 10
      {"item", "", 10},
      {"name", "oak", 11},
      {"label", "Oak", 11},
      {"size", "5", 11},
      {"item", "", 10},
      {"name", "elm", 15},
      {"label", "Elm", 15},
      {"size", "2", 15},
  });
};

/// "number 5" or "error: ...".
inline std::string outcome_of(const Expression& expression, const Scope& scope) {
  const auto value = expression.evaluate(scope);
  return value ? std::string(type_name(*value)) + " " + to_text(*value) : "error: " + value.error().message;
}

}  // namespace buurtpeil
