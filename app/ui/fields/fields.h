// The fields of a question screen as blocks of content: what is asked, a complaint, the answers, "I'd rather
// not say".
#pragma once

#include "ui/screens/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

enum class Setting {
  alone,    ///< the only question of the screen: large
  listed,   ///< one of several
  follows,  ///< what is asked about the answer above it
  close,    ///< on a small display with the keyboard up: the field right below its question, hints after it
};

/// Adds a field that gets `width`, on a page whose content is `room` high (for the number of columns and the
/// height of fields).
void add_field(Frame& frame, PageContent& content, const Field& field, Setting setting, float width,
               float room);

/// Adds the fields from `first` on that are rows of one table, where it fits, and gives how many they are;
/// adds nothing else, and gives 0.
[[nodiscard]] std::size_t add_rows_of_table(Frame& frame, PageContent& content,
                                            const std::vector<Field>& fields, std::size_t first, float width);

/// The same without the field to write in, which then stands beside it.
void add_asking(Frame& frame, PageContent& content, const WriteField& field, float width);

}  // namespace buurtpeil
