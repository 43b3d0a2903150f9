// Makes the demo's map, a step of the build:  make_town DESCRIPTION MAP.mbtiles AREAS.geojson
#include <cstdio>
#include <fstream>
#include <iterator>

#include "map/town/town.h"

namespace {

int fail(const std::string& sentence) {
  std::fprintf(stderr, "make_town: %s\n", sentence.c_str());
  return 1;
}

}  // namespace

int main(int count, char** words) {
  using namespace buurtpeil::town;
  if (count != 4) return fail("usage: make_town DESCRIPTION MAP.mbtiles AREAS.geojson");
  std::ifstream file(words[1]);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.empty()) return fail(std::string(words[1]) + ": cannot be read");
  const auto description = read_description(text);
  if (!description) return fail(std::string(words[1]) + ": " + description.error());
  const Town town = plan(*description);
  if (const auto written = write_tiles(town, words[2]); !written) return fail(written.error());
  std::ofstream areas(words[3]);
  areas << areas_of(town);
  if (!areas.flush()) return fail(std::string(words[3]) + ": cannot be written");
  return 0;
}
