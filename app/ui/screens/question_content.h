// What a question screen asks, as content of its page: how closely it is set, and what changed on it since it
// was drawn last.
#pragma once

#include <optional>

#include "ui/fields/fields.h"
#include "ui/page_content.h"

namespace buurtpeil {

/// What is being written: a question's field, or one to search in a list.
struct Writing {
  std::optional<WriteField> field;
  const Field* list = nullptr;  ///< that is searched: a ChoiceField
};

/// How the content of the page is set.
struct Arrangement {
  Density density = Density::usual;
  int smaller = 0;                 ///< by so many sizes than the visitor's letters
  Setting alone = Setting::alone;  ///< of the only question of the screen
  bool in_halves = false;          ///< several questions in two columns
  bool banner = true;
  float above = 0;  ///< pixels of air above the first question, which brings few answers within reach
};

/// Before anything else is drawn. A new screen with one open answer begins with the keyboard up; a new
/// complaint is brought into sight, and so is a question that an answer on the screen brought along.
void note_changes(Frame& frame, const QuestionView& view);
[[nodiscard]] bool offers_choices(const QuestionView& view);
/// A complaint is there that was not in the frame before.
[[nodiscard]] bool one_complains(Frame& frame);

/// The street may stand above the questions: not on what only the staff see, which is no question of a form.
[[nodiscard]] bool has_banner(const Theme& theme, const QuestionView& view);

/// The part of the body that questions stand in: a column that reads well; a table has more of the width.
[[nodiscard]] Box column_of_questions(Frame& frame, const QuestionView& view, const Box& body);
/// The room that they are arranged for: that column, less what may be said below them.
[[nodiscard]] Box room_of_questions(Frame& frame, const QuestionView& view, const Box& body);
[[nodiscard]] Setting usual_setting_of(const QuestionView& view, const Field& field,
                                       const Arrangement& arrangement = {});
/// Whether the question and the field that is written in are in sight together when all is said above it.
[[nodiscard]] bool fits_above(Frame& frame, const WriteField& field, Setting setting, const Box& body);

/// The most generous arrangement in which all of the page is in sight in the body, or at least all that is
/// answered before the hints. Where there is none, what is closest, with as much in sight as there can be; in
/// smaller letters where the visitor's own leave no room for the question and one answer. It stays as it
/// began, so that nothing moves because of an answer, until the display, the language or the letters are
/// others. The frame's content is set so afterwards. `middle` is the room for "more" in the footer.
[[nodiscard]] Arrangement arrangement_of(Frame& frame, const QuestionView& view, const Box& body,
                                         const Box& middle);
/// Sets the frame's content so.
void set_as(Frame& frame, const Arrangement& arrangement);

/// The screen began with choices out of sight, and shows them from their other end where the view says so; it
/// stays with that, also when the letters or the display are others. After arrangement_of().
[[nodiscard]] bool is_reversed(Frame& frame);
void reverse_choices(QuestionView& view);

/// Adds all that the screen asks. `body` is the column, the frame's density that of the arrangement.
void fill_content(Frame& frame, PageContent& content, const QuestionView& view, const Writing& writing,
                  const Arrangement& arrangement, const Box& body);

}  // namespace buurtpeil
