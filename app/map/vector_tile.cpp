#include "map/vector_tile.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <protozero/pbf_message.hpp>

namespace buurtpeil {
namespace {

// The numbers of the fields in vector_tile.proto, version 2.1.
enum class TileField : protozero::pbf_tag_type { layer = 3 };
enum class LayerField : protozero::pbf_tag_type { name = 1, feature = 2, key = 3, value = 4, extent = 5 };
enum class FeatureField : protozero::pbf_tag_type { tags = 2, type = 3, geometry = 4 };
enum class ValueField : protozero::pbf_tag_type { text = 1, whole = 4, natural = 5, zigzag = 6, yes = 7 };

// protozero's get_...() only asserts what type a field is said to have: a file that lies would end the
// program. So each field is asked for together with its type, and any other is skipped.
using protozero::pbf_wire_type;
using protozero::tag_and_type;

/// Coordinates beyond this are a mistake, or meant to overflow something.
constexpr std::int64_t furthest = 1 << 24;

enum class Key { other, kind, detail, name, structure, tunnel };

Key key_of(std::string_view word) {
  if (word == "class" || word == "kind") return Key::kind;
  if (word == "subclass" || word == "kind_detail" || word == "type") return Key::detail;
  if (word == "name") return Key::name;
  if (word == "brunnel" || word == "structure") return Key::structure;
  if (word == "tunnel" || word == "is_tunnel") return Key::tunnel;
  return Key::other;
}

struct Word {
  std::string_view text;
  bool yes = false;
};

struct Limits {
  std::size_t features_left = tile_limits::features;
  std::size_t points_left = tile_limits::points;
};

Word word_of(protozero::data_view bytes) {
  Word word;
  protozero::pbf_message<ValueField> value(bytes);
  while (value.next()) {
    switch (value.tag_and_type()) {
      case tag_and_type(ValueField::text, pbf_wire_type::length_delimited): {
        const auto text = value.get_view();
        word.text = {text.data(), text.size()};
        break;
      }
      case tag_and_type(ValueField::yes, pbf_wire_type::varint):
      case tag_and_type(ValueField::whole, pbf_wire_type::varint):
      case tag_and_type(ValueField::natural, pbf_wire_type::varint):
      case tag_and_type(ValueField::zigzag, pbf_wire_type::varint):
        word.yes = value.get_uint64() != 0;
        break;
      default:
        value.skip();
    }
  }
  return word;
}

/// What a layer says before its features can be read: they refer to its keys and values.
struct LayerParts {
  std::vector<protozero::data_view> features;
  std::vector<Key> keys;
  std::vector<Word> values;
};

using Packed = protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator>;

void take_attributes(const Packed& tags, const LayerParts& parts, TileFeature& feature) {
  for (auto at = tags.begin(); at != tags.end();) {
    const std::uint32_t key = *at++;
    if (at == tags.end()) return;
    const std::uint32_t index = *at++;
    if (key >= parts.keys.size() || index >= parts.values.size()) continue;
    const Word& word = parts.values[index];
    switch (parts.keys[key]) {
      case Key::kind:
        feature.kind = word.text;
        break;
      case Key::detail:
        feature.detail = word.text;
        break;
      case Key::name:
        feature.name = word.text;
        break;
      case Key::structure:
        feature.tunnel = word.text == "tunnel";
        break;
      case Key::tunnel:
        feature.tunnel = word.yes || word.text == "yes";
        break;
      case Key::other:
        break;
    }
  }
}

/// Reads the drawing commands of a geometry: move to, line to, close.
class Geometry {
 public:
  explicit Geometry(TileFeature& feature) : feature_(feature) {}

  /// False: it is none, or too long.
  bool read(const Packed& commands) {
    for (auto at = commands.begin(); at != commands.end();) {
      const std::uint32_t command = *at++;
      std::uint32_t count = command >> 3;
      switch (command & 7) {
        case 1:
          if (feature_.geometry != GeometryKind::point || count == 0) end_part();
          [[fallthrough]];
        case 2:
          if (count > tile_limits::feature_points) return false;
          for (; count > 0; --count) {
            if (at == commands.end()) return false;
            const std::uint32_t x = *at++;
            if (at == commands.end() || !add(x, *at++)) return false;
          }
          break;
        case 7:
          break;  // rings are closed whatever they say; real files' counts differ
        default:
          return false;
      }
    }
    end_part();
    return !feature_.part_ends.empty();
  }

 private:
  bool add(std::uint32_t x, std::uint32_t y) {
    x_ += protozero::decode_zigzag32(x);
    y_ += protozero::decode_zigzag32(y);
    if (x_ < -furthest || x_ > furthest || y_ < -furthest || y_ > furthest) return false;
    feature_.points.push_back({static_cast<std::int32_t>(x_), static_cast<std::int32_t>(y_)});
    return feature_.points.size() <= tile_limits::feature_points;
  }

