// How a value becomes a cell: as ODK Central writes it, or as Dutch Excel reads it.
#pragma once

#include <string>

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

/// A value of `column`; `form` is the version that was answered (null where it cannot be read), which knows
/// its type and the labels of its choices.
[[nodiscard]] std::string cell_of(const std::string& value, const Column& column, const Form* form,
                                  const Style& style);

/// A text: a header, a label, the name of a kiosk.
[[nodiscard]] std::string text_cell(const std::string& text, const Style& style);

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
