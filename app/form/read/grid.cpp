#include "form/read/grid.h"

#include <fmt/format.h>

#include "form/limits.h"
#include "form/read/csv_records.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

/// "| a | b\|c |" -> "a", "b|c"; false for a line that is no row of a table, or one that only draws a line
/// (|---|---|).
bool table_cells(std::string_view line, std::vector<std::string>& cells) {
  line = trimmed(line);
  if (line.size() < 2 || line.front() != '|' || line.find_first_not_of("|-: ") == std::string_view::npos)
    return false;
  cells.clear();
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|')
      cell += line[++i];
    else if (line[i] != '|')
      cell += line[i];
    else
      cells.push_back(std::move(cell)), cell.clear();
  }
  if (!trimmed(cell).empty()) cells.push_back(std::move(cell));
  return true;
}

/// The first cell of a line names the sheet that begins here; the rest, if there is any, is a row of it.
bool add_line(GridBuilder& grid, std::vector<std::string>& cells, int line) {
  const std::string name(trimmed(cells.front()));
  if (!name.empty() && !grid.begin_sheet(name)) return false;
  cells.erase(cells.begin());
  return !grid.has_sheet() || grid.add_row(line, std::move(cells));
}

Problem limit_problem(const GridBuilder& grid) { return {.cell = grid.place(), .message = grid.complaint()}; }

}  // namespace

bool GridBuilder::refuse(int column, int row, std::string complaint) {
  complaint_ = std::move(complaint);
  place_ = {workbook_.sheets.empty() ? "" : workbook_.sheets.back().name, column, row};
  return false;
}

bool GridBuilder::begin_sheet(std::string name) {
  if (workbook_.sheets.size() >= limits::sheets)
    return refuse(0, 0, fmt::format("there are more than {} sheets", limits::sheets));
  workbook_.sheets.push_back({.name = std::move(name), .rows = {}});
  return true;
}

bool GridBuilder::add_row(int number, std::vector<std::string> cells) {
  while (!cells.empty() && trimmed(cells.back()).empty()) cells.pop_back();
  if (cells.empty()) return true;
  std::vector<GridRow>& rows = workbook_.sheets.back().rows;
  if (rows.size() >= limits::rows)
    return refuse(1, number, fmt::format("the sheet has more than {} rows", limits::rows));
  if (cells.size() > limits::columns)
    return refuse(static_cast<int>(limits::columns) + 1, number,
                  fmt::format("the sheet has more than {} columns", limits::columns));
  cells_ += cells.size();
  if (cells_ > limits::cells)
    return refuse(1, number, fmt::format("the file has more than {} cells", limits::cells));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].size() > limits::cell_bytes)
      return refuse(static_cast<int>(i) + 1, number,
                    fmt::format("the text is longer than {} bytes", limits::cell_bytes));
    const std::string_view text = trimmed(cells[i]);
    if (text.size() != cells[i].size()) cells[i] = std::string(text);
    if (cells[i].find("\u00a0") != std::string::npos) cells[i] = replace_all(cells[i], "\u00a0", " ");
  }
  rows.push_back({.number = number, .cells = std::move(cells)});
  return true;
}

Workbook read_md(std::string_view bytes, std::vector<Problem>& problems) {
  const auto text = utf8_of(bytes);
  if (!text) return problems.push_back(text.error()), Workbook{};
  if (!text->encoding.empty())
    return problems.push_back(not_utf8(line_of_bad_utf8(bytes).value_or(1))), Workbook{};
  GridBuilder grid;
  std::vector<std::string> cells;
  int line = 0;
  for (std::string_view rest = text->utf8; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    ++line;
    if (table_cells(rest.substr(0, end), cells) && !cells.empty() && !add_line(grid, cells, line)) {
      problems.push_back(limit_problem(grid));
      return {};
    }
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return grid.take();
}

Workbook read_csv(std::string_view bytes, std::vector<Problem>& problems) {
  const auto text = utf8_of(bytes);
  if (!text) return problems.push_back(text.error()), Workbook{};
  GridBuilder grid;
  CsvRecords records(text->utf8, separator_of_form(text->utf8));
  if (const std::string found = unusual(*text, records.separator()); !found.empty())
    problems.push_back({.severity = Severity::warning, .message = "the file " + found, .gate = Gate::passes});
  std::vector<std::string> cells;
  for (int line = 0; records.next(cells, line);)
    if (!add_line(grid, cells, line)) {
      problems.push_back(limit_problem(grid));
      return {};
    }
  if (records.unclosed == 0) return grid.take();
  problems.push_back(
      {.message = fmt::format("the quote that opens on line {} is never closed", records.unclosed)});
  return {};
}

std::expected<PlainCsv, Problem> read_plain_csv(std::string_view bytes) {
  const auto text = utf8_of(bytes);
  if (!text) return std::unexpected(text.error());
  GridBuilder grid;
  (void)grid.begin_sheet("");
  CsvRecords records(text->utf8, separator_of_table(text->utf8));
  std::vector<std::string> cells;
  for (int line = 0; records.next(cells, line);)
    if (!grid.add_row(line, std::move(cells)))
      return std::unexpected(Problem{.message = fmt::format("line {}: {}", line, grid.complaint())});
  if (records.unclosed > 0)
    return std::unexpected(
        Problem{.message = fmt::format("the quote that opens on line {} is never closed", records.unclosed)});
  return PlainCsv{std::move(grid.take().sheets.front().rows), unusual(*text, records.separator())};
}

Workbook read_workbook(const std::string& file, std::string_view bytes,
                       std::span<const std::string_view> wanted, std::vector<Problem>& problems) {
  const std::string name = lower_case(file);
  if (name.ends_with(".md")) return read_md(bytes, problems);
  if (name.ends_with(".csv")) return read_csv(bytes, problems);
  if (name.ends_with(".xlsx") || name.ends_with(".xlsm")) return read_xlsx(bytes, wanted, problems);
  problems.push_back({.message = "a form is an .xlsx, .csv or .md file; save it as one of these"});
  return {};
}

}  // namespace buurtpeil
