#include "form/compile/types.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "form/compile/suggestion.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

struct TypeAlias {
  std::string_view spelling;
  Type type;
  std::string_view word;
};

/// Spellings with spaces; underscores and hyphens are turned into spaces before they are looked up.
constexpr std::array type_aliases = std::to_array<TypeAlias>({
    {"text", Type::text, "text"},
    {"string", Type::text, "text"},
    {"q string", Type::text, "text"},
    {"add text prompt", Type::text, "text"},
    {"phone number", Type::text, "text"},
    {"integer", Type::integer, "integer"},
    {"int", Type::integer, "integer"},
    {"q int", Type::integer, "integer"},
    {"add integer prompt", Type::integer, "integer"},
    {"percentage", Type::integer, "integer"},
    {"number of days in last month", Type::integer, "integer"},
    {"number of days in last six months", Type::integer, "integer"},
    {"number of days in last year", Type::integer, "integer"},
    {"decimal", Type::decimal, "decimal"},
    {"q decimal", Type::decimal, "decimal"},
    {"add decimal prompt", Type::decimal, "decimal"},
    {"range", Type::range, "range"},
    {"date", Type::date, "date"},
    {"q date", Type::date, "date"},
    {"add date prompt", Type::date, "date"},
    {"time", Type::time, "time"},
    {"datetime", Type::date_time, "dateTime"},
    {"date time", Type::date_time, "dateTime"},
    {"q datetime", Type::date_time, "dateTime"},
    {"q date time", Type::date_time, "dateTime"},
    {"add datetime prompt", Type::date_time, "dateTime"},
    {"add date time prompt", Type::date_time, "dateTime"},
    {"acknowledge", Type::acknowledge, "acknowledge"},
    {"trigger", Type::acknowledge, "acknowledge"},
    {"q acknowledge", Type::acknowledge, "acknowledge"},
    {"add acknowledge prompt", Type::acknowledge, "acknowledge"},
    {"note", Type::note, "note"},
    {"q note", Type::note, "note"},
    {"add note prompt", Type::note, "note"},
    {"calculate", Type::calculate, "calculate"},
    {"q calculate", Type::calculate, "calculate"},
    {"add calculate prompt", Type::calculate, "calculate"},
    {"hidden", Type::hidden, "hidden"},
    {"start", Type::start, "start"},
    {"start time", Type::start, "start"},
    {"get start time", Type::start, "start"},
    {"end", Type::end, "end"},
    {"end time", Type::end, "end"},
    {"get end time", Type::end, "end"},
    {"today", Type::today, "today"},
    {"get today", Type::today, "today"},
    {"deviceid", Type::deviceid, "deviceid"},
    {"device id", Type::deviceid, "deviceid"},
    {"get device id", Type::deviceid, "deviceid"},
    {"imei", Type::deviceid, "deviceid"},
    {"uri:deviceid", Type::deviceid, "deviceid"},
    {"audit", Type::audit, "audit"},
    {"username", Type::username, "username"},
    {"uri:username", Type::username, "username"},
    {"email", Type::email, "email"},
    {"uri:email", Type::email, "email"},
    {"phonenumber", Type::phonenumber, "phonenumber"},
    {"get phone number", Type::phonenumber, "phonenumber"},
    {"uri:phonenumber", Type::phonenumber, "phonenumber"},
    {"simserial", Type::hidden, "simserial"},
    {"sim id", Type::hidden, "simserial"},
    {"get sim id", Type::hidden, "simserial"},
    {"uri:simserial", Type::hidden, "simserial"},
    {"subscriberid", Type::hidden, "subscriberid"},
    {"subscriber id", Type::hidden, "subscriberid"},
    {"get subscriber id", Type::hidden, "subscriberid"},
    {"uri:subscriberid", Type::hidden, "subscriberid"},
    {"geopoint", Type::geopoint, "geopoint"},
    {"gps", Type::geopoint, "geopoint"},
    {"location", Type::geopoint, "geopoint"},
    {"q geopoint", Type::geopoint, "geopoint"},
    {"q location", Type::geopoint, "geopoint"},
    {"add location prompt", Type::geopoint, "geopoint"},
    {"geotrace", Type::geotrace, "geotrace"},
    {"geoshape", Type::geoshape, "geoshape"},
    {"osm", Type::geoshape, "osm"},
    {"start geopoint", Type::start_geopoint, "start-geopoint"},
    {"background geopoint", Type::background_geopoint, "background-geopoint"},
    {"image", Type::image, "image"},
    {"photo", Type::image, "image"},
    {"q picture", Type::image, "image"},
    {"q image", Type::image, "image"},
    {"add image prompt", Type::image, "image"},
    {"add photo prompt", Type::image, "image"},
    {"audio", Type::audio, "audio"},
    {"q audio", Type::audio, "audio"},
    {"add audio prompt", Type::audio, "audio"},
    {"video", Type::video, "video"},
    {"q video", Type::video, "video"},
    {"add video prompt", Type::video, "video"},
    {"file", Type::file, "file"},
    {"add file prompt", Type::file, "file"},
    {"background audio", Type::background_audio, "background-audio"},
    {"barcode", Type::barcode, "barcode"},
    {"q barcode", Type::barcode, "barcode"},
    {"add barcode prompt", Type::barcode, "barcode"},
    {"csv external", Type::csv_external, "csv-external"},
    {"xml external", Type::xml_external, "xml-external"},
});

