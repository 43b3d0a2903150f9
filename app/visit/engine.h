// The computing part of a visit: a tree of what is asked (rows, with repeats written out) in which every item
// has properties that expressions compute. A property is computed when it is asked for, remembers who read
// it, and is forgotten when something it read changes: so only what depends on a change is computed again, in
// whatever order it is needed.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/expression/scope.h"
#include "form/form.h"
#include "visit/data_tree.h"
#include "visit/visit.h"

namespace buurtpeil {

enum class Property : std::uint8_t {
  relevant,
  value,
  required,
  read_only,
  valid,
  offered,
  options,
  count,
  trigger
};
inline constexpr std::size_t property_count = 9;

/// A property of an item.
struct Key {
  int item = 0;
  Property property = Property::value;
  friend auto operator<=>(const Key&, const Key&) = default;
};

/// What is known of a property.
struct Slot {
  enum class State : std::uint8_t { stale, computing, fresh };
  State state = State::stale;
  Value value;
  std::set<Key> readers;  ///< computed from this one: stale as soon as this one is
};

enum class Role : std::uint8_t {
  document,  ///< above everything
  root,      ///< the form
  group,     ///< a group, or one instance of a repeat
  series,    ///< a repeat: holds its instances, invisible in paths
  question,  ///< a row that holds nothing: question, note, calculation
};

/// A row as it stands in this visit; a row of a repeat stands there once for each instance.
struct Item {
  Role role = Role::question;
  int row = -1;               ///< in Form::rows
  int parent = -1;            ///< item
  int slot = 0;               ///< which of its parent's children it is
  int position = 0;           ///< of an instance of a repeat, from 1; else 0
  std::string path;           ///< "street/place[2]/name"
  std::vector<int> children;  ///< items, in the form's order
  std::string text;           ///< working value: what was answered, or what a default or trigger put there
  bool answered = false;      ///< by the visitor
  bool refused = false;
  bool passed = false;       ///< the visitor saw it and went on
  std::int64_t seen_ms = 0;  ///< that it was on the screen
  Complaint complaint = Complaint::none;
  /// Of a calculation: what a draft has, to be kept until something that it depends on changes.
  std::optional<Value> restored;
  std::optional<std::string> trigger;  ///< what the trigger was when it was last looked at
  int fired = 0;                       ///< how often its trigger did
  NodeSet offered;                     ///< of a select: which of its list, in order
  std::vector<std::size_t> by_name;    ///< places in `offered`, by name; empty until one is looked for
  SharedList<Option> options;          ///< the same with their labels, none of them chosen
  std::array<Slot, property_count> slots;
};

class Engine {
 public:
  /// Instances of one repeat, and items of a whole visit: beyond them nothing is added.
  static constexpr int most_instances = 100;
  static constexpr std::size_t most_items = 50'000;

