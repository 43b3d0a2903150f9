#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/compile/type_cell.h"
#include "form/strings.h"
#include "sync/core.h"
#include "sync/new_form.h"
#include "sync/new_form_words.h"
#include "sync/xlsx_book.h"

namespace buurtpeil::sync {
namespace {

namespace fs = std::filesystem;

constexpr lxw_row_t places_at_end = 20;
constexpr std::size_t widest = 40, narrowest = 10;  // columns, in letters

Workbook all_sheets(const Form& form) {
  std::vector<Problem> told_before;
  const Workbook names = read_workbook(form.file, form.source, {}, told_before);
  std::vector<std::string_view> wanted;
  for (const Sheet& sheet : names.sheets) wanted.push_back(sheet.name);
  return read_workbook(form.file, form.source, wanted, told_before);
}

/// One sheet of the new form, written row by row.
class CoreSheet {
 public:
  CoreSheet(XlsxBook& book, lxw_worksheet* sheet, const Sheet& core) : book_(book), sheet_(sheet) {
    for (const GridRow& row : core.rows) columns_ = std::max(columns_, row.cells.size());
    std::vector<std::size_t> widths(columns_, narrowest);
    for (const GridRow& row : core.rows)
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        widths[i] = std::clamp(row.cells[i].size() + 2, widths[i], std::max(widths[i], widest));
    worksheet_set_column(sheet_, 0, LXW_COL_MAX - 1, LXW_DEF_COL_WIDTH, book_.formats().open);
    for (std::size_t i = 0; i < columns_; ++i)
      worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                           static_cast<double>(widths[i]), book_.formats().open);
    worksheet_freeze_panes(sheet_, 1, 0);
  }

  /// All columns of a row, the empty ones too: what the core leaves out is left out.
  void write(const GridRow& row, lxw_format* format) {
    for (std::size_t i = 0; i < std::max(columns_, row.cells.size()); ++i)
      write_cell(i, i < row.cells.size() ? row.cells[i] : "", format);
    ++row_;
  }
  void write_places(lxw_row_t count) {
    for (; count > 0; --count) write({}, book_.formats().place);
  }
  /// Another format in the row that was written last.
  void lock(std::size_t column, const std::string& text) {
    --row_;
    write_cell(column, text, book_.formats().given);
    ++row_;
  }

  void protect() {
    lxw_protection allowed{};
    allowed.format_cells = allowed.format_columns = allowed.format_rows = LXW_TRUE;
    allowed.insert_columns = allowed.insert_rows = LXW_TRUE;
    allowed.delete_columns = allowed.delete_rows = LXW_TRUE;  // those without a locked cell
    worksheet_protect(sheet_, nullptr, &allowed);
  }

  [[nodiscard]] lxw_worksheet* sheet() const { return sheet_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] lxw_error error() const { return error_; }

 private:
  void write_cell(std::size_t column, const std::string& text, lxw_format* format) {
    const auto place = static_cast<lxw_col_t>(column);
    const lxw_error error = text.empty() ? worksheet_write_blank(sheet_, row_, place, format)
                                         : worksheet_write_string(sheet_, row_, place, text.c_str(), format);
    if (error != LXW_NO_ERROR) error_ = error;
  }

  XlsxBook& book_;
  lxw_worksheet* sheet_;
  std::size_t columns_ = 0;
  lxw_row_t row_ = 0;
  lxw_error error_ = LXW_NO_ERROR;
};

class CoreFormWriter {
 public:
  CoreFormWriter(const Core& core, const fs::path& path) : core_(core), path_(path), book_(path) {}

  /// Nothing when the file is whole, else why not.
  std::optional<std::string> write() {
    bool has_settings = false;
    for (const Sheet& sheet : all_sheets(core_.form()).sheets) {
      const std::string name = lower_case(trimmed(sheet.name));
      has_settings = has_settings || name == "settings";
      add(sheet, name);
    }
    if (!has_settings) add({.name = "settings", .rows = {}}, "settings");
    const lxw_error closed = book_.close();
    if (error_ == LXW_NO_ERROR) error_ = closed;
    if (error_ == LXW_NO_ERROR) return {};
    return fmt::format("cannot be written ({})", lxw_strerror(error_));
  }

 private:
  void add(const Sheet& core, const std::string& name) {
    lxw_worksheet* const made = book_.add_sheet(core.name);
    if (made == nullptr) return;  // a heading in prose, between the sheets of a .md
    CoreSheet sheet(book_, made, core);
    if (name == "survey")
      write_survey(sheet, core);
    else if (name == "settings")
      write_settings(sheet, core);
    else if (name == "choices" || name == "external_choices")
      write_choices(sheet, core);
    else
      for (const GridRow& row : core.rows) sheet.write(row, book_.formats().open);
    if (error_ == LXW_NO_ERROR) error_ = sheet.error();
  }

  void write_heading(CoreSheet& sheet, const Sheet& core) {
    sheet.write(core.rows.front(), book_.formats().given_heading);
    comment_on(sheet.sheet(), 0, new_form::core_help);
    sheet.protect();
  }

