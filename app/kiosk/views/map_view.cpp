#include "kiosk/views/map_view.h"

#include <fmt/format.h>

#include <algorithm>

namespace buurtpeil {
namespace {

// The map's own pixel, 0.28 mm, of tiles of 256 of them.
double metres_per_pixel_at(const MapLook& look) { return metres_per_pixel(look.centre.latitude, look.zoom); }

// A step is as far as a finger is wide, and a number that is easily said.
double stride_m(const MapLook& look) {
  constexpr double finger_px = 45;
  const double most = finger_px * metres_per_pixel_at(look);
  for (double stride = 1'000'000; stride > 1; stride /= 10)
    for (const double part : {1.0, 0.5, 0.2})
      if (stride * part <= most) return stride * part;
  return 1;
}

std::string metres_words(double metres, const Wording& say) {
  return say("map_metres", {{"metres", fmt::format("{}", metres)}});
}

std::string where_words(const GeoPoint& point, const Maps& maps, const Wording& say) {
  const WhereItIs where = maps.describe(point);
  if (where.street.empty() && where.area.empty()) return say("map_unnamed");
  if (where.street.empty()) return where.area;
  if (where.area.empty()) return say("map_near", {{"street", where.street}});
  return say("map_area_near", {{"area", where.area}, {"street", where.street}});
}

Button step(const Prompt& prompt, const MapLook& look, double east_m, double north_m) {
  return {"+", event::LookAt{prompt.path, moved(look.centre, east_m, north_m), look.zoom}};
}

Button put_button(const Prompt& prompt, const MapField& field, const MapLook& look, const Wording& say) {
  if (field.points.size() >= most_marks && field.next >= field.points.size()) return {};
  const event::Mark mark{prompt.path, look.centre, false};
  if (prompt.row->type == Type::geopoint || field.points.empty()) return {say("map_put"), mark};
  if (field.next < field.points.size())
    return {say("map_put_again", {{"number", std::to_string(field.next + 1)}}), mark};
  return {say("map_put_next"), mark};
}

std::optional<GeoPoint> place_named_before(const Form& form, const Visit& visit) {
  if (form.place < 0) return std::nullopt;
  const Row& row = form.rows[static_cast<std::size_t>(form.place)];
  const auto list = form.choices.find(row.list);
  if (list == form.choices.end()) return std::nullopt;
  for (const Prompt& prompt : visit.asked()) {
    if (prompt.row != &row || prompt.value.empty()) continue;
    const auto choice = std::ranges::find(list->second, prompt.value, &Choice::name);
    if (choice == list->second.end()) return std::nullopt;
    const GeoShape shape = shape_of(*choice);
    return shape.empty() ? std::nullopt : std::optional(middle_of(shape));
  }
  return std::nullopt;
}

const Prompt* prompt_at(const std::vector<Prompt>& prompts, std::string_view path) {
  const auto found = std::ranges::find(prompts, path, &Prompt::path);
  return found == prompts.end() || !is_place(found->row->type) ? nullptr : &*found;
}

// How to begin; later what asks for attention.
std::string instruction(const MapField& field, const Wording& say) {
  using Shape = MapField::Shape;
  if (field.points.empty())
    return field.shape == Shape::point  ? say("map_point")
           : field.shape == Shape::line ? say("map_line")
                                        : say("map_area");
  if (field.shape != Shape::point && field.next < field.points.size())
    return say("map_move", {{"number", std::to_string(field.next + 1)}});
  return field.crosses ? say("map_crosses") : "";
}

void toggle(MapLook& look, std::size_t which) {
  look.picked = look.picked == which ? std::nullopt : std::optional(which);
}

}  // namespace

MapLook first_look(const Form& form, const Visit& visit, const Prompt& prompt, const Maps& maps) {
  MapLook look{.centre = maps.centre(), .zoom = maps.zoom(), .picked = {}};
  const GeoPoints marks = marks_of(prompt.row->type, prompt.value);
  if (!marks.empty())
    look.centre = marks.front();
  else if (const auto before = place_named_before(form, visit))
    look.centre = *before;
  return look;
}

void fill_map(MapField& field, const Prompt& prompt, const MapLook& look, const Maps& maps, int language,
              const Wording& say) {
  const Row& row = *prompt.row;
  using Shape = MapField::Shape;
  field.shape = row.type == Type::geopoint   ? Shape::point
                : row.type == Type::geotrace ? Shape::line
                                             : Shape::area;
  field.files = maps.files();
  field.credit = maps.credit();
  field.centre = look.centre;
  field.zoom = look.zoom;
  field.most_zoom = maps.most_zoom();
  field.points = marks_of(row.type, prompt.value);
  const std::size_t last = field.shape == Shape::point ? 0 : field.points.size();
  field.next = std::min(look.picked.value_or(last), field.points.size());
  field.crosses = crosses(row.type, field.points);
  std::string where = where_words(look.centre, maps, say);
  if (const Layer* layer = maps.layer(row, language)) {
    field.layer = layer->painted();
    const std::string names = layer->names_at(look.centre);
    if (!names.empty()) where += " (" + names + ")";
  }
  field.where = say("map_here", {{"place", where}});
  if (field.shape == Shape::point && !field.points.empty())
    field.answer = say("map_answer", {{"place", place_words(row, prompt.value, maps, say)}});
  field.instruction = instruction(field, say);
  if (row.place_style.grid_m > 0)
    field.kept = say("map_kept", {{"metres", fmt::format("{}", row.place_style.grid_m)}});
  field.put = put_button(prompt, field, look, say);
  GeoPoints fewer = field.points;
  if (!fewer.empty() && field.shape != Shape::point) {
    fewer.pop_back();
    field.undo = {say("map_undo"), event::Write{prompt.path, value_of_marks(row.type, fewer)}};
  }
  if (!field.points.empty()) field.clear = {say("clear"), event::Write{prompt.path, ""}};
  const double stride = stride_m(look);
  field.stride = metres_words(stride, say);
  field.stride_m = stride;
  field.north = step(prompt, look, 0, stride), field.south = step(prompt, look, 0, -stride);
  field.east = step(prompt, look, stride, 0), field.west = step(prompt, look, -stride, 0);
  const auto zoom = [&](double by) {
    return Button{"+", event::LookAt{prompt.path, look.centre, look.zoom + by}};
  };
  if (look.zoom + 1 <= field.most_zoom) field.nearer = zoom(1);
  if (look.zoom - 1 >= field.least_zoom) field.farther = zoom(-1);
}

void add_map_lists(std::vector<Field>& fields, const Prompt& prompt, const MapLook& look, const Maps& maps,
                   const Wording& say) {
  ChoiceField names;
  names.options = maps.choices();
  if (!names.options.empty()) {
    names.path = prompt.path + std::string(map_search_path);
    names.follows = true;
    names.look = ChoiceLook::closed;
    names.searched_first = true;
    names.open = say("map_search");
    names.close = say("close_list");
    names.search = say("map_search");
    names.nothing_found = say("search_nothing");
    fields.emplace_back(std::move(names));
  }
  const GeoPoints marks = marks_of(prompt.row->type, prompt.value);
  if (prompt.row->type == Type::geopoint) return;
  ChoiceField points;
  points.path = prompt.path + std::string(map_points_path);
  points.follows = true;
  points.look = ChoiceLook::closed;
  points.open = place_words(*prompt.row, prompt.value, maps, say);
  points.close = say("close_list");
  for (std::size_t i = 0; i < marks.size(); ++i)
    points.options.own().push_back(
        {.name = std::to_string(i),
         .label = StyledText(fmt::format("{}. {}", i + 1, where_words(marks[i], maps, say))),
         .selected = look.picked == i});
  fields.emplace_back(std::move(points));
}

GeoShape shape_of_option(const Form& form, const Row& row, const Option& option) {
  if (!row.choice_style.map || option.choice < 0) return {};
  return shape_of(form.choices.at(row.list).at(static_cast<std::size_t>(option.choice)));
}

bool has_shapes(const ChoiceField& field) {
  return std::ranges::any_of(field.options, [](const auto& option) { return !option.shape.empty(); });
}

void fill_places(ChoiceField& field, const MapLook& look, const Maps& maps, const Layer* layer) {
  field.ground = {.files = maps.files(),
                  .credit = maps.credit(),
                  .centre = look.centre,
                  .zoom = look.zoom,
                  .most_zoom = maps.most_zoom(),
                  .layer = layer != nullptr ? layer->painted() : nullptr};
  field.shows_all = look.shows_all;
}

bool look_around(MapLooks& looks, const Event& event, const Visit& visit, const Maps& maps) {
  if (const auto* look = std::get_if<event::LookAt>(&event)) {
    const auto found = looks.find(look->path);
    if (found == looks.end()) return true;
    found->second.centre = look->centre;
    found->second.zoom = std::clamp(look->zoom, 1.0, maps.most_zoom());
    found->second.shows_all = false;
    return true;
  }
  if (const auto* pick = std::get_if<event::PickMark>(&event)) {
    const auto found = looks.find(pick->path);
    if (found != looks.end()) toggle(found->second, pick->which);
    return true;
  }
  const auto* choose = std::get_if<event::Choose>(&event);
  const std::size_t end = choose ? choose->path.rfind('#') : std::string::npos;
  if (end == std::string::npos) return false;
  const std::string path = choose->path.substr(0, end);
  const auto found = looks.find(path);
  if (found == looks.end()) return true;
  MapLook& look = found->second;
  if (choose->path.substr(end) == map_search_path) {
    constexpr double close_by = 17;
    if (const NamedPlace* place = maps.found(choose->name)) {
      look.centre = place->point;
      if (place->kind != NamedKind::area)
        look.zoom = std::clamp(std::max(look.zoom, close_by), 1.0, maps.most_zoom());
    }
    return true;
  }
  const auto prompts = visit.prompts(Visit::Options::none);
  const Prompt* prompt = prompt_at(prompts, path);
  if (prompt == nullptr) return true;
  const GeoPoints marks = marks_of(prompt->row->type, prompt->value);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (choose->name != std::to_string(i)) continue;
    toggle(look, i);
    if (look.picked == i) look.centre = marks[i];  // for who goes on by steps
  }
  return true;
}