struct SelectAlias {
  std::string_view spelling;
  Type type;
  std::string_view word;
  bool from_file = false, external = false;
};

/// The longest first, so that "select one from x" does not read as "select one" with the list "from".
constexpr std::array selects = std::to_array<SelectAlias>({
    {"add select multiple prompt using", Type::select_multiple, "select_multiple"},
    {"select all that apply from", Type::select_multiple, "select_multiple"},
    {"add select one prompt using", Type::select_one, "select_one"},
    {"select multiple from file", Type::select_multiple, "select_multiple_from_file", true},
    {"select all that apply", Type::select_multiple, "select_multiple"},
    {"select multiple using", Type::select_multiple, "select_multiple"},
    {"select one from file", Type::select_one, "select_one_from_file", true},
    {"select multiple from", Type::select_multiple, "select_multiple"},
    {"select one external", Type::select_one, "select_one_external", false, true},
    {"select one using", Type::select_one, "select_one"},
    {"select multiple", Type::select_multiple, "select_multiple"},
    {"select one from", Type::select_one, "select_one"},
    {"select one", Type::select_one, "select_one"},
    {"select1", Type::select_one, "select_one"},
    {"rank", Type::rank, "rank"},
});

struct ContainerAlias {
  std::string_view spelling;
  Type type;
  bool loop = false;
};
constexpr std::array containers = std::to_array<ContainerAlias>({
    {"group", Type::group},
    {"repeat", Type::repeat},
    {"lgroup", Type::repeat},
    {"looped group", Type::repeat},
    {"loop", Type::group, true},
});

std::string spaced(std::string_view text) {
  std::string spaces = lower_case(text);
  for (char& c : spaces)
    if (c == '_' || c == '-') c = ' ';
  return spaces;
}

/// What follows `spelling` at the start of `cell`, trimmed; nothing when the cell starts with something else.
/// The spelling has spaces; the cell may have all of them as underscores instead, so that "select_one from_x"
/// keeps its list "from_x".
std::optional<std::string> after(std::string_view cell, std::string_view spelling) {
  if (cell.size() < spelling.size() || (cell.size() > spelling.size() && cell[spelling.size()] != ' '))
    return {};
  const std::string_view start = cell.substr(0, spelling.size());
  if (spaced(start) != spelling || (start.contains(' ') && start.contains('_'))) return {};
  return std::string(trimmed(cell.substr(spelling.size())));
}

std::optional<TypeCell> read_select(std::string_view cell) {
  for (const SelectAlias& alias : selects) {
    const auto rest = after(cell, alias.spelling);
    if (!rest) continue;
    TypeCell type{.type = alias.type, .word = std::string(alias.word), .list = *rest};
    type.from_file = alias.from_file;
    type.external = alias.external;
    for (const std::string_view other : {" or specify other", " or_other", " or other"})
      if (lower_case(type.list).ends_with(other)) {
        type.list.resize(type.list.size() - other.size());
        type.list = trimmed(type.list);
        type.or_other = true;
        break;
      }
    if (type.list.contains(' ') && !type.list.starts_with("${")) return {};
    return type;
  }
  return {};
}

