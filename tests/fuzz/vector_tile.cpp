// Any bytes as a vector tile; what is read of it is sorted into classes.
#include "map/vector_tile.h"

#include "fuzz.h"
#include "map/schema.h"

using namespace buurtpeil;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto tile = read_vector_tile(fuzz::text_of(data, size));
  if (!tile) return 0;
  must(tile->layers.size() <= tile_limits::layers, "there are more layers than the limit");
  for (const TileLayer& layer : tile->layers) {
    for (const TileFeature& feature : layer.features) {
      must(!feature.part_ends.empty() && feature.part_ends.back() == feature.points.size(),
           "the parts of a feature are not all of its points");
      must(feature.points.size() <= tile_limits::feature_points, "a feature has more points than the limit");
      for (std::size_t part = 0; part < feature.part_ends.size(); ++part)
        must(!feature.part(part).empty(), "a part has no points");
      (void)class_of(layer.name, feature);
      (void)named_street_class(feature);
    }
  }
  return 0;
}
