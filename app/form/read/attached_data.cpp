#include "form/read/attached_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "form/limits.h"
#include "form/read/grid.h"
#include "form/read/xml_reader.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

using Records = std::expected<std::vector<Choice>, Error>;

bool is_number_with_comma(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  const std::size_t comma = cell.find(',');
  return comma != cell.npos && comma > 0 && comma + 1 < cell.size() &&
         cell.find_first_not_of("0123456789,") == cell.npos && cell.find(',', comma + 1) == cell.npos;
}

/// Expressions read numbers with a point alone.
std::string decimal_comma_in(const std::vector<GridRow>& rows) {
  for (const GridRow& row : rows)
    for (const std::string& cell : row.cells)
      if (is_number_with_comma(cell))
        return fmt::format(
            "has a decimal comma in line {}, '{}', which is no number in an expression: write a "
            "point",
            row.number, cell);
  return "";
}

std::expected<AttachedData, Error> read_csv_data(std::string_view bytes) {
  const auto csv = read_plain_csv(bytes);
  if (!csv) return std::unexpected(Error{csv.error().message});
  AttachedData data;
  data.unusual = csv->unusual;
  const std::vector<GridRow>& rows = csv->rows;
  if (rows.empty()) return data;
  const std::vector<std::string>& headings = rows.front().cells;
  if (headings.size() * rows.size() > limits::cells)
    return std::unexpected(Error{fmt::format("it has more than {} values", limits::cells)});
  for (const std::string& heading : headings) {
    if (heading.empty()) continue;
    if (std::ranges::find(data.columns, heading) == data.columns.end())
      data.columns.push_back(heading);
    else
      data.doubtful.push_back(fmt::format("has two columns '{}', of which the last one counts", heading));
  }
  if (const std::string comma = decimal_comma_in(rows); !comma.empty()) data.doubtful.push_back(comma);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Choice record;
    const std::vector<std::string>& cells = rows[i].cells;
    for (std::size_t c = 0; c < headings.size(); ++c)
      if (!headings[c].empty()) record.columns[headings[c]] = c < cells.size() ? cells[c] : "";
    data.records.push_back(std::move(record));
    data.lines.push_back(rows[i].number);
  }
  return data;
}

std::expected<AttachedData, Error> with_columns(Records records) {
  if (!records) return std::unexpected(records.error());
  std::set<std::string> columns;
  for (const Choice& record : *records)
    for (const auto& [column, value] : record.columns) columns.insert(column);
  return AttachedData{std::move(*records), {columns.begin(), columns.end()}};
}

Records read_xml_records(std::string_view bytes) {
  std::vector<Choice> records;
  XmlReader reader(bytes);
  std::string column, value;
  std::size_t cells = 0;
  while (reader.next()) {
    if (reader.is_start() && reader.depth() == 1)
      records.emplace_back();
    else if (reader.is_start() && reader.depth() == 2) {
      column = reader.name();
      value.clear();
      if (reader.is_empty_element()) records.back().columns[column] = "";
    } else if (reader.is_text() && reader.depth() == 3)
      value += reader.text();
    else if (reader.is_end() && reader.depth() == 2)
      records.back().columns[column] = trimmed(value);
    else
      continue;
    if (++cells > 4 * limits::cells || records.size() > limits::rows)
      return std::unexpected(
          Error{fmt::format("it has more than {} items or {} values", limits::rows, limits::cells)});
  }
  if (reader.failed()) return std::unexpected(Error{"it is no well-formed XML without a DOCTYPE"});
  return records;
}

}  // namespace

std::expected<AttachedData, Error> read_attached_data(std::string_view file, std::string_view bytes) {
  if (bytes.size() > limits::file_bytes)
    return std::unexpected(Error{fmt::format("it is larger than {} MB", limits::file_bytes >> 20)});
  const std::string suffix = lower_case(file.substr(std::min(file.size(), file.rfind('.'))));
  if (suffix == ".csv") return read_csv_data(bytes);
  std::vector<std::string> doubtful;
  std::string unusual;
  auto data = with_columns(suffix == ".xml" ? read_xml_records(bytes)
                                            : read_geojson_records(bytes, doubtful, unusual));
  if (!data) return data;
  data->doubtful = std::move(doubtful);
  data->unusual = std::move(unusual);
  return data;
}

bool is_pulldata(const Expression& expression, const Reference& reference) {
  std::string_view before = trimmed(std::string_view(expression.source()).substr(0, reference.offset));
  if (!before.ends_with('(')) return false;
  before.remove_suffix(1);
  return trimmed(before).ends_with("pulldata");
}

}  // namespace buurtpeil