/// "begin group", "begin_repeat", "end loop", "begin loop over c1".
std::optional<TypeCell> read_container(std::string_view cell) {
  const std::string spaces = spaced(cell);
  const bool begins = spaces.starts_with("begin ");
  if (!begins && !spaces.starts_with("end ")) return {};
  const std::size_t start = begins ? 6 : 4;
  for (const ContainerAlias& alias : containers) {
    if (!std::string_view(spaces).substr(start).starts_with(alias.spelling)) continue;
    std::string rest(trimmed(cell.substr(start + alias.spelling.size())));
    if (lower_case(rest).starts_with("over ")) rest = trimmed(rest.substr(5));
    if (!rest.empty() && (!begins || !alias.loop || rest.contains(' '))) continue;
    TypeCell type{.type = alias.type,
                  .word = alias.loop ? "loop" : std::string(alias.type == Type::group ? "group" : "repeat")};
    if (alias.loop)
      type.kind = begins ? TypeCell::Kind::begin_loop : TypeCell::Kind::end_loop;
    else
      type.kind = begins ? TypeCell::Kind::begin : TypeCell::Kind::end;
    type.list = rest;
    return type;
  }
  return {};
}

}  // namespace

std::optional<TypeCell> read_type(std::string_view written) {
  const std::string cell = collapse_spaces(trimmed(written));
  const std::string spaces = spaced(cell);
  for (const TypeAlias& alias : type_aliases)
    if (alias.spelling == spaces) return TypeCell{.type = alias.type, .word = std::string(alias.word)};
  if (const auto container = read_container(cell)) return container;
  if (const auto select = read_select(cell)) return select;
  if (spaces.starts_with("osm "))
    return TypeCell{.type = Type::geoshape, .word = "osm", .list = cell.substr(4)};
  return {};
}

std::string_view implied_constraint(std::string_view cell) {
  static const std::map<std::string_view, std::string_view> constraints = {
      {"percentage", "0 <= . and . <= 100"},
      {"number of days in last month", "0 <= . and . <= 31"},
      {"number of days in last six months", "0 <= . and . <= 183"},
      {"number of days in last year", "0 <= . and . <= 365"},
      {"phone number", "regex(., '^[0-9]*$')"},
  };
  const auto found = constraints.find(spaced(collapse_spaces(trimmed(cell))));
  return found == constraints.end() ? std::string_view() : found->second;
}

std::string suggest_type(std::string_view cell) {
  if (spaced(cell).starts_with("begin")) return "; groups begin with 'begin group' or 'begin repeat'";
  if (spaced(cell) == "include") return "; copy the rows of the other form into this one";
  std::vector<std::string_view> words = {
      "begin group", "end group",       "begin repeat",         "end repeat",
      "select_one",  "select_multiple", "select_one_from_file", "select_multiple_from_file",
      "rank"};
  for (const TypeAlias& alias : type_aliases)
    if (spaced(alias.word) == alias.spelling) words.push_back(alias.word);
  const std::vector<std::string> parts = words_of(cell);
  const std::string whole = did_you_mean(cell, words);
  return whole.empty() && !parts.empty() ? did_you_mean(parts.front(), words) : whole;
}

std::vector<std::string_view> type_words() {
  std::vector<std::string_view> words = {"group", "repeat", "loop"};
  const auto add = [&](std::string_view word) {
    if (std::ranges::find(words, word) == words.end()) words.push_back(word);
  };
  for (const TypeAlias& alias : type_aliases) add(alias.word);
  for (const SelectAlias& alias : selects) add(alias.word);
  return words;
}

std::string_view why_passed_over(std::string_view word) {
  static const std::map<std::string_view, std::string_view> reasons = {
      {"geopoint", "a kiosk has no GPS"},
      {"geotrace", "a kiosk has no GPS"},
      {"geoshape", "a kiosk has no GPS"},
      {"osm", "a kiosk has no OpenStreetMap editor"},
      {"start-geopoint", "a kiosk has no GPS"},
      {"background-geopoint", "a kiosk has no GPS"},
      {"image", "a kiosk has no camera"},
      {"video", "a kiosk has no camera"},
      {"audio", "a kiosk has no microphone"},
      {"background-audio", "a kiosk has no microphone"},
      {"file", "a visitor has no files on a kiosk"},
      {"barcode", "a kiosk has no barcode reader"},
      {"phonenumber", "a kiosk has no phone number"},
      {"simserial", "a kiosk has no SIM card"},
      {"subscriberid", "a kiosk has no SIM card"},
      {"username", "a kiosk does not know who answers"},
      {"email", "a kiosk does not know who answers"},
      {"audit", "a kiosk keeps no log of what a visitor does"},
  };
  const auto found = reasons.find(word);
  return found == reasons.end() ? std::string_view() : found->second;
}

bool is_asked(Type type) { return type <= Type::acknowledge; }

bool is_select(Type type) {
  return type == Type::select_one || type == Type::select_multiple || type == Type::rank;
}

}  // namespace buurtpeil
