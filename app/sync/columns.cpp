#include "sync/columns.h"

#include <algorithm>
#include <array>
#include <optional>

namespace buurtpeil::sync {
namespace {

// ODK Central's names for the four numbers of a geopoint.
constexpr std::array<const char*, 4> geopoint_parts = {"-Latitude", "-Longitude", "-Altitude", "-Accuracy"};

bool is_geopoint(Type type) {
  return type == Type::geopoint || type == Type::start_geopoint || type == Type::background_geopoint;
}

/// Nothing for rows that have no value: containers, attached data, the audit log. Notes have one in ODK
/// (always empty here).
std::optional<Content> content_of(Type type) {
  switch (type) {
    case Type::text:
    case Type::barcode:
    case Type::deviceid:
    case Type::username:
    case Type::email:
    case Type::phonenumber:
    case Type::image:
    case Type::audio:
    case Type::video:
    case Type::file:
    case Type::background_audio:
      return Content::text;
    case Type::integer:
    case Type::decimal:
    case Type::range:
      return Content::number;
    case Type::date:
    case Type::today:
      return Content::date;
    case Type::time:
      return Content::time;
    case Type::date_time:
    case Type::start:
    case Type::end:
      return Content::date_time;
    case Type::select_one:
      return Content::choice;
    case Type::select_multiple:
    case Type::rank:
      return Content::choices;
    case Type::geopoint:
    case Type::start_geopoint:
    case Type::background_geopoint:
    case Type::geotrace:
    case Type::geoshape:
      return Content::place;
    case Type::note:
    case Type::calculate:
    case Type::hidden:
    case Type::acknowledge:
      return Content::computed;
    case Type::audit:
    case Type::csv_external:
    case Type::xml_external:
    case Type::group:
    case Type::repeat:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string header_of(const std::string& path, const std::string& repeat) {
  std::string header = repeat.empty() ? path : path.substr(repeat.size() + 1);
  std::ranges::replace(header, '/', '-');
  return header;
}

Table& table_for(std::vector<Table>& tables, const std::string& repeat) {
  const auto found = std::ranges::find(tables, repeat, &Table::repeat);
  return found != tables.end() ? *found : tables.emplace_back(Table{repeat, {}, {}});
}

const std::string& repeat_around(const Form& form, const Row& row) {
  static const std::string none;
  for (int i = row.parent; i >= 0; i = form.rows[static_cast<std::size_t>(i)].parent)
    if (form.rows[static_cast<std::size_t>(i)].type == Type::repeat)
      return form.rows[static_cast<std::size_t>(i)].path;
  return none;
}

void add(Table& table, const Form& form, const Row& row, Content content) {
  if (!table.column_of.emplace(row.path, table.columns.size()).second) return;
  const std::string header = header_of(row.path, table.repeat);
  if (!is_geopoint(row.type)) {
    table.columns.push_back({header, row.path, content, -1, &form, &row});
    return;
  }
  for (std::size_t part = 0; part < geopoint_parts.size(); ++part)
    table.columns.push_back(
        {header + geopoint_parts[part], row.path, content, static_cast<int>(part), &form, &row});
}

}  // namespace

Spot spot_of(const std::string& answer_path) {
  Spot spot;
  std::size_t row_end = 0;
  for (std::size_t i = 0; i < answer_path.size(); ++i) {
    if (answer_path[i] == '[') {
      const std::size_t close = answer_path.find(']', i);
      if (close == std::string::npos) break;
      spot.repeat = spot.column;
      row_end = close + 1;
      i = close;
    } else {
      spot.column += answer_path[i];
    }
  }
  spot.row = answer_path.substr(0, row_end);
  return spot;
}

std::vector<Table> tables_of(const std::vector<const Form*>& versions) {
  std::vector<Table> tables{Table{}};
  for (const Form* form : versions) {
    for (const Row& row : form->rows) {
      if (row.type == Type::repeat) table_for(tables, row.path);
      if (const auto content = content_of(row.type))
        add(table_for(tables, repeat_around(*form, row)), *form, row, *content);
    }
  }
  return tables;
}

void add_missing(std::vector<Table>& tables, const Spot& spot) {
  Table& table = table_for(tables, spot.repeat);
  if (table.column_of.emplace(spot.column, table.columns.size()).second)
    table.columns.push_back(
        {header_of(spot.column, spot.repeat), spot.column, Content::computed, -1, nullptr, nullptr});
}

}  // namespace buurtpeil::sync
