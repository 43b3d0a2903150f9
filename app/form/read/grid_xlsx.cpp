// read_xlsx: workbook.xml names the sheets, its relations say which part each is, sharedStrings.xml holds
// most texts and styles.xml says which numbers are dates.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

#include "form/limits.h"
#include "form/read/grid.h"
#include "form/read/xlsx_package.h"
#include "form/read/xml_reader.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

enum class NumberStyle { plain, date };

struct Parts {
  std::map<std::string, std::string> target_of;  ///< relation id -> part
  std::string strings, styles;                   ///< parts of these kinds
};

struct Context {
  std::vector<std::string> strings;
  std::vector<NumberStyle> styles;  ///< by the index that a cell gives
  bool from_1904 = false;           ///< dates count from 1904 (old Macs) instead of 1900
};

struct NamedPart {
  std::string sheet, relation;
};

/// "../xl/worksheets/sheet1.xml" or "/xl/..." or "worksheets/..." beside xl/workbook.xml, as the name in the
/// zip.
std::string part_name(const std::string& folder, std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  std::string base = folder;
  while (target.starts_with("../")) {
    target.erase(0, 3);
    base.erase(base.find_last_of('/', base.empty() ? 0 : base.size() - 2) + 1);
  }
  return base + target;
}

Parts read_relations(const std::string& xml, const std::string& folder) {
  Parts parts;
  for (XmlReader reader(xml); reader.next();) {
    if (!reader.starts("Relationship")) continue;
    const std::string type = reader.attribute("Type");
    const std::string target = part_name(folder, reader.attribute("Target"));
    if (type.ends_with("/sharedStrings"))
      parts.strings = target;
    else if (type.ends_with("/styles"))
      parts.styles = target;
    else
      parts.target_of[reader.attribute("Id")] = target;
  }
  return parts;
}

/// The texts of sharedStrings.xml. A rich one comes in runs, which are put together; phonetic hints (rPh) are
/// left out.
bool read_strings(const std::string& xml, std::vector<std::string>& strings) {
  XmlReader reader(xml);
  bool in_text = false, in_hint = false;
  while (reader.next()) {
    if (reader.starts("si")) {
      if (strings.size() >= limits::cells) return false;
      strings.emplace_back();
    } else if (reader.starts("t"))
      in_text = !reader.is_empty_element();
    else if (reader.ends("t"))
      in_text = false;
    else if (reader.starts("rPh"))
      in_hint = !reader.is_empty_element();
    else if (reader.ends("rPh"))
      in_hint = false;
    else if (reader.is_text() && in_text && !in_hint && !strings.empty())
      strings.back() += reader.text();
  }
  return !reader.failed();
}

/// True when a format code shows days or times: it has a d, m, y, h or s outside of quotes, brackets and
/// escapes.
bool is_date_code(std::string_view code) {
  char closing = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (closing != 0) {
      if (c == closing) closing = 0;
    } else if (c == '"')
      closing = '"';
    else if (c == '[' && !(code.size() > i + 1 && std::string_view("hmsHMS").contains(code[i + 1])))
      closing = ']';
    else if (c == '\\' || c == '_')
      ++i;
    else if (std::string_view("dmyhsDMYHS").contains(c))
      return true;
  }
  return false;
}

