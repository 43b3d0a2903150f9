#include "map/names.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>

#include "map/map_reading.h"

namespace buurtpeil {
namespace {

/// Of two streets with one name, pieces further apart than this are two.
constexpr double one_street_m = 600;
constexpr double street_reach_m = 150;
constexpr double area_reach_m = 1'500;
/// The squares by which street parts are looked up.
constexpr double square_m = street_reach_m;
/// A piece between two points that is longer is a mistake; and no file fills the memory with squares.
constexpr double longest_part_m = 5'000;
constexpr std::size_t most_in_squares = 2'000'000;

struct FreeText {
  void operator()(char* text) const { g_free(text); }
};
using OwnText = std::unique_ptr<char, FreeText>;

/// In small letters, without accents; what is no letter or digit is a space.
std::string plain_words(std::string_view text) {
  const OwnText valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
  const OwnText small(g_utf8_casefold(valid.get(), -1));
  const OwnText apart(g_utf8_normalize(small.get(), -1, G_NORMALIZE_ALL));
  std::string plain;
  for (const char* at = apart.get(); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar letter = g_utf8_get_char(at);
    if (g_unichar_ismark(letter) || letter == '\'' || letter == U'’') continue;
    if (letter == U'ı')
      plain += 'i';
    else if (letter == U'ł')
      plain += 'l';
    else if (!g_unichar_isalnum(letter))
      plain += ' ';
    else
      plain.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
  }
  return plain;
}

std::vector<std::string> plain_list(std::string_view text) {
  std::vector<std::string> words;
  const std::string plain = plain_words(text);
  for (std::size_t at = 0; (at = plain.find_first_not_of(' ', at)) != std::string::npos;) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    words.push_back(plain.substr(at, end - at));
    at = end;
  }
  return words;
}

/// Metres to the east and north of a place; flat, which is right within a town.
class Flatness {
 public:
  explicit Flatness(GeoPoint origin = {}) : origin_(origin) {
    const GeoPoint north{origin.latitude + 0.01, origin.longitude},
        east{origin.latitude, origin.longitude + 0.01};
    metres_north_ = metres_between(origin, north) / 0.01;
    metres_east_ = metres_between(origin, east) / 0.01;
  }
  struct Spot {
    float east = 0, north = 0;
  };
  [[nodiscard]] Spot spot(GeoPoint point) const {
    return {static_cast<float>((point.longitude - origin_.longitude) * metres_east_),
            static_cast<float>((point.latitude - origin_.latitude) * metres_north_)};
  }

