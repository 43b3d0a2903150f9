// The fields of a question screen as blocks of content: what is asked, a complaint, the answers, "I'd rather
// not say". A kind of field has its overload of add_field() here and a file of its own, with all of its
// drawing, its touches and what it remembers (memory.h); view.h's Field is the only list of kinds.
#pragma once

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

enum class Setting {
  alone,     ///< the only question of the screen: large
  inviting,  ///< alone on the invitation: read from three metres
  listed,    ///< one of several
  follows,   ///< what is asked about the answer above it
  close,     ///< on a small display with the keyboard up: the field right below its question, hints after it
  beside,    ///< alone, with its choices beside the question instead of below it
  hints_last,  ///< alone, where question, hints and a choice have no room together: hints after the choices
};

/// The room that a field is set in.
struct Setup {
  Setting setting = Setting::alone;
  float width = 0;  ///< pixels, of the field
  float room = 0;   ///< pixels, height of the page's content: for the number of columns, the height of fields
};

/// Adds a field of any kind. It must outlive the content.
void add_field(Frame& frame, PageContent& content, const Field& field, const Setup& setup);

void add_field(Frame& frame, PageContent& content, const NoteField& field, const Setup& setup);
void add_field(Frame& frame, PageContent& content, const ChoiceField& field, const Setup& setup);
void add_field(Frame& frame, PageContent& content, const WriteField& field, const Setup& setup);
void add_field(Frame& frame, PageContent& content, const StepField& field, const Setup& setup);
void add_field(Frame& frame, PageContent& content, const ScaleField& field, const Setup& setup);
void add_field(Frame& frame, PageContent& content, const PointsField& field, const Setup& setup);
void add_field(Frame& frame, PageContent& content, const MapField& field, const Setup& setup);
void add_field(Frame& frame, PageContent& content, const RepeatField& field, const Setup& setup);

}  // namespace buurtpeil