std::optional<event::Mark> mark_of_search(const Event& event, const Visit& visit, const Maps& maps) {
  const auto* choose = std::get_if<event::Choose>(&event);
  if (choose == nullptr || !choose->path.ends_with(map_search_path)) return std::nullopt;
  const std::string path = choose->path.substr(0, choose->path.size() - map_search_path.size());
  const NamedPlace* place = maps.found(choose->name);
  const auto prompts = visit.prompts(Visit::Options::none);
  const Prompt* prompt = prompt_at(prompts, path);
  if (place == nullptr || place->kind == NamedKind::area || prompt == nullptr) return std::nullopt;
  if (prompt->row->type != Type::geopoint) return std::nullopt;
  return event::Mark{path, place->point, false};
}

void put_mark(MapLooks& looks, const event::Mark& mark, Visit& visit, Moment now) {
  const auto prompts = visit.prompts(Visit::Options::none);
  const Prompt* prompt = prompt_at(prompts, mark.path);
  const auto look = looks.find(mark.path);
  if (prompt == nullptr || look == looks.end()) return;
  const Row& row = *prompt->row;
  GeoPoints marks = marks_of(row.type, prompt->value);
  const std::size_t last = row.type == Type::geopoint ? 0 : marks.size();
  marks = with_mark(row, std::move(marks), std::min(look->second.picked.value_or(last), last), mark.point);
  look->second.picked.reset();
  visit.mark(mark.path, value_of_marks(row.type, marks), mark.pointed ? Way::map : Way::list, now);
}

std::string place_words(const Row& row, const std::string& value, const Maps& maps, const Wording& say) {
  const GeoPoints marks = marks_of(row.type, value);
  if (marks.empty()) return "";
  if (row.type == Type::geopoint) return where_words(marks.front(), maps, say);
  return say("map_answer_points", {{"count", std::to_string(marks.size())}});
}

}  // namespace buurtpeil
