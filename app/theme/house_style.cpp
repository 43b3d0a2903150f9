#include "theme/house_style.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <cassert>
#include <map>
#include <vector>

#include "theme/built_in.h"

namespace buurtpeil {
namespace {

constexpr std::array<const char*, 3> shade_names = {"normal", "high", "low"};

/// Takes a theme out of its TOML, noting each mistake with its line.
class ThemeReading {
 public:
  ThemeReading(const std::filesystem::path& file, HouseStyle& style) : file_(file), style_(style) {}

  void read(const toml::table& table) {
    begin_table();
    millimetres(table, "corner_mm", 0, 12, style_.corner_mm);
    millimetres(table, "hand_corner_mm", 0, 12, style_.hand_corner_mm);
    text(table, "font", style_.font);
    std::string logo;
    text(table, "logo", logo);
    if (!logo.empty()) style_.logo = file_.parent_path() / logo;
    std::vector<const toml::table*> inner;
    for (const char* name : {"normal", "high", "low", "street"}) inner.push_back(table_of(table, name));
    unknown(table);
    for (std::size_t which = 0; which < shade_names.size(); ++which)
      if (inner[which]) read_shade(*inner[which], style_.shades.at(which));
    if (inner[3]) read_street(*inner[3]);
  }

  [[nodiscard]] std::string mistakes() const {
    std::string all;
    for (const auto& [line, message] : mistakes_) all += (all.empty() ? "" : "\n") + message;
    return all;
  }

 private:
  void read_shade(const toml::table& table, HouseStyle::Shade& shade) {
    begin_table();
    millimetres(table, "edge_mm", 0.2, 3, shade.edge_mm);
    millimetres(table, "heavy_edge_mm", 0.5, 4, shade.heavy_edge_mm);
    for (const NamedRole& role : roles()) colour(table, role, shade.colours);
    unknown(table);
  }

  void read_street(const toml::table& table) {
    begin_table();
    for (const NamedRole& role : street_roles()) {
      colour(table, role, style_.shades[0].colours);
      for (HouseStyle::Shade& shade : style_.shades)
        shade.colours.*role.colour = style_.shades[0].colours.*role.colour;
    }
    unknown(table);
  }

  void begin_table() { asked_.clear(); }
  const toml::node* find(const toml::table& table, const char* key) {
    asked_.emplace_back(key);
    return table.get(key);
  }

  const toml::table* table_of(const toml::table& table, const char* key) {
    const toml::node* node = find(table, key);
    if (node && !node->is_table())
      mistake(*node, fmt::format("'{}' must be a table: write [{}] and its colours below it", key, key));
    return node ? node->as_table() : nullptr;
  }

  void text(const toml::table& table, const char* key, std::string& into) {
    const toml::node* node = find(table, key);
    if (!node) return;
    const auto value = node->value_exact<std::string>();
    if (!value || value->empty()) return mistake(*node, fmt::format("'{}' must be a text in quotes", key));
    into = *value;
  }

  void millimetres(const toml::table& table, const char* key, double least, double most, float& into) {
    const toml::node* node = find(table, key);
    if (!node) return;
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value || *value < least || *value > most)
      return mistake(*node, fmt::format("'{}' must be a number of millimetres, {} to {}", key, least, most));
    into = static_cast<float>(*value);
  }

  void colour(const toml::table& table, const NamedRole& role, Palette& into) {
    const toml::node* node = find(table, role.name);
    if (!node) return;
    const auto value = node->value_exact<std::string>();
    const auto colour = value ? parse_colour(*value) : std::nullopt;
    if (!colour)
      return mistake(*node, fmt::format("'{}' must be a colour in quotes, like \"#06474C\"", role.name));
    if (colour->alpha != 255 && role.colour != &Palette::shadow)
      return mistake(*node, fmt::format("'{}' must be opaque; only the shadow is seen through", role.name));
    into.*role.colour = *colour;
  }

  void unknown(const toml::table& table) {
    for (const auto& [key, node] : table)
      if (std::ranges::find(asked_, key.str()) == asked_.end())
        mistake_at(key.source(),
                   fmt::format("unknown key '{}'; known here are: {}", key.str(), fmt::join(asked_, ", ")));
  }

  void mistake(const toml::node& node, const std::string& what) { mistake_at(node.source(), what); }
  void mistake_at(const toml::source_region& source, const std::string& what) {
    mistakes_.emplace(source.begin.line,
                      fmt::format("{}: line {}: {}", file_.string(), source.begin.line, what));
  }

  const std::filesystem::path& file_;
  HouseStyle& style_;
  std::vector<std::string> asked_;                           ///< keys of the table being read
  std::multimap<toml::source_index, std::string> mistakes_;  ///< by line
};

std::expected<HouseStyle, std::string> read_over(HouseStyle style, std::string_view toml,
                                                 const std::filesystem::path& file) {
  toml::table parsed;
  try {
    parsed = toml::parse(toml, file.string());
  } catch (const toml::parse_error& error) {
    return std::unexpected(
        fmt::format("{}: line {}: {}", file.string(), error.source().begin.line, error.description()));
  }
  ThemeReading reading{file, style};
  reading.read(parsed);
  if (const std::string mistakes = reading.mistakes(); !mistakes.empty()) return std::unexpected(mistakes);
  return style;
}

}  // namespace

const HouseStyle& built_in_style() {
  static const HouseStyle style = [] {
    auto read = read_over({}, built_in_toml, "assets/themes/buurtpeil.toml");
    assert(read && "our own theme is without mistakes");
    return *std::move(read);
  }();
  return style;
}

std::expected<HouseStyle, std::string> read_theme(std::string_view toml, const std::filesystem::path& file) {
  return read_over(built_in_style(), toml, file);
}

}  // namespace buurtpeil
