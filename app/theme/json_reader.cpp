// Design tokens in JSON, in the shapes in which they are published.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include <nlohmann/json.hpp>

#include "theme/css_text.h"
#include "theme/theme_limits.h"
#include "theme/tokens.h"

namespace buurtpeil {
namespace {

using nlohmann::json;

/// What Style Dictionary writes into a token beside its value.
constexpr std::array about_a_token = {"attributes", "comment", "description", "extensions", "filePath",
                                      "isSource",   "key",     "name",        "original",   "path",
                                      "themeable",  "type",    "value",       "deprecated"};

/// "{utrecht.color.red}" as "var(--utrecht-color-red)".
std::string with_var(std::string value) {
  for (std::size_t open; (open = value.find('{')) != std::string::npos;) {
    const std::size_t close = value.find('}', open);
    if (close == std::string::npos) break;
    const std::string name = plain_name(std::string_view(value).substr(open + 1, close - open - 1));
    value.replace(open, close - open + 1, fmt::format("var(--{})", name));
    if (value.size() > theme_limits::value_bytes) return {};
  }
  return value;
}

/// Of the colours and lengths that W3C's format writes as objects.
std::string text_of_object(const json& value) {
  if (const auto hex = value.find("hex"); hex != value.end() && hex->is_string())
    return hex->get<std::string>();
  const auto number = value.find("value"), unit = value.find("unit");
  if (number != value.end() && number->is_number() && unit != value.end() && unit->is_string())
    return number->dump() + unit->get<std::string>();
  const auto space = value.find("colorSpace"), parts = value.find("components");
  if (space != value.end() && *space == "srgb" && parts != value.end() && parts->is_array() &&
      parts->size() == 3 && std::ranges::all_of(*parts, [](const json& part) { return part.is_number(); }))
    return fmt::format("rgb({}% {}% {}%)", (*parts)[0].get<double>() * 100, (*parts)[1].get<double>() * 100,
                       (*parts)[2].get<double>() * 100);
  return {};
}

/// As CSS would write it; "" for what has no such form.
std::string text_of(const json& value) {
  if (value.is_string()) return with_var(value.get<std::string>());
  if (value.is_number()) return value.dump();
  if (value.is_object()) return text_of_object(value);
  if (!value.is_array()) return {};
  std::string families;  // ["Noto Sans", "sans-serif"]
  for (const json& each : value) {
    if (!each.is_string()) return {};
    families += (families.empty() ? "" : ", ") + each.get<std::string>();
  }
  return families;
}

const json* value_in(const json& object) {
  for (const char* key : {"$value", "value"})
    if (const auto found = object.find(key); found != object.end()) {
      const bool group = found->is_object() && text_of(*found).empty();
      if (!group || key[0] == '$') return &*found;
    }
  return nullptr;
}

class JsonReading {
 public:
  explicit JsonReading(Tokens& into) : into_(into) {}

  std::expected<void, std::string> read(const json& root) {
    if (root.is_array()) {
      for (const json& each : root)
        if (each.is_object()) listed(each);
    } else if (root.is_object()) {
      nested(root, sets_of(root));
    } else {
      return std::unexpected("is neither a list nor a map of design tokens");
    }
    return {};
  }

 private:
  /// Tokens Studio keeps tokens in sets, whose names are no part of the tokens' names.
  static std::set<std::string> sets_of(const json& root) {
    std::set<std::string> sets;
    const auto about = root.find("$metadata");
    if (about == root.end() || !about->is_object()) return sets;
    const auto order = about->find("tokenSetOrder");
    if (order == about->end() || !order->is_array()) return sets;
    for (const json& name : *order)
      if (name.is_string()) sets.insert(name.get<std::string>());
    return sets;
  }

  void nested(const json& root, const std::set<std::string>& sets) {
    for (const auto& [key, child] : root.items()) {
      if (key.starts_with('$')) continue;
      const bool set = sets.contains(key);
      priority_ = set && css::lowered(key).find("dark") != std::string::npos ? Priority::sometimes
                                                                             : Priority::everywhere;
      walk(child, set ? "" : key, 0);
    }
  }

  void walk(const json& node, const std::string& name, std::size_t depth) {
    if (depth == theme_limits::depth) return;
    if (!node.is_object()) return define(name, text_of(node));
    const json* value = value_in(node);
    if (value != nullptr) define(name, text_of(*value));
    for (const auto& [key, child] : node.items()) {
      const bool about = key.starts_with('$') ||
                         (value != nullptr && std::ranges::find(about_a_token, key) != about_a_token.end());
      if (!about) walk(child, name.empty() ? key : name + "." + key, depth + 1);
    }
  }

  void listed(const json& token) {
    const json* value = value_in(token);
    if (value == nullptr) return;
    std::string name;
    if (const auto path = token.find("path"); path != token.end() && path->is_array()) {
      for (const json& word : *path)
        if (word.is_string()) name += (name.empty() ? "" : ".") + word.get<std::string>();
    } else if (const auto own = token.find("name"); own != token.end() && own->is_string()) {
      name = own->get<std::string>();
    }
    define(name, text_of(*value));
  }

  void define(const std::string& name, const std::string& value) {
    if (name.empty() || value.empty()) return;
    into_.define(name, value, priority_);
    // "color.background.default" is also called "color.background".
    const std::string plain = plain_name(name);
    if (plain.ends_with("-default"))
      into_.define(plain.substr(0, plain.size() - 8), value, Priority::initial);
  }

  Tokens& into_;
  Priority priority_ = Priority::everywhere;
};

}  // namespace

std::expected<void, std::string> read_json(std::string_view text, Tokens& into) {
  json root;
  try {
    root = json::parse(text);
  } catch (const json::parse_error& error) {
    const std::size_t at = std::min(error.byte, text.size());
    const auto line = 1 + std::ranges::count(text.substr(0, at), '\n');
    return std::unexpected(fmt::format("line {}: is not JSON here", line));
  }
  return JsonReading{into}.read(root);
}

}  // namespace buurtpeil
