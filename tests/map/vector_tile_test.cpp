#include "map/vector_tile.h"

#include <doctest/doctest.h>

#include <protozero/pbf_writer.hpp>

#include "map/tiny_town.h"

using namespace buurtpeil;

namespace {

std::string in_words(const TileFeature& feature) {
  static constexpr std::array kinds{"point", "line", "polygon"};
  std::string words = kinds[static_cast<std::size_t>(feature.geometry)];
  for (std::size_t part = 0; part < feature.part_ends.size(); ++part) {
    words += part == 0 ? " " : " | ";
    for (const TilePoint point : feature.part(part))
      words += "(" + std::to_string(point.x) + "," + std::to_string(point.y) + ")";
  }
  for (const std::string& word : {feature.kind, feature.detail, feature.name})
    words += " " + (word.empty() ? "-" : word);
  return words + (feature.tunnel ? " tunnel" : "");
}

std::string read_in_words(const std::string& bytes) {
  const auto tile = read_vector_tile(bytes);
  if (!tile) return tile.error();
  std::string words;
  for (const TileLayer& layer : tile->layers) {
    words += layer.name + " " + std::to_string(layer.extent) + "\n";
    for (const TileFeature& feature : layer.features) words += "  " + in_words(feature) + "\n";
  }
  return words;
}

/// A layer with one feature, whose geometry is these commands.
std::string tile_of(std::uint32_t type, const std::vector<std::uint32_t>& commands) {
  std::string bytes;
  protozero::pbf_writer tile(bytes);
  protozero::pbf_writer layer(tile, 3);
  layer.add_string(1, "a");
  protozero::pbf_writer feature(layer, 2);
  feature.add_uint32(3, type);
  feature.add_packed_uint32(4, commands.begin(), commands.end());
  return (feature.commit(), layer.commit(), bytes);
}

constexpr std::uint32_t move_to = 1 | 1 << 3, close_ring = 7 | 1 << 3;
constexpr std::uint32_t line_to(std::uint32_t count) { return 2 | count << 3; }

}  // namespace

TEST_CASE("a tile's layers, shapes and words are read") {
  using enum GeometryKind;
  const std::string bytes = written_tile({
      {"roads",
       {{line, {{{0, 0}, {10, 20}, {-5, 20}}, {{1, 1}, {2, 2}}}, {{"kind", "rail"}, {"is_tunnel", "yes"}}},
        {line, {{{0, 0}, {9, 9}}}, {{"class", "path"}, {"subclass", "steps"}, {"brunnel", "tunnel"}}}}},
      {"poi", {{point, {{{5, 6}}}, {{"class", "park"}, {"name", "Het Veld"}, {"colour", "blue"}}}}},
      {"water", {{polygon, {{{0, 0}, {9, 0}, {9, 9}}, {{2, 1}, {3, 1}, {3, 2}}}}}},
  });
  CHECK(read_in_words(bytes) == R"(roads 4096
  line (0,0)(10,20)(-5,20) | (1,1)(2,2) rail - - tunnel
  line (0,0)(9,9) path steps - tunnel
poi 4096
  point (5,6) park - Het Veld
water 4096
  polygon (0,0)(9,0)(9,9) | (2,1)(3,1)(3,2) - - -
)");
  CHECK(read_in_words("") == "");
}

TEST_CASE("a bad feature is left out, and its tile stays") {
  const auto only_name = "a 4096\n";
  CHECK(read_in_words(tile_of(2, {move_to, 2, 2, line_to(1), 2, 2})) == "a 4096\n  line (1,1)(2,2) - - -\n");
  CHECK(read_in_words(tile_of(2, {move_to, 2, 2, line_to(2), 2, 2})) == only_name);  // cut off
  CHECK(read_in_words(tile_of(2, {move_to, 2, 2})) == only_name);                    // a line of one point
  CHECK(read_in_words(tile_of(3, {move_to, 2, 2, line_to(1), 2, 2, close_ring})) == only_name);
  CHECK(read_in_words(tile_of(0, {move_to, 2, 2})) == only_name);  // of no kind
  CHECK(read_in_words(tile_of(9, {move_to, 2, 2})) == only_name);
  CHECK(read_in_words(tile_of(1, {5, 2, 2})) == only_name);             // no such command
  CHECK(read_in_words(tile_of(1, {1 | 0xFFFFFFF8U, 2})) == only_name);  // half a billion points
  const std::uint32_t far = 0xFFFFFFFE;                                 // 2 to the 31st, less one
  CHECK(read_in_words(tile_of(2, {move_to, far, far, line_to(1), far, far})) == only_name);
}

