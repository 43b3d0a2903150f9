// Choice lists, attached data and texts: what a visit shows of them, in the visitor's language.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>

#include "form/expression/shuffle.h"
#include "form/strings.h"
#include "visit/engine.h"

namespace buurtpeil {
namespace {

// The question that a list like "${name}" stands for: the answers to it are the choices. "" for any other
// list.
std::string named_in_list(const Row& row) {
  const bool is_reference = row.list.starts_with("${") && row.list.ends_with('}');
  return is_reference ? row.list.substr(2, row.list.size() - 3) : std::string{};
}

// The names in an answer: of one choice the whole of it, which may have spaces in it.
std::vector<std::string> names_in(const Row& row, const std::string& answer) {
  if (row.type != Type::select_one) return words_of(answer);
  return answer.empty() ? std::vector<std::string>{} : std::vector{answer};
}

}  // namespace

std::optional<std::uint32_t> Engine::tree_named(std::string_view id) {
  if (const auto known = tree_numbers_.find(id); known != tree_numbers_.end()) return known->second;
  const std::vector<Choice>* records = form_.instance(id);
  if (records == nullptr) return std::nullopt;
  const auto list = std::ranges::find_if(form_.choices, [&](const auto& l) { return &l.second == records; });
  const auto indexes = form_.indexes.find(list->first);
  trees_.push_back(
      std::make_unique<DataTree>(*records, indexes == form_.indexes.end() ? nullptr : &indexes->second));
  const auto number = static_cast<std::uint32_t>(trees_.size());  // 0 is the tree of answers
  tree_numbers_.emplace(id, number);
  return number;
}

void Engine::compute_offered(int index) {
  const Row& row = row_of(index);
  NodeSet nodes;
  if (const std::string question = named_in_list(row); !question.empty()) {
    const NodeSet answers = VisitScope(*this, index).named(question, {0, static_cast<std::uint32_t>(index)});
    std::ranges::copy_if(answers, std::back_inserter(nodes),
                         [&](Node node) { return !is_empty(value(static_cast<int>(node.index))); });
  } else if (const std::optional<std::uint32_t> number = tree_named(row.list)) {
    const DataTree& list = tree(*number);
    nodes.resize(list.item_count());  // at once: it may be 10,000 for each change of a filter
    std::size_t record = 0;
    for (Node& node : nodes) node = {*number, list.item(record++)};
  }
  if (row.search) keep_found(index, nodes);
  if (row.choice_filter) {
    ++evaluations_;
    const Drawing drawing(*this, index, *row.choice_filter);
    auto kept = row.choice_filter->select(VisitScope(*this, index), nodes);
    nodes = kept ? std::move(*kept) : NodeSet{};
  }
  if (row.randomize) {
    const double own = static_cast<double>(seed_) + item(index).row;
    nodes = shuffled(nodes, row.seed ? to_number(evaluate(*row.seed, index)) : own);
  }
  item(index).offered = std::move(nodes);
  item(index).by_name.clear();
}

// What ODK Collect asks SQLite: LIKE on the columns, = on the filter, both without a difference between A and
// a; of several records with one name the first.
void Engine::keep_found(int index, NodeSet& nodes) {
  const Row& row = row_of(index);
  const Search& search = *row.search;
  const auto value_of = [&](const std::optional<Expression>& expression) {
    return expression ? lower_case(to_text(evaluate(*expression, index))) : std::string{};
  };
  const std::string sought = value_of(search.sought), filter = value_of(search.filter);
  const auto cell = [](const Choice& choice, const std::string& column) {
    const auto found = choice.columns.find(column);
    return found == choice.columns.end() ? std::string{} : lower_case(found->second);
  };
  const auto fits = [&](const std::string& text) {
    switch (search.kind) {
      case Search::Kind::matches:
        return text == sought;
      case Search::Kind::starts_with:
        return text.starts_with(sought);
      case Search::Kind::ends_with:
        return text.ends_with(sought);
      case Search::Kind::contains:
        break;
    }
    return text.contains(sought);
  };
  std::set<std::string_view> names;
  std::erase_if(nodes, [&](Node node) {
    const Choice& choice = form_.choices.at(row.list)[tree(node.tree).index_of(node.index)];
    const bool found = choice.always_offered ||
                       ((search.columns.empty() || std::ranges::any_of(search.columns,
                                                                       [&](const std::string& column) {
                                                                         return fits(cell(choice, column));
                                                                       })) &&
                        (search.filter_column.empty() || cell(choice, search.filter_column) == filter));
    return !found || !names.insert(choice.name).second;
  });
}

std::string Engine::offered_name(const Row& row, Node node) {
  if (node.tree == 0) return to_text(value(static_cast<int>(node.index)));
  return form_.choices.at(row.list)[tree(node.tree).index_of(node.index)].name;
}

void Engine::compute_options(int index) {
  const Row& row = row_of(index);
  std::vector<Option> options;
  if (row.type == Type::acknowledge) options = {{"OK", "OK"}};
  if (is_select(row.type)) (void)get({index, Property::offered});
  for (const Node node : item(index).offered) {
    Option option;
    option.name = offered_name(row, node);
    option.label = option.name;
    if (node.tree != 0) {
      const std::size_t record = tree(node.tree).index_of(node.index);
      const Choice& choice = form_.choices.at(row.list)[record];
      option.choice = static_cast<int>(record);
      option.label = styled(choice.label, index);
      option.media = media(choice.media, index);
    }
    options.push_back(std::move(option));
  }
  item(index).options = {};
  item(index).options.own() = std::move(options);
}

SharedList<Option> Engine::options(int index) {
  const Row& row = row_of(index);
  if (row.type != Type::acknowledge && !is_select(row.type)) return {};
  (void)get({index, Property::options});
  SharedList<Option> options = item(index).options;
  std::vector<std::size_t> chosen;
  const bool acknowledges = row.type == Type::acknowledge;
  for (const std::string& name : names_in(row, acknowledges ? item(index).text : to_text(value(index))))
    std::ranges::copy(places_of(index, name), std::back_inserter(chosen));
  std::ranges::sort(chosen);
  chosen.erase(std::ranges::unique(chosen).begin(), chosen.end());
  std::vector<SharedList<Option>::Replaced> replaced;
  for (const std::size_t place : chosen) {
    replaced.emplace_back(place, options[place]);
    replaced.back().second.selected = true;
  }
  options.replace(std::move(replaced));
  return options;
}

std::vector<std::size_t> Engine::places_of(int index, std::string_view name) {
  (void)get({index, Property::offered});
  const Row& row = row_of(index);
  if (row.type == Type::acknowledge)
    return name == "OK" ? std::vector<std::size_t>{0} : std::vector<std::size_t>{};
  const NodeSet& offered = item(index).offered;
  std::vector<std::size_t>& by_name = item(index).by_name;
  const auto name_at = [&](std::size_t place) { return offered_name(row, offered[place]); };
  if (by_name.size() != offered.size()) {
    by_name.resize(offered.size());
    std::iota(by_name.begin(), by_name.end(), std::size_t{0});
    std::ranges::stable_sort(by_name, {}, name_at);
  }
  const auto found = std::ranges::equal_range(by_name, name, {}, name_at);
  return {found.begin(), found.end()};
}

bool Engine::is_required(int index) {
  if (!to_boolean(get({index, Property::required}))) return false;
  const Type type = row_of(index).type;
  if (is_place(type)) return has_places_;
  return !is_select(type) || offered_count(index) > 0;
}

std::size_t Engine::offered_count(int index) {
  (void)get({index, Property::offered});
  return item(index).offered.size();
}

std::string Engine::still_offered(int index) {
  std::string kept;
  for (const std::string& name : names_in(row_of(index), item(index).text))
    if (!places_of(index, name).empty()) kept += (kept.empty() ? "" : " ") + name;
  return kept;
}

std::string Engine::words(const Text& text, int index) { return styled(text, index).words; }

StyledText Engine::styled(const Text& text, int index) {
  (void)get(language_key);
  const Sentence* sentence = form_.in_language(text, language_);
  if (sentence == nullptr) return {};
  StyledText styled;
  for (const Piece& piece : *sentence) {
    styled.add(piece.words, piece.style);
    if (!piece.reference) continue;
    const auto value = piece.reference->evaluate(VisitScope(*this, index));
    if (value) styled.add(to_text(*value), piece.style);
  }
  return styled;
}

MediaNames Engine::media(const std::map<std::string, Text>& names, int index) {
  MediaNames media;
  for (const auto& [kind, name] : names)
    if (std::string words = this->words(name, index); !words.empty()) media[kind] = std::move(words);
  return media;
}

}  // namespace buurtpeil
