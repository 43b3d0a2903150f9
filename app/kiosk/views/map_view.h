// Places as a screen shows them: the map with what was put on it, the buttons that do the same without
// pointing, the names to go to, the points to change.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "form/form.h"
#include "kiosk/maps.h"
#include "kiosk/words.h"
#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

/// Which part of a map a visitor looks at.
struct MapLook {
  GeoPoint centre;
  double zoom = 15;
  bool shows_all = false;             ///< of choices: the whole of them, until the visitor looks around
  std::optional<std::size_t> picked;  ///< the point that is to be put elsewhere; none: a new one
};
/// By path.
using MapLooks = std::map<std::string, MapLook, std::less<>>;

/// Where a map begins: at the answer, at the place that the visitor named before (kiosk_place), else where
/// the form or the map says.
[[nodiscard]] MapLook first_look(const Form& form, const Visit& visit, const Prompt& prompt,
                                 const Maps& maps);

/// All of it but what every question has.
void fill_map(MapField& field, const Prompt& prompt, const MapLook& look, const Maps& maps, int language,
              const Wording& say);
/// What follows it: names to go to, points to change. Their paths end in these.
inline constexpr std::string_view map_search_path = "#search", map_points_path = "#points";
void add_map_lists(std::vector<Field>& fields, const Prompt& prompt, const MapLook& look, const Maps& maps,
                   const Wording& say);

/// Where a choice lies that is shown on a map; empty for a card alone.
[[nodiscard]] GeoShape shape_of_option(const Form& form, const Row& row, const Option& option);
[[nodiscard]] bool has_shapes(const ChoiceField& field);
/// The map below choices that are places.
void fill_places(ChoiceField& field, const MapLook& look, const Maps& maps, const Layer* layer);

/// What a touch does to what is looked at. True when it was one of those that answer nothing.
[[nodiscard]] bool look_around(MapLooks& looks, const Event& event, const Visit& visit, const Maps& maps);
/// Where a name that was searched for puts the pin of a geopoint: somebody who chose a street has answered.
/// Nothing for areas, which are too large for a pin, and for lines and areas.
[[nodiscard]] std::optional<event::Mark> mark_of_search(const Event& event, const Visit& visit,
                                                        const Maps& maps);
/// Puts a point where the event says, and looks for the next one.
void put_mark(MapLooks& looks, const event::Mark& mark, Visit& visit, Moment now);

/// "Tolkade, near the Kerkstraat"; how many points of a line or an area there are.
[[nodiscard]] std::string place_words(const Row& row, const std::string& value, const Maps& maps,
                                      const Wording& say);

}  // namespace buurtpeil
