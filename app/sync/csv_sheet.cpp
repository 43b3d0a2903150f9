#include "sync/csv_sheet.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/csv.h"

namespace buurtpeil::sync {
namespace {

struct FixedColumn {
  const char* header;
  std::string (*cell)(const Response& response, const Style& style);
};

std::string key_cell(const Response& response, const Style& style) { return text_cell(response.id, style); }
std::string kiosk_cell(const Response& response, const Style& style) {
  return text_cell(response.kiosk, style);
}
std::string empty_cell(const Response&, const Style&) { return ""; }
std::string zero_cell(const Response&, const Style&) { return "0"; }

std::string version_cell(const Response& response, const Style& style) {
  return text_cell(version_name(response.form_version, response.form_hash), style);
}

// The one column before the questions.
constexpr const char* submission_date = "SubmissionDate";

// What stands after the questions: ODK Central's columns in its order, then our own.
constexpr std::array<FixedColumn, 18> fixed_columns = {{
    {"meta-instanceID", key_cell},
    {"KEY", key_cell},
    {"SubmitterID", empty_cell},
    {"SubmitterName", empty_cell},
    {"AttachmentsPresent", zero_cell},
    {"AttachmentsExpected", zero_cell},
    {"Status", empty_cell},
    {"ReviewState", empty_cell},
    {"DeviceID", kiosk_cell},
    {"Edits", zero_cell},
    {"FormVersion", version_cell},
    {"buurtpeil-status", [](const Response& response, const Style&) { return to_name(response.status); }},
    {"buurtpeil-language",
     [](const Response& response, const Style& style) { return text_cell(response.language, style); }},
    {"buurtpeil-kiosk", kiosk_cell},
    {"buurtpeil-occasion",
     [](const Response& response, const Style& style) { return text_cell(response.occasion, style); }},
    {"buurtpeil-started",
     [](const Response& response, const Style& style) { return minute_cell(response.started, style); }},
    {"buurtpeil-finished",
     [](const Response& response, const Style& style) { return minute_cell(response.ended, style); }},
    {"buurtpeil-seconds",
     [](const Response& response, const Style&) { return std::to_string(response.seconds); }},
}};

/// "uuid:.../place[2]", and of its parent: "uuid:...", or the row of the repeat around it.
struct Keys {
  std::string parent, own;
};

Keys keys_of(const std::string& id, const std::string& row) {
  const std::size_t outer = row.substr(0, row.rfind('[')).rfind(']');
  return {outer == std::string::npos ? id : id + "/" + row.substr(0, outer + 1), id + "/" + row};
}

bool is_asked_in(const Column& column) { return column.row == nullptr || is_asked(column.row->type); }

/// The cells of a line, which stand as ODK Central has them, as a person looks for them.
std::vector<std::string> arranged(const std::vector<std::string>& cells, const Table& table,
                                  const Style& style) {
  if (style.layout == Layout::odk) return cells;
  const bool is_root = table.repeat.empty();
  const std::size_t first = is_root ? 1 : 0, end = first + table.columns.size();
  std::vector<std::string> asked, others, ours, technical;
  if (is_root) technical.push_back(cells.front());
  for (std::size_t i = first; i < end; ++i)
    (is_asked_in(table.columns[i - first]) ? asked : others).push_back(cells[i]);
  for (std::size_t i = end; i < cells.size(); ++i) {
    const bool own = is_root && std::string_view(fixed_columns.at(i - end).header).starts_with("buurtpeil-");
    (own ? ours : technical).push_back(cells[i]);
  }
  for (const auto& more : {ours, others, technical}) asked.insert(asked.end(), more.begin(), more.end());
  return asked;
}

/// A row's place in the repeat ("place[2]", "" in the form itself) and its cells.
using PlacedRow = std::pair<std::string, std::vector<std::string>>;

}  // namespace

std::string version_name(const std::string& version, const std::string& hash) {
  return version.empty() ? hash.substr(0, 8) : version;
}

std::vector<std::string> fixed_headers(const Table& table) {
  if (!table.repeat.empty()) return {"PARENT_KEY", "KEY"};
  std::vector<std::string> headers = {submission_date};
  for (const FixedColumn& column : fixed_columns) headers.emplace_back(column.header);
  return headers;
}

std::string header_lines(const Table& table, const Style& style) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(text_cell(column.header, style));
  const std::vector<std::string> fixed = fixed_headers(table);
  const auto after = fixed.begin() + (table.repeat.empty() ? 1 : 0);
  names.insert(names.begin(), fixed.begin(), after);
  names.insert(names.end(), after, fixed.end());
  const std::string header = csv_line(arranged(names, table, style), style.separator());
  return style.layout == Layout::odk ? header : byte_order_mark + header;
}

std::vector<std::string> response_lines(const Response& response, const Table& table, const Form* form,
                                        const Style& style) {
  const bool is_root = table.repeat.empty();
  std::vector<PlacedRow> rows;
  const auto cells_of = [&](const std::string& place) -> std::vector<std::string>& {
    const auto row = std::ranges::find(rows, place, &PlacedRow::first);
    if (row != rows.end()) return row->second;
    return rows.emplace_back(place, std::vector<std::string>(table.columns.size())).second;
  };
  if (is_root) cells_of("");  // also without a single answer
  for (const auto& [path, answer] : response.answers) {
    const Spot spot = spot_of(path);
    if (spot.repeat != table.repeat) continue;
    std::vector<std::string>& cells = cells_of(spot.row);
    const std::size_t first = table.column_of.at(spot.column);
    for (std::size_t i = first; i < cells.size() && table.columns[i].path == spot.column; ++i)
      cells[i] = cell_of(answer.value, table.columns[i], form, style);
  }
  std::vector<std::string> lines;
  for (auto& [place, cells] : rows) {
    if (is_root) {
      cells.insert(cells.begin(), submission_cell(response.ended, style));
      for (const FixedColumn& column : fixed_columns) cells.push_back(column.cell(response, style));
    } else {
      const Keys keys = keys_of(response.id, place);
      cells.insert(cells.end(), {text_cell(keys.parent, style), text_cell(keys.own, style)});
    }
    lines.push_back(csv_line(arranged(cells, table, style), style.separator()));
  }
  return lines;
}

std::expected<CsvSheet, Error> CsvSheet::begin(const std::filesystem::path& path, const Table& table,
                                               const Style& style) {
  auto file = WholeFile::begin(path);
  if (!file) return std::unexpected(file.error());
  CsvSheet sheet{std::move(*file), table, style};
  if (auto written = sheet.file_.write(header_lines(table, style)); !written)
    return std::unexpected(written.error());
  return sheet;
}

std::expected<void, Error> CsvSheet::write(const Response& response, const Form* form) {
  for (const std::string& line : response_lines(response, *table_, form, *style_)) {
    if (auto written = file_.write(line); !written) return written;
    ++rows_;
  }
  return {};
}

}  // namespace buurtpeil::sync
