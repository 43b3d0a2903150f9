#include "form/compile/type_cell.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "form/strings.h"

namespace buurtpeil {
namespace {

std::string spaced(std::string_view text) {
  std::string spaces = lower_case(text);
  for (char& c : spaces)
    if (c == '_' || c == '-') c = ' ';
  return spaces;
}

using Spelling = std::pair<std::string, const TypeTraits*>;

/// Every name and alias of the types that `wanted` accepts, with spaces; the longest first, so that
/// "select one from x" does not read as "select one" with the list "from".
template <class Wanted>
std::vector<Spelling> spellings(Wanted wanted) {
  std::vector<Spelling> all;
  for (const TypeTraits& traits : all_types()) {
    if (!wanted(traits)) continue;
    all.emplace_back(spaced(traits.name), &traits);
    for (const std::string& alias : split(traits.aliases, "|"))
      if (!alias.empty()) all.emplace_back(alias, &traits);
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const Spelling& one) { return one.first.size(); });
  return all;
}

bool is_plain(const TypeTraits& traits) {
  return !is_select(traits.type) && traits.type_class != TypeClass::container;
}

TypeCell cell_of(const TypeTraits& traits) {
  return {.type = traits.type, .word = std::string(traits.name), .lacks = traits.lacks};
}

/// What follows `spelling` at the start of `cell`, trimmed; nothing when the cell starts with something else.
/// The spelling has spaces; the cell may have all of them as underscores instead, so that "select_one from_x"
/// keeps its list "from_x".
std::optional<std::string> after(std::string_view cell, std::string_view spelling) {
  if (cell.size() < spelling.size() || (cell.size() > spelling.size() && cell[spelling.size()] != ' '))
    return {};
  const std::string_view start = cell.substr(0, spelling.size());
  if (spaced(start) != spelling || (start.contains(' ') && start.contains('_'))) return {};
  return std::string(trimmed(cell.substr(spelling.size())));
}

std::optional<TypeCell> read_plain(const std::string& spaces) {
  static const auto known = [] {
    const auto all = spellings(is_plain);
    return std::map<std::string, const TypeTraits*>(all.begin(), all.end());
  }();
  const auto found = known.find(spaces);
  return found == known.end() ? std::nullopt : std::optional(cell_of(*found->second));
}

std::optional<TypeCell> read_select(std::string_view cell) {
  static const auto known = spellings([](const TypeTraits& traits) { return is_select(traits.type); });
  for (const auto& [spelling, traits] : known) {
    const auto rest = after(cell, spelling);
    if (!rest) continue;
    TypeCell type = cell_of(*traits);
    type.list = *rest;
    type.from_file = traits->name.ends_with("_from_file");
    type.external = traits->name.ends_with("_external");
    for (const std::string_view other : {" or specify other", " or_other", " or other"})
      if (lower_case(type.list).ends_with(other)) {
        type.list.resize(type.list.size() - other.size());
        type.list = trimmed(type.list);
        type.or_other = true;
        break;
      }
    if (type.list.contains(' ') && !type.list.starts_with("${")) return {};
    return type;
  }
  return {};
}

/// "begin group", "begin_repeat", "end loop", "begin loop over c1".
std::optional<TypeCell> read_container(std::string_view cell) {
  static const auto known =
      spellings([](const TypeTraits& traits) { return traits.type_class == TypeClass::container; });
  const std::string spaces = spaced(cell);
  const bool begins = spaces.starts_with("begin ");
  if (!begins && !spaces.starts_with("end ")) return {};
  const std::size_t start = begins ? 6 : 4;
  for (const auto& [spelling, traits] : known) {
    if (!std::string_view(spaces).substr(start).starts_with(spelling)) continue;
    const bool loop = traits->name == "loop";
    std::string rest(trimmed(cell.substr(start + spelling.size())));
    if (lower_case(rest).starts_with("over ")) rest = trimmed(rest.substr(5));
    if (!rest.empty() && (!begins || !loop || rest.contains(' '))) continue;
    TypeCell type = cell_of(*traits);
    if (loop)
      type.kind = begins ? TypeCell::Kind::begin_loop : TypeCell::Kind::end_loop;
    else
      type.kind = begins ? TypeCell::Kind::begin : TypeCell::Kind::end;
    type.list = rest;
    return type;
  }
  return {};
}

}  // namespace

std::optional<TypeCell> read_type(std::string_view written) {
  const std::string cell = collapse_spaces(trimmed(written));
  const std::string spaces = spaced(cell);
  if (auto plain = read_plain(spaces)) return plain;
  if (auto container = read_container(cell)) return container;
  if (auto select = read_select(cell)) return select;
  if (!spaces.starts_with("osm ")) return {};
  TypeCell osm = cell_of(*traits_named("osm"));
  osm.list = cell.substr(4);
  return osm;
}

std::string_view implied_constraint(std::string_view cell) {
  static const std::map<std::string_view, std::string_view> constraints = {
      {"percentage", "0 <= . and . <= 100"},
      {"number of days in last month", "0 <= . and . <= 31"},
      {"number of days in last six months", "0 <= . and . <= 183"},
      {"number of days in last year", "0 <= . and . <= 365"},
      {"phone number", "regex(., '^[0-9]*$')"},
  };
  const auto found = constraints.find(spaced(collapse_spaces(trimmed(cell))));
  return found == constraints.end() ? std::string_view() : found->second;
}

}  // namespace buurtpeil