TEST_CASE("more than the limits is refused, or left out") {
  std::vector<std::uint32_t> commands{move_to, 2, 2, line_to(tile_limits::feature_points)};
  for (std::size_t i = 0; i < tile_limits::feature_points * 2; ++i) commands.push_back(i % 4 < 2 ? 2 : 1);
  CHECK(read_in_words(tile_of(2, commands)) == "a 4096\n");

  std::vector<WrittenLayer> layers(tile_limits::layers + 1, {"a", {}});
  CHECK(read_in_words(written_tile(layers)) == "has more than 64 layers");

  std::string features;
  protozero::pbf_writer writer(features);
  for (std::size_t i = 0; i <= tile_limits::features; ++i) writer.add_string(2, "");
  std::string bytes;
  protozero::pbf_writer(bytes).add_message(3, features);
  CHECK(read_in_words(bytes) == "has more than 200000 features");

  WrittenLayer long_lines{"a", {}};
  std::vector<TilePoint> line;
  for (int i = 0; i < 5'000; ++i) line.push_back({i, i % 7});
  long_lines.features.assign(201, {GeometryKind::line, {line}});
  CHECK(read_in_words(written_tile({long_lines})) == "has more than 1000000 points");

  std::string keys;
  protozero::pbf_writer key_writer(keys);
  for (std::size_t i = 0; i <= tile_limits::words; ++i) key_writer.add_string(3, "k");
  bytes.clear();
  protozero::pbf_writer(bytes).add_message(3, keys);
  CHECK(read_in_words(bytes) == "has more than 100000 words in a layer");

  std::string extent;
  protozero::pbf_writer(extent).add_uint32(5, 0);
  bytes.clear();
  protozero::pbf_writer(bytes).add_message(3, extent);
  CHECK(read_in_words(bytes) == "has a layer of extent 0");
}

TEST_CASE("fields that are not of the type they should be are passed over") {
  std::string layer;
  protozero::pbf_writer writer(layer);
  writer.add_uint32(1, 7);           // a name that is a number
  writer.add_fixed32(2, 7);          // a feature that is one
  writer.add_double(3, 0.5);         // a key
  writer.add_string(5, "4096");      // an extent that is a text
  writer.add_string(4, "\x08\x01");  // a value whose text is a number
  std::string feature;
  protozero::pbf_writer features(feature);
  features.add_uint32(2, 1);
  features.add_string(3, "1");
  features.add_uint32(4, 1);
  writer.add_message(2, feature);
  std::string bytes;
  protozero::pbf_writer tile(bytes);
  tile.add_uint32(3, 1);
  tile.add_message(3, layer);
  CHECK(read_in_words(bytes) == " 4096\n");
}

TEST_CASE("a tile cut off anywhere, or with any byte changed, is a tile or a sentence") {
  std::string bytes =
      written_tile({{"roads",
                     {{GeometryKind::line, {{{0, 0}, {10, 20}}}, {{"kind", "rail"}, {"name", "A"}}},
                      {GeometryKind::polygon, {{{0, 0}, {9, 0}, {9, 9}}}, {{"x", "yes"}}}}}});
  for (std::size_t length = 1; length + 1 < bytes.size(); ++length)
    CHECK(read_in_words(bytes.substr(0, length)) == "is no vector tile");
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int value : {0x00, 0x7F, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(value);
      (void)read_vector_tile(changed);
    }
  }
  CHECK(read_in_words("<html>no tile</html>") == "is no vector tile");
}
