// Any text as an expression: printed it parses again to the same, and both evaluate to the same.
#include "form/expression.h"

#include <fmt/format.h>

#include "fuzz.h"

namespace {

using namespace buurtpeil;

/// /data with name, age, born and two places that have a kind: enough for every step of a path to find
/// something.
class SmallTree : public Scope {
 public:
  SmallTree() : Scope(Moment{1'772'321'400'000, 60, 0}) {}

  std::optional<Node> current() const override { return Node{0, 3}; }
  std::optional<Node> document() const override { return Node{0, 0}; }
  std::optional<Node> instance(std::string_view id) const override {
    return id.size() % 2 == 0 ? std::optional(Node{0, 0}) : std::nullopt;
  }
  std::optional<Node> parent(Node node) const override {
    return node.index == 0 ? std::nullopt : std::optional(Node{0, leaves[node.index].parent});
  }
  void children(Node node, std::string_view wanted, NodeSet& into) const override {
    for (std::uint32_t i = 1; i < std::size(leaves); ++i)
      if (leaves[i].parent == node.index && (wanted == "*" || wanted == leaves[i].name))
        into.push_back({0, i});
  }
  std::string name(Node node) const override { return std::string(leaves[node.index].name); }
  Value value(Node node) const override {
    if (node.index == 3) return 42.0;
    return std::string(leaves[node.index].value);
  }
  NodeSet named(std::string_view wanted, Node) const override {
    NodeSet found;
    for (std::uint32_t i = 1; i < std::size(leaves); ++i)
      if (wanted == leaves[i].name) found.push_back({0, i});
    return found;
  }

 private:
  struct Leaf {
    std::string_view name, value;
    std::uint32_t parent;
  };
  static constexpr Leaf leaves[] = {{"", "", 0},
                                    {"data", "", 0},
                                    {"name", "oak elm", 1},
                                    {"age", "42", 1},
                                    {"born", "2026-03-01", 1},
                                    {"place", "", 1},
                                    {"kind", "52.1 4.9 0 0;52.2 4.9 0 0;52.1 5 0 0", 5},
                                    {"place", "", 1},
                                    {"kind", "3.5", 7}};
};

std::string outcome(const Expression& expression) {
  static const SmallTree scope;
  const auto value = expression.evaluate(scope);
  return value ? fmt::format("{} {}", type_name(*value), to_text(*value)) : "error: " + value.error().message;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto expression = Expression::parse(fuzz::text_of(data, size));
  if (!expression) {
    fuzz::must(expression.error().offset <= size && !expression.error().message.empty(),
               "a mistake has a place and a sentence");
    return 0;
  }
  for (const Reference& reference : expression->references())
    fuzz::must(reference.offset < size, "a reference stands in the text");
  const std::string printed = expression->print();
  const auto again = Expression::parse(printed);
  // What is printed may be longer than what was written, and so too long or nested too deeply.
  if (!again) {
    const std::string& message = again.error().message;
    fuzz::must(message.contains("longer than") || message.contains("too deeply"),
               fmt::format("'{}' does not parse: {}", printed, message));
    return 0;
  }
  fuzz::must(again->print() == printed,
             fmt::format("'{}' prints as '{}' the second time", printed, again->print()));
  const std::string first = outcome(*expression), second = outcome(*again);
  fuzz::must(first == second, fmt::format("'{}' gives {}, printed again {}", printed, first, second));
  return 0;
}
