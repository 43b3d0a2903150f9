#include "map/tile_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace buurtpeil {
namespace {

constexpr std::size_t longest_credit = 300;
constexpr std::size_t most_layers = 200;

std::optional<TileFormat> format_of(std::string_view word) {
  if (word == "png") return TileFormat::png;
  if (word == "jpg" || word == "jpeg") return TileFormat::jpeg;
  if (word == "webp") return TileFormat::webp;
  if (word == "pbf" || word == "mvt" || word == "application/vnd.mapbox-vector-tile")
    return TileFormat::vector;
  return std::nullopt;
}

TileFormat format_by_bytes(std::string_view tile) {
  if (tile.starts_with("\x89PNG")) return TileFormat::png;
  if (tile.starts_with("\xFF\xD8")) return TileFormat::jpeg;
  if (tile.starts_with("RIFF")) return TileFormat::webp;
  return TileFormat::vector;
}

/// Exactly `count` numbers between commas, or none at all.
std::vector<double> numbers_of(std::string_view text, std::size_t count) {
  std::vector<double> numbers;
  const char *at = text.data(), *end = text.data() + text.size();
  const auto skip = [&](char sign) {
    while (at != end && *at == ' ') ++at;
    if (sign == ' ') return true;
    return at != end && *at == sign && (++at, true);
  };
  while (true) {
    skip(' ');
    double number = 0;
    const auto [after, problem] = std::from_chars(at, end, number);
    if (problem != std::errc{} || !std::isfinite(number)) return {};
    at = after;
    numbers.push_back(number);
    if (!skip(',')) break;
  }
  if (at != end || numbers.size() != count) return {};
  return numbers;
}

std::vector<std::string> layers_of(const std::string& json) {
  std::vector<std::string> layers;
  const auto tree = nlohmann::json::parse(json, nullptr, false);
  if (!tree.is_object() || !tree.contains("vector_layers") || !tree["vector_layers"].is_array())
    return layers;
  for (const auto& layer : tree["vector_layers"]) {
    if (layer.is_object() && layer.contains("id") && layer["id"].is_string() && layers.size() < most_layers)
      layers.push_back(layer["id"].get<std::string>());
  }
  return layers;
}

void append_utf8(std::string& text, unsigned long code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return;
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (code >> shift & 0x3F)); };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6);
    tail(0);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | code >> 12);
    tail(6), tail(0);
  } else {
    text += static_cast<char>(0xF0 | code >> 18);
    tail(12), tail(6), tail(0);
  }
}

/// What stands between "&" and ";".
bool append_entity(std::string& text, std::string_view entity) {
  static constexpr std::array<std::pair<std::string_view, unsigned long>, 9> known{{{"amp", '&'},
                                                                                    {"lt", '<'},
                                                                                    {"gt", '>'},
                                                                                    {"quot", '"'},
                                                                                    {"apos", '\''},
                                                                                    {"copy", 0xA9},
                                                                                    {"nbsp", ' '},
                                                                                    {"reg", 0xAE},
                                                                                    {"middot", 0xB7}}};
  const auto* const found =
      std::ranges::find(known, entity, &std::pair<std::string_view, unsigned long>::first);
  if (found != known.end()) {
    append_utf8(text, found->second);
    return true;
  }
  if (!entity.starts_with('#')) return false;
  const bool hex = entity.starts_with("#x") || entity.starts_with("#X");
  entity.remove_prefix(hex ? 2 : 1);
  unsigned long code = 0;
  const auto [after, problem] =
      std::from_chars(entity.data(), entity.data() + entity.size(), code, hex ? 16 : 10);
  if (problem != std::errc{} || after != entity.data() + entity.size()) return false;
  append_utf8(text, code);
  return true;
}

std::string without_double_spaces(std::string_view text) {
  std::string plain;
  for (const char sign : text) {
    const bool space = static_cast<unsigned char>(sign) <= ' ';
    if (!space)
      plain += sign;
    else if (!plain.empty() && plain.back() != ' ')
      plain += ' ';
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

std::string cut(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most) + "…";
}

std::string read_places(std::string_view name, std::string_view value, TileFileHead& head) {
  if (name == "bounds") {
    const auto sides = numbers_of(value, 4);
    if (sides.empty() || sides[0] >= sides[2] || sides[1] >= sides[3])
      return fmt::format(
          "its metadata has the bounds '{}'; needed are west, south, east and north in degrees",
          cut(std::string(value), 60));
    head.bounds = GeoBox{.south = sides[1], .north = sides[3], .west = sides[0], .east = sides[2]};
  } else if (name == "center") {
    const auto centre = numbers_of(value, 3);
    if (centre.empty() || std::abs(centre[0]) > 180 || std::abs(centre[1]) > 90)
      return fmt::format("its metadata has the center '{}'; needed are longitude, latitude and zoom",
                         cut(std::string(value), 60));
    head.centre = GeoPoint{.latitude = centre[1], .longitude = centre[0]};
    head.centre_zoom = centre[2];
  }
  return "";
}

}  // namespace

std::string text_of_html(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] == '<') {
      const std::size_t end = html.find('>', at);
      if (end == std::string_view::npos) break;
      at = end;
      continue;
    }
    const std::size_t end = html[at] == '&' ? html.substr(at, 12).find(';') : std::string_view::npos;
    if (end != std::string_view::npos && append_entity(text, html.substr(at + 1, end - 1)))
      at += end;
    else
      text += html[at];
  }
  return without_double_spaces(text);
}

std::string read_head(std::span<const MetadataRow> rows, std::string_view first_tile,
                      std::string_view file_stem, TileFileHead& head) {
  head.name = file_stem;
  head.format = format_by_bytes(first_tile);
  for (const auto& [name, value] : rows) {
    if (name == "name" && !value.empty()) head.name = cut(text_of_html(value), longest_credit);
    if (name == "attribution") head.attribution = cut(text_of_html(value), longest_credit);
    if (name == "json") head.layers = layers_of(value);
    if (name == "format") {
      const auto format = format_of(value);
      if (!format)
        return fmt::format("has tiles of the format '{}'; those of png, jpg, webp and pbf can be shown",
                           cut(value, 40));
      // A vector tile has no first bytes of its own; a picture's are truer than the word.
      if (head.format == TileFormat::vector && *format != TileFormat::vector)
        return fmt::format("says that its tiles are '{}', but they are not", cut(value, 40));
      if (*format == TileFormat::vector && head.format != TileFormat::vector)
        return fmt::format("says that its tiles are '{}', but they are pictures", cut(value, 40));
    }
    if (const std::string problem = read_places(name, value, head); !problem.empty()) return problem;
  }
  if (!head.centre && head.bounds) head.centre = head.bounds->middle();
  return "";
}

}  // namespace buurtpeil
