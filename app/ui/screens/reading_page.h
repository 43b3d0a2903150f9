// A page of text: words above, the street below them where there is room, buttons at the bottom.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/page_content.h"
#include "ui/screens/footer.h"

namespace buurtpeil {

struct Reading {
  const std::string& title;
  const std::vector<StyledText>& paragraphs;
};

void add_reading(Frame& frame, PageContent& content, const Reading& reading, float width);

using AddReading = std::function<void(PageContent&, float width)>;
/// What the text says has to be known: until its end was in sight, "more" is what to tap.
std::optional<Event> draw_reading(Frame& frame, const AddReading& add, FooterButtons buttons);

}  // namespace buurtpeil
