// What is asked, before the answers: the words, the picture above or beside them, a recording, a longer
// explanation.
#pragma once

#include "ui/fields/fields.h"
#include "ui/screens/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// The room that a field is set in.
struct Setup {
  Setting setting;
  float width, room;
  bool note = false;    ///< nothing is answered: the picture may have all the room
  bool picture = true;  ///< else it is drawn elsewhere
};

/// Adds the label, the hint and an instruction, with the picture and the buttons; close to a keyboard the
/// label alone.
void add_asked(Frame& frame, PageContent& content, const Asked& asked, const std::string& instruction,
               const Setup& setup);

/// Adds the hint and an instruction alone, and what add_asked() leaves out close to a keyboard.
void add_hints(Frame& frame, PageContent& content, const std::string& hint, const std::string& instruction,
               float width);
void add_left_out(Frame& frame, PageContent& content, const Asked& asked, const std::string& instruction,
                  float width, float room);

}  // namespace buurtpeil
