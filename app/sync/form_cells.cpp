#include "sync/form_cells.h"

#include <algorithm>
#include <array>

#include "form/strings.h"

namespace buurtpeil::sync {

FormCells::FormCells(const Form& form) {
  static constexpr std::array<std::string_view, 4> sheets = {"survey", "choices", "external_choices",
                                                             "settings"};
  std::vector<Problem> told_before;
  ProblemList told_as_well;
  for (const Sheet& sheet : read_workbook(form.file, form.source, sheets, told_before).sheets) {
    const std::string name = lower_case(trimmed(sheet.name));
    if (std::ranges::find(sheets, name) == sheets.end()) continue;
    const SheetKind kind = name == "survey"     ? SheetKind::survey
                           : name == "settings" ? SheetKind::settings
                                                : SheetKind::choices;
    SheetTable& table = tables_[sheet.name] = read_table(sheet, kind, told_as_well);
    if (kind == SheetKind::settings) settings_ = {sheet.name, 0, 0};
    if (kind != SheetKind::survey) continue;
    survey_ = {sheet.name, 0, 0};
    for (const GridRow& row : table.rows) survey_rows_[row.number] = &row;
  }
}

Cell FormCells::in_column(const Cell& cell, std::string_view column, std::string_view language) const {
  const auto table = tables_.find(cell.sheet);
  if (table == tables_.end()) return cell;
  const Heading* best = nullptr;
  for (const Heading& heading : table->second.headings)
    if (heading.column == column && (best == nullptr || heading.language == language)) best = &heading;
  return best == nullptr ? cell : Cell{cell.sheet, best->place, cell.row};
}

Cell FormCells::of(const Row& row, std::string_view column, std::string_view language) const {
  return in_column(row.cell, column, language);
}

Cell FormCells::of(const Choice& choice, std::string_view column, std::string_view language) const {
  return in_column(choice.cell, column, language);
}

Cell FormCells::of_setting(std::string_view column) const {
  const auto table = tables_.find(settings_.sheet);
  if (table == tables_.end() || table->second.rows.empty()) return settings_;
  const Heading* heading = table->second.heading(column);
  return heading == nullptr ? settings_ : table->second.cell(table->second.rows.front(), *heading);
}

const std::string& FormCells::written(const Row& row, std::string_view column) const {
  static const std::string nothing;
  const auto table = tables_.find(row.cell.sheet);
  const auto line = survey_rows_.find(row.cell.row);
  return table == tables_.end() || line == survey_rows_.end() ? nothing
                                                              : table->second.at(*line->second, column);
}

}  // namespace buurtpeil::sync
