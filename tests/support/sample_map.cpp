#include "support/sample_map.h"

#include <cstdlib>
#include <utility>

#include "support/sample_map_choices.h"

namespace buurtpeil {
namespace {

struct MapSamples {
  const std::function<std::string(const std::string&)>& word;

  [[nodiscard]] std::string filled(const std::string& key, const std::string& what,
                                   const std::string& with) const {
    std::string words = word(key);
    words.replace(words.find("{" + what + "}"), what.size() + 2, with);
    return words;
  }

  [[nodiscard]] MapField map(MapField::Shape shape, const GeoPoints& points) const {
    const bool one = shape == MapField::Shape::point;
    MapField field;
    field.path = "place";
    field.label = word("field.label");
    if (points.empty()) field.instruction = word(one ? "map_point" : "map_area");
    field.shape = shape;
    if (const char* file = std::getenv("BUURTPEIL_SAMPLE_MAP")) field.files = {file};
    field.credit = "Elzermonde, een verzonnen plaats";
    field.centre = {52.75, 5.40};
    field.zoom = 16;
    field.points = points;
    field.next = one ? 0 : points.size();
    const std::string place = "Lantaarnhoek (Provincialeweg)";
    field.where = filled("map_here", "place", place);
    if (!points.empty() && one) field.answer = filled("map_answer", "place", place);
    if (one) field.kept = filled("map_kept", "metres", "50");
    field.put = {word(one || points.empty() ? "map_put" : "map_put_next"),
                 event::Mark{"place", field.centre}};
    if (!points.empty() && !one) field.undo = {word("map_undo"), event::Write{"place", ""}};
    if (!points.empty()) field.clear = {word("clear"), event::Write{"place", ""}};
    field.stride = filled("map_metres", "metres", "50");
    const Button step{"+", event::LookAt{"place", field.centre, field.zoom}};
    field.nearer = field.farther = field.north = field.east = field.south = field.west = step;
    return field;
  }

  [[nodiscard]] ChoiceField names() const {
    ChoiceField names;
    names.path = "place#search";
    names.follows = names.searched_first = true;
    names.look = ChoiceLook::closed;
    names.open = names.search = word("map_search");
    names.close = word("close_list");
    names.nothing_found = word("search_nothing");
    for (int number = 0; number < 40; ++number)
      names.options.own().push_back(
          {.name = std::to_string(number), .label = StyledText("Kerkstraat " + std::to_string(number))});
    return names;
  }

  [[nodiscard]] ChoiceField marks(std::size_t count) const {
    ChoiceField marks;
    marks.path = "place#points";
    marks.follows = true;
    marks.look = ChoiceLook::closed;
    marks.open = filled("map_answer_points", "count", std::to_string(count));
    marks.close = word("close_list");
    for (std::size_t number = 0; number < count; ++number)
      marks.options.own().push_back(
          {.name = std::to_string(number), .label = StyledText(std::to_string(number + 1) + ". Kerkstraat")});
    return marks;
  }
};

}  // namespace

std::vector<std::pair<std::string, std::vector<Field>>> sample_maps(
    const std::function<std::string(const std::string&)>& word, const std::string& complaint) {
  const MapSamples samples{word};
  using Shape = MapField::Shape;
  const GeoPoints corners = {{52.7505, 5.399}, {52.7505, 5.401}, {52.7492, 5.4012}};
  MapField refused = samples.map(Shape::point, {});
  refused.complaint = complaint;
  refused.refuse = {word("refuse"), event::Refuse{"place"}};
  std::vector<std::pair<std::string, std::vector<Field>>> screens = {
      {"question_map_point", {samples.map(Shape::point, {}), samples.names()}},
      {"question_map_pin", {samples.map(Shape::point, {{52.7503, 5.4003}}), samples.names()}},
      {"question_map_complaint", {refused, samples.names()}},
      {"question_map_area",
       {samples.map(Shape::area, corners), samples.names(), samples.marks(corners.size())}}};
  for (auto& [id, field] : sample_map_choices(word, complaint)) screens.push_back({id, {field}});
  return screens;
}

}  // namespace buurtpeil