 private:
  GeoPoint origin_;
  double metres_north_ = 1, metres_east_ = 1;
};
using Spot = Flatness::Spot;

struct StreetPart {
  Spot from, to;
  std::uint32_t name = 0;
};

double metres_to(const StreetPart& part, Spot spot) {
  const double x = part.to.east - part.from.east, y = part.to.north - part.from.north;
  const double px = spot.east - part.from.east, py = spot.north - part.from.north;
  const double square = x * x + y * y;
  const double along = square > 0 ? std::clamp((px * x + py * y) / square, 0.0, 1.0) : 0;
  return std::hypot(px - along * x, py - along * y);
}

std::int64_t square_of(double east, double north) {
  const auto column = static_cast<std::int32_t>(std::floor(std::clamp(east / square_m, -1e8, 1e8)));
  const auto line = static_cast<std::int32_t>(std::floor(std::clamp(north / square_m, -1e8, 1e8)));
  return static_cast<std::int64_t>(column) << 32 | static_cast<std::uint32_t>(line);
}

struct Found {
  NamedPlace place;
  std::vector<std::string> words;
};

struct KnownArea {
  NamedArea area;
  GeoBox box;
};

bool lies_in(const KnownArea& known, GeoPoint point) {
  if (!known.box.contains(point)) return false;
  bool inside = false;
  for (const auto& ring : known.area.rings) inside ^= is_inside(ring, point);
  return inside;
}

/// Pieces of one name that lie together.
struct StreetPieces {
  GeoBox box;
  std::vector<const GeoPoints*> lines;
};

bool is_near(const GeoBox& box, const GeoPoints& line) {
  const double metre = 1 / 111'000.0;  // degrees of latitude; wide enough for those of longitude
  const double high = one_street_m * metre;
  const double wide = high / std::max(0.05, std::cos(box.middle().latitude * 0.0174533));
  return std::ranges::any_of(line, [&](const GeoPoint& point) {
    return point.latitude >= box.south - high && point.latitude <= box.north + high &&
           point.longitude >= box.west - wide && point.longitude <= box.east + wide;
  });
}

std::vector<StreetPieces> together(const std::vector<GeoPoints>& lines) {
  std::vector<StreetPieces> streets;
  for (const GeoPoints& line : lines) {
    StreetPieces* own = nullptr;
    for (std::size_t i = 0; i < streets.size();) {
      if (!is_near(streets[i].box, line)) {
        ++i;
        continue;
      }
      if (own == nullptr) {
        own = &streets[i++];
        continue;
      }
      // The line bridges two that lay apart until now.
      own->box.add({streets[i].box.south, streets[i].box.west});
      own->box.add({streets[i].box.north, streets[i].box.east});
      own->lines.insert(own->lines.end(), streets[i].lines.begin(), streets[i].lines.end());
      streets.erase(streets.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (own == nullptr) own = &streets.emplace_back();
    for (const GeoPoint& point : line) own->box.add(point);
    own->lines.push_back(&line);
  }
  return streets;
}

/// On the piece that lies nearest to the middle of them all.
GeoPoint middle_of(const StreetPieces& street) {
  GeoPoint nearest = street.box.middle();
  double least = std::numeric_limits<double>::infinity();
  for (const GeoPoints* line : street.lines) {
    const GeoPoint middle = middle_of_line(*line);
    const double metres = metres_between(middle, street.box.middle());
    if (metres < least) least = metres, nearest = middle;
  }
  return nearest;
}

std::string lower_ascii(std::string_view text) {
  std::string lower;
  for (const char sign : text)
    if (sign != ' ' && sign != '\t')
      lower += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign;
  return lower;
}

std::size_t column_of(std::span<const std::string> headings, std::initializer_list<std::string_view> names) {
  for (std::size_t i = 0; i < headings.size(); ++i)
    if (std::ranges::find(names, lower_ascii(headings[i])) != names.end()) return i;
  return headings.size();
}

/// In degrees; a comma may be the decimal sign.
std::optional<double> degrees_of(std::string text, double most) {
  text = lower_ascii(text);
  std::ranges::replace(text, ',', '.');
  double value = 0;
  const auto [after, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || after != text.data() + text.size() || !(std::abs(value) <= most))
    return std::nullopt;
  return value;
}

}  // namespace

std::expected<std::vector<NamedPlace>, std::string> places_of(
    std::span<const std::vector<std::string>> rows) {
  std::vector<NamedPlace> places;
  if (rows.empty()) return std::unexpected("row 1: has no headings; needed are name, latitude, longitude");
  const std::size_t name = column_of(rows[0], {"name"}), latitude = column_of(rows[0], {"latitude", "lat"}),
                    longitude = column_of(rows[0], {"longitude", "lon", "lng"});
  if (std::max({name, latitude, longitude}) >= rows[0].size())
    return std::unexpected("row 1: needed are the headings name, latitude, longitude");
  for (std::size_t index = 1; index < rows.size(); ++index) {
    const std::vector<std::string>& row = rows[index];
    if (std::ranges::all_of(row, [](const std::string& cell) { return cell.empty(); })) continue;
    const auto cell = [&](std::size_t column) { return column < row.size() ? row[column] : ""; };
    const auto north = degrees_of(cell(latitude), 90), east = degrees_of(cell(longitude), 180);
    if (cell(name).empty()) return std::unexpected(fmt::format("row {}: has no name", index + 1));
    if (!north || !east)
      return std::unexpected(fmt::format("row {}: '{}, {}' is no latitude and longitude in degrees",
                                         index + 1, cell(latitude), cell(longitude)));
    if (places.size() == names_limits::names)
      return std::unexpected(fmt::format("row {}: more than {} places", index + 1, names_limits::names));
    places.push_back({.name = cell(name), .point = {*north, *east}, .kind = NamedKind::place, .area = ""});
  }
  return places;
}

struct MapNames::State {
  std::vector<Found> found;
  std::vector<KnownArea> areas;
  std::vector<NamedPlace> area_points;
  std::vector<std::string> street_names;
  Flatness flat;
  std::vector<StreetPart> parts;
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> squares;
  std::size_t in_squares = 0;

  void add_areas(const std::vector<NamedArea>& given);
  void add_streets(const std::map<std::string, std::vector<GeoPoints>>& streets);
  void add_parts(const GeoPoints& line, std::uint32_t name);
  void add(NamedPlace place);
  void sort();
  [[nodiscard]] std::pair<std::string, bool> area_at(GeoPoint point) const;
};

void MapNames::State::add(NamedPlace place) {
  if (place.name.size() > names_limits::name_bytes || found.size() >= names_limits::names) return;
  if (place.kind != NamedKind::area && place.area.empty()) place.area = area_at(place.point).first;
  Found entry{.place = std::move(place), .words = {}};
  entry.words = plain_list(entry.place.name);
  if (!entry.words.empty()) found.push_back(std::move(entry));
}

void MapNames::State::add_areas(const std::vector<NamedArea>& given) {
  for (const NamedArea& area : given) {
    if (area.rings.empty() || area.rings.front().size() < 3) continue;
    KnownArea known{.area = area, .box = {}};
    for (const GeoPoint& point : area.rings.front()) known.box.add(point);
    add({.name = area.name,
         .point = middle_of_area(area.rings.front()),
         .kind = NamedKind::area,
         .area = ""});
    areas.push_back(std::move(known));
  }
}

void MapNames::State::add_parts(const GeoPoints& line, std::uint32_t name) {
  for (std::size_t i = 1; i < line.size() && parts.size() < names_limits::street_parts; ++i) {
    const StreetPart part{.from = flat.spot(line[i - 1]), .to = flat.spot(line[i]), .name = name};
    const double length = std::hypot(part.to.east - part.from.east, part.to.north - part.from.north);
    if (!(length < longest_part_m) || in_squares > most_in_squares) continue;
    const auto index = static_cast<std::uint32_t>(parts.size());
    parts.push_back(part);
    // Every square on the way, from one to the next in half steps.
    const int steps = static_cast<int>(length / square_m * 2) + 1;
    for (int step = 0; step <= steps; ++step) {
      const double along = static_cast<double>(step) / steps;
      auto& square = squares[square_of(part.from.east + along * (part.to.east - part.from.east),
                                       part.from.north + along * (part.to.north - part.from.north))];
      if (!square.empty() && square.back() == index) continue;
      square.push_back(index);
      ++in_squares;
    }
  }
}

void MapNames::State::add_streets(const std::map<std::string, std::vector<GeoPoints>>& streets) {
  if (streets.empty()) return;
  flat = Flatness(streets.begin()->second.front().front());
  for (const auto& [name, lines] : streets) {
    const auto number = static_cast<std::uint32_t>(street_names.size());
    street_names.push_back(name);
    for (const GeoPoints& line : lines) add_parts(line, number);
    for (const StreetPieces& street : together(lines))
      add({.name = name, .point = middle_of(street), .kind = NamedKind::street, .area = ""});
  }
}

std::pair<std::string, bool> MapNames::State::area_at(GeoPoint point) const {
  for (const KnownArea& known : areas)
    if (lies_in(known, point)) return {known.area.name, true};
  const NamedPlace* nearest = nullptr;
  double least = area_reach_m;
  for (const NamedPlace& place : area_points) {
    const double metres = metres_between(place.point, point);
    if (metres <= least) least = metres, nearest = &place;
  }
  if (nearest != nullptr) return {nearest->name, false};
  return {"", false};
}

void MapNames::State::sort() {
  const auto key = [](const Found& entry) {
    const NamedPlace& place = entry.place;
    return std::tuple(place.kind != NamedKind::area, entry.words, std::string_view(place.name),
                      std::string_view(place.area), place.point.latitude, place.point.longitude);
  };
  std::ranges::stable_sort(found, [&](const Found& a, const Found& b) { return key(a) < key(b); });
  // One area of two sources, one place of two tiles.
  const auto same = [](const Found& a, const Found& b) {
    return a.place.name == b.place.name && a.place.kind == b.place.kind &&
           metres_between(a.place.point, b.place.point) < one_street_m;
  };
  found.erase(std::ranges::unique(found, same).begin(), found.end());
}

MapNames MapNames::read(const Sources& sources) {
  auto state = std::make_unique<State>();
  MapReading reading;
  for (const TileFile* file : sources.files) read_names(*file, sources.stop, reading);
  state->add_areas(sources.areas);
  // Neighbourhoods say more of a place than its town does.
  const auto& points = reading.neighbourhoods.empty() ? reading.towns : reading.neighbourhoods;
  state->area_points = points;
  for (const NamedPlace& place : reading.neighbourhoods) state->add(place);
  for (const NamedPlace& place : reading.towns) state->add(place);
  state->add_streets(reading.streets);
  for (const NamedPlace& place : reading.places) state->add(place);
  for (const NamedPlace& place : sources.places) state->add(place);
  state->sort();
  MapNames names;
  names.state_ = std::move(state);
  return names;
}

MapNames::MapNames() : state_(std::make_unique<State>()) {}
MapNames::MapNames(MapNames&&) noexcept = default;
MapNames& MapNames::operator=(MapNames&&) noexcept = default;
MapNames::~MapNames() = default;

const NamedPlace& MapNames::at(std::size_t index) const { return state_->found.at(index).place; }
std::size_t MapNames::size() const { return state_->found.size(); }

std::vector<NamedPlace> MapNames::search(std::string_view text, std::size_t most) const {
  const std::vector<std::string> wanted = plain_list(text.substr(0, names_limits::name_bytes));
  std::vector<NamedPlace> first, later;
  if (wanted.empty()) return first;
  for (const Found& entry : state_->found) {
    const bool fits = std::ranges::all_of(wanted, [&](const std::string& word) {
      return std::ranges::any_of(entry.words, [&](const std::string& own) { return own.starts_with(word); });
    });
    if (!fits) continue;
    auto& list = entry.words.front().starts_with(wanted.front()) ? first : later;
    if (list.size() < most) list.push_back(entry.place);
  }
  for (std::size_t i = 0; i < later.size() && first.size() < most; ++i) first.push_back(std::move(later[i]));
  return first;
}

WhereItIs MapNames::describe(GeoPoint point) const {
  WhereItIs where;
  if (!std::isfinite(point.latitude) || !std::isfinite(point.longitude)) return where;
  std::tie(where.area, where.inside_area) = state_->area_at(point);
  const Spot spot = state_->flat.spot(point);
  double least = street_reach_m;
  for (const int east : {-1, 0, 1}) {
    for (const int north : {-1, 0, 1}) {
      const auto square =
          state_->squares.find(square_of(spot.east + east * square_m, spot.north + north * square_m));
      if (square == state_->squares.end()) continue;
      for (const std::uint32_t index : square->second) {
        const StreetPart& part = state_->parts[index];
        const double metres = metres_to(part, spot);
        if (metres > least) continue;
        least = metres;
        where.street = state_->street_names[part.name];
        where.street_m = metres;
      }
    }
  }
  return where;
}

}  // namespace buurtpeil
