// The header of pages that follow each other (questions, the look back, what others said): how far the
// visitor is, their tools, and the way out.
#pragma once

#include <optional>
#include <string>

#include "ui/frame.h"
#include "ui/screens/page_boxes.h"

namespace buurtpeil {

struct ProgressHeader {
  std::optional<double> done = std::nullopt;  ///< 0 to 1; nothing: no bar
  std::string words = {};                     ///< "Question 3 of 10"
  std::string short_words = {};               ///< where there is no room for these
  /// What the words are at the longest on other pages: so much room is kept for them, so that the tools stay
  /// where they are from one page to the next.
  std::string longest_words = {};
  Button out = {};  ///< its target is "leave"
  Sign out_sign = Sign::cross;
};

/// On a small display the progress stands in the header itself, else it takes a row off the top of `body`.
std::optional<Event> draw_progress_header(Frame& frame, const ProgressHeader& header, const PageBoxes& boxes,
                                          Box& body);

}  // namespace buurtpeil
