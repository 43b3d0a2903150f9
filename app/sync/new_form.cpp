#include "sync/new_form.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/new_form_words.h"
#include "sync/xlsx_book.h"

namespace buurtpeil::sync {
namespace {

namespace fs = std::filesystem;

lxw_worksheet* add(XlsxBook& book, const new_form::SheetWords& words) {
  lxw_worksheet* const sheet = book.add_sheet(words.name);
  lxw_format* const wrapped = book.formats().wrapped;
  lxw_col_t column = 0;
  for (const new_form::HeadingWords& heading : words.columns) {
    worksheet_set_column(sheet, column, column, heading.width, wrapped);
    worksheet_write_string(sheet, 0, column, heading.heading, book.formats().heading);
    if (*heading.comment != '\0') comment_on(sheet, column, heading.comment);
    ++column;
  }
  lxw_row_t row = 1;
  for (const auto& cells : words.rows) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (*cells[i] != '\0') worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), cells[i], wrapped);
    ++row;
  }
  worksheet_freeze_panes(sheet, 1, 0);
  return sheet;
}

lxw_col_t column_called(const new_form::SheetWords& words, std::string_view heading) {
  lxw_col_t column = 0;
  while (words.columns[column].heading != heading) ++column;
  return column;
}

lxw_error write(const fs::path& path) {
  XlsxBook book(path);
  lxw_worksheet* const survey = add(book, new_form::survey);
  (void)add(book, new_form::choices);
  lxw_worksheet* const settings = add(book, new_form::settings);
  worksheet_write_string(settings, 1, column_called(new_form::settings, "form_id"), path.stem().c_str(),
                         book.formats().wrapped);
  (void)add(book, new_form::explanation);
  offer(survey, column_called(new_form::survey, "type"), new_form::types(), new_form::type_help);
  offer(survey, column_called(new_form::survey, "required"), {"yes", "no"}, "");
  return book.close();
}

}  // namespace

Outcome write_new_form(const fs::path& path) {
  if (auto refused = refuse_name(path)) return *refused;
  if (const lxw_error problem = write(path); problem != LXW_NO_ERROR) {
    std::error_code error;
    fs::remove(path, error);
    return cannot_begin(1, path, fmt::format("cannot be written ({})", lxw_strerror(problem)));
  }
  return {.exit_code = 0,
          .out = fmt::format("{}: a form to begin with; the sheet 'uitleg' explains it\n", path.string()),
          .err = ""};
}

}  // namespace buurtpeil::sync
