#include "sync/csv_sheet.h"

#include <algorithm>
#include <array>
#include <string>
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
  std::vector<std::string> names, labels;
  for (const Column& column : table.columns) {
    names.push_back(text_cell(column.header, style));
    labels.push_back(
        column.row == nullptr ? "" : text_cell(plain_text(*column.form, column.row->label, style), style));
  }
  const std::vector<std::string> fixed = fixed_headers(table);
  const auto after = fixed.begin() + (table.repeat.empty() ? 1 : 0);
  names.insert(names.begin(), fixed.begin(), after);
  labels.insert(labels.begin(), after - fixed.begin(), "");
  names.insert(names.end(), after, fixed.end());
  labels.resize(names.size());
  const std::string header = csv_line(names, style.separator());
  if (style.layout == Layout::odk) return header;
  return byte_order_mark + header + csv_line(labels, style.separator());
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
    lines.push_back(csv_line(cells, style.separator()));
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
