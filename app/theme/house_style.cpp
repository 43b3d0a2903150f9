#include "theme/house_style.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <cassert>
#include <map>
#include <vector>

#include "theme/built_in.h"
#include "theme/derive.h"

namespace buurtpeil {
namespace {

constexpr std::array<const char*, 4> shade_names = {"normal", "high", "low", "dark"};

/// The built-in theme names every role.
enum class Filling : std::uint8_t { none, made_of_named };

/// Reads a theme from TOML and notes each mistake with its line.
class ThemeReading {
 public:
  ThemeReading(const std::filesystem::path& file, HouseStyle& style) : file_(file), style_(style) {}

  void read(const toml::table& table, Filling filling) {
    begin_table();
    millimetres(table, "corner_mm", 0, 12, style_.corner_mm);
    millimetres(table, "hand_corner_mm", 0, 12, style_.hand_corner_mm);
    text(table, "font", style_.font);
    std::string logo;
    text(table, "logo", logo);
    if (!logo.empty()) style_.logo = file_.parent_path() / logo;
    std::vector<const toml::table*> inner;
    for (const char* name : shade_names) inner.push_back(table_of(table, name));
    const toml::table* street = table_of(table, "street");
    unknown(table);
    for (std::size_t which = 0; which < shade_names.size(); ++which)
      if (inner[which]) read_shade(*inner[which], which);
    if (street) read_street(*street);
    if (filling == Filling::made_of_named && !named_[0].empty()) fill_in(street != nullptr);
  }

  [[nodiscard]] const NamedRoles& named() const { return named_; }

  [[nodiscard]] std::string mistakes() const {
    std::string all;
    for (const auto& [line, message] : mistakes_) all += (all.empty() ? "" : "\n") + message;
    return all;
  }

 private:
  void read_shade(const toml::table& table, std::size_t which) {
    HouseStyle::Shade& shade = style_.shades.at(which);
    begin_table();
    millimetres(table, "edge_mm", 0.2, 3, shade.edge_mm);
    millimetres(table, "heavy_edge_mm", 0.5, 4, shade.heavy_edge_mm);
    for (const NamedRole& role : roles()) {
      colour(table, role, shade.colours);
      if (table.contains(role.name)) named_.at(which).insert(role.name);
    }
    unknown(table);
  }

  /// What [normal] leaves out is made of what it names; [high], [low] and [dark] are the same style.
  void fill_in(bool own_street) {
    Palette& normal = style_.shade(Contrast::normal).colours;
    const Palette ours = normal;
    normal = complete(wishes_of(normal));
    for (const NamedRole& role : roles())
      if (named_[0].contains(role.name) || !is_made_new(role.colour)) normal.*role.colour = ours.*role.colour;
    for (const NamedRole& role : street_roles())
      if (own_street) normal.*role.colour = ours.*role.colour;
    for (const Contrast wished : {Contrast::high, Contrast::low, Contrast::dark}) {
      const Palette same = in_contrast(normal, wished);
      Palette& palette = style_.shade(wished).colours;
      for (const NamedRole& role : roles()) {
        const bool named = named_.at(static_cast<std::size_t>(wished)).contains(role.name);
        if (!named && (named_[0].contains(role.name) || is_made_new(role.colour)))
          palette.*role.colour = same.*role.colour;
      }
      for (const NamedRole& role : street_roles()) palette.*role.colour = same.*role.colour;
    }
  }

  [[nodiscard]] bool names(const char* role) const { return named_[0].contains(role); }

  /// The page and its text give the grounds and edges, the accent what stands on it or beside it.
  [[nodiscard]] bool is_made_new(Colour Palette::* role) const {
    const bool page = names("paper") || names("ink"), accent = names("accent");
    if (role == &Palette::tint) return page || accent || names("card");
    for (Colour Palette::* each : {&Palette::accent_pressed, &Palette::on_accent, &Palette::focus})
      if (role == each) return accent;
    return page && role != &Palette::accent;
  }

  [[nodiscard]] Wishes wishes_of(const Palette& palette) const {
    Wishes wishes;
    for (const Wish& wish : all_wishes())
      if (names(wish.role)) wishes.*wish.wish = palette.*wish.colour;
    return wishes;
  }

  void read_street(const toml::table& table) {
    begin_table();
    for (const NamedRole& role : street_roles()) {
      colour(table, role, style_.shades[0].colours);
      for (HouseStyle::Shade& shade : style_.shades)
        shade.colours.*role.colour = style_.shades[0].colours.*role.colour;
    }
    darken_street(style_.shade(Contrast::dark).colours);
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
  NamedRoles named_;
  std::vector<std::string> asked_;                           ///< keys of the table being read
  std::multimap<toml::source_index, std::string> mistakes_;  ///< by line
};

std::expected<HouseStyle, std::string> read_over(HouseStyle style, std::string_view toml,
                                                 const std::filesystem::path& file, Filling filling,
                                                 NamedRoles* named) {
  toml::table parsed;
  try {
    parsed = toml::parse(toml, file.string());
  } catch (const toml::parse_error& error) {
    return std::unexpected(
        fmt::format("{}: line {}: {}", file.string(), error.source().begin.line, error.description()));
  }
  ThemeReading reading{file, style};
  reading.read(parsed, filling);
  if (const std::string mistakes = reading.mistakes(); !mistakes.empty()) return std::unexpected(mistakes);
  if (named) *named = reading.named();
  return style;
}

}  // namespace

const HouseStyle& built_in_style() {
  static const HouseStyle style = [] {
    auto read = read_over({}, built_in_toml, "assets/themes/buurtpeil.toml", Filling::none, nullptr);
    assert(read && "our own theme is without mistakes");
    return *std::move(read);
  }();
  return style;
}

std::expected<HouseStyle, std::string> read_theme(std::string_view toml, const std::filesystem::path& file,
                                                  NamedRoles* named) {
  return read_over(built_in_style(), toml, file, Filling::made_of_named, named);
}

}  // namespace buurtpeil
