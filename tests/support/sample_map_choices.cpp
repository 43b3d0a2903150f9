#include "support/sample_map_choices.h"

#include <cstdlib>

namespace buurtpeil {
namespace {

constexpr GeoPoint middle{52.75, 5.40};

/// A rectangle around the town's middle, in thousandths of a degree.
GeoPoints rectangle(double south, double west, double north, double east) {
  const auto at = [](double up, double across) {
    return GeoPoint{middle.latitude + up / 1000, middle.longitude + across / 1000};
  };
  return {at(south, west), at(south, east), at(north, east), at(north, west), at(south, west)};
}

GeoShape area(std::vector<GeoPoints> borders) { return {GeoShape::Kind::area, std::move(borders)}; }

/// Two quarters beside each other, of which the first has a hole; a park in the second; a street below them;
/// two stops.
std::vector<GeoShape> shapes() {
  GeoPoints street = rectangle(-6, -8, -6, 8);
  street.resize(2);
  return {area({rectangle(-4, -10, 4, -1), rectangle(-2, -7, 2, -4)}),
          area({rectangle(-4, 0, 4, 10)}),
          area({rectangle(-3, 5, 0, 9)}),
          {GeoShape::Kind::lines, {street}},
          {GeoShape::Kind::points, {{middle}, {{middle.latitude + 0.005, middle.longitude + 0.007}}}}};
}

struct PlaceSamples {
  const std::function<std::string(const std::string&)>& word;

  [[nodiscard]] ChoiceField places(bool several) const {
    ChoiceField field;
    field.path = "green";
    field.label = word("green.label");
    field.look = ChoiceLook::places;
    field.several = several;
    field.instruction = word("map_choices");
    if (several) field.instruction += " " + word("several");
    if (const char* file = std::getenv("BUURTPEIL_SAMPLE_MAP")) field.ground.files = {file};
    field.ground.credit = "Elzermonde, een verzonnen plaats";
    const std::vector<std::string> names = {"meeting", "traffic", "trees", "parking", "homes"};
    const std::vector<GeoShape> all = shapes();
    for (std::size_t i = 0; i < names.size(); ++i)
      field.options.push_back({.name = names[i],
                               .label = word("theme=" + names[i]),
                               .shape = all[i],
                               .number = static_cast<int>(i) + 1});
    return field;
  }

  /// Some are chosen, some are no place.
  [[nodiscard]] ChoiceField chosen() const {
    ChoiceField field = places(true);
    for (const char* name : {"energy", "water", "shops"})
      field.options.push_back({.name = name, .label = word(std::string("theme=") + name)});
    for (const std::size_t index : {1U, 3U, 5U}) field.options.own()[index].selected = true;
    return field;
  }

  /// More than people read.
  [[nodiscard]] ChoiceField many() const {
    ChoiceField field = places(false);
    field.search = word("search");
    field.nothing_found = word("search_nothing");
    field.open = word("open_list");
    field.close = word("close_list");
    for (int row = 0; row < 6; ++row)
      for (int column = 0; column < 6; ++column)
        field.options.push_back(
            {.name = "a" + std::to_string(row * 6 + column),
             .label = StyledText(word("theme=water") + " " + std::to_string(row * 6 + column + 1)),
             .shape = area({rectangle(6 + row, -9 + column * 3, 6.9 + row, -6.2 + column * 3)})});
    field.options.own()[4].selected = true;
    return field;
  }
};

}  // namespace

std::vector<std::pair<std::string, ChoiceField>> sample_map_choices(
    const std::function<std::string(const std::string&)>& word, const std::string& complaint) {
  const PlaceSamples samples{word};
  ChoiceField refused = samples.places(false);
  refused.complaint = complaint;
  refused.refuse = {word("refuse"), event::Refuse{"green"}};
  return {{"question_places", samples.places(false)},
          {"question_places_chosen", samples.chosen()},
          {"question_places_complaint", refused},
          {"question_places_many", samples.many()}};
}

}  // namespace buurtpeil
