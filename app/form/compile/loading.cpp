#include "form/compile/loading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "form/expression/excerpt.h"
#include "form/limits.h"
#include "form/strings.h"
#include "form/suggestion.h"

namespace buurtpeil {
namespace {

constexpr std::string_view instance_call = "instance(";

/// Columns that hold names of files or addresses, which have no style.
bool is_as_typed(std::string_view column) {
  static constexpr std::array columns = std::to_array<std::string_view>(
      {"image", "big-image", "audio", "video", "kiosk_attract_image", "kiosk_qr"});
  return std::ranges::find(columns, column) != columns.end();
}

/// End of "instance('x')/root/item[...]/label" that begins at `at`: the call and the steps after it, brackets
/// balanced. `at` itself when it is only words.
std::size_t end_of_instance(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_name = 200;
  at += instance_call.size();
  const std::size_t start = at - instance_call.size();
  const std::string_view rest = text.substr(at, longest_name);
  if (rest.empty() || (rest.front() != '\'' && rest.front() != '"')) return start;
  const std::size_t closed = rest.find(rest.front(), 1);
  if (closed == std::string_view::npos || closed + 1 >= rest.size() || rest[closed + 1] != ')') return start;
  std::size_t end = at + closed + 1;
  int brackets = 0;
  char quote = 0;
  for (++end; end < text.size(); ++end) {
    const char c = text[end];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (brackets > 0 && (c == '\'' || c == '"'))
      quote = c;
    else if (c == '[')
      ++brackets;
    else if (c == ']')
      --brackets;
    else if (brackets == 0 && c != '/' && !is_name(text.substr(end, 1)) &&
             !(c == '-' || c == '.' || (c >= '0' && c <= '9')))
      break;
  }
  while (text[end - 1] == '.') --end;  // the full stop of the sentence
  return end;
}

}  // namespace

std::string Loading::take_setting(const char* name) {
  auto found = form.settings.extract(name);
  return found.empty() ? "" : std::move(found.mapped());
}

const Sheet* Loading::sheet(std::string_view name) const {
  const auto found = std::ranges::find_if(
      workbook.sheets, [&](const Sheet& s) { return lower_case(trimmed(s.name)) == name; });
  return found == workbook.sheets.end() ? nullptr : &*found;
}

std::string Loading::suggest_sheet(std::string_view name) const {
  static constexpr std::string_view known[] = {"survey",           "choices",  "settings",
                                               "external_choices", "entities", "osm"};
  for (const Sheet& other : workbook.sheets) {
    if (std::ranges::find(known, lower_case(other.name)) != std::end(known) || other.name.starts_with('_'))
      continue;
    if (!nearest_word(other.name, {name}).empty())
      return fmt::format("; is it the one called '{}'?", other.name);
  }
  return "";
}

bool Loading::is_in(const Use& use, std::string_view column) const {
  return use.row >= 0 && use.cell.sheet == survey.sheet && survey.column_at(use.cell.column) == column;
}

std::string Loading::suggest(std::string_view word, const std::vector<std::string_view>& known) {
  compared += known.size();
  return compared <= limits::comparisons ? did_you_mean(word, known) : "";
}

std::string Loading::missing_file(const std::string& file) {
  std::vector<std::string> names = beside.names();
  std::erase(names, file);
  return fmt::format("the file '{}' is missing; put it into the folder '{}-media' beside the form{}", file,
                     form.file.substr(0, form.file.rfind('.')), suggest(file, {names.begin(), names.end()}));
}

std::optional<Expression> Loading::expression(const std::string& text, const Cell& cell, int row) {
  if (text.empty()) return {};
  std::string source = plain_quotes(text);
  if (const auto truth = yes_or_no(source)) source = *truth ? "true()" : "false()";
  auto parsed = Expression::parse(source);
  if (!parsed) {
    problems.add({.severity = Severity::error,
                  .cell = cell,
                  .message = parsed.error().message,
                  .excerpt = excerpt_of(source, parsed.error().offset)});
    return {};
  }
  uses.push_back({*parsed, cell, row});
  return std::move(*parsed);
}

Sentence Loading::sentence(const std::string& text, const Cell& cell, int row, Style style) {
  std::string words;  // with a mark for each reference
  References references;
  const auto add_reference = [&](const std::string& source) {
    references.push_back(expression(source, cell, row));
    words += inserted_mark;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text.compare(at, 2, "${") == 0) {
      const std::size_t end = text.find('}', at);
      const std::string name = end == std::string::npos ? "" : text.substr(at + 2, end - at - 2);
      if (name.empty() || name.contains('\n') || name.contains("${")) {
        problems.error(
            cell,
            "'${' begins a reference to a question, as in '${age}', but the name or the '}' is missing");
        return {};
      }
      add_reference("${" + std::string(trimmed(name)) + "}");
      at = end + 1;
    } else if (text.compare(at, instance_call.size(), instance_call) == 0) {
      const std::size_t end = end_of_instance(text, at);
      if (end > at)
        add_reference(text.substr(at, end - at));
      else
        words += instance_call;
      at = std::max(end, at + instance_call.size());
    } else {
      if (text[at] != inserted_mark) words += text[at];
      ++at;
    }
  }
  if (style == Style::none) words = replace_all(words, "<br>", "\n");
  return put_together(style == Style::none ? as_typed(words) : read_markup(words), std::move(references),
                      cell);
}

Sentence Loading::words(const std::string& text, const Cell& cell) {
  return put_together(read_markup(text), {}, cell);
}

Sentence Loading::put_together(Markup markup, References references, const Cell& cell) {
  for (std::string& complaint : markup.complaints) problems.passed_over(cell, std::move(complaint));
  Sentence pieces;
  for (MarkupPiece& piece : markup.pieces) {
    if (piece.inserted < 0)
      pieces.push_back({std::move(piece.words), {}, piece.style});
    else if (const auto mark = static_cast<std::size_t>(piece.inserted);
             mark < references.size() && references[mark])
      pieces.push_back({"", std::move(references[mark]), piece.style});
  }
  return pieces;
}

Text Loading::text(const SheetTable& table, const GridRow& grid_row, std::string_view column, int row) {
  Text text;
  for (const Heading& heading : table.headings) {
    if (heading.column != column) continue;
    const std::string& cell = table.at(grid_row, heading);
    if (!cell.empty())
      text.by_language[heading.language] =
          sentence(cell, table.cell(grid_row, heading), row, is_as_typed(column) ? Style::none : Style::read);
  }
  return text;
}

namespace {

/// Names may be written as XForms has them, "jr://images/map.png"; all files lie in one folder.
void strip_folder(std::string& name) {
  for (const std::string_view folder : {"jr://images/", "jr://audio/", "jr://video/", "jr://file/"})
    if (name.starts_with(folder)) name.erase(0, folder.size());
}

}  // namespace

std::map<std::string, Text> Loading::media(const SheetTable& table, const GridRow& grid_row, int row) {
  std::map<std::string, Text> media;
  for (const char* kind : {"image", "big-image", "audio", "video"}) {
    Text names = text(table, grid_row, kind, row);
    if (names.empty()) continue;
    for (auto& [language, name] : names.by_language) {
      strip_folder(name.front().words);
      if (name.size() == 1 && !name.front().reference)
        named_media.emplace(name.front().words, NamedMedia{table.cell(grid_row, kind), kind});
    }
    media[kind] = std::move(names);
  }
  return media;
}

}  // namespace buurtpeil
