// The types of XLSForm, and what is known of each: one table, in type.cpp. Whoever needs to know what the
// values of a question are asks for its ValueKind, not for its Type.
#pragma once

#include <span>
#include <string_view>

namespace buurtpeil {

/// What a row of the survey sheet is. Aliases ("select one from", "begin_group") are already resolved.
enum class Type {
  // answered by the visitor
  text,
  integer,
  decimal,
  range,
  date,
  time,
  date_time,
  select_one,
  select_multiple,
  rank,
  geopoint,
  geotrace,
  geoshape,
  acknowledge,
  // shown or computed
  note,
  calculate,
  hidden,
  // filled in by the machine
  start,
  end,
  today,
  deviceid,
  username,
  email,
  phonenumber,
  audit,
  // what a kiosk does not have: passed over
  osm,
  start_geopoint,
  background_geopoint,
  image,
  audio,
  video,
  file,
  background_audio,
  barcode,
  // data attached to the form, no question
  csv_external,
  xml_external,
  // containers
  group,
  repeat,
};

/// The groups of types above.
enum class TypeClass { asked, note, computed, metadata, passed_over, attached, container };

/// What the values of a type are, as XForms writes them.
enum class ValueKind {
  none,  ///< has no value
  any,   ///< a number or a text, of a calculation
  text,  ///< words that somebody or something else wrote
  integer,
  decimal,
  date,       ///< "2026-03-01"
  time,       ///< "19:04:00.000+01:00"
  date_time,  ///< "2026-03-01T19:04:00.000+01:00"
  choice,     ///< the name of a choice
  choices,    ///< names of choices in the order of their list, with spaces between
  order,      ///< names of choices in the visitor's order, with spaces between
  geopoint,   ///< latitude, longitude, altitude and accuracy, with spaces between
  geometry,   ///< several such points
};

/// A line of the table. Some names share a Type ("select_one_from_file"); the first line with a Type is that
/// of the Type itself.
struct TypeTraits {
  Type type;
  std::string_view name;  ///< in XLSForm, without aliases
  TypeClass type_class;
  ValueKind value;
  int seconds;               ///< that a visitor takes for it, see effort_of()
  std::string_view lacks;    ///< why a kiosk passes it over ("a kiosk has no camera"), or ""
  std::string_view aliases;  ///< further spellings, with "|" between; "_" and "-" are written as spaces
};

/// The whole table, in the order of Type.
[[nodiscard]] std::span<const TypeTraits> all_types();
[[nodiscard]] const TypeTraits& traits_of(Type type);
/// By its name in XLSForm; nullptr when there is none.
[[nodiscard]] const TypeTraits* traits_named(std::string_view name);

[[nodiscard]] inline ValueKind value_kind(Type type) { return traits_of(type).value; }
/// Answered by a visitor: text to acknowledge. Notes, calculations, metadata and what is passed over are not.
[[nodiscard]] inline bool is_asked(Type type) { return type <= Type::acknowledge; }
/// Chooses from a list of the form.
[[nodiscard]] bool is_select(Type type);
/// A place on the map: a point, a line or an area.
[[nodiscard]] bool is_place(Type type);
/// An integer, a decimal or a range.
[[nodiscard]] bool is_number(Type type);

}  // namespace buurtpeil
