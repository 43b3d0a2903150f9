// "You said, we did", of one thing: on the page of all of them and on a slide of the invitation.
#pragma once

#include <string>

#include "ui/frame.h"
#include "ui/view.h"

namespace buurtpeil {

/// The words above what was said and what was done, and the letters of what stands below them.
struct DeedWords {
  const std::string& said;
  const std::string& did;
  Lettering lettering = {TextSize::reading};
};

/// What was said, an arrow, what was done, and how far it is, with a sign: beside each other where there is
/// room, else below each other.
[[nodiscard]] float deed_height(Frame& frame, const Deed& deed, const DeedWords& words, float width);
void draw_deed(Frame& frame, const Deed& deed, const DeedWords& words, const Box& box);

}  // namespace buurtpeil
