#include "sync/csv_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <utility>

#include "sync/csv.h"

namespace buurtpeil::sync {
namespace {

struct FixedColumn {
  const char* header;
  void (*add)(std::string& line, const StoredResponse& response, const Style& style);
};

void add_key(std::string& line, const StoredResponse& response, const Style& style) {
  add_text_cell(line, response.id, style);
}
void add_kiosk(std::string& line, const StoredResponse& response, const Style& style) {
  add_text_cell(line, response.kiosk, style);
}
void add_nothing(std::string&, const StoredResponse&, const Style&) {}
void add_zero(std::string& line, const StoredResponse&, const Style&) { line += '0'; }

void add_version(std::string& line, const StoredResponse& response, const Style& style) {
  add_text_cell(line, version_name(response.form_version, response.form_hash), style);
}

// The one column before the questions.
constexpr FixedColumn submission_date = {
    "SubmissionDate", [](std::string& line, const StoredResponse& response, const Style& style) {
      line += submission_cell(response.ended, style);
    }};

// What stands after the questions: ODK Central's columns in its order, then our own.
constexpr std::array<FixedColumn, 19> fixed_columns = {{
    {"meta-instanceID", add_key},
    {"KEY", add_key},
    {"SubmitterID", add_nothing},
    {"SubmitterName", add_nothing},
    {"AttachmentsPresent", add_zero},
    {"AttachmentsExpected", add_zero},
    {"Status", add_nothing},
    {"ReviewState", add_nothing},
    {"DeviceID", add_kiosk},
    {"Edits", add_zero},
    {"FormVersion", add_version},
    {"buurtpeil-status", [](std::string& line, const StoredResponse& response,
                            const Style&) { line += to_name(response.status); }},
    {"buurtpeil-language", [](std::string& line, const StoredResponse& response,
                              const Style& style) { add_text_cell(line, response.language, style); }},
    {"buurtpeil-kiosk", add_kiosk},
    {"buurtpeil-occasion", [](std::string& line, const StoredResponse& response,
                              const Style& style) { add_text_cell(line, response.occasion, style); }},
    {"buurtpeil-started", [](std::string& line, const StoredResponse& response,
                             const Style& style) { line += minute_cell(response.started, style); }},
    {"buurtpeil-finished", [](std::string& line, const StoredResponse& response,
                              const Style& style) { line += minute_cell(response.ended, style); }},
    {"buurtpeil-seconds", [](std::string& line, const StoredResponse& response,
                             const Style&) { line += fmt::format_int(response.seconds).c_str(); }},
    {"buurtpeil-doubt", [](std::string& line, const StoredResponse& response,
                           const Style&) { line += to_name(response.doubt); }},
}};

/// "uuid:.../place[2]", and of its parent: "uuid:...", or the row of the repeat around it.
struct Keys {
  std::string parent, own;
};

Keys keys_of(std::string_view id, std::string_view row) {
  const std::size_t outer = row.substr(0, row.rfind('[')).rfind(']');
  const std::string own = fmt::format("{}/{}", id, row);
  return {outer == std::string_view::npos ? std::string(id) : own.substr(0, id.size() + 1 + outer + 1), own};
}

bool is_asked_in(const Column& column) { return column.row == nullptr || is_asked(column.row->type); }

/// The cells of a line by their numbers as ODK Central has them, in the order in which they are written: for
/// Excel as a person looks for them.
std::vector<std::size_t> order_of(const Table& table, const Style& style) {
  const bool is_root = table.repeat.empty();
  const std::size_t first = is_root ? 1 : 0, end = first + table.columns.size();
  std::vector<std::size_t> asked, others, ours, technical;
  std::vector<std::size_t> all(end + (is_root ? fixed_columns.size() : 2));
  std::iota(all.begin(), all.end(), std::size_t{0});
  if (style.layout == Layout::odk) return all;
  if (is_root) technical.push_back(0);
  for (std::size_t i = first; i < end; ++i)
    (is_asked_in(table.columns[i - first]) ? asked : others).push_back(i);
  for (std::size_t i = end; i < all.size(); ++i) {
    const bool own = is_root && std::string_view(fixed_columns.at(i - end).header).starts_with("buurtpeil-");
    (own ? ours : technical).push_back(i);
  }
  for (const auto& more : {ours, others, technical}) asked.insert(asked.end(), more.begin(), more.end());
  return asked;
}

}  // namespace

std::string_view version_name(std::string_view version, std::string_view hash) {
  return version.empty() ? hash.substr(0, 8) : version;
}

std::vector<std::string> fixed_headers(const Table& table) {
  if (!table.repeat.empty()) return {"PARENT_KEY", "KEY"};
  std::vector<std::string> headers = {submission_date.header};
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
  std::vector<std::string> cells;
  for (const std::size_t cell : order_of(table, style)) cells.push_back(names[cell]);
  const std::string header = csv_line(cells, style.separator());
  return style.layout == Layout::odk ? header : byte_order_mark + header;
}

TableLines::TableLines(const Table& table, const Style& style)
    : table_(&table), style_(&style), order_(order_of(table, style)) {}

TableLines::Line& TableLines::line_of(std::string_view row) {
  const auto used = std::span(lines_).first(used_);
  // Mostly it is the one of the answer before.
  if (const auto line = std::ranges::find(used.rbegin(), used.rend(), row, &Line::row); line != used.rend())
    return *line;
  if (used_ == lines_.size()) lines_.emplace_back();
  Line& line = lines_[used_++];
  line.row = row;
  line.values.assign(table_->columns.size(), {});
  return line;
}

void TableLines::put(const Place& place, std::string_view value) {
  const std::vector<Column>& columns = table_->columns;
  std::vector<std::string_view>& values = line_of(place.row).values;
  for (std::size_t i = place.column; i < columns.size(); ++i) {
    if (i > place.column && columns[i].path != columns[place.column].path) break;
    values[i] = value;
  }
}

const std::vector<ColumnCells>& TableLines::cells_in(const Form* form) {
  const auto [found, is_new] = cells_.try_emplace(form);
  if (is_new)
    for (const Column& column : table_->columns) found->second.emplace_back(column, form, *style_);
  return found->second;
}

int TableLines::add(std::string& lines, const StoredResponse& response, const Form* form) {
  const bool is_root = table_->repeat.empty();
  if (is_root) static_cast<void>(line_of(""));  // also without a single answer
  const std::vector<ColumnCells>& cells = cells_in(form);
  const std::size_t first = is_root ? 1 : 0, end = first + cells.size();
  for (const Line& line : std::span(lines_).first(used_)) {
    const Keys keys = is_root ? Keys{} : keys_of(response.id, line.row);
    for (const std::size_t cell : order_) {
      if (cell < first)
        submission_date.add(lines, response, *style_);
      else if (cell < end)
        cells[cell - first].add(lines, line.values[cell - first]);
      else if (is_root)
        fixed_columns[cell - end].add(lines, response, *style_);
      else
        add_text_cell(lines, cell == end ? keys.parent : keys.own, *style_);
      lines += style_->separator();
    }
    lines.pop_back();
    lines.append(line_end);
  }
  return static_cast<int>(std::exchange(used_, 0));
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

std::expected<void, Error> CsvSheet::write(const StoredResponse& response, const Form* form) {
  text_.clear();
  rows_ += lines_.add(text_, response, form);
  return file_.write(text_);
}

}  // namespace buurtpeil::sync
