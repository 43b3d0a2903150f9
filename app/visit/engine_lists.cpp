// Choice lists, attached data and texts: what a visit shows of them, in the visitor's language.
#include <algorithm>

#include "form/text.h"
#include "visit/engine.h"

namespace buurtpeil {

std::string parameter(const Row& row, const std::string& name) {
  const auto found = row.parameters.find(name);
  return found == row.parameters.end() ? std::string{} : found->second;
}

bool is_select(Type type) {
  return type == Type::select_one || type == Type::select_multiple || type == Type::rank;
}

bool is_unsupported(Type type) {
  switch (type) {
    case Type::geopoint:
    case Type::geotrace:
    case Type::geoshape:
    case Type::start_geopoint:
    case Type::background_geopoint:
    case Type::image:
    case Type::audio:
    case Type::video:
    case Type::file:
    case Type::background_audio:
    case Type::barcode:
      return true;
    default:
      return false;
  }
}

bool is_shown(const Row& row) {
  switch (row.type) {
    case Type::text:
    case Type::integer:
    case Type::decimal:
    case Type::range:
    case Type::date:
    case Type::time:
    case Type::date_time:
    case Type::select_one:
    case Type::select_multiple:
    case Type::rank:
    case Type::acknowledge:
    case Type::note:
      break;
    default:
      return false;
  }
  const bool says_nothing = row.label.empty() && row.hint.empty() && row.media.empty();
  return !(says_nothing && row.calculation);  // computed, whatever its type
}

std::optional<std::uint32_t> Engine::tree_named(std::string_view id) {
  if (const auto known = tree_numbers_.find(id); known != tree_numbers_.end()) return known->second;
  std::unique_ptr<DataTree> tree;
  const std::string name(id);
  if (const auto list = form_.choices.find(name); list != form_.choices.end())
    tree = std::make_unique<DataTree>(list->second);
  for (const char* suffix : {"", ".csv", ".xml"}) {
    if (tree) break;
    const auto file = form_.attachments.find(name + suffix);
    if (file != form_.attachments.end()) tree = std::make_unique<DataTree>(file->first, file->second);
  }
  if (!tree) return std::nullopt;
  trees_.push_back(std::move(tree));
  const auto number = static_cast<std::uint32_t>(trees_.size());  // 0 is the tree of answers
  tree_numbers_.emplace(name, number);
  return number;
}

std::optional<std::uint32_t> Engine::tree_of_list(const Row& row) {
  return row.list.empty() ? std::nullopt : tree_named(row.list);
}

std::string Engine::label_of(const Row& row, std::uint32_t number, std::uint32_t node, int index) {
  const std::string column = parameter(row, "label");
  for (const std::uint32_t leaf : tree(number).children(node, column.empty() ? "label" : column)) {
    const Text* text = tree(number).text(leaf);
    return text != nullptr ? words(*text, index) : tree(number).value(leaf);
  }
  return {};
}

std::vector<Option> Engine::options(int index) {
  const Row& row = row_of(index);
  if (row.type == Type::acknowledge) return {{"OK", "OK", item(index).text == "OK"}};
  const std::optional<std::uint32_t> number = is_select(row.type) ? tree_of_list(row) : std::nullopt;
  if (!number) return {};
  (void)get({index, Property::offered});
  const std::string value_column = parameter(row, "value");
  const std::vector<std::string> chosen = words_of(to_text(value(index)));
  std::vector<Option> options;
  for (const std::uint32_t node : item(index).offered) {
    Option option;
    option.name = tree(*number).column(node, value_column.empty() ? "name" : value_column);
    option.label = label_of(row, *number, node, index);
    option.selected = std::find(chosen.begin(), chosen.end(), option.name) != chosen.end();
    options.push_back(std::move(option));
  }
  return options;
}

std::string Engine::still_offered(int index) {
  const Row& row = row_of(index);
  const std::optional<std::uint32_t> number = tree_of_list(row);
  if (!number) return {};
  (void)get({index, Property::offered});
  const std::string value_column = parameter(row, "value");
  std::set<std::string> names;
  for (const std::uint32_t node : item(index).offered)
    names.insert(tree(*number).column(node, value_column.empty() ? "name" : value_column));
  std::string kept;
  for (const std::string& word : words_of(item(index).text))
    if (names.contains(word)) kept += (kept.empty() ? "" : " ") + word;
  return kept;
}

std::string Engine::words(const Text& text, int index) {
  (void)get(language_key);
  const Sentence* sentence = form_.in_language(text, language_);
  if (sentence == nullptr) return {};
  std::string words;
  for (const Piece& piece : *sentence) {
    words += piece.words;
    if (!piece.reference) continue;
    const auto value = piece.reference->evaluate(VisitScope(*this, index));
    if (value) words += to_text(*value);
  }
  return words;
}

}  // namespace buurtpeil
