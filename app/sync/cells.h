// How a value becomes a cell: as ODK Central writes it, or as Dutch Excel reads it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "form/form.h"
#include "form/response.h"
#include "sync/columns.h"

namespace buurtpeil::sync {

enum class Layout {
  odk,    ///< comma, XForms' own values
  excel,  ///< byte-order mark, semicolon, decimal comma, "2026-03-01 19:04", labels of choices; what people
          ///< were asked comes first, then who answered where and when, what is computed, and keys last
};
enum class Guard { on, off };

struct Style {
  Layout layout = Layout::odk;
  Guard guard =
      Guard::on;  ///< a leading ' before cells from text that a spreadsheet program would run as a formula
  std::string language;  ///< code of the language of labels; "" for the form's own default

  [[nodiscard]] char separator() const { return layout == Layout::excel ? ';' : ','; }
};

/// The values of one column in one version of the form, which knows their type and the labels of choices.
class ColumnCells {
 public:
  /// `form` is the version that was answered, null where it cannot be read: then the newest one that has the
  /// column. All must outlive the cells.
  ColumnCells(const Column& column, const Form* form, const Style& style);

  /// Appends the cell of a value to a line of CSV.
  void add(std::string& line, std::string_view value) const;

 private:
  [[nodiscard]] std::string for_excel(std::string_view value) const;
  [[nodiscard]] std::string_view label_of(std::string_view name) const;
  [[nodiscard]] bool is_harmless(std::string_view value) const;
  const Style* style_;
  int part_;  ///< as Column::part
  ValueKind values_ = ValueKind::any;
  bool is_select_ = false;
  std::map<std::string, std::string, std::less<>> labels_;  ///< for Excel: of choices, by their names
};

/// A text: a header, a label, the name of a kiosk.
[[nodiscard]] std::string text_cell(std::string_view text, const Style& style);
/// The same appended to a line of CSV.
void add_text_cell(std::string& line, std::string_view text, const Style& style);

/// "2026-03-01T19:04+01:00", or "2026-03-01 19:04" for Excel.
[[nodiscard]] std::string minute_cell(const Moment& moment, const Style& style);

/// "2026-03-01T18:04:07.123Z", or the local "2026-03-01 19:04" for Excel.
[[nodiscard]] std::string submission_cell(const Moment& moment, const Style& style);

/// The words of a text in the style's language, without markup; in place of an answer that it quotes the name
/// of that question: "New trees: [trees]".
[[nodiscard]] std::string plain_text(const Form& form, const Text& text, const Style& style);
[[nodiscard]] std::string plain_text(const Sentence& sentence);

/// Choices of a question; empty where it has none.
[[nodiscard]] const std::vector<Choice>& choices_of(const Form& form, const Row& row);

}  // namespace buurtpeil::sync
