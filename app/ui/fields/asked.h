// What all questions have around their answers: the words, the picture above or beside them, a recording, a
// longer explanation, a complaint, and below them "take away" and "I'd rather not say".
#pragma once

#include "ui/fields/fields.h"
#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// The picture of what is asked.
enum class AskedPicture {
  usual,      ///< above or beside the words
  large,      ///< nothing is answered: it may have all the room
  elsewhere,  ///< the field draws it
};

/// Adds the label, the hint and an instruction, with the picture and the buttons; close to a keyboard the
/// label alone.
void add_asked(Frame& frame, PageContent& content, const Asked& asked, const std::string& instruction,
               const Setup& setup, AskedPicture picture = AskedPicture::usual);

/// Adds the hint and an instruction alone, and what add_asked() leaves out close to a keyboard.
void add_hints(Frame& frame, PageContent& content, const StyledText& hint, const std::string& instruction,
               float width, Asked::Instruction kind = Asked::Instruction::how_to);
void add_left_out(Frame& frame, PageContent& content, const Asked& asked, const std::string& instruction,
                  float width, float room);

/// The instruction by itself, where it counts what is chosen.
[[nodiscard]] float count_height(Frame& frame, const Asked& asked, float width);
void draw_count(Frame& frame, const Asked& asked, const Box& box);

/// Adds why the visit did not go on, if it did not for this question; above the answers.
void add_complaint(Frame& frame, PageContent& content, const Asked& asked, float width);
/// One stood there: its room is kept, and the next one stands there too.
[[nodiscard]] bool keeps_room_for_complaint(Frame& frame, const Asked& asked);

/// Adds "take the answer away", below the answers, where there is such a button. It lies beside "I'd rather
/// not say", which stands where an answer is required.
void add_clear(Frame& frame, PageContent& content, const std::string& path, const Button& button,
               float width);
void add_refuse(Frame& frame, PageContent& content, const Asked& asked, float width);

}  // namespace buurtpeil
