#include "sync/new_form.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cassert>
#include <fstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "form/strings.h"
#include "sync/new_form_words.h"

namespace buurtpeil::sync {
namespace {

namespace fs = std::filesystem;

// Rows in which the lists to pick from are offered; more than a form for a kiosk has.
constexpr lxw_row_t last_row = 500;

struct Formats {
  lxw_format *heading, *wrapped;
};

/// Closed whatever happens; close() says whether the file is whole.
class XlsxFile {
 public:
  explicit XlsxFile(const fs::path& path) : book_(workbook_new(path.c_str())) {
    formats_.heading = workbook_add_format(book_);
    format_set_bold(formats_.heading);
    format_set_bg_color(formats_.heading, 0xDDE8F0);
    format_set_bottom(formats_.heading, LXW_BORDER_THIN);
    formats_.wrapped = workbook_add_format(book_);
    format_set_text_wrap(formats_.wrapped);
    format_set_align(formats_.wrapped, LXW_ALIGN_VERTICAL_TOP);
  }
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;
  ~XlsxFile() {
    if (book_ != nullptr) (void)close();
  }

  lxw_worksheet* add(const new_form::SheetWords& words) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book_, words.name);
    lxw_col_t column = 0;
    for (const new_form::HeadingWords& heading : words.columns) {
      worksheet_set_column(sheet, column, column, heading.width, formats_.wrapped);
      worksheet_write_string(sheet, 0, column, heading.heading, formats_.heading);
      if (*heading.comment != '\0') write_comment(sheet, column, heading.comment);
      ++column;
    }
    lxw_row_t row = 1;
    for (const auto& cells : words.rows) {
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (*cells[i] != '\0')
          worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), cells[i], formats_.wrapped);
      ++row;
    }
    worksheet_freeze_panes(sheet, 1, 0);
    return sheet;
  }

  [[nodiscard]] lxw_error close() { return workbook_close(std::exchange(book_, nullptr)); }
  [[nodiscard]] const Formats& formats() const { return formats_; }

 private:
  static void write_comment(lxw_worksheet* sheet, lxw_col_t column, const char* text) {
    lxw_comment_options options{};
    options.x_scale = 2;  // of a box of 128 by 74 pixels
    options.y_scale = 2;
    worksheet_write_comment_opt(sheet, 0, column, text, &options);
  }

  lxw_workbook* book_;
  Formats formats_{};
};

/// A list to pick from that does not refuse anything else: "select_one ja_nee" has a list's name behind it.
/// The words themselves, at most 255 letters together: where they stand in a range of cells, libxlsxwriter
/// 1.1.4 leaks the formula that names it.
void offer(lxw_worksheet* sheet, lxw_col_t column, std::vector<std::string> words, std::string help) {
  // char* or, in later versions, const char*
  std::vector<std::remove_pointer_t<decltype(lxw_data_validation::value_list)>> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  lxw_data_validation list{};
  list.validate = LXW_VALIDATION_TYPE_LIST;
  list.value_list = pointers.data();
  list.show_error = LXW_VALIDATION_OFF;
  if (!help.empty()) list.input_message = help.data();
  [[maybe_unused]] const lxw_error refused =
      worksheet_data_validation_range(sheet, 1, column, last_row, column, &list);
  assert(refused == LXW_NO_ERROR && "a list or help that is too long for Excel");
}

lxw_col_t column_called(const new_form::SheetWords& words, std::string_view heading) {
  lxw_col_t column = 0;
  while (words.columns[column].heading != heading) ++column;
  return column;
}

lxw_error write(const fs::path& path) {
  XlsxFile file(path);
  lxw_worksheet* const survey = file.add(new_form::survey);
  (void)file.add(new_form::choices);
  lxw_worksheet* const settings = file.add(new_form::settings);
  worksheet_write_string(settings, 1, column_called(new_form::settings, "form_id"), path.stem().c_str(),
                         file.formats().wrapped);
  (void)file.add(new_form::explanation);
  std::vector<std::string> types;
  for (const auto& cells : new_form::explanation.rows) types.emplace_back(cells.front());
  offer(survey, column_called(new_form::survey, "type"), std::move(types), new_form::type_help);
  offer(survey, column_called(new_form::survey, "required"), {"yes", "no"}, "");
  return file.close();
}

Outcome failed(int exit_code, const fs::path& path, const std::string& why) {
  return {.exit_code = exit_code, .out = "", .err = fmt::format("{}: {}\n", path.string(), why)};
}

}  // namespace

Outcome write_new_form(const fs::path& path) {
  if (lower_case(path.extension().string()) != ".xlsx")
    return failed(2, path, "the name of a new form ends in .xlsx");
  std::error_code error;
  if (fs::exists(path, error)) return failed(1, path, "there is such a file already; choose another name");
  // Takes the name, also when somebody else wants it at this moment.
  if (!std::ofstream(path, std::ios::binary | std::ios::noreplace))
    return failed(1, path, "cannot be written; is its folder there, and may it be written?");
  if (const lxw_error problem = write(path); problem != LXW_NO_ERROR) {
    fs::remove(path, error);
    return failed(1, path, fmt::format("cannot be written ({})", lxw_strerror(problem)));
  }
  return {.exit_code = 0,
          .out = fmt::format("{}: a form to begin with; the sheet 'uitleg' explains it\n", path.string()),
          .err = ""};
}

}  // namespace buurtpeil::sync
