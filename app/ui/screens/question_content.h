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
  Setting alone = Setting::alone;  ///< of the only question of the screen
  bool in_halves = false;          ///< several questions in two columns
  bool banner = true;
};

/// Before anything else is drawn. A new screen with one open answer begins with the keyboard up; a new
/// complaint is brought into sight, and so is a question that an answer on the screen brought along.
void note_changes(Frame& frame, const QuestionView& view);
/// A complaint is there that was not in the frame before.
[[nodiscard]] bool one_complains(Frame& frame);

/// The street may stand above the questions: not on what only the staff see, which is no question of a form.
[[nodiscard]] bool has_banner(const Theme& theme, const QuestionView& view);

/// The part of the body that questions stand in.
[[nodiscard]] Box column_of_questions(Frame& frame, const Box& body);
[[nodiscard]] Setting usual_setting_of(const QuestionView& view, const Field& field,
                                       const Arrangement& arrangement = {});
/// Whether the question and the field that is written in are in sight together when all is said above it.
[[nodiscard]] bool fits_above(Frame& frame, const WriteField& field, Setting setting, const Box& body);

/// The most generous arrangement in which all of the page is in sight in the body, or at least all choices
/// before their hints. Where there is none, what is closest, with as many choices in sight as there can be.
/// It stays as it began, so that nothing moves because of an answer, until the display, the language or the
/// letters are others. The frame's density is its afterwards.
[[nodiscard]] Arrangement arrangement_of(Frame& frame, const QuestionView& view, const Box& body);

/// Adds all that the screen asks. `body` is the column, the frame's density that of the arrangement.
void fill_content(Frame& frame, PageContent& content, const QuestionView& view, const Writing& writing,
                  const Arrangement& arrangement, const Box& body);

}  // namespace buurtpeil
