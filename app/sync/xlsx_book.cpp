#include "sync/xlsx_book.h"

#include <fmt/format.h>

#include <cassert>
#include <fstream>
#include <type_traits>
#include <utility>

#include "form/strings.h"

namespace buurtpeil::sync {
namespace {

namespace fs = std::filesystem;

// Rows in which the lists to pick from are offered; more than a form for a kiosk has.
constexpr lxw_row_t last_offered_row = 500;

constexpr lxw_color_t heading_colour = 0xDDE8F0, given_colour = 0xE7E6E6, place_colour = 0xFFF8DC;

}  // namespace

XlsxBook::XlsxBook(const fs::path& path) : book_(workbook_new(path.c_str())) {
  const auto heading = [&](lxw_color_t colour) {
    lxw_format* const format = workbook_add_format(book_);
    format_set_bold(format);
    format_set_bg_color(format, colour);
    format_set_bottom(format, LXW_BORDER_THIN);
    return format;
  };
  const auto wrapped = [&] {
    lxw_format* const format = workbook_add_format(book_);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  };
  formats_.heading = heading(heading_colour);
  formats_.wrapped = wrapped();
  formats_.given_heading = heading(given_colour);  // cells are locked unless they say otherwise
  formats_.given = wrapped();
  format_set_bg_color(formats_.given, given_colour);
  formats_.place = wrapped();
  format_set_bg_color(formats_.place, place_colour);
  format_set_unlocked(formats_.place);
  formats_.open = wrapped();
  format_set_unlocked(formats_.open);
}

XlsxBook::~XlsxBook() {
  if (book_ != nullptr) (void)close();
}

lxw_worksheet* XlsxBook::add_sheet(const std::string& name) {
  if (workbook_validate_sheet_name(book_, name.c_str()) != LXW_NO_ERROR) return nullptr;
  return workbook_add_worksheet(book_, name.c_str());
}

lxw_error XlsxBook::close() { return workbook_close(std::exchange(book_, nullptr)); }

void comment_on(lxw_worksheet* sheet, lxw_col_t column, const char* text) {
  lxw_comment_options options{};
  options.x_scale = 2;  // of a box of 128 by 74 pixels
  options.y_scale = 2;
  worksheet_write_comment_opt(sheet, 0, column, text, &options);
}

// The words themselves, and not a range of cells where they stand: of that libxlsxwriter 1.1.4 leaks the
// formula.
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
      worksheet_data_validation_range(sheet, 1, column, last_offered_row, column, &list);
  assert(refused == LXW_NO_ERROR && "a list or help that is too long for Excel");
}

Outcome cannot_begin(int exit_code, const fs::path& path, const std::string& why) {
  return {.exit_code = exit_code, .out = "", .err = fmt::format("{}: {}\n", path.string(), why)};
}

std::optional<Outcome> refuse_name(const fs::path& path) {
  if (lower_case(path.extension().string()) != ".xlsx")
    return cannot_begin(2, path, "the name of a new form ends in .xlsx");
  std::error_code error;
  if (fs::exists(path, error))
    return cannot_begin(1, path, "there is such a file already; choose another name");
  // Takes the name, also when somebody else wants it at this moment.
  if (!std::ofstream(path, std::ios::binary | std::ios::noreplace))
    return cannot_begin(1, path, "cannot be written; is its folder there, and may it be written?");
  return {};
}

}  // namespace buurtpeil::sync
