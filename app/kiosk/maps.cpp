#include "kiosk/maps.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>
#include <utility>

#include "form/limits.h"
#include "form/read/csv_records.h"
#include "kiosk/staff/form_list.h"
#include "map/paint.h"

namespace buurtpeil {
namespace {

bool asks_for_places(const Form& form) {
  return std::ranges::any_of(form.rows, [](const Row& row) {
    return (is_place(row.type) || row.choice_style.map) && row.is_shown();
  });
}

// Drawn on a map, and chosen from nowhere.
bool is_only_layer(const Form& form, const std::string& key) {
  return std::ranges::find(form.rows, key, &Row::list) == form.rows.end() &&
         std::ranges::any_of(form.rows, [&](const Row& row) { return row.place_style.layer == key; });
}

}  // namespace

std::vector<NamedArea> areas_of(const Form& form, int language) {
  std::vector<NamedArea> areas;
  for (const auto& [key, list] : form.choices) {
    if (!form.are_places(key) || is_only_layer(form, key)) continue;
    for (const Choice& choice : list) {
      GeoShape shape = shape_of(choice);
      if (shape.kind != GeoShape::Kind::area) continue;
      const Sentence* label = form.in_language(choice.label, language);
      areas.push_back({label ? words_of(*label).words : choice.name, std::move(shape.parts)});
    }
  }
  return areas;
}

// ---- layers ----

namespace {

std::string name_of_feature(const Choice& feature, const std::string& language) {
  const auto in_language = feature.columns.find("title::" + language);
  const auto title = feature.columns.find("title");
  return in_language != feature.columns.end() ? in_language->second
         : title != feature.columns.end()     ? title->second
                                              : "";
}

GeometryKind kind_of(const GeoShape& shape) {
  return shape.kind == GeoShape::Kind::area    ? GeometryKind::polygon
         : shape.kind == GeoShape::Kind::lines ? GeometryKind::line
                                               : GeometryKind::point;
}

}  // namespace

Layer::Layer(const Form& form, const std::string& file, int language) {
  static std::atomic<int> made = 0;
  auto layer = std::make_shared<MapLayer>();
  layer->id = std::to_string(++made);
  const std::string heading = language < 0 ? "" : form.languages[static_cast<std::size_t>(language)].heading;
  const auto features = form.choices.find(file);
  if (features != form.choices.end())
    for (const Choice& feature : features->second) {
      GeoShape place = shape_of(feature);
      if (place.empty()) continue;
      layer->shapes.push_back(
          {.geometry = kind_of(place), .parts = place.parts, .name = name_of_feature(feature, heading)});
      places_.push_back(std::move(place));
    }
  painted_ = std::move(layer);
}

std::string Layer::names_at(const GeoPoint& point) const {
  std::string names;
  for (std::size_t i = 0; i < places_.size(); ++i)
    if (places_[i].kind == GeoShape::Kind::area && is_inside(places_[i], point))
      names += (names.empty() ? "" : ", ") + painted_->shapes[i].name;
  return names;
}

const Layer* Maps::layer(const Row& row, int language) const {
  const auto found = layers_.find({row.place_style.layer, language});
  return found == layers_.end() ? nullptr : &found->second;
}

// ---- maps ----

Maps::Maps(const Form& form, const Config& config) {
  if (!asks_for_places(form)) return;
  auto paths = config.maps;
  if (paths.empty())
    for (const std::filesystem::path& file : listed_forms(config))
      if (file.filename() == form.file) paths = maps_beside(file);
  open_files(paths);
  sources_.areas = areas_of(form);
  add_names_in_other_languages(form);
  for (const Row& row : form.rows)
    for (int language = -1; language < static_cast<int>(form.languages.size()); ++language)
      if (const std::string& file = row.place_style.layer; !file.empty())
        layers_.try_emplace({file, language}, form, file, language);
  if (files_.empty()) begin_among_areas();
  if (form.map_centre) centre_ = *form.map_centre;
  if (form.map_zoom) zoom_ = *form.map_zoom;
  thread_ = std::jthread([this](const std::stop_token& stop) { read_names(stop); });
}

Maps::~Maps() = default;

void Maps::open_files(const std::vector<std::filesystem::path>& paths) {
  bool placed = false;
  for (const auto& path : paths) {
    const auto file = TileFile::open(path);
    if (!file) {
      leave_out(path, file.error());
      continue;
    }
    files_.push_back(path.string());
    add_table(path);
    const TileFileHead& head = file->head();
    if (!head.attribution.empty() && !credit_.contains(head.attribution))
      credit_ += (credit_.empty() ? "" : " ") + head.attribution;
    most_zoom_ = std::max(placed ? most_zoom_ : 0.0, static_cast<double>(deepest_useful_zoom(head)));
    if (placed || !head.centre) continue;
    centre_ = *head.centre;
    zoom_ = std::clamp(head.centre_zoom.value_or(15), 14.0, most_zoom_);
    placed = true;
  }
}

void Maps::leave_out(const std::filesystem::path& file, const std::string& why) {
  problems_.push_back(why);
  left_out_.push_back(file.filename().string());
}

void Maps::add_names_in_other_languages(const Form& form) {
  std::set<std::string> known;
  for (const NamedArea& area : sources_.areas) known.insert(area.name);
  for (int language = 0; language < static_cast<int>(form.languages.size()); ++language)
    for (NamedArea& area : areas_of(form, language))
      if (known.insert(area.name).second)
        other_names_.push_back({.name = area.name,
                                .point = middle_of(GeoShape{GeoShape::Kind::area, std::move(area.rings)}),
                                .kind = NamedKind::area,
                                .area = ""});
}

void Maps::begin_among_areas() {
  GeoBox whole;
  for (const NamedArea& area : sources_.areas)
    for (const auto& ring : area.rings)
      for (const GeoPoint& point : ring) whole.add(point);
  if (!whole.is_empty()) centre_ = whole.middle();
}

void Maps::add_table(const std::filesystem::path& map) {
  const std::filesystem::path path = std::filesystem::path(map).replace_extension(".csv");
  std::ifstream file(path, std::ios::binary);
  if (!file) return;
  std::string bytes(limits::file_bytes, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  const std::string name = path.filename().string();
  const auto text = utf8_of(bytes);
  if (!text) return leave_out(path, name + ": " + text.error().message);
  CsvRecords records(text->utf8, separator_of_table(text->utf8));
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> cells;
  for (int line = 0; records.next(cells, line);) rows.push_back(cells);
  auto places = places_of(rows);
  if (!places) return leave_out(path, name + ": " + places.error());
  sources_.places.insert(sources_.places.end(), places->begin(), places->end());
}

void Maps::read_names(const std::stop_token& stop) {
  std::vector<TileFile> files;
  for (const std::string& path : files_)
    if (auto file = TileFile::open(path)) files.push_back(std::move(*file));
  MapNames::Sources sources = sources_;
  for (const TileFile& file : files) sources.files.push_back(&file);
  sources.stop = stop;
  names_ = MapNames::read(sources);
  std::vector<ChoiceField::Option>& choices = choices_.own();
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const NamedPlace& place = names_.at(i);
    const bool apart = !place.area.empty() && place.area != place.name;
    choices.push_back({.name = std::to_string(i),
                       .label = StyledText(apart ? place.name + " (" + place.area + ")" : place.name)});
  }
  for (std::size_t i = 0; i < other_names_.size(); ++i)
    choices.push_back(
        {.name = std::to_string(names_.size() + i), .label = StyledText(other_names_[i].name)});
  read_ = true;
  read_.notify_all();
}

SharedList<ChoiceField::Option> Maps::choices() const {
  return read_ ? choices_ : SharedList<ChoiceField::Option>{};
}

const NamedPlace* Maps::found(const std::string& choice) const {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(choice.data(), choice.data() + choice.size(), number);
  if (error != std::errc{} || end != choice.data() + choice.size() || !read_) return nullptr;
  if (number < names_.size()) return &names_.at(number);
  const std::size_t other = number - names_.size();
  return other < other_names_.size() ? &other_names_[other] : nullptr;
}

WhereItIs Maps::describe(const GeoPoint& point) const {
  if (!read_) return {};
  WhereItIs where = names_.describe(point);
  if (where.inside_area || sources_.areas.empty()) return where;
  // Where the borders of areas are known it lies in none of them.
  if (where.street.empty()) where.street = where.area;
  where.area.clear();
  return where;
}

}  // namespace buurtpeil