  void write_survey(CoreSheet& sheet, const Sheet& core) {
    std::map<int, int> slots;  // by the number of the row in the core's file
    for (const Row& row : core_.form().rows)
      if (row.slot) slots[row.cell.row] = *row.slot;
    ProblemList told_before;
    const SheetTable table = read_table(core, SheetKind::survey, told_before);
    write_heading(sheet, core);
    std::vector<int> open;  // room in each group that is open
    for (const GridRow& row : table.rows) {
      const auto type = read_type(table.at(row, "type"));
      const auto kind = type ? type->kind : TypeCell::Kind::question;
      if (kind == TypeCell::Kind::begin || kind == TypeCell::Kind::begin_loop)
        open.push_back(slots.contains(row.number) ? slots[row.number] : 0);
      if ((kind == TypeCell::Kind::end || kind == TypeCell::Kind::end_loop) && !open.empty()) {
        sheet.write_places(static_cast<lxw_row_t>(open.back()));
        open.pop_back();
      }
      sheet.write(row, book_.formats().given);
    }
    sheet.write_places(places_at_end);
    if (const Heading* const heading = table.heading("type"))
      offer(sheet.sheet(), static_cast<lxw_col_t>(heading->place - 1), new_form::types(),
            new_form::type_help);
  }

  void write_choices(CoreSheet& sheet, const Sheet& core) {
    if (core.rows.empty()) return;
    write_heading(sheet, core);
    for (auto row = core.rows.begin() + 1; row != core.rows.end(); ++row)
      sheet.write(*row, book_.formats().given);
    sheet.write_places(places_at_end);
  }

  /// Its own, but for what makes it follow the core.
  void write_settings(CoreSheet& sheet, const Sheet& core) {
    ProblemList told_before;
    const SheetTable table = read_table(core, SheetKind::settings, told_before);
    GridRow headings = core.rows.empty() ? GridRow{} : core.rows.front();
    GridRow values = table.rows.empty() ? GridRow{} : table.rows.front();
    std::size_t columns = sheet.columns(), follows = 0;
    for (const auto& [setting, value] :
         {std::pair{"form_id", path_.stem().string()}, std::pair{"version", std::string("1")},
          std::pair{"kiosk_core", core_.name()}}) {
      const Heading* const heading = table.heading(setting);
      follows = heading == nullptr ? columns++ : static_cast<std::size_t>(heading->place) - 1;
      headings.cells.resize(std::max(headings.cells.size(), follows + 1));
      values.cells.resize(std::max(values.cells.size(), follows + 1));
      if (heading == nullptr) headings.cells[follows] = setting;
      values.cells[follows] = value;
    }
    sheet.write(headings, book_.formats().given_heading);
    sheet.write(values, book_.formats().open);
    sheet.lock(follows, core_.name());
    if (const Heading* const refuse = table.heading("kiosk_refuse"))
      sheet.lock(static_cast<std::size_t>(refuse->place) - 1, table.at(values, *refuse));
    sheet.protect();
  }

  const Core& core_;
  const fs::path& path_;
  XlsxBook book_;
  lxw_error error_ = LXW_NO_ERROR;
};

/// Copies what the core's questions need and what would not be found beside the new form. Gives the names;
/// the error says why one could not be copied.
std::expected<std::vector<std::string>, std::string> copy_files(const Form& core, const fs::path& path) {
  const fs::path media = path.parent_path() / (path.stem().string() + "-media");
  std::vector<std::string> copied;
  std::error_code error;
  const auto is_there = [&](const std::string& name) {
    return fs::exists(media / name, error) || fs::exists(path.parent_path() / name, error);
  };
  const auto failed = [&](const std::string& name) {
    return std::unexpected(fmt::format("'{}' of the core cannot be copied to {}", name, media.string()));
  };
  for (const auto& [name, bytes] : core.attachments) {
    if (is_there(name)) continue;
    fs::create_directory(media, error);
    std::ofstream file(media / name, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) return failed(name);
    copied.push_back(name);
  }
  for (const auto& [name, file] : core.media) {
    if (is_there(name)) continue;
    fs::create_directory(media, error);
    if (!fs::copy_file(file.path, media / name, error)) return failed(name);
    copied.push_back(name);
  }
  return copied;
}

}  // namespace

Outcome write_form_of_core(const fs::path& core_path, const fs::path& path) {
  const auto core = Core::load(core_path);
  if (!core) return {.exit_code = 1, .out = "", .err = core.error() + "\n"};
  if (path.stem() == core->form().id)
    return cannot_begin(1, path, "the core itself has this form_id; choose another name");
  if (auto refused = refuse_name(path)) return *refused;
  std::error_code error;
  if (const auto problem = CoreFormWriter(*core, path).write()) {
    fs::remove(path, error);
    return cannot_begin(1, path, *problem);
  }
  const auto copied = copy_files(core->form(), path);
  if (!copied) {
    fs::remove(path, error);
    return cannot_begin(1, path, copied.error());
  }
  const std::string files =
      copied->empty() ? ""
                      : fmt::format("; {}-media has its {}", path.stem().string(), fmt::join(*copied, ", "));
  return {.exit_code = 0,
          .out = fmt::format("{}: a form that follows the core '{}'{}\n", path.string(), core->name(), files),
          .err = ""};
}

}  // namespace buurtpeil::sync