  void end_part() {
    const std::size_t from = feature_.part_ends.empty() ? 0 : feature_.part_ends.back();
    const std::size_t least = feature_.geometry == GeometryKind::point  ? 1
                              : feature_.geometry == GeometryKind::line ? 2
                                                                        : 3;
    if (feature_.points.size() - from < least)
      feature_.points.resize(from);
    else
      feature_.part_ends.push_back(static_cast<std::uint32_t>(feature_.points.size()));
  }

  TileFeature& feature_;
  std::int64_t x_ = 0, y_ = 0;
};

std::optional<TileFeature> feature_of(protozero::data_view bytes, const LayerParts& parts) {
  std::optional<Packed> tags, commands;
  std::uint32_t type = 0;
  protozero::pbf_message<FeatureField> message(bytes);
  while (message.next()) {
    switch (message.tag_and_type()) {
      case tag_and_type(FeatureField::tags, pbf_wire_type::length_delimited):
        tags = message.get_packed_uint32();
        break;
      case tag_and_type(FeatureField::type, pbf_wire_type::varint):
        type = message.get_uint32();
        break;
      case tag_and_type(FeatureField::geometry, pbf_wire_type::length_delimited):
        commands = message.get_packed_uint32();
        break;
      default:
        message.skip();
    }
  }
  if (!commands || type < 1 || type > 3) return std::nullopt;
  TileFeature feature;
  feature.geometry = static_cast<GeometryKind>(type - 1);
  if (tags) take_attributes(*tags, parts, feature);
  if (!Geometry(feature).read(*commands)) return std::nullopt;
  return feature;
}

std::string too_many(std::string_view what, std::size_t most) {
  return fmt::format("has more than {} {}", most, what);
}

/// A layer without its features, which lie in `parts`.
std::expected<TileLayer, std::string> open_layer(protozero::data_view bytes, LayerParts& parts) {
  TileLayer layer;
  protozero::pbf_message<LayerField> message(bytes);
  while (message.next()) {
    switch (message.tag_and_type()) {
      case tag_and_type(LayerField::name, pbf_wire_type::length_delimited): {
        const auto name = message.get_view();
        layer.name = {name.data(), std::min<std::size_t>(name.size(), 200)};
        break;
      }
      case tag_and_type(LayerField::feature, pbf_wire_type::length_delimited):
        parts.features.push_back(message.get_view());
        if (parts.features.size() > tile_limits::features)
          return std::unexpected(too_many("features", tile_limits::features));
        break;
      case tag_and_type(LayerField::key, pbf_wire_type::length_delimited): {
        const auto key = message.get_view();
        parts.keys.push_back(key_of({key.data(), key.size()}));
        break;
      }
      case tag_and_type(LayerField::value, pbf_wire_type::length_delimited):
        parts.values.push_back(word_of(message.get_view()));
        break;
      case tag_and_type(LayerField::extent, pbf_wire_type::varint):
        layer.extent = message.get_uint32();
        break;
      default:
        message.skip();
    }
    if (parts.keys.size() > tile_limits::words || parts.values.size() > tile_limits::words)
      return std::unexpected(too_many("words in a layer", tile_limits::words));
  }
  if (layer.extent == 0 || layer.extent > tile_limits::extent)
    return std::unexpected(fmt::format("has a layer of extent {}", layer.extent));
  return layer;
}

std::expected<TileLayer, std::string> layer_of(protozero::data_view bytes, Limits& limits) {
  LayerParts parts;
  auto layer = open_layer(bytes, parts);
  if (!layer) return layer;
  if (parts.features.size() > limits.features_left)
    return std::unexpected(too_many("features", tile_limits::features));
  limits.features_left -= parts.features.size();
  for (const protozero::data_view part : parts.features) {
    std::optional<TileFeature> feature;
    try {
      feature = feature_of(part, parts);
    } catch (const protozero::exception&) {  // cut off, or a number that does not end: that feature alone
    }
    if (!feature) continue;
    if (feature->points.size() > limits.points_left)
      return std::unexpected(too_many("points", tile_limits::points));
    limits.points_left -= feature->points.size();
    layer->features.push_back(*std::move(feature));
  }
  return layer;
}

}  // namespace

std::expected<VectorTile, std::string> read_vector_tile(std::string_view bytes) {
  VectorTile tile;
  Limits limits;
  try {
    protozero::pbf_message<TileField> message(bytes.data(), bytes.size());
    while (message.next()) {
      if (message.tag_and_type() != tag_and_type(TileField::layer, pbf_wire_type::length_delimited)) {
        message.skip();
        continue;
      }
      if (tile.layers.size() == tile_limits::layers)
        return std::unexpected(too_many("layers", tile_limits::layers));
      auto layer = layer_of(message.get_view(), limits);
      if (!layer) return std::unexpected(layer.error());
      tile.layers.push_back(*std::move(layer));
    }
  } catch (const protozero::exception&) {
    return std::unexpected("is no vector tile");
  }
  return tile;
}

}  // namespace buurtpeil
