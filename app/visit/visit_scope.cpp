#include <algorithm>
#include <iterator>

#include "visit/engine.h"

namespace buurtpeil {
namespace {

Node answer_node(int item) { return {0, static_cast<std::uint32_t>(item)}; }
int item_of(Node node) { return static_cast<int>(node.index); }

}  // namespace

std::optional<Node> VisitScope::instance(std::string_view id) const {
  const std::optional<std::uint32_t> tree = engine_.tree_named(id);
  return tree ? std::optional(Node{*tree, DataTree::document}) : std::nullopt;
}

std::optional<Node> VisitScope::parent(Node node) const {
  if (node.tree != 0) {
    const std::optional<std::uint32_t> above = engine_.tree(node.tree).parent(node.index);
    return above ? std::optional(Node{node.tree, *above}) : std::nullopt;
  }
  int above = engine_.item(item_of(node)).parent;
  if (above >= 0 && engine_.item(above).role == Role::series) above = engine_.item(above).parent;
  return above < 0 ? std::nullopt : std::optional(answer_node(above));
}

void VisitScope::children(Node node, std::string_view name, NodeSet& into) const {
  if (node.tree != 0) {
    for (const std::uint32_t child : engine_.tree(node.tree).children(node.index, name))
      into.push_back({node.tree, child});
    return;
  }
  for (const int child : engine_.visible_children(item_of(node))) {
    const Item& below = engine_.item(child);
    // The root's own name is the form's business: whatever a path calls it, it is meant.
    const bool wanted = name == "*" || below.role == Role::root || engine_.row_of(child).name == name;
    if (!wanted) continue;
    if (below.role != Role::series)
      into.push_back(answer_node(child));
    else
      for (const int instance : engine_.visible_children(child)) into.push_back(answer_node(instance));
  }
}

bool VisitScope::is_there(Node node) const {
  if (node.tree != 0 || engine_.item(item_of(node)).position == 0) return true;
  // A condition that looks at the instances of its own repeat cannot ask for its own outcome.
  const bool relevant = engine_.is_relevant(item_of(node));
  return relevant || engine_.is_being_computed({item_of(node), Property::relevant});
}

std::string VisitScope::name(Node node) const {
  if (node.tree != 0) return engine_.tree(node.tree).name(node.index);
  const int item = item_of(node);
  return engine_.item(item).row < 0 ? "data" : engine_.row_of(item).name;
}

std::optional<NodeSet> VisitScope::having(const NodeSet& candidates, std::string_view column,
                                          const Value& wanted) const {
  if (candidates.empty() || candidates.front().tree == 0) return std::nullopt;
  const std::uint32_t number = candidates.front().tree;
  const DataTree& tree = engine_.tree(number);
  const ColumnIndex* const index = tree.index(column);
  if (index == nullptr || candidates.size() != tree.item_count()) return std::nullopt;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (candidates[i] != Node{number, tree.item(i)}) return std::nullopt;  // not the list as it stands
  std::vector<std::uint32_t> found;
  if (const auto* text = std::get_if<std::string>(&wanted)) {
    if (const auto records = index->find(*text); records != index->end()) found = records->second;
  } else if (const auto* sought = std::get_if<double>(&wanted)) {
    for (const auto& [value, records] : *index)  // "7" and "007" are the same number
      if (equal_numbers(text_to_number(value), *sought))
        found.insert(found.end(), records.begin(), records.end());
    std::ranges::sort(found);
  } else {
    return std::nullopt;
  }
  NodeSet nodes;
  for (const std::uint32_t record : found) nodes.push_back({number, tree.item(record)});
  return nodes;
}

Value VisitScope::value(Node node) const {
  if (node.tree == 0) return engine_.value(item_of(node));
  const DataTree& tree = engine_.tree(node.tree);
  const Text* text = tree.text(node.index);
  return text != nullptr ? engine_.words(*text, item_) : tree.value(node.index);
}

// Of several rows with that name the one that shares the innermost container with where we are.
int VisitScope::nearest_row(std::string_view name, int from) const {
  const auto [begin, end] = engine_.rows_by_name_.equal_range(name);
  if (begin == end) return -1;
  if (std::next(begin) == end) return begin->second;
  std::vector<int> around{-1};
  for (int at = from; at >= 0; at = engine_.item(at).parent)
    if (engine_.item(at).row >= 0) around.push_back(engine_.item(at).row);
  int nearest = -1;
  std::size_t depth = 0;
  for (auto candidate = begin; candidate != end; ++candidate) {
    int container = engine_.form().rows[static_cast<std::size_t>(candidate->second)].parent;
    std::size_t shared = 0;
    for (int at = container; at >= 0; at = engine_.form().rows[static_cast<std::size_t>(at)].parent)
      if (std::find(around.begin(), around.end(), at) != around.end()) ++shared;
    if (nearest < 0 || shared > depth) {
      nearest = candidate->second;
      depth = shared;
    }
  }
  return nearest;
}

NodeSet VisitScope::named(std::string_view name, Node from) const {
  const int row = from.tree == 0 ? nearest_row(name, item_of(from)) : -1;
  if (row < 0) return {};
  const int only = engine_.item_of_row_[static_cast<std::size_t>(row)];
  if (only >= 0 && engine_.item(only).role != Role::series) return {answer_node(only)};
  std::vector<int> chain;  // rows from the top to the wanted one
  for (int at = row; at >= 0; at = engine_.form().rows[static_cast<std::size_t>(at)].parent)
    chain.insert(chain.begin(), at);
  // Up from where we are to the innermost item that is on the way to it.
  int start = item_of(from);
  std::size_t reached = 0;
  for (; start > Engine::root; start = engine_.item(start).parent) {
    const auto found = std::find(chain.begin(), chain.end(), engine_.item(start).row);
    if (found == chain.end() || engine_.item(start).role == Role::series) continue;
    reached = static_cast<std::size_t>(found - chain.begin()) + 1;
    break;
  }
  NodeSet nodes{answer_node(std::max<int>(start, Engine::root))};
  for (; reached < chain.size(); ++reached) {
    NodeSet next;
    for (const Node node : nodes) {
      const int slot = engine_.child_slots_[static_cast<std::size_t>(chain[reached])];
      const int child = engine_.item(item_of(node)).children[static_cast<std::size_t>(slot)];
      if (engine_.item(child).role != Role::series)
        next.push_back(answer_node(child));
      else
        for (const int instance : engine_.visible_children(child))
          if (is_there(answer_node(instance))) next.push_back(answer_node(instance));
    }
    nodes = std::move(next);
  }
  return nodes;
}

std::string VisitScope::choice_label(std::string_view question, std::string_view choice) const {
  const int row = nearest_row(question, item_);
  if (row < 0) return {};
  const Row& select = engine_.form().rows[static_cast<std::size_t>(row)];
  const auto list = engine_.form().choices.find(select.list);
  if (list == engine_.form().choices.end()) return {};
  const auto found = std::ranges::find(list->second, choice, &Choice::name);
  return found == list->second.end() ? std::string{} : engine_.words(found->label, item_);
}

std::string VisitScope::itext(std::string_view id) const {
  const Form& form = engine_.form();
  if (id.starts_with('/')) {
    const std::size_t path = id.find('/', 1), colon = id.rfind(':');
    if (path == id.npos || colon == id.npos || colon < path) return {};
    const int row = form.row_of(id.substr(path + 1, colon - path - 1));
    if (row < 0) return {};
    const Row& named = form.rows[static_cast<std::size_t>(row)];
    if (id.substr(colon) == ":label") return engine_.words(named.label, item_);
    return id.substr(colon) == ":hint" ? engine_.words(named.hint, item_) : std::string{};
  }
  const std::size_t dash = id.rfind('-');
  const auto list = dash == id.npos ? form.choices.end() : form.choices.find(std::string(id.substr(0, dash)));
  if (list == form.choices.end()) return {};
  const double number = text_to_number(id.substr(dash + 1));
  if (!(number >= 0 && number < static_cast<double>(list->second.size()))) return {};
  return engine_.words(list->second[static_cast<std::size_t>(number)].label, item_);
}

std::string VisitScope::language() const {
  (void)engine_.get(Engine::language_key);
  const int language = engine_.language();
  return language < 0 ? engine_.form().plain_language
                      : engine_.form().languages[static_cast<std::size_t>(language)].code;
}

}  // namespace buurtpeil
