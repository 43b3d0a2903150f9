#include "form/read/grid.h"

#include <fmt/format.h>

#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The bytes without their byte-order mark when they are text, else an error with the line.
std::expected<std::string_view, Problem> text_of(std::string_view bytes) {
  if (bytes.size() > limits::file_bytes)
    return std::unexpected(
        Problem{.message = fmt::format("the file is larger than {} MB", limits::file_bytes >> 20)});
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (const auto line = line_of_bad_utf8(bytes))
    return std::unexpected(
        Problem{.message = fmt::format("line {} is not text in UTF-8; save the file as UTF-8", *line)});
  return bytes;
}

/// RFC 4180, one record at a time: quotes around a field, "" inside them for a quote, line breaks allowed
/// there. Spaces between a comma and an opening quote do not count, nor after the closing one.
class CsvRecords {
 public:
  explicit CsvRecords(std::string_view text) : text_(text) {}

  /// The next record's cells; false at the end. An unclosed quote ends the file and sets `unclosed`.
  bool next(std::vector<std::string>& cells, int& line) {
    if (at_ >= text_.size()) return false;
    cells.clear();
    line = line_;
    for (;;) {
      cells.push_back(field());
      if (at_ >= text_.size()) return true;
      const char separator = text_[at_++];
      if (separator == ',') continue;
      if (separator == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      ++line_;
      return true;
    }
  }

  int unclosed = 0;  ///< line on which a quote opens that is never closed

 private:
  std::string field() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    std::string value;
    if (at_ < text_.size() && text_[at_] == '"') value = quoted();
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r')
      value += text_[at_++];
    return value;
  }

  std::string quoted() {
    const int opened = line_;
    std::string value;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"')
        value += text_[at_];
      else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"')
        value += text_[++at_];
      else
        return ++at_, value;
    }
    unclosed = opened;
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
};

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
  const auto text = text_of(bytes);
  if (!text) return problems.push_back(text.error()), Workbook{};
  GridBuilder grid;
  std::vector<std::string> cells;
  int line = 0;
  for (std::string_view rest = *text; !rest.empty();) {
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
  const auto text = text_of(bytes);
  if (!text) return problems.push_back(text.error()), Workbook{};
  GridBuilder grid;
  CsvRecords records(*text);
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

std::expected<std::vector<GridRow>, Problem> read_plain_csv(std::string_view bytes) {
  const auto text = text_of(bytes);
  if (!text) return std::unexpected(text.error());
  GridBuilder grid;
  (void)grid.begin_sheet("");
  CsvRecords records(*text);
  std::vector<std::string> cells;
  for (int line = 0; records.next(cells, line);)
    if (!grid.add_row(line, std::move(cells)))
      return std::unexpected(Problem{.message = fmt::format("line {}: {}", line, grid.complaint())});
  if (records.unclosed > 0)
    return std::unexpected(
        Problem{.message = fmt::format("the quote that opens on line {} is never closed", records.unclosed)});
  return std::move(grid.take().sheets.front().rows);
}

}  // namespace buurtpeil