  Engine(const Form& form, int language, unsigned seed, Moment now);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  static constexpr int document = 0, root = 1;
  [[nodiscard]] const Form& form() const { return form_; }
  [[nodiscard]] Item& item(int index) { return items_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const Item& item(int index) const { return items_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const Row& row_of(int item) const;
  [[nodiscard]] const std::string& path_of(int index) const { return item(index).path; }
  /// The item with that path, or -1. Takes a step for each part of the path.
  [[nodiscard]] int find(std::string_view path) const;
  /// Every item but document and root in the form's order; of repeats those instances that count now.
  [[nodiscard]] std::vector<int> order();

  [[nodiscard]] bool is_relevant(int item) { return to_boolean(get({item, Property::relevant})); }
  /// Whether the condition of its row, without those around it, holds there. For a repeat itself, which has
  /// none but those of its instances: whether it would hold for one more.
  [[nodiscard]] bool meets_condition(int item);
  /// "" when it is not relevant.
  [[nodiscard]] Value value(int item);
  void lack_places() { has_places_ = false; }
  /// Not a select without any choice, nor a place with nothing to point at: nobody can answer it.
  [[nodiscard]] bool is_required(int item);
  [[nodiscard]] bool is_read_only(int item) { return to_boolean(get({item, Property::read_only})); }
  /// What its constraint allows at least or at most; whole where only whole numbers are possible.
  [[nodiscard]] std::optional<double> bound(int item, Bound::Side side);
  [[nodiscard]] bool meets_constraint(int item) { return to_boolean(get({item, Property::valid})); }
  /// Choices offered now, in order, with labels in the visitor's language.
  [[nodiscard]] SharedList<Option> options(int item);
  /// Places among those of the choices with that name.
  [[nodiscard]] std::vector<std::size_t> places_of(int item, std::string_view name);
  [[nodiscard]] std::size_t offered_count(int item);
  /// Its working value without the choices that are not offered now.
  [[nodiscard]] std::string still_offered(int item);
  [[nodiscard]] std::string words(const Text& text, int item);
  /// The same with its style.
  [[nodiscard]] StyledText styled(const Text& text, int item);
  /// Names of pictures and recordings, in the language; kinds without one are left out.
  [[nodiscard]] MediaNames media(const std::map<std::string, Text>& names, int item);

  void set_text(int item, std::string text);
  void set_language(int language);
  void set_now(Moment now) { now_ = now; }
  [[nodiscard]] int language() const { return language_; }
  /// Puts defaults in place (at the beginning, and in each new instance of a repeat).
  void put_defaults(int below);
  /// After a change: repeats grow, triggers run, choices that are no longer offered are dropped.
  void settle();
  /// Gives a repeat at least so many instances, new ones with their defaults.
  void grow(int series, int instances);
  /// The same without defaults, for what a draft has.
  void restore_instances(int series, int instances);
  /// Of a repeat: how many its repeat_count asks for; and how many of its instances count now.
  [[nodiscard]] int wanted_instances(int series);
  [[nodiscard]] int instances(int series);
  /// Of those that count, those that are relevant.
  [[nodiscard]] std::vector<int> relevant_instances(int series);
  /// Whether the limits allow so many.
  [[nodiscard]] bool can_grow(int series, int instances) const;
  /// Whether the limits and the repeat's condition allow one more.
  [[nodiscard]] bool can_add(int series);
  /// Whether it is in no instance of a repeat that is not relevant: such ones are as good as not there.
  [[nodiscard]] bool stands(int item);
  /// Forgets all that was answered below an item.
  void empty(int item);
  /// Gives an instance (from 0) that was taken away before its defaults again.
  void renew(int series, int instance);

  [[nodiscard]] int item_count() const { return static_cast<int>(items_.size()); }

  /// What a calculation gave last, also of one that is not relevant now: once() gives it again.
  struct Memory {
    Value value;
    bool is_current = false;  ///< nothing that it depends on has changed since
  };
  [[nodiscard]] std::optional<Memory> memory_of(int calculation) const;
  void restore_memory(int calculation, Memory memory);

  /// All that was answered and computed, to be tried out with and put back.
  using Items = std::deque<Item>;
  [[nodiscard]] const Items& items() const { return items_; }
  void put_back(Items items) { items_ = std::move(items); }

  [[nodiscard]] long evaluations() const { return evaluations_; }

 private:
  friend class VisitScope;
  /// The visitor's language, as something that can be read and can change.
  static constexpr Key language_key{document, Property::value};
  [[nodiscard]] const Value& get(Key key);
  struct TooDeep;
  [[nodiscard]] bool is_of_the_moment(Key key) const;
  void compute_into(Key key, Slot& into);
  void compute_from_the_top(Key key);
  [[nodiscard]] Value compute(Key key);
  [[nodiscard]] Value compute_relevant(int item);
  [[nodiscard]] Value compute_value(int item);
  void compute_offered(int item);
  void compute_options(int item);
  /// Of the nodes of a list with search() those that are found.
  void keep_found(int item, NodeSet& nodes);
  [[nodiscard]] std::expected<Value, Error> try_to_evaluate(const Expression& expression, int item);
  [[nodiscard]] bool meets(const Expression& constraint, int item);
  /// "" for an error.
  [[nodiscard]] Value evaluate(const Expression& expression, int item);
  [[nodiscard]] bool is_being_computed(Key key) { return slot(key).state == Slot::State::computing; }
  void forget(Key key);
  void forget_readers(Slot& slot);
  [[nodiscard]] Slot& slot(Key key) { return item(key.item).slots[static_cast<std::size_t>(key.property)]; }

  int add(Role role, int row, int parent, int position = 0);
  void add_rows(int parent, int begin, int end);
  int add_instance(int series);
  [[nodiscard]] int child_named(int container, std::string_view name) const;
  [[nodiscard]] std::vector<int> visible_children(int item);
  void collect_order(int item, std::vector<int>& into);
  bool settle_series(int item);
  bool settle_question(int item);
  /// What is being evaluated, and how many numbers it has drawn at random.
  struct Draws {
    int item = 0;
    const Expression* expression = nullptr;
    std::uint64_t count = 0;
  };
  /// While it lives, random() draws for this expression.
  class Drawing {
   public:
    Drawing(Engine& engine, int item, const Expression& expression)
        : engine_(engine), outer_(std::exchange(engine.draws_, {item, &expression})) {}
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;
    ~Drawing() { engine_.draws_ = outer_; }

   private:
    Engine& engine_;
    Draws outer_;
  };
  [[nodiscard]] double random();
  [[nodiscard]] std::uint64_t place_of_draw() const;

  [[nodiscard]] std::optional<std::uint32_t> tree_named(std::string_view id);
  [[nodiscard]] const DataTree& tree(std::uint32_t number) const { return *trees_[number - 1]; }
  [[nodiscard]] std::string offered_name(const Row& row, Node node);

  const Form& form_;
  int language_;
  unsigned seed_;
  Moment now_;
  long evaluations_ = 0;
  bool has_places_ = true;
  Items items_;                   // grows while references to its items are held
  std::vector<int> child_slots_;  // of each row: which child of its container it is
  std::vector<int> item_of_row_;  // the only one; -1 for rows of a repeat, and before it is there
  std::multimap<std::string, int, std::less<>> rows_by_name_;
  std::vector<Key> computing_;  // the last one is needed by the one before it
  int depth_ = 0;               // of the expressions that are being evaluated, together
  Draws draws_;
  std::map<std::string, std::uint32_t, std::less<>> tree_numbers_;
  std::vector<std::unique_ptr<DataTree>> trees_;
};

/// What an expression of one item sees.
class VisitScope : public Scope {
 public:
  VisitScope(Engine& engine, int item) : Scope(engine.now_), engine_(engine), item_(item) {}

  std::optional<Node> current() const override { return Node{0, static_cast<std::uint32_t>(item_)}; }
  std::optional<Node> document() const override { return Node{0, Engine::document}; }
  std::optional<Node> instance(std::string_view id) const override;
  std::optional<Node> parent(Node node) const override;
  void children(Node node, std::string_view name, NodeSet& into) const override;
  std::string name(Node node) const override;
  std::optional<NodeSet> having(const NodeSet& candidates, std::string_view column,
                                const Value& wanted) const override;
  Value value(Node node) const override;
  bool is_there(Node node) const override;
  NodeSet named(std::string_view name, Node from) const override;
  std::string choice_label(std::string_view question, std::string_view choice) const override;
  /// By the identifiers that the reference converter gives: "/data/street/trees:label" (or ":hint") for a
  /// row, "species-0" for the first choice of a list.
  std::string itext(std::string_view id) const override;
  std::string language() const override;
  double random() const override { return engine_.random(); }

 private:
  [[nodiscard]] int nearest_row(std::string_view name, int from) const;
  Engine& engine_;
  int item_;
};

}  // namespace buurtpeil
