#include "sync/columns.h"

#include <algorithm>
#include <array>

namespace buurtpeil::sync {
namespace {

// ODK Central's names for the four numbers of a geopoint.
constexpr std::array<const char*, 4> geopoint_parts = {"-Latitude", "-Longitude", "-Altitude", "-Accuracy"};

std::string header_of(const std::string& path, const std::string& repeat) {
  std::string header = repeat.empty() ? path : path.substr(repeat.size() + 1);
  std::ranges::replace(header, '/', '-');
  return header;
}

Table& table_for(std::vector<Table>& tables, const std::string& repeat) {
  const auto found = std::ranges::find(tables, repeat, &Table::repeat);
  return found != tables.end() ? *found : tables.emplace_back(Table{repeat, {}, {}});
}

void add(Table& table, const Form& form, const Row& row) {
  if (!table.column_of.emplace(row.path, table.columns.size()).second) return;
  const std::string header = header_of(row.path, table.repeat);
  const ValueKind values = value_kind(row.type);
  if (values != ValueKind::geopoint) {
    table.columns.push_back({header, row.path, values, -1, &form, &row});
    return;
  }
  for (std::size_t part = 0; part < geopoint_parts.size(); ++part)
    table.columns.push_back(
        {header + geopoint_parts[part], row.path, values, static_cast<int>(part), &form, &row});
}

}  // namespace

const std::string& repeat_around(const Form& form, const Row& row) {
  static const std::string none;
  for (int i = row.parent; i >= 0; i = form.rows[static_cast<std::size_t>(i)].parent)
    if (form.rows[static_cast<std::size_t>(i)].type == Type::repeat)
      return form.rows[static_cast<std::size_t>(i)].path;
  return none;
}

const Row* row_in(const Form& form, const Table& table, const Column& column) {
  const int index = form.row_of(column.path);
  if (index < 0) return nullptr;
  const Row& row = form.rows[static_cast<std::size_t>(index)];
  const bool is_asked_here =
      value_kind(row.type) != ValueKind::none && repeat_around(form, row) == table.repeat;
  return is_asked_here ? &row : nullptr;
}

Spot spot_of(std::string_view answer_path) {
  Spot spot;
  std::size_t row_end = 0;
  for (std::size_t i = 0; i < answer_path.size(); ++i) {
    if (answer_path[i] == '[') {
      const std::size_t close = answer_path.find(']', i);
      if (close == std::string_view::npos) break;
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

Places::Places(const std::vector<Table>& tables) : tables_(&tables) {
  for (const auto& [path, column] : tables.front().column_of) known_.push_back({path, column});
  std::ranges::sort(known_, {}, &Known::column);
}

std::optional<Place> Places::of(std::string_view answer_path) {
  if (next_ < known_.size() && known_[next_].path == answer_path) return Place{0, known_[next_++].column, ""};
  if (answer_path.find('[') != std::string_view::npos) return in_repeat(answer_path);
  const Table& form = tables_->front();
  const auto column = form.column_of.find(answer_path);
  if (column == form.column_of.end()) return std::nullopt;
  next_ = static_cast<std::size_t>(std::ranges::lower_bound(known_, column->second, {}, &Known::column) -
                                   known_.begin()) +
          1;
  return Place{0, column->second, ""};
}

std::optional<Place> Places::in_repeat(std::string_view answer_path) const {
  const Spot spot = spot_of(answer_path);
  const auto table = std::ranges::find(*tables_, spot.repeat, &Table::repeat);
  if (table == tables_->end()) return std::nullopt;
  const auto column = table->column_of.find(spot.column);
  if (column == table->column_of.end()) return std::nullopt;
  return Place{static_cast<std::size_t>(table - tables_->begin()), column->second,
               answer_path.substr(0, spot.row.size())};
}

std::vector<Table> tables_of(const std::vector<const Form*>& versions) {
  std::vector<Table> tables{Table{}};
  for (const Form* form : versions) {
    for (const Row& row : form->rows) {
      if (row.type == Type::repeat) table_for(tables, row.path);
      // Containers, attached data and the audit log have no value. Notes have one in ODK, always empty here.
      if (value_kind(row.type) != ValueKind::none)
        add(table_for(tables, repeat_around(*form, row)), *form, row);
    }
  }
  return tables;
}

void add_missing(std::vector<Table>& tables, const Spot& spot) {
  Table& table = table_for(tables, spot.repeat);
  if (table.column_of.emplace(spot.column, table.columns.size()).second)
    table.columns.push_back(
        {header_of(spot.column, spot.repeat), spot.column, ValueKind::any, -1, nullptr, nullptr});
}

}  // namespace buurtpeil::sync
