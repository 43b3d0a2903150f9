// What an expression can see while it is evaluated: the tree of answers, choice lists and attached data, the
// moment, random numbers, the visitor's language. The base class sees nothing but the moment it was given:
// enough to evaluate an expression without a form.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/expression/value.h"
#include "form/moment.h"

namespace buurtpeil {

/// A place in a tree that the scope knows: tree 0 holds the answers, further ones are choice lists and
/// attached data.
struct Node {
  std::uint32_t tree = 0;
  std::uint32_t index = 0;
  friend auto operator<=>(const Node&, const Node&) = default;
};
using NodeSet = std::vector<Node>;

class Scope {
 public:
  explicit Scope(Moment now) : now_(now) {}
  virtual ~Scope() = default;

  /// The node that the expression belongs to: `current()`, and `.` outside of predicates.
  [[nodiscard]] virtual std::optional<Node> current() const { return std::nullopt; }
  /// The node above the form's own root element: where "/data/..." starts.
  [[nodiscard]] virtual std::optional<Node> document() const { return std::nullopt; }
  /// The node above the root element of a choice list or of attached data: `instance('id')`.
  [[nodiscard]] virtual std::optional<Node> instance(std::string_view /*id*/) const { return std::nullopt; }

  [[nodiscard]] virtual std::optional<Node> parent(Node) const { return std::nullopt; }
  /// Children of `node` with this name ("*": all), in document order, appended to `into`.
  virtual void children(Node /*node*/, std::string_view /*name*/, NodeSet& /*into*/) const {}
  [[nodiscard]] virtual std::string name(Node) const { return {}; }
  /// Whether a node-set may have it: an instance of a repeat that is not relevant is in none, but keeps its
  /// position among the children.
  [[nodiscard]] virtual bool is_there(Node) const { return true; }
  /// Those of `candidates`, in their order, with a child `column` that equals `wanted` as `=` compares,
  /// where that is known without a look at each; else nothing.
  [[nodiscard]] virtual std::optional<NodeSet> having(const NodeSet& /*candidates*/,
                                                      std::string_view /*column*/,
                                                      const Value& /*wanted*/) const {
    return std::nullopt;
  }
  /// Its value with its type: a date question gives a date, an integer or decimal a number. "" when it has
  /// none or is not relevant.
  [[nodiscard]] virtual Value value(Node) const { return std::string{}; }

  /// `${name}` as seen from `from`: inside the repeats that both share, the nearest; else all of them in
  /// document order.
  [[nodiscard]] virtual NodeSet named(std::string_view /*name*/, Node /*from*/) const { return {}; }
  /// jr:choice-name(): the label of a choice of the question called `question`, in the visitor's language; ""
  /// when unknown.
  [[nodiscard]] virtual std::string choice_label(std::string_view /*question*/,
                                                 std::string_view /*choice*/) const {
    return {};
  }
  /// jr:itext(): a text by its identifier, in the visitor's language; "" when unknown.
  [[nodiscard]] virtual std::string itext(std::string_view /*id*/) const { return {}; }

  /// Code of the visitor's language, for the names of months and days; "" is English.
  [[nodiscard]] virtual std::string language() const { return {}; }

  /// For today() and now().
  [[nodiscard]] Moment now() const { return now_; }
  /// At least 0, below 1: random(), uuid() and unseeded randomize(). The base class always gives the same.
  [[nodiscard]] virtual double random() const { return 0.5; }

 protected:
  Moment now_;
};

}  // namespace buurtpeil
