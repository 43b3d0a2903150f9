#include "form/type.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace buurtpeil {
namespace {

constexpr std::string_view no_gps = "a kiosk has no GPS";
constexpr std::string_view no_camera = "a kiosk has no camera";
constexpr std::string_view no_microphone = "a kiosk has no microphone";
constexpr std::string_view no_sim_card = "a kiosk has no SIM card";
constexpr std::string_view no_user = "a kiosk does not know who answers";

// Seconds for one question: reading it and its choices at about 130 words a minute (slow readers, and people
// in their second language), deciding, and then a tap for a choice, three to five for several, digits at
// about two a second, and words on an on-screen keyboard at about ten a minute. Rough on purpose: the visitor
// is told whole minutes, rounded up.
struct TypeTable {
  using enum TypeClass;
  using Kind = ValueKind;

  static constexpr std::array types = std::to_array<TypeTraits>({
      {Type::text, "text", asked, Kind::text, 45, "", "string|q string|add text prompt|phone number"},
      {Type::integer, "integer", asked, Kind::integer, 12, "",
       "int|q int|add integer prompt|percentage|number of days in last month|"
       "number of days in last six months|number of days in last year"},
      {Type::decimal, "decimal", asked, Kind::decimal, 12, "", "q decimal|add decimal prompt"},
      {Type::range, "range", asked, Kind::decimal, 12, "", ""},
      {Type::date, "date", asked, Kind::date, 15, "", "q date|add date prompt"},
      {Type::time, "time", asked, Kind::time, 15, "", ""},
      {Type::date_time, "dateTime", asked, Kind::date_time, 25, "",
       "date time|q datetime|q date time|add datetime prompt|add date time prompt"},
      {Type::select_one, "select_one", asked, Kind::choice, 12, "",
       "add select one prompt using|select one using|select one from|select1"},
      {Type::select_one, "select_one_from_file", asked, Kind::choice, 12, "", ""},
      {Type::select_one, "select_one_external", asked, Kind::choice, 12, "", ""},
      {Type::select_multiple, "select_multiple", asked, Kind::choices, 20, "",
       "add select multiple prompt using|select all that apply from|select all that apply|"
       "select multiple using|select multiple from"},
      {Type::select_multiple, "select_multiple_from_file", asked, Kind::choices, 20, "", ""},
      {Type::rank, "rank", asked, Kind::order, 30, "", ""},
      {Type::geopoint, "geopoint", asked, Kind::geopoint, 30, "",
       "gps|location|q geopoint|q location|add location prompt"},
      {Type::geotrace, "geotrace", asked, Kind::geometry, 45, "", ""},
      {Type::geoshape, "geoshape", asked, Kind::geometry, 45, "", ""},
      {Type::acknowledge, "acknowledge", asked, Kind::any, 8, "",
       "trigger|q acknowledge|add acknowledge prompt"},
      {Type::note, "note", note, Kind::any, 6, "", "q note|add note prompt"},
      {Type::calculate, "calculate", computed, Kind::any, 0, "", "q calculate|add calculate prompt"},
      {Type::hidden, "hidden", computed, Kind::any, 0, "", ""},
      {Type::hidden, "simserial", computed, Kind::any, 0, no_sim_card, "sim id|get sim id|uri:simserial"},
      {Type::hidden, "subscriberid", computed, Kind::any, 0, no_sim_card,
       "subscriber id|get subscriber id|uri:subscriberid"},
      {Type::start, "start", metadata, Kind::date_time, 0, "", "start time|get start time"},
      {Type::end, "end", metadata, Kind::date_time, 0, "", "end time|get end time"},
      {Type::today, "today", metadata, Kind::date, 0, "", "get today"},
      {Type::deviceid, "deviceid", metadata, Kind::text, 0, "", "device id|get device id|imei|uri:deviceid"},
      {Type::username, "username", metadata, Kind::text, 0, no_user, "uri:username"},
      {Type::email, "email", metadata, Kind::text, 0, no_user, "uri:email"},
      {Type::phonenumber, "phonenumber", metadata, Kind::text, 0, "a kiosk has no phone number",
       "get phone number|uri:phonenumber"},
      {Type::audit, "audit", metadata, Kind::none, 0, "a kiosk keeps no log of what a visitor does", ""},
      {Type::osm, "osm", passed_over, Kind::geometry, 0, "a kiosk has no OpenStreetMap editor", ""},
      {Type::start_geopoint, "start-geopoint", passed_over, Kind::geopoint, 0, no_gps, ""},
      {Type::background_geopoint, "background-geopoint", passed_over, Kind::geopoint, 0, no_gps, ""},
      {Type::image, "image", passed_over, Kind::text, 0, no_camera,
       "photo|q picture|q image|add image prompt|add photo prompt"},
      {Type::audio, "audio", passed_over, Kind::text, 0, no_microphone, "q audio|add audio prompt"},
      {Type::video, "video", passed_over, Kind::text, 0, no_camera, "q video|add video prompt"},
      {Type::file, "file", passed_over, Kind::text, 0, "a visitor has no files on a kiosk",
       "add file prompt"},
      {Type::background_audio, "background-audio", passed_over, Kind::text, 0, no_microphone, ""},
      {Type::barcode, "barcode", passed_over, Kind::text, 0, "a kiosk has no barcode reader",
       "q barcode|add barcode prompt"},
      {Type::csv_external, "csv-external", attached, Kind::none, 0, "", ""},
      {Type::xml_external, "xml-external", attached, Kind::none, 0, "", ""},
      {Type::group, "group", container, Kind::none, 0, "", ""},
      {Type::group, "loop", container, Kind::none, 0, "", ""},
      {Type::repeat, "repeat", container, Kind::none, 0, "", "lgroup|looped group"},
  });
};
constexpr const auto& types = TypeTable::types;

constexpr std::size_t type_count = static_cast<std::size_t>(Type::repeat) + 1;

/// The first line of each Type.
constexpr std::array<std::size_t, type_count> first_lines = [] {
  std::array<std::size_t, type_count> lines{};
  for (std::size_t line = types.size(); line-- > 0;) lines[static_cast<std::size_t>(types[line].type)] = line;
  return lines;
}();
static_assert(std::ranges::is_sorted(types, {}, &TypeTraits::type));
static_assert(std::ranges::adjacent_find(first_lines, std::ranges::greater_equal{}) == first_lines.end(),
              "every Type has a line");

}  // namespace

std::span<const TypeTraits> all_types() { return types; }

const TypeTraits& traits_of(Type type) { return types[first_lines[static_cast<std::size_t>(type)]]; }

const TypeTraits* traits_named(std::string_view name) {
  const auto found = std::ranges::find(types, name, &TypeTraits::name);
  return found == types.end() ? nullptr : &*found;
}

bool is_select(Type type) {
  const ValueKind kind = value_kind(type);
  return kind == ValueKind::choice || kind == ValueKind::choices || kind == ValueKind::order;
}

bool is_place(Type type) {
  return type == Type::geopoint || type == Type::geotrace || type == Type::geoshape;
}

bool is_number(Type type) {
  const ValueKind kind = value_kind(type);
  return kind == ValueKind::integer || kind == ValueKind::decimal;
}

}  // namespace buurtpeil