/// Formats that every spreadsheet program has built in: 14 to 22 dates and times, 27 to 36 and 50 to 58 East
/// Asian dates, 45 to 47 durations (ECMA-376, part 1, 18.8.30).
bool is_date_format(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

int whole(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? number : -1;
}

bool read_styles(const std::string& xml, std::vector<NumberStyle>& styles) {
  XmlReader reader(xml);
  std::map<int, bool> own;
  bool in_cell_formats = false;
  while (reader.next()) {
    if (reader.starts("numFmt"))
      own[whole(reader.attribute("numFmtId"))] = is_date_code(reader.attribute("formatCode"));
    else if (reader.starts("cellXfs"))
      in_cell_formats = !reader.is_empty_element();
    else if (reader.ends("cellXfs"))
      in_cell_formats = false;
    else if (reader.starts("xf") && in_cell_formats && styles.size() < limits::cells) {
      const int id = whole(reader.attribute("numFmtId"));
      const auto found = own.find(id);
      const bool date = found == own.end() ? is_date_format(id) : found->second;
      styles.push_back(date ? NumberStyle::date : NumberStyle::plain);
    }
  }
  return !reader.failed();
}

/// A date cell is the number of days since 1899-12-30 (or 1904-01-01), with Excel's 29 February 1900 that
/// never was.
std::string date_text(double days, bool from_1904) {
  const auto seconds = std::llround((days - std::floor(days)) * 86'400);
  const long long second_of_day = seconds % 86'400;
  long long day = static_cast<long long>(std::floor(days)) + seconds / 86'400;
  const std::string time =
      fmt::format("{:02}:{:02}:{:02}", second_of_day / 3'600, second_of_day / 60 % 60, second_of_day % 60);
  if (day == 0 && !from_1904) return time;
  if (!from_1904 && day < 60) ++day;
  // Days since 0000-03-01 in eras of 400 years (Howard Hinnant's days_from_civil, turned round).
  const long long shifted = day - (from_1904 ? 24'107 : 25'569) + 719'468;
  const long long era = shifted / 146'097;
  const long long day_of_era = shifted % 146'097;
  const long long year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long long month = (5 * day_of_year + 2) / 153;
  const long long year = year_of_era + era * 400 + (month >= 10 ? 1 : 0);
  return fmt::format("{:04}-{:02}-{:02} {}", year, month < 10 ? month + 3 : month - 9,
                     day_of_year - (153 * month + 2) / 5 + 1, time);
}

struct RawCell {
  std::string type, value;
  int style = 0;
  bool formula = false, has_value = false;
};

std::string cell_text(const RawCell& cell, const Context& context) {
  if (cell.type == "s") {
    const int index = whole(cell.value);
    return index >= 0 && index < static_cast<int>(context.strings.size()) ? context.strings[index] : "";
  }
  if (cell.type == "b") return cell.value == "1" ? "TRUE" : "FALSE";
  if (!cell.type.empty() && cell.type != "n") return cell.value;
  const auto number = number_of(trimmed(cell.value));
  if (!number) return cell.value;
  const bool date = cell.style >= 0 && cell.style < static_cast<int>(context.styles.size()) &&
                    context.styles[cell.style] == NumberStyle::date;
  constexpr double last_day = 2'958'466;  // 9999-12-31 and one
  if (date && *number >= 0 && *number < last_day) return date_text(*number, context.from_1904);
  if (*number == std::floor(*number) && std::abs(*number) < 1e15)
    return fmt::format("{}", static_cast<long long>(*number));
  return fmt::format("{}", *number);
}

// What spreadsheet programs have: row 1,048,576, column XFD.
constexpr int last_row = 1'048'576, last_column = 16'384;

/// "BC12" -> 55; 0 for what is not there. One too many stands for all beyond the last.
int column_of(const std::string& reference) {
  int column = 0;
  for (std::size_t at = 0; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at)
    column = std::min(column * 26 + (reference[at] - 'A' + 1), last_column + 1);
  return column;
}

/// One sheet's cells as they come by in the XML.
class SheetReader {
 public:
  SheetReader(const std::string& xml, std::string sheet, const Context& context,
              std::vector<Problem>& problems)
      : reader_(xml), sheet_(std::move(sheet)), context_(context), problems_(problems) {}

  /// False when the XML is damaged or a limit was passed; the builder then has the complaint, or none for
  /// damage.
  bool read(GridBuilder& grid) {
    while (reader_.next()) {
      if (reader_.starts("row")) {
        if (!begin_row()) return false;
      } else if (reader_.ends("row")) {
        if (!grid.add_row(row_, std::move(cells_))) return false;
        cells_.clear();
      } else if (reader_.starts("c") && !read_cell(grid))
        return false;
    }
    return !reader_.failed();
  }

 private:
  /// False for a row that no spreadsheet program has.
  bool begin_row() {
    const int number = whole(reader_.attribute("r"));
    row_ = number > 0 ? number : row_ + 1;
    column_ = 0;
    cells_.clear();
    return row_ <= last_row;
  }

  bool read_cell(GridBuilder& grid) {
    const int column = column_of(reader_.attribute("r"));
    column_ = std::min(column > 0 ? column : column_ + 1, last_column + 1);
    RawCell cell{.type = reader_.attribute("t"), .value = {}, .style = whole(reader_.attribute("s"))};
    if (!reader_.is_empty_element()) read_value(cell);
    if (cell.formula && !cell.has_value) {
      problems_.push_back(
          {.cell = {sheet_, column_, row_},
           .message =
               "the formula has no saved value; open the file in a spreadsheet program and save it, or "
               "write the value itself"});
      return true;
    }
    if (!cell.has_value) return true;
    // A cell far to the right costs its whole row: the row is refused as it would be in the end.
    const bool within = column_ <= static_cast<int>(limits::columns);
    if (column_ > static_cast<int>(cells_.size())) cells_.resize(within ? column_ : limits::columns + 1);
    cells_[within ? column_ - 1 : limits::columns] = cell_text(cell, context_);
    return within || grid.add_row(row_, std::move(cells_));
  }

  void read_value(RawCell& cell) {
    bool in_value = false, in_hint = false;
    while (reader_.next() && !reader_.ends("c")) {
      if (reader_.starts("f"))
        cell.formula = true;
      else if (reader_.starts("v") || reader_.starts("t"))
        in_value = !reader_.is_empty_element();
      else if (reader_.ends("v") || reader_.ends("t"))
        in_value = false;
      else if (reader_.starts("rPh"))
        in_hint = !reader_.is_empty_element();
      else if (reader_.ends("rPh"))
        in_hint = false;
      else if (reader_.is_text() && in_value && !in_hint) {
        cell.value += reader_.text();
        cell.has_value = true;
      }
    }
    // A formula that gives "" is saved as <v></v> with type str: it has a value.
    if (cell.formula && cell.type == "str") cell.has_value = true;
  }

  XmlReader reader_;
  std::string sheet_;
  const Context& context_;
  std::vector<Problem>& problems_;
  int row_ = 0, column_ = 0;
  std::vector<std::string> cells_;
};

std::vector<NamedPart> read_sheet_list(const std::string& xml, bool& from_1904, bool& good) {
  std::vector<NamedPart> sheets;
  XmlReader reader(xml);
  while (reader.next()) {
    if (reader.starts("sheet"))
      sheets.push_back({reader.attribute("name"), reader.attribute("id")});
    else if (reader.starts("workbookPr"))
      from_1904 = yes_or_no(reader.attribute("date1904")).value_or(reader.attribute("date1904") == "1");
  }
  good = !reader.failed() && !sheets.empty();
  return sheets;
}

/// Reads the package into the builder; the error is a sentence about the file.
std::expected<void, std::string> read_package(std::string_view bytes,
                                              std::span<const std::string_view> wanted, GridBuilder& grid,
                                              std::vector<Problem>& problems) {
  const auto damaged = [](std::string_view part) {
    return std::unexpected(
        fmt::format("the part {} of the workbook is damaged; save the file again as .xlsx", part));
  };
  auto package = XlsxPackage::open(bytes);
  if (!package) return std::unexpected(package.error());
  const auto book = package->part("xl/workbook.xml");
  if (!book) return std::unexpected(book.error());
  const auto relations = package->part("xl/_rels/workbook.xml.rels");
  if (!relations) return std::unexpected(relations.error());
  const Parts parts = read_relations(*relations, "xl/");

  Context context;
  bool good = false;
  const std::vector<NamedPart> sheets = read_sheet_list(*book, context.from_1904, good);
  if (!good) return damaged("xl/workbook.xml");
  const auto strings = parts.strings.empty() ? std::string() : package->part(parts.strings);
  if (!strings) return std::unexpected(strings.error());
  if (!strings->empty() && !read_strings(*strings, context.strings)) return damaged(parts.strings);
  const auto styles = parts.styles.empty() ? std::string() : package->part(parts.styles);
  if (!styles) return std::unexpected(styles.error());
  if (!styles->empty() && !read_styles(*styles, context.styles)) return damaged(parts.styles);

  for (const NamedPart& sheet : sheets) {
    if (!grid.begin_sheet(sheet.sheet)) return {};
    if (std::ranges::find(wanted, lower_case(trimmed(sheet.sheet))) == wanted.end()) continue;
    const auto target = parts.target_of.find(sheet.relation);
    if (target == parts.target_of.end()) return damaged("xl/_rels/workbook.xml.rels");
    const auto xml = package->part(target->second);
    if (!xml) return std::unexpected(xml.error());
    if (!SheetReader(*xml, sheet.sheet, context, problems).read(grid)) {
      if (grid.complaint().empty()) return damaged(target->second);
      return {};
    }
  }
  return {};
}

}  // namespace

Workbook read_xlsx(std::string_view bytes, std::span<const std::string_view> wanted,
                   std::vector<Problem>& problems) {
  GridBuilder grid;
  const auto read = read_package(bytes, wanted, grid, problems);
  if (!read)
    problems.push_back({.message = read.error()});
  else if (!grid.complaint().empty())
    problems.push_back({.cell = grid.place(), .message = grid.complaint()});
  else
    return grid.take();
  return {};
}

}  // namespace buurtpeil
