// The header of a question, and of the look back at all of them: how far the visitor is, their tools, and
// Stop.
#pragma once

#include <optional>

#include "ui/frame.h"
#include "ui/screens/page_boxes.h"

namespace buurtpeil {

/// On a small display the progress stands in the header itself, else it takes a row off the top of `body`.
std::optional<Event> draw_question_header(Frame& frame, const QuestionView& view, const PageBoxes& boxes,
                                          Box& body);

}  // namespace buurtpeil
